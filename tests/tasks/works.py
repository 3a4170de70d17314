"""Work for the runner, and what the store has of it."""

import asyncio
from collections.abc import Callable
from typing import Any

from jobmatch_desktop.domain.task import Ending, TaskId
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.tasks.work import Ground


def ends(ending: Ending) -> Callable[[Ground], Any]:
    async def script(ground: Ground) -> Ending:
        ground.text("summary", 1, "words ")
        return ending

    return script


async def for_ever(ground: Ground) -> Ending:
    """Writes a word and waits until it is stopped."""
    ground.text("summary", 1, "words ")
    await asyncio.Event().wait()
    return Ending.STOP


async def texts(store: SqliteTaskStore, task: TaskId) -> str:
    return "".join(entry.text for entry in await store.journal(task) if entry.kind == "text")
