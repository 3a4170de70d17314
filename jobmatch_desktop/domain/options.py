"""What a person chooses of how a document looks."""

import enum

import msgspec


class Density(enum.StrEnum):
    """How much space stands between the lines."""

    AIRY = "airy"
    NORMAL = "normal"
    TIGHT = "tight"


class Paper(enum.StrEnum):
    """The size of the pages."""

    A4 = "a4"
    LETTER = "letter"


class Options(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a person chooses of a template's look; a template honours those that its template.toml names.

    `accent` is `#rrggbb` and `font` a family that `fonts.toml` offers, each `""` for the template's own; a colour too pale to be
    read on white is darkened. `photo` is the bytes of a JPEG, PNG, GIF or WebP picture, none for no photo. `order` are roles of
    resources/titles.json: the CV's sections of these roles stand in this order, before the others. `titles` are roles with the
    title that their sections get. `pages` is how many pages the text is to fit into, 0 for as many as it takes. `country` (`fr`,
    `de`, `uk`, `us`) is whose habit a letter follows, `""` for that of its language.
    """

    accent: str = ""
    font: str = ""
    density: Density = Density.NORMAL
    paper: Paper = Paper.A4
    photo: bytes = b""
    order: tuple[str, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    pages: int = 0
    country: str = ""


USUAL = Options()
"""Nothing chosen: the template as it is."""
