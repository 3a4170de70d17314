"""The grammar round-trips, whatever stands in a text."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.cv_document import Bullets, CvDocument, Entry, Paragraph, Section
from jobmatch_desktop.domain.cv_markdown import parse, read_line, render

CV = """\
# Richard Hendriks
Core engineer · Palo Alto, CA · [richard@example.com](mailto:richard@example.com)

## Summary
Engineer with a decade of work.
On two lines.

## Experience
### CEO and President · Pied Piper
Dec 2013 – Dec 2014 · Palo Alto, CA
- Built a lossless \\[thing\\]
- Took 2 \\* 3

Something more.

### Intern · A \\· B

Without details.

## Skills
- Python
"""


def test_reads_every_part_of_a_cv() -> None:
    assert parse(CV) == CvDocument(
        "Richard Hendriks",
        ("Core engineer · Palo Alto, CA · [richard@example.com](mailto:richard@example.com)",),
        (),
        (
            Section("Summary", (Paragraph(("Engineer with a decade of work.", "On two lines.")),)),
            Section(
                "Experience",
                (
                    Entry(
                        "CEO and President",
                        "Pied Piper",
                        "Dec 2013 – Dec 2014 · Palo Alto, CA",
                        (Bullets(("Built a lossless \\[thing\\]", "Took 2 \\* 3")), Paragraph(("Something more.",))),
                    ),
                    Entry("Intern", "A · B", "", (Paragraph(("Without details.",)),)),
                ),
            ),
            Section("Skills", (Bullets(("Python",)),)),
        ),
    )
    assert render(parse(CV)) == CV


def test_a_letter_has_a_preamble_and_a_subject() -> None:
    letter = (
        "# Ada\nLondon\n\nACME\nParis\n\nParis, 3 May 2026\n\n"
        "## Application\nDear all,\n\nBody.\n\nYours sincerely,\n\nAda\n"
    )
    document = parse(letter)
    assert document.preamble == (Paragraph(("ACME", "Paris")), Paragraph(("Paris, 3 May 2026",)))
    assert document.sections[0].title == "Application"
    assert len(document.sections[0].content) == 4
    assert render(document) == letter


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("", ""),
        ("\r\n \t\n", ""),
        ("words", "words\n"),
        ("#", ""),
        ("#\nwho", "#\nwho\n"),
        ("before\n# Name\nline", "# Name\nline\n\nbefore\n"),
        ("# A\n# B", "# A\n\n## B\n"),
        ("### Job", "##\n### Job\n"),
        ("#### Deep · Place", "##\n### Deep · Place\n"),
        ("### · Place", "##\n### · Place\n"),
        ("### Col·legi", "##\n### Col·legi\n"),
        ("### A · B · C", "##\n### A · B \\· C\n"),
        ("#hashtag", "#hashtag\n"),
        ("* a\n+ b\n• c\n\n- d", "- a\n- b\n- c\n- d\n"),
        ("- a\nb\n  c\n\nd", "- a b c\n\nd\n"),
        ("-\n- \n-", ""),
        ("text\n- a", "text\n\n- a\n"),
        ("- # no heading", "- # no heading\n"),
        ("### T\n\n\nwords", "##\n### T\n\nwords\n"),
        ("### T\ndetails\nwords", "##\n### T\ndetails\n\nwords\n"),
    ],
)
def test_anything_is_some_document(text: str, canonical: str) -> None:
    assert render(parse(text)) == canonical


def test_a_line_end_inside_a_text_begins_nothing() -> None:
    document = CvDocument("A\n# B", ("c\r- d",), (Bullets(("e\n## f",)),))
    assert render(document) == "# A # B\nc - d\n\n- e ## f\n"


def test_words_that_look_like_marks_are_guarded() -> None:
    document = CvDocument("N", (), (Paragraph(("- no list", "# no heading", "- ")),))
    assert render(document) == "# N\n\n\\- no list\n\\# no heading\n\\- \n"
    assert parse(render(document)).sections == ()


# Texts made of what the grammar looks at, so that hypothesis meets its edges.
ODD = st.text(st.sampled_from("#-*+•·\\ \n\r\tab[]()é漢\u2028\x1c"), max_size=60)
TEXT = st.one_of(ODD, st.text(max_size=60))
LINE = st.one_of(st.text(st.sampled_from("#-*+•·\\ ab[]()é漢"), max_size=20), st.text(max_size=20)).map(
    lambda text: " ".join(text.split("\n")).replace("\r", " ").strip()
)
WORDS = LINE.filter(lambda line: bool(line) and read_line(line).level is None)
HEADING = LINE.filter(lambda line: "\\·" not in line)
PARAGRAPH = st.builds(Paragraph, st.lists(WORDS, min_size=1, max_size=3).map(tuple))
BULLETS = st.builds(Bullets, st.lists(LINE.filter(bool), min_size=1, max_size=3).map(tuple))


def neighbourly(blocks: list[Paragraph | Bullets]) -> bool:
    return not any(isinstance(one, Bullets) and isinstance(two, Bullets) for one, two in itertools.pairwise(blocks))


BLOCKS = st.lists(st.one_of(PARAGRAPH, BULLETS), max_size=3).filter(neighbourly).map(tuple)
ENTRY = st.builds(Entry, HEADING, HEADING, st.one_of(st.just(""), WORDS), BLOCKS)
ENTRIES = st.lists(ENTRY, max_size=3).map(tuple)
SECTION = st.builds(lambda title, blocks, entries: Section(title, blocks + entries), LINE, BLOCKS, ENTRIES)
CONTACT = st.lists(WORDS, max_size=2).map(tuple)
DOCUMENT = st.builds(CvDocument, LINE, CONTACT, BLOCKS, st.lists(SECTION, max_size=3).map(tuple))


@given(DOCUMENT)
def test_a_document_reads_back_as_it_was(document: CvDocument) -> None:
    assert parse(render(document)) == document


@given(TEXT)
def test_rendering_what_was_read_changes_nothing_more(text: str) -> None:
    document = parse(text)
    once = render(document)
    assert parse(once) == document
    assert render(parse(once)) == once


@given(TEXT)
def test_no_word_is_lost(text: str) -> None:
    marks = set("#-*+•·\\ \n\r\t\u2028\x1c")
    letters = sorted(character for character in text if character not in marks and not character.isspace())
    kept = sorted(character for character in render(parse(text)) if character not in marks and not character.isspace())
    assert kept == letters


@pytest.mark.parametrize("line", ["# " * 5000, "*" * 10_000, "a · " * 2500, "[a](" * 2500, "- " * 5000, "\\" * 10_000])
def test_long_lines_and_long_texts_are_read(line: str) -> None:
    text = (line + "\n") * 100
    document = parse(text)
    assert parse(render(document)) == document
