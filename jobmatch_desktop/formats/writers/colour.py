"""Colours that can be read on white."""

import re
from pathlib import Path

import msgspec

_HEX = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")
_READABLE = 4.5
"""The contrast that WCAG 2 asks of text (1.4.3)."""


class Accent(msgspec.Struct, frozen=True, rename="kebab"):
    """A colour (`#rrggbb`) that is offered, with its name in English and French."""

    colour: str
    name: str
    name_fr: str


class _Table(msgspec.Struct, frozen=True):
    accent: tuple[Accent, ...]


def offered_accents(templates: Path) -> tuple[Accent, ...]:
    """The colours of `accents.toml` in the templates' folder, in order."""
    return msgspec.toml.decode((templates / "accents.toml").read_bytes(), type=_Table).accent


def is_colour(text: str) -> bool:
    """Whether a text is a colour as `#rrggbb`."""
    return bool(_HEX.fullmatch(text))


def readable(colour: str) -> str:
    """The colour (`#rrggbb`), darkened until it stands out from white by 4.5 to 1. Raises `ValueError` for no colour."""
    found = _HEX.fullmatch(colour)
    if not found:
        raise ValueError(colour)
    parts = [int(part, 16) for part in found.groups()]
    while contrast(parts) < _READABLE:
        parts = [int(part * 0.95) for part in parts]
    return "#{:02x}{:02x}{:02x}".format(*parts)


def contrast(parts: list[int]) -> float:
    """How far a colour (red, green, blue, 0 to 255) stands out from white, 1 to 21."""
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.03928 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
