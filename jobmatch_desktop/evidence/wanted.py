"""What an offer wants, as weighted terms."""

import enum
import functools
import re

import msgspec

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.resources import resource


class Level(enum.StrEnum):
    """How much an offer wants something: a requirement, a duty of the job, a wish, a word about the employer."""

    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    AROUND = "around"


WEIGHTS = {Level.MUST: 3.0, Level.DUTY: 2.0, Level.NICE: 1.5, Level.AROUND: 0.5}
"""What a skill counts, by its level."""

WORD_SHARE = 0.15
"""What a word that names no skill counts, of its level's weight."""

IN_TITLE = 4.0
"""What a skill in the offer's title counts; a word of it counts a quarter."""


class Term(msgspec.Struct, frozen=True):
    """Something the offer wants. `key` is the lexicon's name of a skill, or the stem of a word; `words` is how the
    offer says it."""

    key: str
    words: str
    weight: float
    level: Level
    skill: bool


_HEADS = (("nice", Level.NICE), ("around", Level.AROUND), ("must", Level.MUST), ("duty", Level.DUTY))
_NICE_WITHIN = "nice_within"
_LONGEST_HEAD = 60
_CHARACTERS_READ = 30_000
_LINE_MARK = re.compile(r"^[\s\-–—*•·#>=\d.)]+")


def wanted(offer: Offer) -> tuple[Term, ...]:
    """What the offer wants, heaviest first; each thing once, at its highest level. Pure, any thread.

    The first 30,000 characters are read: five long offers' worth.
    """
    terms: dict[tuple[str, bool], Term] = {}
    for line, level in _lines(offer.text[:_CHARACTERS_READ]):
        _add(terms, line, WEIGHTS[level], WEIGHTS[level] * WORD_SHARE, level)
    _add(terms, offer.title, IN_TITLE, IN_TITLE / 4, Level.MUST)
    return tuple(sorted(terms.values(), key=lambda term: (-term.weight, not term.skill, term.key)))


def _add(terms: dict[tuple[str, bool], Term], text: str, skill_weight: float, word_weight: float, level: Level) -> None:
    reading = lexicon.read(text)
    found = [Term(skill.name, skill.words, skill_weight, level, True) for skill in reading.skills]
    found += [Term(word, word, word_weight, level, False) for word in reading.stems if not word.isdigit()]
    for term in found:
        known = terms.get((term.key, term.skill))
        if known is None or known.weight < term.weight:
            terms[term.key, term.skill] = term


def _lines(text: str) -> list[tuple[str, Level]]:
    """The distinct lines (a wish within a line stands apart from it), each with the level of the section it is in."""
    heads = _heads()
    level = Level.DUTY
    found: dict[tuple[str, Level], None] = {}
    for raw in text.splitlines():
        line = _LINE_MARK.sub("", raw).strip()
        if not line:
            continue
        level = _head(line, raw) or level
        for part in re.split(r"(?<=[.;])\s+|\s[—–]\s", line) if len(line) > _LONGEST_HEAD else [line]:
            found[part, Level.NICE if level is Level.MUST and heads[_NICE_WITHIN].search(part) else level] = None
    return list(found)


def _head(line: str, raw: str) -> Level | None:
    """The level of the section that a line begins: a short line without a stop, or what stands before a colon."""
    head, colon, _ = line.partition(":")
    if not colon and (line.endswith((".", ";", ",")) or raw.lstrip().startswith(("-", "*", "•", "–"))):
        return None
    head = head if colon else line
    if len(head) > _LONGEST_HEAD or (not colon and len(line.split()) > 8):
        return None
    return next((level for name, level in _HEADS if _heads()[name].search(head)), None)


@functools.cache
def _heads() -> dict[str, re.Pattern[str]]:
    """What the head of a section of each kind has, and a line that only wishes (resources/lexicon/offer_heads.json)."""
    patterns = msgspec.json.decode(resource("lexicon/offer_heads.json").read_bytes(), type=dict[str, list[str]])
    return {name: re.compile("|".join(listed), re.I) for name, listed in patterns.items()}
