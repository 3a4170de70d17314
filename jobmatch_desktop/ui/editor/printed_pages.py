"""Puts the pages of a PDF on a printer's paper, drawn by pdfium. Runs in the serial executor: pdfium allows one thread at a time."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from jobmatch_desktop.domain.print_errors import PrintRefused

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

FINEST = 400
"""Dots an inch at most: finer is hardly told apart on paper, and a page of this takes 60 MB while it is drawn."""

INCH = 72.0
"""Points of a PDF."""


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document.get_page_size(number) for number in range(len(document))]
    finally:
        document.close()


def print_pages(pdf: bytes, printer: QPrinter) -> int:
    """Prints the pages that the printer was asked for, each as large as its paper takes, and tells how many that are.

    Blocks: about half a second a page, and for as long as the printer takes to be told. Raises `PrintRefused`.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    painter = QPainter()
    wanted = _wanted(printer, len(document))
    printed = 0

    def check(done: bool) -> None:
        if not done or printer.printerState() in (QPrinter.PrinterState.Aborted, QPrinter.PrinterState.Error):
            name = printer.printerName() or printer.outputFileName()
            raise PrintRefused(printer=name, printed=printed, pages=len(wanted))

    try:
        check(painter.begin(printer))
        for number in wanted:
            if printed:
                check(printer.newPage())
            page = document[number]
            _paint(page, painter, printer)
            page.close()
            printed += 1
        check(painter.end())
        return printed
    finally:
        if painter.isActive():
            painter.end()
        document.close()


def _wanted(printer: QPrinter, count: int) -> list[int]:
    """The pages from 0, in the order in which they go to the printer, once for each copy that it does not make itself."""
    first, last = 0, count - 1
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        first, last = printer.fromPage() - 1, min(printer.toPage(), count) - 1
    pages = list(range(first, last + 1))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    if printer.supportsMultipleCopies() or printer.copyCount() < 2:
        return pages
    if printer.collateCopies():
        return pages * printer.copyCount()
    return [page for page in pages for _ in range(printer.copyCount())]


def _paint(page: "PdfPage", painter: QPainter, printer: QPrinter) -> None:
    """One page in the middle of its paper. In one piece: a seam between two would be seen in the words that it runs through."""
    width, height = page.get_size()
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    share = min(paper.width() / width, paper.height() / height)  # printer's dots a point
    bitmap = page.render(scale=min(share, FINEST / INCH), prefer_bgrx=True, optimize_mode="print")
    image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    left, top = (paper.width() - width * share) / 2, (paper.height() - height * share) / 2
    painter.drawImage(QRectF(left, top, width * share, height * share), image)
    bitmap.close()
