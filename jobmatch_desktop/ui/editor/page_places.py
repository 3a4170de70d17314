"""Which words of a text stand where on its pages, told by the letters alone, so that it holds for every template."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.domain.inline_markdown import plain

LONGEST = 200_000
"""Characters of a text that are looked for; in longer ones nothing is followed."""
_SAID = 24
"""Letters that tell a place from others."""
_LEAST_SAID = 10


class Segment(msgspec.Struct, frozen=True):
    """Words in one line of a page (from 0), in points from its left and upper edge."""

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float


class Places(msgspec.Struct, frozen=True):
    """The letters of a text and of its pages, one after the other, with where each line and each segment of them begins."""

    lines: str
    line_starts: tuple[int, ...]
    pages: str
    segment_starts: tuple[int, ...]
    segments: tuple[Segment, ...]


def places_of(text: str, segments: tuple[Segment, ...]) -> Places:
    """Made once for a text (CV Markdown) and the segments of its pages. Any thread; some 10 ms for three pages."""
    if len(text) > LONGEST:
        return Places("", (), "", (), ())
    lines, line_starts = _joined(letters(plain(line)) for line in text.split("\n"))
    pages, segment_starts = _joined(letters(segment.text) for segment in segments)
    return Places(lines, line_starts, pages, segment_starts, segments)


def segment_of(places: Places, line: int) -> Segment | None:
    """Where a line of the text (from 0) begins on the pages; where it stands on none, that of the nearest line before it."""
    for number in range(min(line, len(places.line_starts) - 1), -1, -1):
        start = places.line_starts[number]
        end = places.line_starts[number + 1] if number + 1 < len(places.line_starts) else len(places.lines)
        if start == end:
            continue
        for said in (_SAID, _LEAST_SAID):  # a line of dates and places may stand apart on the page
            found = _same(places.lines, start, min(end, start + said), places.pages)
            if found is not None:
                break
        if found is not None:
            return places.segments[bisect_right(places.segment_starts, found) - 1]
    return None


def line_at(places: Places, page: int, x: float, y: float) -> int | None:
    """The line of the text (from 0) whose words stand at a place of a page, or nearest to it; None on a page without words."""
    near = [number for number, segment in enumerate(places.segments) if segment.page == page]
    if not near:
        return None
    nearest = min(near, key=lambda number: _distance(places.segments[number], x, y))
    start = places.segment_starts[nearest]
    found = _same(places.pages, start, min(len(places.pages), start + _SAID), places.lines)
    if found is None:  # what the template adds, or words that go on elsewhere: what follows tells
        end = places.segment_starts[nearest + 1] if nearest + 1 < len(places.segments) else len(places.pages)
        found = _same(places.pages, start, min(end, start + _SAID), places.lines)
    return None if found is None else bisect_right(places.line_starts, found) - 1


def letters(words: str) -> str:
    """What is the same of words however they are set: no case, no marks, no spaces, ligatures taken apart."""
    decomposed = unicodedata.normalize("NFKD", words).casefold()
    return "".join(letter for letter in decomposed if letter.isalnum())


def _joined(parts: Iterator[str]) -> tuple[str, tuple[int, ...]]:
    kept, starts, length = [], [], 0
    for part in parts:
        starts.append(length)
        kept.append(part)
        length += len(part)
    return "".join(kept), tuple(starts)


def _same(source: str, start: int, end: int, target: str) -> int | None:
    """Where the letters at a place of one text stand in the other: of equal ones, that which comes as often before."""
    said = source[start:end]
    earlier = 0
    place = source.find(said)
    while 0 <= place < start:
        earlier += 1
        place = source.find(said, place + 1)
    found = None
    place = target.find(said)
    while place >= 0:
        found = place
        if earlier == 0:
            break
        earlier -= 1
        place = target.find(said, place + 1)
    return found


def _distance(segment: Segment, x: float, y: float) -> tuple[float, float]:
    down = max(segment.top - y, 0.0, y - segment.bottom)
    across = max(segment.left - x, 0.0, x - segment.right)
    return down, across
