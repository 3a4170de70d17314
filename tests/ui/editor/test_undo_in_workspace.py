"""What was done in a document can be undone when it is opened again."""

import pytest
import qasync
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.events import TaskChanged
from jobmatch_desktop.domain.task import Ending, Status
from jobmatch_desktop.ui.editor.workspace import Workspace
from tests.patience import until
from tests.ui.desk import CV, Desk, ended, task, writing
from tests.ui.editor.working import editor

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SUMMARY = CV.split("\n")[4]


def reopen(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    workspace.open(1)
    loop.run_until_complete(workspace.presenter.background.settle())


def press(workspace: Workspace, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.ControlModifier
    for one in more:
        held |= one
    QTest.keyClick(editor(workspace), key, held)


def test_typing_is_undone_and_done_again_after_opening_anew(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    QTest.keyClicks(editor(workspace), "Dr ")
    loop.run_until_complete(until(lambda: desk.texts[DocumentKind.CV].text == "Dr " + CV))
    reopen(loop, workspace)
    assert editor(workspace).text() == "Dr " + CV
    press(workspace, Qt.Key.Key_Z)
    assert editor(workspace).text() == CV
    loop.run_until_complete(until(lambda: desk.texts[DocumentKind.CV].text == CV))
    reopen(loop, workspace)
    press(workspace, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert editor(workspace).text() == "Dr " + CV


def test_a_generation_is_one_step_to_undo_in_another_session_too(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    presenter = workspace.presenter
    for words in ("Built ", "small ", "systems."):
        presenter.take_events(writing("summary", words)[-1:] if words != "Built " else writing("summary", words))
        loop.run_until_complete(until(lambda words=words: words.strip() in editor(workspace).text()))
    presenter.take_events([ended("summary", "Built small systems.", True)])
    written = CV.replace(SUMMARY, "Built small systems.")
    done = TaskChanged(task(status=Status.COMPLETED, ending=Ending.STOP))
    presenter.take_events([done, desk.change_elsewhere(DocumentKind.CV, written)])
    loop.run_until_complete(until(lambda: editor(workspace).text() == written and desk.histories.get(1)))
    reopen(loop, workspace)
    assert editor(workspace).text() == written
    press(workspace, Qt.Key.Key_Z)
    assert editor(workspace).text() == CV
