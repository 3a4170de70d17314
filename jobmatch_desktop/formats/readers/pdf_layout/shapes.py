"""What is on a page besides characters and matters to reading: dots of lists, the frames of tags, links."""

import ctypes

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from jobmatch_desktop.formats.imported import Box

_MOST_OBJECTS = 6000
_MOST_LINKS = 500
_LONGEST_ADDRESS = 2000
_SMALLEST, _LARGEST = 1.0, 7.0
_LOWEST_TAG, _HIGHEST_TAG, _WIDEST_TAG, _MOST_TAGS = 8.0, 30.0, 180.0, 400


class Shapes(msgspec.Struct):
    """Drawn shapes in points from the upper left corner: the middles of `dots` about as wide as high, and `tags` as high as one line
    of text, each left, top, right, bottom."""

    dots: list[tuple[float, float]]
    tags: list[tuple[float, float, float, float]]


def shapes_on(page: pypdfium2.PdfPage) -> Shapes:
    """The page's small shapes."""
    left, _, _, top = page.get_bbox()
    raw = page.raw
    edges = [ctypes.c_float() for _ in range(4)]
    found = Shapes([], [])
    for place in range(min(pdfium.FPDFPage_CountObjects(raw), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(raw, place)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn, *edges):
            continue
        begins, bottom, ends, upper = (edge.value for edge in edges)
        width, height = ends - begins, upper - bottom
        if _SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST and 0.6 <= width / height <= 1.67:
            found.dots.append(((begins + ends) / 2 - left, top - (bottom + upper) / 2))
        elif _LOWEST_TAG <= height <= _HIGHEST_TAG and height < width <= _WIDEST_TAG and len(found.tags) < _MOST_TAGS:
            found.tags.append((begins - left, top - upper, ends - left, top - bottom))
    return found


def links_on(page: pypdfium2.PdfPage, document: pypdfium2.PdfDocument, number: int) -> list[tuple[Box, str]]:
    """Where the page's links are and where they lead, for those that lead out of the document."""
    left, _, _, top = page.get_bbox()
    position, link, edges = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    found: list[tuple[Box, str]] = []
    while len(found) < _MOST_LINKS and pdfium.FPDFLink_Enumerate(page.raw, position, link):
        action = pdfium.FPDFLink_GetAction(link)
        if (
            not action
            or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI
            or not pdfium.FPDFLink_GetAnnotRect(link, edges)
        ):
            continue
        length = pdfium.FPDFAction_GetURIPath(document.raw, action, None, 0)
        if not 1 < length < _LONGEST_ADDRESS:
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFAction_GetURIPath(document.raw, action, buffer, length)
        upper, lower = sorted((top - edges.top, top - edges.bottom))
        box = Box(number, edges.left - left, upper, edges.right - left, lower)
        found.append((box, buffer.value.decode("utf-8", "replace").strip()))
    return found
