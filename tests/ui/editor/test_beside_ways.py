"""Words that were written anew beside the person's own: seen side by side, and chosen between."""

from typing import Any

import pytest
import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.events import PartStarted, TextArrived
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.services.merging import Conflict
from jobmatch_desktop.ui.editor.beside_panel import BesidePanel
from jobmatch_desktop.ui.editor.workspace import Workspace
from tests.patience import until
from tests.ui.desk import CV, Desk, writing
from tests.ui.editor.working import click, editor, said

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
FIRST = Conflict(
    TaskId("t1"),
    "work/0",
    "- Grew the engineering team from two to eight",
    "- Built up an engineering team of eight",
)
SECOND = Conflict(
    TaskId("t1"),
    "work/1",
    "- Rewrote the upload path of the media service in Go",
    "- Rewrote how the media service takes uploads, in Go",
)


def panel(workspace: Workspace) -> BesidePanel | None:
    return next((one for one in workspace.findChildren(BesidePanel) if one.isVisible()), None)


@pytest.fixture
def beside(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> BesidePanel:
    """The panel after a writing that worded two bullets which the person had changed."""
    desk.conflicts = (FIRST, SECOND)
    workspace.presenter.take_events([desk.change_elsewhere(DocumentKind.CV, CV + "More\n")])
    loop.run_until_complete(until(lambda: panel(workspace)))
    found = panel(workspace)
    assert found is not None
    return found


def texts(shown: BesidePanel) -> list[str]:
    return [one.toPlainText() for one in shown.findChildren(QPlainTextEdit)]


def test_both_stand_side_by_side_and_the_caret_stays_with_the_person(workspace: Workspace, beside: BesidePanel) -> None:
    assert texts(beside) == [FIRST.mine, FIRST.theirs]
    assert "1 of 2" in said(beside)
    assert not editor(workspace).textCursor().hasSelection()
    click(beside, "›")
    assert texts(beside) == [SECOND.mine, SECOND.theirs]
    assert editor(workspace).textCursor().selectedText() == SECOND.mine


def test_theirs_comes_in_and_goes_again_with_one_undo(
    loop: qasync.QEventLoop, workspace: Workspace, beside: BesidePanel
) -> None:
    before = editor(workspace).text()
    click(beside, "Use this")
    assert editor(workspace).text() == before.replace(FIRST.mine, FIRST.theirs)
    assert texts(beside) == [SECOND.mine, SECOND.theirs]
    click(beside, "Use both")
    assert f"{SECOND.mine}\n{SECOND.theirs}" in editor(workspace).text()
    assert panel(workspace) is None
    editor(workspace).undo_edit()
    editor(workspace).undo_edit()
    assert editor(workspace).text() == before
    # What was taken back is to be decided again.
    loop.run_until_complete(until(lambda: panel(workspace)))
    assert "1 of 2" in said(beside)


def test_what_the_person_keeps_is_not_offered_again(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, beside: BesidePanel
) -> None:
    before = editor(workspace).text()
    click(beside, "Keep mine")
    assert texts(beside) == [SECOND.mine, SECOND.theirs]
    click(beside, "Keep mine")
    assert panel(workspace) is None
    loop.run_until_complete(workspace.presenter.background.settle())
    assert [call for call in desk.calls if call[0] == "keep mine"] == [("keep mine", FIRST), ("keep mine", SECOND)]
    assert editor(workspace).text() == before


def test_decided_later_it_comes_back_by_its_command(workspace: Workspace, beside: BesidePanel) -> None:
    QTest.keyClick(beside, Qt.Key.Key_Escape)
    assert panel(workspace) is None
    workspace.window().activateWindow()
    QTest.keyClick(workspace, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert panel(workspace) is beside
    assert beside.first_field().hasFocus()
    assert editor(workspace).textCursor().selectedText() == FIRST.mine


def test_a_bullet_that_is_worked_on_is_decided(
    loop: qasync.QEventLoop, workspace: Workspace, beside: BesidePanel
) -> None:
    click(beside, "›")
    editor(workspace).insertPlainText("- My own words")
    loop.run_until_complete(until(lambda: texts(beside)[0] == FIRST.mine))
    assert "of 2" not in said(beside)


def test_words_that_come_beside_do_not_stand_in_the_text_meanwhile(workspace: Workspace) -> None:
    events: list[Any] = writing("work/0", "")
    presenter = workspace.presenter
    presenter.take_events([*events[:2], PartStarted(TaskId("t1"), "work/0", 2, 4, 1, beside=True)])
    presenter.take_events([TextArrived(TaskId("t1"), "work/0", "- Other words")])
    editor(workspace)._draw()
    assert editor(workspace).text() == CV
    assert not editor(workspace).parts.under_way
