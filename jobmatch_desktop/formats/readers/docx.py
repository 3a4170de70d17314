"""A CV as a Word document to JSON Resume: paragraphs, tables, text boxes and headers as lines, then as those of a page."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from jobmatch_desktop.domain.reading_errors import FileDamaged, NothingRead
from jobmatch_desktop.formats.cv_lines.document import imported_of
from jobmatch_desktop.formats.cv_lines.headings import is_known_heading
from jobmatch_desktop.formats.cv_lines.line import Line, Style, Word
from jobmatch_desktop.formats.imported import Imported
from jobmatch_desktop.formats.packed import UNPACKING_FAULTS
from jobmatch_desktop.formats.readers.docx_styles import DocxStyles, ParagraphStyle

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MARK = re.compile(r"^\s*(?:[•●○◦▪■□‣▸►▶⁃∙·➢❖✓–—-]|[\ue000-\uf8ff]|o(?=\s{2,}))\s+|^\s*[•●▪■‣▸►]")


def read_docx(data: bytes) -> Imported:
    """The JSON Resume document in a Word document; fields have no place on a page, for it has none. Macros are not looked at.

    Raises `FileDamaged` and `NothingRead`. Blocks for some 50 ms; any thread.
    """
    lines = lines_in(data)
    if not any(sign.isalnum() for line in lines for sign in line.text):
        raise NothingRead
    return imported_of(lines)


def lines_in(data: bytes) -> list[Line]:
    """The document's lines: headers of its pages first, each cell of a table by itself where it holds a column of the page.

    Raises `FileDamaged`.
    """
    from docx import Document
    from docx.exceptions import PythonDocxError
    from docx.opc.exceptions import OpcError
    from docx.oxml.exceptions import XmlchemyError
    from lxml.etree import LxmlError

    faults = (
        OpcError, PythonDocxError, XmlchemyError, LxmlError, KeyError, ValueError, AttributeError, *UNPACKING_FAULTS
    )  # fmt: skip
    try:
        document = Document(io.BytesIO(data))
    except (TypeError, *faults) as fault:
        # A TypeError: a relation that leads nowhere, whose address python-docx joins all the same.
        raise FileDamaged(kind="a Word document") from fault
    try:
        styles = DocxStyles(document)
        parts = [document.element.body]
        heads = {
            id(section.header.part): section.header._element
            for section in document.sections
            if not section.header.is_linked_to_previous
        }
        links = {
            key: relation.target_ref
            for key, relation in document.part.rels.items()
            if relation.reltype.endswith("/hyperlink")
        }
        reader = _Reader(styles, links)
        lines = [line for head in heads.values() for line in reader.block(head)]
        for part in parts:
            lines.extend(reader.block(part))
        feet = {
            id(section.footer.part): section.footer._element
            for section in document.sections
            if not section.footer.is_linked_to_previous
        }
        for foot in feet.values():
            lines.extend(line for line in reader.block(foot) if not _is_page_number(line))
    except faults as fault:
        raise FileDamaged(kind="a Word document") from fault
    return lines


def _is_page_number(line: Line) -> bool:
    return not re.search(r"[^\W\d_]{3,}", re.sub(r"(?i)page|sur|of", "", line.text))


class _Reader:
    """Walks a document's blocks. A column of a table or text box that holds sections of its own is a column of the page."""

    def __init__(self, styles: DocxStyles, links: dict[str, str]) -> None:
        self._styles = styles
        self._links = links
        self._column = 0

    def block(self, parent: Any) -> Iterator[Line]:
        """The lines of a body, a header, a cell or a text box."""
        blank = False
        for element in parent:
            if element.tag == f"{_W}p":
                boxes = list(self._boxes(element))
                lines = list(self._paragraph(element))
                if lines and blank:
                    lines[0] = msgspec.structs.replace(lines[0], gap=lines[0].gap + 1.0)
                blank = not lines
                yield from lines
                for box in boxes:
                    yield from self._apart(list(self.block(box)))
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}smartTag"):
                yield from self.block(element)

    def _boxes(self, paragraph: Any) -> Iterator[Any]:
        """Text boxes anchored in a paragraph: once each, though older programs' form stands beside the newer."""
        for found in paragraph.iter(f"{_W}txbxContent"):
            above = [parent.tag for parent in found.iterancestors()]
            if f"{_MC}Fallback" not in above and above.count(f"{_W}txbxContent") == 0:
                yield found

    def _apart(self, lines: list[Line]) -> list[Line]:
        """Lines that stand beside the text: a column of their own where they begin with a section."""
        if not any(is_known_heading(line.text) for line in lines):
            return lines
        self._column += 1
        found = [
            msgspec.structs.replace(line, column=self._column, fresh=not place) for place, line in enumerate(lines)
        ]
        self._column += 1
        return found

    def _table(self, table: Any) -> Iterator[Line]:
        rows = [
            [list(self.block(cell)) for cell in row.iter(f"{_W}tc") if _table_of(cell) is table]
            for row in table.iter(f"{_W}tr")
        ]
        rows = [[cell for cell in row if cell] for row in rows]
        for row in rows:
            sections = [sum(is_known_heading(line.text) for line in cell) for cell in row]
            long = [cell for cell in row if len(cell) > 1]
            if len(row) > 1 and sum(map(bool, sections)) and sum(len(cell) for cell in row) > 6 and sum(sections) > 1:
                for cell in sorted(row, key=len):
                    yield from self._column_of(cell)
            elif len(row) > 1 and len(long) <= 1:
                yield from _side_by_side(row)
            elif len(row) > 1 and len(row[0]) <= 3 and all(len(line.text) < 45 for line in row[0]):
                # A label or dates of several lines beside what they label.
                label = tuple(word for line in row[0] for word in line.words)
                yield from _side_by_side([[msgspec.structs.replace(row[0][0], words=label)], *row[1:]])
            else:
                for cell in row:
                    yield from cell

    def _column_of(self, cell: list[Line]) -> Iterator[Line]:
        self._column += 1
        for place, line in enumerate(cell):
            yield msgspec.structs.replace(line, column=self._column, fresh=not place)

    def _paragraph(self, paragraph: Any) -> Iterator[Line]:
        style = self._styles.of_paragraph(paragraph)
        rows: list[list[Word]] = [[]]
        fresh = False
        open_word = ""
        open_style: Style | None = None
        open_url = ""

        def close() -> None:
            nonlocal open_word, open_style, open_url, fresh
            if open_word and open_style is not None:
                rows[-1].append(Word(open_word, open_style, None, apart=fresh and bool(rows[-1]), url=open_url))
                fresh = False
            open_word, open_style, open_url = "", None, ""

        for kind, text, look, url in self._pieces(paragraph, style):
            if kind == "break":
                close()
                rows.append([])
            elif kind == "tab":
                close()
                fresh = True
            else:
                for sign in text:
                    if sign.isspace():
                        close()
                        fresh = fresh or sign == "\t"
                    else:
                        open_word += sign
                        open_style = open_style or look
                        open_url = open_url or url
        close()
        for number, row in enumerate(rows):
            line = _line(row, style, number, self._column)
            if line is not None:
                yield line

    def _pieces(self, paragraph: Any, style: ParagraphStyle) -> Iterator[tuple[str, str, Style, str]]:
        for element in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen", f"{_W}sym"):
            if _owner(element) is not paragraph:
                continue
            run = next((parent for parent in element.iterancestors() if parent.tag == f"{_W}r"), None)
            if run is None or any(parent.tag == f"{_W}del" for parent in element.iterancestors()):
                continue
            look = self._styles.of_run(run, style)
            if look is None:
                continue
            tag = element.tag.removeprefix(_W)
            url = self._address_of(run)
            if tag == "t":
                text = element.text or ""
                yield "text", text.upper() if self._styles.in_capitals(run, style) else text, look, url
            elif tag == "tab":
                yield "tab", "", look, url
            elif tag in ("br", "cr"):
                yield "break", "", look, url
            elif tag == "noBreakHyphen":
                yield "text", "-", look, url

    def _address_of(self, run: Any) -> str:
        """Where a run that is a link leads, `""` for one that is none or leads within the document."""
        link = run.getparent()
        known = link.tag == f"{_W}hyperlink" and self._links.get(link.get(f"{_R}id", ""))
        return known or ""


def _owner(element: Any) -> Any:
    """The nearest paragraph around an element."""
    return next((parent for parent in element.iterancestors() if parent.tag == f"{_W}p"), None)


def _table_of(cell: Any) -> Any:
    return next((parent for parent in cell.iterancestors() if parent.tag == f"{_W}tbl"), None)


def _line(words: list[Word], style: ParagraphStyle, number: int, column: int) -> Line | None:
    if not any(sign.isalnum() for word in words for sign in word.text):
        return None
    marked = style.listed and number == 0
    found = _MARK.match(" ".join(word.text for word in words) + " ")
    typed = len(words) > 1 and words[0].text == "o" and words[1].text[:1].isupper()
    if (typed or found) and len(words) > 1 and len(words[0].text) == 1:
        words, marked = words[1:], True
    elif found and len(words[0].text) > 1 and words[0].text[0] in "•●▪■‣▸►":
        words, marked = [msgspec.structs.replace(words[0], text=words[0].text[1:]), *words[1:]], True
    words[0] = msgspec.structs.replace(words[0], apart=False)
    return Line(tuple(words), marked, style.gap if number == 0 else 0.0, style.indent, False, column)


def _side_by_side(row: Iterable[list[Line]]) -> Iterator[Line]:
    """Cells of one row as the cells of one line; what else a cell has follows."""
    cells = list(row)
    words = []
    for number, cell in enumerate(cells):
        first, *others = cell[0].words
        words += [msgspec.structs.replace(first, apart=number > 0), *others]
    yield msgspec.structs.replace(cells[0][0], words=tuple(words))
    for cell in cells:
        yield from cell[1:]
