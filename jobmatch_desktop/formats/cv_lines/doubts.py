"""What makes a field doubtful once it stands in its place: words that speak against it, or an entry unlike the others of its section.

The review shows doubtful fields marked; a guess that looks sure would be taken over unseen.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Said
from jobmatch_desktop.formats.cv_lines.vocabulary import (
    degree_score,
    folded,
    organisation_score,
    school_score,
    title_score,
)

_DOUBTFUL = 0.5
_MOST_WORDS = 9
_SHORT = 4
# Of schools: one alone is the rest of a name that went over a line.
_KINDS = frozenset(
    ("academy", "college", "ecole", "faculty", "institut", "institute", "lycee", "school", "universite", "university")
)

_Item = dict[str, Any]


def doubted(resume: dict[str, Any]) -> dict[str, Any]:
    """The document (`Said` as leaves) with less confidence in what is doubtful. Pure."""
    found = dict(resume)
    for field, organisation in (("work", "name"), ("volunteer", "organization")):
        if items := found.get(field):
            found[field] = [_job(item, items, organisation) for item in items]
    if items := found.get("education"):
        found["education"] = [_study(item, items) for item in items]
    basics = found.get("basics", {})
    place = basics.get("location")
    if isinstance(place, dict) and "address" in place and "city" not in place:
        found["basics"] = {**basics, "location": {key: _less(value) for key, value in place.items()}}
    return found


def _job(item: _Item, items: Sequence[_Item], organisation: str) -> _Item:
    title, name = item.get("position"), item.get(organisation)
    fields: set[str] = set()
    if title and name:
        if _title(name) > 0 and _title(title) == 0:
            fields |= {"position", organisation}
        if _title(title) == 0 and _name(name) == 0 and not _others_speak(item, items):
            fields |= {"position", organisation}
        if _is_one_of_several(title, name, item):
            fields |= {"position", organisation}
    elif _mostly(items, "position") and _mostly(items, organisation):
        fields |= {"position", organisation}
    fields |= {key for key in ("position", organisation) if _reads_like_prose(item.get(key))}
    if name and "," in name.text and not item.get("location") and _mostly(items, "location"):
        fields.add(organisation)
    begun, ended = item.get("startDate"), item.get("endDate")
    if begun and ended and (begun.text > ended.text or (begun.text == ended.text and _mostly_spans(items))):
        fields |= {"startDate", "endDate"}
    if not begun and not ended and _mostly(items, "startDate"):
        fields |= {"position", organisation}
    return {key: _less(value) if key in fields else value for key, value in item.items()}


def _study(item: _Item, items: Sequence[_Item]) -> _Item:
    school, degree = item.get("institution"), item.get("studyType")
    fields: set[str] = set()
    if school and (school_score(school.text) == 0 or degree_score(school.text) > school_score(school.text)):
        fields.add("institution")
    if school and (school.text.islower() or folded(school.text) in _KINDS) and len(school.text.split()) == 1:
        fields.add("institution")
    if degree and degree_score(degree.text) == 0:
        fields.add("studyType")
    if degree and not item.get("area") and any(other.get("area") for other in items):
        fields.add("studyType")
    fields |= {key for key in ("institution", "studyType", "area") if _reads_like_prose(item.get(key))}
    begun, ended = item.get("startDate"), item.get("endDate")
    if begun and ended and begun.text > ended.text:
        fields |= {"startDate", "endDate"}
    return {key: _less(value) if key in fields else value for key, value in item.items()}


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


def _mostly_spans(items: Sequence[_Item]) -> bool:
    spans = sum(
        bool(item.get("startDate"))
        and (item.get("current", False) or (item.get("endDate") or item["startDate"]).text != item["startDate"].text)
        for item in items
    )
    return len(items) > 1 and spans > len(items) / 2


def _less(value: Any) -> Any:
    return (
        msgspec.structs.replace(value, confidence=min(value.confidence, _DOUBTFUL))
        if isinstance(value, Said)
        else value
    )
