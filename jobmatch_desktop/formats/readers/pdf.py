"""A CV as a PDF to JSON Resume: characters with their places, then columns, lines, sections, entries, fields."""

import pypdfium2

from jobmatch_desktop.formats.cv_lines.document import imported_of
from jobmatch_desktop.formats.cv_lines.line import Line
from jobmatch_desktop.formats.imported import Imported
from jobmatch_desktop.formats.readers.pdf_layout.characters import characters_of
from jobmatch_desktop.formats.readers.pdf_layout.lines import Page, lines_of
from jobmatch_desktop.formats.readers.pdf_layout.shapes import dots_on
from jobmatch_desktop.formats.readers.pdf_layout.words import words_on


def read_pdf(data: bytes) -> Imported:
    """The JSON Resume document in a PDF, each field with its page, box and confidence. Blocks for some 20 ms a page; not from two
    threads at once (pdfium)."""
    document = pypdfium2.PdfDocument(data)
    try:
        return imported_of(lines_in(document))
    finally:
        document.close()


def lines_in(document: pypdfium2.PdfDocument) -> list[Line]:
    """The document's lines in reading order."""
    pages = []
    for number in range(len(document)):
        page = document[number]
        try:
            pages.append(Page(words_on(characters_of(page), number), dots_on(page), page.get_height()))
        finally:
            page.close()
    return lines_of(pages)
