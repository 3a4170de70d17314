"""Three-way merge: disjoint edits are both, what a person typed stays, and nothing of either side is lost."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.writing.merging import Conflict, Merged, merge, taken

CV = """# Ada Lovelace
Engineer · London

## Summary
Engineer with ten years of compilers.

## Experience
### Engineer · Analytical
2020 – 2024
- Wrote the first compiler for the engine.
- Led a team of four people.
- Cut the build time by half.
"""

small_texts = st.text("ab \n-", max_size=24)
"""So few letters that the same lines and words come again and again."""


def swapped(base: str, mine: str, theirs: str, within_lines: bool) -> str:
    """The merge with every conflict decided for `theirs`."""
    merged = merge(base, mine, theirs, within_lines=within_lines)
    for conflict in reversed(merged.conflicts):
        merged = Merged(taken(merged, conflict))
    return merged.text


def test_edits_of_different_lines_are_both() -> None:
    mine = CV.replace("four people", "five people")
    theirs = CV.replace("ten years of compilers", "a decade in compilers").replace("Cut the", "Reduced the")
    merged = merge(CV, mine, theirs, within_lines=False)
    assert merged == Merged(theirs.replace("four people", "five people"))


def test_edits_of_different_words_of_a_line_are_both() -> None:
    mine = CV.replace("four people", "five people")
    theirs = CV.replace("Led a team", "Headed a team")
    assert merge(CV, mine, theirs) == Merged(CV.replace("Led a team of four", "Headed a team of five"))


def test_a_line_that_both_changed_is_one_sides_where_lines_are_not_woven() -> None:
    mine = CV.replace("four people", "five people")
    theirs = CV.replace("Led a team", "Headed a team").replace("by half", "by 50 %")
    merged = merge(CV, mine, theirs, within_lines=False)
    start = CV.index("- Led")
    ours = "- Led a team of five people.\n"
    assert merged.text == mine.replace("by half", "by 50 %")
    assert merged.conflicts == (
        Conflict(start, start + len(ours), ours, "- Headed a team of four people.\n", "- Led a team of four people.\n"),
    )


def test_the_same_word_changed_twice_stays_as_mine_with_theirs_beside() -> None:
    merged = merge("- Led a team of four.\n", "- Led a team of five.\n", "- Led a team of 4.\n")
    assert merged == Merged("- Led a team of five.\n", (Conflict(16, 20, "five", "4", "four"),))
    assert taken(merged, merged.conflicts[0]) == "- Led a team of 4.\n"


def test_a_number_is_never_woven_from_two() -> None:
    merged = merge("Sold 1,200 books.", "Sold 2,200 books.", "Sold 1,300 books.")
    assert merged.text == "Sold 2,200 books."
    assert [conflict.theirs for conflict in merged.conflicts] == ["1,300"]


def test_what_i_deleted_stays_away_though_they_changed_it() -> None:
    theirs = CV.replace("four people", "five people")
    mine = CV.replace("- Led a team of four people.\n", "")
    merged = merge(CV, mine, theirs)
    assert merged.text == mine
    assert [(one.mine, one.theirs) for one in merged.conflicts] == [("", "- Led a team of five people.\n")]


def test_what_i_changed_stays_though_they_deleted_it() -> None:
    mine = CV.replace("four people", "five people")
    theirs = CV.replace("- Led a team of four people.\n", "")
    merged = merge(CV, mine, theirs)
    assert merged.text == mine
    assert [one.theirs for one in merged.conflicts] == [""]


def test_lines_that_were_all_reworded_are_still_told_apart() -> None:
    """As after a model: no line of the list is as it was; one of them the person had changed."""
    mine = CV.replace("- Led a team of four people.", "- Led four friends.")
    theirs = CV
    for before, after in (
        ("Wrote the first compiler", "Built the very first compiler"),
        ("Led a team of four people", "Guided a group of four engineers"),
        ("Cut the build time by half", "Halved what a build takes"),
    ):
        theirs = theirs.replace(before, after)
    merged = merge(CV, mine, theirs, within_lines=False)
    assert merged.text == theirs.replace("Guided a group of four engineers", "Led four friends")
    assert len(merged.conflicts) == 1


def test_two_bullets_put_in_at_one_place_are_a_conflict_and_what_both_say_is_said_once() -> None:
    base, mine, theirs = "- a\n- z\n", "- a\n- same\n- mine\n- z\n", "- a\n- same\n- theirs\n- z\n"
    merged = merge(base, mine, theirs)
    assert merged.text == mine
    assert [(one.mine, one.theirs) for one in merged.conflicts] == [("mine", "theirs")]


@given(base=small_texts, mine=small_texts, theirs=small_texts, within_lines=st.booleans())
def test_one_sides_change_is_the_merge(base: str, mine: str, theirs: str, within_lines: bool) -> None:
    assert merge(base, mine, base, within_lines=within_lines) == Merged(mine)
    assert merge(base, base, theirs, within_lines=within_lines) == Merged(theirs)
    assert merge(base, mine, mine, within_lines=within_lines) == Merged(mine)


@given(base=small_texts, mine=small_texts, theirs=small_texts, within_lines=st.booleans())
def test_conflicts_decided_the_other_way_are_the_merge_from_the_other_side(
    base: str, mine: str, theirs: str, within_lines: bool
) -> None:
    merged = merge(base, mine, theirs, within_lines=within_lines)
    end = 0
    for conflict in merged.conflicts:
        assert end <= conflict.start <= conflict.end <= len(merged.text)
        assert merged.text[conflict.start : conflict.end] == conflict.mine != conflict.theirs
        end = conflict.end
    assert swapped(base, mine, theirs, within_lines) == merge(base, theirs, mine, within_lines=within_lines).text


@given(data=st.data(), within_lines=st.booleans())
def test_disjoint_edits_of_lines_are_both(data: st.DataObject, within_lines: bool) -> None:
    """Each line of the base is left, changed, deleted or followed by new ones, by one side or none."""
    mine, theirs, both, base = [], [], [], []
    changed: set[str] = set()
    for number in range(data.draw(st.integers(0, 12))):
        line = f"- line {number} of the base stands here\n"
        base.append(line)
        side = data.draw(st.sampled_from(["nobody", "mine", "theirs"]))
        new = {
            "reworded": [f"- line {number} of the base was changed by {side}\n"],
            "replaced": [f"{side} {number}: quite another\n"],
            "deleted": [],
            "added": [line, f"{side} added {number}\n", f"{side} added more to {number}\n"],
        }[data.draw(st.sampled_from(["reworded", "replaced", "deleted", "added"]))]
        # A line that nobody changed stands between: lines that touch need not be told apart.
        between = f"= {number} =\n"
        for text, own in ((mine, side == "mine"), (theirs, side == "theirs"), (both, side != "nobody")):
            text += [*(new if own else [line]), between]
        base.append(between)
        changed.add(side)
    texts = ["".join(lines) for lines in (base, mine, theirs)]
    assert merge(*texts, within_lines=within_lines) == Merged("".join(both))


@given(data=st.data())
def test_disjoint_edits_of_words_are_both(data: st.DataObject) -> None:
    mine, theirs, both, base = [], [], [], []
    for number in range(data.draw(st.integers(1, 8))):
        words = [f"word{number}", f"before{number}", f"amid{number}", f"after{number}", f"last{number}"]
        side = data.draw(st.sampled_from(["nobody", "mine", "theirs"]))
        new = data.draw(st.sampled_from([[f"{side}{number}"], [], [words[0], side, f"adds{number}"]]))
        base += words
        for text, own in ((mine, side == "mine"), (theirs, side == "theirs"), (both, side != "nobody")):
            text += [*(new if own else words[:1]), *words[1:]]
    texts = [" ".join(words) for words in (base, mine, theirs)]
    assert merge(*texts) == Merged(" ".join(both))


@given(
    base=st.lists(st.sampled_from("abcd"), max_size=8),
    theirs=st.lists(st.sampled_from("abcdx"), max_size=8),
    mine=st.lists(st.sampled_from("abcd") | st.integers(0, 9).map(lambda number: f"typed{number}"), max_size=8),
    within_lines=st.booleans(),
)
def test_no_line_that_a_person_typed_is_dropped(
    base: list[str], theirs: list[str], mine: list[str], within_lines: bool
) -> None:
    merged = merge(
        *("".join(f"{line}\n" for line in lines) for lines in (base, mine, theirs)), within_lines=within_lines
    )
    lines = merged.text.split("\n")
    typed = [line for line in mine if line.startswith("typed")]
    assert [line for line in lines if line.startswith("typed")] == typed


def large(lines: int, seed: int) -> list[str]:
    pick = random.Random(seed)
    words = [f"word{number}" for number in range(3000)]
    return ["- " + " ".join(pick.choices(words, k=12)) + "\n" for _ in range(lines)]


@pytest.mark.parametrize(
    ("base", "ours", "others"),
    [
        (large(11_000, 1), set(range(0, 11_000, 20)), set(range(10, 11_000, 20))),
        (["- the same\n"] * 100_000, {40_000}, {60_000}),
        ([f"w{number % 7} " for number in range(300_000)], {150_000}, {1_000, 299_000}),
    ],
    ids=["a large CV", "one line again and again", "a single line"],
)
def test_a_megabyte_is_merged_without_comparing_all_with_all(base: list[str], ours: set[int], others: set[int]) -> None:
    def changed(mine: set[int], theirs: set[int]) -> str:
        words = dict.fromkeys(mine, "mine") | dict.fromkeys(theirs, "theirs")
        end = base[0][-1]
        return "".join(words[at] + end if at in words else line for at, line in enumerate(base))

    started = time.process_time()
    merged = merge("".join(base), changed(ours, set()), changed(set(), others))
    spent = time.process_time() - started
    assert not merged.conflicts
    assert (merged.text == changed(ours, others)) is True, "as bool: a comparison told in full takes minutes"
    # Comparing all with all would take hours; a loaded machine only a little longer.
    assert spent < 20


def test_large_texts_with_nothing_in_common_are_one_conflict() -> None:
    base, mine, theirs = ("".join(f"{letter}{number % 3} " for number in range(20_000)) for letter in "bmt")
    merged = merge(base, mine, theirs)
    assert merged.text == mine
    assert [(one.mine.strip(), one.theirs.strip()) for one in merged.conflicts] == [(mine.strip(), theirs.strip())]
