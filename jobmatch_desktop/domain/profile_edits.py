"""Edits of a profile: on its JSON Resume document, and on the ids of its lines alike. What the program does not know stays."""

import secrets
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import Any

import msgspec

from jobmatch_desktop.domain.kept_profile import NoSuchLine

OLDER_NAMES = {
    ("basics", "url"): ("website",),
    ("work", "name"): ("company",),
    ("work", "url"): ("website",),
    ("volunteer", "organization"): ("name",),
    ("volunteer", "url"): ("website",),
    ("education", "score"): ("gpa",),
    ("projects", "description"): ("summary",),
    ("projects", "url"): ("website",),
    ("awards", "title"): ("name",),
    ("awards", "url"): ("website",),
    ("certificates", "name"): ("title",),
    ("certificates", "url"): ("website",),
    ("publications", "name"): ("title",),
    ("publications", "url"): ("website",),
    ("languages", "language"): ("name",),
}
"""By section and field: other names that formats/readers/json_resume reads where the field is empty."""


class SetText(msgspec.Struct, frozen=True):
    """A field or a line gets other words; with none a field goes, and a line of a list too."""

    path: str
    text: str


class AddItem(msgspec.Struct, frozen=True):
    """An entry or a line comes into a list (`work`, `work/0/highlights`) at `place`, from 0; beyond the end: at the end."""

    list_path: str
    place: int
    item: dict[str, Any] | str


class RemoveItem(msgspec.Struct, frozen=True):
    """An entry or a line goes, with all that is in it."""

    path: str


class MoveItem(msgspec.Struct, frozen=True):
    """An entry or a line goes to a list (its own or one of the same kind), to stand at `place` there once it is gone from
    where it was."""

    path: str
    list_path: str
    place: int


Edit = SetText | AddItem | RemoveItem | MoveItem


def new_id() -> str:
    """An id that no line has."""
    return secrets.token_hex(6)


def identified(source: dict[str, Any], ids: dict[str, str], new_id: Callable[[], str] = new_id) -> dict[str, str]:
    """The ids of all items of a document's lists: those given, and new ones for the rest. Ids of what is not there are dropped."""
    return {path: ids.get(path) or new_id() for path in _items(source, "")}


def edited(
    source: dict[str, Any], ids: dict[str, str], edits: Sequence[Edit], new_id: Callable[[], str] = new_id
) -> tuple[dict[str, Any], dict[str, str]]:
    """The document and its ids after edits, one after the other; an id stays with its line. What was given stays as it is.

    Raises `NoSuchLine` for a path that is not there. Pure, any thread.
    """
    # Ids travel inside a tree of the same shape, so that no path has to be worked out anew.
    tree = _with_ids(deepcopy(source), "", ids)
    for edit in edits:
        match edit:
            case SetText(path, text):
                _set(tree, path, text)
            case AddItem(list_path, place, item):
                found = _list(tree, list_path)
                found.insert(min(max(place, 0), len(found)), _Item(new_id(), _with_ids(deepcopy(item), "", {})))
            case RemoveItem(path):
                _take(tree, path)
            case MoveItem(path, list_path, place):
                target = _list(tree, list_path)
                target.insert(min(max(place, 0), len(target)), _take(tree, path))
    kept: dict[str, str] = {}
    changed: dict[str, Any] = _without_ids(tree, "", kept)
    return changed, {path: found or new_id() for path, found in kept.items()}


def targeted(
    source: dict[str, Any], ids: dict[str, str], left_out: frozenset[str], arranged: dict[str, tuple[str, ...]]
) -> dict[str, Any]:
    """The document with the lines that are shown for one kind of job, in that order (see `Targeting`). Pure, any thread."""
    tree = _with_ids(deepcopy(source), "", ids)
    shown: dict[str, Any] = _without_ids(_arranged(tree, "", left_out, arranged), "", {})
    return shown


class _Item:
    """An item of a list, with its id."""

    def __init__(self, name: str, value: Any) -> None:
        self.name = name
        self.value = value


def _with_ids(value: Any, path: str, ids: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _with_ids(found, f"{path}/{name}", ids) for name, found in value.items()}
    if isinstance(value, list):
        return [
            _Item(ids.get(f"{path}/{place}".lstrip("/"), ""), _with_ids(found, f"{path}/{place}", ids))
            for place, found in enumerate(value)
        ]
    return value


def _without_ids(value: Any, path: str, ids: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _without_ids(found, f"{path}/{name}", ids) for name, found in value.items()}
    if isinstance(value, list):
        plain = []
        for place, item in enumerate(value):
            ids[f"{path}/{place}".lstrip("/")] = item.name
            plain.append(_without_ids(item.value, f"{path}/{place}", ids))
        return plain
    return value


def _items(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, found in value.items():
            yield from _items(found, f"{path}/{name}")
    elif isinstance(value, list):
        for place, found in enumerate(value):
            yield f"{path}/{place}".lstrip("/")
            yield from _items(found, f"{path}/{place}")


def _arranged(value: Any, list_key: str, left_out: frozenset[str], arranged: dict[str, tuple[str, ...]]) -> Any:
    if isinstance(value, dict):
        return {
            name: _arranged(found, f"{list_key}/{name}".lstrip("/"), left_out, arranged)
            for name, found in value.items()
        }
    if isinstance(value, list):
        order = {name: place for place, name in enumerate(arranged.get(list_key, ()))}
        shown = [item for item in value if item.name not in left_out]
        shown.sort(key=lambda item: order.get(item.name, len(order)))
        return [_Item(item.name, _arranged(item.value, item.name, left_out, arranged)) for item in shown]
    return value


def _inner(tree: Any, steps: Sequence[str], path: str, make: bool = False) -> Any:
    """What stands at a path; where `make`, objects that are missing on the way come into being."""
    found = tree
    for step in steps:
        if isinstance(found, list):
            if not step.isdigit() or int(step) >= len(found):
                raise NoSuchLine(path=path)
            item = found[int(step)]
            if item.value is None and make:
                item.value = {}
            found = item.value
        elif isinstance(found, dict):
            if found.get(step) is None and make and not step.isdigit():
                found[step] = {}
            if step not in found:
                raise NoSuchLine(path=path)
            found = found[step]
        else:
            raise NoSuchLine(path=path)
    return found


def _list(tree: dict[str, Any], path: str) -> list[Any]:
    """The list at a path, which comes into being where there is none."""
    *above, name = path.split("/")
    holder = _inner(tree, above, path, make=True)
    if not isinstance(holder, dict):
        raise NoSuchLine(path=path)
    found = holder.get(name)
    if found is None:
        found = holder[name] = []
    if not isinstance(found, list):
        raise NoSuchLine(path=path)
    return found


def _take(tree: dict[str, Any], path: str) -> Any:
    *above, place = path.split("/")
    found = _inner(tree, above, path)
    if not isinstance(found, list) or not place.isdigit() or int(place) >= len(found):
        raise NoSuchLine(path=path)
    return found.pop(int(place))


def _set(tree: dict[str, Any], path: str, text: str) -> None:
    *above, name = path.split("/")
    holder = _inner(tree, above, path, make=True)
    if isinstance(holder, list):
        if not text:
            _take(tree, path)
            return
        if not name.isdigit() or int(name) >= len(holder):
            raise NoSuchLine(path=path)
        holder[int(name)].value = text
        return
    if not isinstance(holder, dict) or name.isdigit():
        raise NoSuchLine(path=path)
    for older in OLDER_NAMES.get((path.split("/")[0], name), ()):
        holder.pop(older, None)
    if text:
        holder[name] = text
    else:
        holder.pop(name, None)
