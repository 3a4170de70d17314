"""The tasks as a Qt model: newest first, kept current from the feed."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt, Slot

from jobmatch_desktop.domain.events import TaskChanged
from jobmatch_desktop.domain.task import Task, TaskId

Index = QModelIndex | QPersistentModelIndex


class TaskListModel(QAbstractListModel):
    """Rows are tasks, newest first. `TaskRole` gives the `Task`, `IdRole` its id, `StatusRole` its status as text."""

    TaskRole = Qt.ItemDataRole.UserRole
    IdRole = Qt.ItemDataRole.UserRole + 1
    StatusRole = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Oldest first, so that a new task changes the place of no other.
        self._tasks: list[Task] = []
        self._places: dict[TaskId, int] = {}

    def task(self, task_id: TaskId) -> Task | None:
        """The task as last told; None if it is not here."""
        place = self._places.get(task_id)
        return None if place is None else self._tasks[place]

    def index_of(self, task_id: TaskId) -> QModelIndex:
        """Where a task stands; an invalid index if it is not here."""
        place = self._places.get(task_id)
        return QModelIndex() if place is None else self.index(self._row(place))

    def reset(self, tasks: Iterable[Task]) -> None:
        """Shows these tasks, given newest first, and no others."""
        self.beginResetModel()
        self._tasks = list(tasks)
        self._tasks.reverse()
        self._tasks.sort(key=lambda task: task.created)
        self._places = {task.id: place for place, task in enumerate(self._tasks)}
        self.endResetModel()

    @Slot(object)
    def take(self, events: Sequence[object]) -> None:
        """Takes a batch of the feed: the last word on each task counts."""
        for task in {event.task.id: event.task for event in events if isinstance(event, TaskChanged)}.values():
            place = self._places.get(task.id)
            if place is None:
                self._insert(task)
            elif task != self._tasks[place]:
                self._tasks[place] = task
                index = self.index(self._row(place))
                self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._tasks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._tasks):
            return None
        task = self._tasks[self._row(index.row())]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{task.spec.kind} · {task.status}"
            case self.TaskRole:
                return task
            case self.IdRole:
                return task.id
            case self.StatusRole:
                return str(task.status)
        return None

    def roleNames(self) -> dict[int, QByteArray]:
        names = {self.TaskRole: b"task", self.IdRole: b"id", self.StatusRole: b"status"}
        return {**super().roleNames(), **{int(role): QByteArray(name) for role, name in names.items()}}

    def _row(self, place: int) -> int:
        """The row of a place, and the place of a row."""
        return len(self._tasks) - 1 - place

    def _insert(self, task: Task) -> None:
        place = bisect_right(self._tasks, task.created, key=lambda other: other.created)
        row = len(self._tasks) - place
        self.beginInsertRows(QModelIndex(), row, row)
        self._tasks.insert(place, task)
        for later in range(place, len(self._tasks)):
            self._places[self._tasks[later].id] = later
        self.endInsertRows()
