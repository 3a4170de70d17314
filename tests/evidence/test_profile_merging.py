"""A file read again and a profile: by identity, nothing twice, and nothing lost that was typed by hand."""

import copy
import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch_desktop.domain.profile_edits import AddItem, RemoveItem, SetText, edited, identified
from jobmatch_desktop.domain.profile_import import Decided
from jobmatch_desktop.evidence.profile_differences import Difference, Kind
from jobmatch_desktop.evidence.profile_merging import Base, Comparison, compared
from jobmatch_desktop.evidence.profile_paths import leaves, value_at
from jobmatch_desktop.evidence.profile_taking import Taken, put_lines, revised, taken

ADA: dict[str, Any] = {
    "basics": {"name": "Ada Quill", "email": "ada@example.org", "location": {"city": "Ely"}},
    "work": [
        {"name": "Fen & Co", "position": "Lead archivist", "startDate": "2020-03", "current": True,
         "highlights": ["Moved forty thousand letters into one catalogue", "Trained six new clerks"]},
        {"name": "Fen & Co", "position": "Archivist", "startDate": "2016-01", "endDate": "2020-02",
         "highlights": ["Catalogued the letters of the canal company"]},
    ],
    "education": [{"institution": "University of Leeds", "studyType": "BA", "area": "History", "startDate": "2012", "endDate": "2015"}],
    "skills": [{"name": "Archives", "keywords": ["EAD", "Python"]}, {"name": "Latin"}],
}  # fmt: skip


def imported(found: dict[str, Any]) -> tuple[Taken, Base]:
    """A new profile of a file, and what is known of where it came from."""
    comparison = compared(Base(), {}, {}, found)
    result = taken(comparison, {}, {}, found, Decided())
    return result, Base(found, {path: result.ids[line] for path, line in result.lines.items()})


def compare(before: Taken, base: Base, found: dict[str, Any], decided: Decided = Decided()) -> Comparison:  # noqa: B008
    return compared(base, before.source, before.ids, found, decided.texts)


def merge(before: Taken, base: Base, found: dict[str, Any], decided: Decided = Decided()) -> Taken:  # noqa: B008
    return taken(compare(before, base, found, decided), before.source, before.ids, found, decided)


def changed(**sections: Any) -> dict[str, Any]:
    return {**copy.deepcopy(ADA), **sections}


def typed(before: Taken, *edits: Any) -> Taken:
    source, ids = edited(before.source, before.ids, edits)
    return Taken(source, ids, {})


def offered(comparison: Comparison, kind: Kind) -> list[Difference]:
    return [difference for difference in comparison.differences if difference.kind is kind]


def test_a_new_profile_is_what_was_found() -> None:
    result, base = imported(ADA)
    assert result.source == ADA
    assert set(base.placed) == set(result.ids)


def test_the_same_file_again_offers_nothing_also_after_names_were_typed_anew() -> None:
    before, base = imported(ADA)
    mine = typed(
        before,
        SetText("work/0/name", "Fenland Trust for Letters"),
        SetText("work/0/position", "Head of collections"),
        SetText("work/0/highlights/1", "Led a team of six"),
    )
    comparison = compare(mine, base, ADA)
    assert {difference.kind for difference in comparison.differences} == {Kind.SAME}
    assert merge(mine, base, ADA).source == mine.source


def test_what_is_new_comes_where_it_stands_in_the_file() -> None:
    before, base = imported(ADA)
    job = {
        "name": "Ouse Press",
        "position": "Director",
        "startDate": "2025-01",
        "highlights": ["Opened the reading room"],
    }
    work = [job, *copy.deepcopy(ADA["work"])]
    work[1] |= {
        "endDate": "2024-12",
        "highlights": ["Moved forty thousand letters into one catalogue", "Won a grant of £20,000"],
    }
    del work[1]["current"]
    comparison = compare(before, base, changed(work=work))
    assert [(one.key, one.after) for one in offered(comparison, Kind.NEW)] == [
        ("work/0", "Director · Ouse Press"),
        ("work/1/endDate", "2024-12"),
        ("work/1/highlights/1", "Won a grant of £20,000"),
    ]
    after = merge(before, base, changed(work=work))
    assert [one["position"] for one in after.source["work"]] == ["Director", "Lead archivist", "Archivist"]
    assert "current" not in after.source["work"][1]
    assert after.source["work"][1]["highlights"] == [
        "Moved forty thousand letters into one catalogue", "Won a grant of £20,000", "Trained six new clerks",
    ]  # fmt: skip
    assert after.ids["work/1"] == before.ids["work/0"], "ids stay with their lines"
    assert after.lines["work/0/highlights/0"] == "work/0/highlights/0"


def test_a_promotion_is_another_job_and_a_job_that_came_back_too() -> None:
    before, base = imported(changed(work=ADA["work"][1:]))
    assert [one["position"] for one in merge(before, base, ADA).source["work"]] == ["Lead archivist", "Archivist"]
    again = [{"name": "Fen & Co", "position": "Archivist", "startDate": "2024-01"}, *ADA["work"][1:]]
    assert len(merge(before, base, changed(work=again)).source["work"]) == 2


def test_the_same_job_in_other_words_is_one_job() -> None:
    before, base = imported(changed(work=ADA["work"][1:]))
    work = [{"name": "FEN & CO. Ltd", "position": "Archivist", "startDate": "2016", "endDate": "2020"}]
    after = merge(before, base, changed(work=work))
    assert len(after.source["work"]) == 1
    assert after.source["work"][0]["startDate"] == "2016", "as the file has it now, where it was typed by nobody"


def test_hand_typed_words_stay_and_what_the_file_has_anew_is_offered() -> None:
    before, base = imported(ADA)
    mine = typed(before, SetText("basics/location/city", "Cambridge"), SetText("basics/label", "Archivist"))
    found = changed(basics={"name": "Ada Quill", "email": "ada@fen.example", "location": {"city": "Peterborough"}})
    comparison = compare(mine, base, found)
    (city,) = offered(comparison, Kind.BOTH)
    assert (city.before, city.after, city.suggested) == ("Cambridge", "Peterborough", False)
    assert [(one.before, one.after) for one in offered(comparison, Kind.CHANGED)] == [
        ("ada@example.org", "ada@fen.example")
    ]
    assert offered(comparison, Kind.GONE) == []
    basics = merge(mine, base, found).source["basics"]
    assert basics == {
        "name": "Ada Quill", "email": "ada@fen.example", "location": {"city": "Cambridge"}, "label": "Archivist",
    }  # fmt: skip
    asked = Decided(taken={"basics/location/city": True})
    assert merge(mine, base, found, asked).source["basics"]["location"]["city"] == "Peterborough"


def test_what_is_gone_from_the_file_stays_unless_the_person_says_so_and_what_was_typed_is_never_offered() -> None:
    before, base = imported(ADA)
    mine = typed(
        before,
        AddItem("work/1/highlights", 0, "Wrote the handbook"),
        AddItem("skills", 9, {"name": "Bookbinding"}),
        SetText("work/0/highlights/1", "Trained six clerks and two archivists"),
    )
    found = changed(work=[{**ADA["work"][0], "highlights": []}], skills=[])
    gone = offered(compare(mine, base, found), Kind.GONE)
    assert [(one.before, one.suggested) for one in gone] == [
        ("Moved forty thousand letters into one catalogue", False),
        ("Archives", False),
        ("Latin", False),
    ]
    assert merge(mine, base, found).source == mine.source
    fewer = merge(mine, base, found, Decided(gone=frozenset(one.key for one in gone)))
    assert fewer.source["skills"] == [{"name": "Bookbinding"}]
    assert fewer.source["work"][0]["highlights"] == ["Trained six clerks and two archivists"]
    assert len(fewer.source["work"]) == 2


def test_what_was_taken_out_by_hand_does_not_come_back_by_itself() -> None:
    before, base = imported(ADA)
    mine = typed(before, RemoveItem("work/1"), SetText("basics/email", ""))
    again = offered(compare(mine, base, ADA), Kind.NEW)
    assert [(one.key, one.suggested, one.removed) for one in again] == [
        ("basics/email", False, True),
        ("work/1", False, True),
    ]
    assert merge(mine, base, ADA).source == mine.source


def moved_bullet() -> dict[str, Any]:
    """The file again, where the newer job's bullet stands under the older one."""
    work = copy.deepcopy(ADA["work"])
    work[1]["highlights"].insert(0, work[0]["highlights"].pop(1))
    return changed(work=work)


def test_a_bullet_that_stands_under_another_job_now_has_moved_and_keeps_its_id() -> None:
    before, base = imported(ADA)
    comparison = compare(before, base, moved_bullet())
    told = [
        (one.kind, one.key, one.path, one.line, one.suggested)
        for one in comparison.differences
        if one.kind is not Kind.SAME
    ]
    assert told == [(Kind.MOVED, "work/1/highlights/0", "work/1/highlights", "work/0/highlights/1", True)]
    after = merge(before, base, moved_bullet())
    assert after.source == moved_bullet()
    assert after.ids["work/1/highlights/0"] == before.ids["work/0/highlights/1"]
    assert len(set(after.ids.values())) == len(after.ids) == len(before.ids)
    assert after.lines["work/1/highlights/0"] == "work/1/highlights/0"
    again = Base(moved_bullet(), {path: after.ids[line] for path, line in after.lines.items()})
    assert {one.kind for one in compare(after, again, moved_bullet()).differences} == {Kind.SAME}


def test_a_move_that_is_not_taken_leaves_the_line_where_it_was() -> None:
    before, base = imported(ADA)
    left = merge(before, base, moved_bullet(), Decided(taken={"work/1/highlights/0": False}))
    assert left.source == ADA
    assert left.ids == before.ids


def test_a_line_that_was_typed_by_hand_or_stands_in_both_does_not_move() -> None:
    before, base = imported(ADA)
    twice = changed(
        work=[
            ADA["work"][0],
            {**ADA["work"][1], "highlights": [*ADA["work"][1]["highlights"], "Trained six new clerks"]},
        ]
    )
    assert [one.kind for one in compare(before, base, twice).differences if one.kind is not Kind.SAME] == [Kind.NEW]
    mine = typed(before, SetText("work/0/highlights/1", "Trained seven clerks"))
    assert offered(compare(mine, base, moved_bullet()), Kind.MOVED) == []
    assert "Trained seven clerks" in merge(mine, base, moved_bullet()).source["work"][0]["highlights"]


def test_a_bullet_moves_into_a_job_that_is_new() -> None:
    before, base = imported(ADA)
    work = copy.deepcopy(ADA["work"])
    job = {
        "name": "Ouse Press",
        "position": "Director",
        "startDate": "2025-01",
        "highlights": ["Opened it", work[0]["highlights"].pop(0)],
    }
    found = changed(work=[job, *work])
    comparison = compare(before, base, found)
    assert [(one.kind, one.key) for one in comparison.differences if one.kind is not Kind.SAME] == [
        (Kind.NEW, "work/0"),
        (Kind.MOVED, "work/0/highlights/1"),
    ]
    after = merge(before, base, found)
    assert after.source == found
    assert after.ids["work/0/highlights/1"] == before.ids["work/0/highlights/0"]
    assert len(set(after.ids.values())) == len(after.ids)
    stays = merge(before, base, found, Decided(taken={"work/0/highlights/1": False}))
    assert stays.source["work"][0]["highlights"] == ["Opened it"]
    assert stays.source["work"][1]["highlights"] == ADA["work"][0]["highlights"]
    assert merge(before, base, found, Decided(taken={"work/0": False})).source == ADA


def test_a_skill_is_known_wherever_it_stands() -> None:
    before, base = imported(ADA)
    found = changed(skills=[{"name": "Python"}, {"name": "Languages", "keywords": ["latin", "Greek"]}, {"name": "C++"}])
    after = merge(before, base, found)
    assert after.source["skills"] == [*ADA["skills"][:2], {"name": "Languages", "keywords": ["Greek"]}, {"name": "C++"}]


def test_links_are_known_by_their_address_and_numbers_tell_names_apart() -> None:
    there = {"basics": {"profiles": [{"network": "GitHub", "url": "https://github.com/ada/"}]},
             "certificates": [{"name": "Records management level 1", "issuer": "ARA"}]}  # fmt: skip
    before, base = imported(there)
    found = {"basics": {"profiles": [{"network": "github", "username": "ada", "url": "http://www.github.com/ada"}]},
             "certificates": [{"name": "Records management level 2", "issuer": "ARA"}]}  # fmt: skip
    after = merge(before, base, found)
    assert len(after.source["basics"]["profiles"]) == 1
    assert after.source["basics"]["profiles"][0]["username"] == "ada"
    assert len(after.source["certificates"]) == 2


def test_words_typed_in_the_review_are_taken_and_count_as_typed() -> None:
    decided = Decided(
        texts={"work/0/position": "Keeper", "work/1/summary": "Ten years", "skills/0/keywords": "EAD, XML; Python"},
        taken={"work/0/highlights/0": False, "education": False},
    )
    found, moved = revised(ADA, decided.texts)
    comparison = compared(Base(), {}, {}, found, decided.texts)
    result = taken(comparison, {}, {}, found, decided)
    assert [one["position"] for one in result.source["work"]] == ["Keeper", "Archivist"]
    assert result.source["work"][0]["highlights"] == ["Trained six new clerks"]
    assert result.source["work"][1]["summary"] == "Ten years"
    assert "education" not in result.source
    assert result.source["skills"][0]["keywords"] == ["EAD", "XML", "Python"]
    assert moved == {
        "skills/0/keywords/0": "skills/0/keywords/0",
        "skills/0/keywords/1": "",
        "skills/0/keywords/2": "skills/0/keywords/1",
    }
    base = Base(ADA, {path: result.ids[line] for path, line in result.lines.items() if not path.startswith("skills")})
    assert merge(result, base, ADA).source == result.source


def test_lines_that_fit_no_field_go_where_they_are_put_once() -> None:
    result, _ = imported(ADA)
    lines = ["Driving licence", "Speaks at fairs", "Reads a lot", "Nowhere"]
    decided = Decided(put={0: "skills", 1: "work/1/highlights", 2: "basics/summary", 3: ""})
    once = put_lines(result, lines, decided)
    assert once.source["skills"][-1] == {"name": "Driving licence"}
    assert once.source["work"][1]["highlights"][-1] == "Speaks at fairs"
    assert once.source["basics"]["summary"] == "Reads a lot"
    assert put_lines(once, lines, decided).source == once.source


def test_older_names_of_fields_are_the_same_fields() -> None:
    before = Taken({"work": [{"company": "Fen & Co", "position": "Archivist"}]}, {"work/0": "a"}, {})
    after = merge(before, Base(), {"work": [{"name": "Fen & Co", "position": "Archivist", "website": "fen.example"}]})
    assert after.source == {"work": [{"company": "Fen & Co", "position": "Archivist", "url": "fen.example"}]}


def test_what_the_program_does_not_know_stays_and_comes_along() -> None:
    before = Taken(
        {"meta": {"version": 1}, "x-mine": [1], "work": [{"name": "Fen", "x": {"a": 1}}]}, {"work/0": "a"}, {}
    )
    after = merge(
        before, Base(), {"meta": {"version": 2}, "x-file": {"b": 2}, "work": [{"name": "Fen", "y": {"c": 3}}]}
    )
    assert after.source == {
        "meta": {"version": 1}, "x-mine": [1], "x-file": {"b": 2}, "work": [{"name": "Fen", "x": {"a": 1}, "y": {"c": 3}}],
    }  # fmt: skip


def test_sections_of_ones_own_come_along_once() -> None:
    mine, theirs = {"title": "Military service", "text": "None"}, {"title": "Odd", "text": "Left-handed"}
    before = Taken({"basics": {"name": "Ada"}, "meta": {"sections": [mine]}}, {}, {})
    found = {"basics": {"name": "Ada"}, "meta": {"version": "1", "sections": [theirs]}}
    once = merge(before, Base(), found)
    assert once.source["meta"] == {"sections": [mine, theirs]}
    assert merge(once, Base(found), found).source == once.source


NAMES = st.sampled_from(["Acme", "Acme Ltd", "Globex", "Initech", "Fen & Co"])
POSTS = st.sampled_from(["Engineer", "Senior engineer", "Clerk", "Head of data"])
DATES = st.sampled_from(["", "2016", "2016-01", "2018", "2020-05"])
BULLETS = st.sampled_from([
    "Cut the time of a build from nine minutes to four", "Cut the time of a build from nine minutes to three",
    "Led a team of six", "Wrote the handbook of the desk", "Sold a company to the largest of its rivals", "Python",
])  # fmt: skip
WORDS = st.sampled_from(["Go", "Python", "SQL", "C++", "C#", "C", "Kubernetes"])
JOB = st.fixed_dictionaries(
    {"name": NAMES, "position": POSTS},
    optional={"startDate": DATES, "endDate": DATES, "highlights": st.lists(BULLETS, max_size=4, unique=True)},
)
SKILL = st.fixed_dictionaries(
    {"name": WORDS}, optional={"keywords": st.lists(WORDS, min_size=1, max_size=3, unique=True)}
)
DOCUMENT = st.fixed_dictionaries(
    {"work": st.lists(JOB, max_size=4)},
    optional={
        "basics": st.fixed_dictionaries({}, optional={"name": NAMES, "email": WORDS, "summary": BULLETS}),
        "skills": st.lists(SKILL, max_size=4),
        "meta": st.just({"version": "1"}),
    },
)
EDITS = st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["typed by hand", "", "x"])), max_size=6)


def worked_on(before: Taken, edits: list[tuple[int, str]]) -> Taken:
    for number, words in edits:
        paths = [path for path, _ in leaves(before.source, "") if not path.startswith("meta")]
        if not paths:
            return before
        path = paths[number % len(paths)]
        item = path.rpartition("/")[0]
        if words == "x" and item in before.ids:
            before = typed(before, RemoveItem(item))
        elif words != "x":
            before = typed(before, SetText(path, f"{words} {number}" if words else ""))
    return before


def lines_of(document: dict[str, Any]) -> list[str]:
    return sorted(text for _, text in leaves(document, ""))


@settings(max_examples=150)
@given(DOCUMENT, EDITS)
def test_importing_the_same_again_changes_nothing(found: dict[str, Any], edits: list[tuple[int, str]]) -> None:
    first, base = imported(found)
    mine = worked_on(first, edits)
    assert merge(mine, base, found).source == mine.source


@settings(max_examples=150)
@given(DOCUMENT, DOCUMENT, EDITS)
def test_what_was_typed_stays_and_a_second_time_brings_nothing(
    before: dict[str, Any], found: dict[str, Any], edits: list[tuple[int, str]]
) -> None:
    first, base = imported(before)
    mine = worked_on(first, edits)
    once = merge(mine, base, found)
    left = lines_of(once.source)
    for words in (text for text in lines_of(mine.source) if text.startswith("typed by hand")):
        assert words in left
    for gone in offered(compare(mine, base, found), Kind.GONE):
        assert "typed by hand" not in str(mine.source) or "typed by hand" not in gone.before
    again = Base(found, {path: once.ids[line] for path, line in once.lines.items()})
    assert merge(once, again, found).source == once.source
    assert set(once.ids) == set(identified(once.source, {}))
    assert len(set(once.ids.values())) == len(once.ids)


@settings(max_examples=100)
@given(DOCUMENT, DOCUMENT)
def test_no_line_of_an_entry_is_there_twice(before: dict[str, Any], found: dict[str, Any]) -> None:
    first, base = imported(before)
    for job in merge(first, base, found).source.get("work", []):
        for one, other in itertools.combinations(job.get("highlights", []), 2):
            assert one != other


def ids_of_bullets(profile: Taken) -> dict[str, str]:
    return {value_at(profile.source, path): name for path, name in profile.ids.items() if "/highlights/" in path}


@given(st.permutations(range(6)), st.tuples(st.integers(0, 6), st.integers(0, 6)))
def test_bullets_that_change_places_are_all_there_once_with_their_ids(order: list[int], cuts: tuple[int, int]) -> None:
    names = [f"{word} the mill" for word in ("Built", "Ran", "Sold", "Mended", "Painted", "Drew")]
    jobs = [{"name": f"Company {place}", "position": "Miller", "startDate": f"{2010 + place}"} for place in range(3)]

    def document(bullets: list[str], first: int, second: int) -> dict[str, Any]:
        held = [bullets[:first], bullets[first:second], bullets[second:]]
        return {
            "work": [{**job, **({"highlights": lines} if lines else {})} for job, lines in zip(jobs, held, strict=True)]
        }

    before, base = imported(document(names, 2, 4))
    found = document([names[place] for place in order], *sorted(cuts))
    after = merge(before, base, found)
    assert ids_of_bullets(after) == ids_of_bullets(before)
    for job, wanted in zip(after.source["work"], found["work"], strict=True):
        assert sorted(job.get("highlights", [])) == sorted(wanted.get("highlights", []))
