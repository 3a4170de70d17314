"""A model's thinking, folded away until the person wants to read it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from jobmatch_desktop.ui.coach.message_text import MessageText
from jobmatch_desktop.ui.coach.words import thought_words
from jobmatch_desktop.ui.shared.appearance import Appearance


class Thinking(QWidget):
    """Its text is drawn while it is open alone."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._appearance = appearance
        self._pieces: list[str] = []
        self._text: MessageText | None = None
        self.head = QToolButton()
        self.head.setProperty("role", "quiet")
        self.head.setCheckable(True)
        self.head.setArrowType(Qt.ArrowType.RightArrow)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.toggled.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.steps(1))
        self._column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_thinking(self, text: str, seconds: float | None, going: bool) -> None:
        """Shows what was thought so far; nothing where nothing was."""
        self.setVisible(bool(text))
        self.name(seconds, going)
        before = self.source()
        if text.startswith(before):
            self.append(text[len(before) :])
        else:
            self._pieces = [text]
            if self._text is not None:
                self._text.set_markdown(text)

    def append(self, piece: str) -> None:
        """More was thought."""
        if not piece:
            return
        self._pieces.append(piece)
        self.show()
        if self._text is not None:
            self._text.append(piece)

    def source(self) -> str:
        """What was thought so far."""
        return "".join(self._pieces)

    def name(self, seconds: float | None, going: bool) -> None:
        """How long it was thought about."""
        words = thought_words(seconds, going)
        if words != self.head.text():
            self.head.setText(words)
            self.head.setAccessibleName(words)

    def _toggle(self, on: bool) -> None:
        self.head.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        if on and self._text is None:
            self._text = MessageText(self.tr("Thinking"), self._appearance, quiet=True)
            self._text.set_markdown(self.source())
            self._column.addWidget(self._text)
        if self._text is not None:
            self._text.setVisible(on)
