"""What an editor does to lines of CV Markdown: lists go on, lines and sections move. Pure.

A text is one string with `\\n` between its lines; positions are code points. Each function answers with one edit, so that it is one
step to undo, or with None where there is nothing to do. Lists are of one level, as the grammar's are (domain/cv_markdown.py): Tab
means nothing to them.
"""

import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.domain.cv_markdown import read_line

_MARK = re.compile(r"[ \t]*(?P<mark>[-*+•])(?P<space>[ \t]+|$)")


class TextEdit(msgspec.Struct, frozen=True):
    """`[start, end)` of a text gives way to `text`; then the selection is `[anchor, caret)` of the new text."""

    start: int
    end: int
    text: str
    anchor: int
    caret: int

    def applied(self, text: str) -> str:
        """The text after the edit."""
        return text[: self.start] + self.text + text[self.end :]


def line_at(text: str, position: int) -> tuple[int, int]:
    """Where the line with a position begins and ends, without its end."""
    end = text.find("\n", position)
    return text.rfind("\n", 0, position) + 1, len(text) if end < 0 else end


def enter(text: str, position: int) -> TextEdit | None:
    """Enter in a bullet: a new bullet with what stands after the caret. In an empty one the list ends: the mark goes.

    None in all other lines, and before a bullet's words: there Enter is an end of line.
    """
    start, end = line_at(text, position)
    mark = _MARK.match(text[start:end])
    if mark is None or position < start + mark.end():
        return None
    if not text[start + mark.end() : end].strip():
        return TextEdit(start, end, "", start, start)
    after = text[position:end]
    space = len(after) - len(after.lstrip(" \t"))
    new = f"\n{mark[0]}" if mark["space"] else f"\n{mark[0]} "
    return TextEdit(position, position + space, new, position + len(new), position + len(new))


def backspace(text: str, position: int) -> TextEdit | None:
    """Backspace right behind a bullet's mark takes the whole mark away; None elsewhere."""
    start, end = line_at(text, position)
    mark = _MARK.match(text[start:end])
    if mark is None or position != start + mark.end():
        return None
    return TextEdit(start, position, "", start, start)


def toggled_bullets(text: str, anchor: int, caret: int) -> TextEdit:
    """The lines of a selection as bullets; if all of them are, as words again. Blank lines and headings stay."""
    start, end = _selected_lines(text, anchor, caret)
    lines = text[start:end].split("\n")
    words = [line for line in lines if line.strip() and not (read_line(line).level or 0)]
    off = bool(words) and all(read_line(line).level == 0 for line in words)
    changed: list[str] = []
    for line in lines:
        level = read_line(line).level
        if not line.strip() or (level or 0) > 0 or (level == 0) is not off:
            changed.append(line)
        elif off:
            changed.append(line[mark.end() :] if (mark := _MARK.match(line)) else line)
        else:
            changed.append(f"- {line.lstrip()}")
    new = "\n".join(changed)
    return TextEdit(start, end, new, start, start + len(new))


def moved(text: str, anchor: int, caret: int, *, up: bool) -> TextEdit | None:
    """What stands at the selection one place up or down: a heading's whole section or entry among those of its rank, a bullet with the
    lines under it among the bullets of its list, a paragraph's lines among what stands around them.

    The selection moves along. None at the edge, where it would leave its section.
    """
    first, last = min(anchor, caret), max(anchor, caret)
    units = _units(text, first)
    here = next(
        (index for index, (start, end) in enumerate(units) if start <= first < end or first == end == len(text)), None
    )
    if here is None or last > units[here][1]:
        return None
    other = here - 1 if up else here + 1
    if not 0 <= other < len(units):
        return None
    (start, middle), (_, end) = (units[other], units[here]) if up else (units[here], units[other])
    upper, gap = _parted(text[start:middle])
    lower, rest = _parted(text[middle:end])
    # What parts them stays where it is.
    new = lower + gap + upper + rest
    shift = start - middle if up else len(lower) + len(gap)
    return TextEdit(start, end, new, min(anchor + shift, end), min(caret + shift, end))


def _parted(text: str) -> tuple[str, str]:
    """Lines, and the line ends and blank lines behind them."""
    words = text.rstrip()
    return words, text[len(words) :]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while True:
        end = text.find("\n", start)
        if end < 0:
            yield start, len(text)
            return
        yield start, end
        start = end + 1


def _selected_lines(text: str, anchor: int, caret: int) -> tuple[int, int]:
    first, last = min(anchor, caret), max(anchor, caret)
    start, end = line_at(text, first)[0], line_at(text, last)[1]
    if last > first and text[last - 1 : last] == "\n":
        end = last - 1
    return start, max(start, end)


def _units(text: str, position: int) -> list[tuple[int, int]]:
    """The neighbours among which what stands at a position can move, it among them: each from its first line to the next one's."""
    lines = list(_lines(text))
    at = next(index for index, (start, end) in enumerate(lines) if start <= position <= end)
    levels = [read_line(text[start:end]).level for start, end in lines]
    blank = [not text[start:end].strip() for start, end in lines]
    name = next((index for index, level in enumerate(levels) if level == 1), None)
    ranks = [2 if level == 1 and index != name else level for index, level in enumerate(levels)]
    rank = ranks[at]
    begins: list[int] = []
    if rank:
        first, last = _within(ranks, at, rank)
        begins = [index for index in range(first, last) if ranks[index] == rank]
    else:
        first, last = _within(ranks, at, 4)
        if rank == 0 or (bullet := _bullet_of(ranks, blank, at, first)) is not None:
            if rank != 0:
                at = bullet or 0
            while at > first and not blank[at - 1]:
                at -= 1
            end = at
            while end < last and not blank[end]:
                end += 1
            begins, last = [index for index in range(at, end) if ranks[index] == 0], end
        elif not blank[at]:
            begins = [
                index for index in range(first, last) if not blank[index] and (index == first or blank[index - 1])
            ]
    places = [lines[index][0] for index in begins]
    close = lines[last][0] if last < len(lines) else len(text)
    return list(zip(places, [*places[1:], close], strict=True)) if places else []


def _within(ranks: list[int | None], at: int, rank: int) -> tuple[int, int]:
    """The lines under the nearest heading above of a higher rank than `rank`, up to the next such one."""
    first = at
    while first > 0 and not 0 < (ranks[first - 1] or 9) < rank:
        first -= 1
    last = at + 1
    while last < len(ranks) and not 0 < (ranks[last] or 9) < rank:
        last += 1
    return first, last


def _bullet_of(ranks: list[int | None], blank: list[bool], at: int, first: int) -> int | None:
    """The bullet that a line of words belongs to: that of the lines right above it."""
    while at >= first and not blank[at]:
        if ranks[at] == 0:
            return at
        at -= 1
    return None
