"""How well the person is said to know a skill, beside what the facts give (resources/lexicon/skill_levels.json)."""

import functools
import re
from collections.abc import Iterator, Sequence

import msgspec

from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.sentences import Found, folded, whole_words
from jobmatch_desktop.resources import resource

_BETWEEN = re.compile(
    r"^(?!\W*\)|\s*;)\W{0,2}(?:\s?(?:in|of|with|at|user|en|de|du|des|d[’']|sur|sous|avec|à|niveau|level|knowledge|skills|l[’']|la|le|les|the)(?!\w)\s?)*[:(]?\s?$",
    re.IGNORECASE,
)


def level_claims(words: str, skills: Sequence[Found], index: FactIndex) -> Iterator[Found]:
    """The levels above those that the facts give to the skill beside them, each with the skill. A level that no fact gives claims
    nothing."""
    levels = list(_levels().finditer(words)) if skills else []
    for level in levels:
        rank = _table()[folded(level[0])]
        beside = next((skill for skill in skills if _is_beside(words, level, skill)), None)
        known = _known(beside.facts, index) if beside else {}
        if beside and known and max(known.values()) < rank:
            yield Found(min(level.start(), beside.start), max(level.end(), beside.end), "skill", (), why="level")


def _is_beside(words: str, level: re.Match[str], skill: Found) -> bool:
    between = words[level.end() : skill.start] if level.start() < skill.start else words[skill.end : level.start()]
    return not (level.start() < skill.end and skill.start < level.end()) and _BETWEEN.match(between) is not None


def _known(facts: Sequence[str], index: FactIndex) -> dict[str, int]:
    """The levels of the facts of a skill, by the fact that gives each: that of the entry, or one that stands beside the name."""
    given: dict[str, int] = {}
    for fact in facts:
        path = fact.partition("/keywords")[0].removesuffix("/name") + "/level"
        for one in (path, fact):
            if level := _levels().search(index.texts.get(one, "")):
                given[one] = _table()[folded(level[0])]
    return given


@functools.cache
def _table() -> dict[str, int]:
    listed = msgspec.json.decode(resource("lexicon/skill_levels.json").read_bytes(), type=dict[str, list[str]])
    return {word: int(rank) for rank, words in listed.items() for word in words}


@functools.cache
def _levels() -> re.Pattern[str]:
    return whole_words(_table())
