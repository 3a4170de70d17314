"""What was written for a part that the person edited: by bullet, and what stands in the text of neither is told."""

from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.services.placing import beside, mergeable, place_part, place_parts
from jobmatch_desktop.writing.merging_lists import Beside
from jobmatch_desktop.writing.parts import bodies

BASE = """# Ada
London

## Summary
Engineer of engines.

## Experience
### Engineer · Analytical
2020 – 2024
- Wrote the first compiler for the engine
- Led a team of four people
"""
WRITTEN = "- Led one team of four people\n- Wrote the very first compiler for the engine"


def test_the_persons_bullet_stays_and_the_writers_wording_is_beside_it() -> None:
    current = BASE.replace("four", "five")
    placed = place_parts(BASE, {"work/0": WRITTEN})(current, BASE)
    assert placed is not None
    own, text = placed
    assert bodies(own)["work/0"] == WRITTEN
    assert bodies(text)["work/0"] == WRITTEN.replace("- Led one team of four people", "- Led a team of five people")
    assert beside(BASE, BASE, current, {"work/0": WRITTEN}) == [
        ("work/0", Beside("- Led a team of five people", "- Led one team of four people"))
    ]


def test_a_part_whose_bullets_cannot_be_told_apart_stays_whole_with_the_other_whole_beside() -> None:
    current = BASE.replace("- Led a team of four people", "- Ran the shop alone")
    written = "- Managed engineers\n- Ordered things\n- Wrote the very first compiler for the engine"
    placed = place_parts(BASE, {"work/0": written})(current, BASE)
    assert placed is not None
    assert placed[1] == current
    assert beside(BASE, BASE, current, {"work/0": written}) == [("work/0", Beside(bodies(current)["work/0"], written))]


def test_a_part_that_nobody_edited_is_the_writers_with_nothing_beside() -> None:
    assert beside(BASE, BASE, BASE, {"work/0": WRITTEN}) == []
    assert place_parts(BASE, {"work/0": WRITTEN})(BASE, BASE) == (
        BASE.replace(bodies(BASE)["work/0"], WRITTEN),
        BASE.replace(bodies(BASE)["work/0"], WRITTEN),
    )


def test_a_list_of_which_a_bullet_was_left_alone_takes_new_words_and_a_paragraph_does_not() -> None:
    assert mergeable(BASE, BASE, BASE) == frozenset()
    assert mergeable(BASE, BASE, BASE.replace("four", "five").replace("engines", "machines")) == {"work/0"}
    every = BASE.replace("four", "five").replace("first compiler", "only compiler")
    assert mergeable(BASE, BASE, every) == frozenset()


LINES = ["- Wrote the first compiler for the engine", "- Led a team of four people", "- Cut the build by half"]


@given(
    mine=st.lists(st.sampled_from([*LINES, "- Led a team of five", "- Typed", "Typed words", ""]), max_size=5),
    theirs=st.lists(st.sampled_from([*LINES, "- Led one team of four people", "- New"]), min_size=1, max_size=4),
    summary=st.sampled_from(["Engineer of engines.", "Engineer, typed."]),
)
def test_no_line_that_a_person_typed_is_dropped(mine: list[str], theirs: list[str], summary: str) -> None:
    current = BASE.replace("\n".join(LINES[:2]), "\n".join(mine)).replace("Engineer of engines.", summary)
    written = {"work/0": "\n".join(theirs), "summary": "Quite another summary."}
    placed = place_parts(BASE, written)(current, BASE)
    assert placed is not None
    typed = set(current.split("\n")) - set(BASE.split("\n"))
    assert typed <= set(placed[1].split("\n"))
    for _, one in beside(BASE, BASE, current, written):
        assert one.mine in placed[1]


def test_a_part_that_is_used_all_the_same_leaves_the_persons_bullets() -> None:
    edited = BASE.replace("four", "five")
    placed = place_part(BASE, "work/0", WRITTEN)(edited, BASE)
    assert placed is not None
    assert bodies(placed[0])["work/0"] == WRITTEN
    assert bodies(placed[1])["work/0"] == WRITTEN.replace(
        "- Led one team of four people", "- Led a team of five people"
    )
    every = edited.replace("first compiler", "only compiler")
    for body, current in ((WRITTEN, every), ("- Managed engineers\n- Ordered things", edited), (WRITTEN, BASE)):
        placed = place_part(BASE, "work/0", body)(current, BASE)
        assert placed is not None
        assert bodies(placed[1])["work/0"] == body
