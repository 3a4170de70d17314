"""How long it takes from asking for a document to its task's id, and until the row is on disk, with many tasks stored."""

import asyncio
import contextlib
import sqlite3
import tempfile
import time
from pathlib import Path

from bench.apart import apart, served
from bench.filling import fill
from bench.row import Row, at, milliseconds, times
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.task import GenerationOptions, TaskSpec
from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.tasks import SqliteTaskStore

STORED = 10_000
APPLICATIONS = 150
INSERTS = 200
GOAL_ID, GOAL_ROW = 0.005, 1.5


def measure() -> list[Row]:
    """Both figures, each on a data folder with ten thousand tasks and on one with as good as none."""
    asked = {}
    with served("bench.stamping", "1", "endless") as url:
        for stored in (1, STORED):
            with tempfile.TemporaryDirectory() as folder:
                fill(Path(folder), APPLICATIONS, stored)
                asked[stored] = at(apart(ask, folder, url), 0.99)
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), 1, STORED)
        own, bare = apart(insert, folder)
    ratio = at(own, 0.5) / at(bare, 0.5)
    return [
        Row(
            f"submit to id, {STORED:,} tasks stored, p99",
            milliseconds(asked[STORED]),
            f"{milliseconds(asked[1])} (no task stored)",
            times(asked[STORED] / asked[1]),
            f"<= {GOAL_ID * 1000:.0f} ms",
            asked[STORED] <= GOAL_ID,
        ),
        Row(
            f"task's row committed, {STORED:,} tasks stored, median",
            milliseconds(at(own, 0.5)),
            f"{milliseconds(at(bare, 0.5))} (bare insert, synchronous=FULL)",
            times(ratio),
            f"<= {GOAL_ROW:.1f}x",
            ratio <= GOAL_ROW,
        ),
    ]


def ask(folder: str, url: str) -> list[float]:
    """Seconds of `Generation.start`, which gives the id when the row is committed. Each is stopped before the next."""

    async def act() -> list[float]:
        seconds = []
        choice = Choice("ollama", "smollm2:135m", base_url=url)
        async with open_program(Path(folder), lambda _event: None) as services:
            for application in await services.applications.list():
                for kind in DocumentKind:
                    begun = time.perf_counter()
                    task = await services.generation.start(application.id, kind, choice)
                    seconds.append(time.perf_counter() - begun)
                    await services.generation.stop(task)
                    await services.generation.wait(task)
        return seconds

    return asyncio.run(act())


def insert(folder: str) -> tuple[list[float], list[float]]:
    """Seconds until a task's row is committed, and until a row of the same size is in a bare table, by turns on one disk."""
    spec = TaskSpec(
        "cv", "ollama", "smollm2:135m", "ollama", GenerationOptions("en", "2026-11-25"), inputs={"profile": 1}
    )
    bare_file = Path(folder) / "bare.sqlite3"

    async def act() -> tuple[list[float], list[float]]:
        own, bare = [], []
        database = await asyncio.to_thread(Database.open, Path(folder))
        store = SqliteTaskStore(database, await asyncio.to_thread(Lease.take, Path(folder)))
        with contextlib.closing(sqlite3.connect(bare_file, isolation_level=None)) as connection:
            for pragma in ("journal_mode = WAL", "synchronous = FULL"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("CREATE TABLE task (number INTEGER PRIMARY KEY, text TEXT)")
            for _ in range(INSERTS):
                begun = time.perf_counter()
                await store.create_task(spec).committed
                own.append(time.perf_counter() - begun)
                begun = time.perf_counter()
                connection.execute("INSERT INTO task (text) VALUES (?)", ("x" * 400,))
                bare.append(time.perf_counter() - begun)
        await asyncio.to_thread(database.close)
        return own, bare

    return asyncio.run(act())
