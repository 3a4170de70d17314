"""From words in the editor to other words, and back into the text."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
import qasync
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.events import PartEnded, TaskChanged
from jobmatch_desktop.domain.rewrite import Rewrite, Wish
from jobmatch_desktop.domain.stream import Usage
from jobmatch_desktop.domain.task import Status, TaskId
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.editor.drafts_panel import DraftsPanel
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.ui.shared.labels import ElidedLabel
from tests.patience import until
from tests.ui.desk import CV, Desk, task, writing
from tests.ui.editor.working import click, editor

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
BULLETS = "- Rewrote the upload path of the media service in Go\n- Cut median upload time by a third for large files"
LESS = "- Rewrote uploads in Go"


def select(workspace: Workspace, words: str) -> None:
    cursor = QTextCursor(editor(workspace).document())
    start = editor(workspace).text().index(words)
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    editor(workspace).setTextCursor(cursor)


def panel(workspace: Workspace) -> DraftsPanel | None:
    return next((one for one in workspace.findChildren(DraftsPanel) if one.isVisible()), None)


def open_panel(workspace: Workspace) -> None:
    workspace.window().activateWindow()
    QTest.keyClick(workspace, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)


def come(workspace: Workspace, words: str) -> None:
    done = TaskChanged(task("r1", Status.COMPLETED, kind="rewrite"))
    workspace.presenter.take_events([PartEnded(TaskId("r1"), "rewrite", words, True, (), Usage()), done])


def told(workspace: Workspace) -> str:
    return "\n".join(one.words() for one in workspace.findChildren(ElidedLabel))


def settle(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    loop.run_until_complete(workspace.presenter.background.settle())


def test_a_list_is_rewritten_and_taken_in_one_step(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    select(workspace, BULLETS[4:-5])
    open_panel(workspace)
    assert panel(workspace) is not None
    click(workspace, "Shorter")
    settle(loop, workspace)
    assert ("rewrite", Rewrite("cv", BULLETS, Wish.SHORTER), "en", "ollama") in desk.calls
    come(workspace, LESS)
    loop.run_until_complete(until(lambda: LESS in said_in_panel(workspace)))
    assert editor(workspace).text() == CV
    click(workspace, "Use this")
    assert editor(workspace).text() == CV.replace(BULLETS, LESS)
    assert panel(workspace) is None
    editor(workspace).undo_edit()
    assert editor(workspace).text() == CV


def test_a_whole_part_is_written_anew_from_the_caret_in_it(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    cursor = editor(workspace).textCursor()
    cursor.setPosition(editor(workspace).text().index(BULLETS) + 60)
    editor(workspace).setTextCursor(cursor)
    workspace.window().activateWindow()
    QTest.keyClick(workspace, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    click(workspace, "Shorter")
    settle(loop, workspace)
    assert ("rewrite", Rewrite("cv", BULLETS, Wish.SHORTER), "en", "ollama") in desk.calls
    come(workspace, LESS)
    loop.run_until_complete(until(lambda: LESS in said_in_panel(workspace)))
    click(workspace, "Use this")
    assert editor(workspace).text() == CV.replace(BULLETS, LESS)


def test_a_name_is_no_part_that_is_written(workspace: Workspace) -> None:
    workspace.window().activateWindow()
    QTest.keyClick(workspace, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert panel(workspace) is None
    assert "part by part" in told(workspace)


def said_in_panel(workspace: Workspace) -> list[str]:
    found = panel(workspace)
    return [] if found is None else [card._text.toPlainText() for card in found._cards]


def test_an_edit_elsewhere_stays_and_one_in_the_passage_comes_back_with_undo(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    select(workspace, BULLETS)
    open_panel(workspace)
    click(workspace, "Shorter")
    settle(loop, workspace)
    come(workspace, LESS)
    loop.run_until_complete(until(lambda: LESS in said_in_panel(workspace)))
    at_start = QTextCursor(editor(workspace).document())
    at_start.insertText("X")
    within = QTextCursor(editor(workspace).document())
    within.setPosition(editor(workspace).text().index("media service"))
    within.insertText("old ")
    edited = editor(workspace).text()
    click(workspace, "Use this")
    assert editor(workspace).text() == "X" + CV.replace(BULLETS, LESS)
    assert "changed the passage meanwhile" in told(workspace)
    editor(workspace).undo_edit()
    assert editor(workspace).text() == edited


def test_leaving_it_changes_nothing_and_stops_the_writer(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    select(workspace, "lossless compression")
    open_panel(workspace)
    click(workspace, "Another draft")
    settle(loop, workspace)
    QTest.keyClick(panel(workspace), Qt.Key.Key_Escape)
    settle(loop, workspace)
    assert ("stop", "r1") in desk.calls
    assert panel(workspace) is None
    assert editor(workspace).text() == CV


@pytest.mark.parametrize("words", ["## Experience", "### Software engineer · Hooli\nJan 2011 – Nov 2013\n- Rewrote"])
def test_what_is_no_passage_is_said_so(loop: qasync.QEventLoop, workspace: Workspace, words: str) -> None:
    select(workspace, words)
    open_panel(workspace)
    assert panel(workspace) is None
    assert "cannot be rewritten together" in told(workspace)


def test_words_that_are_being_written_are_let_alone(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    workspace.presenter.take_events(writing("summary", "Built small systems."))
    loop.run_until_complete(until(lambda: "Built small" in editor(workspace).text()))
    select(workspace, "Built small")
    open_panel(workspace)
    assert panel(workspace) is None
    assert "is being written" in told(workspace)


@pytest.fixture(autouse=True)
def _rewriting(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    plain: Callable[[], Any] = desk.services

    def services() -> Any:
        made = plain()

        async def start(application: int, rewrite: Rewrite, language: str, choice: Choice) -> TaskId:
            desk.calls.append(("rewrite", rewrite, language, choice.provider))
            await asyncio.sleep(0)
            return TaskId("r1")

        made.rewriting = type("Rewriting", (), {"start": staticmethod(start)})
        return made

    monkeypatch.setattr(desk, "services", services)
    assert DocumentKind.CV in desk.texts
