"""The characters of a PDF page with their boxes and styles, through pdfium."""

import ctypes
import math
import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from jobmatch_desktop.formats.cv_lines.line import Style
from jobmatch_desktop.formats.readers.pdf_layout.character import UNNAMED, Character
from jobmatch_desktop.formats.readers.pdf_layout.weights import with_weights

_SMALLEST = 2.5
_ITALIC_FLAG = 1 << 6
_FORCED_BOLD_FLAG = 1 << 18
_FILLED_AND_STROKED = 2
# By name alone: the weight that pdfium tells is guessed from the stems, and wrong for common fonts.
_BOLD = re.compile(
    r"bold|black|heavy|semibd|demi|(?:libertine|biolinum)[ot]?[bz]i?\b|[-,]bd|medi(?!um)|f\d+b$|(?:cm|ec|sf)(?:bx|b|sx|ssbx|ssdc|xc|bi|bl|bxti|bxsl|sxi)\d"
)
# What TeX's fonts without a table of characters have in the places of control characters: those of its encodings OT1 and T1
# (Cork), and the bullet of TS1. No text has control characters.
_OF_TEX = {
    0x0B: "\ufb00", 0x0C: "\ufb01", 0x0D: "\ufb02", 0x0E: "\ufb03", 0x0F: "\ufb04",
    0x10: "\u201c", 0x11: "\u201d", 0x12: "\u201e", 0x13: "\xab", 0x14: "\xbb", 0x15: "\u2013", 0x16: "\u2014",
    0x19: "\u0131", 0x1B: "\ufb00", 0x1C: "\ufb01", 0x1D: "\ufb02", 0x1E: "\ufb03", 0x1F: "\ufb04", 0x7F: "-", 0x88: "\u2022",
}  # fmt: skip
_ITALIC = re.compile(
    r"ital|obli|slant|(?:libertine|biolinum)[ot]?[bz]?i\b|[-,](?:light|bold|medium|regular)?it\b|cmti|sfti|cmsl"
)


def characters_of(page: pypdfium2.PdfPage) -> list[Character]:
    """The page's characters that can be seen, in the order they are drawn; spaces are among them. Upright text alone.

    Blocks for some 10 ms; not from two threads at once (pdfium).
    """
    text_page = page.get_textpage()
    try:
        left, bottom, right, top = page.get_bbox()
        return with_weights(list(_seen(text_page.raw, left, top, right - left, top - bottom)))
    finally:
        text_page.close()


def _seen(raw: pdfium.FPDF_TEXTPAGE, left: float, top: float, width: float, height: float) -> Iterator[Character]:
    loose, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    runs: dict[int, tuple[Style, bool]] = {}
    for place in range(pdfium.FPDFText_CountChars(raw)):
        if pdfium.FPDFText_IsGenerated(raw, place):
            continue
        code = pdfium.FPDFText_GetUnicode(raw, place)
        if not code or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            continue
        drawn = pdfium.FPDFText_GetTextObject(raw, place)
        run = ctypes.cast(drawn, ctypes.c_void_p).value or 0
        known = runs.get(run)
        if known is None:
            known = runs[run] = _style(raw, place, drawn)
        style, upright = known
        if not upright or style.size < _SMALLEST:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(raw, place, loose) or not pdfium.FPDFText_GetCharOrigin(
            raw, place, x, y
        ):
            continue
        begins, ends, base = loose.left - left, loose.right - left, top - y.value
        if ends < 0 or begins > width or base < 0 or base > height + style.size:
            continue
        yield Character(_OF_TEX.get(code) or chr(code), begins, max(ends, begins), base, style, run)


def _style(raw: pdfium.FPDF_TEXTPAGE, place: int, drawn: pdfium.FPDF_PAGEOBJECT) -> tuple[Style, bool]:
    """The style of the text that is drawn in one go, and whether it stands upright."""
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(raw, place)
    upright = True
    if pdfium.FPDFText_GetMatrix(raw, place, matrix):
        size *= math.hypot(matrix.c, matrix.d)
        upright = matrix.a > 0 and abs(matrix.b) < 0.05 * matrix.a
    name, flags = "", 0
    font = pdfium.FPDFTextObj_GetFont(drawn) if drawn else None
    if font:
        # A font without a name is known by its place.
        name = _font_name(font) or f"{UNNAMED}{ctypes.cast(font, ctypes.c_void_p).value}"
        flags = max(pdfium.FPDFFont_GetFlags(font), 0)
    colour = _colour(raw, place)
    low = name.lower()
    stroked = bool(drawn) and pdfium.FPDFTextObj_GetTextRenderMode(drawn) == _FILLED_AND_STROKED
    bold = bool(_BOLD.search(low)) or bool(flags & _FORCED_BOLD_FLAG) or stroked
    italic = bool(_ITALIC.search(low)) or bool(flags & _ITALIC_FLAG)
    return Style(round(size, 1), bold, italic, colour, name.partition("+")[2] or name), upright


def _font_name(font: pdfium.FPDF_FONT) -> str:
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    if not 0 < length < 1000:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _colour(raw: pdfium.FPDF_TEXTPAGE, place: int) -> int:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFText_GetFillColor(raw, place, *parts):
        return 0
    return parts[0].value << 16 | parts[1].value << 8 | parts[2].value
