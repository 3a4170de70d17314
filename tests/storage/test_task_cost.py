"""What is asked for often, or while somebody waits, reads no more rows when 10,000 tasks are stored."""

import asyncio
import secrets
import sqlite3
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from jobmatch_desktop.domain.journal import Entry
from jobmatch_desktop.domain.task import GenerationOptions, TaskId, TaskSpec
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.task_rows import insert_task
from jobmatch_desktop.storage.tasks import SqliteTaskStore

TASKS = 10_000
SPEC = TaskSpec("cv", "ollama", "m", "ollama", GenerationOptions("en", "2026-11-25"))


async def create(store: SqliteTaskStore) -> TaskId:
    creation = store.create_task(SPEC)
    await creation.committed
    return creation.id


CALLS: dict[str, Callable[[SqliteTaskStore, TaskId], Coroutine[Any, Any, object]]] = {
    "create": lambda store, task: create(store),
    "get": lambda store, task: store.get_task(task),
    "claim": lambda store, task: store.claim("ollama", 1),
    "changes": lambda store, task: store.changes(),
    "under way": lambda store, task: store.under_way(1, "cv"),
    "cancel requests": lambda store, task: store.cancel_requests(),
    "append": lambda store, task: store.append(task, [Entry("text", "summary", 1, "x")]),
    "journal": lambda store, task: store.journal(task),
    "complete": lambda store, task: store.complete_task(task, None),
    "recover": lambda store, task: store.recover(),
}


@pytest.mark.parametrize("waiting", [False, True], ids=["ended", "waiting"])
def test_cost_does_not_grow_with_tasks(database: Database, store: SqliteTaskStore, waiting: bool) -> None:
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    def watch(connection: sqlite3.Connection) -> None:
        connection.set_progress_handler(count, 1)

    def fill(connection: sqlite3.Connection) -> None:
        connection.set_progress_handler(None, 1)
        for _ in range(TASKS):
            insert_task(connection, TaskId(secrets.token_hex(6)), SPEC, store._lease.owner)
        if not waiting:
            connection.execute("UPDATE task SET status = 'completed', owner = NULL WHERE status = 'pending'")
        connection.set_progress_handler(count, 1)

    async def costs(task: TaskId) -> dict[str, int]:
        nonlocal steps
        found = {}
        for name, call in CALLS.items():
            steps = 0
            await call(store, task)
            found[name] = steps
        return found

    async def running() -> TaskId:
        await create(store)
        claimed = await store.claim("ollama", 1)
        assert claimed is not None
        return claimed.id

    async def main() -> None:
        await database.write(watch)
        await database.read(watch)
        few = await costs(await running())
        await database.write(fill)
        many = await costs(await running())
        assert min(few.values()) > 0
        # A row read costs ten steps and more of SQLite's machine.
        assert {name: cost for name, cost in many.items() if cost > few[name] + 1000} == {}

    asyncio.run(main())
