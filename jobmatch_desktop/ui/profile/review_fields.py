"""What a field is reviewed in: its name, its words to type over, and a mark where the reader was unsure."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from jobmatch_desktop.ui.coach.writing import Writing
from jobmatch_desktop.ui.profile.review_rows import ReviewField
from jobmatch_desktop.ui.profile.review_words import review_field_words
from jobmatch_desktop.ui.profile.sections import FieldKind
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label


class FieldBox(QWidget):
    """`typed`: its words were changed by the person; `confirmed`: they said that it is right."""

    typed = Signal(str)
    confirmed = Signal()

    def __init__(self, field: ReviewField, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self.field = field
        self._icons = icons
        self._appearance = appearance
        name = review_field_words(field.section, field.name)
        self._mark: QPushButton | None = None
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(0.5))
        self._above = QHBoxLayout()
        self._above.setSpacing(look.steps(2))
        if field.kind is not FieldKind.BULLET:
            self._above.addWidget(label("muted", name))
        self._above.addStretch(1)
        column.addLayout(self._above)
        self.editor: QLineEdit | Writing
        if field.kind in (FieldKind.TEXT, FieldKind.BULLET):
            self.editor = Writing(name, appearance, enter_sends=False)
            self.editor.setPlainText(field.text)
            self.editor.setPlaceholderText(self.tr("Left out") if field.read else "")
            self.editor.textChanged.connect(self._text_typed)
        else:
            self.editor = QLineEdit(field.text)
            self.editor.setAccessibleName(name)
            self.editor.setCursorPosition(0)
            self.editor.setPlaceholderText(self.tr("Left out") if field.read else "")
            self.editor.textEdited.connect(self.typed)
        column.addWidget(self.editor)

    def mark(self, unsure: bool) -> None:
        """Says that the reader was unsure, or no more."""
        if unsure and self._mark is None:
            look = self._appearance.look
            self._mark = button(self.tr("Unsure, please look"), "unsure")
            self._mark.setIcon(self._icons.icon("warning", look.colours.warn))
            self._mark.setToolTip(self.tr("Press if it is right"))
            self._mark.setAccessibleName(self.tr("{name} is right").format(name=self._name))
            self._mark.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._mark.clicked.connect(self.confirmed)
            self._above.addWidget(self._mark)
            self.editor.setAccessibleDescription(self.tr("Unsure, please look"))
        elif self._mark is not None:
            if not unsure and self._mark.hasFocus():
                self.editor.setFocus()
            self._mark.setVisible(unsure)
            self.editor.setAccessibleDescription(self.tr("Unsure, please look") if unsure else "")

    def _text_typed(self) -> None:
        if isinstance(self.editor, Writing):
            self.typed.emit(self.editor.toPlainText())
