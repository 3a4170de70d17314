"""Parts are found exactly where they stand, whatever a person made of the text around them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.writing.parts import PartNotFound, Span, bodies, edited, locate, merge, replace

CV = """\
# Ada Lovelace
ada@example.com

## Summary
First line.
Second line.

## Experience
### Analyst · Engine Works
1842 – 1843 · London
- Wrote notes
- Found a bug

### Pupil · De Morgan

Learned much.
- Algebra
  and logic

- Calculus

### Reader · Library
1830

## Skills
- Mathematics
"""
LETTER = """\
# Ada Lovelace
London

Engine Works
Mr Babbage

London, 3 May 1843

## Application: Analyst
Dear Mr Babbage,

First paragraph.
On two lines.

Second paragraph.

Yours sincerely,

Ada Lovelace
"""


def test_the_parts_of_a_cv() -> None:
    assert bodies(CV) == {
        "summary": "First line.\nSecond line.",
        "work/0": "- Wrote notes\n- Found a bug",
        "work/1": "- Algebra\n  and logic\n\n- Calculus",
    }


def test_the_parts_of_a_letter() -> None:
    assert bodies(LETTER) == {"letter/0": "First paragraph.\nOn two lines.", "letter/1": "Second paragraph."}


def test_french_titles_and_line_ends_of_windows() -> None:
    text = "# Zoé\r\n\r\n## PROFIL\r\nBonjour à tous.\r\n\r\n## Expérience professionnelle\r\n### A · B\r\n- c\r\n"
    assert bodies(text) == {"summary": "Bonjour à tous.", "work/0": "- c"}


def test_french_leave_is_no_part_of_the_body() -> None:
    text = (
        "# Zoé\n\n## Candidature\nMadame, Monsieur,\n\nCorps.\n\n"
        "Dans l’attente de votre réponse, je vous prie d’agréer, Madame, mes salutations distinguées.\n\nZoé\n"
    )
    assert bodies(text) == {"letter/0": "Corps."}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("## Summary", {}),
        ("## Summary\n", {"summary": Span(11, 11)}),
        ("## Summary\n\n## Skills\n", {"summary": Span(11, 11)}),
        ("## Summary\n## Skills\n", {}),
        ("# A\n# Experience\n### B\n- c", {"work/0": Span(23, 26)}),
        ("## Experience\n### A\nno bullets\n### B\n- c", {"work/1": Span(37, 40)}),
        ("## Own\n### A\n- b\n", {}),
        ("Dear all,\n\nBody here.\n\nRegards\nAda", {"letter/0": Span(11, 21)}),
        ("just words", {}),
        (
            "## Subject\nA whole sentence without greeting.\n\nAnother one.\n\nAda\n",
            {"letter/0": Span(11, 45), "letter/1": Span(47, 59)},
        ),
    ],
)
def test_whatever_a_person_left(text: str, expected: dict[str, Span]) -> None:
    assert locate(text) == expected


def test_new_words_take_the_place_of_the_old_and_of_nothing_else() -> None:
    text = replace(CV, "work/0", "- One\n- Two\n- Three\n")
    assert text == CV.replace("- Wrote notes\n- Found a bug", "- One\n- Two\n- Three")
    assert replace("## Summary\n\n## Skills\n", "summary", "Words.") == "## Summary\nWords.\n## Skills\n"


def test_a_part_that_is_gone_is_said() -> None:
    with pytest.raises(PartNotFound, match="work/7"):
        replace(CV, "work/7", "- One")


def test_edited_names_what_a_person_changed() -> None:
    assert edited(CV, CV) == frozenset()
    assert edited(CV, CV.replace("\n", "\r\n").replace("- Wrote notes", "*   Wrote notes")) == frozenset()
    assert edited(CV, CV.replace("Wrote notes", "Wrote all notes")) == {"work/0"}


WRITTEN = {"summary": "New summary.", "work/0": "- New notes", "work/1": "- New algebra"}


def test_merge_keeps_what_a_person_edited() -> None:
    current = CV.replace("Found a bug", "Found the first bug")
    merged = merge(CV, current, WRITTEN, rewrite_edited=False)
    assert merged.kept == ("work/0",)
    assert bodies(merged.text) == {
        "summary": "New summary.",
        "work/0": "- Wrote notes\n- Found the first bug",
        "work/1": "- New algebra",
    }
    assert bodies(merge(CV, current, WRITTEN, rewrite_edited=True).text) == WRITTEN


def test_merge_follows_an_entry_that_was_moved() -> None:
    first = "### Analyst · Engine Works\n1842 – 1843 · London\n- Wrote notes\n- Found a bug\n\n"
    moved = CV.replace(first, "").replace("## Skills", first + "## Skills")
    merged = merge(CV, moved, WRITTEN, rewrite_edited=False)
    assert merged.kept == ()
    assert bodies(merged.text) == {"summary": "New summary.", "work/0": "- New algebra", "work/2": "- New notes"}


def test_merge_follows_a_renamed_entry_and_leaves_deleted_ones_deleted() -> None:
    renamed = CV.replace("### Analyst ·", "### Senior analyst ·")
    assert bodies(merge(CV, renamed, WRITTEN, rewrite_edited=False).text)["work/0"] == "- New notes"
    deleted = CV.replace("## Summary\nFirst line.\nSecond line.\n\n", "")
    merged = merge(CV, deleted, WRITTEN, rewrite_edited=True)
    assert merged.kept == ("summary",)
    assert "New summary." not in merged.text


def test_merge_keeps_a_paragraph_that_a_person_added_to_a_letter() -> None:
    current = LETTER.replace("Second paragraph.", "My own words.\n\nSecond paragraph.")
    merged = merge(LETTER, current, {"letter/0": "One.", "letter/1": "Two."}, rewrite_edited=False)
    assert bodies(merged.text) == {"letter/0": "One.", "letter/1": "My own words.", "letter/2": "Two."}


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "## Summary",
            "## Experience",
            "## Mine",
            "### A · B",
            "### C · D",
            "- item",
            "words",
            "# Name",
            "Dear you,",
        ]
    ),
    max_size=14,
)
ANY = st.one_of(LINES.map("\n".join), LINES.map("\r\n".join), st.text(max_size=40))


@given(ANY)
def test_places_are_in_order_and_apart(text: str) -> None:
    spans = sorted(locate(text).values(), key=lambda span: span.start)
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))


@given(ANY)
def test_what_is_put_in_a_part_is_found_there_and_the_rest_stays(text: str) -> None:
    for key, span in locate(text).items():
        listed = text[span.start : span.end].lstrip().startswith("-")
        body = "- One\n- Two" if listed else "A sentence of a length that is no closing line of any letter."
        after = replace(text, key, body)
        assert bodies(after)[key] == body
        assert after.startswith(text[: span.start])
        assert after.endswith(text[span.end :])
        assert len(parse(after).sections) == len(parse(text).sections)


@given(ANY, ANY)
def test_merge_never_drops_a_line_that_a_person_typed(base: str, current: str) -> None:
    written = dict.fromkeys(locate(base), "- Written by a model, or by somebody else.")
    merged = merge(base, current, written, rewrite_edited=False)
    left = merged.text.splitlines()
    typed = [line for line in current.splitlines() if line and line not in base.splitlines()]
    assert [line for line in typed if line not in left] == []


def test_a_text_of_a_megabyte_is_read() -> None:
    text = "## Subject\nDear you,\n\n" + "word\n\n" * 200_000
    written = {"letter/0": "new"}
    assert merge(text, text, written, rewrite_edited=False).kept == ()
    assert locate("## Experience\n" + "### A · B\n- c\n" * 70_000)["work/69999"].end == 14 + 14 * 70_000 - 1
