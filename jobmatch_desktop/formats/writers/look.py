"""A template's look as its Typst files get it: with what the person chose, and tightened to fit."""

from typing import Any

import msgspec

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.options import Density, Options, Paper
from jobmatch_desktop.formats.writers.colour import is_colour, readable
from jobmatch_desktop.formats.writers.template import Bounds, Look, Template

STEPS = 8
"""How many steps lead from a template's usual page to its tightest."""

GENTLE = (2, 4)
"""Steps that take from spaces and margins, and from the type a fiftieth at most: the page looks as it did."""

_SPACE = {Density.AIRY: 1.3, Density.NORMAL: 1.0, Density.TIGHT: 0.75}
_LEADING = {Density.AIRY: 1.12, Density.NORMAL: 1.0, Density.TIGHT: 1.0}
_PAPER = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
_LEAST_LEADING = 0.66
"""In em: below it some readers take lines that follow each other for one."""

_LETTER_SIDES_MM = 24.0
"""Lines of prose over the width of a CV are too long to read with ease; and an address begins here in a window."""

_SPACE_FIRST = 0.4
"""The share of the steps that take from the space alone, before the type gets smaller."""


def chosen_look(template: Template, options: Options, kind: DocumentKind) -> Look:
    """The look with the person's accent, as far as the template honours one, and with the wider margins of a letter."""
    look = template.look
    if kind is DocumentKind.LETTER:
        margins = look.margin_mm
        sides = {side: max(_LETTER_SIDES_MM, getattr(margins, side)) for side in ("left", "right")}
        look = msgspec.structs.replace(look, margin_mm=msgspec.structs.replace(margins, **sides))
    if "accent" not in template.options or not is_colour(options.accent):
        return look
    return msgspec.structs.replace(look, accent=readable(options.accent))


def typst_look(template: Template, options: Options, kind: DocumentKind, step: int = 0) -> dict[str, Any]:
    """What templates find in `data.look`: the keys of `[look]` in template.toml, `paper` in Typst's words, and `space`, which every
    space is multiplied by. `step` goes from 0, the usual page, to `STEPS`, the tightest."""
    look = chosen_look(template, options, kind)
    density = options.density if "density" in template.options else Density.NORMAL
    size, space, margin = _shares(template.fit, step)
    made: dict[str, Any] = msgspec.to_builtins(look)
    for key, value in made.items():
        if key.endswith("-pt"):
            made[key] = round(value * size, 3)
    made["margin-mm"] = {side: round(width * margin, 2) for side, width in made["margin-mm"].items()}
    leading = look.leading_em * _LEADING[density] * (space + 1) / 2
    made["leading-em"] = round(max(min(_LEAST_LEADING, look.leading_em), leading), 3)
    made["space"] = round(space_of(template, options) * space, 3)
    made["paper"] = _PAPER[options.paper if "paper" in template.options else Paper.A4]
    made["soft"] = soft(look.accent)
    return made


def space_of(template: Template, options: Options) -> float:
    """What spaces are multiplied by for the density that a person chose."""
    return _SPACE[options.density if "density" in template.options else Density.NORMAL]


def soft(accent: str) -> str:
    """A pale ground in the accent's colour, on which ink and accent can be read."""
    parts = (int(accent[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - part) * 0.09):02x}" for part in parts)


def _shares(bounds: Bounds, step: int) -> tuple[float, float, float]:
    """Of type, space and margins at a step, as shares of the usual."""
    whole = step / STEPS
    late = max(0.0, whole - _SPACE_FIRST) / (1 - _SPACE_FIRST)
    return (
        1 - late * (1 - bounds.text),
        1 - min(1.0, whole / 0.75) * (1 - bounds.space),
        1 - min(1.0, whole / 0.75) * (1 - bounds.margin),
    )
