"""The words of dates, in English and French (resources/dates.json)."""

import functools

import msgspec

from jobmatch_desktop.resources import resource


class DateWords(msgspec.Struct, frozen=True):
    """In small letters, with accents and without. `months` to 1 to 12; `now` stands for an end that has not come.

    `until`, `since` and `at` go before a date, `between` stands between two, `about` makes one vague.
    """

    months: dict[str, int]
    now: frozenset[str]
    until: tuple[str, ...]
    at: tuple[str, ...]
    about: tuple[str, ...]
    between: tuple[str, ...]
    since: tuple[str, ...] = msgspec.field(name="from")


@functools.cache
def date_words() -> DateWords:
    """The table, read once. Raises `FileNotFoundError` in a broken installation."""
    return msgspec.json.decode(resource("dates.json").read_bytes(), type=DateWords)
