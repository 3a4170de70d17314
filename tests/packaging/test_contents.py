"""What the frozen program brings is there to be brought."""

import configparser
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageReader

from jobmatch_desktop.formats.writers.fonts import fallbacks
from jobmatch_desktop.formats.writers.template import read_template, template_names

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "resources/templates"
ICONS = ROOT / "packaging/icons"


def test_every_family_of_a_template_and_every_frozen_fallback_comes_with_font_files_and_licence() -> None:
    places: dict[str, set[str]] = {}
    for file, place in import_module("bundled_fonts").font_files(TEMPLATES):
        places.setdefault(place.removeprefix("resources/fonts/"), set()).add(Path(file).suffix.lower())
    wanted = {font for name in template_names(TEMPLATES) for font in read_template(TEMPLATES, name).fonts}
    wanted |= {each.folder for each in fallbacks(TEMPLATES) if each.frozen}
    assert places.keys() == wanted
    assert all(endings & {".ttf", ".otf"} for endings in places.values())


def test_a_family_that_is_nowhere_ends_the_build(tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain/template.toml").write_text('fonts = ["No Such Family"]')
    (tmp_path / "fonts.toml").write_text("fallback = []")
    with pytest.raises(SystemExit, match="No Such Family"):
        import_module("bundled_fonts").font_files(tmp_path)


def test_what_is_left_out_is_nothing_that_the_program_depends_on() -> None:
    left_out = tomllib.loads((ROOT / "packaging/contents.toml").read_text(encoding="utf-8"))["modules"]["leave_out"]
    named = {
        line.split()[1].rstrip(",")
        for file in (ROOT / "jobmatch_desktop").rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.lstrip().startswith(("import ", "from "))
    }
    # What a module stands in comes with it.
    imported = {".".join(name.split(".")[:length]) for name in named for length in range(1, name.count(".") + 2)}
    # Its fonts are copied, and the frozen program never asks for the package.
    assert imported & set(left_out) == {"rendercv_fonts"}


def test_every_picture_that_can_be_a_photo_can_be_read() -> None:
    plugins = tomllib.loads((ROOT / "packaging/contents.toml").read_text(encoding="utf-8"))["qt"]["plugins"]
    brought = {plugin.removeprefix("imageformats/q") for plugin in plugins if plugin.startswith("imageformats/")}
    assert brought == {"jpeg", "webp", "gif"}
    assert brought <= {bytes(kind.data()).decode() for kind in QImageReader.supportedImageFormats()}


def test_the_notices_name_each_package_with_its_licence() -> None:
    import msgspec

    text = import_module("licences").third_party([str(Path(msgspec.__file__))])
    assert "\nmsgspec " in text
    assert "Redistribution and use in source and binary forms" in text
    assert "pytest" not in text


def test_a_library_of_the_system_is_named_and_pythons_own_are_not(tmp_path: Path) -> None:
    import select

    strange = tmp_path / "libstrange.so.1"
    strange.touch()
    text = import_module("licences").third_party([str(strange), str(select.__file__)])
    assert text.endswith("Shared libraries of the system that built it:\nlibstrange.so.1\n")


def test_the_icons_are_those_that_the_spec_and_the_entry_name(tmp_path: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(ROOT / "packaging/jobmatch-desktop.desktop", encoding="utf-8")
    icon = entry["Desktop Entry"]["Icon"]
    drawn = import_module("draw_icons").draw(ICONS / f"{icon}.svg", tmp_path, tmp_path)
    assert {file.name for file in drawn} == {f"{icon}.png", "jobmatch.ico", "jobmatch.icns"}
    kept = [ROOT / "resources/icons" / drawn[0].name, *(ICONS / file.name for file in drawn[1:])]
    assert [file.read_bytes()[:4] for file in kept] == [file.read_bytes()[:4] for file in drawn]
    assert QImage(str(drawn[0])) == QImage(str(kept[0])), "run packaging/draw_icons.py"
