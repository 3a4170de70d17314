"""Which writer a file's ending stands for."""

from collections.abc import Callable
from pathlib import PurePath

import msgspec

from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.file_errors import FormatUnknown
from jobmatch_desktop.domain.remark import Remark
from jobmatch_desktop.formats.writers.docx import write_docx
from jobmatch_desktop.formats.writers.html import write_html
from jobmatch_desktop.formats.writers.json_resume import write_json_resume
from jobmatch_desktop.formats.writers.markdown import write_markdown
from jobmatch_desktop.formats.writers.overflow import overflow
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.text import write_text

ENDINGS = ("pdf", "docx", "md", "html", "txt", "json")
"""The endings of the files that are written."""

_PLAIN: dict[str, Callable[[CvDocument, Style], bytes]] = {
    "md": write_markdown,
    "txt": write_text,
    "json": write_json_resume,
}


class Written(msgspec.Struct, frozen=True):
    """A file's bytes and what a person should know of them."""

    data: bytes
    warnings: tuple[Remark, ...] = ()


def ending_of(path: PurePath) -> str:
    """The ending of a file that is to be written, one of `ENDINGS`. Raises `FormatUnknown` for another or none."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in ENDINGS:
        raise FormatUnknown(path=path, endings=", ".join(ENDINGS))
    return ending


def write(path: PurePath, document: CvDocument, style: Style, pdf: PdfWriter) -> Written:
    """The document in the format of the path's ending; nothing is written to disk. Blocks; any thread.

    Raises `FormatUnknown`, `TemplateMissing`, `TemplateFault`, `PhotoUnusable`.
    """
    ending = ending_of(path)
    if ending == "pdf":
        written = pdf.write(document, style)
        cut = None if written.fits else overflow(document, style, written)
        return Written(written.data, tuple(filter(None, (written.boxes, written.stand_in, cut))))
    if ending == "docx":
        return Written(write_docx(document, style, *pdf.folders))
    if ending == "html":
        return Written(write_html(document, style, *pdf.folders))
    return Written(_PLAIN[ending](document, style))
