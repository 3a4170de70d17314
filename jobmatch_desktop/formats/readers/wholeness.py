"""How whole a reading of a CV is: the measure by which one of several ways to read the same file is taken."""

import re
from typing import Any

_ENTRIES = {
    "work": (("position",), ("name",), ("startDate", "endDate")),
    "education": (("studyType", "area"), ("institution",), ("startDate", "endDate")),
}
_BASICS = ("name", "email", "phone", "location")
_MARKUP = re.compile(r"[*|`#]|(?<![^\W_])_|_(?![^\W_])|---")


def wholeness(profile: dict[str, Any]) -> float:
    """0 to 4: the share of the person's fields, of the fields of jobs and of studies that are there, and whether there are skills.
    A field with marks of Markdown in it counts as missing. `profile` is a JSON Resume document. Pure."""
    basics = profile.get("basics", {})
    told = sum(bool(basics.get(field)) for field in _BASICS) / len(_BASICS)
    skills = profile.get("skills") or []
    clean = sum(_is_clean(skill.get("name", "")) for skill in skills) / max(len(skills), 1)
    return told + clean + sum(_of_entries(profile.get(field) or [], wanted) for field, wanted in _ENTRIES.items())


def _of_entries(items: list[dict[str, Any]], wanted: tuple[tuple[str, ...], ...]) -> float:
    found = sum(any(_is_clean(item.get(field, "")) for field in fields) for item in items for fields in wanted)
    return found / (len(items) * len(wanted)) if items else 0.0


def _is_clean(text: str) -> bool:
    return bool(text) and not _MARKUP.search(text)
