"""The task store against a plain model of it, over programs that come, die and take up each other's tasks."""

import asyncio
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from jobmatch_desktop.domain.journal import Entry
from jobmatch_desktop.domain.storage_errors import TaskElsewhere
from jobmatch_desktop.domain.task import (
    RUNNING,
    TRANSITIONS,
    Ending,
    GenerationOptions,
    IllegalTransition,
    Status,
    TaskId,
    TaskSpec,
)
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.tasks import SqliteTaskStore

LANES = ("ollama", "openai")
PROGRAMS = st.integers(0, 1)


@dataclass
class Known:
    """What the store is to know of a task."""

    lane: str
    status: Status
    program: int | None
    turn: int
    run: int = 1
    ending: Ending | None = None
    cancel: bool = False
    journal: list[str] = field(default_factory=list)


class Programs(RuleBasedStateMachine):
    tasks = Bundle("tasks")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.loop = asyncio.Runner()
        self.database = Database.open(self.folder)
        self.leases = [Lease.take(self.folder) for _ in range(2)]
        self.stores = [SqliteTaskStore(self.database, lease) for lease in self.leases]
        self.known: dict[TaskId, Known] = {}
        self.turn = 0

    def teardown(self) -> None:
        for lease in self.leases:
            lease.release()
        assert self.database.close(30)
        self.loop.close()
        shutil.rmtree(self.folder)

    def do(self, coroutine: Any) -> Any:
        return self.loop.run(coroutine)

    def next_turn(self) -> int:
        self.turn += 1
        return self.turn

    @rule(target=tasks, program=PROGRAMS, lane=st.sampled_from(LANES), awaited=st.booleans())
    def create(self, program: int, lane: str, awaited: bool) -> TaskId:
        async def main() -> TaskId:
            options = GenerationOptions("en", "2026-11-25")
            creation = self.stores[program].create_task(TaskSpec("cv", "p", "m", lane, options))
            if awaited:
                await creation.committed
            else:
                await self.stores[program].get_task(creation.id)
            return creation.id

        task: TaskId = self.do(main())
        self.known[task] = Known(lane, Status.PENDING, program, self.next_turn())
        return task

    @rule(
        task=tasks,
        program=PROGRAMS,
        status=st.sampled_from(Status),
        ending=st.sampled_from([None, Ending.STOP, Ending.CUT, Ending.ERROR]),
    )
    def step(self, task: TaskId, program: int, status: Status, ending: Ending | None) -> None:
        known = self.known[task]
        step = self.stores[program].update_status(task, status, ending=ending)
        if status not in TRANSITIONS[known.status]:
            self.refused(step, IllegalTransition)
        elif known.program not in (None, program):
            self.refused(step, TaskElsewhere)
        else:
            self.do(step)
            known.status, known.cancel = status, False
            known.program = program if status in RUNNING else None
            known.ending = None if status is Status.PENDING else ending or known.ending
            if status is Status.PENDING:
                known.run, known.turn = known.run + 1, self.next_turn()

    def refused(self, coroutine: Any, kind: type[Exception]) -> None:
        try:
            self.do(coroutine)
        except kind:
            return
        raise AssertionError(f"no {kind.__name__}")

    @rule(program=PROGRAMS, lane=st.sampled_from(LANES), width=st.integers(1, 3))
    def claim(self, program: int, lane: str, width: int) -> None:
        claimed = self.do(self.stores[program].claim(lane, width))
        mine = [(known.turn, task) for task, known in self.known.items() if known.lane == lane]
        waiting = sorted((turn, task) for turn, task in mine if self.known[task].status is Status.PENDING)
        running = [task for _, task in mine if self.known[task].status is Status.PROCESSING]
        expected = None
        if waiting and len(running) < width and self.known[waiting[0][1]].program == program:
            expected = waiting[0][1]
            self.known[expected].status = Status.PROCESSING
        assert (claimed and claimed.id) == expected

    @rule(task=tasks, program=PROGRAMS)
    def request_cancel(self, task: TaskId, program: int) -> None:
        request = self.stores[program].request_cancel(task)
        if self.known[task].status in RUNNING:
            self.do(request)
            self.known[task].cancel = True
        else:
            self.refused(request, IllegalTransition)

    @rule(task=tasks, program=PROGRAMS, text=st.text(max_size=5))
    def append(self, task: TaskId, program: int, text: str) -> None:
        self.do(self.stores[program].append(task, [Entry("text", "k", 1, text), Entry("text", "k", 1, "|")]))
        self.known[task].journal += [text, "|"]

    @rule(task=tasks, program=PROGRAMS)
    def start_over(self, task: TaskId, program: int) -> None:
        self.do(self.stores[program].start_over(task))
        self.known[task].journal.clear()

    @rule(program=PROGRAMS)
    def die(self, program: int) -> None:
        """A program ends, and another is started in its place."""
        self.leases[program].release()
        self.leases[program] = Lease.take(self.folder)
        self.stores[program] = SqliteTaskStore(self.database, self.leases[program])
        for known in self.known.values():
            if known.program == program:
                known.status, known.ending, known.program = Status.INTERRUPTED, Ending.CUT, None
                known.cancel = False

    @invariant()
    def both_see_the_model(self) -> None:
        for store in self.stores:
            assert [
                (task.id, task.status, task.owner, task.run, task.ending, task.position)
                for task in self.do(store.list_tasks())
            ] == [
                (
                    task,
                    known.status,
                    None if known.program is None else self.leases[known.program].owner,
                    known.run,
                    known.ending,
                    self.position(known),
                )
                for task, known in reversed(self.known.items())
            ]
        for program, store in enumerate(self.stores):
            assert list(self.do(store.cancel_requests())) == [
                task for task, known in self.known.items() if known.cancel and known.program == program
            ]
        for task, known in self.known.items():
            assert [entry.text for entry in self.do(self.stores[0].journal(task))] == known.journal

    def position(self, known: Known) -> int:
        if known.status is not Status.PENDING:
            return 0
        return sum(
            other.lane == known.lane and other.status is Status.PENDING and other.turn <= known.turn
            for other in self.known.values()
        )


TestPrograms = Programs.TestCase
TestPrograms.settings = settings(max_examples=20, stateful_step_count=30, deadline=None)
