"""Dates as they stand in a CV and in a letter."""

import datetime

from jobmatch_desktop.domain.partial_date import PartialDate
from jobmatch_desktop.domain.profile import When
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.writing.wording import Wording

_MONTH_FIRST = frozenset({"US", "USA", "UNITED STATES", "CA", "CANADA", "PH"})


def is_now(when: When | None) -> bool:
    """Whether an end is a word for "still"."""
    return (
        when is not None and when.date is None and _one_line(when.text).casefold().replace("’", "'") in date_words().now
    )


def is_over(when: When | None, today: datetime.date) -> bool:
    """Whether an end is a date that has passed: the month or year of today counts as passed."""
    return when is not None and when.date is not None and (when.date <= PartialDate(today.year, today.month, today.day))


def short(when: When, words: Wording) -> str:
    """`Dec 2013`, `2013`, or the words themselves where they are no date."""
    if is_now(when):
        return words.until_now
    return _date(when.date, words.months_short) if when.date else _one_line(when.text)


def ended(end: When, words: Wording) -> str:
    """`May 2019`, in full: when something was finished, for a sentence."""
    return _date(end.date, words.months) if end.date else short(end, words)


def span(start: When | None, end: When | None, words: Wording) -> str:
    """`Dec 2013 – Dec 2014` for the details line of an entry, `""` where neither is given."""
    first = short(start, words) if start else ""
    last = short(end, words) if end else ""
    if first and last:
        return first if first == last else f"{first} – {last}"
    if first:
        is_date = start is not None and start.date is not None
        return words.cv["from"].format(date=first, of_date=_of(first)) if is_date else first
    if last and end is not None and end.date is not None:
        return words.cv["until"].format(date=last)
    return last


def during(start: When | None, end: When | None, words: Wording) -> str:
    """`from June to September 2024`, `since March 2018`, for a sentence; `""` where there is no date to tell."""
    if (start and not start.date) or (end and not end.date and not is_now(end)):
        return f"({span(start, end, words)})"
    first = _date(start.date, words.months) if start and start.date else ""
    last = _date(end.date, words.months) if end and end.date else ""
    if first and last:
        if first == last:
            return words.dates["within"].format(date=first)
        year = f" {end.date.year}" if end and end.date else ""
        both_months = start and start.date and start.date.month and end and end.date and end.date.month
        start_words = first.removesuffix(year) if both_months else first
        return words.dates["from_to"].format(start=start_words, of_start=_of(start_words), end=last)
    if first:
        return words.dates["since" if is_now(end) else "from"].format(start=first, of_start=_of(first))
    return words.dates["until"].format(end=last) if last else ""


def today_line(today: datetime.date, place: str, country: str, words: Wording) -> str:
    """Today's date as a letter gives it, by the language's and the country's habit."""
    template = words.dates["today_month_first" if is_month_first(country) else "today"]
    day = "1er" if today.day == 1 and words.months[0] == "janvier" else str(today.day)
    date = template.format(day=day, month=words.months[today.month - 1], year=today.year)
    if "{place}" not in words.dates["today_at"]:
        return date
    return words.dates["today_at"].format(place=place, date=date) if place else f"Le {date}"


def is_month_first(country: str) -> bool:
    """Whether letters from this country give the month before the day."""
    return country.strip().upper() in _MONTH_FIRST


def _date(date: PartialDate, months: tuple[str, ...]) -> str:
    return f"{months[date.month - 1]} {date.year}" if date.month else str(date.year)


def _of(words: str) -> str:
    """French "de" before a date: "d’août"."""
    return f"d’{words}" if words[0] in "aoAO" else f"de {words}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
