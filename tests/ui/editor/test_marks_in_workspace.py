"""Marks as a person meets them: typed, explained, gone to, decided about, warned of before an export; and while a model writes."""

import asyncio
from pathlib import Path

import msgspec
import pytest
import qasync
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QToolTip,
)

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.events import ProfileMoved, TaskChanged
from jobmatch_desktop.domain.journal import Entry
from jobmatch_desktop.domain.task import Ending, Status, TaskId
from jobmatch_desktop.ui.editor.document_pane import DocumentPane
from jobmatch_desktop.ui.editor.workspace import Workspace
from tests.patience import until
from tests.ui.desk import CV, Desk, ended, task, writing
from tests.ui.editor.working import click, editor, said

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
LIE = "Grew the engineering team from two to twenty 🏮 in Haskell"
TRUE = "Grew the engineering team from two to eight"


@pytest.fixture
def lying(loop: qasync.QEventLoop, workspace: Workspace) -> Workspace:
    """The CV with two untrue words of a line."""
    found = editor(workspace)
    loop.run_until_complete(until(lambda: "statements have a fact" in said(pane(workspace))))
    cursor = found.document().find(TRUE)
    cursor.insertText(LIE)
    loop.run_until_complete(until(lambda: marked(workspace) == ["twenty", "Haskell"]))
    return workspace


def pane(workspace: Workspace, kind: DocumentKind = DocumentKind.CV) -> DocumentPane:
    return workspace._panes[kind]


def marked(workspace: Workspace) -> list[str]:
    """The words that are drawn as marks, by the formats that the editor draws with."""
    found = editor(workspace)
    words = []
    block = found.document().begin()
    while block.isValid():
        found._layout.blockBoundingRect(block)
        encoded = block.text().encode("utf-16-le")
        words += [
            encoded[one.start * 2 : (one.start + one.length) * 2].decode("utf-16-le")
            for one in block.layout().formats()
            if one.format.underlineStyle() is QTextCharFormat.UnderlineStyle.WaveUnderline
        ]
        block = block.next()
    return words


def go(workspace: Workspace, back: bool = False) -> str:
    """F8; the words that are selected then."""
    modifier = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(editor(workspace), Qt.Key.Key_F8, modifier)
    return str(editor(workspace).textCursor().selectedText())


def dialog(kind: type[QDialog]) -> QDialog:
    return next(made for made in QApplication.topLevelWidgets() if isinstance(made, kind) and made.isVisible())


def shows(kind: type[QDialog]) -> bool:
    return any(isinstance(made, kind) and made.isVisible() for made in QApplication.topLevelWidgets())


def test_what_the_composer_wrote_has_no_mark_and_what_is_typed_untrue_has(
    loop: qasync.QEventLoop, workspace: Workspace
) -> None:
    loop.run_until_complete(until(lambda: "statements have a fact" in said(pane(workspace))))
    counted = next(line for line in said(pane(workspace)).split("\n") if "statements" in line)
    supported, of = counted.split(" of ")
    assert (marked(workspace), supported) == ([], of.split(" ")[0])
    found = editor(workspace)
    cursor = found.document().find("information theory")
    cursor.clearSelection()
    found.setTextCursor(cursor)
    steps = found.document().availableUndoSteps()
    QTest.keyClicks(found, ", Haskell")
    loop.run_until_complete(until(lambda: marked(workspace) == ["Haskell"]))
    assert found.text() == CV.replace("information theory", "information theory, Haskell")
    assert found.textCursor().position() == cursor.position()
    assert f"{int(supported) - 1} of {supported} statements" in said(pane(workspace))
    while found.document().availableUndoSteps() > steps:
        found.undo_edit()
    assert found.text() == CV
    loop.run_until_complete(until(lambda: marked(workspace) == []))


def test_f8_goes_from_mark_to_mark_and_the_strip_says_why(loop: qasync.QEventLoop, lying: Workspace) -> None:
    assert [go(lying) for _ in range(3)] == ["twenty", "Haskell", "twenty"]
    strip = pane(lying).mark_strip
    loop.run_until_complete(until(strip.isVisible))
    assert f"“twenty” has no fact. Your profile says: “{TRUE}”" in said(strip)
    assert strip.accessibleName() in said(strip)
    assert go(lying, back=True) == "Haskell"
    loop.run_until_complete(until(lambda: "“Haskell” has no fact." in said(strip)))
    QTest.keyClick(editor(lying), Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    loop.run_until_complete(until(lambda: not strip.isVisible()))


def test_the_value_of_the_fact_is_put_in_place_as_one_edit(loop: qasync.QEventLoop, lying: Workspace) -> None:
    go(lying)
    strip = pane(lying).mark_strip
    loop.run_until_complete(until(strip.isVisible))
    click(strip, "Use “eight”")
    assert LIE.replace("twenty", "eight") in editor(lying).text()
    loop.run_until_complete(until(lambda: marked(lying) == ["Haskell"]))
    editor(lying).undo_edit()
    assert LIE in editor(lying).text()


def test_what_is_kept_is_no_mark_until_it_is_marked_again(
    loop: qasync.QEventLoop, lying: Workspace, desk: Desk
) -> None:
    go(lying)
    strip = pane(lying).mark_strip
    loop.run_until_complete(until(strip.isVisible))
    click(strip, "Keep")
    loop.run_until_complete(until(lambda: marked(lying) == ["Haskell"]))
    assert [(one.said, one.fact) for one in desk.decisions] == [("twenty", None)]
    loop.run_until_complete(until(lambda: "You kept “twenty” without a fact." in said(strip)))
    click(strip, "Mark it again")
    loop.run_until_complete(until(lambda: marked(lying) == ["twenty", "Haskell"]))


def test_words_are_tied_to_a_fact_found_by_typing(loop: qasync.QEventLoop, lying: Workspace, desk: Desk) -> None:
    from jobmatch_desktop.ui.editor.fact_chooser import FactChooser

    go(lying)
    strip = pane(lying).mark_strip
    loop.run_until_complete(until(strip.isVisible))
    click(strip, "Tie to a fact")
    loop.run_until_complete(until(lambda: shows(FactChooser)))
    chooser = dialog(FactChooser)
    listed, search = chooser.findChild(QListWidget), chooser.findChild(QLineEdit)
    assert listed.item(0).text() == f"{TRUE}\nPied Piper, CEO and President"
    QTest.keyClicks(search, "upload hooli")
    assert [row for row in range(listed.count()) if not listed.item(row).isHidden()] != []
    QTest.keyClick(search, Qt.Key.Key_Down)
    chosen = listed.currentItem().text().split("\n")[0]
    assert "upload" in chosen
    QTest.keyClick(search, Qt.Key.Key_Return)
    loop.run_until_complete(until(lambda: marked(lying) == ["Haskell"]))
    assert [(one.said, one.fact) for one in desk.decisions] == [("twenty", chosen)]
    loop.run_until_complete(until(lambda: f"You tied “twenty” to your fact “{chosen}”" in said(strip)))


def test_a_fact_is_added_in_the_persons_words(loop: qasync.QEventLoop, lying: Workspace, desk: Desk) -> None:
    from jobmatch_desktop.ui.editor.fact_adding import FactAdding

    assert [go(lying), go(lying)] == ["twenty", "Haskell"]
    strip = pane(lying).mark_strip
    loop.run_until_complete(until(lambda: "Haskell" in said(strip)))
    click(strip, "Add the fact")
    loop.run_until_complete(until(lambda: shows(FactAdding)))
    asked = dialog(FactAdding)
    where, words = asked.findChild(QComboBox), asked.findChild(QPlainTextEdit)
    assert (where.currentText(), words.toPlainText()) == ("A skill", "Haskell")
    where.setCurrentIndex(0)
    assert words.toPlainText() == LIE
    words.setPlainText("")
    click(asked, "Add the fact")
    assert shows(FactAdding), "nothing to add yet"
    words.setPlainText("Wrote the billing in Haskell")
    click(asked, "Add the fact")
    loop.run_until_complete(until(lambda: marked(lying) == ["twenty"]))
    assert desk.profiles[-1]["work"][0]["highlights"][-1] == "Wrote the billing in Haskell"
    assert lying.presenter.application is desk.application


def test_a_profile_that_moved_elsewhere_is_what_the_text_is_held_against(
    loop: qasync.QEventLoop, lying: Workspace, desk: Desk
) -> None:
    desk.application = msgspec.structs.replace(desk.application, kept=7)
    lying.presenter.update(desk.application)
    loop.run_until_complete(lying.presenter.background.settle())
    desk.profiles.append({**desk.profiles[0], "skills": [{"name": "Haskell"}]})
    desk.application = msgspec.structs.replace(desk.application, profile=2)
    lying.presenter.take_events([ProfileMoved(6, 2)])
    loop.run_until_complete(lying.presenter.background.settle())
    assert marked(lying) == ["twenty", "Haskell"]
    lying.presenter.take_events([ProfileMoved(7, 2)])
    loop.run_until_complete(until(lambda: "Haskell" not in marked(lying)))


def test_the_mouse_on_a_mark_says_why_as_plain_text(loop: qasync.QEventLoop, lying: Workspace) -> None:
    found = editor(lying)
    cursor = found.document().find("Haskell")
    cursor.setPosition(cursor.selectionStart() + 2)
    place = found.cursorRect(cursor).center()
    QApplication.sendEvent(
        found.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, place, found.viewport().mapToGlobal(place))
    )
    assert "“Haskell” has no fact." in QToolTip.text()
    QToolTip.hideText()
    far = QPoint(found.viewport().width() - 2, place.y())
    QApplication.sendEvent(
        found.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, far, found.viewport().mapToGlobal(far))
    )
    loop.run_until_complete(until(lambda: QToolTip.text() == ""))


def test_export_warns_with_the_list_first(
    loop: qasync.QEventLoop, lying: Workspace, desk: Desk, tmp_path: Path
) -> None:
    from jobmatch_desktop.ui.editor.unsupported_dialog import UnsupportedDialog

    QTest.keyClick(editor(lying), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    loop.run_until_complete(until(lambda: shows(UnsupportedDialog)))
    asked = dialog(UnsupportedDialog)
    assert "2 claims in this document have no fact" in said(asked)
    [line] = [asked.findChild(QListWidget).item(row).text() for row in range(asked.findChild(QListWidget).count())]
    assert line == f"{LIE}\n“twenty” has no fact. “Haskell” has no fact."
    click(asked, "Go to the first")
    assert editor(lying).textCursor().selectedText() == "twenty"
    assert not shows(QFileDialog)

    click(lying.head, "Export")
    loop.run_until_complete(until(lambda: shows(UnsupportedDialog)))
    click(dialog(UnsupportedDialog), "Export all the same")
    loop.run_until_complete(until(lambda: shows(QFileDialog)))
    dialog(QFileDialog).fileSelected.emit(str(tmp_path / "cv.pdf"))
    dialog(QFileDialog).close()
    loop.run_until_complete(until(lambda: ("export", 1, [tmp_path / "cv.pdf"]) in desk.calls))


def test_export_of_a_document_whose_words_all_have_a_fact_asks_for_the_place_at_once(
    loop: qasync.QEventLoop, workspace: Workspace
) -> None:
    QTest.keyClick(editor(workspace), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    loop.run_until_complete(until(lambda: shows(QFileDialog)))
    dialog(QFileDialog).close()


def test_while_a_part_is_written_the_marks_of_others_stay_and_its_own_come_when_it_is_whole(
    loop: qasync.QEventLoop, lying: Workspace
) -> None:
    presenter = lying.presenter
    presenter.take_events(writing("summary", "Engineer at Google with 900 engines, "))
    loop.run_until_complete(until(lambda: "900 engines" in editor(lying).text()))
    assert marked(lying) == ["twenty", "Haskell"]
    cursor = editor(lying).document().find("Cut median")
    cursor.insertText("In Erlang cut median")
    loop.run_until_complete(until(lambda: marked(lying) == ["twenty", "Haskell", "Erlang"]))
    presenter.take_events([*writing("summary", "and 800 more."), ended("summary", "Builds systems for Google.", True)])
    loop.run_until_complete(until(lambda: marked(lying) == ["Google", "twenty", "Haskell", "Erlang"]))


def use_to_edit(loop: qasync.QEventLoop, workspace: Workspace, desk: Desk, body: str) -> None:
    """The refused summary is used, to be edited in the document, and comes there; the writing is over then."""
    click(pane(workspace).strip, "Edit it")
    loop.run_until_complete(until(lambda: ("use", TaskId("t1"), "summary") in desk.calls))
    changed = desk.change_elsewhere(DocumentKind.CV, CV.replace(CV.split("\n")[4], body))
    workspace.presenter.take_events([changed, TaskChanged(task(status=Status.COMPLETED, ending=Ending.STOP))])


def test_a_refused_part_shows_what_has_no_fact_and_is_edited_in_the_document(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    body = "Engineer 🏮 of 900 engines in Haskell."
    presenter, found = workspace.presenter, pane(workspace)
    presenter.take_events([*writing("summary", body), ended("summary", body, False, "900", "Haskell")])
    click(found.strip, "Show it")
    loop.run_until_complete(until(lambda: found.strip._body.extraSelections()))
    assert [one.cursor.selectedText() for one in found.strip._body.extraSelections()] == ["900", "Haskell"]
    use_to_edit(loop, workspace, desk, body)
    loop.run_until_complete(until(lambda: editor(workspace).textCursor().selectedText() == "900"))
    assert not found.strip.isVisible()
    loop.run_until_complete(until(found.mark_strip.isVisible))


def test_a_refused_part_is_gone_to_also_where_another_check_comes_between(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    body = "Engineer of 900 engines in Haskell."
    presenter = workspace.presenter
    presenter.take_events([*writing("summary", body), ended("summary", body, False, "900", "Haskell")])
    use_to_edit(loop, workspace, desk, body)
    loop.run_until_complete(until(lambda: body in editor(workspace).text()))
    for _ in range(40):
        presenter.markings.facts_changed()
        loop.run_until_complete(asyncio.sleep(0.002))
    loop.run_until_complete(until(lambda: editor(workspace).textCursor().selectedText() == "900"))


def test_what_an_earlier_run_set_aside_is_offered_until_it_is_decided_about(
    loop: qasync.QEventLoop, workspace: Workspace, desk: Desk
) -> None:
    desk.tasks = [task(status=Status.COMPLETED, ending=Ending.STOP)]
    desk.aside = [Entry("rejected", "summary", 2, "Lies.", (Why("“{said}” has no fact.", "Lies"),))]
    workspace.open(1)
    strip = pane(workspace).strip
    loop.run_until_complete(until(strip.isVisible))
    assert "The model's summary was not used: “Lies” has no fact." in said(strip)
    click(strip, "Keep the draft")
    loop.run_until_complete(until(lambda: ("leave", TaskId("t1"), "summary") in desk.calls))


def test_the_other_document_is_checked_when_it_is_looked_at(loop: qasync.QEventLoop, lying: Workspace) -> None:
    click(lying.head, "Letter")
    letter = pane(lying, DocumentKind.LETTER)
    loop.run_until_complete(until(lambda: "statement" in said(letter)))
    click(lying.head, "CV")
    loop.run_until_complete(until(lambda: marked(lying) == ["twenty", "Haskell"]))


def test_a_text_beyond_all_documents_is_said_not_to_be_checked(loop: qasync.QEventLoop, lying: Workspace) -> None:
    cursor = editor(lying).textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    cursor.insertText(f"{LIE}\n" * 4_000)
    loop.run_until_complete(until(lambda: "Too long to be checked" in said(pane(lying))))
    assert marked(lying) == []
    editor(lying).undo_edit()
    loop.run_until_complete(until(lambda: marked(lying) == ["twenty", "Haskell"]))
