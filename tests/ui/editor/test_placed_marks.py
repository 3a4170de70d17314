"""Marks move with every edit, whoever makes it, and stand where Qt counts, whatever letters come before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.claim_decision import ClaimDecision
from jobmatch_desktop.domain.mark import Mark
from jobmatch_desktop.ui.editor.placed_marks import PlacedMarks, blanked

pytestmark = pytest.mark.usefixtures("qapp")
TEXT = "Kept 93 lamps 🏮 burning in Haskell\nand 𝔎afka at Google"


def mark(text: str, said: str, decided: bool = False) -> Mark:
    start = text.index(said)
    decision = ClaimDecision(said, text) if decided else None
    return Mark(start, start + len(said), said, "name", text, Why("“{said}” has no fact.", said), decision=decision)


def placed(*marks: Mark, text: str = TEXT) -> tuple[QTextDocument, PlacedMarks]:
    document = QTextDocument(text)
    document.setDocumentLayout(QPlainTextDocumentLayout(document))
    made = PlacedMarks(document)
    made.begin()
    made.put(marks, text)
    return document, made


def words(document: QTextDocument, start: int, end: int) -> str:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def edit(document: QTextDocument, start: int, end: int, new: str) -> None:
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(new)


def said(document: QTextDocument, marks: PlacedMarks) -> list[str]:
    return [words(document, one.start, one.end) for one in marks.drawn]


def test_letters_beyond_the_basic_plane_count_as_qt_counts_them() -> None:
    document, marks = placed(mark(TEXT, "93"), mark(TEXT, "Haskell"), mark(TEXT, "𝔎afka"), mark(TEXT, "Google"))
    assert said(document, marks) == ["93", "Haskell", "𝔎afka", "Google"]
    assert marks.within(0, 40) == [(one.start, one.end) for one in marks.drawn if one.end <= 40]


def test_typing_before_after_and_in_a_mark_leaves_all_at_their_words() -> None:
    document, marks = placed(mark(TEXT, "93"), mark(TEXT, "Haskell"))
    edit(document, 0, 4, "I have kept")
    edit(document, document.characterCount() - 1, document.characterCount() - 1, "!")
    assert said(document, marks) == ["93", "Haskell"]
    first = marks.drawn[0]
    edit(document, first.start + 1, first.start + 1, "0")
    assert said(document, marks) == ["903", "Haskell"]
    edit(document, first.start - 1, first.start + 1, "")
    assert said(document, marks) == ["Haskell"]
    document.setPlainText("Another text")
    assert marks.drawn == []


def test_what_was_found_in_a_text_is_placed_where_its_words_have_come_to_since() -> None:
    document, marks = placed(mark(TEXT, "93"), mark(TEXT, "Haskell"))
    marks.begin()
    edit(document, 0, 0, "Last year I ")
    document.undo()
    edit(document, 8, 8, "big ")
    place = words(document, 0, 60).index("Haskell")
    edit(document, place + 1, place + 9, "")  # one unit more than code points: the lamp
    marks.put([mark(TEXT, "93"), mark(TEXT, "Haskell"), mark(TEXT, "Google")], TEXT)
    assert said(document, marks) == ["93", "Google"]


def test_only_places_that_are_drawn_otherwise_are_told() -> None:
    document, marks = placed(mark(TEXT, "93"), mark(TEXT, "Haskell"))
    here = {one.mark.said: (one.start, one.end) for one in marks.drawn}
    assert marks.put([mark(TEXT, "93"), mark(TEXT, "Haskell")], TEXT) == []
    assert marks.put([mark(TEXT, "93"), mark(TEXT, "Haskell", decided=True)], TEXT) == [here["Haskell"]]
    assert said(document, marks) == ["93"]
    assert marks.within(*here["Haskell"]) == []


def test_marks_are_found_at_the_caret_and_gone_to_in_turn() -> None:
    _, marks = placed(mark(TEXT, "93"), mark(TEXT, "Haskell"), mark(TEXT, "lamps", decided=True))
    first, last = marks.drawn
    assert [marks.at(place) for place in (first.start, first.end, first.start - 1)] == [first, first, None]
    kept = marks.at(TEXT.index("lamps") + 2)
    assert kept is not None
    assert kept.mark.decision is not None
    assert [marks.next(place) for place in (-1, first.start, last.start)] == [first, last, first]
    assert [marks.next(place, back=True) for place in (first.start, last.start, 99)] == [last, first, last]
    assert placed()[1].next(0) is None


@given(st.text(alphabet="ab \n🏮", max_size=40), st.data())
def test_what_is_blanked_leaves_every_place_as_it_was(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    units = [len(text[:cut].encode("utf-16-le")) // 2 for cut in cuts]
    left = blanked(text, [(units[0], units[1])])
    assert left.encode("utf-16-le")[: units[0] * 2] == text.encode("utf-16-le")[: units[0] * 2]
    assert left.encode("utf-16-le")[units[1] * 2 :] == text.encode("utf-16-le")[units[1] * 2 :]
    assert len(left.encode("utf-16-le")) == len(text.encode("utf-16-le"))
    assert left.count("\n") == text.count("\n")
    assert not left[cuts[0] : len(left) - len(text[cuts[1] :])].strip()
