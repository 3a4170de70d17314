"""The offer's text beside what was read from it, which the person may correct."""

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label

SIDE = 320
"""Pixels at 100 % that the fields beside the text take."""


class OfferView(QWidget):
    """`changed` tells the `Application` with the offer as the person corrected it, when a field is left."""

    changed = Signal(object)

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._application: Application | None = None
        self._text = QPlainTextEdit()
        self._text.setProperty("role", "document")
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._text.setAccessibleName(self.tr("The offer, as it was pasted"))
        self._text.document().setDocumentMargin(look.steps(9))
        self._fields = {
            "title": self._field(self.tr("Title")),
            "company": self._field(self.tr("Company")),
            "place": self._field(self.tr("Place")),
            "deadline": self._field(self.tr("Deadline")),
        }
        self._language = ComboBox(self.tr("Language of the offer"), appearance, icons)
        for code, words in (("en", self.tr("English")), ("fr", self.tr("French"))):
            self._language.addItem(words, code)
        self._language.activated.connect(self._tell)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(look.steps(2))
        for field in self._fields.values():
            form.addRow(field.accessibleName(), field)
        form.addRow(self.tr("Language"), self._language)
        side = QWidget()
        side.setProperty("role", "sunken")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(look.px(SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(look.steps(6), look.steps(6), look.steps(6), look.steps(6))
        column.setSpacing(look.steps(4))
        column.addWidget(label("strong", self.tr("What was read from it")))
        column.addLayout(form)
        column.addWidget(label("muted", self.tr("The letter names title and company as they stand here."), wraps=True))
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._text, 1)
        row.addWidget(side)

    def show_application(self, application: Application) -> None:
        """Shows this application's offer; a field that the person is typing in stays as they have it."""
        before = self._application
        self._application = application
        if before is None or before.offer.text != application.offer.text:
            self._text.setPlainText(application.offer.text)
        same = before is not None and before.id == application.id
        for name, field in self._fields.items():
            if not (same and field.hasFocus()):
                field.setText(getattr(application.offer, name))
        language = application.offer.language
        if self._language.findData(language) < 0:
            self._language.addItem(language, language)
        self._language.setCurrentIndex(self._language.findData(language))

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(words)
        field.editingFinished.connect(self._tell)
        return field

    def _tell(self) -> None:
        if self._application is None:
            return
        values = {name: " ".join(field.text().split()) for name, field in self._fields.items()}
        offer = msgspec.structs.replace(self._application.offer, **values, language=self._language.currentData())
        if offer != self._application.offer:
            self._application = msgspec.structs.replace(self._application, offer=offer)
            self.changed.emit(self._application)
