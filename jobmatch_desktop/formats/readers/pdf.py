"""A CV as a PDF to JSON Resume: characters with their places, then columns, lines, sections, entries, fields."""

import contextlib
from collections.abc import Iterator

import msgspec
import pypdfium2
import pypdfium2.raw as pdfium

from jobmatch_desktop.domain.reading_errors import (
    FileDamaged,
    FormOfAnotherProgram,
    NoWordsInPdf,
    PdfLocked,
    PdfOfFiles,
    TooManyPages,
)
from jobmatch_desktop.formats.cv_lines.document import imported_of
from jobmatch_desktop.formats.cv_lines.line import Line, Word
from jobmatch_desktop.formats.imported import Box, Imported
from jobmatch_desktop.formats.readers.pdf_layout.characters import characters_of
from jobmatch_desktop.formats.readers.pdf_layout.lines import Page, lines_of
from jobmatch_desktop.formats.readers.pdf_layout.shapes import links_on, shapes_on
from jobmatch_desktop.formats.readers.pdf_layout.words import words_on

MOST_PAGES = 60
_FEWEST_WORDS = 5
_WORDS_OF_A_COVER = 80
_FILES_NAMED = 3


def read_pdf(data: bytes) -> Imported:
    """The JSON Resume document in a PDF, each field with its page, boxes and confidence; nothing of it is invented.

    Raises `PdfLocked`, `FileDamaged`, `TooManyPages`, `NoWordsInPdf`, `FormOfAnotherProgram`, `PdfOfFiles`. Blocks for some 20 ms a
    page; not from two threads at once (pdfium).
    """
    return imported_of(pdf_lines(data))


def pdf_lines(data: bytes) -> list[Line]:
    """The lines of a PDF of any kind, such as an offer, in reading order. Raises and blocks as `read_pdf`."""
    with _opened(data) as document:
        if len(document) > MOST_PAGES:
            raise TooManyPages(pages=len(document), most=MOST_PAGES)
        return lines_in(document)


def lines_in(document: pypdfium2.PdfDocument) -> list[Line]:
    """The document's lines in reading order. Raises what says that there are none."""
    form = document.get_formtype()
    if form == pdfium.FORMTYPE_XFA_FULL:
        raise FormOfAnotherProgram
    pages: list[Page] = []
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError as fault:
            raise FileDamaged(kind="a PDF") from fault
        try:
            if form == pdfium.FORMTYPE_ACRO_FORM:
                # What was filled in stands beside the page until it is printed onto it.
                page = _with_form(document, page, number)
            words = _linked(words_on(characters_of(page), number), links_on(page, document, number))
            pages.append(Page(words, shapes_on(page), page.get_height()))
        finally:
            page.close()
    count = sum(len(page.words) for page in pages)
    if count < _WORDS_OF_A_COVER and (names := _files_in(document)):
        raise PdfOfFiles(files=", ".join(names))
    if count < _FEWEST_WORDS:
        raise NoWordsInPdf
    return lines_of(pages)


@contextlib.contextmanager
def _opened(data: bytes) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as fault:
        if getattr(fault, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise PdfLocked from fault
        raise FileDamaged(kind="a PDF") from fault
    try:
        if not pages:
            raise FileDamaged(kind="a PDF")
        yield document
    finally:
        document.close()


def _with_form(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, number: int) -> pypdfium2.PdfPage:
    """The page with its form's fields printed onto it."""
    if pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return page
    page.close()
    return document[number]


def _linked(words: list[Word], links: list[tuple[Box, str]]) -> list[Word]:
    """The words, with the addresses of the links that they stand on."""
    if not links:
        return words
    found: list[Word] = []
    for word in words:
        box = word.box
        assert box is not None
        middle, height = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        url = next((url for at, url in links if at.left <= middle <= at.right and at.top <= height <= at.bottom), "")
        found.append(msgspec.structs.replace(word, url=url) if url else word)
    return found


def _files_in(document: pypdfium2.PdfDocument) -> list[str]:
    """The names of the first files that the PDF carries."""
    found = [
        document.get_attachment(place).get_name() for place in range(min(document.count_attachments(), _FILES_NAMED))
    ]
    return [name for name in found if name]
