"""The runner: gives tasks their turn, runs them, and saves how they ended. Lives on one asyncio loop, the engine's."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

from jobmatch_desktop.domain.events import TaskChanged, TaskEvent
from jobmatch_desktop.domain.task import (
    RUNNING,
    Status,
    Task,
    TaskId,
    TaskNotFound,
    TaskSpec,
)
from jobmatch_desktop.tasks.faults import Closing
from jobmatch_desktop.tasks.outcome import CANCELLED, INTERRUPTED, Outcome, failed
from jobmatch_desktop.tasks.run import PATIENCE, Run
from jobmatch_desktop.tasks.settlement import Settlement, attempt, report
from jobmatch_desktop.tasks.store import Creation, TaskStore
from jobmatch_desktop.tasks.work import Work

POLL = 0.2
"""Seconds between looks at whether another process wrote, while this one has tasks waiting or running."""

LOOK = 1.0
"""Seconds after which the queue is looked at in any case: a process that dies frees its slots without writing."""

T = TypeVar("T")


class Held:
    """A task of this process that waits or runs."""

    def __init__(self, task_id: TaskId, spec: TaskSpec) -> None:
        loop = asyncio.get_running_loop()
        self.id = task_id
        self.spec = spec
        self.task: Task | None = None
        """As last told; None until its row is known to be committed."""
        self.run: Run | None = None
        self.committed: asyncio.Future[None] = loop.create_future()
        self.ended: asyncio.Future[Task] = loop.create_future()


class Runner:
    """Runs tasks, so many of a lane at a time over all processes on the same data.

    `work_for` makes a task's work, `lanes` gives the width of a lane, `observe` hears every event, in order. All calls
    are made on the loop the runner lives on. Faults that are no domain errors go to that loop's exception handler.
    """

    def __init__(
        self,
        store: TaskStore,
        work_for: Callable[[Task], Awaitable[Work]],
        lanes: Callable[[str], int],
        observe: Callable[[TaskEvent], None],
    ) -> None:
        self._store = store
        self._work_for = work_for
        self._lanes = lanes
        self._observe = observe
        self._held: dict[TaskId, Held] = {}
        self._settlement = Settlement(store, lambda task: self._tell(TaskChanged(task)))
        self._background: set[asyncio.Task[Any]] = set()
        self._dispatcher: asyncio.Task[None] | None = None
        self._woken = asyncio.Event()
        self._closing = asyncio.Event()
        # A task is not claimed between its return to the queue and the mark that it starts over.
        self._order = asyncio.Lock()

    # -- what is asked of it

    def submit(self, spec: TaskSpec) -> Creation:
        """Queues new work; the id comes at once. Where this process already writes the same document, that task is
        the answer. `committed` raises what the store raised where there is no row, and so no task. Raises `Closing`."""
        self._refuse_when_closing()
        held = self._writes(spec)
        if held is None:
            creation = self._store.create_task(spec)
            held = self._held[creation.id] = Held(creation.id, spec)
            self._spawn(self._admit(held, creation))
        return Creation(held.id, asyncio.shield(held.committed))

    async def cancel(self, task: TaskId) -> None:
        """Stops a task of any process: its owner obeys within a second. Raises `TaskNotFound`, and
        `IllegalTransition` if it has ended."""
        held = self._held.get(task)
        if held is not None and held.run is not None:
            held.run.stop(CANCELLED)
            return
        await self._store.request_cancel(task)
        self._wake()

    async def resume(self, task: TaskId) -> Task:
        """Queues an ended task again; its work goes on from what the journal has. Raises as `start_over`."""
        return await asyncio.shield(self._spawn(self._requeue(task, over=False)))

    async def start_over(self, task: TaskId) -> Task:
        """Queues an ended task again, from the beginning. Raises `TaskNotFound`, `Closing`, what the store raises, and
        `IllegalTransition` if it has not ended or is completed."""
        return await asyncio.shield(self._spawn(self._requeue(task, over=True)))

    async def wait(self, task: TaskId) -> Task:
        """The task once it has ended, whichever process runs it. Raises `TaskNotFound`."""
        held = self._held.get(task)
        if held is not None:
            return await asyncio.shield(held.ended)
        while (found := await self._store.get_task(task)).status in RUNNING:  # noqa: ASYNC110 - another process sets no event here
            await asyncio.sleep(POLL)
        return found

    async def recover(self) -> list[Task]:
        """Marks what dead processes left `interrupted`, tells it and returns it; for the start of a program."""
        recovered = await self._store.recover()
        for task in recovered:
            self._tell(TaskChanged(task))
        return recovered

    async def close(self, grace_seconds: float = 2.0) -> None:
        """Stops everything within `grace_seconds` and leaves each task `interrupted`, its text in the journal.

        What a stuck disk keeps from being marked in time is marked by the next program: this one's lease ends with it.
        """
        self._closing.set()
        self._wake()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(grace_seconds):
                if self._dispatcher is not None:
                    await asyncio.wait({self._dispatcher})
                for held in list(self._held.values()):
                    if held.run is not None:
                        held.run.stop(INTERRUPTED, min(PATIENCE, grace_seconds / 2))
                    elif held.task is not None:
                        await self._settle(held, INTERRUPTED)
                while self._background:
                    await asyncio.wait(self._background)
                await self._settlement.close()
        for held in self._held.values():
            held.ended.cancel()

    # -- into the queue

    async def _admit(self, held: Held, creation: Creation) -> None:
        fault = await attempt(asyncio.shield(creation.committed))
        if fault is None:
            held.committed.set_result(None)
        else:
            held.committed.set_exception(fault)
        task = await attempt(self._store.get_task(held.id)) if fault is None else fault
        if not isinstance(task, Task):
            self._gone(held, task)
        elif held.run is None:
            self._now(held, task)
            await self._settle_if_closing(held)
        self._wake()

    async def _requeue(self, task_id: TaskId, over: bool) -> Task:
        self._refuse_when_closing()
        async with self._order:
            await self._settlement.catch_up(task_id)
            task = await self._store.update_status(task_id, Status.PENDING)
            if (before := self._held.get(task_id)) is not None:
                # Its row says that it ended; whoever waits and watches hears that first.
                await asyncio.wait({before.ended})
            held = self._held[task_id] = Held(task_id, task.spec)
            held.committed.set_result(None)
            marked = await attempt(self._store.start_over(task_id)) if over else None
            self._now(held, task)
        if isinstance(marked, BaseException):
            report(marked)
            await self._settle(held, failed(marked))
            raise marked
        await self._settle_if_closing(held)
        self._wake()
        return task

    async def _settle_if_closing(self, held: Held) -> None:
        """`close` stops what it sees; what was still on its way into the queue stops itself."""
        if self._closing.is_set() and held.run is None:
            await self._settle(held, INTERRUPTED)

    def _writes(self, spec: TaskSpec) -> Held | None:
        wanted = (spec.document, spec.kind)
        same = (held for held in self._held.values() if (held.spec.document, held.spec.kind) == wanted)
        return next(same, None) if spec.document is not None else None

    def _refuse_when_closing(self) -> None:
        if self._closing.is_set():
            raise Closing()

    # -- the queue's turn

    def _wake(self) -> None:
        self._woken.set()
        if self._dispatcher is None or self._dispatcher.done():
            self._dispatcher = asyncio.create_task(self._dispatch(), name="task queue")

    async def _dispatch(self) -> None:
        clock = asyncio.get_running_loop().time
        seen: object = None
        looked = clock()
        while self._held and not self._closing.is_set():
            woken = self._woken.is_set() or clock() - looked >= LOOK
            self._woken.clear()
            changes = await attempt(self._store.changes())
            if woken or changes != seen:
                fault = await attempt(self._turn(positions=woken))
                if fault is not None:
                    await self._give_up_waiting(fault)
                seen = changes
            if woken:
                looked = clock()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(POLL):
                    await self._woken.wait()

    async def _turn(self, positions: bool) -> None:
        """Obeys requests to cancel, starts what has its turn, and tells those that wait where they stand."""
        for task_id in await self._store.cancel_requests():
            held = self._held.get(task_id)
            if held is not None and held.run is not None:
                held.run.stop(CANCELLED)
            elif held is not None and held.task is not None:
                await self._settle(held, CANCELLED)
        for lane in dict.fromkeys(held.spec.lane for held in self._waiting()):
            async with self._order:
                while not self._closing.is_set() and (task := await self._store.claim(lane, self._lanes(lane))):
                    self._start(task)
        for held in self._waiting() if positions else ():
            now = await attempt(self._store.get_task(held.id))
            if isinstance(now, TaskNotFound):
                self._gone(held, now)
            elif isinstance(now, BaseException):
                raise now
            elif now.status in RUNNING:
                self._now(held, now)
            else:
                self._over(held, now)

    def _waiting(self) -> list[Held]:
        return [held for held in self._held.values() if held.task is not None and held.run is None]

    async def _give_up_waiting(self, fault: BaseException) -> None:
        """The store cannot give tasks their turn: those that wait are told why instead of waiting for ever."""
        report(fault)
        for held in self._waiting():
            await self._settle(held, failed(fault))

    def _start(self, task: Task) -> None:
        held = self._held.setdefault(task.id, Held(task.id, task.spec))
        self._now(held, task)
        held.run = Run(task, self._store, self._work_for, self._tell, report)
        self._spawn(self._see_through(held, held.run))

    # -- how it ends

    async def _see_through(self, held: Held, run: Run) -> None:
        await self._settle(held, await run.ended(), run)

    async def _settle(self, held: Held, outcome: Outcome, run: Run | None = None) -> None:
        if held.task is None:
            return
        result = await attempt(self._settlement.settle(held.task, outcome, run))
        if isinstance(result, Task):
            self._over(held, result)
        else:
            self._gone(held, result)

    # -- what is told

    def _now(self, held: Held, task: Task) -> None:
        if task != held.task:
            held.task = task
            self._tell(TaskChanged(task))

    def _over(self, held: Held, task: Task) -> None:
        self._held.pop(held.id, None)
        self._now(held, task)
        if not held.ended.done():
            held.ended.set_result(task)
        self._wake()

    def _gone(self, held: Held, fault: BaseException) -> None:
        """The row is not there, or no longer: its application was removed. Whoever waits for the task is told."""
        self._held.pop(held.id, None)
        if not held.ended.done():
            held.ended.set_exception(fault)
            held.ended.exception()  # nobody need wait for it
        self._wake()

    def _tell(self, event: TaskEvent) -> None:
        """In order, and on its own: what an observer raises does not end the task that is told of."""
        asyncio.get_running_loop().call_soon(self._observe, event)

    def _spawn(self, coroutine: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(coroutine)
        self._background.add(task)
        task.add_done_callback(self._background.discard)
        return task
