"""A row of segments, of which one is chosen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from jobmatch_desktop.ui.shared.buttons import Pressable, tab_to_chosen
from jobmatch_desktop.ui.shared.theme import Look


class Segments(QFrame):
    """Chooses one of a few. `chosen` tells the key when the person or the program chooses another."""

    chosen = Signal(str)

    def __init__(self, choices: list[tuple[str, str]], name: str, look: Look, parent: QWidget | None = None) -> None:
        """`choices` are keys and words, in order; the first is chosen. `name` is for screen readers."""
        super().__init__(parent)
        self.setProperty("role", "segments")
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.steps(1.5), look.steps(1.5), look.steps(1.5), look.steps(1.5))
        row.setSpacing(look.steps(0.5))
        self._buttons: dict[str, QPushButton] = {}
        self._room = look.steps(8)
        self._group = QButtonGroup(self)
        for key, words in choices:
            made = Pressable(words.replace("&", "&&"))
            made.setProperty("role", "segment")
            made.setCheckable(True)
            # A ring is for who goes by keys; a click shows by itself where one is.
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.setAccessibleName(words)
            made.toggled.connect(self._toggled)
            self._group.addButton(made)
            self._buttons[key] = made
            row.addWidget(made)
            self._make_room(made)
        tab_to_chosen(self._group)
        first = next(iter(self._buttons.values()))
        first.setChecked(True)

    def rename(self, key: str, words: str) -> None:
        """Gives a segment other words."""
        self._buttons[key].setText(words.replace("&", "&&"))
        self._buttons[key].setAccessibleName(words)
        self._make_room(self._buttons[key])

    def hint(self, key: str, words: str) -> None:
        """Gives a segment a tooltip."""
        self._buttons[key].setToolTip(words)

    def choose(self, key: str) -> None:
        """Chooses by the program."""
        self._buttons[key].setChecked(True)

    def present(self) -> str:
        """The key of the one chosen."""
        return next(key for key, made in self._buttons.items() if made.isChecked())

    def _make_room(self, made: QPushButton) -> None:
        """As wide as the words are when they are chosen, and heavier."""
        font = made.font()
        font.setWeight(QFont.Weight.DemiBold)
        made.setMinimumWidth(QFontMetrics(font).horizontalAdvance(made.text().replace("&&", "&")) + self._room)

    def _toggled(self, on: bool) -> None:
        if on and len(self._buttons) > 0 and self._group.checkedButton() is self.sender():
            self.chosen.emit(next(key for key, made in self._buttons.items() if made is self.sender()))
