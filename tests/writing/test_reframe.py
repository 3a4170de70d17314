"""A document composed anew keeps every line that a person typed."""

from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.cv_markdown import parse, render
from jobmatch_desktop.writing.reframe import reframe

BASE = """\
# Ada
London

## Summary
Analyst.

## Experience
### Analyst · Works
1842 – 1843
- Wrote notes

### Pupil · Home
- Learned

## Skills
- Mathematics
"""
FRENCH = """\
# Ada
London

## Profil
Analyste.

## Expérience
### Analyst · Works
De 1842 à 1843
- Wrote notes

### Pupil · Home
- Learned

## Compétences
- Mathematics
- Poetry
"""


def test_a_document_that_nobody_edited_is_the_new_one() -> None:
    assert reframe(BASE, BASE, FRENCH).text == FRENCH


def test_edited_parts_are_carried_into_the_new_frame() -> None:
    current = BASE.replace("- Wrote notes", "- Wrote the first program")
    merged = reframe(BASE, current, FRENCH)
    assert merged.text == FRENCH.replace("- Wrote notes", "- Wrote the first program")
    assert merged.kept == ("work/0",)


def test_what_was_added_stands_where_it_was() -> None:
    current = BASE.replace("## Skills", "## Hobbies\n- Chess\n\n## Skills").replace(
        "### Pupil", "### Poet · Home\n- Verse\n\n### Pupil"
    )
    expected = FRENCH.replace("## Compétences", "## Hobbies\n- Chess\n\n## Compétences").replace(
        "### Pupil", "### Poet · Home\n- Verse\n\n### Pupil"
    )
    # "Hobbies" is a known title, so the section has a role of its own that the new text lacks.
    assert reframe(BASE, current, FRENCH).text == expected


def test_what_was_deleted_or_moved_stays_so() -> None:
    deleted = BASE.replace("## Summary\nAnalyst.\n\n", "")
    assert reframe(BASE, deleted, FRENCH).text == FRENCH.replace("## Profil\nAnalyste.\n\n", "")
    skills = "## Skills\n- Mathematics\n"
    moved = BASE.replace("\n" + skills, "").replace("## Summary", skills + "\n## Summary")
    titles = [section.title for section in parse(reframe(BASE, moved, FRENCH).text).sections]
    assert titles == ["Compétences", "Profil", "Expérience"]


def test_a_contact_line_and_a_heading_of_ones_own_stay() -> None:
    current = BASE.replace("London", "Paris").replace("## Summary", "## About me")
    text = reframe(BASE, current, FRENCH).text
    assert "\nParis\n" in text
    assert "## About me\nAnalyste." in text


def test_a_letter_in_another_language_keeps_the_edited_paragraph() -> None:
    base = "# Ada\n\n## Application\nDear you,\n\nOne.\n\nTwo.\n\nYours sincerely,\n\nAda\n"
    french = "# Ada\n\n## Candidature\nBonjour,\n\nUn.\n\nDeux.\n\nCordialement,\n\nAda\n"
    assert reframe(base, base.replace("One.", "Mine."), french).text == french.replace("Un.", "Mine.")
    shorter = french.replace("Deux.\n\n", "")
    assert "\nMine.\n" in reframe(base, base.replace("One.", "Mine."), shorter).text


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "## Summary",
            "## Profil",
            "## Experience",
            "## Mine",
            "### A · B",
            "### C",
            "- item",
            "words",
            "# Name",
            "x",
        ]
    ),
    max_size=14,
).map("\n".join)
TYPED = st.sampled_from(["typed", "- typed", "### typed", "## typed", "typed · typed"])


def words_of(text: str) -> list[str]:
    """The lines as they stand in the canonical text."""
    return [line for line in render(parse(text)).splitlines() if line]


@given(LINES, LINES, st.lists(st.tuples(st.integers(0, 20), TYPED), min_size=1, max_size=3), st.data())
def test_no_typed_line_is_lost(
    base: str, composed: str, insertions: list[tuple[int, str]], data: st.DataObject
) -> None:
    lines = base.split("\n")
    for place, line in insertions:
        lines.insert(place, line)
    if data.draw(st.booleans()):
        lines = data.draw(st.permutations(lines))
    current = "\n".join(lines)
    result = words_of(reframe(base, current, composed).text)
    before = words_of(base)
    assert [line for line in words_of(current) if line not in before and line not in result] == []


@given(LINES, LINES, LINES)
def test_whatever_the_three_texts_no_new_line_of_the_person_is_lost(base: str, current: str, composed: str) -> None:
    result = words_of(reframe(base, current, composed).text)
    before = words_of(base)
    assert [line for line in words_of(current) if line not in before and line not in result] == []


@given(LINES, LINES)
def test_without_an_edit_the_new_text_stands(base: str, composed: str) -> None:
    assert reframe(base, base, composed).text == composed
