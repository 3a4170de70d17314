"""The real services over a temporary data folder, on an engine, beside a qasync loop: what a page stands on."""

import asyncio
import gc
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TypeVar

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.bridge.collecting import Collecting
from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.feed import Feed
from jobmatch_desktop.bridge.pool import PoolExecutor
from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.parts import Services
from jobmatch_desktop.ui.shared.appearance import Appearance, Scheme
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import load_theme
from tests.patience import SECONDS

T = TypeVar("T")
PROFILE = {"basics": {"name": "Ada Byron", "label": "Analyst"}, "skills": [{"name": "Python"}, {"name": "SQL"}]}
OFFER = """Data analyst
Contoso | Lyon, France

You will
- Write SQL
- Report to the head of finance

Apply by 12 December 2026.
"""


class House:
    """`run` runs a coroutine on the window's loop; `services` and `engine` are what a page is given."""

    def __init__(self, folder: Path, loop: qasync.QEventLoop, application: QApplication) -> None:
        self.folder = folder
        self.loop = loop
        self.feed = Feed()
        self.faults: list[tuple[str, BaseException | None]] = []
        self._pool = PoolExecutor(2, patience=SECONDS)
        self.engine = Engine(lambda message, fault: self.faults.append((message, fault)), self._pool)
        self.engine.start()
        self._stack = AsyncExitStack()
        self.services: Services = self.run(self._open())
        self.appearance = Appearance(application, load_theme(), Scheme.LIGHT)
        self.icons = Icons()

    def run(self, work: Awaitable[T]) -> T:
        """The result of a coroutine, run on the window's loop."""
        return self.loop.run_until_complete(work)  # type: ignore[no-any-return]

    def call(self, function: Callable[..., Awaitable[T]], *values: object, **more: object) -> T:
        """The result of a service."""

        async def wait() -> T:
            return await self.engine.call(function, *values, **more)

        return self.run(wait())

    def until(self, holds: Callable[[], object]) -> None:
        """Lets the window live until something holds."""

        end = time.monotonic() + SECONDS
        while not holds():
            assert time.monotonic() < end, "it did not come about"
            self.live(5)

    def live(self, milliseconds: int) -> None:
        """Lets the window live for a while."""
        self.run(asyncio.sleep(milliseconds / 1000))

    def profile(self) -> int:
        """A kept profile."""
        import msgspec

        return self.call(self.services.profiles.import_data, "ada.json", msgspec.json.encode(PROFILE)).id

    def reopen(self) -> None:
        """Ends the program and starts it again."""
        self._end()
        self.services = self.run(self._open())

    def close(self) -> None:
        """Ends the program."""
        self._end()
        assert self.engine.stop(SECONDS)
        self._pool.shutdown()

    def _end(self) -> None:
        async def end() -> None:
            await self.engine.call(self._stack.aclose)

        self.run(end())

    async def _open(self) -> Services:
        return await self.engine.call(self._stack.enter_async_context, open_program(self.folder, self.feed.put))


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[House]:
    with qasync.QEventLoop(qapp) as loop:
        # As in the program, where the loop runs all the time: slots start coroutines on it.
        asyncio.set_event_loop(loop)
        # As in the program too: what is left of a page is collected on the thread of the window, and on no other.
        collecting = Collecting()
        house = House(tmp_path / "data", loop, qapp)
        yield house
        house.close()
        qapp.removeEventFilter(house.appearance)
        qapp.setStyleSheet("")
        asyncio.set_event_loop(None)
        gc.collect()
        collecting.stop()
        assert house.faults == []
