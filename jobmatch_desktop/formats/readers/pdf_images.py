"""Pages of a PDF from outside as images, to show where on them a field was read."""

import zlib

import pypdfium2

from jobmatch_desktop.domain.reading_errors import FileDamaged
from jobmatch_desktop.formats.page_images import PageImage, PageImages

MOST_PIXELS = 12_000_000
"""Of one image: a page that would have more is drawn smaller."""


def page_images(_name: str, data: bytes, first: str, last: str, scale: str) -> PageImages:
    """Pages `first` to `last` (from 0, both included, cut to what there is) at `scale` pixels a point; the three are numbers in words,
    as a process is told them. Their pixels are packed. Raises `FileDamaged`. Blocks for some 30 ms a page; not from two threads at
    once (pdfium)."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as fault:
        raise FileDamaged(kind="a PDF") from fault
    with document:
        sizes = tuple(document.get_page_size(number) for number in range(len(document)))
        wanted = range(max(0, int(first)), min(int(last) + 1, len(sizes)))
        return PageImages(sizes, {number: _image(document, number, sizes[number], float(scale)) for number in wanted})


def _image(document: pypdfium2.PdfDocument, number: int, size: tuple[float, float], scale: float) -> PageImage:
    width, height = size
    fits = min(scale, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    try:
        page = document[number]
        bitmap = page.render(scale=fits, prefer_bgrx=True)
    except pypdfium2.PdfiumError as fault:
        raise FileDamaged(kind="a PDF") from fault
    return PageImage(bitmap.width, bitmap.height, bitmap.stride, zlib.compress(bytes(bitmap.buffer), 1))
