"""Lines set to both edges of their column, whose spaces grew too wide to be told from those between cells."""

import itertools
from collections import Counter
from collections.abc import Sequence

from jobmatch_desktop.formats.cv_lines.line import Word
from jobmatch_desktop.formats.readers.pdf_layout.cells import Cell

# Points, shares, sizes of the font.
_SAME_EDGE = 1.2
_ALIKE = 0.25
_WIDEST = 4.0
_FEWEST_ROWS = 2


def right_edges(rows: Sequence[Sequence[Cell]]) -> list[float]:
    """The right edges that several rows of a column end at."""
    ends = Counter(round(row[-1].right) for row in rows)
    return [end for end, count in ends.items() if count + ends[end - 1] + ends[end + 1] >= _FEWEST_ROWS]


def whole_row(row: list[Cell], edges: Sequence[float], lefts: Sequence[float]) -> list[Cell]:
    """The row as one cell where it is a line of running text that was set to both edges: all its spaces are alike. `edges` are the right
    edges of its column, `lefts` where the other rows begin."""
    words = [word for cell in row for word in cell.words]
    if len(row) < 2 or len(words) < 3 or row[0].marked:
        return row
    spaces = [_space(before, after) for before, after in itertools.pairwise(words)]
    size = max(cell.size for cell in row)
    if max(spaces) > _WIDEST * size or max(spaces) - min(spaces) > _ALIKE * max(spaces):
        return row
    ends = any(abs(row[-1].right - edge) <= _SAME_EDGE for edge in edges)
    begins = any(abs(row[0].left - left) <= _SAME_EDGE for left in lefts)
    # A row of single words may be one of a table, whose columns other rows begin at too.
    table = any(abs(cell.left - left) <= _SAME_EDGE for cell in row[1:] for left in lefts)
    if not (ends and begins) or table:
        return row
    return [Cell(words, row[0].left, row[-1].right, row[0].base, size, row[0].marked)]


def _space(before: Word, after: Word) -> float:
    assert before.box is not None
    assert after.box is not None
    return after.box.left - before.box.right
