"""Commands: what a page can be asked to do by a shortcut, and what the command palette lists."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_COMMAND = "command"


def command(
    owner: QWidget, words: str, shortcut: str, run: Callable[[], object], more: tuple[str, ...] = ()
) -> QAction:
    """A command of a page, which works while the page is in view. `words` begin with a verb; `shortcut` as in "Ctrl+E" (`""`: none),
    `more` are further ones that are not shown."""
    made = QAction(words, owner)
    made.setProperty(_COMMAND, True)
    made.setShortcuts([QKeySequence(keys) for keys in (shortcut, *more) if keys])
    made.triggered.connect(lambda _checked=False: run())
    owner.addAction(made)
    return made


def commands_of(window: QWidget) -> list[QAction]:
    """The commands that can be used now, those of the page in view first, then in the order that they were made in."""
    found = [
        action
        for widget in (*window.findChildren(QWidget), window)
        if widget.isVisible()
        for action in widget.actions()
        if action.property(_COMMAND) and action.isEnabled()
    ]
    return list(dict.fromkeys(found))


def keys_of(action: QAction) -> str:
    """The shortcut of a command as this system writes it; empty where it has none."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
