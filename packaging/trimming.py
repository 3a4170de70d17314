"""What of PyInstaller's findings goes into the frozen program: plain functions over its tables.

A table is a list of entries `(place, source, kind)`: where a file goes in the program's folder, where it is now, and
`BINARY`, `EXTENSION`, `DATA` or `SYMLINK` (whose source is the place it points at, seen from its own folder).
"""

import posixpath
from collections.abc import Callable, Container, Iterable
from fnmatch import fnmatch
from pathlib import PurePath
from typing import NamedTuple


class Contents(NamedTuple):
    """The tables of contents.toml: what stays of Qt's plugins and translations, and of the data of packages; the file names of
    libraries that the system has where they are of use."""

    plugins: frozenset[str]
    translations: frozenset[str]
    data: dict[str, list[str]]
    from_system: frozenset[str] = frozenset()


Entry = tuple[str, str, str]


def place_of(entry: Entry) -> str:
    """An entry's place with `/` on every system."""
    return entry[0].replace("\\", "/")


def data_kept(entries: Iterable[Entry], contents: Contents, binaries: Container[str]) -> list[Entry]:
    """The files of data that go in, and the links to `binaries`, which are the places of those that do."""
    return [entry for entry in entries if _link_kept(entry, binaries) and _file_kept(place_of(entry), contents)]


def _link_kept(entry: Entry, binaries: Container[str]) -> bool:
    target = posixpath.normpath(posixpath.join(posixpath.dirname(place_of(entry)), entry[1]))
    return entry[2] != "SYMLINK" or target in binaries


def _file_kept(place: str, contents: Contents) -> bool:
    if place.startswith(("PySide6/Qt/translations/", "PySide6/translations/")):
        return PurePath(place).stem in contents.translations
    package = place.split("/")[0]
    return package not in contents.data or any(fnmatch(place, pattern) for pattern in contents.data[package])


def plugin_kept(entry: Entry, contents: Contents) -> bool:
    """Whether a binary is no plugin of Qt, or one that goes in."""
    place = place_of(entry)
    if "/plugins/" not in place:
        return True
    folder, name = place.split("/")[-2:]
    return f"{folder}/{name.split('.')[0].removeprefix('lib')}" in contents.plugins


def binaries_kept(entries: Iterable[Entry], contents: Contents, needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """The binaries that go in. A shared library stays where something that stays needs it.

    `needs` gives the file names of the libraries that a binary on this machine asks the system for, and those that these ask for.
    """
    entries = [entry for entry in entries if plugin_kept(entry, contents)]
    left = [entry for entry in entries if _name(entry) not in contents.from_system]
    brought = {name for entry in entries if _name(entry) in contents.from_system for name in needs(entry[1])}
    named: dict[str, list[Entry]] = {}
    for entry in left:
        named.setdefault(_name(entry), []).append(entry)
    kept: dict[str, Entry] = {}
    waiting = [entry for entry in left if not _only_if_needed(entry)]
    while waiting:
        entry = waiting.pop()
        if entry[0] in kept:
            continue
        kept[entry[0]] = entry
        asked = set(needs(entry[1]))
        if asked & contents.from_system:  # what it asks for has what those ask for among it
            asked -= brought
        for name in asked:
            waiting += named.get(name, [])
    return [entry for entry in left if entry[0] in kept]


def _name(entry: Entry) -> str:
    return PurePath(place_of(entry)).name


def _only_if_needed(entry: Entry) -> bool:
    """Whether a binary is a shared library that was found because another asked for it, and not Python's own."""
    place = place_of(entry)
    folder, name = posixpath.split(place)
    library = entry[2] == "BINARY" and folder in ("", "PySide6", "PySide6/Qt/lib", "PySide6/lib")
    return library and not name.lower().startswith(("libpython", "python")) and not place.endswith((".pyd", ".abi3.so"))
