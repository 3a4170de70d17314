"""What is drawn on a page besides characters and matters to reading: dots of lists."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

_MOST_OBJECTS = 6000
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
