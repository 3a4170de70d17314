"""What is on a page besides characters and matters to reading: dots of lists, links."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

from jobmatch_desktop.formats.imported import Box

_MOST_OBJECTS = 6000
_MOST_LINKS = 500
_LONGEST_ADDRESS = 2000
_SMALLEST, _LARGEST = 1.0, 7.0


def dots_on(page: pypdfium2.PdfPage) -> list[tuple[float, float]]:
    """The middles of small drawn shapes about as wide as high, in points from the upper left corner."""
    left, _, _, top = page.get_bbox()
    raw = page.raw
    edges = [ctypes.c_float() for _ in range(4)]
    found: list[tuple[float, float]] = []
    for place in range(min(pdfium.FPDFPage_CountObjects(raw), _MOST_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(raw, place)
        if pdfium.FPDFPageObj_GetType(drawn) != pdfium.FPDF_PAGEOBJ_PATH:
            continue
        if not pdfium.FPDFPageObj_GetBounds(drawn, *edges):
            continue
        begins, bottom, ends, upper = (edge.value for edge in edges)
        width, height = ends - begins, upper - bottom
        if _SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST and 0.6 <= width / height <= 1.67:
            found.append(((begins + ends) / 2 - left, top - (bottom + upper) / 2))
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
