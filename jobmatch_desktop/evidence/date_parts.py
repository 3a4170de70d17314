"""Parts of a year, such as "the autumn of 2016", "early 2019" and "fin 2018", and dates told from today, such as "last summer" and "il y
a trois ans", in English and French (resources/lexicon/date_parts.json)."""

import functools
import re
from collections.abc import Iterator
from datetime import date

import msgspec

from jobmatch_desktop.domain.patterns import either
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.sentences import folded
from jobmatch_desktop.resources import resource

Placed = tuple[int, int, frozenset[float]]
"""Where a date stands, and all that it may mean: `year * 100 + month`, month 0 for any."""

_MONTHS = 12
_NEAR_YEARS = 8
"""Months by which what was some years ago may be nearer or further."""
_NEAR_MONTHS = 2
_LAST = re.compile(
    r"(?<!\w)(?:(?:(?P<last>last)|this)\s(?:(?P<season>spring|summer|autumn|fall|winter)|year)(?![\w’'])"
    r"|l[’'](?P<passed>an(?:née)?\s(?:dernière?|passée?|précédente))(?!\w)|cette\sannée(?!\w)"
    r"|(?:l[’']|le\s)(?P<saison>printemps|été|automne|hiver)\s(?:dernier|passé)(?!\w))",
    re.IGNORECASE,
)


def parts_of_years(text: str) -> Iterator[Placed]:
    """The parts of a year that a text names."""
    for found in _named().finditer(text):
        name = folded(found["season"] or found["part"])
        months = _table().seasons.get(name) or _table().parts[name]
        yield (*found.span(), frozenset(_month(int(found["year"]), month) for month in months))


def dates_from_today(text: str, today: date) -> Iterator[Placed]:
    """The dates that a text tells by how long ago they are."""
    now = today.year * _MONTHS + today.month
    for found in _ago().finditer(text):
        said = found["count"] or found["compte"]
        count = int(said) if said.isdigit() else _numbers()[folded(said)]
        years = found["years"] or found["ans"]
        back, near = (count * _MONTHS, _NEAR_YEARS) if years else (count, _NEAR_MONTHS)
        yield (*found.span(), frozenset(_month(0, now - back + step) for step in range(-near, near + 1)))
    for found in _LAST.finditer(text):
        season = folded(found["season"] or found["saison"] or "")
        before = bool(found["last"] or found["passed"] or found["saison"])
        if not season:
            yield (*found.span(), frozenset({(today.year - before) * 100.0}))
            continue
        months = _table().seasons[season]
        # Last summer is that of this year where it is over.
        years_meant = {today.year - before} | ({today.year} if max(months) < today.month else set())
        yield (*found.span(), frozenset(_month(year, month) for year in years_meant for month in months))


def _month(year: int, month: int) -> float:
    whole = year * _MONTHS + month - 1
    return whole // _MONTHS * 100.0 + whole % _MONTHS + 1


class _Table(msgspec.Struct, frozen=True):
    """`seasons` and `parts` of a year to the numbers of their months. Month 0 and -1 are those before January: a winter is of the year
    that it begins or ends in."""

    seasons: dict[str, tuple[int, ...]]
    parts: dict[str, tuple[int, ...]]


@functools.cache
def _table() -> _Table:
    return msgspec.json.decode(resource("lexicon/date_parts.json").read_bytes(), type=_Table)


@functools.cache
def _numbers() -> dict[str, int]:
    numbers = {word: int(value) for word, value in claim_words().numbers.items() if value == int(value)}
    return {**numbers, "a": 1, "one": 1, "un": 1, "une": 1, "neuf": 9}


@functools.cache
def _ago() -> re.Pattern[str]:
    number = rf"\d{{1,2}}|{either(_numbers())}"
    return re.compile(
        rf"(?<![\w-])(?:(?P<count>{number})\s(?:(?P<years>years?)|months?)\sago"
        rf"|(?:il\sy\sa|voilà)\s(?P<compte>{number})\s(?:(?P<ans>ans?|années?)|mois))(?!\w)",
        re.IGNORECASE,
    )


@functools.cache
def _named() -> re.Pattern[str]:
    table = _table()
    return re.compile(
        rf"(?<![\w’'])(?:(?:the\s|l[’'])?(?P<season>{either(table.seasons)})|(?P<part>{either(table.parts)}))"
        r"(?:,?\s(?:of\s|de\s(?:l[’']année\s)?)?|-)(?P<year>(?:19[3-9]|20[0-4])\d)(?![\w/-]|[.,]\d)",
        re.IGNORECASE,
    )
