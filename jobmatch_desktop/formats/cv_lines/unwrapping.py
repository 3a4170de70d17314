"""Heads of entries whose words went over the edge of a column or of a cell, whole again."""

import itertools
import re
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Line, Style, Word, dash_after
from jobmatch_desktop.formats.cv_lines.looks import usual_gap
from jobmatch_desktop.formats.cv_lines.starts import LONGEST_REST, SHORT_NAMES, is_prose
from jobmatch_desktop.formats.written_dates import dates_in, joint_of

_UNFINISHED = (
    "-",
    "–",
    "—",
    "&",
    "(",
    "|",
    "•",
    "·",
    "@",
    " and",
    " et",
    " of",
    " in",
    " de",
    " en",
    " du",
    " des",
    " for",
    " at",
    " chez",
)
# `Courses: Statistics`: a line that says by itself what it is.
_LABELLED = re.compile(r"[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+){0,2}\s?: ")
_CLOSE = 0.3
# Points.
_SAME_EDGE = 2.0
_FEWEST_OF_TABLE = 3
_SPACES = 0.5


def unwrapped(lines: Sequence[Line], *, full_lines: bool = True) -> list[Line]:
    """Lines of a head that went over the column's edge, whole again: those that end unfinished, and with `full_lines` those that
    reach the edge."""
    whole: list[Line] = []
    usual = usual_gap(lines)
    rows, second = _have_second_rows(lines), _have_second_lines(lines)
    for line in lines:
        before = whole[-1] if whole else None
        if before and not line.marked and (found := _into_cell(before, line, usual, rows=rows, second=second)):
            whole[-1], rest = found
            if rest is None:
                continue
            line = rest
        elif before and not before.marked and not line.marked and len(line.cells) == 1 and _same_look(before, line):
            text = before.text.rstrip()
            opened = text.count("(") > text.count(")") and ")" in line.text
            unfinished = (
                text.endswith(_UNFINISHED) or (before.wide and text.endswith(",")) or _dates_go_on(before, line)
            )
            dates = dates_in(line.text)
            # A line that begins with a small letter goes on, though it ends in a date; a month in French begins with one too.
            goes_on = dates is None or (line.text[:1].islower() and not line.text.startswith(dates.words.strip()[:4]))
            full = before.wide and len(before.cells) == 1 and line.gap <= usual + 0.15 and goes_on
            full = full and not _ended(text)
            if opened or unfinished or (full_lines and full and len(text) < LONGEST_REST):
                words = (glued if full_lines else _hyphen_kept)(before.words, line.words)
                whole[-1] = msgspec.structs.replace(before, words=words, wide=line.wide)
                continue
        whole.append(line)
    return whole


def _dates_go_on(before: Line, line: Line) -> bool:
    """Whether a line is nothing but the rest of the dates that the line before ends in: `Clerk | Bank | August` over `2010 – 2012`."""
    rest = dates_in(line.text)
    if not before.wide or rest is None or any(map(str.isalnum, rest.rest)):
        return False
    last = before.text.split()[-1]
    whole = dates_in(f"{last} {line.text}")
    return whole is not None and not any(map(str.isalnum, whole.rest)) and whole.words.lstrip().startswith(last[:3])


def _ended(text: str) -> bool:
    """Whether a text ends in a full stop that is none of a short form."""
    return text.endswith(".") and not SHORT_NAMES.search(text)


def _have_second_rows(lines: Sequence[Line]) -> bool:
    """Whether a line stands under the last cell of one that had room for it: then such lines are rows of their own."""
    return any(
        len(before.cells) > 1
        and len(line.cells) == 1
        and not line.marked
        and not before.wide
        and not before.marked
        and _under(before.cells[-1], line.cells[0])
        for before, line in itertools.pairwise(lines)
    )


def _have_second_lines(lines: Sequence[Line]) -> bool:
    """Whether a line stands under the first cell of one that had room for its first word: then such lines say something of their own."""
    return any(
        len(before.cells) > 1
        and len(line.cells) == 1
        and not line.marked
        and not before.marked
        and _under(before.cells[0], line.cells[0])
        and _has_room(before.cells[0], before.cells[1], line.words[0])
        for before, line in itertools.pairwise(lines)
    )


def _into_cell(before: Line, line: Line, usual: float, *, rows: bool, second: bool) -> tuple[Line, Line | None] | None:
    """A line whose first cell goes on with a cell of the line before, right under it: the line before with that cell whole, and the
    other cells of the line."""
    first, cells = line.cells[0], before.cells
    if len(cells) == 1 or line.gap > usual + _CLOSE or _LABELLED.match(line.text):
        return None
    if dated := _with_rest_of_dates(before, line):
        return dated
    if grid := _with_rest_of_last(before, line):
        return grid
    if dates_in(" ".join(word.text for word in first)):
        return None
    for place, cell in enumerate(cells):
        last = place == len(cells) - 1
        if not _under(cell, first) or not _alike(cell[-1].style, first[0].style):
            continue
        goes_on = first[0].text[:1].islower() and (place > 0 or cell[-1].text.endswith(("\xad", "-")))
        named = not last and len(line.cells) == 1 and not line.marked and not is_prose(line)
        if named and not dates_in(" ".join(word.text for word in cell)):
            full = not second and not _has_room(cell, cells[place + 1], first[0])
            goes_on = goes_on or cell[-1].text.endswith(",") or full
        if not (
            goes_on
            or (
                last
                and before.wide
                and len(line.cells) == 1
                and not rows
                and not is_prose(line)
                and not _ended(cell[-1].text)
            )
        ):
            continue
        whole = glued(cell, first)
        others = tuple(word for cell in line.cells[1:] for word in cell)
        words = (
            *(word for cell in cells[:place] for word in cell),
            *whole,
            *(word for cell in cells[place + 1 :] for word in cell),
        )
        rest = msgspec.structs.replace(line, words=_begun(others)) if others else None
        return msgspec.structs.replace(before, words=words, wide=line.wide if last else before.wide), rest
    return None


def _has_room(cell: Sequence[Word], following: Sequence[Word], word: Word) -> bool:
    """Whether a word would have stood between a cell and the next."""
    ends, begins, box = cell[-1].box, following[0].box, word.box
    if ends is None or begins is None or box is None:
        return True
    return ends.right + _SPACES * word.style.size + box.right - box.left < begins.left


def _with_rest_of_last(before: Line, line: Line) -> tuple[Line, Line] | None:
    """In a table of three columns or more: the line before with its last cell whole, and what else stands on the line."""
    cells, others = before.cells, line.cells
    if len(cells) < _FEWEST_OF_TABLE or not 1 < len(others) < len(cells) or not before.wide or dates_in(line.text):
        return None
    last, rest = cells[-1], others[-1]
    if not _under(last, rest) or not _alike(last[-1].style, rest[0].style):
        return None
    whole = msgspec.structs.replace(before, words=(*before.words[: -len(last)], *glued(last, rest)), wide=line.wide)
    return whole, msgspec.structs.replace(line, words=line.words[: -len(rest)], wide=True)


def _with_rest_of_dates(before: Line, line: Line) -> tuple[Line, Line | None] | None:
    """The line before, with the end of its dates that stands under them; and the other cells of the line. What wrapped in another cell
    of a full row goes on there."""
    first, *others = line.cells
    for place, cell in enumerate(before.cells):
        if not _under(cell, first):
            continue
        joint = joint_of(" ".join(word.text for word in cell), " ".join(word.text for word in first))
        if joint is None:
            return None
        cells = list(before.cells)
        cells[place] = (*cell, *((dash_after(cell[-1]),) if joint.strip() else ()), *_begun(first))
        if (
            before.wide
            and len(others) == 1
            and place + 1 < len(cells)
            and _under(cells[-1], others[0])
            and _alike(cells[-1][-1].style, others[0][0].style)
        ):
            cells[-1] = glued(cells[-1], others[0])
            others = []
        whole = msgspec.structs.replace(before, words=tuple(word for one in cells for word in one))
        rest = tuple(word for one in others for word in one)
        return whole, msgspec.structs.replace(line, words=_begun(rest)) if rest else None
    return None


def glued(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Words that go on with others; the halves of one that a hyphen parted are one."""
    last, first = words[-1], others[0]
    if (
        last.text.endswith(("\xad", "-"))
        and len(last.text) > 1
        and (first.text[:1].islower() or (last.text.isupper() and first.text.isupper() and first.text.isalpha()))
    ):
        return (*words[:-1], msgspec.structs.replace(last, text=last.text[:-1] + first.text), *others[1:])
    return (*words, *_begun(others))


def _hyphen_kept(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Words of a name or a contact that go on with others: a hyphen between them is one of their own."""
    last, first = words[-1], others[0]
    if last.text.endswith("-") and len(last.text) > 1:
        return (*words[:-1], msgspec.structs.replace(last, text=last.text + first.text), *others[1:])
    return (*words, *_begun(others))


def _under(cell: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two cells begin at the same edge."""
    one, two = cell[0].box, other[0].box
    return one is not None and two is not None and abs(one.left - two.left) < _SAME_EDGE


def _begun(words: Sequence[Word]) -> tuple[Word, ...]:
    return (msgspec.structs.replace(words[0], apart=False), *words[1:])


def _same_look(one: Line, other: Line) -> bool:
    return _alike(one.words[-1].style, other.words[0].style)


def _alike(left: Style, right: Style) -> bool:
    return (left.size, left.bold, left.italic) == (right.size, right.bold, right.italic)
