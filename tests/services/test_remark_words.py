"""What a person should know of a file, in sentences."""

from jobmatch_desktop.domain.read_back import Missing, ReadBack, Reader, Why
from jobmatch_desktop.domain.reading_errors import ReaderTooSlow
from jobmatch_desktop.domain.remark import Boxes, Lines, Overflow, StandIn
from jobmatch_desktop.services.remark_words import RemarkWords

WORDS = RemarkWords()


def test_what_does_not_come_back_is_named_with_how_to_mend_it() -> None:
    missing = (
        Missing("bullet", "Won a prize " * 20, Why.GONE, Reader.OTHER),
        Missing("title", "Engineer", Why.ORDER, Reader.OWN),
        Missing("link", "https://example.com", Why.GONE, Reader.OTHER),
        *(Missing(f"work/{number}/endDate", f"201{number}", Why.FIELD, Reader.OWN) for number in range(5)),
    )
    said = WORDS.of(ReadBack(20, 12, missing))
    gone, moved, links, misread = (
        said.index(words)
        for words in ("Not every program can read 1 text", "another order", "Of the links", "An employer")
    )
    assert gone < moved < links < misread
    for words in ("“Won a prize", "…”", "without unusual signs", "“Engineer”", "one column", "“https://example.com”"):
        assert words in said
    assert "put 5 texts in another field: “2010”, “2011”, “2012” and 2 more." in said
    assert WORDS.of(ReadBack(20, 20)) == ""


def test_readers_that_failed_say_how() -> None:
    said = WORDS.of(ReadBack(checked=False, trouble=ReaderTooSlow(seconds=30).trouble))
    assert said == (
        "Whether other programs can read this file could not be checked. Reading it was not done after 30 s and was stopped."
    )


def test_what_to_cut() -> None:
    found = Overflow(
        12, 1, (Lines("", 4), Lines("Experience", 40), Lines("Skills", 1)), (Lines("Led " * 30, 3), Lines("Did", 2))
    )
    said = WORDS.of(found)
    assert said.startswith("12 lines too many for one page, even at the tightest. ")
    assert "The longest sections: Experience (40 lines), Skills (1 line)." in said
    assert "…” (3 lines)" in said
    assert "1 line too many for 2 pages" in WORDS.of(Overflow(1, 2))
    assert WORDS.of(Overflow()) == ""


def test_fonts_that_stand_in_and_signs_that_no_font_has() -> None:
    assert WORDS.of(StandIn("Lato", ("Noto Sans SC",), ("Han", "Klingon"))) == (
        "Lato does not have all of the letters (Chinese, Klingon): those are set in Noto Sans SC."
    )
    assert "some of the signs" in WORDS.of(StandIn("Lato", ("Noto Sans SC",)))
    said = WORDS.of(Boxes("\U0010fffd\U0010fffdx", ("symbol",)))
    assert "(such as emoji): \U0010fffd x." in said
    assert "Install a font" in said


def test_another_language_is_asked_for_every_text() -> None:
    said = RemarkWords(lambda context, text: f"<{context}:{text}>")
    assert said.all([StandIn("Lato", ("Mukta",)), Overflow(1)]).startswith("<RemarkWords:Lato does not have some")
