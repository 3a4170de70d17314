"""The lines of a Markdown text as a page would show them: titles larger, bold and italic words, tables as cells."""

import re
from collections.abc import Iterator

from jobmatch_desktop.domain.inline_markdown import spans
from jobmatch_desktop.formats.cv_lines.line import Line, Style, Word

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(?=\S)")
_MARK = re.compile(r"^(\s*)(?:[-*+•]|\d{1,2}[.)])\s+(?=\S)")
_QUOTE = re.compile(r"^\s*>\s?")
_ROW = re.compile(r"^\s*\|(.+)\|\s*$")
_RULE_OF_TABLE = re.compile(r"^[\s|:-]+$")
_BREAK = re.compile(r"<br\s*/?>|\\$")
# Between two spans of code there is only a space: `Python` `C++`.
_BETWEEN_CODE = re.compile(r"(?<=[^\s`]`) +(?=`[^\s`])")
_SIZES = (20.0, 15.0, 12.5, 11.0, 10.5, 10.5)
_TEXT = 10.0


def markdown_lines(text: str) -> list[Line]:
    """The lines, titles of each level in a size of its own. `text` as `markdown.normalised` gives it. Never raises."""
    lines: list[Line] = []
    blank = False
    rows = text.split("\n")
    for place, row in enumerate(rows):
        if not row.strip():
            blank = True
            continue
        if _ROW.match(row) and (_RULE_OF_TABLE.match(row) or _is_head_of_table(rows, place)):
            continue
        for part in _BREAK.split(row):
            if (line := _line(part, gap=1.0 if blank and lines else 0.0)) is not None:
                lines.append(line)
                blank = False
    return lines


def _is_head_of_table(rows: list[str], place: int) -> bool:
    """Whether a row holds the names of a table's columns: they are no words of the CV's."""
    return place + 1 < len(rows) and "-" in rows[place + 1] and bool(_RULE_OF_TABLE.match(rows[place + 1]))


def _line(row: str, gap: float) -> Line | None:
    row = _without_code(_QUOTE.sub("", row))
    size, marked, indent = _TEXT, False, 0.0
    if heading := _HEADING.match(row):
        size, row = _SIZES[len(heading[1]) - 1], row[heading.end() :]
    elif mark := _MARK.match(row):
        marked, indent, row = True, 4.0 * len(mark[1]), row[mark.end() :]
    table = None if heading else _ROW.match(row)
    cells = table[1].split("|") if table else [row]
    words = [word for number, cell in enumerate(cells) for word in _words(cell, size, apart=number > 0)]
    return Line(tuple(words), marked, gap, indent) if words else None


def _without_code(row: str) -> str:
    """The row without the marks of code; several spans of code one after the other are a list."""
    return re.sub(r"`([^`]+)`", r"\1", _BETWEEN_CODE.sub(", ", row))


def _words(cell: str, size: float, *, apart: bool) -> Iterator[Word]:
    """The words of a cell. Words that only a change of style parts are one, in the style of its first."""
    open_text, open_style, open_url = "", Style(), ""
    for span in spans(cell):
        style = Style(size, bold=span.bold or size > _TEXT, italic=span.italic)
        for piece in re.split(r"(\s+)", span.text):
            if piece and not piece.isspace():
                if not open_text:
                    open_style, open_url = style, span.url
                open_text += piece
            elif piece and open_text:
                yield Word(open_text, open_style, apart=apart, url=open_url)
                open_text, apart = "", False
    if open_text:
        yield Word(open_text, open_style, apart=apart, url=open_url)
