"""Whole programs on one data folder: killed at any moment, and at work beside each other."""

import asyncio
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

from jobmatch_desktop.domain.task import Ending, Status, TaskId
from jobmatch_desktop.storage.database import Database, database_path
from jobmatch_desktop.storage.migrations import passes_quick_check
from jobmatch_desktop.storage.tasks import SqliteTaskStore

PROGRAM = """
import asyncio, sys
from pathlib import Path
from jobmatch_desktop.domain.journal import Entry
from jobmatch_desktop.domain.task import GenerationOptions, Status, TaskSpec
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.tasks import SqliteTaskStore

def spec():
    return TaskSpec("cv", "ollama", "m", "ollama", GenerationOptions("en", "2026-11-25"))

def start():
    folder = Path(sys.argv[1])
    database, lease = Database.open(folder), Lease.take(folder)
    return SqliteTaskStore(database, lease), database, lease
"""

WRITER = (
    PROGRAM
    + """
async def main():
    store, _, _ = start()
    creation = store.create_task(spec())
    await creation.committed
    await store.claim("ollama", 1)
    print(creation.id, flush=True)
    for number in range(1_000_000):
        await store.append(creation.id, [Entry("text", "summary", 1, f"{number} ")])
        print(number, flush=True)

asyncio.run(main())
"""
)

WORKER = (
    PROGRAM
    + """
async def main():
    store, database, lease = start()
    made = [store.create_task(spec()).id for _ in range(15)]
    most, order = 0, []
    while len(order) < len(made):
        if task := await store.claim("ollama", 2):
            running = [each for each in await store.list_tasks() if each.status is Status.PROCESSING]
            most = max(most, len(running))
            order.append(task.id)
            await asyncio.sleep(0.002)
            await store.complete_task(task.id, None)
        else:
            await asyncio.sleep(0.002)
    assert order == made, "not in order"
    assert database.close(30)
    lease.release()
    print(most)

asyncio.run(main())
"""
)


def test_killed_at_any_moment_nothing_that_was_confirmed_is_lost(
    database: Database, store: SqliteTaskStore, tmp_path: Path
) -> None:
    chance = random.Random(4)

    def write_and_be_killed() -> tuple[TaskId, int]:
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True
        ) as program:
            assert program.stdout
            task = TaskId(program.stdout.readline().strip())
            program.stdout.readline()
            timer = threading.Timer(chance.uniform(0, 0.1), program.send_signal, [signal.SIGKILL])
            timer.start()
            confirmed = len(program.stdout.readlines()) + 1
            timer.join()
        return task, confirmed

    async def main() -> None:
        for _ in range(5):
            task, confirmed = await asyncio.to_thread(write_and_be_killed)
            (cut,) = await store.recover()
            assert (cut.id, cut.status, cut.ending) == (task, Status.INTERRUPTED, Ending.CUT)
            text = "".join(entry.text for entry in await store.journal(task))
            written = len(text.split())
            assert text == "".join(f"{number} " for number in range(written))
            # A line may be on disk and not yet have been said to be.
            assert written in (confirmed, confirmed + 1)
            assert await database.read(passes_quick_check)

    asyncio.run(main())


def test_programs_share_a_lane_and_each_keeps_its_order(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen([sys.executable, "-c", WORKER, str(tmp_path)], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [program.communicate(timeout=100)[0] for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    most = [int(line) for line in said]
    assert max(most) <= 2
    with closing(sqlite3.connect(database_path(tmp_path))) as connection:
        assert connection.execute("SELECT status, count(*) FROM task GROUP BY status").fetchall() == [("completed", 45)]
