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
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.ui.assembly import make_application
from tests.ui.driven import Driven, drive

STORED = 10_000
APPLICATIONS = 60
PAUSE = 0.03
"""Seconds between two: a person is not faster."""
INSERTS = 200
GOAL_ID, GOAL_ROW = 0.005, 1.5


def measure() -> list[Row]:
    """The id and the row as the store gives them; then the whole way from the window, whose goal is the id's."""
    with tempfile.TemporaryDirectory() as folder, served("bench.stamping", "1", "endless") as url:
        fill(Path(folder), APPLICATIONS, STORED)
        asked = apart(ask, folder, url)
        ids, own, bare = apart(insert, folder)
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), 1, 1)
        few, _, _ = apart(insert, folder)
    ratio = at(own, 0.5) / at(bare, 0.5)
    return [
        Row(
            f"submit to id (create_task), {STORED:,} tasks stored, p99",
            milliseconds(at(ids, 0.99)),
            f"{milliseconds(at(few, 0.99))} (one task stored)",
            times(at(ids, 0.99) / at(few, 0.99)),
            f"<= {GOAL_ID * 1000:.0f} ms",
            at(ids, 0.99) <= GOAL_ID,
        ),
        Row(
            f"task's row committed, {STORED:,} tasks stored, median",
            milliseconds(at(own, 0.5)),
            f"{milliseconds(at(bare, 0.5))} (bare insert, synchronous=FULL)",
            times(ratio),
            f"<= {GOAL_ROW:.1f}x",
            ratio <= GOAL_ROW,
        ),
        Row(
            "Generate pressed to id known and row on disk, p99 (median)",
            f"{milliseconds(at(asked, 0.99))} ({milliseconds(at(asked, 0.5))})",
            f"{milliseconds(at(bare, 0.99))} ({milliseconds(at(bare, 0.5))}) (bare insert)",
            times(at(asked, 0.99) / at(bare, 0.99)),
            "told only: the disk's own",
            None,
        ),
    ]


def ask(folder: str, url: str) -> list[float]:
    """Seconds from the window's call of `Generation.start` to the id, which comes when the row is committed.

    Each task is stopped, and has ended, before the next is asked for.
    """

    async def act(driven: Driven) -> list[float]:
        seconds = []
        choice = Choice("ollama", "smollm2:135m", base_url=url)
        generation = driven.services.generation
        await asyncio.sleep(1.0)
        for application in await driven.call(driven.services.applications.list):
            for kind in DocumentKind:
                begun = time.perf_counter()
                task = await driven.call(generation.start, application.id, kind, choice)
                seconds.append(time.perf_counter() - begun)
                await driven.call(generation.stop, task)
                await driven.call(generation.wait, task)
                await asyncio.sleep(PAUSE)
        await driven.close()
        return seconds

    return drive(make_application(), Path(folder), act)


def insert(folder: str) -> tuple[list[float], list[float], list[float]]:
    """Seconds until a task's id is there, until its row is committed, and until a row of the same size is in a bare table; by
    turns on one disk."""
    spec = TaskSpec(
        "cv", "ollama", "smollm2:135m", "ollama", GenerationOptions("en", "2026-11-25"), inputs={"profile": 1}
    )
    bare_file = Path(folder) / "bare.sqlite3"

    async def act() -> tuple[list[float], list[float], list[float]]:
        ids, own, bare = [], [], []
        database = await asyncio.to_thread(Database.open, Path(folder))
        store = SqliteTaskStore(database, await asyncio.to_thread(Lease.take, Path(folder)))
        with contextlib.closing(sqlite3.connect(bare_file, isolation_level=None)) as connection:
            for pragma in ("journal_mode = WAL", "synchronous = FULL"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("CREATE TABLE task (number INTEGER PRIMARY KEY, text TEXT)")
            for _ in range(INSERTS):
                begun = time.perf_counter()
                creation = store.create_task(spec)
                ids.append(time.perf_counter() - begun)
                await creation.committed
                own.append(time.perf_counter() - begun)
                begun = time.perf_counter()
                connection.execute("INSERT INTO task (text) VALUES (?)", ("x" * 400,))
                bare.append(time.perf_counter() - begun)
        await asyncio.to_thread(database.close)
        return ids, own, bare

    return asyncio.run(act())
