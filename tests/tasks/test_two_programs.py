"""Two programs on the same data, as a window and a terminal are; and one that is killed."""

import asyncio
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from jobmatch_desktop.domain.events import TextArrived
from jobmatch_desktop.domain.task import Ending, Status, Task, TaskId
from jobmatch_desktop.storage.database import Database, database_path
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.tasks.store import Entry
from jobmatch_desktop.tasks.work import Ground
from tests.patience import wait_until
from tests.tasks.stage import spec, stage

PROJECT = Path(__file__).parents[2]

T = TypeVar("T")


class Other:
    """A program beside this one."""

    def __init__(self, folder: Path, what: str) -> None:
        command = [sys.executable, "-m", "tests.tasks.program", str(folder), what]
        self._child = subprocess.Popen(
            command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )

    def hear(self, word: str) -> list[str]:
        """The rest of its next line that begins with `word`."""
        assert self._child.stdout is not None
        for line in self._child.stdout:
            if line.startswith(word):
                return line.split()[1:]
        raise AssertionError(f"the other program ended before it said {word!r}")

    def kill(self) -> list[str]:
        """SIGKILL. What it said and nobody has heard yet."""
        self._child.kill()
        return self._rest()

    def close(self) -> list[str]:
        """As a window is closed. What it said and nobody has heard yet."""
        rest = self._rest()
        assert self._child.returncode == 0
        return rest

    def end(self) -> None:
        self._child.kill()
        self._rest()

    def _rest(self) -> list[str]:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        if self._child.stdout.closed:
            return []
        self._child.stdin.close()
        # Not `communicate`: it would leave out the lines that `hear` has read ahead.
        with self._child.stdout as said:
            lines = said.read().splitlines()
        self._child.wait(timeout=60)
        return lines


@contextmanager
def other(folder: Path, what: str) -> Iterator[Other]:
    program = Other(folder, what)
    try:
        yield program
    finally:
        program.end()


async def at_once(ground: Ground) -> Ending:
    ground.text("summary", 1, f"after {''.join(entry.text for entry in ground.journal)!r}")
    return Ending.STOP


def test_neither_runs_nor_mislabels_the_others_tasks(store: SqliteTaskStore, tmp_path: Path) -> None:
    async def main() -> None:
        with other(tmp_path, "held") as program:
            [theirs] = await asyncio.to_thread(program.hear, "task")
            await asyncio.to_thread(program.hear, "word")
            async with stage(store) as on:
                on.scripts = {"any": at_once, "held": at_once}
                ours = on.runner.submit(spec()).id
                aside = on.runner.submit(spec(lane="elsewhere")).id
                assert (await on.runner.wait(aside)).status is Status.COMPLETED
                # The other lane had its turn, so this one has been looked at, and there is no room in it.
                assert await on.runner.recover() == []
                assert (await store.get_task(TaskId(theirs))).status is Status.PROCESSING
                assert (await store.get_task(ours)).status is Status.PENDING
                assert on.statuses(ours) == [(Status.PENDING, 1)]
                # Cancelling asks the owner, which obeys; and then there is room.
                await on.runner.cancel(TaskId(theirs))
                assert (await on.runner.wait(TaskId(theirs))).status is Status.CANCELLED
                assert (await on.runner.wait(ours)).status is Status.COMPLETED
                assert await asyncio.to_thread(program.hear, "ended") == [theirs, "cancelled"]
                # Ended, it may go on here.
                await on.runner.resume(TaskId(theirs))
                assert (await on.runner.wait(TaskId(theirs))).status is Status.COMPLETED
                assert on.told[-2] == TextArrived(TaskId(theirs), "summary", "after '0 '")

    asyncio.run(main())


def test_a_killed_programs_task_frees_its_lane_and_can_go_on_here(store: SqliteTaskStore, tmp_path: Path) -> None:
    async def main() -> None:
        with other(tmp_path, "held") as program:
            [theirs] = await asyncio.to_thread(program.hear, "task")
            await asyncio.to_thread(program.hear, "word")
            async with stage(store) as on:
                on.scripts = {"any": at_once, "held": at_once}
                ours = on.runner.submit(spec()).id
                await on.heard(lambda: on.statuses(ours) == [(Status.PENDING, 1)])
                while not await store.journal(TaskId(theirs)):  # noqa: ASYNC110 - the other program sets no event
                    await asyncio.sleep(0.01)
                await asyncio.to_thread(program.kill)
                assert (await on.runner.wait(ours)).status is Status.COMPLETED
                left = await store.get_task(TaskId(theirs))
                assert (left.status, left.ending) == (Status.INTERRUPTED, Ending.CUT)
                await on.runner.resume(TaskId(theirs))
                assert (await on.runner.wait(TaskId(theirs))).status is Status.COMPLETED
                assert on.told[-2] == TextArrived(TaskId(theirs), "summary", "after '0 '")

    asyncio.run(main())


def test_a_closed_program_leaves_its_tasks_for_the_next(store: SqliteTaskStore, tmp_path: Path) -> None:
    async def main() -> None:
        with other(tmp_path, "held") as program:
            [theirs] = await asyncio.to_thread(program.hear, "task")
            await asyncio.to_thread(program.hear, "word")
            assert f"ended {theirs} interrupted" in await asyncio.to_thread(program.close)
        assert await store.recover() == []
        left = await store.get_task(TaskId(theirs))
        assert (left.status, left.ending) == (Status.INTERRUPTED, Ending.CUT)
        assert [entry.text for entry in await store.journal(TaskId(theirs))] == ["0 "]

    asyncio.run(main())


def look(folder: Path, question: Callable[[SqliteTaskStore], Awaitable[T]]) -> T:
    """What the next program on the data finds."""
    database, lease = Database.open(folder), Lease.take(folder)

    async def main() -> T:
        return await question(SqliteTaskStore(database, lease))

    try:
        return asyncio.run(main())
    finally:
        lease.release()
        assert database.close(30)
        with closing(sqlite3.connect(database_path(folder))) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


async def left_behind(store: SqliteTaskStore) -> tuple[Task, list[Entry]]:
    """The one task that the killed program left, and its journal."""
    [left] = await store.recover()
    return left, await store.journal(left.id)


def written(folder: Path) -> bool:
    """Whether words of a task are on disk, while its program goes on."""
    with closing(sqlite3.connect(f"{database_path(folder).as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute("SELECT 1 FROM journal WHERE kind = 'text'").fetchone() is not None


@pytest.mark.parametrize("seed", range(2))
def test_a_kill_keeps_the_words_in_order_without_a_gap(tmp_path: Path, seed: int) -> None:
    """How many of the last ones are lost, the bench measures."""
    chance = random.Random(seed)
    for moment in range(3):
        folder = tmp_path / str(moment)
        with other(folder, "fast") as program:
            [task] = program.hear("task")
            first = program.hear("word")
            wait_until(lambda folder=folder: written(folder))  # type: ignore[misc]
            time.sleep(chance.uniform(0.0, 0.5))
            said = [line.split()[1:] for line in program.kill() if line.startswith("word")]
        sent = "".join(f"{number} " for _, number in [first, *said])

        left, journal = look(folder, left_behind)
        assert left.id == task
        assert (left.status, left.ending) == (Status.INTERRUPTED, Ending.CUT)
        kept = "".join(entry.text for entry in journal)
        assert kept
        assert sent.startswith(kept)


@pytest.mark.parametrize("seed", range(2))
def test_a_kill_never_parts_a_result_from_its_status(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for moment in range(3):
        folder = tmp_path / str(moment)
        with other(folder, "short") as program:
            program.hear("ended")
            time.sleep(chance.uniform(0.0, 0.3))
            program.kill()
        tasks = look(folder, lambda store: store.list_tasks())
        assert {(task.status, task.spec.provider) for task in tasks} <= {
            (Status.COMPLETED, "saved"),
            (Status.INTERRUPTED, "ollama"),
        }
        assert Status.COMPLETED in {task.status for task in tasks}
