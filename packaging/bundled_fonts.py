"""The fonts that the frozen program brings: the families its templates and their fallbacks name, of rendercv-fonts."""

import tomllib
from pathlib import Path

import rendercv_fonts


def families(templates: Path) -> list[str]:
    """The folders in rendercv-fonts of every family that a template names, or a fallback that the frozen program brings."""
    folders = []
    for template in sorted(templates.glob("*/template.toml")):
        folders += tomllib.loads(template.read_text(encoding="utf-8"))["fonts"]
    fallbacks = tomllib.loads((templates / "fonts.toml").read_text(encoding="utf-8"))["fallback"]
    folders += [fallback["folder"] for fallback in fallbacks if fallback["frozen"]]
    return list(dict.fromkeys(folders))


def font_files(templates: Path) -> list[tuple[str, str]]:
    """Each font file with the folder it goes to, licence texts with them. Raises `SystemExit` for a family that is not there."""
    package = Path(rendercv_fonts.__file__).parent
    files = []
    for family in families(templates):
        folder = package / family
        if not folder.is_dir():
            raise SystemExit(f"the font family {family} is not in rendercv-fonts")
        files += [(str(file), f"resources/fonts/{family}") for file in sorted(folder.iterdir()) if file.is_file()]
    return files
