"""Edits of a profile, held against the same done on plain lists."""

import itertools
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.kept_profile import NoSuchLine
from jobmatch_desktop.domain.profile_edits import (
    AddItem,
    Edit,
    MoveItem,
    RemoveItem,
    SetText,
    edited,
    identified,
    targeted,
)

ADA: dict[str, Any] = {
    "basics": {"name": "Ada", "profiles": [{"network": "GitHub", "x-seen": True}]},
    "work": [
        {"name": "Mill", "highlights": ["Ground corn", "Kept the books"], "x-ref": {"deep": [1, 2]}},
        {"company": "Bakery", "highlights": ["Baked"]},
        None,
    ],
    "meta": {"theme": "even"},
}


def counted() -> Callable[[], str]:
    numbers = itertools.count(1)
    return lambda: f"n{next(numbers)}"


def ids_of(source: dict[str, Any]) -> dict[str, str]:
    return identified(source, {}, counted())


def changed(*edits: Edit) -> tuple[dict[str, Any], dict[str, str]]:
    before, ids = deepcopy(ADA), ids_of(ADA)
    found = edited(ADA, ids, edits, lambda: "new")
    assert before == ADA
    assert ids_of(ADA) == ids
    assert found[1].keys() == identified(found[0], {}).keys()
    return found


def test_every_item_of_a_list_has_an_id_that_stays() -> None:
    ids = ids_of(ADA)
    assert set(ids) == {
        "basics/profiles/0", "work/0", "work/0/highlights/0", "work/0/highlights/1", "work/0/x-ref/deep/0",
        "work/0/x-ref/deep/1", "work/1", "work/1/highlights/0", "work/2",
    }  # fmt: skip
    assert len(set(ids.values())) == len(ids)
    assert identified(ADA, ids) == ids


def test_a_moved_entry_takes_the_ids_of_its_lines_along() -> None:
    ids = ids_of(ADA)
    source, after = changed(MoveItem("work/0", "work", 1))
    assert [job and (job.get("name") or job.get("company")) for job in source["work"]] == ["Bakery", "Mill", None]
    assert source["work"][1] == ADA["work"][0]
    assert after["work/1/highlights/1"] == ids["work/0/highlights/1"]
    assert after["work/0"] == ids["work/1"]
    assert "new" not in after.values()


def test_a_line_goes_to_another_job_and_keeps_its_id() -> None:
    ids = ids_of(ADA)
    source, after = changed(MoveItem("work/0/highlights/1", "work/1/highlights", 0))
    assert source["work"][0]["highlights"] == ["Ground corn"]
    assert source["work"][1]["highlights"] == ["Kept the books", "Baked"]
    assert after["work/1/highlights/0"] == ids["work/0/highlights/1"]


def test_words_are_set_where_a_reader_looks_for_them_first() -> None:
    source, _ = changed(SetText("work/1/name", "Bread Ltd"), SetText("work/2/position", "Miller"))
    assert source["work"][1] == {"name": "Bread Ltd", "highlights": ["Baked"]}
    assert source["work"][2] == {"position": "Miller"}
    source, _ = changed(SetText("basics/location/city", "Ely"), SetText("basics/name", ""))
    assert source["basics"] == {"profiles": [{"network": "GitHub", "x-seen": True}], "location": {"city": "Ely"}}


def test_a_line_without_words_goes() -> None:
    source, after = changed(SetText("work/0/highlights/0", ""))
    assert source["work"][0]["highlights"] == ["Kept the books"]
    assert after["work/0/highlights/0"] == ids_of(ADA)["work/0/highlights/1"]


def test_a_list_comes_into_being_with_its_first_item() -> None:
    source, after = changed(
        AddItem("skills", 9, {"name": "Corn", "keywords": ["rye"]}), AddItem("work/1/highlights", 0, "Rose at four")
    )
    assert source["skills"] == [{"name": "Corn", "keywords": ["rye"]}]
    assert source["work"][1]["highlights"] == ["Rose at four", "Baked"]
    assert [after[path] for path in ("skills/0", "skills/0/keywords/0", "work/1/highlights/0")] == ["new"] * 3


def test_what_is_taken_away_goes_with_all_in_it() -> None:
    source, after = changed(RemoveItem("work/0"))
    assert source["work"] == ADA["work"][1:]
    assert after["work/0/highlights/0"] == ids_of(ADA)["work/1/highlights/0"]
    assert source["meta"] == ADA["meta"]


@pytest.mark.parametrize(
    "edit",
    [
        SetText("work/7/name", "x"),
        SetText("work/0/highlights/7", "x"),
        SetText("work/0/name/deeper", "x"),
        SetText("education/0/area", "x"),
        RemoveItem("work/3"),
        RemoveItem("basics/name"),
        MoveItem("work/9", "work", 0),
        AddItem("basics/name", 0, "x"),
    ],
)
def test_a_path_that_is_not_there_is_named(edit: Edit) -> None:
    with pytest.raises(NoSuchLine) as raised:
        changed(edit)
    assert "was moved or taken away" in raised.value.trouble.text()


LINES = st.lists(st.text("abcdefgh", min_size=1, max_size=3), max_size=5)


@given(st.lists(LINES, min_size=1, max_size=4), st.data())
def test_any_moves_are_those_of_plain_lists(bullets: list[list[str]], data: st.DataObject) -> None:
    source = {"work": [{"highlights": list(lines)} for lines in bullets]}
    ids = identified(source, {})
    model = [
        [(line, ids[f"work/{job}/highlights/{place}"]) for place, line in enumerate(lines)]
        for job, lines in enumerate(bullets)
    ]
    for _ in range(data.draw(st.integers(0, 4))):
        full = [job for job, lines in enumerate(model) if lines]
        if not full:
            break
        out = data.draw(st.sampled_from(full))
        place = data.draw(st.integers(0, len(model[out]) - 1))
        into, where = data.draw(st.integers(0, len(model) - 1)), data.draw(st.integers(0, 6))
        source, ids = edited(
            source, ids, [MoveItem(f"work/{out}/highlights/{place}", f"work/{into}/highlights", where)]
        )
        model[into].insert(where, model[out].pop(place)) if into != out else _move(model[out], place, where)
    assert [job["highlights"] for job in source["work"]] == [[line for line, _ in lines] for lines in model]
    for job, lines in enumerate(model):
        assert [ids[f"work/{job}/highlights/{place}"] for place in range(len(lines))] == [name for _, name in lines]


def _move(lines: list[tuple[str, str]], place: int, where: int) -> None:
    line = lines.pop(place)
    lines.insert(where, line)


def test_a_targeting_leaves_out_and_arranges_without_copying() -> None:
    ids = ids_of(ADA)
    left_out = frozenset({ids["work/0/highlights/0"], ids["work/2"]})
    arranged = {"work": (ids["work/1"], ids["work/0"]), f"{ids['work/0']}/highlights": (ids["work/0/highlights/1"],)}
    shown = targeted(ADA, ids, left_out, arranged)
    assert shown["work"] == [ADA["work"][1], ADA["work"][0] | {"highlights": ["Kept the books"]}]
    assert shown["meta"] == ADA["meta"]
    assert targeted(ADA, ids, frozenset(), {}) == ADA


def test_a_line_that_a_targeting_does_not_know_comes_after_those_it_names() -> None:
    ids = ids_of(ADA)
    arranged = {"work": (ids["work/2"], "gone", ids["work/1"])}
    assert targeted(ADA, ids, frozenset(), arranged)["work"] == [None, ADA["work"][1], ADA["work"][0]]
