"""Something that may be kept, with the box that confirms it and where it comes from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from jobmatch_desktop.ui.coach.words import field_words, left_out_sentence_words, source_words, spoken_words
from jobmatch_desktop.ui.coach.writing import Writing
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.fields import CheckBox, ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact
from jobmatch_desktop.writing.coaching.proposal import Field


class ProposalField(QFrame):
    """`changed`: the person ticked it, or changed its words."""

    changed = Signal()

    def __init__(self, field: Field, seconds: int, jobs: tuple[str, ...], appearance: Appearance, icons: Icons) -> None:
        """`seconds` is how long a pitch may take, else 0."""
        super().__init__()
        look = appearance.look
        self.proposed = field
        self._seconds = seconds
        self.setProperty("role", "card")
        name = field_words(field.key)
        self.tick = CheckBox(name, appearance, icons)
        self.tick.setAccessibleName(self.tr("Keep: {name}").format(name=name))
        self.words = Writing(name, appearance, enter_sends=False)
        self.words.setPlainText(field.text)
        self._time = label("muted")
        self._source = label("muted", source_words(field), wraps=True)
        self.tick.setAccessibleDescription(self._source.text())
        self.job = ComboBox(self.tr("Job"), appearance, icons)
        self.job.setMinimumContentsLength(10)
        for place, job in enumerate(jobs):
            self.job.addItem(job or self.tr("Job {number}").format(number=place + 1), place)
        if field.job is not None:
            self.job.setCurrentIndex(max(0, self.job.findData(field.job)))
        self.job.setVisible(field.key == "highlight" and len(jobs) > 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(3), look.steps(2), look.steps(3), look.steps(2.5))
        column.setSpacing(look.steps(1.5))
        for made in (self.tick, self.words, self.job, self._time, self._source):
            column.addWidget(made)
        for left in field.left_out:
            column.addWidget(label("muted", left_out_sentence_words(left.text, left.why), wraps=True))
        self._source.setVisible(bool(self._source.text()))
        self._time.setVisible(bool(seconds))
        self.words.textChanged.connect(self._typed)
        self.tick.toggled.connect(self.changed)
        self._typed()

    def confirmed(self) -> str:
        """Its words, where the person ticked it."""
        return self.text() if self.tick.isChecked() else ""

    def text(self) -> str:
        """Its words as they are now."""
        return self.words.toPlainText().strip()

    def fact(self) -> ProfileFact:
        """It as a line of the profile."""
        job = self.job.currentData() if self.proposed.key == "highlight" else None
        return ProfileFact(self.proposed.key, self.text(), job)

    def touched(self) -> bool:
        """Whether the person did something with it."""
        return self.tick.isChecked() or self.text() != self.proposed.text.strip()

    def _typed(self) -> None:
        if self._seconds:
            self._time.setText(spoken_words(self.text(), self._seconds))
        self.changed.emit()
