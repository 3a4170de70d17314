"""ICU's data, cut down to what the program can show: of its 32 MB nine tenths are the names, orders and code pages of languages that
the window does not speak. Qt on Linux brings it as a library that holds nothing but the data.

The package's layout is that of ICU's udata.h and icupkg ("CmnD"): a header, then a table of contents from which all places count:
the number of items, for each the place of its name and of its data, the names, the data, each at a multiple of 16 bytes.
"""

import re
import shutil
import struct
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from trimming import Entry, place_of

LIBRARY = re.compile(r".*/libicudata\.so\.(?P<version>\d+)")
_ALIGNED = 16
_MAGIC = b"\xda\x27"
_SOURCE = """
    .section .rodata
    .globl {symbol}
    .type {symbol}, %object
    .balign 16
{symbol}:
    .incbin "{file}"
    .size {symbol}, . - {symbol}
    .section .note.GNU-stack, "", %progbits
"""


class NotIcuData(Exception):
    """A file that holds no package of ICU's data of this machine's byte order."""


class Kept(NamedTuple):
    """The table of contents.toml: the languages whose texts stay, and the code pages by ICU's names for them."""

    languages: frozenset[str]
    code_pages: frozenset[str]


def with_less_icu_data(entries: Sequence[Entry], kept: Kept, work: Path) -> list[Entry]:
    """The binaries, with ICU's data replaced by a smaller library made in `work`; as they are where there is none, or no assembler
    and linker. Raises `NotIcuData`, `CalledProcessError`."""
    if not (shutil.which("as") and shutil.which("ld")):
        return list(entries)
    return [
        (entry[0], str(_smaller(Path(entry[1]), found["version"], kept, work)), entry[2])
        if entry[2] == "BINARY" and (found := LIBRARY.fullmatch(place_of(entry)))
        else entry
        for entry in entries
    ]


def stays(item: str, kept: Kept) -> bool:
    """Whether an item (`icudt73l/coll/fr.res`) goes in: of code pages and of languages those that are named, no dictionary that finds
    words in scripts without spaces, no transliteration, and everything that belongs to no language."""
    folder, _, name = item.partition("/")[2].rpartition("/")
    stem, _, ending = name.rpartition(".")
    if ending == "cnv":
        return stem in kept.code_pages
    if ending == "dict" or folder == "translit":
        return False
    of_a_language = ending == "res" and re.fullmatch(r"[a-z]{2,3}(_\w+)?", stem)
    return not of_a_language or stem.partition("_")[0] in kept.languages


def trimmed(package: bytes, is_kept: Callable[[str], bool]) -> bytes:
    """The package with the items that are kept, in their order. Raises `NotIcuData`."""
    if package[2:4] != _MAGIC or package[8] != 0 or package[12:16] != b"CmnD":
        raise NotIcuData
    (start,) = struct.unpack_from("<H", package)
    (count,) = struct.unpack_from("<I", package, start)
    places = [struct.unpack_from("<II", package, start + 4 + 8 * index) for index in range(count)]
    ends = [*(data for _, data in places[1:]), len(package) - start]
    items: list[tuple[bytes, bytes]] = []
    for (name_at, data_at), end in zip(places, ends, strict=True):
        name = package[start + name_at : package.index(b"\0", start + name_at)]
        if is_kept(name.decode("ascii")):
            items.append((name, package[start + data_at : start + end]))
    names_at = 4 + 8 * len(items)
    data_at = _aligned(names_at + sum(len(name) + 1 for name, _ in items), start)
    contents, names, data = bytearray(struct.pack("<I", len(items))), bytearray(), bytearray()
    for name, own in items:
        contents += struct.pack("<II", names_at + len(names), data_at + len(data))
        names += name + b"\0"
        data += own + bytes(-len(own) % _ALIGNED)
    filled = bytes(data_at - names_at - len(names))
    return package[:start] + bytes(contents) + bytes(names) + filled + bytes(data)


def _aligned(place: int, start: int) -> int:
    return place + -(start + place) % _ALIGNED


def package_in(library: bytes, version: str) -> bytes:
    """The package that a library holds. Raises `NotIcuData`."""
    # Two bytes of the header's length stand before the magic, and it says its own kind ten bytes on.
    found = re.search(rb"..\xda\x27.{8}CmnD", library, re.DOTALL)
    if found is None or f"icudt{version}l/".encode() not in library[found.start() :]:
        raise NotIcuData
    return library[found.start() :]


def _smaller(library: Path, version: str, kept: Kept, work: Path) -> Path:
    """The library made anew around less data, with the same name and the one symbol that ICU looks for."""
    work.mkdir(parents=True, exist_ok=True)
    package = trimmed(package_in(library.read_bytes(), version), lambda item: stays(item, kept))
    data, source, made, smaller = (work / name for name in ("icu.dat", "icu.s", "icu.o", library.name))
    data.write_bytes(package)
    source.write_text(_SOURCE.format(symbol=f"icudt{version}_dat", file=data), encoding="utf-8")
    subprocess.run(["as", "-o", str(made), str(source)], check=True)
    subprocess.run(["ld", "-shared", "-soname", library.name, "-o", str(smaller), str(made)], check=True)
    return smaller
