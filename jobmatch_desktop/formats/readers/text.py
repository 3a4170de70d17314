"""A CV as Markdown or plain text to JSON Resume."""

import re

from jobmatch_desktop.formats.cv_lines.document import imported_of
from jobmatch_desktop.formats.cv_lines.headings import is_known_heading
from jobmatch_desktop.formats.cv_lines.line import Line, Word
from jobmatch_desktop.formats.imported import Imported
from jobmatch_desktop.formats.readers.markdown import normalised, read_markdown
from jobmatch_desktop.formats.readers.markdown_lines import markdown_lines
from jobmatch_desktop.formats.readers.plain_text import text_in
from jobmatch_desktop.formats.readers.wholeness import wholeness

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?!\s*$|[#>\-*+•])(.+)\n(={3,}|-{3,})[ \t]*$", re.MULTILINE)
_MARK = re.compile(r"^(\s*)(?:[•●○◦▪■□‣▸►▶⁃∙·➢❖✓*–—-]|o(?=\s{2,}))\s+(?=\S)|^(\s*)[•●▪■‣▸►](?=\S)")
_WIDE_SPACE = re.compile(r"\t+| {3,}")
_RULE = re.compile(r"^[\s\-_=*~.•·]{3,}$")
_WIDTH = 0.85
_LONGEST, _LONGEST_LINE = 60_000, 4_000
"""Characters; a CV of 20 pages has some 60,000."""


def read_text(data: bytes) -> Imported:
    """The JSON Resume document in Markdown or in text with lines, as it is copied out of another program.

    Any encoding that `text_in` reads. Raises `NotText` and `EmptyText`. Blocks for some 10 ms; any thread.
    """
    text = text_in(data)
    readings: list[Imported] = []
    if _HEADING.search(text) or _UNDERLINED.search(text):
        # In the program's own grammar first; what others write in another way reads better as the lines of a page. Longer than any
        # CV is, that would take long.
        readings.append(Imported(read_markdown(data)))
        if len(text) <= _LONGEST and max(map(len, text.splitlines())) <= _LONGEST_LINE:
            readings.append(imported_of(markdown_lines(normalised(text))))
    lines = lines_in(text)
    if not _HEADING.search(text) and any(is_known_heading(line.text) for line in lines):
        readings.append(imported_of(lines))
    if not readings:
        # No title that the tables know: nothing tells what its lines are but Markdown's own marks.
        readings.append(Imported(read_markdown(data)))
    return max(readings, key=lambda reading: wholeness(reading.profile))


def lines_in(text: str) -> list[Line]:
    """Lines of a text as a page would have them: a mark at the beginning, tabulators between cells, empty lines as gaps."""
    rows = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").replace("\xa0", " ").split("\n")
    width = max((len(row.rstrip()) for row in rows), default=0)
    filled = sum(len(row.rstrip()) >= _WIDTH * width for row in rows) >= 3
    lines: list[Line] = []
    blank = 0
    for row in rows:
        if not row.strip() or _RULE.match(row):
            blank += 1
            continue
        found = _MARK.match(row)
        bare = row[found.end() :] if found else row
        words: list[Word] = []
        for number, cell in enumerate(_WIDE_SPACE.split(bare.strip())):
            words.extend(Word(word, apart=bool(number) and not place) for place, word in enumerate(cell.split()))
        if words:
            indent = float(len(row) - len(row.lstrip()))
            wide = filled and len(row.rstrip()) >= _WIDTH * width
            lines.append(Line(tuple(words), found is not None, 1.0 if blank and lines else 0.0, indent * 4, wide))
        blank = 0
    return lines
