"""Texts compared by word: the runs are both texts, and read without confetti."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.writing.differing import Change, changed_letters, compare

texts = st.text("ab c\n-.é", max_size=60) | st.lists(
    st.sampled_from(["Led", "a", "team", "of", "four", "\n", "- "]), max_size=30
).map(" ".join)


def told(older: str, newer: str) -> str:
    marks = {Change.SAME: "{}", Change.INSERTED: "[+{}]", Change.DELETED: "[-{}]"}
    return "".join(marks[run.change].format(run.text) for run in compare(older, newer))


@given(older=texts, newer=texts)
def test_the_runs_are_both_texts(older: str, newer: str) -> None:
    runs = compare(older, newer)
    assert "".join(run.text for run in runs if run.change is not Change.INSERTED) == older
    assert "".join(run.text for run in runs if run.change is not Change.DELETED) == newer
    at = there = 0
    before = None
    for run in runs:
        assert run.text
        assert (run.start, run.there) == (at, there)
        at, there = run.end, run.there_end
        assert older[run.start : run.end] == ("" if run.change is Change.INSERTED else run.text)
        assert newer[run.there : run.there_end] == ("" if run.change is Change.DELETED else run.text)
        assert run.change is not before
        before = run.change
    assert [run.change for run in compare(older, older)] == [Change.SAME] * bool(older)


@pytest.mark.parametrize(
    ("older", "newer", "expected"),
    [
        ("Led a team of four.", "Led a team of five.", "Led a team of [-four][+five]."),
        ("Cut costs by 1,200 euros", "Cut costs by 1,300 euros", "Cut costs by [-1,200][+1,300] euros"),
        # Not the word inside the word.
        ("I developed it", "I redeveloped it", "I [-developed][+redeveloped] it"),
        ("- a\n- b\n", "- a\n- new one\n- b\n", "- a\n[+- new one\n]- b\n"),
        # A few words in common between two larger changes are no reason to read them mixed.
        (
            "Responsible for the maintenance of internal tools",
            "Built and ran the deployment of customer websites",
            "[-Responsible for the maintenance of internal tools][+Built and ran the deployment of customer websites]",
        ),
        ("", "# Ada\n", "[+# Ada\n]"),
    ],
)
def test_what_is_read(older: str, newer: str, expected: str) -> None:
    assert told(older, newer) == expected


@given(older=texts, newer=texts)
def test_letters_changed_are_none_only_for_the_same_text(older: str, newer: str) -> None:
    assert (changed_letters(older, newer, 1_000) == 0) == (older == newer)
    assert changed_letters(older, newer, 1_000) <= max(len(older), len(newer))


def test_letters_changed_are_counted_in_a_long_text() -> None:
    body = "".join(f"- line {number} of a long CV\n" for number in range(40_000))
    assert changed_letters(f"top\n{body}end", f"top 1\n{body}end 12", 1_000) == 5
    assert changed_letters(body, body.replace("CV", "XY"), 1_000) > 1_000
    assert changed_letters(body, "", 1_000) > 1_000
