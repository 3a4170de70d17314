"""One character of a page, where it stands and how it looks."""

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Style

UNNAMED = "?"
"""How the names begin that fonts without one have here."""


class Character(msgspec.Struct):
    """One character: `left` to `right` is its advance, `base` its baseline; points from the upper left corner."""

    sign: str
    left: float
    right: float
    base: float
    style: Style
    run: int
