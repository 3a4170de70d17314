"""Lines that a person confirmed, added to their JSON Resume document; all else in it stays as it is."""

import copy
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.domain.errors import UnreadableInput

_LEVEL = re.compile(r"\s*[,:(]\s*|\s+[-–—]\s+")


class ProfileFact(msgspec.Struct, frozen=True):
    """A line for the profile. `key` is `highlight` (a bullet of the job at `job` in `work`), `skill`, `project`, `certificate`, `study` (a
    degree) or `language`, whose level follows its name: "German, B1"."""

    key: str
    text: str
    job: int | None = None


class NoSuchJob(UnreadableInput):
    """A bullet was meant for a job that the profile does not have."""

    what = "This job is not in your profile."
    remedy = "Choose another job."


def with_lines(source: dict[str, Any], lines: Sequence[ProfileFact]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The document with the lines, and their paths in it, as in evidence/facts. Raises `NoSuchJob`."""
    changed = copy.deepcopy(source)
    return changed, tuple(_add(changed, line) for line in lines)


def _add(source: dict[str, Any], line: ProfileFact) -> str:
    text = " ".join(line.text.split())
    if line.key == "highlight":
        jobs = source.get("work")
        if not isinstance(jobs, list) or line.job is None or not 0 <= line.job < len(jobs):
            raise NoSuchJob()
        if not isinstance(jobs[line.job], dict):
            raise NoSuchJob()
        highlights = _list(jobs[line.job], "highlights")
        highlights.append(text)
        return f"work/{line.job}/highlights/{len(highlights) - 1}"
    section, field, entry = _entry(line.key, text)
    entries = _list(source, section)
    entries.append(entry)
    return f"{section}/{len(entries) - 1}/{field}"


def _entry(key: str, text: str) -> tuple[str, str, dict[str, str]]:
    """The section, the field that the line is, and the entry."""
    match key:
        case "skill":
            return "skills", "name", {"name": text}
        case "certificate":
            return "certificates", "name", {"name": text}
        case "study":
            return "education", "studyType", {"studyType": text}
        case "language":
            named = _LEVEL.split(text, maxsplit=1)
            level = named[1].strip(" )") if len(named) > 1 else ""
            return "languages", "language", {"language": named[0].strip(), **({"fluency": level} if level else {})}
        case _:
            return "projects", "description", {"name": _name(text), "description": text}


def _list(holder: dict[str, Any], name: str) -> list[Any]:
    """The list of that name; what stands there in its place is kept as its first entry."""
    found = holder.get(name)
    if not isinstance(found, list):
        found = holder[name] = [] if found is None else [found]
    return found


def _name(text: str) -> str:
    """A project's name where the person gave none: its first words."""
    words = text.rstrip(".!…").split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
