"""Folded sections: seen, gone through, edited and streamed into, and never a step to undo."""

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.mark import Mark
from jobmatch_desktop.domain.undoing import History
from jobmatch_desktop.ui.editor import folding
from jobmatch_desktop.ui.editor.document_editor import DocumentEditor
from jobmatch_desktop.ui.editor.find_bar import FindBar
from jobmatch_desktop.ui.editor.line_style import Kind, own_kind
from jobmatch_desktop.ui.shared.appearance import Appearance
from tests.ui.desk import CV

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(appearance: Appearance) -> Iterator[DocumentEditor]:
    made = DocumentEditor(appearance)
    made.resize(650, 400)
    made.show()
    made.set_text(CV)
    yield made
    Shiboken.delete(made)  # here and now, not on whichever thread collects it


def block(editor: DocumentEditor, words: str) -> QTextBlock:
    return editor.document().findBlock(editor.text().index(words))


def put_caret(editor: DocumentEditor, words: str, after: bool = False) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(editor.text().index(words) + (len(words) if after else 0))
    editor.setTextCursor(cursor)


def fold(editor: DocumentEditor, heading: str) -> None:
    put_caret(editor, heading)
    editor.folds.turn()


def shown(editor: DocumentEditor) -> str:
    found, one = [], editor.document().begin()
    while one.isValid():
        found += [one.text()] if one.isVisible() else []
        one = one.next()
    return "\n".join(found)


def sound(editor: DocumentEditor) -> None:
    """Every hidden line stands under a folded heading, nothing that is folded shows a line, and the caret is where something is seen."""
    assert editor.textCursor().block().isVisible()
    one, ends = editor.document().begin(), 0
    while one.isValid():
        rank = editor.folding.rank(one)
        ended = own_kind(one.text()) is Kind.NAME or (rank is not None and rank <= ends)
        if ended:
            ends = 0
        assert one.isVisible() == (not ends), (one.text(), shown(editor))
        assert (one.lineCount() == 0) == (not one.isVisible())
        if not ends and rank is not None and editor.folding.is_folded(one):
            ends = rank
        one = one.next()


def test_a_section_folds_up_to_the_next_of_its_rank_and_is_no_step_to_undo(editor: DocumentEditor) -> None:
    put_caret(editor, "Pied Piper")
    fold(editor, "## Experience")
    assert "## Experience\n## Education" in shown(editor)
    assert editor.text() == CV
    assert not editor.document().isUndoAvailable()
    assert editor.undo_to_save() is None or not editor.undo_to_save().steps  # type: ignore[union-attr]
    editor.folds.turn()
    assert shown(editor) == CV
    fold(editor, "### CEO")
    assert "### CEO and President · Pied Piper\n### Software engineer" in shown(editor)
    fold(editor, "## Experience")
    editor.folds.turn()
    assert "### CEO and President · Pied Piper\n### Software engineer" in shown(editor), "what was folded within stays"
    sound(editor)


def test_all_fold_and_all_show(editor: DocumentEditor) -> None:
    put_caret(editor, "two to eight")
    editor.folds.fold_all()
    assert shown(editor).split("\n")[-5:] == [
        "## Summary",
        "## Experience",
        "## Education",
        "## Skills",
        "## Languages",
    ]
    assert editor.textCursor().block() == block(editor, "## Experience"), "the caret goes to the heading over it"
    sound(editor)
    editor.folds.unfold_all()
    assert shown(editor) == CV


def test_a_fold_takes_its_room_and_the_view_its_lines(editor: DocumentEditor) -> None:
    editor.grab()
    before = editor.document().lineCount()
    editor.folds.fold_all()
    editor.grab()
    assert editor.document().lineCount() < before / 2
    assert editor.verticalScrollBar().maximum() == 0
    top = editor.cursorRect(QTextCursor(block(editor, "## Experience"))).top()
    below = editor.cursorRect(QTextCursor(block(editor, "## Education"))).top()
    assert 0 < below - top < 60


@pytest.mark.parametrize("back", [False, True])
def test_lines_that_are_folded_are_passed_over_by_the_arrows(editor: DocumentEditor, back: bool) -> None:
    fold(editor, "## Experience")
    put_caret(editor, "## Education" if back else "## Experience")
    QTest.keyClick(editor, Qt.Key.Key_Up if back else Qt.Key.Key_Down)
    assert editor.textCursor().block() == block(editor, "## Experience" if back else "## Education")
    assert not block(editor, "Pied Piper").next().isVisible()
    sound(editor)


def test_down_at_the_last_fold_stays_and_a_selection_goes_over_one(editor: DocumentEditor) -> None:
    fold(editor, "## Languages")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.textCursor().block() == block(editor, "## Languages")
    fold(editor, "## Skills")
    QTest.keyClick(editor, Qt.Key.Key_Down, SHIFT)
    assert "Kubernetes" in editor.textCursor().selectedText()
    sound(editor)


def test_what_is_gone_to_is_shown(editor: DocumentEditor) -> None:
    editor.folds.fold_all()
    editor.go_to_line(block(editor, "Rewrote the upload").blockNumber())
    assert "Rewrote the upload" in shown(editor)
    assert "Kubernetes" not in shown(editor)
    sound(editor)
    put_caret(editor, "## Skills", after=True)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    assert "Kubernetes" in shown(editor)


def test_a_heading_unmade_under_a_fold_stays_in_view_with_the_caret(editor: DocumentEditor) -> None:
    put_caret(editor, "## Education")
    editor.insertPlainText("## Training\n")
    fold(editor, "## Experience")
    put_caret(editor, "## Training")
    for left in ("# Training", " Training", "Training"):
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        assert editor.textCursor().block().text() == left
        sound(editor)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_what_is_found_is_shown(editor: DocumentEditor, appearance: Appearance) -> None:
    editor.folds.fold_all()
    bar = FindBar(editor, appearance)
    bar.open(replaces=False)
    bar._wanted.setText("Kubernetes")
    bar.go()
    assert editor.textCursor().selectedText() == "Kubernetes"
    assert "Kubernetes" in shown(editor)
    sound(editor)
    Shiboken.delete(bar)


def test_words_stream_into_a_folded_section_and_one_undo_takes_them(qtbot: QtBot, editor: DocumentEditor) -> None:
    fold(editor, "## Experience")
    editor.begin_part("work/0")
    for piece in ("- One\n", "- Two\n", "- Three\n- Four"):
        editor.append("work/0", piece)
        qtbot.waitUntil(lambda: not editor.parts.waiting)
        sound(editor)
    editor.end_part("work/0", "- One\n- Two\n- Three\n- Four")
    editor.end_generation()
    assert "- Three" in editor.text()
    assert "- Three" not in shown(editor)
    sound(editor)
    editor.undo_edit()
    assert editor.text() == CV
    sound(editor)


def test_a_text_from_elsewhere_leaves_folds_whose_lines_stand(editor: DocumentEditor) -> None:
    fold(editor, "## Experience")
    editor.change_text(CV.replace("- Grew", "- New line\n- Grew").replace("French", "German"))
    assert "New line" not in shown(editor)
    sound(editor)
    editor.change_text("# Another\n\nText")
    assert shown(editor) == "# Another\n\nText"
    sound(editor)


def test_what_is_joined_with_a_hidden_line_is_shown_first(editor: DocumentEditor) -> None:
    fold(editor, "## Skills")
    put_caret(editor, "## Languages")
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert "Kubernetes" in shown(editor)
    sound(editor)
    editor.undo_edit()
    fold(editor, "## Skills")
    put_caret(editor, "## Skills", after=True)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert "Kubernetes" in shown(editor)
    sound(editor)


def test_a_heading_that_is_none_any_more_folds_nothing(editor: DocumentEditor) -> None:
    fold(editor, "## Skills")
    put_caret(editor, "## Skills")
    for _ in range(3):
        QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert "Kubernetes" in shown(editor)
    sound(editor)


def test_the_heading_under_a_fold_that_goes_hides_nothing_that_was_seen(editor: DocumentEditor) -> None:
    fold(editor, "## Skills")
    put_caret(editor, "## Languages")
    for _ in range(3):
        QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert "English (native)" in shown(editor)
    sound(editor)


def test_the_mark_in_the_margin_is_clicked(editor: DocumentEditor) -> None:
    heading = block(editor, "## Summary")
    place = editor.cursorRect(QTextCursor(heading))
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() - 14, place.center().y()))
    assert "Engineer with eight years" not in shown(editor)
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() - 14, place.center().y()))
    assert shown(editor) == CV
    editor.folding.fold(heading)
    end = QTextCursor(heading)
    end.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    note = editor.cursorRect(end).center() + QPoint(30, 0)
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=note)
    assert shown(editor) == CV


def test_a_heading_says_what_it_hides(editor: DocumentEditor) -> None:
    said: list[str] = []
    editor.folds.said.connect(said.append)
    start = CV.index("Kubernetes")
    text = editor.marks.text_to_check()
    assert text is not None
    editor.marks.put([Mark(start, start + 10, "Kubernetes", "skill", Why("It has no fact."), "")], text)
    fold(editor, "## Skills")
    assert said == ["Folded: Skills, 1 line"]
    notes = [words for words, _ in editor.folds._notes(block(editor, "## Skills"))]
    assert notes == ["1 line", "1 without a fact"]
    editor.grab()


def test_another_text_is_shown_whole(editor: DocumentEditor) -> None:
    editor.folds.fold_all()
    editor.set_text(CV, History())
    assert shown(editor) == CV
    sound(editor)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_typed_what_is_hidden_stands_under_a_fold(editor: DocumentEditor, seed: int) -> None:
    chosen = random.Random(seed)
    keys = [
        Qt.Key.Key_Return,
        Qt.Key.Key_Backspace,
        Qt.Key.Key_Delete,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Right,
    ]
    for _ in range(60):
        match chosen.randrange(9):
            case 0 | 1:
                cursor = editor.textCursor()
                cursor.setPosition(chosen.randrange(editor.document().characterCount()))
                editor.setTextCursor(cursor)
                editor.folds.turn()
            case 2:
                QTest.keyClicks(editor, chosen.choice(["## ", "### x", "- a", "#"]))
            case 3:
                chosen.choice([editor.undo_edit, editor.redo_edit])()
            case 4:
                editor.lines.move(up=chosen.random() < 0.5)
            case 5:
                chosen.choice([editor.folds.fold_all, editor.folds.fold_all, editor.folds.unfold_all])()
            case 6:
                cursor = editor.textCursor()
                cursor.setPosition(
                    chosen.randrange(editor.document().characterCount()), QTextCursor.MoveMode.KeepAnchor
                )
                cursor.insertText(chosen.choice(["", "x\n## New\ny", "- one\n- two"]))
                editor.setTextCursor(cursor)
            case _:
                QTest.keyClick(editor, chosen.choice(keys))
        sound(editor)


@pytest.mark.parametrize("heading", ["## Experience", "## Skills"])
def test_a_key_in_a_heading_or_under_it_reads_none_of_what_is_folded(
    editor: DocumentEditor, heading: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(f"- {number}\n" for number in range(500))
    editor.set_text(f"# Ana\n\n## Experience\n\n{lines}\n## Skills\n\n- one\n")
    fold(editor, "## Experience")
    put_caret(editor, heading, after=True)
    read: list[str] = []
    monkeypatch.setattr(folding, "own_kind", lambda text: (read.append(text), own_kind(text))[1])
    QTest.keyClicks(editor, "s")
    assert len(read) < 30
    sound(editor)
