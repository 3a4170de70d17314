"""A match as it is told: what was asked, where it stands in the offer, the facts in their words, and what rose."""

from collections.abc import Iterable, Sequence

import msgspec

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.evidence.matching import Answered, Match

_TITLES = {
    "work": ("position", "name"),
    "volunteer": ("position", "organization"),
    "education": ("institution",),
    "projects": ("name",),
    "skills": ("name",),
}
"""Sections whose lines are told with what they stand in, and the fields that name it."""

_WITH_LEVEL = {"languages": ("language", "fluency"), "education": ("studyType", "area")}
"""Sections of which one line alone says too little, and the fields that are told as one."""


class FactLine(msgspec.Struct, frozen=True):
    """A fact as one line: its `text`, and what it stands in (`Software engineer, Hooli`), empty where it stands by itself."""

    id: str
    text: str
    within: str = ""


def fact_lines(facts: Sequence[Fact], ids: Iterable[str]) -> dict[str, FactLine]:
    """The facts with these ids, by id; an id of no fact is left out. Pure, any thread."""
    texts = {fact.id: fact.text for fact in facts}
    return {one: _line(one, texts) for one in dict.fromkeys(ids) if one in texts}


def rose(before: Match, after: Match) -> tuple[Answered, ...]:
    """The requirements of `after` that are answered better than the same words were before, in their order."""
    known = {one.requirement.text: one.strength for one in before.requirements}
    return tuple(one for one in after.requirements if one.strength > known.get(one.requirement.text, one.strength))


def _line(fact: str, texts: dict[str, str]) -> FactLine:
    section, _, rest = fact.partition("/")
    place = f"{section}/{rest.partition('/')[0]}"
    if (fields := _WITH_LEVEL.get(section)) and rest.rpartition("/")[2] in fields:
        text = ", ".join(said for field in fields if (said := texts.get(f"{place}/{field}")))
    else:
        text = texts[fact]
    named = (texts.get(f"{place}/{field}", "") for field in _TITLES.get(section, ()))
    return FactLine(fact, text, ", ".join(name for name in named if name and name != text))
