"""Numbers that the facts give together: how many there are of something, and how far two of one fact are apart."""

import itertools
import re

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import entry_of
from jobmatch_desktop.evidence.quantities import Quantity, quantities

_COUNTED = {
    "language": "language.name",
    "employer": "work.organisation",
    "project": "project.name",
    "degree": "education.degree",
}
_SAME = 1e-6
_ROUNDED = 0.5
_NEARLY = 0.95
_NEAR = 25


def with_difference(index: FactIndex, quantity: Quantity) -> tuple[str, ...]:
    """Facts of which two percentages or numbers are so far apart."""
    return tuple(
        fact
        for fact, values in _numbers(index).items()
        if any(
            abs(abs(one - other) - wanted) < _SAME
            for one, other in itertools.combinations(values, 2)
            for wanted in quantity.values
        )
    )


def with_change(index: FactIndex, quantity: Quantity, least: float, most: float) -> tuple[str, ...]:
    """Facts of which one number is by so many percent less or more than another: from 14 to 5 it fell by well over half."""
    return tuple(
        fact
        for fact, values in _numbers(index).items()
        if any(
            least * wanted - _ROUNDED <= 100 * abs(one - other) / one <= most * wanted + _ROUNDED
            for one, other in itertools.permutations(values, 2)
            if one
            for wanted in quantity.values
        )
    )


def with_ratio(index: FactIndex, times: float, most: float) -> tuple[str, ...]:
    """Facts of which one number is so many times another, or up to `most` times as often."""
    return tuple(
        fact
        for fact, values in _numbers(index).items()
        if any(
            _NEARLY * times <= one / other <= most * times / _NEARLY
            for one, other in itertools.permutations(values, 2)
            if other
        )
    )


def with_sum(index: FactIndex, quantity: Quantity, noun: re.Pattern[str]) -> tuple[str, ...]:
    """Facts in which the numbers before such a noun are so many together."""
    found: list[str] = []
    for fact, text in index.texts.items():
        counted = [
            min(one.values)
            for one in quantities(text)
            if one.kind == "number" and noun.search(text, one.end, one.end + _NEAR)
        ]
        if len(counted) > 1 and sum(counted) in quantity.values:
            found.append(fact)
    return tuple(found)


def _numbers(index: FactIndex) -> dict[str, list[float]]:
    """The numbers and percentages of each fact."""
    found: dict[str, list[float]] = {}
    for fact, known in (*index.quantities.get("number", ()), *index.quantities.get("percent", ())):
        found.setdefault(fact, []).extend(known.values)
    return found


def with_count(index: FactIndex, quantity: Quantity, kind: str) -> tuple[str, ...]:
    """Facts that name so many certificates, awards, publications, patents, projects, languages or employers, where there are at
    least as many."""
    if kind in _COUNTED:
        names = [fact for fact in index.kinds if index.kinds[fact] == _COUNTED[kind]]
    else:
        names = [
            fact
            for fact in index.cued.get(kind, ())
            if index.kinds[fact].rpartition(".")[2] == "name"
            and (kind == "patent" or (kind == index.kinds[fact].partition(".")[0] and not _is_patent(index, fact)))
        ]
    return tuple(names) if 0 < max(quantity.values) <= len(names) else ()


def _is_patent(index: FactIndex, fact: str) -> bool:
    """Whether a publication is a patent."""
    entry = entry_of(fact)
    return any(entry_of(one) == entry for one in index.cued["patent"])
