"""A document as a Word file: real styles, real lists, links, and a description of itself."""

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.inline_markdown import InlineSpan, plain, spans
from jobmatch_desktop.formats.words import shown
from jobmatch_desktop.formats.writers.docx_styles import lay_out_letter, set_up
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.words import (
    author_of,
    dates_last,
    runs_left,
    starts_right,
    title_of,
)

_CHARACTERS_A_LINE = 92
_NO_DAY = "1980-01-01"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def write_docx(document: CvDocument, style: Style) -> bytes:
    """The document as DOCX, the same bytes each time. Blocks for some 50 ms; any thread."""
    import docx

    page = docx.Document()
    set_up(page, shown(plain(document.name)), style.language)
    writer = _Writer(page, runs_left(style.language))
    writer.document(document, style)
    described = page.core_properties
    described.title, described.author = title_of(document, style)[:255], author_of(document, style)[:255]
    described.language, described.comments, described.last_modified_by = style.language, "", ""
    described.created = described.modified = datetime.fromisoformat(style.today or _NO_DAY).replace(tzinfo=UTC)
    buffer = io.BytesIO()
    page.save(buffer)
    return _undated(buffer.getvalue())


class _Writer:
    """Adds a document's parts to a page, in order."""

    def __init__(self, page: Any, runs_left: bool) -> None:
        self._page = page
        self._runs_left = runs_left

    def document(self, document: CvDocument, style: Style) -> None:
        if document.name:
            self._paragraph((document.name,), "Title")
        if document.contact:
            self._paragraph(document.contact, "Contact")
        preamble = [paragraph for block in document.preamble for paragraph in self._block(block)]
        for section in document.sections:
            if section.title:
                self._paragraph((section.title,), "Subject" if style.kind is DocumentKind.LETTER else "Heading 1")
            for part in section.content:
                if isinstance(part, Entry):
                    self._entry(part)
                else:
                    self._block(part)
        if style.kind is DocumentKind.LETTER:
            lay_out_letter(self._page, preamble, style.language)

    def _entry(self, entry: Entry) -> None:
        words = len(plain(entry.title + entry.organisation + entry.details))
        beside = words <= _CHARACTERS_A_LINE and (entry.title or entry.organisation)
        if entry.title or entry.organisation:
            heading = self._paragraph((), "Heading 2")
            self._words(heading, entry.title, bold=True)
            if entry.organisation:
                heading.add_run(", " if entry.title else "")
                self._words(heading, entry.organisation)
            if entry.details and beside:
                heading.add_run("\t")
                self._words(heading, dates_last(entry.details), style="Details Characters")
        if entry.details and not beside:
            self._paragraph((dates_last(entry.details),), "Details")
        for block in entry.blocks:
            self._block(block)

    def _block(self, block: Block) -> list[Any]:
        if isinstance(block, Bullets):
            items = [self._paragraph((item,), "List Bullet") for item in block.items]
            if sum(map(starts_right, block.items)) * 2 > len(items):
                for item in items:
                    _from_the_right(item)
            return items
        paragraph = self._paragraph(block.lines, "Normal")
        if block.lines and starts_right(block.lines[0]):
            _from_the_right(paragraph)
        return [paragraph]

    def _paragraph(self, lines: Iterable[str], style: str) -> Any:
        paragraph = self._page.add_paragraph(style=style)
        for number, line in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            self._words(paragraph, line)
        if self._runs_left:
            _from_the_right(paragraph)
        return paragraph

    def _words(self, paragraph: Any, text: str, bold: bool = False, style: str | None = None) -> None:
        for span in spans(text):
            run = paragraph.add_run(shown(span.text).replace("\t", " "), style=style)
            if span.bold or bold:
                run.bold = run.font.cs_bold = True
            if span.italic:
                run.italic = run.font.cs_italic = True
            if starts_right(span.text):
                run.font.rtl = True
            if span.url:
                _link(paragraph, run, span)


def _from_the_right(paragraph: Any) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.append(OxmlElement("w:bidi"))


def _link(paragraph: Any, run: Any, span: InlineSpan) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    address = paragraph.part.relate_to(shown(span.url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), address)
    run._r.addprevious(link)
    link.append(run._r)


def _undated(data: bytes) -> bytes:
    """The same package without the time of its writing in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as undated:
        for name in package.namelist():
            content = package.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"<cp:revision>\d*</cp:revision>", b"<cp:revision>1</cp:revision>", content)
            undated.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
