"""Who answers: the writers there are, the one chosen, and how it stands. Knows no widget."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.providers.protocol import Availability, State
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.services.models import first_that_writes
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.naming import writer_name
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


@dataclass(frozen=True)
class Writers:
    """`providers` and `models` are keys and words; `says` how the one chosen stands; `why_not` why it cannot answer now; `elsewhere` is
    where the words go if they leave the person's own machines."""

    providers: tuple[tuple[str, str], ...]
    models: tuple[tuple[str, str], ...]
    choice: Choice
    says: str = ""
    why_not: str = ""
    elsewhere: str = ""


class WritersPresenter(QObject):
    """UI thread."""

    shown = Signal(object)
    """The `Writers` to show."""
    failed = Signal(object)
    """A `Trouble` of looking for them."""

    def __init__(self, services: "Services", engine: Engine) -> None:
        super().__init__()
        self._services = services
        self._engine = engine
        self.background = Background(self.failed.emit)
        settings = services.preferences.settings
        self._provider = settings.provider
        self._models: dict[str, str] = {settings.provider: settings.model}
        self._found: dict[str, Availability] = {}
        self._chosen = False
        self._looking = False

    def look(self) -> None:
        """Looks for who can answer; nobody beyond the person's own machines is asked before they are chosen."""
        if not self._looking:
            self._looking = True
            self.background.start(self._look())

    def choose_provider(self, provider: str) -> None:
        """The person chose who answers."""
        self._provider, self._chosen = provider, True
        self._tell()
        self._ask_if_unasked()

    def choose_model(self, model: str) -> None:
        """The person chose the model."""
        self._models[self._provider] = model
        self._tell()

    async def wind_up(self) -> None:
        """Before the program ends: nothing is under way when it returns."""
        self.background.cancel()
        await self.background.settle()

    async def _look(self) -> None:
        try:
            writers = await self._engine.call(self._services.models.writers)
        finally:
            self._looking = False
        before = self._found
        self._found = {one.provider: one.availability for one in writers if one.provider != COMPOSER}
        for name, found in self._found.items():
            if found.state is State.NOT_ASKED and name in before:
                # What one elsewhere said holds until it is asked again.
                self._found[name] = before[name]
        if self._provider == COMPOSER and not self._chosen:
            # A talk wants somebody who answers: a model of this machine, where there is one.
            ready = (name for name, found in self._found.items() if found.state is State.READY)
            self._provider = next((name for name in ready if first_that_writes(self._found[name])), COMPOSER)
        self._tell()
        self._ask_if_unasked()

    def _ask_if_unasked(self) -> None:
        found = self._found.get(self._provider)
        if found is not None and found.state is State.NOT_ASKED:
            self.background.start(self._ask(self._provider))

    async def _ask(self, provider: str) -> None:
        try:
            self._found[provider] = await self._engine.call(self._services.models.availability, provider)
        except JobMatchError as error:
            self._found[provider] = Availability(State.NOT_RUNNING, trouble=error.trouble)
        self._tell()

    def _tell(self) -> None:
        found = self._found.get(self._provider)
        models = [model for model in found.models if model.writes] if found else []
        names = [model.name for model in models]
        last = self._services.preferences.settings.chosen_models.get(self._provider, "")
        wanted = [self._models.get(self._provider, ""), last, *names[:1]]
        model = next((name for name in wanted if name in names), "")
        providers = dict.fromkeys((COMPOSER, *self._found, self._provider))
        says = _state_words(self._provider, found, bool(models))
        ready = self._provider == COMPOSER or bool(model)
        self.shown.emit(
            Writers(
                tuple((name, writer_name(name)) for name in providers),
                tuple((name, name) for name in names),
                Choice(self._provider, model),
                "" if ready else says,
                "" if ready else says,
                self._elsewhere(),
            )
        )

    def _elsewhere(self) -> str:
        if self._provider == COMPOSER:
            return ""
        place = self._services.provider_settings.now(self._provider)
        return "" if place.own or place.address is None else place.address.url


def _state_words(provider: str, found: Availability | None, models: bool) -> str:
    if provider == COMPOSER or models:
        return ""
    if found is None:
        return _tr("Looking for models")
    if found.trouble is not None:
        return trouble_text(found.trouble)
    return {
        State.NOT_SET_UP: _tr("Not set up yet: give its address or key in the settings."),
        State.NOT_ASKED: _tr("Asking what it offers"),
        State.NOT_INSTALLED: _tr("Ollama is not installed. Install it, then look again."),
        State.NOT_RUNNING: _tr("It is not running. Start it, then look again."),
        State.NO_MODEL: _tr("It has no model yet. Get one on the page of models, then look again."),
        State.READY: _tr("It offers no model that writes."),
    }[found.state]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Coach", words)
