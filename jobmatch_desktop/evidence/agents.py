"""What a sentence says afterwards to have been the person's: "was written by me", "porte ma signature", "under my direction"
(resources/lexicon/agents.json)."""

import functools
import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.role_words import verbs, weak
from jobmatch_desktop.evidence.roles import kind_of, supporting, thing_of
from jobmatch_desktop.evidence.sentences import Found, before, clause_at, folded, is_denied, whole_words
from jobmatch_desktop.resources import resource

_VERB = re.compile(
    r"(?:^|[\s’'])(?P<verb>(?P<participle>[^\W\d_]+)(?:\s(?:en place|en œuvre|sur pied|au point|up|out|together|down))?)"
    r"\s(?:(?:\w+ly|\w+ment|en entier|tout|toute)\s)?$",
    re.IGNORECASE,
)
_PARTLY = re.compile(
    r"\s(?:partly|partially|mostly|largely|in part|en partie|en grande partie|partiellement|jointly|conjointement)\s$",
    re.IGNORECASE,
)
_AND_OTHERS = re.compile(r"\s(?:and|et|with|avec|together|jointly|en binôme)(?!\w)", re.IGNORECASE)
_ENDED = re.compile(r"\w{3,}(?:ed|ée?s?)", re.IGNORECASE)
_BEGINNING = re.compile(
    r"^\W*(?:(?:this|that|it|ce|cela|c[’']est|c[’']était|il|elle|who|which)\s)?"
    r"(?:is|was|are|were|has been|have been|est|était|sont|a été|ont été)?\s*",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:[^\W\d_]*[\s’'])?(?:l[’']ai|les ai|l[’']avais)\s$", re.IGNORECASE)
_NO_OBJECT = re.compile(r"\s*(?:[.,;:!?)]|$)")
_THAT = re.compile(r"\s(?:it|them|all of it)\s*(?:[.,;:!?)]|$)", re.IGNORECASE)
_REACH = 60


def agent_claims(words: str, index: FactIndex, translated: bool) -> Iterator[Found]:
    """The words for the person's own part that stand after what it was a part in, and such verbs with a pronoun for that."""
    if words.lstrip().startswith("#"):
        return
    for found in _by_me().finditer(words):
        leading = before(words, found.start(), _REACH)
        verb = _VERB.search(leading)
        if verb is None or not _is_participle(verb["participle"]) or _PARTLY.search(leading):
            continue
        if weak().search(verb["verb"]) or _AND_OTHERS.match(words, found.end()):
            continue
        start = found.start() - len(verb[0]) + verb.start("verb") - verb.start()
        yield from _claim(words, start, found.end(), kind_of(folded(verb["verb"]), "") or "make", index, translated)
    for kind, pattern in (("make", _made()), ("decide", _led())):
        for found in pattern.finditer(words):
            yield from _claim(words, *found.span(), kind, index, translated)
    for verb in verbs().finditer(words):
        told = _THAT.match(words, verb.end()) or (
            _NO_OBJECT.match(words, verb.end()) and _PRONOUN.search(before(words, verb.start()))
        )
        part = kind_of(folded(verb[0]), " the ")
        if told and part:
            yield from _claim(words, *verb.span(), part, index, translated)


def _claim(words: str, start: int, end: int, kind: str, index: FactIndex, translated: bool) -> Iterator[Found]:
    if is_denied(words, start):
        return
    clause = clause_at(words, start)
    place = max(words.find(clause), 0)
    around = words[place:start] + " " + words[end : place + len(clause)]
    thing = thing_of(_BEGINNING.sub("", around), index, translated)
    if not thing.stems:
        thing = thing_of(_BEGINNING.sub("", words[:start]), index, translated)
    facts = supporting(kind, thing, "", index, translated)
    if facts is not None:
        made = kind in ("make", "found")
        yield Found(start, end, "authorship" if made else "scope", facts, why="make" if made else "led")


def _is_participle(word: str) -> bool:
    return folded(word) in _table().participles or _ENDED.fullmatch(word) is not None


class _Table(msgspec.Struct, frozen=True):
    """`by_me` stand after a participle, `made` and `led` for themselves; `participles` are those that no ending tells."""

    by_me: tuple[str, ...]
    made: tuple[str, ...]
    led: tuple[str, ...]
    participles: frozenset[str]


@functools.cache
def _table() -> _Table:
    return msgspec.json.decode(resource("lexicon/agents.json").read_bytes(), type=_Table)


@functools.cache
def _by_me() -> re.Pattern[str]:
    return whole_words(_table().by_me)


@functools.cache
def _made() -> re.Pattern[str]:
    return whole_words(_table().made)


@functools.cache
def _led() -> re.Pattern[str]:
    return whole_words(_table().led)
