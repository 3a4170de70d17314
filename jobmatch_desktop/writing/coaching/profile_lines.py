"""Lines that a person confirmed, added to their JSON Resume document; all else in it stays as it is."""

import copy
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.domain.errors import UnreadableInput


class ProfileFact(msgspec.Struct, frozen=True):
    """A line for the profile. `key` is `highlight` (a bullet of the job at `job` in `work`), `skill` or `project`."""

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
    section = "skills" if line.key == "skill" else "projects"
    entries = _list(source, section)
    entries.append({"name": text} if line.key == "skill" else {"name": _name(text), "description": text})
    return f"{section}/{len(entries) - 1}/{'name' if line.key == 'skill' else 'description'}"


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
