"""A date as a résumé gives it: a year, a month of a year, or a day."""

import re
from datetime import date

import msgspec

_FORM = re.compile(r"([12]\d{3})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


class PartialDate(msgspec.Struct, frozen=True, order=True):
    """`month` and `day` are 0 where not given, so that a bare year sorts before its months."""

    year: int
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        """`2014`, `2014-03` or `2014-03-09`: the three forms of JSON Resume's schema 1.0."""
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part)


def parse_date(text: str) -> PartialDate | None:
    """The date in one of JSON Resume's forms (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`), else None: also for a day no calendar has."""
    found = _FORM.fullmatch(text.strip())
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    if day:
        try:
            date(year, month, day)
        except ValueError:
            return None
    return PartialDate(year, month, day)
