"""The table model as Qt sees it."""

from datetime import timedelta

import msgspec
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QAbstractItemModelTester

from jobmatch_desktop.domain.application import ApplicationStatus
from jobmatch_desktop.ui.applications.listing import Column
from jobmatch_desktop.ui.applications.table_model import ApplicationTableModel
from tests.ui.applications.test_listing import APPLICATIONS, BEGIN


def test_every_cell_says_itself(qapp: QCoreApplication) -> None:
    model = ApplicationTableModel(lambda: BEGIN + timedelta(hours=4, minutes=5))
    model.show_applications(APPLICATIONS, {4: 72, 3: None})
    row = model.row_of(4)
    assert row == 3
    cells = [model.index(row, column).data() for column in Column]
    assert cells == ["Backend engineer 9", "Acme", "Interview", "72", "", "5 min ago"]
    assert model.index(2, Column.TITLE).data() == "Untitled offer"
    said = model.index(row, Column.STATUS).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Status: Interview"
    assert model.index(row, 0).data(model.ApplicationRole) == APPLICATIONS[3]
    assert model.row_of(9) is None
    tips = [model.index(row, Column.MATCH).data(Qt.ItemDataRole.ToolTipRole) for row in (3, 2, 0)]
    assert tips == [
        "Match: 72 of 100",
        "Nothing was found in this offer that a fact could answer",
        "Match: not known yet",
    ]


def test_a_model_that_qt_finds_no_fault_with(qapp: QCoreApplication) -> None:
    model = ApplicationTableModel(lambda: BEGIN)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_applications(APPLICATIONS)
    model.show_applications(APPLICATIONS[:2])
    model.show_applications([])
    model.show_applications(list(reversed(APPLICATIONS)))
    assert tester.model() is model


def test_a_row_that_says_something_else_is_no_reset(qapp: QCoreApplication) -> None:
    model = ApplicationTableModel(lambda: BEGIN)
    model.show_applications(APPLICATIONS)
    resets: list[None] = []
    changed: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.column())))
    applied = msgspec.structs.replace(APPLICATIONS[1], status=ApplicationStatus.APPLIED)
    model.show_applications([APPLICATIONS[0], applied, *APPLICATIONS[2:]])
    assert (resets, changed) == ([], [(1, len(Column) - 1)])
