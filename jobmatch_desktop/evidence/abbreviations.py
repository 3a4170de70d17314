"""Abbreviations of what the facts tell in full: FCR of first-contact resolution, PC of a permis de construire."""

import functools
import re

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.evidence.fact_reading import initials_of

_SENTENCES = re.compile(r"[.;:,()]\s|\n")
_SURE = 3
_FACTS_REMEMBERED = 8


def abbreviated(
    letters: str, facts: tuple[Fact, ...], about: frozenset[str], words: dict[str, frozenset[str]]
) -> tuple[str, ...]:
    """The ids of the facts in which words in a row begin with the letters; with two letters alone those that share one of the stems
    `about` (`words` are the stems of each fact)."""
    wanted = letters.replace(".", "").casefold()
    found = tuple(fact for fact, initials in _initials(facts) if any(wanted in row for row in initials))
    return found if len(wanted) >= _SURE else tuple(fact for fact in found if words[fact] & about)


@functools.lru_cache(_FACTS_REMEMBERED)
def _initials(facts: tuple[Fact, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((fact.id, tuple(map(initials_of, _SENTENCES.split(fact.text)))) for fact in facts if " " in fact.text)
