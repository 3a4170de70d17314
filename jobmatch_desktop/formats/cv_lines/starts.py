"""Where the entries of a section begin: by the lines that tell when, and by lines that look like the first of one."""

import re
from collections.abc import Sequence

from jobmatch_desktop.formats.cv_lines.heads import NOTE
from jobmatch_desktop.formats.cv_lines.line import Line, Style
from jobmatch_desktop.formats.cv_lines.looks import is_set_off, text_style, usual_gap
from jobmatch_desktop.formats.cv_lines.vocabulary import degree_score, title_score
from jobmatch_desktop.formats.written_dates import Dates, dates_in

LONGEST_REST = 110
MOST_HEAD = 4
BREAK = 0.34
"""How much more blank than usual, in heights, parts what belongs together."""
SHORT_NAMES = re.compile(
    r"(?:\b(?:inc|co|corp|ltd|llc|jr|sr|dept|univ|st|no|etc)|\b[A-Z]|\b[a-z]\.[a-z])\.$", re.IGNORECASE
)
_SHORT_NAME = 5
_SENTENCES = re.compile(r"\w{3,}[.!?]\s+[A-ZÀ-Þ]\w")

Signature = tuple[float, bool, bool, bool, int]


def starts_of(lines: Sequence[Line], body: Sequence[bool]) -> list[int]:
    """The places of the lines that begin an entry; `body` tells which lines are surely text."""
    usual = usual_gap(lines)
    text = text_style(lines)
    anchors = [place for place, line in enumerate(lines) if not body[place] and line_dates(line)]
    first = next((place for place in range(len(lines)) if not body[place]), 0)
    opening = _signature(lines[first])
    offset = (
        anchors[0] - first if anchors and anchors[0] - first < MOST_HEAD and not any(body[first : anchors[0]]) else 0
    )
    set_off = opening[1] or opening[3] or opening[0] > text.size + 0.5
    starts = [0]
    previous = anchors[0] if anchors and anchors[0] - first < MOST_HEAD else -1
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
    lowest = max(previous + 1, anchor - MOST_HEAD + 1)
    for place in range(anchor - 1, lowest - 1, -1):
        if body[place]:
            lowest = place + 1
            break
    candidates = range(lowest, anchor + 1)
    alike = [place for place in candidates if _opens_alike(lines[place], opening)]
    if alike:
        wanted = anchor - offset
        return min(alike, key=lambda place: (abs(place - wanted), place))
    if (
        set_off
        and anchor - previous <= 2
        and not any(body[previous : anchor + 1])
        and all(lines[place].gap <= usual + BREAK for place in range(previous + 1, anchor + 1))
    ):
        # Another date in the same head, if it is no post within the employer's whole time.
        return anchor if anchor == previous + 1 and _is_within(lines[anchor], lines[previous]) else -1
    gaps = [place for place in candidates if place > previous + 1 and lines[place].gap > usual + BREAK]
    if gaps:
        return gaps[-1]
    after_text = lowest > 0 and body[lowest - 1]
    if after_text:
        heads = [place for place in candidates if all(not is_prose(lines[one]) for one in range(place, anchor))]
        return heads[0] if heads else anchor
    return max(lowest, anchor - offset)


def _is_within(line: Line, above: Line) -> bool:
    """Whether a line tells of a shorter time than the line above it, within that."""
    inner, outer = line_dates(line), line_dates(above)
    if inner is None or outer is None or not inner.start or not outer.start or not any(map(str.isalpha, inner.rest)):
        return False
    ends = [dates.end or ("9" if dates.goes_on else "") for dates in (inner, outer)]
    shorter = (inner.start, ends[0]) != (outer.start, ends[1])
    return all(ends) and shorter and outer.start <= inner.start and ends[0] <= ends[1]


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
        if body[place] or place in starts or is_prose(line):
            continue
        last = max(start for start in (*starts, *found) if start < place) if starts else 0
        if any(start < place <= _head_end(start, anchors) for start in starts):
            continue
        if place - last < 2 and not body[place - 1]:
            continue
        if place - 1 in anchors and _names_what(line) and not any(map(_names_what, lines[last:place])):
            # The post or degree of the entry above, under its dates.
            continue
        same = _signature(line) == opening and set_off and is_set_off(line, text)
        if same and (
            body[place - 1]
            or line.gap > usual + BREAK
            or is_prose(lines[place - 1])
            or _signature(lines[place - 1]) != opening
        ):
            found.append(place)
    return found


def _names_what(line: Line) -> bool:
    return title_score(line.text) > 0 or degree_score(line.text) > 1


def _head_end(start: int, anchors: Sequence[int]) -> int:
    return next((anchor for anchor in anchors if anchor >= start and anchor - start < MOST_HEAD), start)


def _signature(line: Line) -> Signature:
    first = line.cells[0]
    style = first[0].style
    text = " ".join(word.text for word in first)
    # `2015 – PRESENT` is no name in capitals.
    dates = dates_in(text)
    letters = [sign for sign in (dates.rest if dates else text) if sign.isalpha()]
    capitals = len(letters) > 2 and all(map(str.isupper, letters))
    return (round(style.size), style.bold, style.italic, capitals, round(line.indent / 4))


def _opens_alike(line: Line, opening: Signature) -> bool:
    """Whether a line looks as the first of an entry does; a short name in capitals (`IBM`) may be one among others in small letters."""
    found = _signature(line)
    if found[3] and len(line.text) <= _SHORT_NAME:
        return (*found[:3], opening[3], found[4]) == opening
    return found == opening


def line_dates(line: Line) -> Dates | None:
    """The dates of a line that tells when, as a head does; None for prose that only names a year."""
    if (line.marked and len(line.text) > 70) or (NOTE.search(line.text) and not _dated_apart(line)):
        return None
    found = dates_in(line.text)
    if found is None:
        return None
    text = line.text.strip(" ().,;|·•–—-")
    words = found.words.strip(" ().,;|·•–—-")
    span = bool(found.start and (found.end or found.goes_on))
    if len(found.rest) > LONGEST_REST:
        # `2020–present Design Engineer, Acme.` may go on with what was done there.
        return found if span and text.startswith(words) and not line.marked else None
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
    return found if at_edge and not found.rest.rstrip().endswith(".") else None


def _dated_apart(line: Line) -> bool:
    """Whether a cell of the line holds a span of time and nothing else."""
    for cell in line.cells[1:]:
        dates = dates_in(" ".join(word.text for word in cell))
        if dates and dates.start and not any(map(str.isalnum, dates.rest)):
            return True
    return False


def is_prose(line: Line) -> bool:
    """Whether a line reads like running text."""
    text = line.text.rstrip()
    if text[:1].islower() and line_dates(line):
        return False
    if text.endswith(".") and not SHORT_NAMES.search(text) and len(line.words) > 3:
        return True
    if _SENTENCES.search(text) and len(line.words) > 6:
        return True
    return len(text) > 95 or text[:1].islower()
