"""A line that is stored by itself when it is left or Enter is pressed; Esc brings back what is stored."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

LONGEST = 2000


class Line(QLineEdit):
    """`given` tells what the person wrote, once; `restored` that they took it back."""

    given = Signal(str)
    restored = Signal()

    def __init__(self, name: str, placeholder: str = "") -> None:
        """`name` is for screen readers."""
        super().__init__()
        self._stored = ""
        self._told = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMaxLength(LONGEST)
        self.editingFinished.connect(self.leave)

    def show_stored(self, text: str) -> None:
        """Shows what is stored now; what the person is writing, or what was refused, stays."""
        untouched = self.text() in (self._stored, text)
        self._stored = text
        if untouched:
            self._told = text
            if self.text() != text:
                self.setText(text)
                if not self.hasFocus():
                    self.home(False)  # of a long address the host is what counts

    def leave(self) -> None:
        """Hands on what was written, if it is new."""
        text = self.text().strip()
        if text != self.text():
            self.setText(text)
        if text != self._told:
            self._told = text
            self.given.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.restore()
            self.restored.emit()
            return
        super().keyPressEvent(event)

    def restore(self) -> None:
        """Brings back what is stored."""
        self.setText(self._stored)
        self._told = self._stored
