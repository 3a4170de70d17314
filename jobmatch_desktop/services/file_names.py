"""Names of exported files, out of a pattern that a person chose."""

import re
import unicodedata
from collections.abc import Collection

from jobmatch_desktop.domain.file_errors import PatternUnknown

PARTS = ("person", "company", "title", "kind", "date", "language")
"""What may stand in braces in a pattern."""

USUAL = "{person} - {kind} - {company}"

_PART = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?")
# What stood around a part that is empty: a separator with nothing on one of its sides.
_SEPARATORS = re.compile(r"(?:\s*[-–—_,]\s*){2,}")
_EDGES = " -–—_,."
_MOST_BYTES = 150


def check_pattern(pattern: str) -> None:
    """Raises `PatternUnknown` for a part in braces that is none of `PARTS`, or a brace without its partner."""
    unknown = [part for part in _PART.findall(pattern) if part not in PARTS]
    rest = _PART.sub("", pattern)
    if unknown or "{" in rest or "}" in rest:
        raise PatternUnknown(part=unknown[0] if unknown else "{", parts=", ".join(f"{{{part}}}" for part in PARTS))


def file_name(pattern: str, values: dict[str, str], ending: str, taken: Collection[str] = ()) -> str:
    """`Ada Byron - CV - Pied Piper.pdf`: a name that Windows, macOS and Linux take, and none of `taken` whatever the case.

    Parts without a value go, and what parted them from the others. Raises `PatternUnknown`.
    """
    check_pattern(pattern)
    # Values first lose what is forbidden: a slash in a title is no folder.
    filled = _PART.sub(lambda found: _plain(values.get(found[1], "")), pattern)
    stem = _SEPARATORS.sub(lambda found: found[0][:3] if found[0][:1] == " " else found[0][:1], _plain(filled)).strip(
        _EDGES
    )
    stem = _cut(stem or "document")
    if _RESERVED.fullmatch(stem):
        stem = f"{stem}_"
    used = {name.casefold() for name in taken}
    number, name = 1, f"{stem}.{ending}"
    while name.casefold() in used:
        number += 1
        name = f"{stem} ({number}).{ending}"
    return name


def _plain(text: str) -> str:
    spaced = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    shown = (character for character in spaced if unicodedata.category(character) not in ("Cf", "Cs", "Co", "Cn"))
    return " ".join("".join(shown).split())


def _cut(stem: str) -> str:
    """As much of the name as file systems take (255 bytes), with room for what is written beside it."""
    return stem.encode()[:_MOST_BYTES].decode("utf-8", "ignore").rstrip(_EDGES)
