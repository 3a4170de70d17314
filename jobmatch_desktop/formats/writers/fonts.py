"""The fonts that documents are set in: the kept families, and the system's where those lack a script."""

import functools
import re
import sys
import tomllib
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import msgspec

from jobmatch_desktop.domain.remark import StandIn
from jobmatch_desktop.resources import resource

_BASE_FONT = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")


class Fallback(msgspec.Struct, frozen=True):
    """A family that stands in for others, in `folder` of the package; `frozen`: the frozen program brings it."""

    family: str
    folder: str
    scripts: tuple[str, ...]
    frozen: bool


class _Table(msgspec.Struct, frozen=True):
    fallback: tuple[Fallback, ...]


def fallbacks(templates: Path) -> tuple[Fallback, ...]:
    """The families of `fonts.toml` in the templates' folder, in order."""
    table = tomllib.loads((templates / "fonts.toml").read_text(encoding="utf-8"))
    return msgspec.convert(table, _Table).fallback


def font_folders(families: tuple[str, ...]) -> list[Path]:
    """The folder of each family that is here: `resources/fonts` in the frozen program, else the package rendercv-fonts.

    A family that is in neither is left out: the text is then set in the next one. Any thread.
    """
    root = _frozen_fonts() or _package_fonts()
    return [folder for folder in dict.fromkeys(root / family for family in families) if folder.is_dir()]


def _frozen_fonts() -> Path | None:
    return resource("fonts") if getattr(sys, "frozen", False) else None


def _package_fonts() -> Path:
    import rendercv_fonts

    return Path(rendercv_fonts.__file__).parent


def in_order(text: str, own: tuple[str, ...], others: tuple[Fallback, ...], language: str) -> list[str]:
    """The families to set `text` in, a template's own first.

    Han letters are drawn as the text's language draws them: Japanese where it has kana or the language is `ja`, Korean
    where it has Hangul or the language is `ko`, else Chinese.
    """
    found = scripts(text)
    japanese = language == "ja" or bool(found & {"Hiragana", "Katakana"})
    korean = language == "ko" or "Hangul" in found

    def place(fallback: Fallback) -> int:
        wanted = ("Katakana" in fallback.scripts and japanese) or ("Hangul" in fallback.scripts and korean)
        return 0 if wanted else 1

    return [*own, *(fallback.family for fallback in sorted(others, key=place))]


def stand_in(pdf: bytes, families: Sequence[str], text: str) -> StandIn | None:
    """Where some letters of a text are set in other families than the chosen, the first: told by the PDF's fonts."""
    used = {_bare(found[1].decode("ascii", "replace")) for found in _BASE_FONT.finditer(pdf)}
    others = sorted(used - {_bare(families[0])})
    if not others:
        return None
    known = {_bare(family): family for family in families}
    return StandIn(
        families[0],
        tuple(known.get(other, other) for other in others),
        tuple(sorted(scripts(text) - {"Latin", "symbol"})),
    )


def _bare(font: str) -> str:
    """The family of a PDF's font or of a name: letters and digits alone, without style and subset."""
    return "".join(character for character in font.partition("-")[0] if character.isalnum())


def scripts(text: str) -> set[str]:
    """The scripts of a text's letters, by the first word of their Unicode names: `Latin`, `Greek`, `Han`, `Hangul`, ...

    `symbol` stands for what is no letter; ASCII and spaces are left out.
    """
    return {_script(character) for character in set(text)} - {""}


@functools.lru_cache(maxsize=4096)
def _script(character: str) -> str:
    if character.isspace() or character.isascii():
        return ""
    first = unicodedata.name(character, "").split(" ")[0]
    if first == "CJK":
        return "Han"
    return first.capitalize() if unicodedata.category(character)[0] in "LM" else "symbol"
