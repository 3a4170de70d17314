"""Misspelt words in the workspace: marked, offered others for, called right, not looked for."""

import pytest
import qasync
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.spelling_errors import NoDictionary
from jobmatch_desktop.ui.editor.workspace import Workspace
from jobmatch_desktop.ui.shared.labels import ElidedLabel
from tests.patience import until
from tests.ui.desk import CV, Desk
from tests.ui.editor.working import editor

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"does not support (raise|grabbing)")


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.wrong = ["lossless", "prototype"]
    made.suggestions = ("lossy", "losses")
    return made


def marked(workspace: Workspace) -> list[str]:
    return [one.mark.said for one in editor(workspace).spelling.open()]


def menu_at(workspace: Workspace, word: str) -> QMenu:
    made = editor(workspace)
    cursor = QTextCursor(made.document())
    cursor.setPosition(made.text().index(word) + 2)
    made.setTextCursor(cursor)
    made.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    return next(one for one in made.findChildren(QMenu) if one.isVisible())


def items(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isVisible()]


def choose(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def told(workspace: Workspace) -> str:
    return "\n".join(one.words() for one in workspace.findChildren(ElidedLabel))


def test_a_misspelt_word_is_marked_and_another_put_in_its_place(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    loop.run_until_complete(until(lambda: marked(workspace) == ["lossless", "prototype"]))
    menu = menu_at(workspace, "lossless")
    loop.run_until_complete(until(lambda: items(menu)[:2] == ["lossy", "losses"]))
    choose(menu, "lossy")
    assert editor(workspace).text() == CV.replace("lossless", "lossy")
    editor(workspace).undo_edit()
    assert editor(workspace).text() == CV


def test_a_word_is_called_right(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    loop.run_until_complete(until(lambda: len(marked(workspace)) == 2))
    menu = menu_at(workspace, "lossless")
    desk.wrong.remove("lossless")
    choose(menu, "“lossless” is right")
    loop.run_until_complete(until(lambda: marked(workspace) == ["prototype"]))
    assert ("add word", "lossless") in desk.calls


def test_words_elsewhere_are_offered_nothing(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    loop.run_until_complete(until(lambda: len(marked(workspace)) == 2))
    menu = menu_at(workspace, "compression")
    assert not any("is right" in words for words in items(menu))
    menu.close()


def test_the_keyboard_goes_from_word_to_word(loop: qasync.QEventLoop, workspace: Workspace) -> None:
    loop.run_until_complete(until(lambda: len(marked(workspace)) == 2))
    workspace.window().activateWindow()
    for word in ("lossless", "prototype"):
        QTest.keyClick(workspace, Qt.Key.Key_F7)
        assert editor(workspace).textCursor().selectedText() == word
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.close()


def test_it_can_be_turned_off_and_stays_so(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk) -> None:
    loop.run_until_complete(until(lambda: len(marked(workspace)) == 2))
    workspace.window().activateWindow()
    QTest.keyClick(workspace, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert marked(workspace) == []
    loop.run_until_complete(until(lambda: ("prefer", {"spelling": False}) in desk.calls))
    QTest.keyClicks(editor(workspace), "prototype ")
    loop.run_until_complete(workspace.presenter.background.settle())
    assert marked(workspace) == []


def test_no_dictionary_is_said_once(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none(*_asked: object) -> None:
        raise NoDictionary(language="xx")

    monkeypatch.setattr(workspace.presenter._services.spelling, "misspelt", none)
    workspace.presenter.spellings.changed(DocumentKind.CV)
    loop.run_until_complete(until(lambda: "no dictionary" in told(workspace)))
    assert marked(workspace) == []
