"""A runner whose work a test scripts, and what it told."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from jobmatch_desktop.domain.events import TaskChanged, TaskEvent
from jobmatch_desktop.domain.task import Ending, GenerationOptions, Status, Task, TaskId, TaskSpec
from jobmatch_desktop.tasks.runner import Runner
from jobmatch_desktop.tasks.store import Save, TaskStore
from jobmatch_desktop.tasks.work import Ground

Script = Callable[[Ground], Awaitable[Ending]]


def spec(model: str = "any", lane: str = "local", **fields: object) -> TaskSpec:
    """`model` names the script that a test wants run."""
    options = GenerationOptions(language="en", today="2026-11-25")
    return TaskSpec(kind="cv", provider="ollama", model=model, lane=lane, options=options, **fields)  # type: ignore[arg-type]


class Scripted:
    """Work that does what a test says."""

    def __init__(self, script: Script, save: Callable[[Ending | None], Save | None]) -> None:
        self.run = script
        self.save = save


class Stage:
    """A runner on a store, what it told, and the scripts by the model that a task names."""

    def __init__(
        self, store: TaskStore, width: int = 1, save: Callable[[Ending | None], Save | None] = lambda _ending: None
    ) -> None:
        self.store = store
        self.told: list[TaskEvent] = []
        self.scripts: dict[str, Script] = {}
        self.faults: list[BaseException] = []
        self._save = save
        self._heard = asyncio.Condition()
        self._notices: set[asyncio.Task[None]] = set()
        self.runner = Runner(store, self._work_for, lambda _lane: width, self._observe)
        asyncio.get_running_loop().set_exception_handler(
            lambda _loop, context: self.faults.append(context.get("exception") or RuntimeError(context["message"]))
        )

    def statuses(self, task: TaskId) -> list[tuple[Status, int]]:
        """Each status and position that was told of a task, in order."""
        changes = [event.task for event in self.told if isinstance(event, TaskChanged) and event.task.id == task]
        return [(change.status, change.position) for change in changes]

    async def heard(self, condition: Callable[[], object]) -> None:
        """Returns once what was told makes the condition true."""
        async with self._heard:
            await self._heard.wait_for(condition)

    async def _work_for(self, task: Task) -> Scripted:
        return Scripted(self.scripts[task.spec.model], self._save)

    def _observe(self, event: TaskEvent) -> None:
        self.told.append(event)
        notice = asyncio.create_task(self._notify())
        self._notices.add(notice)
        notice.add_done_callback(self._notices.discard)

    async def _notify(self) -> None:
        async with self._heard:
            self._heard.notify_all()


@asynccontextmanager
async def stage(
    store: TaskStore, width: int = 1, save: Callable[[Ending | None], Save | None] = lambda _ending: None
) -> AsyncIterator[Stage]:
    """A stage that is closed at the end and on which nothing unexpected may have happened."""
    made = Stage(store, width, save)
    yield made
    await made.runner.close()
    assert made.faults == []
