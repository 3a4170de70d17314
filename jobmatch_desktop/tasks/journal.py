"""The journal's rhythm: what streams in is on disk a quarter of a second later; the stream never waits for the disk."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence

import msgspec

from jobmatch_desktop.tasks.store import Entry

RHYTHM = 0.2
"""Seconds that entries are gathered before they are appended. The promise is 0.25 s; the rest is for the disk."""

STREAMED = frozenset({"text", "thinking"})
"""Kinds of entries that come in pieces: consecutive pieces of one part are one entry."""


class JournalWriter:
    """Gathers the entries of one run and appends them, one append at a time. Lives on the loop it is made on.

    What comes while an append is under way is gathered into the next, however slow the disk. What an append that failed
    had taken stays in memory, in order, and `flush` tries it again.
    """

    def __init__(self, append: Callable[[Sequence[Entry]], Awaitable[None]], rhythm: float = RHYTHM) -> None:
        self._append = append
        self._rhythm = rhythm
        self._gathered: list[tuple[Entry, list[str]]] = []
        self._filled = asyncio.Event()
        self._closing = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()
        self.keeper = asyncio.create_task(self._keep(), name="journal")
        """Ends when the writer is closed, or at once with what the disk raised."""

    def add(self, entry: Entry) -> None:
        """Takes an entry without waiting."""
        if self._gathered:
            last, pieces = self._gathered[-1]
            same = (last.kind, last.key, last.attempt, last.run) == (entry.kind, entry.key, entry.attempt, entry.run)
            if same and entry.kind in STREAMED:
                pieces.append(entry.text)
                return
        self._gathered.append((entry, [entry.text]))
        self._filled.set()

    @property
    def unwritten(self) -> bool:
        """Whether there is anything that is not on disk."""
        return bool(self._gathered)

    async def flush(self) -> None:
        """Everything added so far is on disk when it returns. Raises what the store raises; nothing is lost then."""
        async with self._one_at_a_time:
            taken, self._gathered = self._gathered, []
            if not taken:
                return
            try:
                await self._append([msgspec.structs.replace(entry, text="".join(pieces)) for entry, pieces in taken])
            except Exception:
                self._gathered[:0] = taken
                raise

    async def close(self) -> None:
        """Everything is on disk when it returns. Raises what the store raised, then or earlier."""
        self._closing.set()
        self._filled.set()
        await self.keeper

    async def _keep(self) -> None:
        while self._gathered or not self._closing.is_set():
            await self._filled.wait()
            self._filled.clear()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._rhythm):
                    await self._closing.wait()
            await self.flush()
