"""What makes a field doubtful once it stands in its place: words that speak against it, or an entry unlike the others of its section.

The review shows doubtful fields marked; a guess that looks sure would be taken over unseen.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Said
from jobmatch_desktop.formats.cv_lines.vocabulary import (
    degree_score,
    folded,
    is_level,
    organisation_score,
    school_score,
    title_score,
)
from jobmatch_desktop.formats.written_dates import dates_in

_DOUBTFUL = 0.5
_MOST_WORDS = 9
_SHORT = 4
# Of schools: one alone is the rest of a name that went over a line.
_KINDS = frozenset(
    ("academy", "college", "ecole", "faculty", "institut", "institute", "lycee", "school", "universite", "university")
)

# A separator within a field: two things stand in it. A comma or a bracket: perhaps a place after a name.
_PARTED = re.compile(r"\s[|@•–—]\s|\s-\s|:\s")
_TAILED = re.compile(r",\s|\)$")
_MOST_WORDS_OF_SKILL = 4
_MOST_WORDS_OF_LEVEL = 2

_Item = dict[str, Any]


def doubted(resume: dict[str, Any]) -> dict[str, Any]:
    """The document (`Said` as leaves) with less confidence in what is doubtful. Pure."""
    found = dict(resume)
    for field, organisation in (("work", "name"), ("volunteer", "organization")):
        if items := found.get(field):
            found[field] = [_job(item, items, organisation) for item in items]
    if items := found.get("education"):
        found["education"] = [_study(item, items) for item in items]
    if items := found.get("skills"):
        found["skills"] = _skills(items)
    basics = found.get("basics", {})
    place = basics.get("location")
    if isinstance(place, dict) and "address" in place and "city" not in place:
        found["basics"] = {**basics, "location": {key: _less(value) for key, value in place.items()}}
    return found


def _job(item: _Item, items: Sequence[_Item], organisation: str) -> _Item:
    title, name = item.get("position"), item.get(organisation)
    both, times = {"position", organisation}, {"startDate", "endDate"}
    fields: set[str] = set()
    if title and name:
        unsaid = _title(title) == 0 and _name(name) == 0 and not _others_speak(item, items)
        turned = _title(name) > 0 and _title(title) == 0
        # The same post twice with the same employer is rather one name that stands above several posts.
        again = sum(_both(other, organisation) == _both(item, organisation) for other in items) > 1
        if unsaid or turned or again or _is_one_of_several(title, name, item) or _has_employer(title):
            fields |= both
    elif _mostly(items, "position") and _mostly(items, organisation):
        fields |= both
    if any(text and (_PARTED.search(text.text) or text.text[:1].isdigit()) for text in (title, name)):
        fields |= both
    if any(text and (_names_study(text.text) or dates_in(text.text)) for text in (title, name)):
        fields |= both | times
    if name and _TAILED.search(name.text):
        fields.add(organisation)
    fields |= {key for key in both if _reads_like_prose(item.get(key))}
    begun, ended = item.get("startDate"), item.get("endDate")
    if begun and ended and begun.text >= ended.text:
        # A date alone may be half of a time whose other half was not seen.
        fields |= times
    if not begun and not ended and _mostly(items, "startDate"):
        fields |= both
    return {key: _less(value) if key in fields else value for key, value in item.items()}


def _study(item: _Item, items: Sequence[_Item]) -> _Item:
    school, degree, area = item.get("institution"), item.get("studyType"), item.get("area")
    fields: set[str] = set()
    if school and (school_score(school.text) == 0 or degree_score(school.text) > 0 or _PARTED.search(school.text)):
        fields.add("institution")
    if school and (school.text.islower() or folded(school.text) in _KINDS) and len(school.text.split()) == 1:
        fields.add("institution")
    if school and _TAILED.search(school.text):
        fields.add("institution")
    if degree and degree_score(degree.text) == 0:
        fields.add("studyType")
    if degree and not area and any(other.get("area") for other in items):
        fields.add("studyType")
    if any(text and (school_score(text.text) > 0 or _PARTED.search(text.text)) for text in (degree, area)):
        fields |= {"studyType", "area"}
    fields |= {key for key in ("institution", "studyType", "area") if _reads_like_prose(item.get(key))}
    begun, ended = item.get("startDate"), item.get("endDate")
    if begun and ended and begun.text > ended.text:
        fields |= {"startDate", "endDate"}
    return {key: _less(value) if key in fields else value for key, value in item.items()}


def _skills(items: Sequence[_Item]) -> list[_Item]:
    """The skills; those are doubtful that only tell a level or a number, stand there twice, or are too long for a name."""
    named = [text for item in items for text in item.get("keywords") or [item.get("name")] if text]
    counts = Counter(folded(text.text) for text in named)

    def told(text: Said) -> Said:
        words = len(text.text.split())
        doubtful = (
            counts[folded(text.text)] > 1
            or words > _MOST_WORDS_OF_SKILL
            or (words <= _MOST_WORDS_OF_LEVEL and is_level(text.text))
            or not any(map(str.isalpha, text.text))
            or dates_in(text.text) is not None
            or _PARTED.search(text.text) is not None
        )
        return _less(text) if doubtful else text

    return [
        {**item, "keywords": [told(text) for text in item["keywords"]]}
        if item.get("keywords")
        else {**item, "name": told(item["name"])}
        if item.get("name")
        else item
        for item in items
    ]


def _both(item: _Item, organisation: str) -> tuple[str, ...]:
    return tuple(text.text for key in ("position", organisation) if (text := item.get(key)))


def _has_employer(title: Said) -> bool:
    """`Head Chef, The Crescent`: what follows the comma of a post names no post, and may be who it was with."""
    first, comma, _ = title.text.partition(", ")
    return bool(comma) and title_score(first) > 0 and title_score(title.text.rpartition(", ")[2]) == 0


def _names_study(text: str) -> bool:
    """Whether the words are those of a degree and of no post."""
    return degree_score(text) > 0 and title_score(text) == 0


def _title(text: Said) -> float:
    return title_score(text.text) - organisation_score(text.text)


def _name(text: Said) -> float:
    return max(organisation_score(text.text), school_score(text.text))


def _others_speak(item: _Item, items: Sequence[_Item]) -> bool:
    """Whether most other entries have a title whose words say that it is one."""
    others = [other["position"] for other in items if other is not item and other.get("position")]
    return bool(others) and sum(_title(title) > 0 for title in others) >= 0.6 * len(others)


def _is_one_of_several(title: Said, name: Said, item: _Item) -> bool:
    """Whether a third short text stands on the line that title and organisation share: any of them may be the other."""
    rest = item.get("summary") or []
    first = rest[0] if isinstance(rest, list) and rest else None
    if first is None or not first.words or not title.words or not name.words or len(first.text.split()) > _SHORT:
        return False
    boxes = [text.words[0].box for text in (title, name, first)]
    return all(box is not None and boxes[0] is not None and abs(box.top - boxes[0].top) < 1 for box in boxes)


def _reads_like_prose(text: Said | None) -> bool:
    if not text:
        return False
    return len(text.text.split()) > _MOST_WORDS or text.text[:1].islower()


def _mostly(items: Sequence[_Item], field: str) -> bool:
    return len(items) > 1 and sum(bool(item.get(field)) for item in items) > len(items) / 2


def _less(value: Any) -> Any:
    return (
        msgspec.structs.replace(value, confidence=min(value.confidence, _DOUBTFUL))
        if isinstance(value, Said)
        else value
    )
