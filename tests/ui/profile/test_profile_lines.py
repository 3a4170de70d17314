"""Lines of a profile on their way: as rows, as typed, as moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.kept_profile import NoSuchLine, ProfileState
from jobmatch_desktop.domain.profile_edits import AddItem, MoveItem, RemoveItem, SetText, edited, identified
from jobmatch_desktop.ui.profile.dates import shown_date, starts_after_end, typed_date
from jobmatch_desktop.ui.profile.moving import drop_edits, may_drop, rebased, step_edits
from jobmatch_desktop.ui.profile.rows import Row, lines_of, page_rows
from jobmatch_desktop.ui.profile.typed import bullet_lines, typed_edits
from jobmatch_desktop.ui.profile.working import applied, carried_over, kept, key_of, opened
from tests.ui.profile.conftest import ADA

IDS = identified(ADA, {})
WORDS = st.lists(st.text("abcde ", min_size=1, max_size=3).map(str.strip).filter(bool), unique=True, max_size=6)


def rows_of(source: dict, ids: dict) -> tuple[Row, ...]:
    return page_rows(lines_of(source, ids))


def at(path: str) -> Row:
    return next(row for row in rows_of(ADA, IDS) if row.path == path and row.item)


@given(WORDS, WORDS)
def test_a_line_of_words_gives_the_list_and_words_that_stay_keep_their_ids(before: list[str], after: list[str]) -> None:
    source = {"skills": [{"name": "All", "keywords": before}]}
    ids = identified(source, {})
    cell = next(cell for row in rows_of(source, ids) for cell in row.cells if cell.path == "skills/0/keywords")
    changed, now = edited(source, ids, typed_edits(cell, ", ".join(after)))
    assert changed["skills"][0].get("keywords", []) == after
    given_once = {ids[f"skills/0/keywords/{place}"]: word for place, word in enumerate(before)}
    kept_ids = [now[f"skills/0/keywords/{place}"] for place in range(len(after))]
    assert len(set(kept_ids)) == len(after)
    if before == after:
        assert kept_ids == list(given_once)


def test_words_with_a_comma_in_them_are_parted_otherwise() -> None:
    source = {"skills": [{"keywords": ["Python, well", "SQL"]}]}
    ids = identified(source, {})
    cell = next(cell for row in rows_of(source, ids) for cell in row.cells if cell.path == "skills/0/keywords")
    assert cell.text == "Python, well; SQL"
    changed, _ = edited(source, ids, typed_edits(cell, "Python, well; SQL; Go"))
    assert changed["skills"][0]["keywords"] == ["Python, well", "SQL", "Go"]


def test_items_that_say_nothing_keep_their_places() -> None:
    source = {"work": [None, {"highlights": [None, "Rowed"]}], "skills": [{"keywords": [None, "Go", ""]}]}
    ids = identified(source, {})
    rows = rows_of(source, ids)
    cells = {cell.path: cell for row in rows for cell in row.cells}
    assert cells["work/1/highlights/1"].text == "Rowed"
    assert cells["skills/0/keywords"].text == "Go"
    assert typed_edits(cells["skills/0/keywords"], "Go") == []
    edits = typed_edits(cells["skills/0/keywords"], "Go, C") + typed_edits(cells["work/0/name"], "Mill")
    changed, _ = edited(source, ids, edits)
    assert changed["skills"][0]["keywords"] == ["Go", "C"]
    assert changed["work"] == [{"name": "Mill"}, {"highlights": [None, "Rowed"]}]


@pytest.mark.parametrize(
    ("typed", "kept_as", "shown"),
    [
        ("March 2020", "2020-03", "Mar 2020"),
        ("2020-03", "2020-03", "Mar 2020"),
        ("03/2020", "2020-03", "Mar 2020"),
        ("depuis 2019", "2019", "2019"),
        ("12 mai 2018", "2018-05-12", "12 May 2018"),
        ("present", "Present", "present"),
        ("en cours", "Present", "present"),
        ("Summer 2014", "Summer 2014", "Summer 2014"),
        ("2014 - 2015", "2014 - 2015", "2014 - 2015"),
        ("some day", "some day", "some day"),
        ("", "", ""),
    ],
)
def test_dates(typed: str, kept_as: str, shown: str) -> None:
    assert typed_date(typed) == kept_as
    assert shown_date(kept_as) == shown
    assert typed_date(shown) == kept_as


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2020", "2019", True),
        ("2020-05", "2020", False),
        ("2020-05", "2020-04", True),
        ("2020-05-02", "2020-05-01", True),
        ("2020-05-02", "2020-05", False),
        ("2020", "Present", False),
        ("", "2019", False),
    ],
)
def test_an_end_before_its_beginning(start: str, end: str, wrong: bool) -> None:
    assert starts_after_end(start, end) is wrong


def test_what_an_importer_says_of_an_end_is_shown_and_goes_with_another() -> None:
    source = {"work": [{"name": "Mill", "startDate": "2020", "current": True}]}
    ids = identified(source, {})
    cell = next(cell for row in rows_of(source, ids) for cell in row.cells if cell.path == "work/0/endDate")
    assert cell.text == "present"
    changed, _ = edited(source, ids, typed_edits(cell, "May 2021"))
    assert changed["work"] == [{"name": "Mill", "startDate": "2020", "endDate": "2021-05"}]


def test_older_names_of_fields_are_shown_and_replaced() -> None:
    source = {"work": [{"company": "Mill", "website": "https://mill.example.com"}]}
    ids = identified(source, {})
    cells = {cell.path: cell for row in rows_of(source, ids) for cell in row.cells}
    assert (cells["work/0/name"].text, cells["work/0/url"].text) == ("Mill", "https://mill.example.com")
    changed, _ = edited(source, ids, typed_edits(cells["work/0/name"], "Windmill"))
    assert changed["work"] == [{"website": "https://mill.example.com", "name": "Windmill"}]


def test_pasted_lines_lose_their_marks() -> None:
    assert bullet_lines("• One\n\n - Two \r\n* Three\n4 four") == ["One", "Two", "Three", "4 four"]


def test_steps_and_drops() -> None:
    rows = rows_of(ADA, IDS)
    assert step_edits(at("work/0/highlights/0"), rows, down=False) == []
    assert step_edits(at("work/0/highlights/2"), rows, down=True) == [
        MoveItem("work/0/highlights/2", "work/1/highlights", 0)
    ]
    assert step_edits(at("work/1/highlights/0"), rows, down=False) == [
        MoveItem("work/1/highlights/0", "work/0/highlights", 3)
    ]
    assert step_edits(at("work/1"), rows, down=True) == []
    assert drop_edits(at("work/0/highlights/0"), "work/0/highlights", 3) == [
        MoveItem("work/0/highlights/0", "work/0/highlights", 2)
    ]
    assert drop_edits(at("work/0/highlights/0"), "work/0/highlights", 1) == []
    assert may_drop(at("work/0/highlights/0"), at("work/1/highlights/0"))
    assert not may_drop(at("work/0/highlights/0"), at("work/1"))
    assert not may_drop(at("work/0"), at("skills/0"))


EDITS = st.lists(
    st.one_of(
        st.builds(SetText, st.sampled_from(["basics/label", "work/1/name", "work/0/highlights/1"]), st.just("Other")),
        st.builds(
            AddItem, st.sampled_from(["work/0/highlights", "work/1/highlights"]), st.integers(0, 3), st.just("New")
        ),
        st.builds(AddItem, st.just("work"), st.integers(0, 2), st.just({"name": "Sea"})),
        st.builds(MoveItem, st.just("work/0/highlights/0"), st.just("work/1/highlights"), st.integers(0, 1)),
        st.just(MoveItem("work/1", "work", 0)),
    ),
    max_size=4,
)


@given(EDITS)
def test_typing_stands_on_what_was_changed_elsewhere(elsewhere: list) -> None:
    """A line that was typed has its words, wherever it is now; whatever else was changed stands."""
    state = ProfileState(1, 1, 1, ADA, IDS)
    try:
        source, ids = edited(ADA, IDS, elsewhere)
    except NoSuchLine:
        return
    typed = applied(opened(state), [AddItem("work/0/highlights", 1, "")])
    new = next(item for item in typed.ids.values() if item not in IDS.values())
    typed = applied(typed, [SetText("work/0/highlights/1", "Typed"), SetText("work/1/position", "Rower")])
    moved, lost = carried_over(typed, ProfileState(1, 9, 2, source, ids))
    assert lost is None
    texts = lines_of(moved.source, moved.ids).texts
    places = {item: path for path, item in moved.ids.items()}
    assert texts[places[new]] == "Typed"
    assert texts[f"{places[IDS['work/1']]}/position"] == "Rower"
    before, after = lines_of(source, ids).texts, dict(texts)
    others = {key_of(path, ids): text for path, text in before.items()}
    now = {key_of(path, moved.ids): text for path, text in after.items()}
    assert {key: text for key, text in others.items() if now.get(key) != text} in (
        {},
        {f"{IDS['work/1']}/position": others.get(f"{IDS['work/1']}/position")},
    )


def test_an_edit_of_a_line_that_is_gone_is_lost_alone() -> None:
    working = applied(opened(ProfileState(1, 1, 1, ADA, IDS)), [SetText("work/1/name", "Oven")])
    working = applied(working, [SetText("basics/label", "Countess")])
    source, ids = edited(ADA, IDS, [RemoveItem("work/1")])
    moved, lost = carried_over(working, ProfileState(1, 2, 2, source, ids))
    assert lost is not None
    assert moved.source["basics"]["label"] == "Countess"
    assert len(moved.pending) == 1
    with pytest.raises(NoSuchLine):
        rebased(SetText("work/1/name", "Oven"), IDS, ids)


def test_what_was_to_go_and_is_gone_is_nothing_lost() -> None:
    working = applied(opened(ProfileState(1, 1, 1, ADA, IDS)), [RemoveItem("work/1")])
    source, ids = edited(ADA, IDS, [RemoveItem("work/1")])
    moved, lost = carried_over(working, ProfileState(1, 2, 2, source, ids))
    assert lost is None
    assert (moved.source, moved.pending) == (source, ())


def test_what_comes_while_it_is_stored_stays_pending() -> None:
    sent = applied(opened(ProfileState(1, 1, 1, ADA, IDS)), [SetText("basics/label", "A")], "1 basics/label")
    later = applied(sent, [SetText("basics/label", "AB")], "1 basics/label")
    stored = ProfileState(1, 2, 2, sent.source, sent.ids)
    after = kept(later, sent, stored)
    assert [edits.edits for edits in after.pending] == [(SetText("basics/label", "AB"),)]
    assert after.same_visit()
    assert not sent.same_visit()
    assert not applied(after, [SetText("basics/name", "Eda")], "2 basics/name").same_visit()
