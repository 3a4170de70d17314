"""Lines that a file has in another entry than the file before: a bullet that was given to another job."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from jobmatch_desktop.evidence.profile_differences import Difference, Kind
from jobmatch_desktop.evidence.profile_identity import folded
from jobmatch_desktop.evidence.profile_paths import entry_of, items_at, lines_in, text_at, value_at


def with_moves(
    differences: Iterable[Difference],
    free: Iterable[str],
    present: dict[str, Any],
    found: dict[str, Any],
    texts: Mapping[str, str],
) -> Iterator[Difference]:
    """The differences, with those lines as moved that say what one of the `free` lines of the profile says in another entry: lines, by
    their paths, that came from the file before and that this one has no more where they stand. Each moves once. Pure."""
    waiting: dict[tuple[str, str], list[str]] = {}
    for path in free:
        if _is_line(path) and (words := folded(value_at(present, path))):
            waiting.setdefault((_list_of(path), words), []).append(path)

    def source(path: str, target: str) -> str | None:
        """The line that moves to a path found, out of another entry than `target`."""
        held = waiting.get((_list_of(path), folded(value_at(found, path))), [])
        line = next((one for one in held if entry_of(one) != target), None)
        if line is not None:
            held.remove(line)
        return line

    for difference in differences:
        if difference.kind is not Kind.NEW:
            yield difference
        elif difference.entry:
            yield difference
            for path in _lines_of(value_at(found, difference.key), difference.key):
                if (line := source(path, "")) is not None:
                    after = texts.get(path, text_at(found, path)).strip()
                    yield Difference(Kind.MOVED, path, "", "", after, bool(after), line=line)
        elif _is_line(difference.key) and (line := source(difference.key, entry_of(difference.path))) is not None:
            yield msgspec.structs.replace(difference, kind=Kind.MOVED, line=line)
        else:
            yield difference


def _lines_of(entry: Any, path: str) -> Iterator[str]:
    for name in lines_in(entry):
        for place in range(len(items_at(entry, name))):
            yield f"{path}/{name}/{place}"


def _is_line(path: str) -> bool:
    """Whether a path is that of a line in a list of an entry. Words of skills are known wherever they stand already."""
    steps = path.split("/")
    return len(steps) == 4 and steps[1].isdigit() and steps[3].isdigit() and steps[0] != "skills"


def _list_of(path: str) -> str:
    return path.split("/")[2]
