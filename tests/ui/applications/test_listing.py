"""Which applications are shown, in which order."""

from datetime import UTC, datetime, timedelta

import pytest

from jobmatch_desktop.domain.application import Application, ApplicationStatus
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.ui.applications.listing import Column, Wanted, listing

BEGIN = datetime(2026, 11, 25, tzinfo=UTC)


def application(number: int, title: str, company: str = "", status: str = "in progress", **more: str) -> Application:
    offer = Offer(text="", title=title, company=company, place=more.get("place", ""))
    moment = BEGIN + timedelta(hours=number)
    return Application(
        number, 1, 1, offer, "Ada Byron", ApplicationStatus(status), more.get("notes", ""), moment, moment
    )


APPLICATIONS = [
    application(1, "Ingénieur logiciel", "Éditions Zénith", "applied"),
    application(2, "backend engineer 10", "contoso", notes="Call Jo"),
    application(3, "", "Contoso", "rejected"),
    application(4, "Backend engineer 9", "Acme", "interview", place="Lyon"),
]


def ids(**wanted: object) -> list[int]:
    return [found.id for found in listing(APPLICATIONS, Wanted(**wanted))]  # type: ignore[arg-type]


def test_last_touched_first_unless_asked() -> None:
    assert ids() == [4, 3, 2, 1]
    assert ids(descending=False) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ingenieur", [1]),
        ("INGÉNIEUR zenith", [1]),
        ("contoso", [3, 2]),
        ("jo", [2]),
        ("lyon", [4]),
        ("byron", [4, 3, 2, 1]),
        ("contoso lyon", []),
        ("  ", [4, 3, 2, 1]),
    ],
)
def test_search_looks_past_case_and_accents_for_every_word(words: str, found: list[int]) -> None:
    assert ids(words=words) == found


def test_filter_by_status() -> None:
    assert ids(status=ApplicationStatus.REJECTED) == [3]
    assert ids(status=ApplicationStatus.ACCEPTED) == []


def test_names_sort_as_people_read_them_and_nameless_last() -> None:
    assert ids(column=Column.TITLE, descending=False) == [4, 2, 1, 3]
    assert ids(column=Column.TITLE, descending=True) == [1, 2, 4, 3]
    assert ids(column=Column.COMPANY, descending=False) == [4, 3, 2, 1]


def test_statuses_sort_by_how_far_they_are() -> None:
    assert ids(column=Column.STATUS, descending=False) == [2, 1, 4, 3]


def test_matches_sort_by_their_exact_value_and_what_has_none_comes_last() -> None:
    scores = {1: 71.6, 2: 71.9, 4: 3.0}
    for descending, order in ((True, [2, 1, 4, 3]), (False, [4, 1, 2, 3])):
        wanted = Wanted(column=Column.MATCH, descending=descending)
        assert [found.id for found in listing(APPLICATIONS, wanted, scores)] == order
