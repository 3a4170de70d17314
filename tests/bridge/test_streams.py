"""All of it together, as a window uses it: streams on the engine, the feed, the list, a gate that is closed throughout."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtTest import QAbstractItemModelTester

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.feed import Feed
from jobmatch_desktop.bridge.pool import PoolExecutor
from jobmatch_desktop.bridge.task_list import TaskListModel
from jobmatch_desktop.domain.events import TaskEvent, TextArrived
from jobmatch_desktop.domain.task import Ending, GenerationOptions, Status, Task, TaskId, TaskSpec
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.tasks.runner import Runner
from jobmatch_desktop.tasks.store import Save
from jobmatch_desktop.tasks.work import Ground
from tests.bridge.gate import Gate
from tests.patience import SECONDS

Script = Callable[[Ground], Awaitable[Ending]]


@dataclass
class Scripted:
    run: Script

    def save(self, _ending: Ending | None) -> Save | None:
        return None


async def steady(ground: Ground) -> Ending:
    """A provider at 200 words a second."""
    for number in range(200):
        ground.text("summary", 1, f"{number} ")
        await asyncio.sleep(0.005)
    return Ending.STOP


async def flood(ground: Ground) -> Ending:
    """100,000 words at once, and a chunk of a million characters."""
    for number in range(100_000):
        ground.text("summary", 1, f"{number} ")
    await asyncio.sleep(0)
    ground.text("work/0", 1, "x" * 1_000_000)
    return Ending.STOP


async def for_ever(ground: Ground) -> Ending:
    ground.text("summary", 1, "words ")
    await asyncio.Event().wait()
    return Ending.STOP


SCRIPTS = {"steady": steady, "flood": flood, "for ever": for_ever}

STEADY = "".join(f"{number} " for number in range(200))


def spec(model: str) -> TaskSpec:
    return TaskSpec("cv", "ollama", model, "local", GenerationOptions("en", "2026-11-25"))


class Window(QObject):
    """What a window does with the feed: keeps texts and looks whether what it waits for has come."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self.texts: dict[TaskId, list[str]] = {}
        self._came = asyncio.Event()
        feed.arrived.connect(self.take)

    @Slot(object)
    def take(self, events: Sequence[TaskEvent]) -> None:
        for event in events:
            if isinstance(event, TextArrived):
                self.texts.setdefault(event.task, []).append(event.text)
        self._came.set()

    def text(self, task: TaskId) -> str:
        return "".join(self.texts.get(task, ()))

    async def until(self, condition: Callable[[], object]) -> None:
        while not condition():
            self._came.clear()
            await self._came.wait()


@dataclass
class Program:
    """The parts, put together as app.py does."""

    folder: Path
    qapp: QCoreApplication
    faults: list[tuple[str, BaseException | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pool = PoolExecutor(2)
        self.engine = Engine(lambda *fault: self.faults.append(fault), self.pool)
        self.feed = Feed()
        self.tasks = TaskListModel()
        self.feed.arrived.connect(self.tasks.take)
        self.tester = QAbstractItemModelTester(self.tasks, QAbstractItemModelTester.FailureReportingMode.Fatal)
        self.database = Database.open(self.folder)
        self.lease = Lease.take(self.folder)
        self.store = SqliteTaskStore(self.database, self.lease)
        self.engine.start()

    async def open(self) -> None:
        async def make() -> Runner:
            return Runner(self.store, self._work_for, lambda _lane: 8, self.feed.put)

        self.runner = await self.engine.call(make)
        self.window = Window(self.feed)

    async def submit(self, model: str) -> TaskId:
        async def submit() -> TaskId:
            creation = self.runner.submit(spec(model))
            await creation.committed
            return creation.id

        return await self.engine.call(submit)

    def status(self, task: TaskId) -> Status | None:
        known = self.tasks.task(task)
        return known.status if known else None

    def end(self) -> None:
        assert self.engine.stop(SECONDS)
        self.pool.shutdown()
        self.lease.release()
        assert self.database.close(30)

    async def _work_for(self, task: Task) -> Scripted:
        return Scripted(SCRIPTS[task.spec.model])


@pytest.fixture
def program(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Program]:
    program = Program(tmp_path, qapp)
    yield program
    program.end()
    assert program.faults == []


@pytest.fixture
def loop(qapp: QCoreApplication) -> Iterator[qasync.QEventLoop]:
    with qasync.QEventLoop(qapp) as loop:
        yield loop


# The gate comes last, so that it is closed once all is set up, and lifted before anything is ended.


def test_streams_a_flood_a_stop_and_a_close_block_nothing(
    program: Program, loop: qasync.QEventLoop, gate: Gate
) -> None:
    async def main() -> None:
        await program.open()
        steady = [await program.submit("steady") for _ in range(3)]
        poured = await program.submit("flood")
        stopped, left = [await program.submit("for ever") for _ in range(2)]
        await program.window.until(lambda: program.window.text(stopped))
        await program.engine.call(program.runner.cancel, stopped)
        await program.window.until(lambda: program.status(stopped) is Status.CANCELLED)
        await program.window.until(lambda: program.status(poured) is Status.COMPLETED)
        assert program.window.text(poured) == "".join(f"{number} " for number in range(100_000)) + "x" * 1_000_000
        for task in steady:
            await program.window.until(lambda task=task: program.status(task) is Status.COMPLETED)
            assert program.window.text(task) == STEADY
        await program.engine.call(program.runner.close, 2.0)
        await program.window.until(lambda: program.status(left) is Status.INTERRUPTED)
        assert program.tasks.rowCount() == 6
        assert await program.engine.call(program.store.list_tasks) == [
            program.tasks.index(row).data(TaskListModel.TaskRole) for row in range(6)
        ]
        journal = await program.engine.call(program.store.journal, poured)
        assert sum(len(entry.text) for entry in journal) == len(program.window.text(poured))

    loop.run_until_complete(main())


def test_closing_while_streams_run_leaves_them_to_go_on(program: Program, loop: qasync.QEventLoop, gate: Gate) -> None:
    async def main() -> None:
        await program.open()
        tasks = [await program.submit("for ever") for _ in range(10)]  # eight run, two wait
        await program.window.until(lambda: len(program.window.texts) == 8)
        await program.engine.call(program.runner.close, 2.0)
        stored = {task.id: (task.status, task.ending) for task in await program.engine.call(program.store.list_tasks)}
        assert stored == dict.fromkeys(tasks, (Status.INTERRUPTED, Ending.CUT))
        kept = [await program.engine.call(program.store.journal, task) for task in tasks]
        assert sorted("".join(entry.text for entry in journal) for journal in kept) == ["", ""] + ["words "] * 8

    loop.run_until_complete(main())


def test_a_window_that_gives_up_a_call_leaves_the_engine_whole(
    program: Program, loop: qasync.QEventLoop, gate: Gate
) -> None:
    async def main() -> None:
        await program.open()
        task = await program.submit("for ever")
        waiting = program.engine.call(program.runner.wait, task)
        await program.window.until(lambda: program.window.text(task))
        waiting.cancel()
        await program.engine.call(program.runner.cancel, task)
        ended = await program.engine.call(program.runner.wait, task)
        assert ended.status is Status.CANCELLED
        await program.engine.call(program.runner.close)

    loop.run_until_complete(main())
