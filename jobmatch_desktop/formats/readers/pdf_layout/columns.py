"""The columns of a page: which cells are read together, and in what order."""

import itertools
import re
import statistics
from collections.abc import Callable, Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.headings import is_known_heading
from jobmatch_desktop.formats.cv_lines.line import Word, dash_after
from jobmatch_desktop.formats.readers.pdf_layout.cells import Cell, rows_of
from jobmatch_desktop.formats.readers.pdf_layout.floating_times import beside_beginnings
from jobmatch_desktop.formats.written_dates import dates_in, joint_of

# Points; shares of rows.
_GUTTER = 4.0
_SAME_EDGE = 2.5
_LEAST_AT_EDGE = 3
_LEAST_ROWS = 3
_SHORTEST_LIST = 2
_ALIGNED = 0.8
_LOOSE = 0.65
_LEAST_ROWS_LOOSE = 5
_LONGEST_LABEL = 45
_LONGEST_TIME = 30
_MOST_LINES_OF_LABEL = 4
_BESIDE = 0.45
"""How far apart, in sizes of the font, the baselines of a time and of what it dates may be: it is often set smaller."""
_DEEPEST = 6
_WIDEST_LABELS = 0.36
_MOST_BESIDE_TIMES = 3.0
_HEIGHT = 0.7
_JOINT_OF_YEARS = re.compile(r"\d\s*[-–—]\s*\w")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DASH = " – "
_UNFINISHED = ("-", "–", "—", " à", " to", " au", "&", " and", " et", " of", " de")


class Region(msgspec.Struct):
    """Cells that are read by rows. `side`: `across` the page, or which column of it (`left`, `right`)."""

    cells: list[Cell]
    side: str = "across"

    @property
    def left(self) -> float:
        return min(cell.left for cell in self.cells)

    @property
    def right(self) -> float:
        return max(cell.right for cell in self.cells)


def regions_of(cells: Sequence[Cell], is_heading: Callable[[Cell], bool]) -> list[Region]:
    """A page's regions in reading order. `is_heading` tells a section's title by its words."""
    found: list[Region] = []
    _cut(list(cells), "across", is_heading, found, depth=0)
    return found


class _Split(msgspec.Struct):
    above: list[Cell]
    left: list[Cell]
    right: list[Cell]
    below: list[Cell]
    kind: str = ""

    @property
    def rows(self) -> int:
        return len(rows_of(self.left)) + len(rows_of(self.right))


def _cut(cells: list[Cell], side: str, is_heading: Callable[[Cell], bool], found: list[Region], depth: int) -> None:
    split = _best_split(cells, is_heading) if depth < _DEEPEST and len(cells) > 2 * _SHORTEST_LIST else None
    if split is None:
        if cells:
            found.append(Region(cells, side))
        return
    if split.above:
        _cut(split.above, side, is_heading, found, depth + 1)
    if split.kind == "labels":
        found.append(Region(_with_whole_labels(split.left, split.right), side))
    elif split.kind == "floating":
        moved = beside_beginnings(split.left, split.right, is_heading)
        found.append(Region(moved if moved is not None else [*split.left, *split.right], side))
    elif split.kind == "times":
        found.append(Region(_with_whole_labels(split.right, split.left), side))
    else:
        page_wide = split.kind == "columns" and side == "across"
        _cut(split.left, "left" if page_wide else side, is_heading, found, depth + 1)
        _cut(split.right, "right" if page_wide else side, is_heading, found, depth + 1)
    if split.below:
        _cut(split.below, side, is_heading, found, depth + 1)


def _best_split(cells: list[Cell], is_heading: Callable[[Cell], bool]) -> _Split | None:
    best: _Split | None = None
    for edge in _edges(cells):
        for whole, shared in _splits_at(edge, cells, is_heading):
            kind = _kind(whole, shared, is_heading)
            split = whole if kind in ("columns", "floating") else shared
            if kind and (best is None or (kind == "columns", split.rows) > (best.kind == "columns", best.rows)):
                split.kind = kind
                best = split
    return best


def _edges(cells: list[Cell]) -> list[float]:
    """Left edges that several cells share."""
    lefts = sorted(cell.left for cell in cells)
    marked = {cell.left for cell in cells if cell.marked}
    edges: list[float] = []
    group: list[float] = []
    for left in [*lefts, float("inf")]:
        if group and left - group[0] > _SAME_EDGE:
            # Two marks above each other are the beginning of a list already.
            if len(group) >= _LEAST_AT_EDGE or (len(group) > 1 and all(one in marked for one in group)):
                edges.append(group[0])
            group = []
        group.append(left)
    return edges[1:] if edges and edges[0] == lefts[0] else edges


def _splits_at(edge: float, cells: list[Cell], is_heading: Callable[[Cell], bool]) -> list[tuple[_Split, _Split]]:
    """The stretches of rows that leave a gutter before the edge, with cells on both sides of it; and the part of each where both
    sides have rows. So are the parts of a stretch between titles that stand alone on their rows: labels may stand there."""
    rows = rows_of(cells)
    splits: list[tuple[_Split, _Split]] = []
    begun: int | None = None
    for place in range(len(rows) + 1):
        free = place < len(rows) and not any(
            cell.left < edge - 1 and cell.right > edge - _GUTTER for cell in rows[place]
        )
        if free and begun is None:
            begun = place
        elif not free and begun is not None:
            splits.extend(_stretch(rows, begun, place, edge))
            titles = [one for one in range(begun, place) if len(rows[one]) == 1 and is_heading(rows[one][0])]
            for first, last in itertools.pairwise([begun - 1, *titles, place] if titles else []):
                splits.extend((shared, shared) for _, shared in _stretch(rows, first + 1, last, edge))
            begun = None
    return splits


def _stretch(rows: list[list[Cell]], first: int, last: int, edge: float) -> list[tuple[_Split, _Split]]:
    right = [place for place in range(first, last) if any(cell.left >= edge - 1 for cell in rows[place])]
    left = [place for place in range(first, last) if any(cell.left < edge - 1 for cell in rows[place])]
    if not right or not left:
        return []
    return [
        (
            _split(rows, min(right[0], left[0]), last, edge),
            _split(rows, max(right[0], left[0]), min(right[-1], left[-1]) + 1, edge),
        )
    ]


def _split(rows: list[list[Cell]], first: int, last: int, edge: float) -> _Split:
    inside = [cell for row in rows[first:last] for cell in row]
    return _Split(
        [cell for row in rows[:first] for cell in row],
        [cell for cell in inside if cell.left < edge - 1],
        [cell for cell in inside if cell.left >= edge - 1],
        [cell for row in rows[max(first, last) :] for cell in row],
    )


def _kind(whole: _Split, shared: _Split, is_heading: Callable[[Cell], bool]) -> str:
    """`columns`, `list` (columns of one section), `labels` before rows, or `""` for neither.

    `shared` is the part of the `whole` stretch where both sides have rows.
    """
    left, right = rows_of(whole.left), rows_of(whole.right)
    inner_left, inner_right = rows_of(shared.left), rows_of(shared.right)
    if min(map(len, (inner_left, inner_right))) < _SHORTEST_LIST:
        return ""
    heads_left = [row[0] for row in left if is_heading(row[0]) and len(row) == 1]
    heads_right = [row[0] for row in right if is_heading(row[0]) and len(row) == 1]
    alike = bool({_looks(cell) for cell in heads_left} & {_looks(cell) for cell in heads_right})
    labels = _is_labels(inner_left, inner_right)
    aligned = _aligned(inner_left, inner_right)
    if _only_titles(inner_left, inner_right) or (not heads_right and _titles_and_labels(inner_left, inner_right)):
        return "labels"
    if not labels and beside_beginnings(whole.left, whole.right, is_heading) is not None:
        return "floating"
    if not heads_right and _times_beside(inner_left, inner_right):
        return "times"
    edge = min(cell.left for cell in whole.right)
    first = [row[0] for row in right if row[0].left <= edge + _SAME_EDGE]
    # Times with what they date beside them are a column of entries, those alone the right edge of one.
    reach = _MOST_BESIDE_TIMES * max(cell.right - cell.left for cell in first)
    times = _are_times(first) and max(cell.right for cell in whole.right) - edge <= reach
    if min(len(left), len(right)) >= _LEAST_ROWS and not times and _stand_beside(left, right):
        if (
            heads_left
            and heads_right
            and (alike or (not labels and (aligned < _ALIGNED or min(len(heads_left), len(heads_right)) > 1)))
            and not (aligned >= _ALIGNED and len(left) == len(heads_left))
        ):
            return "columns"
        others = len(left if heads_left else right) - len(heads_left) - len(heads_right)
        if (heads_left or heads_right) and not labels and aligned < _ALIGNED and others > 0:
            return "columns"
        if aligned < _LOOSE and min(len(left), len(right)) >= _LEAST_ROWS_LOOSE and not labels:
            return "columns"
    heads = any(is_heading(cell) for cell in (*shared.left, *shared.right))
    if not heads and _marked(inner_left) and _marked(inner_right):
        return "list"
    return "labels" if labels else ""


def _stand_beside(left: list[list[Cell]], right: list[list[Cell]]) -> bool:
    """Whether rows of both sides are as high on the page: where each stands between two of the other, the one is indented, no column."""
    highs = [(row[0].base - _HEIGHT * row[0].size, row[0].base) for row in right]
    return any(
        upper < row[0].base and row[0].base - _HEIGHT * row[0].size < lower for row in left for upper, lower in highs
    )


def _looks(cell: Cell) -> tuple[int, bool]:
    style = cell.words[0].style
    return round(style.size), style.bold


def _only_titles(left: list[list[Cell]], right: list[list[Cell]]) -> bool:
    """Whether the left column holds the sections' titles and nothing else."""
    blocks = _blocks(left, [row[0].base for row in right])
    texts = [" ".join(cell.text for row in block for cell in row) for block in blocks]
    return len(texts) > 1 and all(is_known_heading(text) for text in texts)


def _titles_and_labels(left: list[list[Cell]], right: list[list[Cell]]) -> bool:
    """Whether the left column holds sections' titles and, beside each entry of the right one, its dates or another label."""
    blocks = _blocks(left, [row[0].base for row in right])
    others = [block for block in blocks if not is_known_heading(" ".join(cell.text for row in block for cell in row))]
    if not 1 < len(others) < len(blocks):
        return False
    rows = [row for block in others for row in block]
    short, long = (statistics.median(sum(len(cell.text) for cell in row) for row in found) for found in (rows, right))
    return (_are_times([row[0] for row in rows]) or long > 1.5 * short) and _is_labels(rows, right)


def _times_beside(left: list[list[Cell]], right: list[list[Cell]]) -> bool:
    """Whether the right column is narrow and holds nothing but when, and perhaps where, each entry beside it was, on several lines."""
    bases = [row[0].base for row in left]
    blocks = _blocks(right, bases)
    texts = [" ".join(cell.text for row in block for cell in row) for block in blocks]
    edges = (left[0][0].left, min(row[0].left for row in right), max(cell.right for row in right for cell in row))
    return (
        max(map(len, blocks)) > 1
        and all(
            len(block) <= _MOST_LINES_OF_LABEL and len(text) <= _LONGEST_LABEL
            for block, text in zip(blocks, texts, strict=True)
        )
        and sum(dates_in(text) is not None for text in texts) >= _ALIGNED * len(texts)
        and all(any(abs(block[0][0].base - base) <= 0.3 * block[0][0].size for base in bases) for block in blocks)
        and edges[2] - edges[1] <= _WIDEST_LABELS * (edges[2] - edges[0])
    )


def _aligned(some: list[list[Cell]], others: list[list[Cell]]) -> float:
    """The share of rows of the fewer that stand beside a row of the others."""
    fewer, more = (some, others) if len(some) <= len(others) else (others, some)
    bases = [row[0].base for row in more]
    beside = sum(any(abs(row[0].base - base) <= 0.3 * row[0].size for base in bases) for row in fewer)
    return beside / len(fewer)


def _marked(rows: list[list[Cell]]) -> bool:
    return sum(row[0].marked for row in rows) >= max(_SHORTEST_LIST, 0.4 * len(rows)) and rows[0][0].marked


def _is_labels(left: list[list[Cell]], right: list[list[Cell]]) -> bool:
    """Whether the left rows are labels of the right ones: short, narrow, each begun beside a right row."""
    if _are_times([row[0] for row in right]) or _are_times_and_places([row[0] for row in right]):
        # Dates at the right edge are no text that something labels.
        return False
    bases = [row[0].base for row in right]
    blocks = _blocks(left, bases)
    reach = _BESIDE if all(dates_in(_text_of(block)) for block in blocks) else 0.3
    begun = sum(any(abs(block[0][0].base - base) <= reach * block[0][0].size for base in bases) for block in blocks)
    lengths = [sum(len(cell.text) for row in block for cell in row) for block in blocks]
    left_edge, right_edge = left[0][0].left, max(cell.right for row in right for cell in row)
    width = max(cell.right for row in left for cell in row) - left_edge
    return (
        begun >= _ALIGNED * len(blocks)
        and max(map(len, blocks)) <= _MOST_LINES_OF_LABEL
        and statistics.median(lengths) <= _LONGEST_LABEL
        and max(lengths) <= 2 * _LONGEST_LABEL
        and width <= _WIDEST_LABELS * (right_edge - left_edge)
    )


def _are_times(cells: list[Cell]) -> bool:
    """Whether most cells are dates and nothing else."""
    times = sum(len(cell.text) < _LONGEST_TIME and sum(map(str.isdigit, cell.text)) >= 4 for cell in cells)
    return times > 0.6 * len(cells)


def _are_times_and_places(cells: list[Cell]) -> bool:
    """Whether cells are short and a third of them are dates: when and where each entry beside them was."""
    times = sum(dates_in(cell.text) is not None for cell in cells)
    return all(len(cell.text) < _LONGEST_TIME and not cell.marked for cell in cells) and 3 * times >= len(cells)


def _blocks(rows: list[list[Cell]], bases: list[float]) -> list[list[list[Cell]]]:
    """The labels, each of one row or more. `bases` are the baselines of the rows that they stand before: a row of labels beside
    one begins a label, unless it is plainly the rest of the label above."""
    blocks: list[list[list[Cell]]] = []
    for place, row in enumerate(rows):
        last = blocks[-1][-1] if blocks else None
        beside = any(abs(row[0].base - base) <= 0.3 * row[0].size for base in bases)
        close = last is not None and row[0].base - last[0].base <= 1.7 * row[0].size
        if close and (not beside or _is_rest(blocks[-1], row) or _is_end(rows, place)):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _is_end(rows: list[list[Cell]], place: int) -> bool:
    """Whether a row holds when the time ends that the row above begins: `2019` over `2021`, with more blank around the two."""
    above, row = rows[place - 1], rows[place]
    if any(_is_whole_time(_text_of([other])) for other in rows):
        return False  # whoever writes one time on a row writes each so: these are two years of two entries
    pitch = row[0].base - above[0].base
    apart = [rows[place - 1][0].base - rows[place - 2][0].base] if place > 1 else []
    apart += [rows[place + 1][0].base - row[0].base] if place + 1 < len(rows) else []
    return (
        bool(apart)
        and min(apart) > 1.3 * pitch
        and len(above) == len(row) == 1
        and joint_of(above[0].text, row[0].text) == _DASH
    )


def _is_whole_time(text: str) -> bool:
    dates = dates_in(text)
    return bool(dates and dates.start and (dates.end or dates.goes_on)) and _JOINT_OF_YEARS.search(text) is not None


def _text_of(block: list[list[Cell]]) -> str:
    return " ".join(cell.text for row in block for cell in row)


def _is_rest(block: list[list[Cell]], row: list[Cell]) -> bool:
    """Whether a row is the rest of a label: `Jan 2020 –` then `Mar 2021`, `Technical` then `Skills`."""
    text = _text_of(block)
    if text.endswith(_UNFINISHED):
        return not row[-1].text.endswith(_UNFINISHED)
    if _YEAR.fullmatch(row[0].text.rstrip(" :.")) and text.rstrip(".")[-1:].isalpha() and any(map(str.isdigit, text)):
        return True
    if _YEAR.match(row[0].text) and not any(map(str.isdigit, text)):
        dates = dates_in(f"{text} {row[0].text}")
        return dates is not None and dates.words.lstrip().startswith(text[:3])
    if (told := dates_in(text)) and told.start and (told.end or told.goes_on):
        # Another entry's time: in French it begins with a small letter, and its month may stand alone.
        return joint_of(text, row[0].text) is not None
    return row[0].text[:1].islower() or is_known_heading(f"{text} {row[0].text}")


def _with_whole_labels(left: list[Cell], right: list[Cell]) -> list[Cell]:
    """Labels of several lines on the row where they begin, before the rows that they label."""
    cells = list(right)
    for block in _blocks(rows_of(left), [cell.base for cell in right]):
        first = block[0][0]
        if len(block) == 1:
            cells.extend(block[0])
            continue
        words = _joined([[word for cell in row for word in cell.words] for row in block])
        edge = max(cell.right for row in block for cell in row)
        cells.append(Cell(words, first.left, edge, first.base, first.size, first.marked))
    return cells


def _joined(rows: list[list[Word]]) -> list[Word]:
    """The words of a label's rows; a dash between the two halves of a time that has none."""
    words: list[Word] = []
    for row in rows:
        if words and joint_of(" ".join(word.text for word in words), " ".join(word.text for word in row)) == _DASH:
            words.append(dash_after(words[-1]))
        words += row
    return words
