"""Plain words, which tell nothing of a trade, and the parts of a sentence that are judged by their other words
(resources/lexicon/plain_words.json)."""

import functools
import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.sentences import whole_words
from jobmatch_desktop.resources import resource

_MARKS = re.compile(
    r"\s*[,;:]\s+|\s*[()]\s*[,;:]?\s*|\s(?:and|et|ainsi que|as well as|puis|then|but|mais)\s|\s[–—-]\s|[.!?]\s*$"
    r"|^\s*(?:[-*+•]\s+)?"
)


class PlainWords(msgspec.Struct, frozen=True):
    """`personal` words make a sentence of their own of a part. The stems of words `telling_nothing`, of `objects` that are of any trade
    too, and of `verbs` that may have any object."""

    personal: re.Pattern[str]
    telling_nothing: frozenset[str]
    objects: frozenset[str]
    verbs: frozenset[str]


@functools.cache
def plain_words() -> PlainWords:
    """The table; any thread."""
    listed = msgspec.json.decode(resource("lexicon/plain_words.json").read_bytes(), type=dict[str, list[str]])
    stems = (frozenset(map(lexicon.stem, listed[key])) for key in ("telling_nothing", "plain_objects", "plain_verbs"))
    return PlainWords(whole_words(listed["personal"]), *stems)


def parts_of(words: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a sentence begin and end, between commas, "and" and the like."""
    start = 0
    for begin, end in [*(mark.span() for mark in _MARKS.finditer(words)), (len(words), len(words))]:
        if begin > start:
            yield start, begin
        start = end
