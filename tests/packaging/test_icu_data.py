"""ICU's data cut down, on a small package of its layout and on the library that Qt brings."""

import struct
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import PySide6
import pytest

START = 144
ITEMS = {
    "icudt73l/coll/fr.res": b"French order",
    "icudt73l/coll/sv.res": b"Swedish order, longer",
    "icudt73l/coll/ucadata.icu": b"every order",
    "icudt73l/de.res": b"German",
    "icudt73l/en_GB.res": b"British",
    "icudt73l/ibm-5348_P100-1997.cnv": b"Windows' Latin",
    "icudt73l/ibm-964_P110-1999.cnv": b"an old code page",
    "icudt73l/pool.res": b"words of all",
    "icudt73l/root.res": b"of no language",
    "icudt73l/translit/root.res": b"letters for letters",
}
SHOWS = """
import functools
from PySide6.QtCore import QCollator, QDateTime, QLocale, QStringDecoder
order = QCollator(QLocale("fr_FR"))
print(sorted(["zèbre", "éclair", "eclair", "zoo", "côté", "cote"], key=functools.cmp_to_key(order.compare)))
print(QLocale("fr_FR").toUpper("straße"), QLocale("en_GB").toString(QDateTime.fromSecsSinceEpoch(0), QLocale.FormatType.LongFormat))
print(QStringDecoder("windows-1252").isValid())
"""


def icu() -> Any:
    return import_module("icu_data")


def kept() -> Any:
    return icu().Kept(frozenset({"root", "en", "fr"}), frozenset({"ibm-5348_P100-1997"}))


def package(items: dict[str, bytes]) -> bytes:
    header = struct.pack("<HBBHHBBBB4s", START, 0xDA, 0x27, 20, 0, 0, 0, 2, 0, b"CmnD").ljust(START, b"\0")
    names_at = 4 + 8 * len(items)
    names = b"".join(name.encode() + b"\0" for name in items)
    data_at = names_at + len(names) + -(START + names_at + len(names)) % 16
    contents, data, name_place = struct.pack("<I", len(items)), b"", names_at
    for name, own in items.items():
        contents += struct.pack("<II", name_place, data_at + len(data))
        name_place += len(name) + 1
        data += own + bytes(-len(own) % 16)
    return header + contents + names + bytes(data_at - names_at - len(names)) + data


def test_what_the_window_does_not_speak_goes_and_the_rest_is_a_package_of_the_same_layout() -> None:
    stays = [name for name in ITEMS if icu().stays(name, kept())]
    assert stays == [
        "icudt73l/coll/fr.res",
        "icudt73l/coll/ucadata.icu",
        "icudt73l/en_GB.res",
        "icudt73l/ibm-5348_P100-1997.cnv",
        "icudt73l/pool.res",
        "icudt73l/root.res",
    ]
    assert icu().trimmed(package(ITEMS), stays.__contains__) == package({name: ITEMS[name] for name in stays})


@pytest.mark.parametrize("data", [b"", bytes(400), package(ITEMS)[:12] + b"Else" + bytes(200)])
def test_what_is_no_package_is_not_touched(data: bytes) -> None:
    with pytest.raises(icu().NotIcuData):
        icu().trimmed(data, lambda _: True)


@pytest.mark.skipif(sys.platform != "linux", reason="Qt brings ICU on Linux alone")
def test_qt_sorts_and_spells_as_before_in_the_windows_languages(tmp_path: Path) -> None:
    (library,) = (Path(PySide6.__path__[0]) / "Qt/lib").glob("libicudata.so.*")
    place = f"PySide6/Qt/lib/{library.name}"
    ((made_place, made, _),) = icu().with_less_icu_data([(place, str(library), "BINARY")], kept(), tmp_path / "icu")
    assert made_place == place
    assert Path(made).stat().st_size < library.stat().st_size / 4

    def shown(**more: str) -> str:
        return subprocess.run(
            [sys.executable, "-c", SHOWS], env=more, capture_output=True, text=True, check=True
        ).stdout

    assert shown(LD_PRELOAD=made) == shown()
    assert "True" in shown(LD_PRELOAD=made)
