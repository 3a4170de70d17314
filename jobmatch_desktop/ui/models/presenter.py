"""What the page of models shows, and what it does with a model. It looks while the page is in view, and never when it is not."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.providers.local_servers import LocalServer
from jobmatch_desktop.providers.protocol import Availability
from jobmatch_desktop.services.models import OwnMachine
from jobmatch_desktop.services.pulls import Pull, PullState
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

LOOK = 5000
"""Milliseconds between two looks at what the servers of this machine have."""
TICK = 500
"""Milliseconds between two looks at downloads that run."""
OLLAMA = "ollama"
COMPATIBLE = "compatible"


@dataclass(frozen=True)
class Elsewhere:
    """Another provider that is set up: at `address`, on a machine of the person's `own` or not. `found` is None until it is asked, which
    for a machine that is not their own only the person does."""

    provider: str
    address: str
    own: bool
    found: Availability | None = None


@dataclass(frozen=True)
class Overview:
    """What the page shows, downloads aside. `ollama` None: not looked at yet; `startable` says that Ollama would be on this machine, and
    `starting` that the person had it started just now. `servers` are those found on this machine, beside Ollama where it is set to be."""

    ollama: Availability | None = None
    address: str = ""
    startable: bool = False
    starting: bool = False
    servers: tuple[LocalServer, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    machine: OwnMachine | None = None


class ModelsPresenter(QObject):
    """Decides for the page. UI thread; knows no widget."""

    shown = Signal(object)
    """The `Overview` to show."""
    pulls_shown = Signal(object)
    """The downloads: a tuple of `Pull`."""
    failed = Signal(object)
    """A `Trouble` of something that the person asked for."""

    def __init__(self, services: "Services", engine: Engine) -> None:
        super().__init__()
        self._services = services
        self._engine = engine
        self._overview = Overview()
        self._pulls: tuple[Pull, ...] = ()
        self._in_view = False
        self._looking = False
        self._again = False
        self.background = Background(self.failed.emit)
        self._look = QTimer(self, interval=LOOK)
        self._look.timeout.connect(self.look)
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self._look_at_pulls)

    def show(self, in_view: bool) -> None:
        """The page came into view, or went."""
        self._in_view = in_view
        if not in_view:
            self._look.stop()
            self._tick.stop()
            return
        self._look.start()
        self.background.start(self._look_around())
        self.look()
        self._look_at_pulls()

    def look(self) -> None:
        """Looks at the servers of this machine now; once more after a look that is under way."""
        if self._looking:
            self._again = True
        elif self._in_view:
            self._looking = True
            self.background.start(self._look_here())

    def start_ollama(self) -> None:
        """The person wants Ollama started."""
        if not self._overview.starting:
            self._tell(replace(self._overview, starting=True))
            self.background.start(self._start_ollama())

    def ask(self, provider: str) -> None:
        """The person wants to see what a provider on another machine has."""
        self.background.start(self._ask(provider))

    def use(self, server: LocalServer) -> None:
        """The person wants to write with a server that was found."""
        self.background.start(self._use(server))

    def delete(self, model: str) -> None:
        """The person confirmed that a model goes."""
        self.background.start(self._then_look(self._services.models.delete, OLLAMA, model))

    def pull(self, model: str) -> None:
        """Downloads a model, or goes on with it."""
        self.background.start(self._then_pulls(self._services.models.pulls.start, model))

    def pause(self, model: str) -> None:
        """Pauses a download."""
        self.background.start(self._then_pulls(self._services.models.pulls.pause, model))

    def cancel(self, model: str) -> None:
        """Gives a download up, or puts away one that ended."""
        self.background.start(self._then_pulls(self._services.models.pulls.cancel, model))

    async def wind_up(self) -> None:
        """Before the program ends: nothing is under way when it returns."""
        self.show(False)
        self.background.cancel()
        await self.background.settle()

    # Looks

    async def _look_here(self) -> None:
        try:
            settings = self._services.provider_settings
            where = settings.now(OLLAMA)
            used = settings.now(COMPATIBLE)
            address = where.address.url if where.address else ""
            ollama = await self._engine.call(self._services.models.availability, OLLAMA)
            servers = await self._engine.call(self._services.models.found_locally)
            own = used.address.url if used.own and used.address else None
            theirs = await self._engine.call(self._services.models.availability, COMPATIBLE) if own else None
            others = tuple(server for server in servers if server.base_url not in (address, own))
            elsewhere = tuple(one for one in self._overview.elsewhere if one.provider != COMPATIBLE)
            if used.address is not None:
                before = next((one for one in self._overview.elsewhere if one.provider == COMPATIBLE), None)
                kept = before.found if before is not None and before.address == used.address.url else None
                elsewhere += (Elsewhere(COMPATIBLE, used.address.url, used.own, theirs or kept),)
            self._tell(
                replace(
                    self._overview,
                    ollama=ollama,
                    address=address,
                    startable=where.address is not None and where.address.loopback,
                    servers=others,
                    elsewhere=elsewhere,
                )
            )
        finally:
            self._looking = False
        if self._again:
            self._again = False
            self.look()

    async def _look_around(self) -> None:
        """What does not change by itself: this machine's memory, and who has a key."""
        if self._overview.machine is None:
            machine = await self._engine.call(self._services.models.own_machine)
            self._tell(replace(self._overview, machine=machine))
        known = await self._engine.call(self._services.keys.known)
        before = {one.provider: one for one in self._overview.elsewhere}
        keyed = []
        for provider in known:
            if provider in (OLLAMA, COMPATIBLE):
                continue
            place = self._services.provider_settings.now(provider)
            if place.address is not None:
                kept = before.get(provider)
                found = kept.found if kept is not None and kept.address == place.address.url else None
                keyed.append(Elsewhere(provider, place.address.url, place.own, found))
        rest = tuple(one for one in self._overview.elsewhere if one.provider == COMPATIBLE)
        self._tell(replace(self._overview, elsewhere=(*keyed, *rest)))

    async def _ask(self, provider: str) -> None:
        found = await self._engine.call(self._services.models.availability, provider)
        self._tell(
            replace(
                self._overview,
                elsewhere=tuple(
                    replace(one, found=found) if one.provider == provider else one for one in self._overview.elsewhere
                ),
            )
        )

    def _look_at_pulls(self) -> None:
        self.background.start(self._show_pulls())

    async def _show_pulls(self) -> None:
        pulls = await self._engine.call(self._services.models.pulls.now)
        ended = {pull.model for pull in pulls if pull.state is PullState.DONE}
        new = ended - {pull.model for pull in self._pulls if pull.state is PullState.DONE}
        if pulls != self._pulls:
            self._pulls = pulls
            self.pulls_shown.emit(pulls)
        if new:
            self.look()
        if not self._in_view or not any(pull.state in (PullState.RUNNING, PullState.WAITING) for pull in pulls):
            self._tick.stop()
        elif not self._tick.isActive():
            self._tick.start()

    # What the person does

    async def _start_ollama(self) -> None:
        try:
            await self._engine.call(self._services.models.start_ollama)
        finally:
            self._tell(replace(self._overview, starting=False))
        self.look()

    async def _use(self, server: LocalServer) -> None:
        settings = self._services.provider_settings
        provider = OLLAMA if server.kind == OLLAMA else COMPATIBLE
        place = msgspec.structs.replace(settings.now(provider).place, base_url=server.base_url)
        await self._engine.call(settings.change, provider, place)
        self.look()

    async def _then_look(self, function: Callable[..., Awaitable[None]], *values: str) -> None:
        try:
            await self._engine.call(function, *values)
        finally:
            self.look()

    async def _then_pulls(self, function: Callable[[str], Awaitable[None]], model: str) -> None:
        await self._engine.call(function, model)
        await self._show_pulls()

    def _tell(self, overview: Overview) -> None:
        if overview != self._overview:
            self._overview = overview
            self.shown.emit(overview)
