"""How a task's end comes to disk: with its result in one transaction, or as a failure, or later, once the disk takes it."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from functools import partial
from typing import TypeVar

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.task import Ending, IllegalTransition, Status, Task, TaskId, TaskNotFound
from jobmatch_desktop.tasks.outcome import Outcome, failed
from jobmatch_desktop.tasks.run import Run
from jobmatch_desktop.tasks.store import TaskStore

AGAIN = 2.0
"""Seconds between attempts to save what a full or broken disk would not take."""

T = TypeVar("T")


async def attempt(awaitable: Awaitable[T]) -> T | BaseException:
    """What it returns, or what it raises, as a value."""
    [result] = await asyncio.gather(awaitable, return_exceptions=True)
    return result


def report(fault: BaseException) -> None:
    """Brings a fault that is no domain error to the loop's exception handler."""
    if isinstance(fault, Exception) and not isinstance(fault, JobMatchError):
        context = {"message": "fault in the task runner", "exception": fault}
        asyncio.get_running_loop().call_exception_handler(context)


class Settlement:
    """Saves the last steps of tasks. `tell` hears how a task stands whose end was stored late."""

    def __init__(self, store: TaskStore, tell: Callable[[Task], None]) -> None:
        self._store = store
        self._tell = tell
        self._unsaved: dict[TaskId, Callable[[], Awaitable[Task]]] = {}
        self._late: set[asyncio.Task[None]] = set()
        self._closing = asyncio.Event()
        self._one_at_a_time = asyncio.Lock()

    async def settle(self, task: Task, outcome: Outcome, run: Run | None = None) -> Task:
        """Saves a task's last step and what its work made, in one transaction; if that cannot be, that it failed, and why.

        Returns how the task stands: where not even the failure can be stored, as told until it can. Raises `TaskNotFound`
        if its row is gone.
        """
        result = await attempt(self._save(task.id, outcome, run))
        if isinstance(result, IllegalTransition):
            result = await attempt(self._store.get_task(task.id))
        if isinstance(result, TaskNotFound):
            raise result
        if not isinstance(result, Task):
            report(result)
            outcome = failed(result)
            result = await attempt(self._save(task.id, outcome))
        stored = isinstance(result, Task)
        if not stored or (run is not None and run.writer.unwritten):
            self._unsaved[task.id] = partial(self._save_rest, task.id, None if stored else outcome, run)
            late = asyncio.create_task(self._save_later(task.id), name=f"late save {task.id}")
            self._late.add(late)
            late.add_done_callback(self._late.discard)
        return result if isinstance(result, Task) else _as_told(task, outcome)

    async def catch_up(self, task_id: TaskId) -> None:
        """Saves now what is left of a task. Raises what the store raises."""
        async with self._one_at_a_time:
            if rest := self._unsaved.get(task_id):
                await rest()
                del self._unsaved[task_id]

    async def close(self) -> None:
        """Tries once more to save what is left, and then no more."""
        self._closing.set()
        while self._late:
            await asyncio.wait(self._late)

    async def _save(self, task_id: TaskId, outcome: Outcome, run: Run | None = None) -> Task:
        save = run.save(outcome.ending) if run is not None else None
        if outcome.status is Status.COMPLETED:
            return await self._store.complete_task(task_id, save)
        if outcome.status is Status.FAILED and outcome.trouble is not None:
            return await self._store.fail_task(task_id, outcome.trouble, outcome.ending or Ending.ERROR, save)
        return await self._store.update_status(
            task_id, outcome.status, ending=outcome.ending, trouble=outcome.trouble, save=save
        )

    async def _save_rest(self, task_id: TaskId, outcome: Outcome | None, run: Run | None) -> Task:
        """What is left in memory of a run, and its last step where that is not stored either."""
        if run is not None:
            await run.writer.flush()
        task = await (self._save(task_id, outcome) if outcome else self._store.get_task(task_id))
        self._tell(task)
        return task

    async def _save_later(self, task_id: TaskId) -> None:
        last = False
        while not last and task_id in self._unsaved:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(AGAIN):
                    await self._closing.wait()
            last = self._closing.is_set()
            result = await attempt(self.catch_up(task_id))
            if isinstance(result, (IllegalTransition, TaskNotFound)):
                self._unsaved.pop(task_id, None)  # somebody else said how it ended


def _as_told(task: Task, outcome: Outcome) -> Task:
    return msgspec.structs.replace(
        task,
        status=outcome.status,
        ending=outcome.ending,
        trouble=outcome.trouble,
        changed=datetime.now(UTC),
        position=0,
    )
