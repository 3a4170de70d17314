"""What two readers find in a file that was just written: the program's own importer, and another library."""

import html
import io
import re
from typing import Any

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.formats.cv_lines.document import imported_of
from jobmatch_desktop.formats.cv_lines.line import Line

_BREAKS = re.compile(r"<(?:br\s*/?|/p|/h\d|/li|/tr|/td|/th)>")
_TAGS = re.compile(r"<[^>]*>")
_ADDRESSES = re.compile(r'<a href="([^"]*)"')
# mammoth keeps what a style means only where it is told; headings are so by themselves.
_STYLES = "\n".join(
    f"p[style-name='{name}'] => {tag}:fresh"
    for name, tag in (("Title", "h1"), ("Subject", "h2"), ("Contact", "p"), ("Details", "p"), ("List Bullet", "li"))
)


class Returned(msgspec.Struct, frozen=True):
    """`own` are the lines of the program's own reader in reading order, and `profile` what its importer makes of them (JSON Resume);
    `other` is the text by the other library (pypdf, mammoth) in its order, `links` the addresses that it finds."""

    own: tuple[str, ...] = ()
    profile: dict[str, Any] = {}
    other: str = ""
    links: tuple[str, ...] = ()


def read_again(name: str, data: bytes) -> Returned:
    """What both readers find in a PDF or DOCX, by the ending of `name`. A reader that finds nothing leaves its part empty.

    Blocks for some 100 ms a page; pdfium: not from two threads at once, so in a process of its own.
    """
    own, other = (_own_pdf, _pypdf) if name.lower().endswith(".pdf") else (_own_docx, _mammoth)
    try:
        lines = own(data)
        profile = imported_of(lines).profile
    except JobMatchError:  # it finds no words, or no CV: that is what it found
        lines, profile = [], {}
    text, links = other(data)
    return Returned(tuple(line.text for line in lines), profile, text, links)


def _own_pdf(data: bytes) -> list[Line]:
    from jobmatch_desktop.formats.readers.pdf import pdf_lines

    return pdf_lines(data)


def _own_docx(data: bytes) -> list[Line]:
    from jobmatch_desktop.formats.readers.docx import lines_in

    return lines_in(data)


def _pypdf(data: bytes) -> tuple[str, tuple[str, ...]]:
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(data))
    links = []
    for page in reader.pages:
        for note in page.get("/Annots", ()):
            address = note.get_object().get("/A", {}).get("/URI")
            if address is not None:
                links.append(str(address))
    return "\n".join(page.extract_text() for page in reader.pages), tuple(links)


def _mammoth(data: bytes) -> tuple[str, tuple[str, ...]]:
    import mammoth

    page = mammoth.convert_to_html(io.BytesIO(data), style_map=_STYLES).value
    links = tuple(html.unescape(address) for address in _ADDRESSES.findall(page))
    return html.unescape(_TAGS.sub("", _BREAKS.sub("\n", page))), links
