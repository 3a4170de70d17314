"""The words that the person adds to those that are hidden from models elsewhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import trouble_text

HEIGHT = 110


class Words(QPlainTextEdit):
    """A word or phrase a line. `left` tells that it was left, `restored` that Esc was pressed."""

    left = Signal()
    restored = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.restored.emit()
            return
        super().keyPressEvent(event)


class PrivacySection(QFrame):
    """`given` tells the words, when they changed."""

    given = Signal(object)

    def __init__(self, words: tuple[str, ...], look: Look) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._stored = words
        self._told = words
        self.words = Words()
        self.words.setProperty("role", "field")
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(look.px(HEIGHT))
        self.words.setAccessibleName(self.tr("Words to hide, one a line"))
        self.words.setPlaceholderText(self.tr("One word or phrase a line, such as an employer’s name"))
        self.words.setPlainText("\n".join(words))
        self._fault = label("bad", wraps=True)
        self._fault.hide()
        explained = self.tr(
            "Your name, e-mail, phone, address and links are hidden by themselves from models that are not on a computer of yours. "
            "These words are hidden too, and put back in what comes."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(4), look.steps(4), look.steps(4), look.steps(4))
        column.setSpacing(look.steps(2))
        column.addWidget(label("muted", explained, wraps=True))
        column.addWidget(self.words)
        column.addWidget(self._fault)
        self.words.left.connect(self.leave)
        self.words.restored.connect(self._restore)

    def leave(self) -> None:
        """Hands on what was written, if it is new."""
        written = tuple(filter(None, (line.strip() for line in self.words.toPlainText().splitlines())))
        if written != self._told:
            self._told = written
            self.given.emit(written)

    def show_stored(self, words: tuple[str, ...]) -> None:
        """They are stored."""
        self._stored = words
        self._say("")

    def refuse(self, trouble: Trouble) -> None:
        """They are not stored: says why; what was written stays."""
        self._say(trouble_text(trouble))

    def _restore(self) -> None:
        self.words.setPlainText("\n".join(self._stored))
        self._told = self._stored
        self._say("")

    def _say(self, words: str) -> None:
        self._fault.setText(breakable(words))
        self._fault.setAccessibleName(words)
        self._fault.setVisible(bool(words))
