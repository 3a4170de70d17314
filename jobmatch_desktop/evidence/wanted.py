"""What an offer wants, as weighted terms."""

import msgspec

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.offer_reading_lines import Level, parts, pieces

__all__ = ["IN_TITLE", "WEIGHTS", "WORD_SHARE", "Level", "Term", "wanted"]


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


def wanted(offer: Offer, added: Added = ()) -> tuple[Term, ...]:
    """What the offer wants, heaviest first, what the person noted beside its text included; each thing once, at its highest level.

    The first 30,000 characters are read: five long offers' worth. `added` are skills that the person added to the
    lexicon. Pure, any thread.
    """
    terms: dict[tuple[str, bool], Term] = {}
    for line, level in _lines(offer.text, added):
        _add(terms, lexicon.read(line, added), WEIGHTS[level], WEIGHTS[level] * WORD_SHARE, level)
    for requirement in offer.requirements or ():
        level = Level(requirement.level)
        _add(terms, lexicon.read(requirement.text, added), WEIGHTS[level], WEIGHTS[level] * WORD_SHARE, level)
    _add(terms, lexicon.read(offer.title, added), IN_TITLE, IN_TITLE / 4, Level.MUST)
    return tuple(sorted(terms.values(), key=lambda term: (-term.weight, not term.skill, term.key)))


def _add(
    terms: dict[tuple[str, bool], Term], reading: lexicon.Reading, skill_weight: float, word_weight: float, level: Level
) -> None:
    found = [Term(skill.name, skill.words, skill_weight, level, True) for skill in reading.skills]
    found += [Term(word, word, word_weight, level, False) for word in reading.stems if not word.isdigit()]
    for term in found:
        known = terms.get((term.key, term.skill))
        if known is None or known.weight < term.weight:
            terms[term.key, term.skill] = term


def _lines(text: str, added: Added) -> list[tuple[str, Level]]:
    """The distinct pieces, each with the level of the section it is in; a wish among requirements is a wish."""
    found: dict[tuple[str, Level], None] = {}
    for piece in pieces(text, added):
        level = piece.section or Level.DUTY
        for text, _, wished in parts(piece):
            found[text, Level.NICE if level is Level.MUST and wished else level] = None
    return list(found)
