"""An offer's file, of any kind that offers come in, to its text."""

import io
import zipfile

from jobmatch_desktop.domain.format_errors import NotText
from jobmatch_desktop.domain.offer_errors import NotOffer, OfferTooLarge
from jobmatch_desktop.formats.cv_lines.line import Line
from jobmatch_desktop.formats.readers.html_offer_page import MOST_BYTES, OfferPage, is_page
from jobmatch_desktop.formats.readers.plain_text import text_in

MOST_BYTES_OF_TEXT = 5_000_000
_MEGABYTE = 1_000_000
_GAP = 0.6


def read_offer_source(name: str, data: bytes, charset: str = "") -> OfferPage:
    """The text in a PDF, a Word document, a page (HTML) or a text; the bytes tell which, and the ending of `name` where they do not.
    `charset` is what a server said of it.

    Raises `OfferTooLarge`, `NotOffer`, and the readers' errors (domain/reading_errors.py, format_errors.py). Blocks for as long as
    the file is large; pdfium: not from two threads at once.
    """
    if len(data) > MOST_BYTES:
        raise OfferTooLarge(megabytes=MOST_BYTES // _MEGABYTE)
    if b"%PDF-" in data[:1024]:
        from jobmatch_desktop.formats.readers.pdf import pdf_lines

        return OfferPage(_text(pdf_lines(data)))
    if data.startswith(b"PK"):
        return OfferPage(_text(_word_lines(data)))
    if len(data) > MOST_BYTES_OF_TEXT:
        raise OfferTooLarge(megabytes=MOST_BYTES_OF_TEXT // _MEGABYTE)
    try:
        if is_page(name, data):
            from jobmatch_desktop.formats.readers.html_offer import read_offer_page

            return read_offer_page(data, charset)
        return OfferPage(text_in(data))
    except NotText as error:
        raise NotOffer(found=error.trouble.values["found"]) from error


def _word_lines(data: bytes) -> list[Line]:
    from jobmatch_desktop.formats.readers.docx import lines_in

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise NotOffer(found="a packed file that is damaged") from error
    if not any(entry.filename == "word/document.xml" for entry in entries):
        raise NotOffer(found="a packed file")
    if sum(entry.file_size for entry in entries) > 10 * MOST_BYTES:
        raise OfferTooLarge(megabytes=10 * MOST_BYTES // _MEGABYTE)
    return lines_in(data)


def _text(lines: list[Line]) -> str:
    """Lines of a page, with their marks and the gaps between them."""
    said: list[str] = []
    for line in lines:
        if said and (line.gap > _GAP or line.fresh) and not line.marked:
            said.append("")
        said.append(f"- {line.text}" if line.marked else line.text)
    return "\n".join(said)
