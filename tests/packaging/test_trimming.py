"""What goes into the frozen program, decided over tables like PyInstaller's."""

from importlib import import_module
from typing import Any

PLUGINS = "PySide6/Qt/plugins"
NEEDS = {
    "/xcb": {"libQt6XcbQpa.so.6", "libc.so.6"},
    "/gtk3": {"libgtk-3.so.0"},
    "/QtWidgets": {"libQt6Widgets.so.6"},
    "/qt/libQt6Widgets": {"libQt6Core.so.6"},
    "/qt/libQt6Core": {"libicudata.so.73"},
}
XCB = (f"{PLUGINS}/platforms/libqxcb.so", "/xcb", "BINARY")
GTK_THEME = (f"{PLUGINS}/platformthemes/libqgtk3.so", "/gtk3", "BINARY")
GTK = ("libgtk-3.so.0", "/sys/libgtk-3", "BINARY")
QPA = ("PySide6/Qt/lib/libQt6XcbQpa.so.6", "/qt/libQt6XcbQpa", "BINARY")
QML = ("PySide6/Qt/lib/libQt6Qml.so.6", "/qt/libQt6Qml", "BINARY")
WIDGETS = ("PySide6/Qt/lib/libQt6Widgets.so.6", "/qt/libQt6Widgets", "BINARY")
CORE = ("PySide6/Qt/lib/libQt6Core.so.6", "/qt/libQt6Core", "BINARY")
ICU = ("PySide6/Qt/lib/libicudata.so.73", "/qt/libicudata", "BINARY")
PYTHON = ("libpython3.11.so.1.0", "/sys/libpython", "BINARY")
BINDING = ("PySide6/QtWidgets.abi3.so", "/QtWidgets", "EXTENSION")


def contents(data: dict[str, list[str]] | None = None) -> Any:
    made = import_module("trimming").Contents
    return made(frozenset({"platforms/qxcb"}), frozenset({"qtbase_fr"}), data or {}, frozenset({"libcups.so.2"}))


def binaries(*entries: tuple[str, str, str]) -> list[Any]:
    kept: list[Any] = import_module("trimming").binaries_kept(entries, contents(), lambda file: NEEDS.get(file, set()))
    return kept


def data(*places: str, of: dict[str, list[str]] | None = None) -> list[str]:
    entries = [(place, f"/{place}", "DATA") for place in places]
    return [entry[0] for entry in import_module("trimming").data_kept(entries, contents(of), set())]


def test_a_plugin_that_is_not_named_goes_with_its_libraries() -> None:
    assert binaries(XCB, GTK_THEME, GTK, QPA, PYTHON) == [XCB, QPA, PYTHON]


def test_what_something_that_stays_needs_stays_however_far_away() -> None:
    assert binaries(BINDING, QML, WIDGETS, CORE, ICU) == [BINDING, WIDGETS, CORE, ICU]


def test_what_the_system_has_where_it_is_of_use_stays_out_with_all_that_it_brings() -> None:
    cups, brought = ("libcups.so.2", "/sys/libcups", "BINARY"), ("libgnutls.so.30", "/sys/libgnutls", "BINARY")
    needs = {XCB[1]: {"libcups.so.2", "libgnutls.so.30"}, "/sys/libcups": {"libgnutls.so.30"}}
    kept = import_module("trimming").binaries_kept(
        (XCB, cups, brought), contents(), lambda file: needs.get(file, set())
    )
    assert kept == [XCB]


def test_plugins_are_known_by_their_windows_names_too() -> None:
    windows = ("PySide6\\plugins\\platforms\\qxcb.dll", "C:\\qxcb.dll", "BINARY")
    other = ("PySide6\\plugins\\platforms\\qdirect2d.dll", "C:\\qdirect2d.dll", "BINARY")
    assert binaries(windows, other) == [windows]


def test_of_a_package_that_is_named_only_what_fits_goes_in() -> None:
    table = {"qtawesome": ["qtawesome/fonts/materialdesignicons6-*"]}
    kept = "qtawesome/fonts/materialdesignicons6-webfont-6.9.96.ttf"
    assert data(kept, "qtawesome/fonts/fontawesome5-solid.ttf", "resources/a.json", of=table) == [
        kept,
        "resources/a.json",
    ]


def test_qts_words_go_in_for_the_languages_of_the_window() -> None:
    folder = "PySide6/Qt/translations"
    assert data(f"{folder}/qtbase_fr.qm", f"{folder}/qtbase_de.qm") == [f"{folder}/qtbase_fr.qm"]


def test_a_link_to_a_library_that_went_goes_too() -> None:
    links = [("libgtk-3.so", "libgtk-3.so.0", "SYMLINK"), ("libQt6Core.so.6", CORE[0], "SYMLINK")]
    assert import_module("trimming").data_kept(links, contents(), {CORE[0]}) == links[1:]
