"""Words to cells: the words of a row that only spaces part, with the row's baseline."""

import bisect
import itertools
import re
from collections.abc import Iterable, Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Word

# In parts of the font's size.
_CELL_GAP = 0.8
_SAME_ROW = 0.28
_EDGE_GAP = 0.4
_HIGHEST_TAG = 3.0
# Points; how many cells make an edge.
_EDGE = 0.7
_LEAST_AT_EDGE = 3
_MARK_REACH = 4.0
_SET_APART = 0.87
MARKS = frozenset("•●○◦▪■□▫‣▸►▶⁃∙·➢➤❖◆◇♦✓✔✦★–—-*→»o")
_ATTACHED = re.compile(r"[•●○◦▪■‣▸►▶⁃➢➤❖◆✓✔✦★](?=\w)|-(?=[A-Za-z])")


class Cell(msgspec.Struct):
    """Words next to each other. Edges in points; `base` is the baseline, `size` that of the largest word."""

    words: list[Word]
    left: float
    right: float
    base: float
    size: float
    marked: bool = False

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def base_of(word: Word) -> float:
    assert word.box is not None
    return word.box.bottom - 0.22 * word.style.size


def cells_of(words: Iterable[Word], tags: Sequence[tuple[float, float, float, float]] = ()) -> list[Cell]:
    """The cells of a page or a column, by rows from above, each row from the left. A list's mark is no word of its cell. `tags` are
    frames (left, top, right, bottom): what stands in one is a cell."""
    cells = [cell for row in _rows(words) for cell in _split(row)]
    if tags:
        cells = [part for cell in cells for part in _by_tags(cell, tags)]
    return _parted_at_edges(cells)


def _by_tags(cell: Cell, tags: Sequence[tuple[float, float, float, float]]) -> list[Cell]:
    """A cell in parts where one frame ends and another begins."""
    framed = [_tag_of(word, tags) for word in cell.words]
    parts: list[Cell] = []
    for word, tag, before in zip(cell.words, framed, [None, *framed], strict=False):
        assert word.box is not None
        if parts and tag == before:
            parts[-1].words.append(word)
            parts[-1].right, parts[-1].size = _right(parts[-1].words), _size(parts[-1].words)
        elif parts:
            parts.append(Cell([word], word.box.left, word.box.right, base_of(word), word.style.size))
        else:
            parts.append(msgspec.structs.replace(cell, words=[word], right=word.box.right, size=word.style.size))
    return parts


def _tag_of(word: Word, tags: Sequence[tuple[float, float, float, float]]) -> int | None:
    assert word.box is not None
    middle, height = (word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2
    for number, (left, top, right, bottom) in enumerate(tags):
        if left <= middle <= right and top <= height <= bottom and bottom - top <= _HIGHEST_TAG * word.style.size:
            return number
    return None


def _parted_at_edges(cells: list[Cell]) -> list[Cell]:
    """Cells in two where a wider space ends at an edge that other cells begin at, as in a table whose columns stand close."""
    lefts = sorted(word.box.left for cell in cells for word in cell.words[:1] if word.box)
    found: list[Cell] = []
    for cell in cells:
        place = _place_of_edge(cell, lefts)
        if place:
            first, rest = cell.words[:place], cell.words[place:]
            assert rest[0].box is not None
            found.append(msgspec.structs.replace(cell, words=first, right=_right(first), size=_size(first)))
            found.append(Cell(rest, rest[0].box.left, cell.right, base_of(rest[0]), _size(rest)))
        else:
            found.append(cell)
    return found


def _place_of_edge(cell: Cell, lefts: list[float]) -> int:
    """The first word of a cell that begins at an edge of `lefts` (sorted) after a space wider than its others; 0 for none."""
    boxes = [word.box for word in cell.words if word.box]
    gaps = [after.left - before.right for before, after in itertools.pairwise(boxes)]
    for place, gap in enumerate(gaps, 1):
        others = gaps[: place - 1] + gaps[place:]
        if gap < _EDGE_GAP * cell.size or (others and gap < 1.35 * max(others)):
            continue
        left = boxes[place].left
        if bisect.bisect(lefts, left + _EDGE) - bisect.bisect(lefts, left - _EDGE) >= _LEAST_AT_EDGE:
            return place
    return 0


def _right(words: list[Word]) -> float:
    return max(word.box.right for word in words if word.box)


def _size(words: list[Word]) -> float:
    return max(word.style.size for word in words)


def rows_of(cells: Iterable[Cell]) -> list[list[Cell]]:
    """Cells on one baseline, from above; each row from the left."""
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda one: one.base):
        if rows and abs(cell.base - rows[-1][0].base) <= _SAME_ROW * max(cell.size, rows[-1][0].size):
            rows[-1].append(cell)
        else:
            rows.append([cell])
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    rows: list[list[Word]] = []
    bases: list[float] = []
    for word in sorted(words, key=base_of):
        base = base_of(word)
        if rows and base - bases[-1] <= _SAME_ROW * min(word.style.size, rows[-1][-1].style.size):
            rows[-1].append(word)
        else:
            rows.append([word])
            bases.append(base)
    return [sorted(part, key=_left) for row in rows for part in _not_over_each_other(row)]


def _left(word: Word) -> float:
    return word.box.left if word.box else 0.0


def _not_over_each_other(row: list[Word]) -> list[list[Word]]:
    """A row in two where larger words are printed over smaller ones."""
    largest, smallest = max(word.style.size for word in row), min(word.style.size for word in row)
    if largest < 1.25 * smallest:
        return [row]
    large = [word for word in row if word.style.size > (largest + smallest) / 2]
    small = [word for word in row if word.style.size <= (largest + smallest) / 2]
    over = any(
        one.box
        and other.box
        and min(one.box.right, other.box.right) - max(one.box.left, other.box.left) > 0.5 * smallest
        for one in large
        for other in small
    )
    return [large, small] if over else [row]


def _split(row: list[Word]) -> list[Cell]:
    cells: list[Cell] = []
    mark: Word | None = None
    for word in row:
        assert word.box is not None
        if word.icon or (len(word.text) == 1 and word.text in MARKS and _begins(word, cells)):
            if not cells or word.box.left - cells[-1].right > _CELL_GAP * word.style.size:
                mark = word
                continue
            if word.icon:
                mark = word
                continue
        close = cells and word.box.left - cells[-1].right <= _reach(cells[-1].words)
        if close and mark is None:
            cells[-1].words.append(word)
            cells[-1].right = max(cells[-1].right, word.box.right)
            cells[-1].size = max(cells[-1].size, word.style.size)
            continue
        reached = (
            mark is not None
            and mark.box is not None
            and word.box.left - mark.box.right <= _MARK_REACH * word.style.size
        )
        left = mark.box.left if reached and mark and mark.box else word.box.left
        marked = bool(reached and mark and not mark.icon)
        text = _ATTACHED.sub("", word.text, count=1) if _ATTACHED.match(word.text) else word.text
        if text != word.text:
            word, marked = msgspec.structs.replace(word, text=text), True
        assert word.box is not None
        cells.append(Cell([word], left, word.box.right, base_of(word), word.style.size, marked))
        mark = None
    return [_undecorated(cell) for cell in cells]


def _undecorated(cell: Cell) -> Cell:
    """`— Experience —` is a title with ornaments, no item of a list."""
    if cell.marked and len(cell.words) > 1 and cell.words[-1].text in MARKS:
        cell.words.pop()
        cell.marked = False
    return cell


def _reach(words: Sequence[Word]) -> float:
    """How wide a space may be that only parts words. Letters that are set apart have wider ones."""
    word = max(words, key=lambda one: len(one.text))
    assert word.box is not None
    advance = (word.box.right - word.box.left) / max(len(word.text), 1)
    apart = advance > _SET_APART * word.style.size and len(word.text) > 2
    return max(_CELL_GAP * max(words[-1].style.size, 6.0), 2.2 * advance if apart else 0.0)


def _begins(word: Word, cells: list[Cell]) -> bool:
    """Whether a mark stands where a cell may begin."""
    return not cells or (word.box is not None and word.box.left - cells[-1].right > _CELL_GAP * word.style.size)
