"""Starts coroutines from slots and keeps them until they end."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from jobmatch_desktop.domain.errors import JobMatchError, Trouble


class Background:
    """Runs a page's coroutines on the loop of the UI thread. `tell` is told of each domain error that one ended with."""

    def __init__(self, tell: Callable[[Trouble], None]) -> None:
        self._tell = tell
        self._running: set[asyncio.Task[None]] = set()
        self._ended = False

    def start(self, work: Coroutine[Any, Any, object]) -> None:
        """Starts it now, unless all was ended: a widget that goes may still ask for something. Any other exception goes to the
        loop's exception handler."""
        if self._ended:
            work.close()
            return
        task = asyncio.get_event_loop().create_task(self._watch(work))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        # One that is cancelled before its first step never came to its work.
        task.add_done_callback(lambda _task: work.close())

    async def settle(self) -> None:
        """Waits until everything that was started has ended."""
        while self._running:
            await asyncio.wait(set(self._running))

    def cancel(self) -> None:
        """Ends all that runs; nothing is started any more."""
        self._ended = True
        for task in list(self._running):
            task.cancel()

    async def _watch(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except JobMatchError as error:
            self._tell(error.trouble)
