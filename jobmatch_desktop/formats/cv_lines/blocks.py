"""The lines of a section to its entries: where each begins, which lines are its head and which its text."""

import re
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.heads import NOTE
from jobmatch_desktop.formats.cv_lines.line import Line, Said, Style
from jobmatch_desktop.formats.cv_lines.sections import is_set_off, text_style, usual_gap
from jobmatch_desktop.formats.cv_lines.texts import joined
from jobmatch_desktop.formats.written_dates import Dates, dates_in

_LONGEST_REST = 110
_MOST_HEAD = 4
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
_SENTENCES = re.compile(r"\w{3,}[.!?]\s+[A-ZÀ-Þ]\w")
_BREAK = 0.34
_CLOSE = 0.3
_SHORT_NAMES = re.compile(
    r"(?:\b(?:inc|co|corp|ltd|llc|jr|sr|dept|univ|st|no|etc)|\b[A-Z]|\b[a-z]\.[a-z])\.$", re.IGNORECASE
)

Signature = tuple[float, bool, bool, bool, int]


class Block(msgspec.Struct):
    """An entry: its head (title, organisation, dates, place) and the lines of its text."""

    head: list[Line]
    body: list[Line]


def blocks_of(lines: Sequence[Line]) -> list[Block]:
    """The entries of a section, in order. Every line is in one of them."""
    if not lines:
        return []
    lines = unwrapped(lines)
    marks = _body_marks(lines)
    starts = _starts(lines, marks)
    blocks = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        blocks.append(_block(lines, marks, start, end))
    return blocks


def unwrapped(lines: Sequence[Line], *, full_lines: bool = True) -> list[Line]:
    """Lines of a head that went over the column's edge, whole again: those that end unfinished, and with `full_lines` those that
    reach the edge."""
    whole: list[Line] = []
    usual = usual_gap(lines)
    for line in lines:
        before = whole[-1] if whole else None
        if before and not before.marked and not line.marked and len(line.cells) == 1 and _same_look(before, line):
            text = before.text.rstrip()
            opened = text.count("(") > text.count(")") and ")" in line.text
            unfinished = text.endswith(_UNFINISHED) or (before.wide and text.endswith(","))
            full = before.wide and len(before.cells) == 1 and line.gap <= usual + 0.15 and not dates_in(line.text)
            if opened or unfinished or (full_lines and full and len(text) < _LONGEST_REST):
                whole[-1] = msgspec.structs.replace(before, words=(*before.words, *line.words), wide=line.wide)
                continue
        whole.append(line)
    return whole


def _same_look(one: Line, other: Line) -> bool:
    left, right = one.words[-1].style, other.words[0].style
    return (left.size, left.bold, left.italic) == (right.size, right.bold, right.italic)


def line_dates(line: Line) -> Dates | None:
    """The dates of a line that tells when, as a head does; None for prose that only names a year."""
    if (line.marked and len(line.text) > 70) or NOTE.search(line.text):
        return None
    found = dates_in(line.text)
    if found is None or len(found.rest) > _LONGEST_REST:
        return None
    text = line.text.strip(" ().,;|·•–—-")
    words = found.words.strip(" ().,;|·•–—-")
    span = bool(found.start and (found.end or found.goes_on))
    at_edge = (
        text.endswith(words)
        or text.startswith(words)
        or any(
            words in " ".join(word.text for word in cell)
            and len(" ".join(word.text for word in cell)) < len(words) + 14
            for cell in line.cells
        )
    )
    if span:
        return found if at_edge or f"({words})" in line.text or len(found.rest) < 80 else None
    return found if at_edge and not found.rest.rstrip().endswith(".") and len(found.rest) < 90 else None


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


def _signature(line: Line) -> Signature:
    first = line.cells[0]
    style = first[0].style
    letters = [sign for word in first for sign in word.text if sign.isalpha()]
    capitals = len(letters) > 2 and all(map(str.isupper, letters))
    return (round(style.size), style.bold, style.italic, capitals, round(line.indent / 4))


def _starts(lines: Sequence[Line], body: Sequence[bool]) -> list[int]:
    usual = usual_gap(lines)
    text = text_style(lines)
    anchors = [place for place, line in enumerate(lines) if not body[place] and line_dates(line)]
    first = next((place for place in range(len(lines)) if not body[place]), 0)
    opening = _signature(lines[first])
    offset = (
        anchors[0] - first if anchors and anchors[0] - first < _MOST_HEAD and not any(body[first : anchors[0]]) else 0
    )
    set_off = opening[1] or opening[3] or opening[0] > text.size + 0.5
    starts = [0]
    previous = anchors[0] if anchors and anchors[0] - first < _MOST_HEAD else -1
    for anchor in anchors:
        if anchor <= max(previous, first):
            continue
        start = _start_of(lines, body, previous, anchor, opening, offset, usual, set_off)
        if start > starts[-1]:
            starts.append(start)
        previous = anchor
    return sorted({*starts, *_undated(lines, body, starts, anchors, opening, text, usual)})


def _start_of(
    lines: Sequence[Line],
    body: Sequence[bool],
    previous: int,
    anchor: int,
    opening: Signature,
    offset: int,
    usual: float,
    set_off: bool,
) -> int:
    """The first line of the entry that the anchor dates, after the line that dated the one before; -1 for a date of the same."""
    lowest = max(previous + 1, anchor - _MOST_HEAD + 1)
    for place in range(anchor - 1, lowest - 1, -1):
        if body[place]:
            lowest = place + 1
            break
    candidates = range(lowest, anchor + 1)
    alike = [place for place in candidates if _signature(lines[place]) == opening]
    if alike:
        wanted = anchor - offset
        return min(alike, key=lambda place: (abs(place - wanted), place))
    if (
        set_off
        and anchor - previous <= 2
        and not any(body[previous : anchor + 1])
        and all(lines[place].gap <= usual + _BREAK for place in range(previous + 1, anchor + 1))
    ):
        # Another date in the same head.
        return -1
    gaps = [place for place in candidates if place > previous + 1 and lines[place].gap > usual + _BREAK]
    if gaps:
        return gaps[-1]
    after_text = lowest > 0 and body[lowest - 1]
    if after_text:
        heads = [place for place in candidates if all(not _is_prose(lines[one]) for one in range(place, anchor))]
        return heads[0] if heads else anchor
    return max(lowest, anchor - offset)


def _undated(
    lines: Sequence[Line],
    body: Sequence[bool],
    starts: Sequence[int],
    anchors: Sequence[int],
    opening: Signature,
    text: Style,
    usual: float,
) -> list[int]:
    """Lines that look like the first of an entry and follow the text of another, though nothing dates them."""
    found: list[int] = []
    set_off = opening[1] or opening[3] or opening[0] > text.size + 0.5
    for place in range(1, len(lines)):
        line = lines[place]
        if body[place] or place in starts or _is_prose(line):
            continue
        last = max(start for start in (*starts, *found) if start < place) if starts else 0
        if any(start < place <= _head_end(start, anchors) for start in starts):
            continue
        if place - last < 2 and not body[place - 1]:
            continue
        same = _signature(line) == opening and set_off and is_set_off(line, text)
        if same and (
            body[place - 1]
            or line.gap > usual + _BREAK
            or _is_prose(lines[place - 1])
            or _signature(lines[place - 1]) != opening
        ):
            found.append(place)
    return found


def _head_end(start: int, anchors: Sequence[int]) -> int:
    return next((anchor for anchor in anchors if anchor >= start and anchor - start < _MOST_HEAD), start)


def _is_prose(line: Line) -> bool:
    text = line.text.rstrip()
    if text[:1].islower() and line_dates(line):
        return False
    if text.endswith(".") and not _SHORT_NAMES.search(text) and len(line.words) > 3:
        return True
    if _SENTENCES.search(text) and len(line.words) > 6:
        return True
    return len(text) > 95 or text[:1].islower()


def _block(lines: Sequence[Line], body: Sequence[bool], start: int, end: int) -> Block:
    anchor = next(
        (place for place in range(start, min(end, start + _MOST_HEAD)) if not body[place] and line_dates(lines[place])),
        None,
    )
    usual = usual_gap(lines)
    head: list[Line] = []
    place = start
    while place < end and len(head) < _MOST_HEAD + 1:
        line = lines[place]
        if body[place] and place > start:
            break
        below = anchor is None or place > anchor
        if below and place > start:
            before = lines[place - 1]
            broken = line.gap > usual + _BREAK + 0.3
            wraps = (
                place + 1 < end
                and not lines[place + 1].marked
                and line.wide
                and len(line.cells) == 1
                and _same_text(line, lines[place + 1])
            )
            if (
                _is_prose(line)
                or broken
                or (wraps and not is_set_off(line, text_style(lines)))
                or (anchor is None and len(head) >= 2 and before)
            ):
                break
        head.append(line)
        place += 1
    return Block(head, list(lines[place:end]))
