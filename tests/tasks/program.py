"""A program beside the test's own, on the same data: `python -m tests.tasks.program FOLDER WHAT`.

Says on stdout, a line each: `task ID` for what it submits, `word SECONDS NUMBER` before a word is streamed, and
`ended ID STATUS`. Closes as a window does once its stdin ends.
"""

import asyncio
import os
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from jobmatch_desktop.domain.events import TaskChanged, TaskEvent
from jobmatch_desktop.domain.task import RUNNING, Ending, Task
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.tasks.runner import Runner
from jobmatch_desktop.tasks.store import Save
from jobmatch_desktop.tasks.work import Ground
from tests.tasks.stage import Scripted, spec


def say(*words: object) -> None:
    """At once, whole, and past any buffer: it is out even if the program is killed next."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


async def fast(ground: Ground) -> Ending:
    """A provider at about a thousand words a second that never ends."""
    number = 0
    while True:
        say("word", time.monotonic(), number)
        ground.text("summary", 1, f"{number} ")
        number += 1
        await asyncio.sleep(0.001)


async def held(ground: Ground) -> Ending:
    """A provider that says one word and no more."""
    say("word", time.monotonic(), 0)
    ground.text("summary", 1, "0 ")
    await asyncio.Event().wait()
    return Ending.STOP


async def short(ground: Ground) -> Ending:
    ground.text("summary", 1, "0 ")
    return Ending.STOP


SCRIPTS: dict[str, Callable[[Ground], Awaitable[Ending]]] = {"fast": fast, "held": held, "short": short}


async def work_for(task: Task) -> Scripted:
    """Work whose result is a mark on its own row, so that result and status can be compared."""

    def save(_ending: Ending | None) -> Save:
        def mark(connection: Any) -> None:
            connection.execute("UPDATE task SET provider = 'saved' WHERE id = ?", (task.id,))

        return mark

    return Scripted(SCRIPTS[task.spec.model], save)


def observe(event: TaskEvent) -> None:
    if isinstance(event, TaskChanged) and event.task.status not in RUNNING:
        say("ended", event.task.id, event.task.status)


async def run(store: SqliteTaskStore, what: str) -> None:
    runner = Runner(store, work_for, lambda _lane: 1, observe)
    over = asyncio.create_task(asyncio.to_thread(sys.stdin.read))
    while not over.done():
        creation = runner.submit(spec(model=what))
        await creation.committed
        say("task", creation.id)
        ended = asyncio.create_task(runner.wait(creation.id))
        await asyncio.wait({ended, over} if what == "short" else {over}, return_when=asyncio.FIRST_COMPLETED)
    await runner.close()


def main(folder: Path, what: str) -> None:
    database = Database.open(folder)
    lease = Lease.take(folder)
    asyncio.run(run(SqliteTaskStore(database, lease), what))
    lease.release()
    database.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
