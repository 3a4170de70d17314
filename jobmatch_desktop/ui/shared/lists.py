"""Lists that are read: each entry over as many lines as its words take."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from jobmatch_desktop.ui.shared.theme import Look


def wrapped_list(name: str, look: Look) -> QListWidget:
    """A list whose entries wrap, called `name` by screen readers."""
    made = QListWidget()
    made.setProperty("role", "field")
    made.setAccessibleName(name)
    made.setWordWrap(True)
    # Qt measures an entry a pixel or two wider than it draws it: a word that just fitted had a line kept for it, and was left out.
    made.setTextElideMode(Qt.TextElideMode.ElideNone)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setSpacing(look.steps(0.5))
    return made
