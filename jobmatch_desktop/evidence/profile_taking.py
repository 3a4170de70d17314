"""A profile with what is taken of a file's."""

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import msgspec

from jobmatch_desktop.domain.profile_edits import AddItem, Edit, RemoveItem, SetText, edited, new_id
from jobmatch_desktop.domain.profile_import import Decided
from jobmatch_desktop.evidence.profile_differences import Difference, Kind
from jobmatch_desktop.evidence.profile_merging import Comparison
from jobmatch_desktop.evidence.profile_paths import entry_of, items_at, modern, text_at, value_at


class Taken(msgspec.Struct, frozen=True):
    """The document and the ids of its lines; and where each item found is in it, by their paths."""

    source: dict[str, Any]
    ids: dict[str, str]
    lines: dict[str, str]


def revised(found: dict[str, Any], texts: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, str]]:
    """What was found, with the lists of words that were typed anew as one line (`skills/0/keywords`); and where words of them stood
    as found, by their paths now (`""`: nowhere)."""
    document = modern(found)
    moved: dict[str, str] = {}
    for path, line in texts.items():
        if not is_word_list(path):
            continue
        if not moved:
            document = deepcopy(document)
        holder, _, name = path.rpartition("/")
        entry = value_at(document, holder)
        if not isinstance(entry, dict):
            continue
        before = items_at(entry, name)
        words = [word.strip() for word in re.split("[,;]", line) if word.strip()]
        entry[name] = words
        for place, word in enumerate(words):
            same = before.index(word) if word in before else None
            moved[f"{path}/{place}"] = "" if same is None else f"{path}/{same}"
    return document, moved


def is_word_list(path: str) -> bool:
    """Whether a path is that of a list whose words are written in one line."""
    return path.rpartition("/")[2] in ("keywords", "roles")


def taken(
    comparison: Comparison,
    present: dict[str, Any],
    ids: dict[str, str],
    found: dict[str, Any],
    decided: Decided,
    new_id: Callable[[], str] = new_id,
) -> Taken:
    """The profile with all differences that are taken; `found` is as it was compared. What was typed by hand stays, but for what the
    person chose to be changed or gone. Pure."""
    edits: list[Edit] = []
    source = deepcopy(present)
    added: list[Difference] = []
    keeping: dict[str, str] = {}
    entries = {one.key for one in comparison.differences if one.entry and accepted(one, decided)}
    for difference in comparison.differences:
        if not accepted(difference, decided):
            continue
        if difference.kind is Kind.MOVED:
            if difference.path:
                added.append(difference)
            elif entry_of(difference.key) not in entries:
                continue  # what it would move to does not come
            edits.append(RemoveItem(difference.line))
            keeping[difference.key] = ids[difference.line]
        elif difference.kind is Kind.GONE:
            edits.append(RemoveItem(difference.path) if difference.path in ids else SetText(difference.path, ""))
        elif difference.kind is Kind.NEW and _is_item(difference.key):
            added.append(difference)
        else:
            edits.append(SetText(difference.path, difference.after))
            _ends(source, difference.path)
    for path, values in comparison.whole.items():
        _carry(source, path, values)
    removals = sorted((edit for edit in edits if isinstance(edit, RemoveItem)), key=lambda edit: _order(edit.path))
    texts = [edit for edit in edits if isinstance(edit, SetText)]
    source, changed = edited(source, ids, [*texts, *reversed(removals)], new_id)
    path_of = {name: path for path, name in changed.items()}
    lines = {
        path: path_of[ids[line]] for path, line in comparison.lines.items() if line in ids and ids[line] in path_of
    }
    return _with_new(source, changed, lines, added, keeping, comparison, ids, found, decided, new_id)


def accepted(difference: Difference, decided: Decided) -> bool:
    """Whether a difference is taken."""
    if difference.kind is Kind.SAME:
        return False
    if difference.kind is Kind.GONE:
        return difference.key in decided.gone
    return bool(difference.after or difference.entry) and decided.takes(difference.key, difference.suggested)


def put_lines(result: Taken, unplaced: list[str], decided: Decided, new_id: Callable[[], str] = new_id) -> Taken:
    """With lines that fit no field put where the person wants them. What would come into an entry that is not taken stays out, and so
    does a line that stands in its list already."""
    source, ids = result.source, result.ids
    for place, target in sorted(decided.put.items()):
        if not target or not 0 <= place < len(unplaced):
            continue
        line = unplaced[place].strip()
        where = placed_in(target, result.lines)
        if where is None or not line:
            continue
        before = value_at(source, where)
        edit: Edit
        if where.startswith("basics/"):
            text = text_at(source, where)
            if line in text:
                continue
            edit = SetText(where, f"{text}\n{line}".strip())
        else:
            items = before if isinstance(before, list) else []
            item: Any = line if where.count("/") else {NAMED[where]: line}
            if item in items:
                continue
            edit = AddItem(where, len(items), item)
        source, ids = edited(source, ids, [edit], new_id)
    return msgspec.structs.replace(result, source=source, ids=ids)


NAMED = {
    "skills": "name",
    "interests": "name",
    "languages": "language",
    "certificates": "name",
    "awards": "title",
    "publications": "name",
    "projects": "name",
}
"""The lists that a line can become an entry of, and the field that it stands in then."""


def placed_in(target: str, lines: Mapping[str, str]) -> str | None:
    """Where in the profile a list or field found is; None where its entry was not taken."""
    steps = target.split("/")
    if len(steps) < 3 or not steps[1].isdigit():
        return target
    entry = lines.get("/".join(steps[:2]))
    return None if entry is None else "/".join([entry, *steps[2:]])


def _with_new(
    source: dict[str, Any],
    ids: dict[str, str],
    lines: dict[str, str],
    added: list[Difference],
    keeping: Mapping[str, str],
    comparison: Comparison,
    ids_before: Mapping[str, str],
    found: dict[str, Any],
    decided: Decided,
    new_id: Callable[[], str],
) -> Taken:
    """Adds what is new to its lists, from the last to the first, so that no place moves before its turn. `keeping` are the ids of lines
    that have moved, by their paths in what was found."""
    path_of = {name: path for path, name in ids.items()}
    wanted: list[tuple[tuple[tuple[int, int, str], ...], int, str, Any, str, dict[str, str]]] = []
    for number, difference in enumerate(added):
        inner: dict[str, str] = {}
        item = _built(value_at(found, difference.key), difference.key, "", comparison, decided, inner)
        if item is None or item == {}:
            continue
        holder, _, name = difference.path.rpartition("/")
        list_path = f"{path_of[ids_before[holder]]}/{name}" if holder in ids_before else difference.path
        place = _place(difference, comparison, ids_before, path_of, source, list_path)
        wanted.append((_order(f"{list_path}/{place}"), number, list_path, item, difference.key, inner))
    if not wanted:
        return Taken(source, ids, lines)
    wanted.sort(key=lambda one: (one[0], one[1]), reverse=True)
    names = {one[4]: keeping.get(one[4]) or new_id() for one in wanted}
    fresh = iter([names[one[4]] for one in wanted])
    edits = [AddItem(one[2], int(one[0][-1][1]), one[3]) for one in wanted]
    source, after = edited(source, ids, edits, lambda: next(fresh, None) or new_id())
    path_after = {name: path for path, name in after.items()}
    for _, _, _, _, key, inner in wanted:
        for path, rest in inner.items():
            if path in keeping:
                after[f"{path_after[names[key]]}/{rest}"] = keeping[path]
    path_after = {name: path for path, name in after.items()}
    moved = {path: path_after[ids[line]] for path, line in lines.items()}
    for _, _, _, _, key, inner in wanted:
        at = path_after[names[key]]
        moved[key] = at
        moved |= {path: f"{at}/{rest}" for path, rest in inner.items()}
    return Taken(source, after, moved)


def _place(
    difference: Difference,
    comparison: Comparison,
    ids_before: Mapping[str, str],
    path_of: Mapping[str, str],
    source: dict[str, Any],
    list_path: str,
) -> int:
    """Where a new item goes: after what it follows in the file, else before what follows it there, else to the end."""
    siblings, _, number = difference.key.rpartition("/")
    held = value_at(source, list_path)
    count = len(held) if isinstance(held, list) else 0

    def stands(place: int) -> int | None:
        """Where in the list a sibling is now."""
        line = comparison.lines.get(f"{siblings}/{place}")
        at = path_of.get(ids_before.get(line, "")) if line else None
        if at is None or at.rpartition("/")[0] != list_path:
            return None
        return int(at.rpartition("/")[2])

    for place in range(int(number) - 1, -1, -1):
        if (at := stands(place)) is not None:
            return at + 1
    for place in range(int(number) + 1, int(number) + 1000):
        if f"{siblings}/{place}" in comparison.lines and (at := stands(place)) is not None:
            return at
    return count


def _built(value: Any, path: str, rest: str, comparison: Comparison, decided: Decided, inner: dict[str, str]) -> Any:
    """A new item without what is left out of it or known elsewhere, with the words typed in the review. `inner` gets the places of its
    own items."""
    if isinstance(value, str):
        return decided.texts.get(path, value).strip() or None
    if isinstance(value, list):
        items: list[Any] = []
        for place, item in enumerate(value):
            at = f"{path}/{place}"
            if at in comparison.lines or decided.taken.get(at) is False:
                continue
            where = f"{rest}/{len(items)}".lstrip("/")
            made = _built(item, at, where, comparison, decided, inner)
            if made is not None and made != {}:
                inner[at] = where
                items.append(made)
        return items or None
    if not isinstance(value, dict):
        return value
    entry: dict[str, Any] = {}
    for name, held in value.items():
        at = f"{path}/{name}"
        if decided.taken.get(at) is False:
            continue
        made = _built(held, at, f"{rest}/{name}".lstrip("/"), comparison, decided, inner)
        if made is not None:
            entry[name] = made
    for at, text in decided.texts.items():
        above, _, name = at.rpartition("/")
        if above == path and name not in value and text.strip() and decided.taken.get(at) is not False:
            entry[name] = text.strip()
    if entry.get("endDate") and entry.get("current") is True:
        del entry["current"]
    return entry if any(not isinstance(held, bool) for held in entry.values()) else {}


def _is_item(path: str) -> bool:
    return path.rpartition("/")[2].isdigit()


def _order(path: str) -> tuple[tuple[int, int, str], ...]:
    """A path as it is sorted: places by number."""
    return tuple((0, int(step), "") if step.isdigit() else (1, 0, step) for step in path.split("/"))


def _ends(source: dict[str, Any], path: str) -> None:
    """An entry that gets an end no longer says that it goes on."""
    entry, _, name = path.rpartition("/")
    held = value_at(source, entry)
    if name == "endDate" and isinstance(held, dict) and held.get("current") is True:
        del held["current"]


def _carry(source: dict[str, Any], path: str, values: dict[str, Any]) -> None:
    held = source.setdefault("basics", {}) if path == "basics" else value_at(source, path)
    if isinstance(held, dict):
        held.update({name: deepcopy(value) for name, value in values.items() if name not in held or path == "meta"})
