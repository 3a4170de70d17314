"""What a sentence says of the person's languages."""

import re
from collections.abc import Iterator

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.sentences import Found, before
from jobmatch_desktop.evidence.spoken import NOT_SAID, is_about_speaking, spoken_languages

_IN = re.compile(r"(?<!\w)en\s$", re.IGNORECASE)
"""French before a language that something is done in; a country has a capital."""


def language_claims(words: str, index: FactIndex, alone: bool) -> Iterator[Found]:
    """The languages that a sentence says the person has, each at its level. Where no word is of a level or of speaking, and the
    sentence is no list (`alone`), any fact that has the word will do, and in small letters it claims nothing."""
    found = spoken_languages(words)
    speaks = bool(found) and (alone or is_about_speaking(words))
    for spoken in found:
        said = words[spoken.start : spoken.end]
        in_it = _IN.search(before(words, spoken.start)) is not None and spoken.code != index.language
        if spoken.rank or speaks or in_it:
            facts = _with_language(index, spoken.code, spoken.rank)
            known = facts or _with_language(index, spoken.code, NOT_SAID)
            yield Found(spoken.start, spoken.end, "language", facts, why="level" if known and not facts else "")
        elif said[0].isupper():
            facts = index.saying(said) or _with_language(index, spoken.code, NOT_SAID)
            yield Found(spoken.start, spoken.end, "language", facts)


def _with_language(index: FactIndex, code: str, rank: float) -> tuple[str, ...]:
    """Facts that give the language at that level or above."""
    return tuple(
        dict.fromkeys(fact for ids, known in index.spoken if known.code == code and known.rank >= rank for fact in ids)
    )
