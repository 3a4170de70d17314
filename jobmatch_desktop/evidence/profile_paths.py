"""JSON Resume documents read by paths (`work/0/highlights/2`)."""

from collections.abc import Iterator
from typing import Any

from jobmatch_desktop.domain.profile_edits import OLDER_NAMES
from jobmatch_desktop.evidence.profile_identity import field


def text_at(document: Any, path: str) -> str:
    """The words at a path, without space around them; `""` where there are none."""
    found = value_at(document, path)
    return found.strip() if isinstance(found, str) else ""


def value_at(document: Any, path: str) -> Any:
    """What stands at a path; None where there is nothing."""
    found = document
    for step in path.split("/") if path else ():
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        else:
            return None
    return found


def leaves(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text in a value that says something, with its path."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{path}/{name}".lstrip("/"))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, f"{path}/{place}".lstrip("/"))
    elif isinstance(value, str) and value.strip():
        yield path, value.strip()


def title_of(value: Any) -> str:
    """What an entry is called, in one line."""
    if isinstance(value, str):
        return value.strip()
    if not isinstance(value, dict):
        return ""
    names = (
        "position",
        "studyType",
        "area",
        "name",
        "organization",
        "institution",
        "title",
        "language",
        "network",
        "username",
    )
    said = [field(value, name) for name in names if isinstance(value.get(name), str)]
    said += [value[name] for name in ("url", "fluency", "reference") if not said and isinstance(value.get(name), str)]
    parts = [part for part in said if part]
    if not parts:
        parts = [text for _, text in leaves(value, "")][:2]
    return " · ".join(parts[:3])


def items_at(document: Any, path: str) -> list[Any]:
    """The items of the list at a path; none where there is none."""
    found = value_at(document, path)
    return found if isinstance(found, list) else []


def lines_in(entry: Any) -> list[str]:
    """The names of the lists of lines in an entry."""
    if not isinstance(entry, dict):
        return []
    return [
        name for name, value in entry.items() if value and is_lines(value) and "/" not in name and not name.isdigit()
    ]


def is_lines(value: Any) -> bool:
    """Whether a value is a list of lines."""
    return isinstance(value, list) and all(item is None or isinstance(item, str) for item in value)


def entry_of(path: str) -> str:
    """The path of the outermost item that a path is in."""
    steps = path.split("/")
    return "/".join(steps[: next(place for place, step in enumerate(steps) if step.isdigit()) + 1])


def modern(document: dict[str, Any]) -> dict[str, Any]:
    """A document with the names that fields have today, where it has them by older ones."""
    changed = dict(document)
    for (section, name), older in OLDER_NAMES.items():
        held = changed.get(section)
        if isinstance(held, dict):
            changed[section] = _renamed(held, name, older)
        elif isinstance(held, list):
            changed[section] = [_renamed(item, name, older) if isinstance(item, dict) else item for item in held]
    return changed


def _renamed(entry: dict[str, Any], name: str, older: tuple[str, ...]) -> dict[str, Any]:
    if text_at(entry, name):
        return entry
    known = next((other for other in older if text_at(entry, other)), None)
    if known is None:
        return entry
    return {name if key == known else key: value for key, value in entry.items() if key != name}
