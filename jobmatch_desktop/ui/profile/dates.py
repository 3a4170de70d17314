"""Dates of the profile: shown as people write them, taken as they type them."""

import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from jobmatch_desktop.domain.partial_date import parse_date
from jobmatch_desktop.domain.profile import When
from jobmatch_desktop.formats.written_dates import dates_in
from jobmatch_desktop.writing.dates import is_now

GOES_ON = "Present"
"""What stands for an end that has not come, in a JSON Resume document."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("ProfileDates", words)


def shown_date(text: str, goes_on: bool = False) -> str:
    """`Mar 2020`, `2020`, `present`, or the words themselves where they are no date; `goes_on` where nothing is said of the end."""
    if goes_on or is_now(When(text, None)):
        return _tr("present")
    date = parse_date(text)
    if date is None:
        return text
    if not date.month:
        return str(date.year)
    day = QDate(date.year, date.month, date.day or 1)
    return QLocale().toString(day, "d MMM yyyy" if date.day else "MMM yyyy")


def typed_date(words: str) -> str:
    """What is kept of a date that was typed: the schema's form, `Present`, or the words as they are where they are neither."""
    plain = " ".join(words.split())
    if not plain or parse_date(plain) is not None:
        return plain
    if plain == _tr("present") or is_now(When(plain, None)):
        return GOES_ON
    found = dates_in(plain)
    if found is None or found.vague or found.rest or (found.end and found.start) or found.goes_on:
        return plain
    return found.single or found.start or found.end or plain


def starts_after_end(start: str, end: str) -> bool:
    """Whether two dates are in the wrong order."""
    first, last = parse_date(start), parse_date(end)
    if first is None or last is None:
        return False
    if not first.month or not last.month:
        return first.year > last.year
    if not first.day or not last.day:
        return (first.year, first.month) > (last.year, last.month)
    return datetime.date(first.year, first.month, first.day) > datetime.date(last.year, last.month, last.day)
