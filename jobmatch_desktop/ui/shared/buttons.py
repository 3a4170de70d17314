"""Buttons. A button is a verb; one that cannot be used now says why as its tooltip."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Pressable(QPushButton):
    """Enter presses it as Space does, whatever the desktop: Qt alone leaves Enter to a dialog's default button, so that Enter on
    Cancel would go on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


def button(words: str, role: str = "", parent: QWidget | None = None, accessible: str = "") -> QPushButton:
    """A push button in a role of the style sheet (`primary`, `slim`, `quiet`; `""` is the usual one)."""
    made = Pressable(words, parent)
    made.setProperty("role", role)
    made.setAccessibleName(accessible or words)
    made.setAutoDefault(False)
    return made


def play(made: QPushButton, role: str) -> None:
    """Gives a button another role of the style sheet."""
    if made.property("role") != role:
        made.setProperty("role", role)
        made.style().unpolish(made)
        made.style().polish(made)


def tab_to_chosen(group: QButtonGroup) -> None:
    """Of buttons of which one is chosen, Tab leads to the chosen one and the arrows to the others: Qt alone leads to the first until
    one of them was focused."""

    def follow(made: QAbstractButton, on: bool) -> None:
        policy = made.focusPolicy().value
        tab = Qt.FocusPolicy.TabFocus.value
        made.setFocusPolicy(Qt.FocusPolicy(policy | tab if on else policy & ~tab))

    for made in group.buttons():
        follow(made, made.isChecked())
    group.buttonToggled.connect(follow)


def buttons_below(gap: int, *buttons: QPushButton) -> QHBoxLayout:
    """The buttons of a dialog, at its right end; what goes on is the last."""
    made = QHBoxLayout()
    made.setSpacing(gap)
    made.addStretch(1)
    for one in buttons:
        made.addWidget(one)
    return made


def allow(widget: QWidget, why_not: str) -> None:
    """Enables a widget, or disables it with the reason where there is one."""
    widget.setEnabled(not why_not)
    widget.setToolTip(why_not)
