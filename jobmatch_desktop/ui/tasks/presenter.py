"""What the page of tasks shows, and what it does with a task."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.task_list import TaskListModel
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.events import TaskChanged, TaskEvent
from jobmatch_desktop.domain.task import RUNNING, Status, Task, TaskId, TaskNotFound
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.live import LiveTasks
from jobmatch_desktop.ui.tasks.rows import Known, Row, Way, row

if TYPE_CHECKING:
    from jobmatch_desktop.services.actuals import Actual
    from jobmatch_desktop.services.parts import Services

TICK = 500
"""Milliseconds between two looks at what runs."""
SETTLE = 30
"""Milliseconds in which changes are gathered before they are shown."""
AGAIN = 2.0
"""Seconds between two counts of the words of a task that another program writes."""
OLDER = 20
"""Ended tasks shown at first, and more each time they are asked for."""


@dataclass(frozen=True)
class Groups:
    """What the page shows; `older` is how many ended tasks are not among `ended`."""

    running: tuple[Row, ...] = ()
    waiting: tuple[Row, ...] = ()
    ended: tuple[Row, ...] = ()
    older: int = 0


class TasksPresenter(QObject):
    """Decides for the page. UI thread; knows no widget. While the page is not in view it only takes events in."""

    shown = Signal(object)
    """The `Groups` to show."""
    failed = Signal(object)
    """A `Trouble` of something that the person asked for."""

    def __init__(self, services: "Services", engine: Engine, model: TaskListModel) -> None:
        super().__init__()
        self._services = services
        self._engine = engine
        self._model = model
        self.live = LiveTasks()
        self.background = Background(self.failed.emit)
        self._in_view = False
        self._ended_shown = OLDER
        self._under_way: dict[TaskId, Task] = {}
        self._began: dict[TaskId, tuple[int, datetime]] = {}
        self._applications: dict[int, Application] = {}
        self._gone: set[int] = set()
        self._words: dict[tuple[TaskId, int, Status], int] = {}
        self._took: dict[tuple[TaskId, int, Status], Actual] = {}
        self._counted: dict[TaskId, float] = {}
        self._wanted: list[Task] = []
        self._counting = False
        self._naming = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE)
        self._settle.timeout.connect(self.show)
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self.show)
        model.modelReset.connect(self._read_all)
        model.rowsInserted.connect(self._inserted)
        model.dataChanged.connect(self._changed)
        self._read_all()

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed, after the task list has taken it."""
        for event in events:
            self.live.take(event)
            if isinstance(event, TaskChanged) and event.task.status not in RUNNING:
                self.live.forget(event.task.id)

    def look(self, in_view: bool) -> None:
        """The page came into view, or went."""
        self._in_view = in_view
        if in_view:
            self._name_later()
            self.show()
        else:
            self._tick.stop()

    def show_older(self) -> None:
        """Shows more of the ended tasks."""
        self._ended_shown += OLDER
        self.show()

    def take_way(self, task: TaskId, way: Way) -> None:
        """What the person does with a task, `Way.OPEN` and `Way.SENT` excepted."""
        generation = self._services.generation
        call = {Way.STOP: generation.stop, Way.CONTINUE: generation.resume, Way.RETRY: generation.retry}[way]

        async def ask() -> None:
            await self._engine.call(call, task)

        self.background.start(ask())

    async def wind_up(self) -> None:
        """Before the program ends: starts nothing more."""
        self._in_view = False
        self._tick.stop()
        self._settle.stop()
        self.background.cancel()
        await self.background.settle()

    def show(self) -> None:
        """Tells what there is to show now."""
        self._settle.stop()
        if not self._in_view:
            return
        now, clock = datetime.now(UTC), self.live.now()
        under_way = [task for task in self._under_way.values() if task.spec.application not in self._gone]
        under_way.sort(key=lambda task: (task.position, task.created))
        written = {_written(task) for task in under_way}
        ended, older = self._ended(written)
        self._wanted = [task for task, _ in ended if self._key(task) not in self._words]
        self._wanted += [task for task in under_way if self._elsewhere(task, clock)]
        rows = [row(task, self._known(task, now, clock)) for task in under_way]
        self.shown.emit(
            Groups(
                tuple(one for one in rows if one.status is Status.PROCESSING),
                tuple(one for one in rows if one.status is Status.PENDING),
                tuple(row(task, self._known(task, now, clock, newest)) for task, newest in ended),
                older,
            )
        )
        self._follow_up(under_way, [task for task, _ in ended])

    def _ended(self, written: set[tuple[int | None, int | None, str]]) -> tuple[list[tuple[Task, bool]], int]:
        """The newest ended tasks, each with whether no later one writes its document, and how many are older."""
        ended: list[tuple[Task, bool]] = []
        passed = len(self._under_way)
        for place in range(self._model.rowCount()):
            if len(ended) == self._ended_shown:
                return ended, self._model.rowCount() - passed - len(ended)
            task = self._task(place)
            if task.status in RUNNING:
                continue
            if task.spec.application in self._gone:
                passed += 1
                continue
            ended.append((task, _written(task) not in written))
            written.add(_written(task))
        return ended, 0

    def _elsewhere(self, task: Task, clock: float) -> bool:
        """Whether another program writes it, and its words are to be counted again."""
        if self._own(task) or task.status is not Status.PROCESSING:
            return False
        return clock - self._counted.get(task.id, 0.0) >= AGAIN

    def _follow_up(self, under_way: Sequence[Task], ended: Sequence[Task]) -> None:
        if under_way and not self._tick.isActive():
            self._tick.start()
        elif not under_way:
            self._tick.stop()
        shown = {task.spec.application for task in (*under_way, *ended) if task.spec.application is not None}
        if not self._naming and shown - self._applications.keys():
            self._name_later()
        if self._wanted and not self._counting:
            self._counting = True
            self.background.start(self._count())

    def _known(self, task: Task, now: datetime, clock: float, newest: bool = True) -> Known:
        live = self.live.get(task.id) if task.status in RUNNING else None
        words = self._words.get(self._key(task))
        if live is not None and self._own(task):
            bodies = [*live.accepted.values(), *(refused.body for refused in live.refused.values()), live.text]
            words = sum(len(body.split()) for body in bodies)
        began = self._began.get(task.id)
        return Known(
            now=now,
            clock=clock,
            live=live,
            application=self._applications.get(task.spec.application or 0),
            words=words,
            took=self._took.get(self._key(task)),
            began=began[1] if began is not None and began[0] == task.run else None,
            own=self._own(task),
            newest=newest,
        )

    def _own(self, task: Task) -> bool:
        return task.owner is None or task.owner == self._services.owner

    def _key(self, task: Task) -> tuple[TaskId, int, Status]:
        return task.id, task.run, task.status

    async def _count(self) -> None:
        """Counts what the tasks in view have left and took, one after the other."""
        try:
            wanted = self._wanted
            for task in wanted:
                try:
                    journal = await self._engine.call(self._services.generation.journal, task.id)
                    if task.status not in RUNNING:
                        took = await self._engine.call(self._services.preflights.actual, task)
                        self._took[self._key(task)] = took
                except TaskNotFound:
                    continue  # its application was removed meanwhile
                text = "".join(entry.text for entry in journal if entry.kind == "text")
                self._words[self._key(task)] = len(text.split())
                self._counted[task.id] = self.live.now()
        finally:
            self._counting = False
        self._later()

    def _name_later(self) -> None:
        self._naming = True
        self.background.start(self._name())

    async def _name(self) -> None:
        # Of the tasks that are here now: an application without a name afterwards was removed, and its tasks with it.
        asked = {self._task(place).spec.application for place in range(self._model.rowCount())} - {None}
        try:
            found = await self._engine.call(self._services.applications.list)
        finally:
            self._naming = False
        self._applications = {application.id: application for application in found}
        self._gone = {number for number in asked if number is not None} - self._applications.keys()
        self._later()

    def _task(self, place: int) -> Task:
        task: Task = self._model.index(place).data(TaskListModel.TaskRole)
        return task

    def _later(self) -> None:
        if self._in_view and not self._settle.isActive():
            self._settle.start()

    # The task list

    def _read_all(self) -> None:
        self._under_way.clear()
        self._take(range(self._model.rowCount()))

    def _inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._take(range(first, last + 1))

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._take(range(first.row(), last.row() + 1))

    def _take(self, places: range) -> None:
        for place in places:
            task = self._task(place)
            if task.status in RUNNING:
                self._under_way[task.id] = task
                self.live.load(task)
                if task.status is Status.PROCESSING:
                    self._began[task.id] = (task.run, task.changed)
            else:
                self._under_way.pop(task.id, None)
                self.live.forget(task.id)
        self._later()


def _written(task: Task) -> tuple[int | None, int | None, str]:
    """What a task writes: a kind of document, or an answer in a talk."""
    return task.spec.document, task.spec.conversation, task.spec.kind
