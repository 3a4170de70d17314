"""Draws pages of a PDF, and tells what stands where on them. Runs in the serial executor: pdfium allows one thread at a time."""

import msgspec
from PySide6.QtGui import QImage

from jobmatch_desktop.ui.editor.page_places import LONGEST, Places, Segment, places_of


class Drawn(msgspec.Struct, frozen=True):
    """Pages of a PDF: the size of each in points, and images of those that were asked for, by page from 0."""

    sizes: tuple[tuple[float, float], ...]
    images: dict[int, QImage]
    scale: float


def draw(pdf: bytes, first: int, last: int, scale: float) -> Drawn:
    """Pages `first` to `last` (from 0, both included; cut to what there is) at `scale` pixels a point. Blocks: 10 ms a page."""
    # Not at the start of the program: it takes longer to import than a page to draw.
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        images = {}
        for number in range(max(0, first), min(last + 1, len(sizes))):
            page = document[number]
            bitmap = page.render(scale=scale, prefer_bgrx=True)
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
            images[number] = image.copy()
            bitmap.close()
            page.close()
        return Drawn(sizes, images, scale)
    finally:
        document.close()


def located(pdf: bytes, text: str) -> Places:
    """What of a text stands where on its pages. Blocks: some 10 ms a page."""
    import pypdfium2

    found: list[Segment] = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for number in range(len(document) if len(text) <= LONGEST else 0):
            page = document[number]
            height = page.get_height()
            words = page.get_textpage()
            for place in range(words.count_rects()):
                left, bottom, right, top = words.get_rect(place)
                said = words.get_text_bounded(left, bottom, right, top)
                found.append(Segment(said, number, left, height - top, right, height - bottom))
            words.close()
            page.close()
    finally:
        document.close()
    return places_of(text, tuple(found))
