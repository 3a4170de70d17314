"""How high a prize or an author stands, by the words for it: who was second is not first (resources/lexicon/ranks.json)."""

import functools
import re
from collections.abc import Iterable, Iterator

import msgspec

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content
from jobmatch_desktop.evidence.sentences import Found, whole_words
from jobmatch_desktop.resources import resource

_LAST = 4
_SECOND = 2
_REGION = 3
_NATION = 4


def is_above(said: str, known: str) -> bool:
    """Whether a text says a higher rank than the other gives. Where the other gives none, none is higher."""
    given = _firm(known)
    if given is None:
        return False
    claimed = _firm(said)
    if claimed is not None:
        return claimed < given
    return (given >= _SECOND and _pattern("winner").search(said) is not None) or (
        given == _LAST and _pattern("any").search(said) is not None
    )


def is_another(said: str, known: Iterable[str]) -> bool:
    """Whether a text says to be the best, or that of a year, and none of the others does."""
    others = tuple(known)
    return any(
        pattern.search(said) is not None and not any(pattern.search(other) for other in others)
        for pattern in (_pattern("best"), *_periods())
    )


def is_wider(said: str, known: str) -> bool:
    """Whether a text tells of a wider reach than the other: a national prize is more than a regional one. Where the other tells of none,
    a nation and more is wider."""
    claimed = max(_reaches(said), default=0)
    given = max(_reaches(known), default=_REGION)
    return claimed > given


def _reaches(text: str) -> list[int]:
    return [level for level, pattern in _reach().items() if pattern.search(text)]


def reach_claims(words: str, index: FactIndex, translated: bool) -> Iterator[Found]:
    """The words that say something was done in all a country or the world. A fact that reaches as far, and tells of the same, has it."""
    for found in _adverbs().finditer(words):
        level = max(_reaches(found[0]), default=_NATION)
        about = content(words.replace(found[0], " ")) - index.employers
        facts = (
            fact
            for fact, text in index.texts.items()
            if max(_reaches(text), default=0) >= level and (translated or about & index.words[fact])
        )
        yield Found(*found.span(), "scope", tuple(facts), why="all")


def _firm(text: str) -> int | None:
    return next((int(rank) for rank, pattern in _ranks().items() if pattern.search(text)), None)


class _Table(msgspec.Struct, frozen=True):
    firm: dict[str, tuple[str, ...]]
    winner: tuple[str, ...]
    any: tuple[str, ...]
    best: tuple[str, ...]
    reach: dict[str, tuple[str, ...]]
    adverbs: tuple[str, ...]
    periods: tuple[tuple[str, ...], ...]


@functools.cache
def _table() -> _Table:
    return msgspec.json.decode(resource("lexicon/ranks.json").read_bytes(), type=_Table)


@functools.cache
def _ranks() -> dict[str, re.Pattern[str]]:
    """The lowest rank first, so that who "won the second prize" is second."""
    return {rank: whole_words(words) for rank, words in sorted(_table().firm.items(), reverse=True)}


@functools.cache
def _reach() -> dict[int, re.Pattern[str]]:
    return {int(level): whole_words(words) for level, words in _table().reach.items()}


@functools.cache
def _adverbs() -> re.Pattern[str]:
    return whole_words(_table().adverbs)


@functools.cache
def _periods() -> tuple[re.Pattern[str], ...]:
    return tuple(map(whole_words, _table().periods))


@functools.cache
def _pattern(name: str) -> re.Pattern[str]:
    return whole_words(getattr(_table(), name))
