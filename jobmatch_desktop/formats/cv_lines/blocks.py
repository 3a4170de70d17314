"""The lines of a section to its entries: where each begins, which lines are its head and which its text."""

from collections.abc import Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.line import Line, Said, Style
from jobmatch_desktop.formats.cv_lines.looks import is_set_off, text_style, usual_gap
from jobmatch_desktop.formats.cv_lines.starts import (
    BREAK,
    MOST_HEAD,
    is_prose,
    line_dates,
    starts_of,
)
from jobmatch_desktop.formats.cv_lines.texts import joined
from jobmatch_desktop.formats.cv_lines.unwrapping import glued, unwrapped
from jobmatch_desktop.formats.cv_lines.vocabulary import organisation_score, title_score
from jobmatch_desktop.formats.written_dates import Dates, dates_in

_CLOSE = 0.3
# Points.
_DEEPER = 6.0
_MOSTLY = 0.7


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
            blocks[-1].head[0] = msgspec.structs.replace(head, words=glued(head.words, line.words))
        else:
            open_head = False
            blocks[-1].body.append(line)
    dated = sum(dates_in(block.head[0].text) is not None for block in blocks)
    return blocks if dated >= _MOSTLY * len(blocks) or undated else []


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
                and line.italic == lines[place + 1].italic
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
