"""Which applications are shown, and in which order. No widgets."""

import enum
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jobmatch_desktop.domain.application import Application, ApplicationStatus


class Column(enum.IntEnum):
    """The columns of the table, from the left."""

    TITLE = 0
    COMPANY = 1
    STATUS = 2
    MATCH = 3
    DEADLINE = 4
    TOUCHED = 5


SORTED = frozenset({Column.TITLE, Column.COMPANY, Column.STATUS, Column.MATCH, Column.TOUCHED})
"""Columns that can be sorted by. A deadline is in the offer's own words, which have no order."""


@dataclass(frozen=True)
class Wanted:
    """What the person wants to see: words to search for, one status or every (None), and the order."""

    words: str = ""
    status: ApplicationStatus | None = None
    column: Column = Column.TOUCHED
    descending: bool = True


def listing(
    applications: Sequence[Application], wanted: Wanted, scores: Mapping[int, float | None] | None = None
) -> list[Application]:
    """The applications that are wanted, in order. Search looks at names, notes and places, whatever case and accents. `scores` are
    matches by application, to sort by; one that has none comes last."""
    words = _plain(wanted.words).split()
    found = [
        application
        for application in applications
        if (wanted.status is None or application.status is wanted.status) and (not words or _holds(application, words))
    ]
    known = scores or {}
    order = _order(wanted.column, known)
    found.sort(key=lambda application: application.changed, reverse=True)
    found.sort(key=order, reverse=wanted.descending)
    if wanted.column in (Column.TITLE, Column.COMPANY):
        found.sort(key=lambda application: not _name(application, wanted.column))
    if wanted.column is Column.MATCH:
        found.sort(key=lambda application: known.get(application.id) is None)
    return found


def _holds(application: Application, words: Sequence[str]) -> bool:
    offer = application.offer
    text = _plain(f"{offer.title}\n{offer.company}\n{offer.place}\n{application.person}\n{application.notes}")
    return all(word in text for word in words)


def _plain(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(letter)
    )


def _order(column: Column, scores: Mapping[int, float | None]) -> Callable[[Application], Any]:
    if column is Column.MATCH:
        return lambda application: scores.get(application.id) or 0.0
    if column is Column.STATUS:
        order = list(ApplicationStatus)
        return lambda application: order.index(application.status)
    if column is Column.TOUCHED:
        return lambda application: application.changed
    return lambda application: _in_order(_name(application, column))


def _in_order(name: str) -> list[tuple[bool, int, str]]:
    """A name's place among names: whatever case and accents, and `9` before `10`."""
    parts = re.split(r"([0-9]+)", _plain(name))
    return [(not part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts if part]


def _name(application: Application, column: Column) -> str:
    return application.offer.title if column is Column.TITLE else application.offer.company
