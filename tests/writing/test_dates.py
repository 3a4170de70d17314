import datetime

import pytest

from jobmatch_desktop.domain.partial_date import parse_date
from jobmatch_desktop.domain.profile import When
from jobmatch_desktop.writing.dates import during, is_now, is_over, span, today_line
from jobmatch_desktop.writing.wording import wording


def when(text: str) -> When | None:
    return When(text, parse_date(text)) if text else None


@pytest.mark.parametrize(
    ("start", "end", "en", "fr"),
    [
        ("2013-12-01", "2014-12", "Dec 2013 – Dec 2014", "déc. 2013 – déc. 2014"),
        ("2013", "2014", "2013 – 2014", "2013 – 2014"),
        ("2016-08-24", "2016-08-24", "Aug 2016", "août 2016"),
        ("2020-08", "", "From Aug 2020", "À partir d’août 2020"),
        ("", "2020-02", "Until Feb 2020", "Jusqu’en févr. 2020"),
        ("2020", "present", "2020 – Present", "2020 – aujourd’hui"),
        ("Summer 2014", "2015", "Summer 2014 – 2015", "Summer 2014 – 2015"),
        ("", "", "", ""),
    ],
)
def test_spans_of_a_cv(start: str, end: str, en: str, fr: str) -> None:
    assert span(when(start), when(end), wording("en")) == en
    assert span(when(start), when(end), wording("fr")) == fr


@pytest.mark.parametrize(
    ("start", "end", "en", "fr"),
    [
        ("2024-06", "2024-09", "from June to September 2024", "de juin à septembre 2024"),
        ("2018-10", "2024-07", "from October 2018 to July 2024", "d’octobre 2018 à juillet 2024"),
        ("2018", "2018", "in 2018", "en 2018"),
        ("2018", "2018-09", "from 2018 to September 2018", "de 2018 à septembre 2018"),
        ("2018-04", "Present", "since April 2018", "depuis avril 2018"),
        ("2018-04", "", "from April 2018", "à partir d’avril 2018"),
        ("", "2018-04", "until April 2018", "jusqu’en avril 2018"),
        ("", "now", "", ""),
        ("Summer 2014", "2015", "(Summer 2014 – 2015)", "(Summer 2014 – 2015)"),
    ],
)
def test_times_in_a_sentence(start: str, end: str, en: str, fr: str) -> None:
    assert during(when(start), when(end), wording("en")) == en
    assert during(when(start), when(end), wording("fr")) == fr


def test_today_by_language_and_country() -> None:
    day = datetime.date(2026, 11, 1)
    assert today_line(day, "Austin", "US", wording("en")) == "November 1, 2026"
    assert today_line(day, "Leeds", "GB", wording("en")) == "1 November 2026"
    assert today_line(day, "Lyon", "FR", wording("fr")) == "Lyon, le 1er novembre 2026"
    assert today_line(day, "", "", wording("fr")) == "Le 1er novembre 2026"


def test_what_is_over_and_what_goes_on() -> None:
    today = datetime.date(2026, 11, 25)
    assert is_over(when("2026-11"), today)
    assert not is_over(when("2026-12"), today)
    assert not is_over(when("present"), today)
    assert not is_over(None, today)
    assert is_now(when("Aujourd’hui"))
    assert not is_now(None)
