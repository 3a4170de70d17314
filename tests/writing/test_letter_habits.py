"""The frames of letters by country."""

import datetime

import pytest

from jobmatch_desktop.domain.countries import COUNTRIES
from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.cv_markdown import parse, render
from jobmatch_desktop.writing.letter_habits import country_of, date_line, framed, habit_of, parts_of

LETTER = """# Ada Byron
London · [ada@example.org](mailto:ada@example.org)

Engine Works
12 Rue Neuve, 75002 Paris

London, 25 November 2026

## Application for Analyst
Dear Mr Babbage,

I wrote notes.

Yours sincerely,

Ada Byron
"""


def roles(document: CvDocument, country: str, language: str = "en") -> list[str]:
    return [part.role for part in parts_of(document, habit_of(country, language))]


def test_order_by_country() -> None:
    document = parse(LETTER)
    after = ["body", "closing", "name"]
    assert roles(document, "fr") == ["recipient", "date", "subject", "salutation", *after]
    assert roles(document, "de") == ["recipient", "date", "subject", "salutation", *after]
    assert roles(document, "uk") == ["date", "recipient", "salutation", "subject", *after]
    assert roles(document, "us") == ["date", "recipient", "subject", "salutation", *after]
    assert roles(document, "") == ["recipient", "date", "subject", "salutation", *after]
    assert habit_of("", "fr") == habit_of("Peru", "fr") == habit_of("fr", "fr") != habit_of("", "en")


def test_words_by_country() -> None:
    document = parse(LETTER)
    us = render(framed(document, "us", "en"))
    assert us.index("November 25, 2026") < us.index("Engine Works")
    assert "## Re: Application for Analyst\nDear Mr Babbage:" in us
    assert "\nSincerely,\n" in us
    assert "\nBerlin" not in us
    german = render(framed(document, "de", "en"))
    assert "London, 25 November 2026" in german
    assert "## Application for Analyst\nDear Mr Babbage," in german
    assert "\nKind regards\n" in german
    british = render(framed(document, "uk", "en"))
    assert "\n25 November 2026\n" in british
    assert "## Application for Analyst\n" in british
    french = render(framed(parse(LETTER.replace("London, 25 November", "Lyon, le 1er novembre")), "fr", "fr"))
    assert "Lyon, le 1er novembre 2026" in french
    assert "## Objet : Application for Analyst" in french


@pytest.mark.parametrize("first", COUNTRIES)
def test_reframing_goes_there_and_back(first: str) -> None:
    once = framed(parse(LETTER), first, "en")
    for country in COUNTRIES:
        direct, through = framed(parse(LETTER), country, "en"), framed(once, country, "en")
        # Where the date lost its place, it cannot come back.
        assert render(through).replace("London, 25", "25") == render(direct).replace("London, 25", "25")


def test_a_persons_own_words_stay() -> None:
    text = LETTER.replace("Yours sincerely,", "With a wave,").replace("London, 25 November 2026", "On a sunny day")
    for country in COUNTRIES:
        found = render(framed(parse(text), country, "en"))
        assert "With a wave," in found
        assert "On a sunny day" in found


@pytest.mark.parametrize(
    "text", ["", "words", "# N\n\n## A\n\n## B\n- x\n", "## S\n### E\n2011\n- x\n", "## S\n- a\n- b\n"]
)
def test_nothing_is_left_out_of_any_text(text: str) -> None:
    document = parse(text)
    count = len(document.preamble) + sum(bool(section.title) + len(section.content) for section in document.sections)
    for country in ("", *COUNTRIES):
        assert len(parts_of(document, habit_of(country, "en"))) == count
        assert framed(framed(document, country, "en"), country, "en") == framed(document, country, "en")


def test_countries_by_name() -> None:
    names = ("FR", "France", "Deutschland", "gb", " United States ", "Peru", "")
    assert [country_of(name) for name in names] == ["fr", "fr", "de", "uk", "us", "", ""]


def test_dates() -> None:
    day = datetime.date(2026, 11, 1)
    assert date_line(day, "Paris", habit_of("fr", "fr"), "fr") == "Paris, le 1er novembre 2026"
    assert date_line(day, "Berlin", habit_of("de", "en"), "en") == "Berlin, 1 November 2026"
    assert date_line(day, "London", habit_of("uk", "en"), "en") == "1 November 2026"
    assert date_line(day, "Austin", habit_of("us", "en"), "en") == "November 1, 2026"


@pytest.mark.parametrize(
    "line", ["25.11.2026", "2026-11-25", "Berlin, den 25.11.2026", "November 25th, 2026", "le 25 novembre 2026"]
)
def test_dates_in_other_forms_are_dates(line: str) -> None:
    document = parse(LETTER.replace("London, 25 November 2026", line))
    assert roles(document, "us")[0] == "date"
    assert "November 25, 2026" in render(framed(document, "us", "en"))


@pytest.mark.parametrize("line", ["31.02.2026", "Suite 25 May 2026 Building", "Box 2026"])
def test_what_is_no_date_is_none(line: str) -> None:
    assert "date" not in roles(parse(LETTER.replace("London, 25 November 2026", line)), "us")
