"""What was read from the offer, all of it the person's to change; what is looked at is lit in the text."""

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from jobmatch_desktop.domain.offer import Duty, Offer, Requirement
from jobmatch_desktop.services.matching import Explained
from jobmatch_desktop.ui.offer.line_list import LineList
from jobmatch_desktop.ui.offer.line_model import Line
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label

LONGEST = 500


class DetailsPanel(QScrollArea):
    """`fields_changed` tells fields of the offer by name, `requirements_changed` and `duties_changed` the lines, None for those that
    are read; `fields_put_back` that the fields are wanted as read; `looked_at` the spans of what is looked at."""

    fields_changed = Signal(object)
    fields_put_back = Signal()
    requirements_changed = Signal(object)
    duties_changed = Signal(object)
    looked_at = Signal(object)

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._explained: Explained | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("What was read from the offer"))
        self._fields = {
            "title": self._field(self.tr("Title")),
            "company": self._field(self.tr("Company")),
            "place": self._field(self.tr("Place")),
            "contract": self._field(self.tr("Contract")),
            "salary": self._field(self.tr("Salary")),
            "deadline": self._field(self.tr("Deadline")),
        }
        self._language = ComboBox(self.tr("Language of the offer"), appearance, icons)
        for code in ("en", "fr"):
            self._language.addItem(self._language_name(code), code)
        self._language.activated.connect(self._tell_language)
        self._back = button(self.tr("As read"), "quiet", accessible=self.tr("The fields as read"))
        self._back.setToolTip(self.tr("Put these fields back to what the text says"))
        self._back.clicked.connect(self.fields_put_back)
        self._requirements = LineList(self.tr("Requirements"), self.tr("Add a requirement"), Requirement, appearance)
        self._requirements.changed.connect(self.requirements_changed)
        self._requirements.put_back.connect(self._put_requirements_back)
        self._requirements.looked_at.connect(self._look_at_line)
        self._duties = LineList(self.tr("What you will do"), self.tr("Add a duty"), Duty, appearance)
        self._duties.changed.connect(self.duties_changed)
        self._duties.put_back.connect(self._put_duties_back)
        self._duties.looked_at.connect(self._look_at_line)
        head = QHBoxLayout()
        head.addWidget(label("strong", self.tr("What was read from it")), 1)
        head.addWidget(self._back)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(look.steps(1.5))
        form.setHorizontalSpacing(look.steps(3))
        for field in self._fields.values():
            form.addRow(field.accessibleName(), field)
        form.addRow(self.tr("Language"), self._language)
        inner = QWidget()
        inner.setProperty("role", "sunken")
        column = QVBoxLayout(inner)
        column.setContentsMargins(look.steps(5), look.steps(2), look.steps(4), look.steps(5))
        column.setSpacing(look.steps(2))
        column.addLayout(head)
        column.addLayout(form)
        column.addWidget(label("muted", self.tr("The letter names title and company as they stand here."), wraps=True))
        column.addSpacing(look.steps(3))
        column.addWidget(self._requirements)
        column.addSpacing(look.steps(3))
        column.addWidget(self._duties)
        column.addStretch(1)
        self.setWidget(inner)

    def show_offer(self, offer: Offer, other: bool) -> None:
        """Shows an offer's fields; one that the person is typing in stays as they have it, unless this is `other` than before."""
        for name, field in self._fields.items():
            value = getattr(offer, name)
            if field.text() != value and (other or not field.hasFocus()):
                field.setText(value)
                field.setCursorPosition(0)
        if self._language.findData(offer.language) < 0:
            self._language.addItem(self._language_name(offer.language), offer.language)
        self._language.setCurrentIndex(self._language.findData(offer.language))
        if other:
            self._explained = None
            self._requirements.show_lines((), False)
            self._duties.show_lines((), False)

    def show_explained(self, offer: Offer, explained: Explained) -> None:
        """Shows what was found in the text, and takes where the words of the fields stand."""
        self._explained = explained
        asked = [one.requirement for one in explained.match.requirements]
        self._requirements.show_lines(asked, offer.requirements is not None)
        self._duties.show_lines(explained.duties, offer.duties is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and watched in self._fields.values():
            self._look_at_field(next(name for name, field in self._fields.items() if field is watched))
        elif event.type() is QEvent.Type.FocusOut:
            self.looked_at.emit(())
        return super().eventFilter(watched, event)

    def _look_at_field(self, name: str) -> None:
        self.looked_at.emit(self._explained.places.get(name, ()) if self._explained else ())

    def _look_at_line(self, line: Line | None) -> None:
        self.looked_at.emit((line.at,) if line is not None and line.at is not None else ())

    def _put_requirements_back(self) -> None:
        self.requirements_changed.emit(None)

    def _put_duties_back(self) -> None:
        self.duties_changed.emit(None)

    def _tell_field(self) -> None:
        for name, field in self._fields.items():
            if field is self.sender():
                self.fields_changed.emit({name: " ".join(field.text().split())})

    def _tell_language(self) -> None:
        self.fields_changed.emit({"language": self._language.currentData()})

    def _language_name(self, code: str) -> str:
        known = {"en": self.tr("English"), "fr": self.tr("French")}
        return known.get(code) or QLocale(code).nativeLanguageName().capitalize() or code

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit()
        field.setMaxLength(LONGEST)
        field.setAccessibleName(words)
        field.setPlaceholderText(self.tr("The offer does not say"))
        field.textEdited.connect(self._tell_field)
        field.installEventFilter(self)
        return field
