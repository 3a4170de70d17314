"""Claims that only a fact with a word of the same meaning supports: the kind of a contract, the class of a degree
(resources/lexicon/claim_families.json)."""

import functools
import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.sentences import Found, whole_words
from jobmatch_desktop.resources import resource

_COMMITTEE = re.compile(r"\s(?:the\s|an?\s)?((?:\w+\s){1,3}(?:committee|board|council|panel))(?!\w)", re.IGNORECASE)
"""A committee by its name, which a fact may name."""


class _Family(msgspec.Struct, frozen=True):
    kind: str
    said: tuple[str, ...]
    known: tuple[str, ...]


def family_claims(words: str, index: FactIndex, goal: bool) -> Iterator[Found]:
    """The words of the families in a sentence; those for contracts may be of the one that is the `goal`."""
    if not _any().search(words):
        return
    for kind, said, known in _patterns():
        for found in () if goal and kind == "scope" else said.finditer(words):
            facts = tuple(fact.id for fact in index.facts if known.search(fact.text))
            if not facts and (named := _COMMITTEE.match(words, found.end())):
                facts = index.saying(named[1])
            yield Found(
                *found.span(),
                kind,
                tuple(fact for fact in facts if kind != "degree" or index.kinds[fact].startswith("education.")),
            )


@functools.cache
def _families() -> tuple[_Family, ...]:
    return msgspec.json.decode(resource("lexicon/claim_families.json").read_bytes(), type=tuple[_Family, ...])


@functools.cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((one.kind, whole_words(one.said), whole_words(one.known)) for one in _families())


@functools.cache
def _any() -> re.Pattern[str]:
    return whole_words([word for one in _families() for word in one.said])
