"""Whatever is asked in whatever order: steps stay legal, lanes keep their width, what was told is what is stored."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from itertools import pairwise

import pytest

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.events import TaskChanged
from jobmatch_desktop.domain.task import RUNNING, TRANSITIONS, Ending, IllegalTransition, Status, Task, TaskId
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.tasks.work import Ground
from tests.tasks.stage import Stage, spec

WIDTH = 2
LANES = ("local", "cloud")


class Broken(JobMatchError):
    what = "Broken."


class Play:
    """Random work, random requests, and what must hold."""

    def __init__(self, store: SqliteTaskStore, seed: int) -> None:
        self.chance = random.Random(seed)
        self.on = Stage(store, width=WIDTH)
        self.on.scripts["any"] = self.script
        self.running: dict[str, set[TaskId]] = {lane: set() for lane in LANES}
        self.sent: dict[TaskId, list[tuple[int, str]]] = {}
        self.first_run: dict[TaskId, int] = {}
        self.asking = asyncio.Lock()
        self.refused = 0

    async def script(self, ground: Ground) -> Ending:
        task, lane = ground.task.id, self.running[ground.task.spec.lane]
        # Nobody runs a task twice at once, and no lane runs more than it is wide.
        assert task not in lane
        lane.add(task)
        assert len(lane) <= WIDTH
        try:
            async with self.asking:  # what is being asked for is known then
                assert "".join(entry.text for entry in ground.journal) == self.kept(task)
            for _ in range(self.chance.randrange(4)):
                word = f"{self.chance.randrange(1000)} "
                self.sent.setdefault(task, []).append((ground.task.run, word))
                ground.text("summary", 1, word)
                await asyncio.sleep(self.chance.choice((0, 0.001, 0.01)))
            if self.chance.random() < 0.2:
                raise Broken
            return self.chance.choice((Ending.STOP, Ending.LENGTH, Ending.EMPTY, Ending.REFUSAL))
        finally:
            lane.discard(task)

    async def act(self, tasks: list[TaskId]) -> None:
        runner = self.on.runner
        requests: list[Callable[[TaskId], Awaitable[object]]] = [runner.cancel, runner.resume, self.start_over]
        if not tasks or self.chance.random() < 0.4:
            tasks.append(runner.submit(spec(lane=self.chance.choice(LANES))).id)
        else:
            try:
                await self.chance.choice(requests)(self.chance.choice(tasks))
            except IllegalTransition:
                self.refused += 1
        await asyncio.sleep(self.chance.choice((0, 0, 0.001, 0.02)))

    async def start_over(self, task: TaskId) -> None:
        async with self.asking:
            self.first_run[task] = (await self.on.runner.start_over(task)).run

    def kept(self, task: TaskId) -> str:
        """What the journal should have: all that was sent since the task was last started over."""
        first = self.first_run.get(task, 1)
        return "".join(word for run, word in self.sent.get(task, ()) if run >= first)


def legal(told: list[Task]) -> bool:
    """Whether each status follows from the one told before it: waiting, it is told again where it stands."""
    steps = pairwise(told)
    return all(
        after.status in TRANSITIONS[before.status] or after.status is before.status is Status.PENDING
        for before, after in steps
    )


@pytest.mark.parametrize("seed", range(12))
def test_any_order(store: SqliteTaskStore, seed: int) -> None:
    async def main() -> None:
        play = Play(store, seed)
        tasks: list[TaskId] = []
        for _ in range(60):
            await play.act(tasks)
        if seed % 2:
            for task in tasks:
                assert (await play.on.runner.wait(task)).status not in RUNNING
        await play.on.runner.close()
        assert play.on.faults == []
        stored = {task.id: task for task in await store.list_tasks()}
        assert stored.keys() == set(tasks)
        for task in tasks:
            told = [event.task for event in play.on.told if isinstance(event, TaskChanged) and event.task.id == task]
            assert told[0].status in RUNNING
            assert legal(told), [(t.status.value, t.run, t.position) for t in told]
            assert told[-1] == stored[task]
            assert stored[task].status not in RUNNING
            text = "".join(entry.text for entry in await store.journal(task))
            assert text == play.kept(task)
        assert play.refused
        assert {task.status for task in stored.values()} >= {Status.COMPLETED, Status.FAILED}

    asyncio.run(main())
