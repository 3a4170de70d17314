"""Chooses who is to write: nobody but the program, or a model of this computer's Ollama."""

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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
from jobmatch_desktop.ui.shared.segments import Segments
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

OLLAMA = "ollama"
GIGABYTE = 1_000_000_000


class WriterChoice(QWidget):
    """`chosen` tells the `Choice` with the writer the person took. What Ollama has is looked for with `look`."""

    chosen = Signal(object)

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
        self._found: Availability | None = None
        choices = [(COMPOSER, self.tr("Without a model")), (OLLAMA, self.tr("Ollama"))]
        self._segments = Segments(choices, self.tr("Writer"), look)
        for made in self._segments.findChildren(QPushButton):
            # Room for its words in the weight of the chosen one.
            made.setMinimumWidth(round(made.fontMetrics().horizontalAdvance(made.text()) * 1.15) + look.steps(8))
        self._model = ComboBox(self.tr("Model"), appearance, icons)
        self._model.setMinimumContentsLength(24)
        self._says = label("muted", wraps=True)
        self._again = button(self.tr("Look again"), "slim")
        row = QHBoxLayout()
        row.setSpacing(look.steps(3))
        row.addWidget(self._segments)
        row.addWidget(self._model)
        row.addWidget(self._again)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(2))
        column.addLayout(row)
        column.addWidget(self._says)
        if choice.provider == OLLAMA:
            self._segments.choose(OLLAMA)
        self._segments.chosen.connect(self._take_provider)
        self._model.activated.connect(self._take_model)
        self._again.clicked.connect(self.look)
        self._show()

    def look(self) -> None:
        """Looks for Ollama and its models, without waiting for it."""
        self._background.start(self._look())

    async def _look(self) -> None:
        try:
            writers = await self._engine.call(self._services.models.writers)
        except JobMatchError as error:
            self._found = Availability(State.NOT_RUNNING, trouble=error.trouble)
        else:
            self._found = next((one.availability for one in writers if one.provider == OLLAMA), None)
        self._show()

    def _show(self) -> None:
        ollama = self._segments.present() == OLLAMA
        models = [model for model in self._found.models if model.writes] if self._found else []
        ready = self._found is not None and self._found.state is State.READY and bool(models)
        wanted = self._model.currentData() or self._choice.model
        self._model.blockSignals(True)
        self._model.clear()
        for model in models:
            self._model.addItem(_words(model), model.name)
        self._model.setCurrentIndex(max(0, self._model.findData(wanted)))
        self._model.blockSignals(False)
        self._model.setVisible(ollama and ready)
        self._again.setVisible(ollama and not ready and self._found is not None)
        words = self._state_words(ollama, ready, len(models))
        self._says.setText(words)
        self._says.setAccessibleName(words)

    def _state_words(self, ollama: bool, ready: bool, models: int) -> str:
        if not ollama:
            words = self.tr("Written at once from your facts and the offer alone. Nothing leaves this computer.")
            return f"{words} {self._found_words(models)}".strip() if ready else words
        if self._found is None:
            return self.tr("Looking for Ollama")
        if ready:
            return self.tr("Ready. A model words the draft anew, part by part; nothing it makes up gets in by itself.")
        if self._found.trouble is not None:
            return trouble_text(self._found.trouble)
        return {
            State.NOT_INSTALLED: self.tr("Ollama is not installed. Install it, then look again."),
            State.NOT_RUNNING: self.tr("Ollama is not running. Start it, then look again."),
            State.NO_MODEL: self.tr("Ollama has no model that writes. Pull one, such as llama3.2:3b, then look again."),
            State.READY: self.tr("Ollama has no model that writes. Pull one, such as llama3.2:3b, then look again."),
        }[self._found.state]

    def _found_words(self, models: int) -> str:
        if models == 1:
            return self.tr("Ollama is here too, with one model.")
        return self.tr("Ollama is here too, with {number} models.").format(number=models)

    def _take_provider(self, provider: str) -> None:
        self._show()
        self._tell(provider)

    def _take_model(self) -> None:
        self._tell(OLLAMA)

    def _tell(self, provider: str) -> None:
        model = self._model.currentData() or "" if provider == OLLAMA else ""
        self._choice = msgspec.structs.replace(self._choice, provider=provider, model=model)
        self.chosen.emit(self._choice)


def _words(model: Model) -> str:
    size = f"{model.size / GIGABYTE:.1f} GB" if model.size else ""
    return " · ".join(part for part in (model.name, model.parameters, size) if part)
