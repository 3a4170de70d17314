"""Leases: they end with the process, however it ends, and with nothing else."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jobmatch_desktop.domain.task import Ending, Status, TaskId
from jobmatch_desktop.storage.leases import Lease, anybody_alive
from jobmatch_desktop.storage.tasks import SqliteTaskStore

WORKER = """
import asyncio, os, subprocess, sys
from pathlib import Path
from jobmatch_desktop.domain.task import GenerationOptions, TaskSpec
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.tasks import SqliteTaskStore

folder, way = Path(sys.argv[1]), sys.argv[2]
lease = Lease.take(folder)
survivor = 0
if way == "exec":
    wait = [sys.executable, "-c", "import sys; sys.stdin.read()"]
    survivor = subprocess.Popen(wait, close_fds=False, stdout=subprocess.DEVNULL).pid
elif way == "fork":
    survivor = os.fork()
    if not survivor:
        os.close(1)
        sys.stdin.read()
        os._exit(0)

async def main():
    store = SqliteTaskStore(Database.open(folder), lease)
    options = GenerationOptions(language="en", today="2026-11-25")
    made = [store.create_task(TaskSpec("cv", "ollama", "m", "ollama", options)) for _ in range(2)]
    for creation in made:
        await creation.committed
    await store.claim("ollama", 1)
    print(lease.owner, survivor, *(creation.id for creation in made), flush=True)

asyncio.run(main())
sys.stdin.read()
"""


@contextmanager
def worker(folder: Path, way: str = "alone") -> Iterator[tuple[subprocess.Popen[str], str, int, list[TaskId]]]:
    """A program at work on two tasks, with a child of its own that outlives it: process, owner, child's pid, tasks."""
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), way], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin
    assert process.stdout
    # Ends of the pipes are closed when the test ends, and with them the children that wait for it.
    with process.stdin, process.stdout:
        owner, survivor, *tasks = process.stdout.readline().split()
        try:
            yield process, owner, int(survivor), [TaskId(task) for task in tasks]
        finally:
            process.kill()
            process.wait()


@pytest.mark.parametrize("way", ["alone", "exec", "fork"])
def test_a_killed_programs_tasks_are_interrupted_and_no_others(
    store: SqliteTaskStore, tmp_path: Path, way: str
) -> None:
    async def main() -> None:
        with worker(tmp_path, way) as (process, owner, survivor, tasks):
            assert await store.recover() == []
            living = [await store.get_task(task) for task in tasks]
            assert [task.status for task in living] == [Status.PROCESSING, Status.PENDING]
            assert {task.owner for task in living} == {owner}
            assert await store.claim("ollama", 5) is None
            process.send_signal(signal.SIGKILL)
            process.wait()
            if survivor:
                os.kill(survivor, 0)  # raises if it is gone: then this would prove nothing
            seen = await store.list_tasks()
            assert [(task.status, task.ending, task.owner) for task in seen] == [
                (Status.INTERRUPTED, Ending.CUT, None)
            ] * 2
            assert not (tmp_path / "leases" / f"{owner}.lock").exists()
            assert (await store.update_status(tasks[1], Status.PENDING)).run == 2
            claimed = await store.claim("ollama", 1)
            assert claimed is not None
            assert claimed.id == tasks[1]

    asyncio.run(main())


LOOKS: dict[str, Callable[[SqliteTaskStore, TaskId], object]] = {
    "get": lambda store, task: store.get_task(task),
    "list": lambda store, task: store.list_tasks(),
    "claim": lambda store, task: store.claim("ollama", 1),
    "under way": lambda store, task: store.under_way(1, "cv"),
    "recover": lambda store, task: store.recover(),
    "take up": lambda store, task: store.update_status(task, Status.PENDING),
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_view_and_verb_marks_first(new_store: Callable[[], SqliteTaskStore], tmp_path: Path, look: str) -> None:
    async def main() -> None:
        store = new_store()
        with worker(tmp_path) as (process, _, _, tasks):
            process.kill()
            process.wait()
            await LOOKS[look](store, tasks[0])  # type: ignore[misc]
            # Read past the store: what is on disk.
            rows = await store._database.read(
                lambda connection: connection.execute("SELECT status FROM task WHERE id = ?", (tasks[1],)).fetchall()
            )
            assert rows == [("interrupted",)]

    asyncio.run(main())


def test_owners_beside_each_other_in_one_process(tmp_path: Path) -> None:
    first, second = Lease.take(tmp_path), Lease.take(tmp_path)
    assert first.owner != second.owner
    assert second.is_alive(first.owner)
    first.release()
    assert not second.is_alive(first.owner)
    assert second.is_alive(second.owner)
    second.release()
    assert not anybody_alive(tmp_path)


def test_many_finders_agree(tmp_path: Path) -> None:
    with worker(tmp_path) as (process, dead, _, _):
        process.kill()
        process.wait()
    living = Lease.take(tmp_path)
    finders = [Lease.take(tmp_path) for _ in range(4)]
    start = threading.Barrier(len(finders))
    answers: list[tuple[bool, bool]] = []

    def look(finder: Lease) -> None:
        start.wait()
        answers.extend((finder.is_alive(dead), finder.is_alive(living.owner)) for _ in range(25))

    threads = [threading.Thread(target=look, args=(finder,)) for finder in finders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(answers) == {(False, True)}
    assert len(answers) == 100
    for lease in [living, *finders]:
        lease.release()
