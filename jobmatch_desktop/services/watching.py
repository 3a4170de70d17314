"""What other programs do with the tasks of the same data folder, told as it happens."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from jobmatch_desktop.domain.events import TaskChanged
from jobmatch_desktop.domain.storage_errors import StorageFault
from jobmatch_desktop.domain.task import RUNNING, Task, TaskId
from jobmatch_desktop.tasks.store import TaskStore

LOOK = 1.0
"""Seconds between looks while a window is open."""


async def watch_others(
    store: TaskStore, owner: str, tell: Callable[[TaskChanged], None], seconds: float = LOOK
) -> None:
    """Tells every change of a task that `owner`, this program, did not make, until it is cancelled. Engine loop.

    A program that dies says nothing: while another's task runs, the store is asked whether its owner lives.
    """
    since = datetime.now(UTC)
    told: dict[TaskId, Task] | None = None
    seen: object = None
    while True:
        try:
            if told is None:
                others = [task for task in await store.list_tasks() if task.owner != owner]
                told = {task.id: task for task in others if task.status in RUNNING}
                since = min([since, *(task.changed for task in told.values())])
            changes = await store.changes()
            if changes != seen or any(task.status in RUNNING for task in told.values()):
                found = await store.changed_since(since)
                seen = changes
                for task in found:
                    if task.owner != owner and told.get(task.id) != task:
                        tell(TaskChanged(task))
                told = {task.id: task for task in found if task.owner != owner}
                running = [task.changed for task in found if task.status in RUNNING]
                since = min(running, default=max((task.changed for task in found), default=since))
        except StorageFault:
            # The person is told where they ask for something; the next look finds what happened since the last.
            seen = None
        await asyncio.sleep(seconds)
