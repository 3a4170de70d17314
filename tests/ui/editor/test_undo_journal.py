"""Undoing across sessions, held against one long session."""

import random

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QPlainTextDocumentLayout

from jobmatch_desktop.domain.undoing import History, Step
from jobmatch_desktop.ui.editor.positions import units
from jobmatch_desktop.ui.editor.undo_journal import LONGEST, UndoJournal
from jobmatch_desktop.ui.editor.written_parts import plain_text, replace_text

START = "# Ada 🌾\n\n## Work\n- Ground corn\n- Kept the books\n"


class Session:
    """A document with its journal, edited as an editor does."""

    def __init__(self, text: str, history: History) -> None:
        self.document = QTextDocument()
        self.document.setDocumentLayout(QPlainTextDocumentLayout(self.document))
        self.joining = False
        self.journal = UndoJournal(self.document, lambda: self.joining)
        self.journal.open(text, history)

    @property
    def text(self) -> str:
        return plain_text(self.document)

    def insert(self, position: int, removed: int, words: str, join: bool = False) -> None:
        text = self.text
        cursor = QTextCursor(self.document)
        cursor.setPosition(units(text, position))
        cursor.setPosition(units(text, position + removed), QTextCursor.MoveMode.KeepAnchor)
        self.joining = join
        cursor.joinPreviousEditBlock() if join else cursor.beginEditBlock()
        cursor.insertText(words)
        cursor.endEditBlock()
        self.joining = False

    def type(self, position: int, words: str) -> None:
        cursor = QTextCursor(self.document)
        cursor.setPosition(units(self.text, position))
        for letter in words:
            cursor.insertText(letter)

    def undo(self) -> None:
        self.document.undo()

    def redo(self) -> None:
        self.journal.redo(self.document.redo)

    def kept(self) -> History:
        """The history as it comes back from the disk."""
        self.journal.taken()
        return self.journal._history

    def undone(self) -> list[str]:
        """The texts that undoing everything leads through."""
        found = []
        while self.document.isUndoAvailable():
            self.undo()
            found.append(self.text)
        return found


def again(session: Session) -> Session:
    return Session(session.text, session.kept())


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    assert qapp


def test_what_was_typed_in_one_session_is_undone_in_the_next() -> None:
    first = Session(START, History())
    first.type(len("# Ada"), " Byron")
    first.insert(START.index("Ground"), len("Ground"), "Milled")
    texts = [START.replace("Ada", "Ada Byron"), START]
    second = again(first)
    assert second.text == first.text
    assert second.undone() == texts
    third = again(second)
    third.redo()
    assert third.text == texts[0]
    third.redo()
    assert third.text == first.text


def test_edits_that_were_joined_are_one_step_in_the_next_session_too() -> None:
    first = Session(START, History())
    first.insert(0, 0, "X")
    for words in ("a", "b", "\nc"):
        first.insert(0, 0, words, join=True)
    second = again(first)
    assert second.undone() == [START]


def test_what_was_undone_can_be_done_again_until_something_new_is_typed() -> None:
    first = Session(START, History())
    first.insert(0, 0, "One ")
    first.insert(0, 0, "Two ")
    first.undo()
    second = again(first)
    assert second.document.isRedoAvailable()
    second.type(0, "Three ")
    third = again(second)
    assert not third.document.isRedoAvailable()
    assert third.undone() == ["One " + START, START]


def test_a_history_of_another_text_is_not_taken() -> None:
    first = Session(START, History())
    first.insert(0, 3, "Oh")
    other = Session("Something else", first.kept())
    assert other.text == "Something else"
    assert not other.document.isUndoAvailable()
    other.type(0, "Yes: ")
    assert again(other).undone() == ["Something else"]


def test_a_long_text_begins_with_nothing_to_undo() -> None:
    text = "word " * (LONGEST // 5 + 1)
    made = Session(text, History((Step(0, "", "w", 1),), 1))
    assert not made.document.isUndoAvailable()
    made.type(0, "A")
    made.undo()
    assert made.text == text


def _random_edit(session: Session, chance: random.Random) -> None:
    text = session.text
    position = chance.randint(0, len(text))
    match chance.randint(0, 7):
        case 0 | 1:
            session.type(position, chance.choice(["a", "é", "🌾", " word", "\n"]))
        case 2:
            removed = chance.randint(0, min(6, len(text) - position))
            session.insert(position, removed, chance.choice(["", "x", "\n- two\n- lines\n", "🌾🌾"]))
        case 3:
            session.insert(position, 0, chance.choice("abc"))
            # As a generation does: each of its edits joins the one that it made right before.
            session.insert(chance.randint(0, position), 0, chance.choice("abc\n"), join=True)
        case 4:
            lines = text.split("\n")
            chance.shuffle(lines)
            replace_text(session.document, "\n".join(lines))
        case 5 | 6:
            session.undo()
        case _:
            session.redo()


@pytest.mark.parametrize("seed", range(40))
def test_any_editing_undoes_in_a_new_session_as_in_the_old_one(seed: int) -> None:
    chance = random.Random(seed)
    session = Session(START, History())
    for _ in range(chance.randint(1, 40)):
        _random_edit(session, chance)
        if chance.random() < 0.1:
            session = again(session)
    second = again(session)
    assert second.text == session.text
    assert second.undone() == session.undone()
