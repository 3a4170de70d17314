"""The lines of a section to its entries: where each begins, which lines are its head and which its text."""

import itertools
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Line, Said, Style, Word, dash_after
from jobmatch_desktop.formats.cv_lines.looks import is_set_off, text_style, usual_gap
from jobmatch_desktop.formats.cv_lines.starts import (
    BREAK,
    LONGEST_REST,
    MOST_HEAD,
    SHORT_NAMES,
    is_prose,
    line_dates,
    starts_of,
)
from jobmatch_desktop.formats.cv_lines.texts import joined
from jobmatch_desktop.formats.cv_lines.vocabulary import organisation_score, title_score
from jobmatch_desktop.formats.written_dates import Dates, dates_in, joint_of

_UNFINISHED = (
    "-",
    "–",
    "—",
    "&",
    "(",
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
_CLOSE = 0.3
# Points.
_SAME_EDGE = 2.0
_DEEPER = 6.0
_MOSTLY = 0.7
_FEWEST_OF_TABLE = 3


class Block(msgspec.Struct):
    """An entry: its head (title, organisation, dates, place) and the lines of its text."""

    head: list[Line]
    body: list[Line]


def blocks_of(lines: Sequence[Line], *, undated: bool = False) -> list[Block]:
    """The entries of a section, in order. Every line is in one of them. `undated`: items of a list are entries without dates too."""
    if not lines:
        return []
    if listed := _listed(lines, undated):
        return listed
    lines = unwrapped(lines)
    marks = _body_marks(lines)
    starts = starts_of(lines, marks)
    blocks = []
    usual, text = usual_gap(lines), text_style(lines)
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        blocks.append(_block(lines, marks, start, end, usual, text))
    return blocks


def _listed(lines: Sequence[Line], undated: bool) -> list[Block]:
    """The entries of a section in which each is an item of a list; none where it is no such section."""
    outer = min(line.indent for line in lines)
    first = [line.marked and line.indent < outer + _DEEPER for line in lines]
    if not first[0] or any(not line.marked and line.indent < outer + _DEEPER for line in lines):
        return []
    blocks: list[Block] = []
    open_head = False
    for line, begins in zip(lines, first, strict=True):
        if begins:
            blocks.append(Block([msgspec.structs.replace(line, marked=False)], []))
            open_head = True
        elif open_head and not line.marked:
            head = blocks[-1].head[0]
            blocks[-1].head[0] = msgspec.structs.replace(head, words=_glued(head.words, line.words))
        else:
            open_head = False
            blocks[-1].body.append(line)
    dated = sum(dates_in(block.head[0].text) is not None for block in blocks)
    return blocks if dated >= _MOSTLY * len(blocks) or undated else []


def unwrapped(lines: Sequence[Line], *, full_lines: bool = True) -> list[Line]:
    """Lines of a head that went over the column's edge, whole again: those that end unfinished, and with `full_lines` those that
    reach the edge."""
    whole: list[Line] = []
    usual = usual_gap(lines)
    rows = _have_second_rows(lines)
    for line in lines:
        before = whole[-1] if whole else None
        if before and not line.marked and (found := _into_cell(before, line, usual, rows)):
            whole[-1], rest = found
            if rest is None:
                continue
            line = rest
        elif before and not before.marked and not line.marked and len(line.cells) == 1 and _same_look(before, line):
            text = before.text.rstrip()
            opened = text.count("(") > text.count(")") and ")" in line.text
            unfinished = text.endswith(_UNFINISHED) or (before.wide and text.endswith(","))
            dates = dates_in(line.text)
            # A line that begins with a small letter goes on, though it ends in a date; a month in French begins with one too.
            goes_on = dates is None or (line.text[:1].islower() and not line.text.startswith(dates.words.strip()[:4]))
            full = before.wide and len(before.cells) == 1 and line.gap <= usual + 0.15 and goes_on
            full = full and not _ended(text)
            if opened or unfinished or (full_lines and full and len(text) < LONGEST_REST):
                whole[-1] = msgspec.structs.replace(before, words=_glued(before.words, line.words), wide=line.wide)
                continue
        whole.append(line)
    return whole


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


def _into_cell(before: Line, line: Line, usual: float, rows: bool) -> tuple[Line, Line | None] | None:
    """A line whose first cell goes on with a cell of the line before, right under it: the line before with that cell whole, and the
    other cells of the line."""
    first, cells = line.cells[0], before.cells
    if len(cells) == 1 or line.gap > usual + _CLOSE:
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
        whole = _glued(cell, first)
        others = tuple(word for cell in line.cells[1:] for word in cell)
        words = (
            *(word for cell in cells[:place] for word in cell),
            *whole,
            *(word for cell in cells[place + 1 :] for word in cell),
        )
        rest = msgspec.structs.replace(line, words=_begun(others)) if others else None
        return msgspec.structs.replace(before, words=words, wide=line.wide if last else before.wide), rest
    return None


def _with_rest_of_last(before: Line, line: Line) -> tuple[Line, Line] | None:
    """In a table of three columns or more: the line before with its last cell whole, and what else stands on the line."""
    cells, others = before.cells, line.cells
    if len(cells) < _FEWEST_OF_TABLE or not 1 < len(others) < len(cells) or not before.wide or dates_in(line.text):
        return None
    last, rest = cells[-1], others[-1]
    if not _under(last, rest) or not _alike(last[-1].style, rest[0].style):
        return None
    whole = msgspec.structs.replace(before, words=(*before.words[: -len(last)], *_glued(last, rest)), wide=line.wide)
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
            cells[-1] = _glued(cells[-1], others[0])
            others = []
        whole = msgspec.structs.replace(before, words=tuple(word for one in cells for word in one))
        rest = tuple(word for one in others for word in one)
        return whole, msgspec.structs.replace(line, words=_begun(rest)) if rest else None
    return None


def _glued(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Words that go on with others; the halves of one that a hyphen parted are one."""
    last, first = words[-1], others[0]
    if (
        last.text.endswith(("\xad", "-"))
        and len(last.text) > 1
        and (first.text[:1].islower() or (last.text.isupper() and first.text.isupper() and first.text.isalpha()))
    ):
        return (*words[:-1], msgspec.structs.replace(last, text=last.text[:-1] + first.text), *others[1:])
    return (*words, msgspec.structs.replace(first, apart=False), *others[1:])


def _under(cell: Sequence[Word], other: Sequence[Word]) -> bool:
    """Whether two cells begin at the same edge."""
    one, two = cell[0].box, other[0].box
    return one is not None and two is not None and abs(one.left - two.left) < _SAME_EDGE


def _begun(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return (msgspec.structs.replace(words[0], apart=False), *words[1:])


def _same_look(one: Line, other: Line) -> bool:
    return _alike(one.words[-1].style, other.words[0].style)


def _alike(left: Style, right: Style) -> bool:
    return (left.size, left.bold, left.italic) == (right.size, right.bold, right.italic)


def paragraphs_of(lines: Sequence[Line]) -> list[tuple[bool, Said]]:
    """The texts of a body: whether each had a list's mark, and its lines as one."""
    usual = usual_gap(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and not line.marked and _goes_on(groups[-1][-1], line, groups[-1][0], usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [(group[0].marked, joined(group)) for group in groups]


def _goes_on(before: Line, line: Line, first: Line, usual: float) -> bool:
    if line.gap > usual + _CLOSE and line.page == before.page:
        return False
    same = _same_text(before, line)
    if before.words and before.words[-1].text.endswith(("\xad", "-", ",", "&")) and same:
        return True
    if first.marked and line.indent > first.indent + 2.5 and same:
        return True
    begins = line.text[:1]
    return same and (before.wide or begins.islower() or begins in "(&/+")


def _same_text(one: Line, other: Line) -> bool:
    left, right = one.words[-1].style, other.words[0].style
    return abs(left.size - right.size) < 0.6 and left.bold == right.bold


def _body_marks(lines: Sequence[Line]) -> list[bool]:
    """Which lines are surely text: marked ones and what goes on with them."""
    usual = usual_gap(lines)
    found: list[bool] = []
    first: Line | None = None
    for place, line in enumerate(lines):
        if line.marked:
            found.append(True)
            first = line
        elif (
            place
            and found[-1]
            and first is not None
            and _goes_on(lines[place - 1], line, first, usual)
            and not _dated_head(line, lines[place - 1])
        ):
            found.append(True)
        else:
            found.append(False)
    # Marks before every entry, with no other lines: they are heads.
    if lines[0].marked:
        dated = [line_dates(line) is not None for line in lines if line.marked]
        if all(dated):
            return [False] * len(lines)
    return found


def _dated_head(line: Line, before: Line) -> bool:
    """Whether a line that might go on with a text begins an entry: it tells when, and looks like a head or begins with that."""
    dates = line_dates(line)
    if dates is None or line.text[:1].islower():
        # In French a month has no capital: then only a span at the very beginning tells.
        return dates is not None and _begins_with_span(line, dates)
    return line.words[0].style != before.words[-1].style or len(line.cells) > 1 or _begins_with_span(line, dates)


def _begins_with_span(line: Line, dates: Dates) -> bool:
    return bool(dates.start and (dates.end or dates.goes_on)) and line.text.lstrip(" (").startswith(
        dates.words.strip(" (")[:6]
    )


def _only_dates(head: Sequence[Line]) -> bool:
    """Whether a head only tells when so far."""
    return all((dates := line_dates(line)) and not any(map(str.isalnum, dates.rest)) for line in head)


def _titles(line: Line, head: Sequence[Line], text: Style) -> bool:
    """Whether a line that stands out names the post that the head above it lacks."""
    return (
        is_set_off(line, text)
        and title_score(line.text) > 0
        and not line_dates(line)
        and not any(title_score(above.text) > 0 for above in head)
    )


def _block(lines: Sequence[Line], body: Sequence[bool], start: int, end: int, usual: float, text: Style) -> Block:
    anchor = next(
        (place for place in range(start, min(end, start + MOST_HEAD)) if not body[place] and line_dates(lines[place])),
        None,
    )
    head: list[Line] = []
    place = start
    while place < end and len(head) < MOST_HEAD + 1:
        line = lines[place]
        if body[place] and place > start:
            break
        below = anchor is None or place > anchor
        if below and place > start:
            before = lines[place - 1]
            if not is_prose(line) and not line.marked and (_only_dates(head) or _titles(line, head, text)):
                head.append(line)
                place += 1
                continue
            named = len(head) == 1 and organisation_score(line.text) > 0
            broken = line.gap > usual + BREAK + (0.9 if named else 0.3)
            wraps = (
                place + 1 < end
                and not lines[place + 1].marked
                and line.wide
                and len(line.cells) == 1
                and _same_text(line, lines[place + 1])
            )
            if (
                is_prose(line)
                or broken
                or (wraps and not is_set_off(line, text))
                or (anchor is None and len(head) >= 2 and before)
            ):
                break
        head.append(line)
        place += 1
    return Block(head, list(lines[place:end]))
