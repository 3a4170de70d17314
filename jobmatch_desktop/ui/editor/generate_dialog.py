"""Asks how a document is to be written: by whom, in which language, how freely; and says what it will take."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.kept_profile import Targeting
from jobmatch_desktop.providers.protocol import Model, State
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.services.models import Writer
from jobmatch_desktop.ui.editor.letter_choices import LetterChoices
from jobmatch_desktop.ui.editor.preflight_words import destination_words, left_out_words, preflight_words
from jobmatch_desktop.ui.profile.targeting_choice import TargetingChoice
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.fields import CheckBox, ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.naming import writer_name
from jobmatch_desktop.ui.shared.numbers import gigabytes
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:  # what the window shows takes it not: it comes with all its parts
    from jobmatch_desktop.services.preflight import Preflight


class GenerateDialog(QDialog):
    """Shown with `open()`. `asked` tells the `Choice`; `look_again` asks for the writers anew, `writer_chosen` for one that was not
    asked yet; `chosen` tells each `Choice` that could be written now, `sending_asked` one of which the person wants to see what leaves."""

    asked = Signal(object)
    chosen = Signal(object)
    writer_chosen = Signal(str)
    sending_asked = Signal(object)
    look_again = Signal()
    targeting_chosen = Signal(object)
    """The id of what of the profile is to be shown from now on; None: everything."""

    def __init__(
        self,
        appearance: Appearance,
        icons: Icons,
        kind: DocumentKind,
        choice: Choice,
        offer_language: str,
        parent: QWidget | None,
        chosen_models: Mapping[str, str] | None = None,
        country: str = "",
        country_of_offer: str = "",
    ) -> None:
        """`chosen_models` are the models that were last chosen, by provider; `country` frames a letter now (`""`: none does), and the
        offer tells `country_of_offer`."""
        super().__init__(parent)
        self._chosen_models = chosen_models or {}
        self._drawn_with = (appearance, icons)
        look = appearance.look
        self._choice = choice
        self._writers: dict[str, Writer] = {}
        cv = kind is DocumentKind.CV
        self.letter = None if cv else LetterChoices(choice, country, country_of_offer, self._combo, self)
        self.setWindowTitle(self.tr("Write the CV") if cv else self.tr("Write the letter"))
        self.setMinimumWidth(look.px(440))
        self._writer = self._combo(self.tr("Writer"))
        self._state = label("muted", wraps=True)
        self._again = button(self.tr("Look again"), "slim")
        self._model = self._combo(self.tr("Model"))
        self._language = self._combo(self.tr("Language"))
        self._strength = self._combo(self.tr("Strength"))
        self._shows = TargetingChoice(appearance, icons)
        self._leave = CheckBox(self.tr("Leave the parts I edited alone"), appearance, icons)
        self._leave.setChecked(not choice.rewrite_edited)
        self._fill_choices(offer_language)
        self._takes = label("", wraps=True)
        self._takes.setAccessibleName(self.tr("What it will take"))
        self._left_out = label("muted", wraps=True)
        self._goes = label("muted", wraps=True)
        self._sending = button(self.tr("What will be sent"), "slim")
        self._preflight: Preflight | None = None
        self._write = button(self.tr("Write"), "primary")
        self._write.setDefault(True)
        cancel = button(self.tr("Cancel"))
        state = QHBoxLayout()
        state.setSpacing(look.steps(3))
        state.addWidget(self._state, 1)
        state.addWidget(self._again, 0, Qt.AlignmentFlag.AlignTop)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(look.steps(4))
        self._form.setVerticalSpacing(look.steps(3))
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow(self.tr("Writer"), self._writer)
        self._form.addRow("", state)
        self._form.addRow(self.tr("Model"), self._model)
        self._form.addRow(self.tr("Language"), self._language)
        self._form.addRow(self.tr("Strength"), self._strength)
        self._form.addRow(self.tr("Shows"), self._shows)
        self._form.setRowVisible(self._shows, False)
        if self.letter is not None:
            self.letter.add_to(self._form)
            self.letter.changed.connect(self._foresee)
        self._form.addRow("", self._leave)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(cancel)
        below.addWidget(self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(6), look.steps(6), look.steps(6), look.steps(5))
        column.setSpacing(look.steps(5))
        column.addLayout(self._form)
        column.addLayout(self._block(look.steps(2)))
        column.addStretch(1)
        column.addLayout(below)
        self._writer.currentIndexChanged.connect(self._writer_chosen)
        self._model.currentIndexChanged.connect(self._allow)
        self._model.currentTextChanged.connect(self._model.setToolTip)  # long names are cut in their midst
        for made in (self._model, self._language, self._strength):
            made.currentIndexChanged.connect(self._foresee)
        self._leave.toggled.connect(self._foresee)
        self._shows.chosen.connect(self.targeting_chosen)
        self._sending.clicked.connect(self._ask_sending)
        self._again.clicked.connect(self.look_again)
        self._write.clicked.connect(self._ask)
        cancel.clicked.connect(self.reject)
        self._fill_writers()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # what is not shown yet does not know the sizes of its style

    def show_writers(self, writers: list[Writer]) -> None:
        """Shows who can write, as it is now."""
        wanted = self._writer.currentData() if self._writers else self._choice.provider
        self._writers = {writer.provider: writer for writer in writers}
        self._fill_writers(wanted)

    def show_writer(self, writer: Writer) -> None:
        """Shows how one of them is that was asked since."""
        self._writers[writer.provider] = writer
        if self._writer.currentData() == writer.provider:
            self._writer_chosen()

    def show_targetings(self, targetings: Sequence[Targeting], present: int | None) -> None:
        """Offers what of the profile may be shown; `present` is what is. Where there is but everything, nothing is asked."""
        self._shows.show_targetings(targetings, present)
        self._form.setRowVisible(self._shows, bool(targetings))
        self._fit()

    def foresee_again(self) -> None:
        """What is written from is another now."""
        self._foresee()

    def show_preflight(self, found: "Preflight") -> None:
        """Shows what the choice will take, if it is the one that stands."""
        if found.choice != self._chosen():
            return
        self._preflight = found
        self._say(preflight_words(found), left_out_words(found), destination_words(found))

    def _block(self, space: int) -> QVBoxLayout:
        goes = QHBoxLayout()
        goes.setSpacing(space)
        goes.addWidget(self._goes, 1)
        goes.addWidget(self._sending, 0, Qt.AlignmentFlag.AlignTop)
        block = QVBoxLayout()
        block.setSpacing(space)
        block.addWidget(self._takes)
        block.addWidget(self._left_out)
        block.addLayout(goes)
        return block

    def _say(self, takes: str = "", left_out: str = "", goes: str = "") -> None:
        for shown, words in ((self._takes, takes), (self._left_out, left_out), (self._goes, goes)):
            shown.setText(words)
            shown.setVisible(bool(words))
        self._sending.setVisible(bool(goes))
        self._fit()

    def _fit(self) -> None:
        """As high as its words take at its width: `adjustSize` does not count wrapped lines, and squeezes the fields."""
        column = self.layout()
        assert column is not None
        column.activate()
        width = max(self.width() if self.isVisible() else 0, self.minimumWidth(), column.totalMinimumSize().width())
        margins = column.contentsMargins()
        for shown in (self._takes, self._left_out):  # else they take room from the fields where a line below is hidden
            shown.setFixedHeight(max(0, shown.heightForWidth(width - margins.left() - margins.right())))
        column.activate()
        self.setMinimumHeight(0)
        self.resize(width, column.totalHeightForWidth(width))
        self.setMinimumHeight(column.totalHeightForWidth(width))

    def _foresee(self) -> None:
        self._preflight = None
        can = self._writer.currentData() != COMPOSER and self._model.currentIndex() >= 0
        self._say(self.tr("Working out what it will take") if can else "")
        if can:
            self.chosen.emit(self._chosen())

    def _ask_sending(self) -> None:
        self.sending_asked.emit(self._preflight.agreed if self._preflight else self._chosen())

    def _fill_writers(self, wanted: str | None = None) -> None:
        self._writer.blockSignals(True)
        self._writer.clear()
        for provider in self._writers or (COMPOSER,):
            self._writer.addItem(writer_name(provider), provider)
        self._writer.setCurrentIndex(max(0, self._writer.findData(wanted or self._choice.provider)))
        self._writer.blockSignals(False)
        self._writer_chosen()

    def _writer_chosen(self) -> None:
        provider = self._writer.currentData()
        found = self._writers.get(provider)
        models = [model for model in found.availability.models if model.writes] if found else []
        self._model.blockSignals(True)
        self._model.clear()
        for model in models:
            self._model.addItem(_model_words(model), model.name)
        wanted = self._chosen_models.get(provider) or self._choice.model
        self._model.setCurrentIndex(max(0, self._model.findData(wanted)))
        self._model.setToolTip(self._model.currentText())
        self._model.blockSignals(False)
        self._form.setRowVisible(self._model, provider != COMPOSER and bool(models))
        self._form.setRowVisible(self._strength, provider != COMPOSER)
        self._again.setVisible(provider != COMPOSER)
        self._state.setText(self._state_words(found, provider))
        self._allow()
        self._foresee()
        if found and found.availability.state is State.NOT_ASKED:
            self.writer_chosen.emit(provider)

    def _state_words(self, found: Writer | None, provider: str) -> str:
        if provider == COMPOSER:
            if not self._writers:
                return self.tr("Looking for models on this computer")
            return self.tr("Written at once from your facts and the offer. Nothing leaves this computer.")
        state = found.availability.state if found else State.NOT_RUNNING
        if state is State.READY:
            return self.tr("Ready.")
        if found and found.availability.trouble:
            return trouble_text(found.availability.trouble)
        return {
            State.NOT_SET_UP: self.tr("Not set up yet: give its address or key in the settings."),
            State.NOT_ASKED: self.tr("Asking what it offers"),
            State.NOT_INSTALLED: self.tr("Ollama is not installed. Install it, then look again."),
            State.NOT_RUNNING: self.tr("Ollama is installed and not running. Start it, then look again."),
            State.NO_MODEL: self.tr("Ollama has no model yet. Pull one, such as llama3.2:3b, then look again."),
        }[state]

    def _allow(self) -> None:
        provider = self._writer.currentData()
        found = self._writers.get(provider)
        ready = provider == COMPOSER or (
            found is not None and found.availability.state is State.READY and self._model.currentIndex() >= 0
        )
        allow(self._write, "" if ready else self._state.text())

    def _ask(self) -> None:
        choice = self._preflight.agreed if self._preflight else self._chosen()
        self.accept()
        self.asked.emit(choice)

    def _chosen(self) -> Choice:
        provider = self._writer.currentData()
        choice = self._choice
        if self.letter is not None:
            choice = msgspec.structs.replace(choice, letter=self.letter.manner(), cv=self.letter.cv())
        return msgspec.structs.replace(
            choice,
            provider=provider,
            model=self._model.currentData() or "" if provider != COMPOSER else "",
            language=self._language.currentData(),
            strength=self._strength.currentData(),
            rewrite_edited=not self._leave.isChecked(),
        )

    def _combo(self, name: str) -> QComboBox:
        made = ComboBox(name, *self._drawn_with)
        made.setMinimumContentsLength(24)
        return made

    def _fill_choices(self, offer_language: str) -> None:
        names = {"en": self.tr("English"), "fr": self.tr("French")}
        of_offer = names.get(offer_language, names["en"])
        self._language.addItem(self.tr("The offer's: {language}").format(language=of_offer), None)
        for code, name in names.items():
            self._language.addItem(name, code)
        self._language.setCurrentIndex(max(0, self._language.findData(self._choice.language)))
        self._strength.addItem(self.tr("Faithful: reorder and rephrase"), "faithful")
        self._strength.addItem(
            self.tr("Polished: tighter, in the offer's words where a fact supports them"), "polished"
        )
        self._strength.setCurrentIndex(max(0, self._strength.findData(self._choice.strength)))


def _model_words(model: Model) -> str:
    size = gigabytes(model.size) if model.size else ""
    return " · ".join(part for part in (model.name, model.parameters, size) if part)
