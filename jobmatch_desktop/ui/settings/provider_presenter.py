"""What the page of settings shows of the providers, and what it does with what the person gives. It speaks to nobody elsewhere unasked."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.settings_errors import NotANumber
from jobmatch_desktop.domain.task import ModelSettings
from jobmatch_desktop.providers.protocol import Capabilities, Model
from jobmatch_desktop.services.connection_test import Tried, known_capabilities, try_connection
from jobmatch_desktop.services.keys import KeyPlace
from jobmatch_desktop.storage.settings import ProviderPlace, Settings
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.naming import provider_name

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

COMPATIBLE = "compatible"


@dataclass(frozen=True)
class ProviderShown:
    """A provider as it is set. `address` is where that leads (empty: nowhere yet), from the environment or not; `loopback` and `own` say
    whose machine that is, `usual` that it is nobody's own; `key_trouble` why a key would be kept for this session only; `capabilities`
    None: not known. `tested` is the last test since something changed, `testing` says that one runs. `faults` are by field: why what
    was given is not stored, or what is stored cannot be used."""

    provider: str
    place: ProviderPlace = field(default_factory=ProviderPlace)
    address: str = ""
    host: str = ""
    from_environment: bool = False
    loopback: bool = False
    own: bool = False
    usual: bool = False
    width: int = 1
    key: KeyPlace | None = None
    key_trouble: Trouble | None = None
    model: str = ""
    models: tuple[Model, ...] = ()
    model_settings: ModelSettings = field(default_factory=ModelSettings)
    capabilities: Capabilities | None = None
    tested: Tried | None = None
    testing: bool = False
    faults: dict[str, Trouble] = field(default_factory=dict)


class ProviderPresenter(QObject):
    """Decides for the part of the page that sets one provider. UI thread; knows no widget."""

    shown = Signal(object)
    """The `ProviderShown` to show."""
    servers_shown = Signal(object)
    """The servers found on this machine that could be used: a tuple of `LocalServer`."""
    key_kept = Signal()
    """The key that was given is kept: the field can forget it."""

    def __init__(self, services: "Services", engine: Engine, background: Background, provider: str) -> None:
        super().__init__()
        self._services = services
        self._engine = engine
        self._background = background
        self._state = ProviderShown(provider)
        self._title = provider_name(provider)
        self._testing: asyncio.Task[None] | None = None
        self._asking = False
        self._asked_for: tuple[object, ...] = ()
        self._refused: dict[str, Trouble] = {}
        self._turn = asyncio.Lock()  # what is given is stored in that order, and a test comes after it

    @property
    def provider(self) -> str:
        """The name of the provider."""
        return self._state.provider

    def show(self) -> None:
        """It came into view: shows what is stored, and looks at what a machine of the person's own has."""
        self._background.start(self._come())

    def change(self, **fields: object) -> None:
        """The person gave one field of `ProviderPlace` another value."""
        (name,) = fields

        async def store() -> None:
            place = msgspec.structs.replace(self._services.preferences.place(self.provider), **fields)
            await self._engine.call(self._services.provider_settings.change, self.provider, place)

        self._background.start(self._keep(name, store))

    def mark_own(self, own: bool) -> None:
        """The person says whose machine the provider is on."""
        host = self._state.host
        self._background.start(
            self._keep("own", lambda: self._engine.call(self._services.provider_settings.mark_own, host, own))
        )

    def set_key(self, text: str) -> None:
        """The person gave a key."""

        async def store() -> None:
            await self._engine.call(self._services.keys.set, self.provider, text)
            self.key_kept.emit()

        self._background.start(self._keep("key", store))

    def remove_key(self) -> None:
        """The person wants the key gone."""
        self._background.start(self._keep("key", lambda: self._engine.call(self._services.keys.delete, self.provider)))

    def set_model(self, model: str) -> None:
        """The person chose a model, or typed its name; empty is none."""

        def chosen(settings: Settings) -> Settings:
            return msgspec.structs.replace(
                settings,
                chosen_models={**settings.chosen_models, self.provider: model},
                model=model if settings.provider == self.provider else settings.model,
            )

        async def store() -> None:
            await self._engine.call(self._services.preferences.edit, chosen)

        self._background.start(self._keep("model", store))

    def set_thinking(self, on: bool) -> None:
        """The person says whether the model thinks first."""
        self._set_of_model("thinking", lambda now: msgspec.structs.replace(now, thinking=on))

    def set_context(self, text: str) -> None:
        """The person gave a context in tokens; empty is the usual one."""
        self._set_of_model(
            "context", lambda now: msgspec.structs.replace(now, context_tokens=None if not text else _whole(text))
        )

    def set_temperature(self, text: str) -> None:
        """The person gave a temperature; empty is the usual one."""
        self._set_of_model(
            "temperature", lambda now: msgspec.structs.replace(now, temperature=None if not text else _decimal(text))
        )

    def forget_fault(self, name: str) -> None:
        """What was given in a field is taken back."""
        if self._refused.pop(name, None) is not None:
            self._background.start(self._refresh())

    def test(self) -> None:
        """Tests the provider as it is set; pressed again, stops."""
        if self._testing is not None:
            self.stop_testing()
            return
        self._background.start(self._test())

    def stop_testing(self) -> None:
        """Gives a test up."""
        if self._testing is not None:
            self._testing.cancel()

    # What is behind it

    async def _come(self) -> None:
        await self._refresh()
        if self.provider == COMPATIBLE:
            servers = await self._engine.call(self._services.models.found_locally)
            self.servers_shown.emit(tuple(one for one in servers if one.kind != "ollama"))

    async def _keep(self, name: str, store: Callable[[], Awaitable[object]]) -> None:
        """Stores, and tells the fault beside its field where it cannot be."""
        async with self._turn:
            self._refused.pop(name, None)
            try:
                await store()
            except JobMatchError as error:
                self._refused[name] = error.trouble
            else:
                if self._asking:
                    self.stop_testing()
                self._state = replace(self._state, tested=None)
        await self._refresh()

    async def _refresh(self) -> None:
        services = self._services
        settings = services.preferences.settings
        try:
            now = services.provider_settings.now(self.provider)
        except JobMatchError:
            place = services.preferences.place(self.provider)
            self._state = replace(self._state, place=place, address="", host="", own=False, usual=False)
        else:
            address = now.address
            self._state = replace(
                self._state,
                place=now.place,
                address=address.url if address else "",
                host=address.host if address else "",
                loopback=address is not None and address.loopback,
                from_environment=now.from_environment,
                own=now.own,
                usual=now.usual,
                width=now.width,
            )
        model = settings.chosen_models.get(self.provider, "")
        if not model and settings.provider == self.provider:
            model = settings.model
        self._tell(model=model, model_settings=services.provider_settings.model(self.provider, model))
        stored = await self._engine.call(services.provider_settings.faults, self.provider)
        self._tell(faults=stored | self._refused)
        known = await self._engine.call(services.keys.known)
        self._tell(key=known.get(self.provider), key_trouble=await self._engine.call(services.keys.trouble))
        if self._state.own:
            await self._look()

    async def _look(self) -> None:
        """What the provider has: asked of a machine of the person's own, or where they had it tested."""
        asked = (self._state.address, self._state.place, self._state.key)
        if asked != self._asked_for:
            self._asked_for = asked
            try:
                found = (await self._engine.call(self._services.models.availability, self.provider)).models
            except JobMatchError:
                found = ()  # a test says what is in the way
            self._tell(models=found)
        await self._learn()

    async def _learn(self) -> None:
        """What the model chosen takes, as far as it can be told."""
        model = self._state.model
        found = None
        if model and any(one.name == model for one in self._state.models):
            found = await self._engine.call(known_capabilities, self._services.models, self.provider, model)
        if model == self._state.model:
            self._tell(capabilities=found)

    async def _test(self) -> None:
        self._testing = asyncio.current_task()
        self._tell(testing=True, tested=None)
        try:
            async with self._turn:
                self._asking = True
            found = await self._engine.call(
                try_connection, self._services.models, self.provider, self._state.model, self._title
            )
            self._tell(tested=found, models=found.models or self._state.models)
            await self._learn()
        finally:
            self._testing, self._asking = None, False
            self._tell(testing=False)

    def _set_of_model(self, name: str, changed: Callable[[ModelSettings], ModelSettings]) -> None:
        provider, model = self.provider, self._state.model

        async def store() -> None:
            if not model:
                return
            places = self._services.provider_settings
            await self._engine.call(places.set_model, provider, model, changed(places.model(provider, model)))

        self._background.start(self._keep(name, store))

    def _tell(self, **fields: object) -> None:
        self._state = replace(self._state, **fields)  # type: ignore[arg-type]
        self.shown.emit(self._state)


def _whole(text: str) -> int:
    try:
        return int("".join(text.split()))
    except ValueError:
        raise NotANumber(text=text[:40]) from None


def _decimal(text: str) -> float:
    try:
        found = float(text.strip().replace(",", "."))
    except ValueError:
        raise NotANumber(text=text[:40]) from None
    return found
