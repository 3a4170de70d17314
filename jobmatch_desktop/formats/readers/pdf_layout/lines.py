"""The lines of a document's pages in reading order, columns that go over pages whole."""

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.headings import is_known_heading
from jobmatch_desktop.formats.cv_lines.line import Line, Word
from jobmatch_desktop.formats.readers.pdf_layout.cells import Cell, cells_of, rows_of
from jobmatch_desktop.formats.readers.pdf_layout.columns import Region, regions_of
from jobmatch_desktop.formats.readers.pdf_layout.justified import right_edges, whole_row
from jobmatch_desktop.formats.readers.pdf_layout.shapes import Shapes

# Shares of the column's width; a space's width in sizes of the font.
_WIDE = 0.88
_SLACK = 0.015
_SPACE = 0.25
_DOT_REACH = 3.5
_FAR_BELOW = 3.0
_NUMBER = re.compile(r"\d+")
_SMALL_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
# Points.
_SAME_PLACE = 4.0
_LETTERS = re.compile(r"[^\W\d_]+")
_PREFIXES = frozenset(
    (
        "multi",
        "non",
        "self",
        "co",
        "cross",
        "sub",
        "pre",
        "post",
        "full",
        "high",
        "low",
        "long",
        "short",
        "real",
        "end",
        "well",
        "semi",
        "anti",
        "mi",
    )
)
_PAGE_NUMBER = re.compile(r"(?i)(?:page|p\.)?\s*#?\s*(?:[-–]\s*)?(?:(?:of|sur|/|de)\s*#)?\s*#?\s*(?:[-–])?")

_COUNTED = re.compile(r"(?i)(?:^|[-–—|·]\s*)(\d{1,2})\s*(?:of|sur|/|de)\s*(\d{1,2})\s*$")
"""A page's number and how many there are, after a name or alone."""

_NUMBERED = re.compile(r"(?i)(?:^|[-–—|·]\s*)page\s+#(?:\s*(?:of|sur|/|de)\s*[#?]+)?\s*$")


class Page(msgspec.Struct):
    """The words of a page, its small shapes and its height in points."""

    words: list[Word]
    shapes: Shapes
    height: float


def lines_of(pages: Sequence[Page]) -> list[Line]:
    """Every line of the document once, in reading order, without what repeats at the edges of its pages."""
    cells = [_cells(page) for page in pages]
    cells = _without_furniture(cells, [page.height for page in pages])
    usual = statistics.median([cell.size for found in cells for cell in found] or [10.0])

    def heads(cell: Cell) -> bool:
        return not cell.marked and _set_off(cell, usual) and is_known_heading(cell.text)

    flows = _flows([regions_of(found, heads) for found in cells])
    lines = [line for column, flow in enumerate(flows) for line in _flow_lines(flow, column)]
    return _hyphenated(lines)


def _set_off(cell: Cell, usual: float) -> bool:
    """Whether a title's looks set a cell apart from the text of usual size."""
    return cell.size > 1.08 * usual or all(word.style.bold for word in cell.words) or cell.text.isupper()


def _cells(page: Page) -> list[Cell]:
    cells = cells_of(page.words, page.shapes.tags)
    for cell in cells:
        middle = cell.base - 0.3 * cell.size
        for x, y in page.shapes.dots:
            if 0 < cell.left - x < _DOT_REACH * cell.size and abs(y - middle) < 0.35 * cell.size:
                cell.marked = True
                cell.left = min(cell.left, x)
    return cells


def _without_furniture(pages: list[list[Cell]], heights: list[float]) -> list[list[Cell]]:
    """Without rows at the upper or lower edge that stand in one place on several pages, or are a page's number."""
    kept: list[list[Cell]] = []
    edges = [_edge_rows(cells, height) for cells, height in zip(pages, heights, strict=True)]
    places: dict[str, list[float]] = {}
    for number, rows in enumerate(edges):
        for row in rows:
            places.setdefault(_key(row, number, len(pages)), []).append(row[0].base)
    for number, (cells, rows) in enumerate(zip(pages, edges, strict=True)):
        dropped: set[int] = set()
        for row in rows:
            base = row[0].base
            alike = sum(abs(other - base) < _SAME_PLACE for other in places[_key(row, number, len(pages))])
            repeats = alike > 1 and (number > 0 or not base < 0.2 * heights[number])
            counted = any(_NUMBERED.search(_SMALL_NUMBER.sub("#", cell.text)) for cell in row)
            counted = counted or _counts(_text(row), number + 1, len(pages)) or _is_foot(row, cells, number + 1)
            if repeats or counted or _PAGE_NUMBER.fullmatch(_SMALL_NUMBER.sub("#", _text(row))):
                dropped.update(map(id, row))
        kept.append([cell for cell in cells if id(cell) not in dropped])
    return kept


def _counts(text: str, number: int, pages: int) -> bool:
    """Whether a text ends in this page's number out of all of them: `Ada Byron · 2 / 2`."""
    found = _COUNTED.search(text)
    return found is not None and (int(found[1]), int(found[2])) == (number, pages)


def _is_foot(row: list[Cell], cells: list[Cell], number: int) -> bool:
    """Whether a row far below all others holds a page's number beside other texts: `November 2026 — Ada Byron · Résumé — 1`."""
    others = [cell.base for cell in cells if cell not in row]
    apart = bool(others) and row[0].base - max(others) > _FAR_BELOW * row[0].size
    return apart and len(row) > 1 and str(number) in (row[0].text, row[-1].text)


def _edge_rows(cells: list[Cell], height: float) -> list[list[Cell]]:
    rows = rows_of(cells)
    low = [row for row in rows[-2:] if row[0].base > 0.9 * height]
    high = [row for row in rows[:2] if row[0].base < 0.1 * height]
    return [*high, *(row for row in low if row not in high)]


def _key(row: list[Cell], number: int, pages: int) -> str:
    """The row's text, the same on each page though it counts the pages: only the page's own number may differ."""
    own = {str(number), str(number + 1), str(pages)}
    return _NUMBER.sub(lambda found: "#" if found[0] in own else found[0], _text(row))


def _text(row: list[Cell]) -> str:
    return " ".join(cell.text for cell in row).strip()


def _flows(pages: Sequence[list[Region]]) -> list[list[Region]]:
    """Regions that are read one after the other: across the page, then the columns, each through its pages."""
    flows: list[list[Region]] = []
    open_columns: dict[str, list[Region]] = {}
    for regions in pages:
        split_here = any(region.side != "across" for region in regions)
        for region in regions:
            side = region.side
            if side == "across" and open_columns and not split_here:
                side = _within(region, open_columns) or "across"
            if side == "across":
                flows.extend(_narrow_first(open_columns))
                open_columns = {}
                if flows and flows[-1] and flows[-1][-1].side == "across":
                    flows[-1].append(region)
                else:
                    flows.append([region])
            else:
                open_columns.setdefault(side, []).append(region)
    flows.extend(_narrow_first(open_columns))
    return flows


def _narrow_first(columns: dict[str, list[Region]]) -> list[list[Region]]:
    """The sidebar before the main column, which what follows across the page goes on with."""
    return sorted(columns.values(), key=lambda found: max(one.right for one in found) - min(one.left for one in found))


def _within(region: Region, columns: dict[str, list[Region]]) -> str | None:
    """The column of the page before that this region goes on with, by its edges."""
    for side, found in columns.items():
        left, right = min(one.left for one in found), max(one.right for one in found)
        if region.left > left - 12 and region.right < right + 12:
            return side
    return None


def _flow_lines(flow: list[Region], column: int) -> Iterable[Line]:
    page, base, fresh = -1, 0.0, flow[0].side != "across"
    parts = [(region, rows_of(region.cells)) for region in flow]
    for place, (region, rows) in enumerate(parts):
        below = parts[place + 1][1][:1] if place + 1 < len(parts) else []
        left, right = region.left, region.right
        usual = statistics.median([row[0].size for row in rows])
        edges = right_edges(rows)
        starts = [cell.left for row in rows for cell in row]
        rows = [whole_row(row, edges, _without_own(starts, row)) for row in rows]
        for row, following in itertools.zip_longest(rows, [*rows[1:], *below]):
            box = row[0].words[0].box
            assert box is not None
            size = max(cell.size for cell in row)
            follows = box.page == page and row[0].base > base
            gap = max(0.0, (row[0].base - base) / max(size, usual) - 1.0) if follows else 0.0
            page, base = box.page, row[0].base
            yield Line(
                words=tuple(_with_edges(row)),
                marked=row[0].marked,
                gap=round(gap, 2),
                indent=round(row[0].left, 1),
                wide=_is_full(row[-1], following[0] if following else None, left, right),
                column=column,
                fresh=fresh,
            )
            fresh = False


def _without_own(lefts: Sequence[float], row: Sequence[Cell]) -> list[float]:
    """Where the cells of the other rows begin."""
    others = Counter(lefts)
    others.subtract(cell.left for cell in row)
    return list(others.elements())


def _is_full(cell: Cell, following: Cell | None, left: float, right: float) -> bool:
    """Whether a row ends for want of room: the first word of the next would not have stood on it."""
    if following is None or following.words[0].box is None:
        return cell.right - left >= _WIDE * (right - left)
    box = following.words[0].box
    return cell.right + _SPACE * cell.size + box.right - box.left > right - _SLACK * (right - left)


def _hyphenated(lines: list[Line]) -> list[Line]:
    """A hyphen that only ends a line becomes a soft one, which joining takes away; one of a compound stays.

    Told by the other words of the document; else by the first part, a compound's where it is a word here by itself.
    """
    words = {part.casefold() for line in lines for word in line.words for part in _LETTERS.findall(word.text)}
    whole = {word.text.casefold().strip(".,;:()") for line in lines for word in line.words}
    joined: list[Line] = []
    for line, following in itertools.zip_longest(lines, lines[1:]):
        last = line.words[-1] if line.words else None
        first = following.words[0].text if following and following.words else ""
        if last and len(last.text) > 2 and last.text.endswith("-") and last.text[-2].isalpha() and first[:1].islower():
            start, end = last.text[:-1].casefold().rpartition("-")[2], _LETTERS.match(first)
            rest = end[0].casefold() if end else ""
            known = f"{start}-{rest}" in whole or start in whole or start in _PREFIXES
            compound = known and start + rest not in words
            if not compound:
                last = msgspec.structs.replace(last, text=last.text[:-1] + "\xad")
                line = msgspec.structs.replace(line, words=(*line.words[:-1], last))
        joined.append(line)
    return joined


def _with_edges(row: list[Cell]) -> Iterable[Word]:
    for place, cell in enumerate(row):
        yield msgspec.structs.replace(cell.words[0], apart=place > 0)
        yield from cell.words[1:]
