"""A list that a person changed and a model wrote anew: each bullet is one side's, and none is there in two wordings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.writing.merging_lists import Beside, MergedList, merge_lists

BASE = """- Wrote the first compiler for the analytical engine
- Led a team of four people
- Cut the build time of the tools by half
- Set up dashboards for nine services"""
FOUR = "- Led a team of four people"
FIVE = "- Led a team of five people"
THEIRS = """- Set up dashboards and alerts for nine services
- Cut the build time of all tools by half
- Led one team of four people
- Wrote the very first compiler for the analytical engine"""


THEIR_FOUR = "- Led one team of four people"


def merged(mine: str, theirs: str = THEIRS) -> MergedList:
    found = merge_lists(BASE, mine, theirs)
    assert found is not None
    return found


def test_a_bullet_of_the_persons_stays_in_the_writers_order_with_theirs_beside() -> None:
    assert merged(BASE.replace(FOUR, FIVE)) == MergedList(THEIRS.replace(THEIR_FOUR, FIVE), (Beside(FIVE, THEIR_FOUR),))


def test_a_bullet_that_only_the_person_changed_is_no_conflict() -> None:
    theirs = THEIRS.replace(THEIR_FOUR, FOUR)
    assert merged(BASE.replace(FOUR, FIVE), theirs) == MergedList(theirs.replace(FOUR, FIVE))


def test_a_bullet_that_was_written_quite_anew_stands_in_its_place() -> None:
    alone = "- Ran the whole shop alone"
    assert merged(BASE.replace(FOUR, alone)) == MergedList(
        THEIRS.replace(THEIR_FOUR, alone), (Beside(alone, THEIR_FOUR),)
    )


@pytest.mark.parametrize("theirs", ["- People, four of them, led as a team", "- Managed several engineers"])
def test_a_bullet_is_known_in_other_words_by_its_words_or_as_the_last_one_left(theirs: str) -> None:
    found = merged(BASE.replace(FOUR, FIVE), THEIRS.replace(THEIR_FOUR, theirs))
    assert found == MergedList(THEIRS.replace(THEIR_FOUR, FIVE), (Beside(FIVE, theirs),))


def test_what_the_person_deleted_stays_away() -> None:
    assert merged(BASE.replace(FOUR + "\n", "")) == MergedList(THEIRS.replace(f"{THEIR_FOUR}\n", ""))


def test_what_the_person_added_stays_after_what_it_stood_under() -> None:
    added = merged(BASE.replace(FOUR, f"{FOUR}\n- Spoke at a fair"))
    assert added == MergedList(THEIRS.replace(THEIR_FOUR, f"{THEIR_FOUR}\n- Spoke at a fair"))


def test_the_persons_order_holds_with_the_writers_words() -> None:
    lines, theirs = BASE.split("\n"), THEIRS.split("\n")
    assert merged("\n".join([lines[2], lines[0], lines[1], lines[3]])) == MergedList(
        "\n".join([theirs[1], theirs[3], theirs[2], theirs[0]])
    )


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        # Which of theirs is the edited one in other words cannot be told: it could come in twice.
        (BASE.replace(FOUR, FIVE), THEIRS.replace(THEIR_FOUR, "- Managed several engineers\n- And more")),
        (BASE.replace(FOUR, "- Ran the shop alone"), "- A fourth thing\n- Another\n- Cut the build time\n- Dashboards"),
        (BASE.replace(FOUR, f"{FOUR}\n  and more"), THEIRS),
        (BASE.replace(FOUR, f"{FOUR}\n  - three of them abroad"), THEIRS),
        ("One paragraph, edited", "One paragraph, anew"),
    ],
)
def test_what_cannot_be_told_is_not_merged(mine: str, theirs: str) -> None:
    assert merge_lists(BASE, mine, theirs) is None


words = ["compilers", "dashboards", "billing", "warehouse", "tracking", "interviews", "postmortems", "translation"]


@given(data=st.data())
def test_disjoint_edits_are_both_and_no_fact_comes_twice(data: st.DataObject) -> None:
    """Each bullet is left, edited, deleted or followed by another by the person, or reworded by the writer, and those are shuffled."""
    chosen = data.draw(st.lists(st.sampled_from(words), min_size=1, max_size=6, unique=True))
    base = [f"- Built and ran everything about {word} {word} {word}" for word in chosen]
    new, now, both = list(base), list(base), []
    for index, line in enumerate(base):
        match data.draw(st.sampled_from(["leave", "edit", "delete", "add", "reword"])):
            case "leave":
                both.append(line)
            case "edit":
                now[index] = line.replace("everything", "much")
                both.append(now[index])
            case "delete":
                now[index] = ""
            case "add":
                added = line.replace("Built and ran everything", f"{index} zqzq")
                now[index] += "\n" + added
                both += [line, added]
            case "reword":
                new[index] = line.replace("Built and ran", "Made and kept")
                both.append(new[index])
    theirs = data.draw(st.permutations(new))
    mine = [line for text in now for line in text.split("\n") if line]
    if not mine:
        return
    found = merge_lists("\n".join(base), "\n".join(mine), "\n".join(theirs))
    assert found is not None
    assert found.beside == ()
    assert sorted(found.text.split("\n")) == sorted(both)


bullets = st.lists(
    st.sampled_from([f"- {verb} {word}" for verb in ("Built", "Built the", "Ran") for word in words[:4]]),
    min_size=1,
    max_size=5,
).map("\n".join)


@given(base=bullets, mine=bullets, theirs=bullets)
def test_whatever_the_three_no_line_that_a_person_typed_is_dropped(base: str, mine: str, theirs: str) -> None:
    found = merge_lists(base, mine, theirs)
    if found is None:
        return
    lines = found.text.split("\n")
    typed = set(mine.split("\n")) - set(base.split("\n"))
    assert typed <= set(lines)
    for one in found.beside:
        assert one.mine in lines
        assert one.theirs not in mine.split("\n")
        assert one.theirs in theirs.split("\n")


@given(base=bullets, other=bullets)
def test_one_sides_change_is_the_merge(base: str, other: str) -> None:
    assert merge_lists(base, other, base) == MergedList(other)
    assert merge_lists(base, base, other) == MergedList(other)
    assert merge_lists(base, other, other) == MergedList(other)
