"""Buttons. A button is a verb; one that cannot be used now says why as its tooltip."""

from PySide6.QtWidgets import QPushButton, QWidget


def button(words: str, role: str = "", parent: QWidget | None = None, accessible: str = "") -> QPushButton:
    """A push button in a role of the style sheet (`primary`, `slim`, `quiet`; `""` is the usual one)."""
    made = QPushButton(words, parent)
    made.setProperty("role", role)
    made.setAccessibleName(accessible or words)
    made.setAutoDefault(False)
    return made


def allow(widget: QWidget, why_not: str) -> None:
    """Enables a widget, or disables it with the reason where there is one."""
    widget.setEnabled(not why_not)
    widget.setToolTip(why_not)
