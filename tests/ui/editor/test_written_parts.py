"""Parts written beside the person: where they stand, what is saved, and one step to undo."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.ui.editor.written_parts import DRAWN_OF_A_PART, WrittenParts, plain_text, replace_text
from tests.ui.desk import CV

SUMMARY = CV.split("\n")[4]


def straight(change: Callable[[], None]) -> None:
    change()


@pytest.fixture
def document(qapp: QApplication) -> QTextDocument:
    made = QTextDocument()
    assert made.documentLayout() is not None
    made.setPlainText(CV)
    made.clearUndoRedoStacks()
    return made


@pytest.fixture
def parts(document: QTextDocument) -> WrittenParts:
    return WrittenParts(document, straight, straight)


def type_after(document: QTextDocument, words: str, typed: str) -> None:
    """Types one letter at a time, as a person does."""
    cursor = QTextCursor(document)
    cursor.setPosition(plain_text(document).index(words) + len(words))
    for letter in typed:
        cursor.insertText(letter)


def write(parts: WrittenParts, key: str, *pieces: str) -> None:
    assert parts.begin(key)
    for piece in pieces:
        parts.append(key, piece)
        parts.draw()


def test_words_stand_in_the_place_of_their_part(document: QTextDocument, parts: WrittenParts) -> None:
    write(parts, "summary", "Built ", "engines.")
    assert plain_text(document) == CV.replace(SUMMARY, "Built engines.")
    assert parts.text_without() == CV


def test_the_draft_stays_until_the_first_word(document: QTextDocument, parts: WrittenParts) -> None:
    parts.begin("summary")
    assert plain_text(document) == CV
    assert not parts.places(0, len(CV))


def test_a_part_the_text_does_not_have_is_left_out(document: QTextDocument, parts: WrittenParts) -> None:
    assert not parts.begin("letter/0")
    parts.append("letter/0", "Dear")
    parts.draw()
    assert plain_text(document) == CV


def test_a_refused_part_gives_back_the_draft(document: QTextDocument, parts: WrittenParts) -> None:
    write(parts, "summary", "Lies.")
    parts.end("summary", None)
    parts.finish()
    assert plain_text(document) == CV
    assert not document.isUndoAvailable()
    assert not document.isRedoAvailable()


def test_a_generation_is_one_step(document: QTextDocument, parts: WrittenParts) -> None:
    write(parts, "summary", "A ", "summary.")
    parts.end("summary", "A summary.")
    write(parts, "work/1", "- One", "\n- Two")
    parts.end("work/1", "- One\n- Two")
    parts.finish()
    written = plain_text(document)
    assert "A summary." in written
    assert "- One\n- Two" in written
    document.undo()
    assert plain_text(document) == CV
    document.redo()
    assert plain_text(document) == written


def test_undoing_a_generation_leaves_what_was_typed_meanwhile(document: QTextDocument, parts: WrittenParts) -> None:
    type_after(document, "Oklahoma", "!")
    before = plain_text(document)
    write(parts, "summary", "A ")
    type_after(document, "Kubernetes", ", Rust")
    parts.append("summary", "summary.")
    parts.draw()
    type_after(document, "French (fluent)", ", German")
    parts.end("summary", "A summary.")
    write(parts, "work/0", "- Led")
    parts.end("work/0", "- Led")
    parts.finish()
    whole = plain_text(document)
    typed = before.replace("Kubernetes", "Kubernetes, Rust").replace("French (fluent)", "French (fluent), German")
    assert whole.replace("A summary.", SUMMARY) != whole
    document.undo()
    assert plain_text(document) == typed
    document.undo()
    assert plain_text(document) == before
    document.redo()
    document.redo()
    assert plain_text(document) == whole


def test_typing_in_between_is_part_of_what_is_saved(document: QTextDocument, parts: WrittenParts) -> None:
    write(parts, "summary", "Half a ")
    type_after(document, "Kubernetes", ", Rust")
    assert parts.text_without() == CV.replace("Kubernetes", "Kubernetes, Rust")


def test_an_accepted_part_that_was_edited_is_the_persons(document: QTextDocument, parts: WrittenParts) -> None:
    write(parts, "summary", "A summary.")
    parts.end("summary", "A summary.")
    assert parts.text_without() == CV
    type_after(document, "A summary.", " Mine.")
    assert parts.text_without() == CV.replace(SUMMARY, "A summary. Mine.")
    parts.finish()
    assert "A summary. Mine." in plain_text(document)


def test_a_part_begun_again_drops_what_came_before(document: QTextDocument, parts: WrittenParts) -> None:
    write(parts, "summary", "First attempt")
    write(parts, "summary", "Second")
    assert plain_text(document) == CV.replace(SUMMARY, "Second")


def test_words_of_a_part_that_starts_over_are_never_the_persons(document: QTextDocument, parts: WrittenParts) -> None:
    write(parts, "summary", "Built engines.")
    assert parts.begin("summary"), "the first try was refused, and the model is asked again"
    assert parts.text_without() == parts.text_without_streaming() == CV
    parts.end("summary", "Built engines.")
    type_after(document, "Built engines", ", well")
    assert parts.begin("summary")
    assert "Built engines, well." in parts.text_without(), "what the person made of it is theirs"


def test_a_part_stands_where_the_persons_text_has_it_whatever_was_written_above(
    document: QTextDocument, parts: WrittenParts
) -> None:
    letter = "# Ada\n\n## Engineer\n\nDear Jo,\n\nI build.\n\n- Engines 🏮\n\nI write.\n\nKind regards\n\nAda\n"
    document.setPlainText(letter)
    write(parts, "letter/0", "- Mills")
    parts.end("letter/0", "- Mills 🏮 and more of them")
    write(parts, "letter/2", "I mend.")
    assert plain_text(document) == letter.replace("I build.", "- Mills 🏮 and more of them").replace(
        "I write", "I mend"
    )
    assert parts.text_without() == letter


def test_older_steps_are_not_undone_while_words_come(document: QTextDocument, parts: WrittenParts) -> None:
    type_after(document, "Oklahoma", "!")
    write(parts, "summary", "A")
    assert not parts.may_undo
    type_after(document, "Kubernetes", "!")
    assert parts.may_undo
    document.undo()
    assert not parts.may_undo
    assert "A\n" in plain_text(document)


def test_a_runaway_answer_is_drawn_in_bounds(document: QTextDocument, parts: WrittenParts) -> None:
    parts.begin("summary")
    parts.append("summary", "word and\n" * 1_200_000)
    longest = 0
    while parts.waiting:
        before = document.characterCount()
        parts.draw()
        longest = max(longest, document.characterCount() - before)
    assert longest <= 8_192
    assert document.characterCount() < len(CV) + DRAWN_OF_A_PART
    parts.end("summary", None)
    parts.finish()
    assert plain_text(document) == CV


def test_positions_hold_beside_letters_outside_the_basic_plane(document: QTextDocument, parts: WrittenParts) -> None:
    document.setPlainText(CV.replace("Richard", "Richard 🙂𝒳"))
    write(parts, "summary", "🙂 done")
    assert plain_text(document) == CV.replace("Richard", "Richard 🙂𝒳").replace(SUMMARY, "🙂 done")
    assert parts.text_without() == CV.replace("Richard", "Richard 🙂𝒳")


def test_no_break_spaces_are_kept(document: QTextDocument) -> None:
    document.setPlainText("50\u00a0% \u00ab\u202fbien\u202f\u00bb")
    assert plain_text(document) == "50\u00a0% \u00ab\u202fbien\u202f\u00bb"


@pytest.mark.parametrize(
    ("present", "wanted"),
    [
        ("a\nb\nc", "a\nX\nc"),
        ("a\nb\nc", "a\nc"),
        ("a\nb\nc", "a\nb"),
        ("a\nb\nc", "b\nc"),
        ("a\nc", "a\nb\nc"),
        ("a", "a\nb\nc"),
        ("b", "a\nb"),
        ("", "a\nb"),
        ("a\nb", ""),
        ("one word here", "one longer word here"),
        ("a 🙂 b", "a 🙃 b"),
        ("same", "same"),
    ],
)
def test_a_text_becomes_another_in_one_step(qapp: QApplication, present: str, wanted: str) -> None:
    document = QTextDocument()
    document.setPlainText(present)
    document.clearUndoRedoStacks()
    replace_text(document, wanted)
    assert plain_text(document) == wanted
    if present != wanted:
        document.undo()
        assert plain_text(document) == present


def test_a_cursor_elsewhere_keeps_its_place_in_the_words(document: QTextDocument) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(CV.index("Kubernetes"))
    replace_text(document, CV.replace(SUMMARY, "Short."))
    assert plain_text(document)[cursor.position() :].startswith("Kubernetes")
