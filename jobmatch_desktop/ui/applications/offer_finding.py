"""Finds the offers in a file or on a page that the person named, one search at a time."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.offer_files import OffersFound


class OfferFinding(QObject):
    """UI thread; knows no widget. Nothing but what was named is read or fetched, and only when it is asked for. `begun` tells the name
    or address, `passed` each further address before it is asked, `found` the `OffersFound`, `refused` a `Trouble`, `stopped` that the
    person gave up."""

    begun = Signal(str)
    passed = Signal(str)
    found = Signal(object)
    refused = Signal(object)
    stopped = Signal()

    def __init__(self, engine: Engine, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._background = background
        self._under_way: asyncio.Future[OffersFound] | None = None
        self._ended = False

    def in_file(self, path: Path) -> None:
        """Reads a file."""
        from jobmatch_desktop.services.offer_files import offers_in

        self._begin(path.name, lambda: offers_in(path))

    def at(self, address: str) -> None:
        """Fetches a page."""
        from jobmatch_desktop.services.offer_files import offers_at

        here = asyncio.get_event_loop()

        def passed(to: str) -> None:
            here.call_soon_threadsafe(self._passed, to)

        self._begin(address, lambda: offers_at(address, passed))

    def cancel(self) -> None:
        """Ends what is under way: its connection is closed, its process ended."""
        if self._under_way is not None:
            self._under_way.cancel()

    def end(self) -> None:
        """Cancels, and tells nothing more: what listened is going."""
        self._ended = True
        self.cancel()

    def _begin(self, name: str, find: "Callable[[], Awaitable[OffersFound]]") -> None:
        if self._under_way is None:
            self._under_way = self._engine.call(find)
            self.begun.emit(name)
            self._background.start(self._wait(self._under_way))

    async def _wait(self, under_way: "asyncio.Future[OffersFound]") -> None:
        try:
            found = await under_way
        except JobMatchError as error:
            self._tell(self.refused, error.trouble)
        except asyncio.CancelledError:
            if not under_way.cancelled():
                under_way.cancel()
                raise
            self._tell(self.stopped)
        else:
            self._tell(self.found, found)

    def _tell(self, signal: SignalInstance, *told: object) -> None:
        self._under_way = None
        if not self._ended:
            signal.emit(*told)

    def _passed(self, address: str) -> None:
        if not self._ended:
            self.passed.emit(address)
