"""One run of one task: the ground its work stands on, and how it is stopped."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import msgspec

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.events import (
    PartDoubted,
    PartEnded,
    PartStarted,
    PhaseChanged,
    RetryWaits,
    TaskEvent,
    TextArrived,
)
from jobmatch_desktop.domain.journal import SentText
from jobmatch_desktop.domain.stream import Phase, Usage
from jobmatch_desktop.domain.task import Ending, Task
from jobmatch_desktop.tasks.journal import JournalWriter
from jobmatch_desktop.tasks.outcome import Outcome, failed, outcome_of
from jobmatch_desktop.tasks.store import Entry, Save, TaskStore
from jobmatch_desktop.tasks.work import Work

PATIENCE = 1.0
"""Seconds that work has to close its stream after it was stopped."""


class LiveGround:
    """The `Ground` of a run: tells what happens and writes it down, until the run has ended.

    Words that come in one turn of the loop, as many as the socket had, are told and written down as one.
    """

    def __init__(self, task: Task, writer: JournalWriter, tell: Callable[[TaskEvent], None]) -> None:
        self.task = task
        self.journal: tuple[Entry, ...] = ()
        self.ended = False
        self._writer = writer
        self._tell = tell
        self._phase: Phase | None = None
        self._loop = asyncio.get_running_loop()
        self._pieces: list[str] = []
        self._piece: tuple[str, int, bool] = ("", 0, False)
        self._part: tuple[str, float] | None = None

    def phase(self, phase: Phase) -> None:
        """Said again it is a sign of life: only a new phase is told, so that its clock goes on."""
        if phase is not self._phase and not self.ended:
            self.flush()
            self._phase = phase
            self._tell(PhaseChanged(self.task.id, phase, time.time()))

    def part_started(
        self,
        key: str,
        number: int,
        count: int,
        attempt: int,
        begun: str = "",
        *,
        beside: bool = False,
        place: str = "",
    ) -> None:
        if not self.ended:
            self.flush()
            if self._part is None or self._part[0] != key:
                self._part = key, time.monotonic()
            self._tell(PartStarted(self.task.id, key, number, count, attempt, begun, beside, place))

    def text(self, key: str, attempt: int, text: str, thinking: bool = False) -> None:
        if not text or self.ended:
            return
        piece = (key, attempt, thinking)
        if piece != self._piece:
            self.flush()
            self._piece = piece
        if not self._pieces:
            self._loop.call_soon(self.flush)
        self._pieces.append(text)

    def flush(self) -> None:
        """Tells and writes down the words of this turn so far."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        key, attempt, thinking = self._piece
        self._tell(TextArrived(self.task.id, key, text, thinking))
        self._writer.add(Entry("thinking" if thinking else "text", key, attempt, text, run=self.task.run))

    def part_doubted(self, key: str, attempt: int, body: str, reasons: tuple[Why, ...], usage: Usage) -> None:
        if not self.ended:
            self.flush()
            self._tell(PartDoubted(self.task.id, key, reasons, usage))
            self._write_down("doubted", key, attempt, body, reasons, usage)

    def part_ended(
        self, key: str, attempt: int, body: str, accepted: bool, reasons: tuple[Why, ...], usage: Usage
    ) -> None:
        if not self.ended:
            self.flush()
            self._tell(PartEnded(self.task.id, key, body, accepted, reasons, usage))
            self._write_down("accepted" if accepted else "rejected", key, attempt, body, reasons, usage)

    def _write_down(self, kind: str, key: str, attempt: int, body: str, reasons: tuple[Why, ...], usage: Usage) -> None:
        if self._part is not None and self._part[0] == key:
            usage = msgspec.structs.replace(usage, seconds=time.monotonic() - self._part[1])
        self._part = None
        self._writer.add(Entry("usage", key, attempt, msgspec.json.encode(usage).decode(), run=self.task.run))
        self._writer.add(Entry(kind, key, attempt, body, reasons, self.task.run))

    def sent(self, key: str, attempt: int, what: SentText) -> None:
        if not self.ended:
            self.flush()
            self._writer.add(Entry("sent", key, attempt, msgspec.json.encode(what).decode(), run=self.task.run))

    def retry_waits(self, attempt: int, seconds: float, why: str) -> None:
        if not self.ended:
            self.flush()
            self._tell(RetryWaits(self.task.id, attempt, seconds, why))


class Run:
    """Runs a task's work in an asyncio task of its own, from the moment it is made. Lives on the runner's loop."""

    def __init__(
        self,
        task: Task,
        store: TaskStore,
        work_for: Callable[[Task], Awaitable[Work]],
        tell: Callable[[TaskEvent], None],
        report: Callable[[Exception], None],
    ) -> None:
        self._store = store
        self._report = report
        self._work_for = work_for
        self._work: Work | None = None
        self._wish: Outcome | None = None
        self._patience = PATIENCE
        self._asked = asyncio.Event()
        self.writer = JournalWriter(lambda entries: store.append(task.id, entries))
        self._ground = LiveGround(task, self.writer, tell)
        self._working = asyncio.create_task(self._perform(), name=f"work {task.id}")

    def stop(self, wish: Outcome, patience: float = PATIENCE) -> None:
        """Asks the run to end as `wish`; its work has `patience` seconds to close what it holds. The first stands."""
        if self._wish is None:
            self._wish, self._patience = wish, patience
            self._asked.set()

    async def ended(self) -> Outcome:
        """How the run ended, once its journal is on disk."""
        asked = asyncio.create_task(self._asked.wait())
        await asyncio.wait({self._working, self.writer.keeper, asked}, return_when=asyncio.FIRST_COMPLETED)
        asked.cancel()
        if not self._working.done():
            self._working.cancel()
            await asyncio.wait({self._working}, timeout=self._patience)
        self._ground.flush()
        self._ground.ended = True
        result = self._result()
        [unwritten] = await asyncio.gather(self.writer.close(), return_exceptions=True)
        for fault in (result, unwritten):
            if isinstance(fault, Exception):
                self._report(fault)
        return outcome_of(result, self._wish) if unwritten is None else failed(unwritten)

    def save(self, ending: Ending | None) -> Save | None:
        """What the work wants saved with the task's last status."""
        return self._work.save(ending) if self._work is not None else None

    async def _perform(self) -> Ending:
        task = self._ground.task
        if task.run > 1:
            self._ground.journal = tuple(await self._store.journal(task.id))
        self._work = await self._work_for(task)
        return await self._work.run(self._ground)

    def _result(self) -> Ending | BaseException:
        if not self._working.done():
            return TimeoutError("work did not end after it was cancelled")
        if self._working.cancelled():
            return asyncio.CancelledError()
        return self._working.exception() or self._working.result()
