"""Below a talk: the message being written, and what the answer under way is doing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.ui.coach.writing import Writing
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label


class Input(QWidget):
    """`sent` tells the words; they stay until another draft is put there. `stopped`: the answer under way is not wanted."""

    sent = Signal(str)
    stopped = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._why_not = ""
        self._busy = False
        self.field = Writing(self.tr("Your message"), appearance)
        self.field.setPlaceholderText(self.tr("Your answer, in your own words"))
        self.send = button(self.tr("Send"), "primary")
        self.stop = button(self.tr("Stop"), accessible=self.tr("Stop the answer"))
        self.stop.setToolTip(self.tr("Stop the answer (Esc)"))
        self._doing = ElidedLabel("muted")
        self._hint = label("muted", self.tr("Enter sends, Shift+Enter begins a new line"))
        row = QHBoxLayout()
        row.setSpacing(look.steps(2))
        row.addWidget(self.field, 1)
        row.addWidget(self.send)
        row.addWidget(self.stop)
        below = QHBoxLayout()
        below.addWidget(self._hint)
        below.addWidget(self._doing, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(1.5))
        column.addLayout(row)
        column.addLayout(below)
        self.field.entered.connect(self._send)
        self.field.left.connect(self._escape)
        self.field.textChanged.connect(self._show)
        self.send.clicked.connect(self._send)
        self.stop.clicked.connect(self.stopped)
        self._show()

    def text(self) -> str:
        """What is written."""
        return self.field.toPlainText()

    def write(self, text: str) -> None:
        """Puts a draft there."""
        if text != self.text():
            self.field.setPlainText(text)
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    def allow(self, why_not: str) -> None:
        """Whether somebody could answer, or why not."""
        self._why_not = why_not
        self._show()

    def show_doing(self, words: str) -> None:
        """What the answer under way is doing; empty when there is none."""
        self._busy = bool(words)
        self._doing.set_words(words)
        self._show()

    def _show(self) -> None:
        focused = self.stop.hasFocus()
        self.stop.setVisible(self._busy)
        self.send.setVisible(not self._busy)
        self._hint.setVisible(not self._busy)
        if focused and not self._busy:
            self.field.setFocus()
        why_not = self._why_not
        if not why_not and not self.text().strip():
            why_not = self.tr("Write something first.")
        allow(self.send, why_not)

    def _send(self) -> None:
        if self._busy or self._why_not or not self.text().strip():
            return
        self.sent.emit(self.text())

    def _escape(self) -> None:
        if self._busy:
            self.stopped.emit()
