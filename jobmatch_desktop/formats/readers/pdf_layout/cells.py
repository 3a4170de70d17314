"""Words to cells: the words of a row that only spaces part, with the row's baseline."""

import re
from collections.abc import Iterable

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Word

# In parts of the font's size.
_CELL_GAP = 0.8
_SAME_ROW = 0.28
_MARK_REACH = 4.0
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


def cells_of(words: Iterable[Word]) -> list[Cell]:
    """The cells of a page or a column, by rows from above, each row from the left. A list's mark is no word of its cell."""
    return [cell for row in _rows(words) for cell in _split(row)]


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
        close = cells and word.box.left - cells[-1].right <= _reach(cells[-1].words[-1])
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


def _reach(word: Word) -> float:
    """How wide a space may be that only parts words. Letters that are set apart have wider ones."""
    assert word.box is not None
    advance = (word.box.right - word.box.left) / max(len(word.text), 1)
    return max(
        _CELL_GAP * max(word.style.size, 6.0),
        2.2 * advance if advance > 0.95 * word.style.size and len(word.text) > 2 else 0.0,
    )


def _begins(word: Word, cells: list[Cell]) -> bool:
    """Whether a mark stands where a cell may begin."""
    return not cells or (word.box is not None and word.box.left - cells[-1].right > _CELL_GAP * word.style.size)
