"""The task list as Qt sees it."""

import random
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from jobmatch_desktop.bridge.task_list import TaskListModel
from jobmatch_desktop.domain.events import PhaseChanged, TaskChanged
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import GenerationOptions, Status, Task, TaskId, TaskSpec

BEGIN = datetime(2026, 11, 25, tzinfo=UTC)
SPEC = TaskSpec("cv", "ollama", "any", "local", GenerationOptions("en", "2026-11-25"))


def task(number: int, status: Status = Status.PENDING, seconds: float | None = None) -> Task:
    created = BEGIN + timedelta(seconds=number if seconds is None else seconds)
    return Task(TaskId(str(number)), SPEC, status, created, created)


@pytest.fixture
def model(qapp: QCoreApplication) -> TaskListModel:
    return TaskListModel()


def shown(model: TaskListModel) -> list[str]:
    return [model.index(row).data(TaskListModel.IdRole) for row in range(model.rowCount())]


def test_newest_first_by_every_role(model: TaskListModel) -> None:
    model.take([TaskChanged(task(1)), TaskChanged(task(2))])
    model.take([TaskChanged(task(3, Status.PROCESSING))])
    assert shown(model) == ["3", "2", "1"]
    index = model.index(0)
    assert index.data(TaskListModel.TaskRole) == task(3, Status.PROCESSING) == model.task(TaskId("3"))
    assert index.data(TaskListModel.StatusRole) == "processing"
    assert index.data() == "cv · processing"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index_of(TaskId("1")).row() == 2
    assert not model.index_of(TaskId("9")).isValid()
    assert model.task(TaskId("9")) is None
    assert model.rowCount(index) == 0
    names = model.roleNames()
    assert {bytes(names[role].data()) for role in (TaskListModel.TaskRole, TaskListModel.IdRole)} == {b"task", b"id"}


def test_the_last_word_counts_and_only_its_row_changes(model: TaskListModel) -> None:
    model.reset([task(2), task(1)])
    changed: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.take(
        [
            TaskChanged(task(1, Status.PROCESSING)),
            PhaseChanged(TaskId("1"), Phase.WRITING, 1.0),
            TaskChanged(task(1, Status.COMPLETED)),
            TaskChanged(task(2)),
        ]
    )
    assert changed == [(1, 1)]
    assert model.task(TaskId("1")) == task(1, Status.COMPLETED)


def test_a_reset_keeps_the_order_it_is_given_for_tasks_of_one_moment(model: TaskListModel) -> None:
    tasks = [task(3, seconds=5), task(2, seconds=5), task(1, seconds=5)]
    model.reset(tasks)
    assert shown(model) == ["3", "2", "1"]


@pytest.mark.parametrize("seed", range(10))
def test_qts_own_tester_finds_no_fault_in_any_sequence(model: TaskListModel, seed: int) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    chance = random.Random(seed)
    expected: dict[str, Task] = {}
    for _ in range(150):
        if chance.random() < 0.03:
            expected = {one.id: one for one in chance.sample(list(expected.values()), len(expected) // 2)}
            newest_first = sorted(expected.values(), key=lambda one: (one.created, int(one.id)), reverse=True)
            model.reset(newest_first)
            continue
        batch = [
            TaskChanged(task(number, chance.choice(list(Status))))
            for number in (chance.randrange(60) for _ in range(chance.randrange(1, 5)))
        ]
        expected |= {event.task.id: event.task for event in batch}
        model.take(batch)
        assert shown(model) == sorted(expected, key=int, reverse=True)
        assert all(model.task(TaskId(one)) == kept for one, kept in expected.items())
        assert all(model.index_of(TaskId(one)).data(TaskListModel.TaskRole) == kept for one, kept in expected.items())
    assert tester.model() is model


def test_ten_thousand_tasks(model: TaskListModel) -> None:
    tasks = [task(number, Status.COMPLETED) for number in reversed(range(10_000))]
    model.reset(tasks)
    inserted: list[int] = []
    model.rowsInserted.connect(lambda _parent, first, _last: inserted.append(first))
    for number in range(10_000, 10_200):
        model.take([TaskChanged(task(number))])
        model.take([TaskChanged(msgspec.structs.replace(task(number), status=Status.PROCESSING))])
    assert inserted == [0] * 200
    assert model.rowCount() == 10_200
    assert model.index_of(TaskId("0")).row() == 10_199
    assert model.data(QModelIndex()) is None
