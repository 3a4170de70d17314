"""Sizes, colours and widths of a Word file, out of a template's look."""

import msgspec

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.options import Options, Paper
from jobmatch_desktop.formats.writers.look import chosen_look, soft, space_of
from jobmatch_desktop.formats.writers.template import Look, Template

_PAPER_MM = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
SIDE_MM = 52.0
DATES_MM = 37.0
CELL_MARGIN_MM = 1.9


class ParagraphLook(msgspec.Struct, frozen=True):
    """A paragraph style: sizes and spaces in points; `kept`: it stays with the next."""

    size: float
    colour: str
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    kept: bool = False
    italic: bool = False


class Sheet(msgspec.Struct, frozen=True):
    """A page in Word. Colours are `RRGGBB`; widths are in millimetres. `styles` are by the name of Word's style."""

    look: Look
    font: str
    paper: tuple[float, float]
    accent: str
    soft: str
    ink: str
    grey: str
    hairline: str
    styles: dict[str, ParagraphLook]
    photo: bytes = b""

    @property
    def width(self) -> float:
        """Of the text."""
        return self.paper[0] - self.look.margin_mm.left - self.look.margin_mm.right


def sheet_of(template: Template, options: Options, kind: DocumentKind) -> Sheet:
    """The sheet of a template with what a person chose of it."""
    look = chosen_look(template, options, kind)
    space = space_of(template, options) * look.word_space
    accent, ink, grey = (colour.removeprefix("#").upper() for colour in (look.accent, look.ink, look.grey))
    text, small, section = (
        round(size * look.word_scale * 2) / 2 for size in (look.text_pt, look.small_pt, look.section_pt)
    )
    head = "FFFFFF" if look.head == "band" else ""
    name = head or (accent if look.name_colour == "accent" else ink)
    styles = {
        "Normal": ParagraphLook(text, ink, after=6 * space),
        "Title": ParagraphLook(look.name_pt, name, bold=look.name_align != "center", after=2, kept=True),
        "Headline": _headline(look, text + 1, head or ink, accent),
        "Contact": ParagraphLook(small, head or grey, after=6 * space),
        "Heading 1": ParagraphLook(
            section, accent, bold=look.section != "caps" or look.capitals, before=11 * space, after=4 * space, kept=True
        ),
        "Heading 2": ParagraphLook(text, ink, before=8 * space, after=2, kept=True),
        "Organisation": ParagraphLook(
            text,
            accent if look.organisation == "accent" else ink,
            after=2,
            kept=True,
            italic=look.organisation == "italic",
        ),
        "Details": ParagraphLook(small, grey, after=2, kept=True),
        "List Bullet": ParagraphLook(text, ink, after=1),
        "Subject": ParagraphLook(
            text + 1,
            ink if look.section == "ground" else accent,
            bold=True,
            before=14 * space,
            after=10 * space,
            kept=True,
        ),
    }
    family = options.font if options.font and "font" in template.options else look.word_font
    return Sheet(
        look,
        family,
        _PAPER_MM[options.paper if "paper" in template.options else Paper.A4],
        accent,
        soft(look.accent).removeprefix("#").upper(),
        ink,
        grey,
        look.hairline.removeprefix("#").upper(),
        styles,
        options.photo if "photo" in template.options else b"",
    )


def _headline(look: Look, size: float, colour: str, accent: str) -> ParagraphLook:
    if look.entry == "dates-left":
        return ParagraphLook(size + 1, accent, bold=True, before=8, after=8)
    return ParagraphLook(size, colour, after=3, kept=True, italic=look.name_align == "center")
