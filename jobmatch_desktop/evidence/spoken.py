"""Spoken languages and how well, in English and French (resources/lexicon/spoken_languages.json)."""

import functools
import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.evidence.sentences import folded, whole_words
from jobmatch_desktop.resources import resource

_PART = re.compile(r"[,;:()·|–—\n]|\s-\s|/|\s(?:and|et|but|mais|ainsi que|as well as)\s", re.IGNORECASE)
_JOINS = re.compile(r"[,/]|\s(?:and|et|ainsi que|as well as)\s", re.IGNORECASE)
NOT_SAID = 0.0
"""The rank of a level that is not said."""


class Spoken(msgspec.Struct, frozen=True):
    """A language that a text names: its code, the rank of the level (0 where not said, 7 a mother tongue), and where both stand
    (code points)."""

    code: str
    rank: float
    start: int
    end: int


class _Part(msgspec.Struct):
    start: int
    end: int
    languages: list[re.Match[str]]
    levels: list[re.Match[str]]
    joined: bool


def spoken_languages(text: str) -> list[Spoken]:
    """The languages of a text with their levels: `fluent in English and French`, `anglais (B1)`, `German: native`."""
    found: list[Spoken] = []
    if not _languages().search(text):
        return found
    inherited: re.Match[str] | None = None
    parts = list(_parts(text))
    for number, part in enumerate(parts):
        if not part.languages:
            if part.levels or not part.joined:
                inherited = None
            continue
        level = _nearest(part.levels, part.languages[0])
        following = parts[number + 1] if number + 1 < len(parts) else None
        if level is None and following and not following.joined and following.levels and not following.languages:
            level = following.levels[0]
        elif level is None and part.joined:
            level = inherited
        several = len(part.languages) > 1 and len(part.levels) > 1
        for language in part.languages:
            level = _nearest(part.levels, language) if several else level
            own = [
                one for one in (language, *([level] if level in part.levels or level is not inherited else [])) if one
            ]
            start, end = min(one.start() for one in own), max(one.end() for one in own)
            found.append(Spoken(_codes()[folded(language[0])], _rank(level), start, end))
        inherited = level if level is None or level.start() < part.languages[0].start() else None
    return found


def level_of(text: str) -> float:
    """The rank of the highest level that a text names; 0 where it names none."""
    return max((_rank(level) for level in _levels().finditer(text)), default=NOT_SAID)


def is_about_speaking(text: str) -> bool:
    """Whether a text has a word of a level or of speaking."""
    return _speaking().search(text) is not None


def _parts(text: str) -> Iterator[_Part]:
    start, joined = 0, False
    for mark in [*_PART.finditer(text), None]:
        end = mark.start() if mark else len(text)
        yield _Part(
            start,
            end,
            list(_languages().finditer(text, start, end)),
            list(_levels().finditer(text, start, end)),
            joined,
        )
        if mark:
            start, joined = mark.end(), bool(_JOINS.fullmatch(mark[0]))


def _nearest(levels: list[re.Match[str]], language: re.Match[str]) -> re.Match[str] | None:
    return min(levels, key=lambda one: abs(one.start() - language.start()), default=None)


def _rank(level: re.Match[str] | None) -> float:
    return _table().levels[folded(level[0])] if level else NOT_SAID


class _Table(msgspec.Struct, frozen=True):
    languages: dict[str, tuple[str, ...]]
    levels: dict[str, float]
    cues: tuple[str, ...]


@functools.cache
def _table() -> _Table:
    return msgspec.json.decode(resource("lexicon/spoken_languages.json").read_bytes(), type=_Table)


@functools.cache
def _codes() -> dict[str, str]:
    names = {name: code for code, names in _table().languages.items() for name in names}
    return names | {f"{name}-speaking": code for name, code in names.items()}


@functools.cache
def _languages() -> re.Pattern[str]:
    return whole_words(_codes())


@functools.cache
def _levels() -> re.Pattern[str]:
    return whole_words(_table().levels)


@functools.cache
def _speaking() -> re.Pattern[str]:
    return whole_words([*_table().cues, *_table().levels])
