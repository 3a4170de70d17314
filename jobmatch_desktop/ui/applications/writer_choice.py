"""Chooses who is to write: nobody but the program, Ollama, or whoever else is set up."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.providers.protocol import Availability, Model, State
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.naming import writer_name
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

OLLAMA = "ollama"
GIGABYTE = 1_000_000_000


class WriterChoice(QWidget):
    """`chosen` tells the `Choice` with the writer the person took, `settings_asked` that they want to set another up. Who there is, is
    looked for with `look`; one on a machine that is not the person's own is asked when they choose it."""

    chosen = Signal(object)
    settings_asked = Signal()

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        background: Background,
        appearance: Appearance,
        icons: Icons,
        choice: Choice,
    ) -> None:
        super().__init__()
        look = appearance.look
        self._services = services
        self._engine = engine
        self._background = background
        self._choice = choice
        self._found: dict[str, Availability] = {}
        self._looked = False
        self._writer = ComboBox(self.tr("Writer"), appearance, icons)
        self._writer.setMinimumContentsLength(18)
        self._model = ComboBox(self.tr("Model"), appearance, icons)
        self._model.setMinimumContentsLength(24)
        self._says = label("muted", wraps=True)
        self._again = button(self.tr("Look again"), "slim")
        self._settings = button(self.tr("More in Settings"), "slim")
        row = QHBoxLayout()
        row.setSpacing(look.steps(3))
        row.addWidget(self._writer)
        row.addWidget(self._model)
        row.addWidget(self._again)
        row.addWidget(self._settings)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(2))
        column.addLayout(row)
        column.addWidget(self._says)
        self._fill(choice.provider)
        self._writer.activated.connect(self._take_writer)
        self._model.activated.connect(self._tell)
        self._again.clicked.connect(self._look_again)
        self._settings.clicked.connect(self.settings_asked)
        self._show()

    def look(self) -> None:
        """Looks for who can write and their models, without waiting for them."""
        self._background.start(self._look())

    def _look_again(self) -> None:
        provider = self._provider()
        if provider in self._found and provider != OLLAMA:
            self._background.start(self._ask(provider))
        else:
            self.look()

    async def _look(self) -> None:
        before = self._found
        writers = await self._engine.call(self._services.models.writers)
        found = {one.provider: one.availability for one in writers if one.provider != COMPOSER}
        # What one elsewhere said when it was asked holds until it is asked again.
        kept = {name: before[name] for name, one in found.items() if one.state is State.NOT_ASKED and name in before}
        self._found = found | kept
        self._looked = True
        self._fill(self._provider())
        self._show()
        self._ask_if_unasked()

    async def _ask(self, provider: str) -> None:
        try:
            self._found[provider] = await self._engine.call(self._services.models.availability, provider)
        except JobMatchError as error:
            self._found[provider] = Availability(State.NOT_RUNNING, trouble=error.trouble)
        self._show()
        if provider == self._provider() and not self._choice.model and self._model.currentData():
            self._tell()

    def _ask_if_unasked(self) -> None:
        found = self._found.get(self._provider())
        if found is not None and found.state is State.NOT_ASKED:
            self._background.start(self._ask(self._provider()))

    def _provider(self) -> str:
        provider: str = self._writer.currentData()
        return provider

    def _models(self) -> list[Model]:
        found = self._found.get(self._provider())
        return [model for model in found.models if model.writes] if found else []

    def _fill(self, wanted: str) -> None:
        """Nobody, Ollama, and those that are set up."""
        names = [*dict.fromkeys((COMPOSER, OLLAMA, *self._found, *([] if self._looked else [wanted])))]
        if names != [self._writer.itemData(place) for place in range(self._writer.count())]:  # its list may be open
            self._writer.clear()
            for name in names:
                self._writer.addItem(writer_name(name), name)
        self._writer.setCurrentIndex(max(0, self._writer.findData(wanted)))

    def _show(self) -> None:
        provider, models = self._provider(), self._models()
        found = self._found.get(provider)
        ready = found is not None and found.state is State.READY and bool(models)
        last = self._services.preferences.settings.chosen_models.get(provider, "")
        own = self._choice.model if self._choice.provider == provider else ""
        wanted = [self._model.currentData(), own, last]
        self._model.clear()
        for model in models:
            self._model.addItem(_words(model), model.name)
        places = [self._model.findData(name) for name in wanted if name]
        self._model.setCurrentIndex(next((place for place in places if place >= 0), 0))
        self._model.setVisible(ready)
        self._again.setVisible(provider != COMPOSER and not ready and self._looked)
        words = self._state_words(provider, found, ready)
        self._says.setText(words)
        self._says.setAccessibleName(words)

    def _state_words(self, provider: str, found: Availability | None, ready: bool) -> str:
        if provider == COMPOSER:
            words = self.tr("Written at once from your facts and the offer alone. Nothing leaves this computer.")
            return f"{words} {self._found_words()}".strip()
        if not self._looked:
            return self.tr("Looking for {writer}").format(writer=writer_name(provider))
        if ready:
            return self.tr("Ready. A model words the draft anew, part by part; nothing it makes up gets in by itself.")
        if found is not None and found.trouble is not None:
            return trouble_text(found.trouble)
        if found is not None and found.state is State.NOT_ASKED:
            return self.tr("Asking what it offers")
        if provider != OLLAMA:
            return self.tr("It offers no model that writes.")
        if found is not None and found.state is State.NOT_INSTALLED:
            return self.tr("Ollama is not installed. Install it, then look again.")
        if found is not None and found.state in (State.NO_MODEL, State.READY):
            return self.tr("Ollama has no model that writes. Pull one, such as llama3.2:3b, then look again.")
        return self.tr("Ollama is not running. Start it, then look again.")

    def _found_words(self) -> str:
        ollama = self._found.get(OLLAMA)
        models = [model for model in ollama.models if model.writes] if ollama else []
        if not models:
            return ""
        if len(models) == 1:
            return self.tr("Ollama is here too, with one model.")
        return self.tr("Ollama is here too, with {number} models.").format(number=len(models))

    def _take_writer(self) -> None:
        self._choice = msgspec.structs.replace(self._choice, provider=self._provider(), model="")
        self._show()
        self._tell()
        self._ask_if_unasked()

    def _tell(self) -> None:
        provider = self._provider()
        model = self._model.currentData() or "" if provider != COMPOSER else ""
        self._choice = msgspec.structs.replace(self._choice, provider=provider, model=model)
        self.chosen.emit(self._choice)


def _words(model: Model) -> str:
    size = f"{model.size / GIGABYTE:.1f} GB" if model.size else ""
    return " · ".join(part for part in (model.name, model.parameters, size) if part)
