"""Rows one under the other: where they stand, and that another width is taken bit by bit."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jobmatch_desktop.ui.shared.row_stack import RowStack

WORDS = "Designed and built the planning tool that forty planners in nine depots use every day. " * 3


@pytest.fixture
def stack(qapp: QApplication, qtbot: QtBot) -> Iterator[RowStack]:
    """Forty rows in a view that shows some of them."""
    made = RowStack(6)
    inner = QWidget()
    QVBoxLayout(inner).addWidget(made)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(inner)
    area.resize(600, 300)
    area.show()
    qapp.processEvents()
    for number in range(40):
        row = QWidget()
        label = QLabel(f"{number} {WORDS}")
        label.setWordWrap(True)
        QVBoxLayout(row).addWidget(label)
        made.add(row, 10 if number == 1 else 0)
    qtbot.waitUntil(lambda: made.height() > 300)
    yield made
    area.close()
    area.deleteLater()


def rows(stack: RowStack) -> list[QWidget]:
    return sorted((row for row in stack.children() if isinstance(row, QWidget)), key=QWidget.y)


def are_under_each_other(stack: RowStack) -> bool:
    shown = rows(stack)
    gaps = [after.y() - before.geometry().bottom() - 1 for before, after in itertools.pairwise(shown)]
    return gaps == [16, *[6] * 38] and stack.height() == shown[-1].geometry().bottom() + 1


def fit(shown: list[QWidget]) -> bool:
    return all(row.height() == row.heightForWidth(row.width()) for row in shown)


def test_each_row_is_as_tall_as_its_words_need(stack: RowStack, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: are_under_each_other(stack))
    assert stack.count() == 40
    assert fit(rows(stack))


def test_in_another_width_the_rows_in_view_are_right_at_once_and_the_others_soon(stack: RowStack, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: are_under_each_other(stack))
    before = rows(stack)[0].height()
    area = stack.window()
    area.resize(300, 300)
    area.grab()
    seen = [row for row in rows(stack) if not row.visibleRegion().isEmpty()]
    assert seen
    assert fit(seen)
    assert seen[0].height() > before
    qtbot.waitUntil(lambda: all(row.width() == stack.width() for row in rows(stack)) and are_under_each_other(stack))
    assert fit(rows(stack))


def test_a_row_that_grows_moves_those_under_it(stack: RowStack, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: are_under_each_other(stack))
    first, second = rows(stack)[:2]
    place = second.y()
    first.findChild(QLabel).setText(WORDS * 5)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: second.y() > place and are_under_each_other(stack))


def test_an_empty_one_has_no_height(stack: RowStack) -> None:
    stack.clear()
    assert (stack.count(), stack.height()) == (0, 0)
