"""What a field is reviewed in: its name, its words to type over, and a mark where the reader was unsure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from jobmatch_desktop.ui.profile.review_rows import ReviewField
from jobmatch_desktop.ui.profile.review_words import review_field_words
from jobmatch_desktop.ui.profile.sections import FieldKind
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label

MOST_LINES = 12


class TextBox(QPlainTextEdit):
    """As high as its words, up to some lines."""

    def __init__(self, words: str, appearance: Appearance) -> None:
        super().__init__(words)
        self._look = appearance.look
        self.setProperty("role", "field")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It has all its words in view: the wheel is for the review around it."""
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
        else:
            super().wheelEvent(event)

    def _fit(self, *_size: object) -> None:
        lines, block = 0, self.document().firstBlock()
        while block.isValid() and lines < MOST_LINES:
            self.document().documentLayout().blockBoundingRect(
                block
            )  # lays it out, which is not done before it is seen
            lines += block.layout().lineCount()
            block = block.next()
        height = max(1, min(MOST_LINES, lines)) * self.fontMetrics().lineSpacing() + self._look.steps(3)
        if height != self.maximumHeight():
            self.setFixedHeight(height)


class WheelPassing(ComboBox):
    """A choice that the wheel passes over: who scrolls past it chooses nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class FieldBox(QWidget):
    """`typed`: its words were changed by the person; `confirmed`: they said that it is right."""

    typed = Signal(str)
    confirmed = Signal()

    def __init__(self, field: ReviewField, appearance: Appearance, icons: Icons, named: bool = True) -> None:
        """`named` is whether its name stands above it."""
        super().__init__()
        look = appearance.look
        self.field = field
        self._icons = icons
        self._appearance = appearance
        self._name = review_field_words(field.section, field.name)
        self._mark: QPushButton | None = None
        self._beside: QBoxLayout = QHBoxLayout()
        self._beside.setSpacing(look.steps(2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(0.5))
        column.addLayout(self._beside)
        self.editor: QLineEdit | TextBox
        if field.kind in (FieldKind.TEXT, FieldKind.BULLET):
            self.editor = TextBox(field.text, appearance)
            self.editor.textChanged.connect(self._text_typed)
        else:
            self.editor = QLineEdit(field.text)
            self.editor.setCursorPosition(0)
            self.editor.textEdited.connect(self.typed)
        self.editor.setAccessibleName(self._name)
        self.editor.setPlaceholderText(self.tr("Left out") if field.read else "")
        if named:
            self._beside.addWidget(label("muted", self._name))
            self._beside.addStretch(1)
            column.addWidget(self.editor)
        else:
            self._beside.addWidget(self.editor, 1)

    def mark(self, unsure: bool) -> None:
        """Says that the reader was unsure, or no more."""
        if unsure and self._mark is None:
            look = self._appearance.look
            self._mark = button(self.tr("Unsure"), "unsure")
            self._mark.setIcon(self._icons.icon("warning", look.colours.warn))
            self._mark.setToolTip(self.tr("Please look. Press here if it is right."))
            self._mark.setAccessibleName(self.tr("{name} is right").format(name=self._name))
            self._mark.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._mark.clicked.connect(self.confirmed)
            self._beside.addWidget(self._mark)
        elif self._mark is not None:
            if not unsure and self._mark.hasFocus():
                self.editor.setFocus()
            self._mark.setVisible(unsure)
        if self._mark is not None:
            self.editor.setAccessibleDescription(self.tr("Unsure, please look") if unsure else "")

    def _text_typed(self) -> None:
        if isinstance(self.editor, TextBox):
            self.typed.emit(self.editor.toPlainText())
