"""A document as a Word file: real styles, real lists, links, a description of itself, and the look of its template."""

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Section
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.inline_markdown import InlineSpan, plain, spans
from jobmatch_desktop.formats.contact_details import headline_of
from jobmatch_desktop.formats.words import shown
from jobmatch_desktop.formats.writers.arranging import arranged
from jobmatch_desktop.formats.writers.docx_photo import add_photo
from jobmatch_desktop.formats.writers.docx_sheet import CELL_MARGIN_MM, DATES_MM, SIDE_MM, Sheet, sheet_of
from jobmatch_desktop.formats.writers.docx_styles import lay_out_letter, set_up, shade
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.template import find_template
from jobmatch_desktop.formats.writers.words import (
    SEPARATOR,
    author_of,
    dates_last,
    place_and_dates,
    runs_left,
    starts_right,
    title_of,
    without_part,
)
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.letter_habits import habit_of, parts_of
from jobmatch_desktop.writing.titles import role_of

_CHARACTERS_A_LINE = 92
_NO_DAY = "1980-01-01"
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def write_docx(document: CvDocument, style: Style, *templates: Path) -> bytes:
    """The document as DOCX, the same bytes each time. Blocks for some 50 ms; any thread. `templates` are the folders of templates;
    none: the program's own. Raises `TemplateMissing`, `PhotoUnusable`."""
    import docx

    template = find_template(templates or (resource("templates"),), style.template).template
    sheet = sheet_of(template, style.options, style.kind)
    page = docx.Document()
    set_up(page, shown(plain(document.name)), style.language, sheet)
    writer = _Writer(page, sheet, runs_left(style.language))
    arranged_document = arranged(document, style)
    if style.kind is DocumentKind.LETTER:
        writer.letter(arranged_document, style)
    else:
        writer.cv(arranged_document)
    described = page.core_properties
    described.title, described.author = title_of(document, style)[:255], author_of(document, style)[:255]
    described.language, described.comments, described.last_modified_by = style.language, "", ""
    described.created = described.modified = datetime.fromisoformat(style.today or _NO_DAY).replace(tzinfo=UTC)
    buffer = io.BytesIO()
    page.save(buffer)
    return _undated(buffer.getvalue())


class _Writer:
    """Adds a document's parts to a page, in order. `into` is the page, or a cell of it."""

    def __init__(self, page: Any, sheet: Sheet, runs_left: bool) -> None:
        self._page = self._into = page
        self._sheet = sheet
        self._runs_left = runs_left
        self._width = sheet.width

    def cv(self, document: CvDocument) -> None:
        if self._sheet.photo:
            add_photo(self._page, self._sheet.photo, author_of(document, Style()))
        self._head(document)
        for block in document.preamble:
            self._block(block)
        beside = [section for section in document.sections if role_of(section.title) in self._sheet.look.sidebar]
        if beside and len(beside) < len(document.sections):
            self._columns(beside, [section for section in document.sections if section not in beside])
        else:
            self._sections(document.sections)

    def letter(self, document: CvDocument, style: Style) -> None:
        self._head(document)
        habit = habit_of(style.options.country, style.language)
        roles = []
        for part in parts_of(document, habit):
            if part.content is None:
                self._paragraph((part.title,), "Subject")
            elif isinstance(part.content, Entry):
                self._entry(part.content)
            else:
                roles.append((part.role, self._block(part.content)))
        lay_out_letter(self._page, habit.sides, roles, self._sheet)

    def _head(self, document: CvDocument) -> None:
        if document.name:
            self._paragraph((document.name,), "Title")
        lines: tuple[str, ...] = document.contact
        headline = headline_of(lines) if self._sheet.look.headline else ""
        last = self._sheet.look.entry == "dates-left"
        if headline and not last:
            self._paragraph((headline,), "Headline")
        if headline:
            lines = tuple(filter(None, (without_part(line, headline) for line in lines)))
        if last:
            lines = tuple(part for line in lines for part in line.split(SEPARATOR))
        if lines:
            self._paragraph(lines, "Contact")
        if headline and last:
            self._paragraph((headline,), "Headline")

    def _columns(self, beside: list[Section], others: list[Section]) -> None:
        """A table of one row: the sections of the narrow column, and the others."""
        from docx.enum.table import WD_TABLE_ALIGNMENT
        from docx.shared import Mm

        table = self._page.add_table(rows=1, cols=2)
        table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.LEFT
        cells = table.rows[0].cells
        for column, width in zip(table.columns, (SIDE_MM, self._sheet.width - SIDE_MM), strict=True):
            column.width = Mm(width)
        for cell, width, sections in zip(cells, (SIDE_MM, self._sheet.width - SIDE_MM), (beside, others), strict=True):
            cell.width = Mm(width)
            first = cell.paragraphs[0]
            self._into, self._width = cell, width - 2 * CELL_MARGIN_MM
            self._sections(sections)
            first._p.getparent().remove(first._p)
            for paragraph in cell.paragraphs:
                # What is kept with the next in a row keeps the whole row, which may be longer than a page.
                paragraph.paragraph_format.keep_with_next = False
        self._into, self._width = self._page, self._sheet.width
        shade(cells[0]._tc.get_or_add_tcPr(), self._sheet.soft)

    def _sections(self, sections: Iterable[Section]) -> None:
        for section in sections:
            if section.title:
                self._paragraph((section.title,), "Heading 1")
            written = len(self._into.paragraphs)
            for part in section.content:
                if isinstance(part, Entry):
                    self._entry(part)
                else:
                    self._block(part)
            if section.title:
                # The space below the title is enough, which Word adds to that above the first entry.
                for first in self._into.paragraphs[written : written + 1]:
                    first.paragraph_format.space_before = 0

    def _entry(self, entry: Entry) -> None:
        match self._sheet.look.entry:
            case "below" if self._width > SIDE_MM:
                self._below(entry)
            case "below" | "stacked":
                self._stacked(entry)
            case "dates-left":
                self._dates_left(entry)
            case _:
                self._beside(entry)

    def _beside(self, entry: Entry) -> None:
        words = len(plain(entry.title + entry.organisation + entry.details))
        beside = words <= _CHARACTERS_A_LINE and (entry.title or entry.organisation)
        if entry.title or entry.organisation:
            heading = self._heading(entry)
            if entry.details and beside:
                self._at_edge(heading, dates_last(entry.details))
        if entry.details and not beside:
            self._paragraph((dates_last(entry.details),), "Details")
        self._blocks(entry)

    def _below(self, entry: Entry) -> None:
        place, dates = place_and_dates(entry.details)
        named = entry.title or entry.organisation
        if named:
            heading = self._paragraph((), "Heading 2")
            self._words(heading, named, bold=True)
            if dates:
                self._at_edge(heading, dates)
        elif dates:
            self._paragraph((dates,), "Details")
        organisation = entry.organisation if entry.title else ""
        if organisation and place:
            line = self._paragraph((organisation,), "Organisation")
            if self._sheet.look.organisation == "italic":
                self._at_edge(line, place)
            else:
                line.add_run(SEPARATOR)
                self._words(line, place, style="Details Characters")
        elif organisation or place:
            self._paragraph((organisation or place,), "Organisation" if organisation else "Details")
        self._blocks(entry)

    def _stacked(self, entry: Entry) -> None:
        place, dates = place_and_dates(entry.details)
        if named := entry.title or entry.organisation:
            self._words(self._paragraph((), "Heading 2"), named, bold=True)
        second = SEPARATOR.join(filter(None, (entry.organisation if entry.title else "", place)))
        if second:
            self._paragraph((second,), "Organisation")
        if dates:
            self._paragraph((dates,), "Details")
        self._blocks(entry)

    def _dates_left(self, entry: Entry) -> None:
        from docx.shared import Mm

        place, dates = place_and_dates(entry.details)
        heading = self._paragraph((), "Heading 2")
        self._words(heading, dates, style="Details Characters")
        heading.add_run("\t")
        self._title(heading, entry)
        below = [self._paragraph((place,), "Details")] if place else []
        for paragraph in (*below, *self._blocks(entry)):
            paragraph.paragraph_format.left_indent = Mm(DATES_MM + (5 if paragraph.style.name == "List Bullet" else 0))

    def _heading(self, entry: Entry) -> Any:
        heading = self._paragraph((), "Heading 2")
        self._title(heading, entry)
        return heading

    def _title(self, heading: Any, entry: Entry) -> None:
        self._words(heading, entry.title, bold=True)
        if entry.organisation:
            heading.add_run(", " if entry.title else "")
            self._words(heading, entry.organisation)

    def _at_edge(self, paragraph: Any, text: str) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm

        if self._into is not self._page:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(self._width), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run("\t")
        self._words(paragraph, text, style="Details Characters")

    def _blocks(self, entry: Entry) -> list[Any]:
        from docx.shared import Pt

        written = [self._block(block) for block in entry.blocks]
        for paragraphs, following in zip(written, entry.blocks[1:], strict=False):
            if isinstance(following, Bullets):
                # What leads to a list is near to it, on the same page.
                paragraphs[-1].paragraph_format.space_after = Pt(2)
                paragraphs[-1].paragraph_format.keep_with_next = True
        return [paragraph for paragraphs in written for paragraph in paragraphs]

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
        paragraph = self._into.add_paragraph(style=style)
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
