"""What is chosen of a letter before it is written: its country, length and tone, and whose facts it tells."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout

from jobmatch_desktop.domain.document import Cause, VersionEntry
from jobmatch_desktop.domain.letter_manner import Length, LetterManner, Tone
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.editor.version_words import version_name
from jobmatch_desktop.ui.shared.moments import moment_words

LONGEST = 60
MOST_VERSIONS = 20


class LetterChoices(QObject):
    """Rows of a form. UI thread."""

    changed = Signal()

    def __init__(
        self, choice: Choice, country: str, of_offer: str, combo: Callable[[str], QComboBox], parent: QObject
    ) -> None:
        """`country` is the one that frames the letter now, `of_offer` the one that the offer tells, each `""` for none; `combo` makes a
        field with its name."""
        super().__init__(parent)
        self._country = combo(self.tr("Country"))
        for words, code in (
            (self.tr("France"), "fr"),
            (self.tr("Germany"), "de"),
            (self.tr("United Kingdom"), "uk"),
            (self.tr("United States"), "us"),
            (self.tr("None: as the language has it"), ""),
        ):
            told = bool(code) and code == of_offer
            self._country.addItem(self.tr("{country}, the offer's").format(country=words) if told else words, code)
        self._length = combo(self.tr("Length"))
        self._length.addItem(self.tr("Short: three paragraphs"), Length.SHORT)
        self._length.addItem(self.tr("Usual: four paragraphs"), Length.USUAL)
        self._length.addItem(self.tr("Long: five paragraphs"), Length.LONG)
        self._tone = combo(self.tr("Tone"))
        self._tone.addItem(self.tr("Plain"), Tone.PLAIN)
        self._tone.addItem(self.tr("Formal"), Tone.FORMAL)
        self._tone.addItem(self.tr("Warm"), Tone.WARM)
        self._facts = combo(self.tr("Facts"))
        self._facts.addItem(self.tr("All that the profile shows"), None)
        self._facts.addItem(self.tr("Those of the CV as it stands"), 0)
        letter = choice.letter
        self._fields = (
            (self.tr("Country"), self._country, country if letter.country is None else letter.country),
            (self.tr("Length"), self._length, letter.length),
            (self.tr("Tone"), self._tone, letter.tone),
            (self.tr("Facts"), self._facts, choice.cv),
        )
        for _, made, value in self._fields:
            made.setCurrentIndex(max(0, made.findData(value)))
            made.currentIndexChanged.connect(self.changed)

    def add_to(self, form: QFormLayout) -> None:
        """Puts the fields at the end of a form."""
        for words, made, _ in self._fields:
            form.addRow(words, made)

    def show_versions(self, versions: Sequence[VersionEntry]) -> None:
        """Offers the CV's versions, those first that the person named or that went out."""
        kept = [one for one in versions if one.name or one.cause is Cause.EXPORTED]
        others = [one for one in versions if one not in kept and one.cause in (Cause.GENERATED, Cause.COMPOSED)]
        now = datetime.now(UTC)
        for version in (*kept, *others)[:MOST_VERSIONS]:
            when = moment_words(version.created, now)
            words = self.tr("CV: {name}, {when}").format(name=version_name(version)[:LONGEST], when=when)
            self._facts.addItem(words, version.id)

    def manner(self) -> LetterManner:
        """The country, length and tone that are chosen."""
        return LetterManner(
            self._country.currentData(), Length(self._length.currentData()), Tone(self._tone.currentData())
        )

    def cv(self) -> int | None:
        """As `Choice.cv`."""
        chosen: int | None = self._facts.currentData()
        return chosen
