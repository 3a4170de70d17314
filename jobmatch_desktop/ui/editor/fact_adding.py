"""A line for the profile, worded by the person, so that what the document says has a fact."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QPlainTextEdit, QVBoxLayout, QWidget

from jobmatch_desktop.domain.profile import Job, Profile
from jobmatch_desktop.ui.editor.placed_marks import PlacedMark
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button, buttons_below
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact

WIDTH = 520
KEYS = {"skill": "skill", "language": "language", "degree": "study", "certificate": "certificate", "project": "project"}
"""Where words of a kind of claim belong; all others are something done in a job."""


class FactAdding(QDialog):
    """Asks what is true and where it belongs. Closes itself."""

    added = Signal(object)
    """The `ProfileFact` to add."""

    def __init__(
        self, appearance: Appearance, found: PlacedMark, heading: str, profile: Profile, parent: QWidget
    ) -> None:
        """`heading` is that of the entry which the words stand under: its job is chosen first."""
        super().__init__(parent)
        look = appearance.look
        mark = found.mark
        self._said, self._sentence = mark.said, mark.sentence.lstrip("-*+•# ")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add the fact"))
        self.setMinimumWidth(look.px(WIDTH))
        says = label("", self.tr("Write it as it is true. It becomes a line of your profile."), wraps=True)
        self._where = QComboBox()
        self._where.setAccessibleName(self.tr("Where it belongs"))
        self._where.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for number, job in enumerate(profile.work):
            self._where.addItem(self.tr("Done as {job}").format(job=_job_name(job)), ("highlight", number))
        for key, name in (
            ("skill", self.tr("A skill")),
            ("language", self.tr("A language, with its level")),
            ("study", self.tr("A degree")),
            ("certificate", self.tr("A certificate")),
            ("project", self.tr("A project")),
        ):
            self._where.addItem(name, (key, None))
        self._words = QPlainTextEdit()
        self._words.setProperty("role", "field")
        self._words.setTabChangesFocus(True)
        self._words.setFixedHeight(look.px(84))
        self._words.setAccessibleName(self.tr("The fact"))
        form = QFormLayout()
        form.setSpacing(look.steps(2.5))
        form.addRow(self.tr("Where it belongs"), self._where)
        form.addRow(self.tr("The fact"), self._words)
        self._add = button(self.tr("Add the fact"), "primary")
        cancel = button(self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(5), look.steps(5), look.steps(5), look.steps(4))
        column.setSpacing(look.steps(3))
        column.addWidget(says)
        column.addLayout(form)
        column.addLayout(buttons_below(look.steps(2), cancel, self._add))
        self._typed = False
        self._where.currentIndexChanged.connect(self._take_where)
        self._words.textChanged.connect(self._take_words)
        self._add.clicked.connect(self._tell)
        cancel.clicked.connect(self.reject)
        self._where.setCurrentIndex(self._likeliest(mark.kind, heading, profile))
        self._take_where()
        self._words.setFocus()

    def _likeliest(self, kind: str, heading: str, profile: Profile) -> int:
        key = KEYS.get(kind, "highlight")
        if key == "highlight":
            named = (
                number
                for number, job in enumerate(profile.work)
                if job.organisation and job.organisation in heading and job.position in heading
            )
            return next(named, 0)
        return next(row for row in range(self._where.count()) if self._where.itemData(row)[0] == key)

    def _take_where(self) -> None:
        """What was not typed over fits the place: a whole line in a job, the words alone among skills."""
        if not self._typed:
            key, _ = self._where.currentData()
            self._words.setPlainText(self._sentence if key in ("highlight", "project") else self._said)
            self._typed = False
        self._allow()

    def _take_words(self) -> None:
        self._typed = True
        self._allow()

    def _allow(self) -> None:
        allow(self._add, "" if self._words.toPlainText().strip() else self.tr("Write the fact first."))

    def _tell(self) -> None:
        key, job = self._where.currentData()
        self.added.emit(ProfileFact(key, self._words.toPlainText().strip(), job))
        self.accept()


def _job_name(job: Job) -> str:
    return ", ".join(part for part in (job.position, job.organisation) if part)
