"""Where Hunspell's dictionaries are: the program's own, and those of the system."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from jobmatch_desktop.resources import resource

OWN = {"en": ("en_US", "en_AU"), "fr": ("fr_FR",)}
"""The program's dictionaries by language. American and British spellings (those of `en_AU`) are both right."""


def dictionaries(environment: Mapping[str, str]) -> dict[str, tuple[Path, ...]]:
    """The dictionaries by language (ISO 639 code), each without its ending. The system's add languages to the program's own. Reads
    folders: not for the UI thread."""
    folder = resource("dictionaries")
    found = {language: tuple(folder / name for name in names) for language, names in OWN.items()}
    for place in system_folders(environment):
        for file in sorted(place.glob("*.dic")) if place.is_dir() else ():
            language = file.stem.split("_")[0].split("-")[0].casefold()
            if language.isalpha() and len(language) in (2, 3) and file.with_suffix(".aff").is_file():
                found.setdefault(language, (file.with_suffix(""),))
    return found


def system_folders(environment: Mapping[str, str]) -> list[Path]:
    """Where Hunspell itself looks (hunspell(1)), and macOS."""
    named = [Path(place) for place in environment.get("DICPATH", "").split(os.pathsep) if place]
    match sys.platform:
        case "darwin":
            return [*named, Path.home() / "Library/Spelling", Path("/Library/Spelling")]
        case "win32":
            return named
        case _:
            own = Path(environment.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "hunspell"
            return [*named, own, *map(Path, ("/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts"))]
