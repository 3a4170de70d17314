"""What sets the titles of sections apart in a document: their look, where they begin, how much blank stands above."""

import itertools
import statistics
from collections.abc import Iterable, Sequence

import msgspec

from jobmatch_desktop.formats.cv_lines.headings import role_by_words, role_of_heading
from jobmatch_desktop.formats.cv_lines.line import Line, Style, Word, part_of
from jobmatch_desktop.formats.cv_lines.vocabulary import degree_score, title_score
from jobmatch_desktop.formats.written_dates import dates_in

LONGEST_TITLE = 48
_MOST_WORDS = 7
_LARGER = 1.06
_SURELY_LARGER = 1.12
_DEGREE = 1.0
SAME_EDGE = 2.5
_LEAST_IN_MARGIN = 3

Look = tuple[float, bool, bool, bool]


class Looks(msgspec.Struct):
    """What sets titles apart in a document: the look of its text, and that of its titles by column (None: none stands out)."""

    text: Style
    titles: dict[int, Look]
    common: Look | None
    strict: bool
    sure: bool
    """Whether the look alone makes a title: no line that has it reads like the first of an entry."""
    gap: float
    """The blank above its titles, in heights."""
    edges: dict[int, float]
    """The left edge, by column, where most of its titles begin; none where they begin at several."""
    margins: dict[int, float]
    """The left edge, by column, of a margin that holds titles alone, each beside its text."""

    @property
    def of_titles(self) -> frozenset[Look]:
        return frozenset(look for look in (*self.titles.values(), self.common) if look is not None)


def usual_gap(lines: Iterable[Line]) -> float:
    """The blank between lines that belong together, in heights."""
    gaps = [line.gap for line in lines if line.gap > 0]
    return statistics.median_low(sorted(gaps)[: max(1, (len(gaps) * 3) // 4)]) if gaps else 0.0


def text_style(lines: Iterable[Line]) -> Style:
    """The style of most of the text."""
    counts: dict[Style, int] = {}
    for line in lines:
        for word in line.words:
            style = msgspec.structs.replace(word.style, colour=0, font="")
            counts[style] = counts.get(style, 0) + len(word.text)
    return max(counts, key=lambda style: counts[style]) if counts else Style()


def is_set_off(line: Line, text: Style) -> bool:
    """Whether a line looks more important than the text."""
    style = line.style
    return style.size > _LARGER * text.size or (line.bold and not text.bold) or line.capitals or _coloured(style)


def _coloured(style: Style) -> bool:
    parts = (style.colour >> 16, style.colour >> 8 & 0xFF, style.colour & 0xFF)
    return max(parts) - min(parts) > 60


def look_of(words: Sequence[Word]) -> Look:
    style = max(words, key=lambda word: (len(word.text), word.style.size)).style
    letters = [sign for word in words for sign in word.text if sign.isalpha()]
    return (round(style.size * 2) / 2, style.bold, style.italic, len(letters) > 2 and all(map(str.isupper, letters)))


def looks_of(lines: Sequence[Line]) -> Looks:
    text = text_style(lines)
    known = [line for line in lines if may_be_title(line) and role_of_heading(line.text)]
    # A title may stand in a cell of its own beside the text.
    known += [
        part_of(line, line.cells[0])
        for line in lines
        if not line.marked and len(line.cells) > 1 and _heads(line.cells[0])
    ]
    set_off = [line for line in known if is_set_off(line, text)]
    titles: dict[int, Look] = {}
    for column in {line.column for line in set_off}:
        if (look := _commonest([line for line in set_off if line.column == column])) is not None:
            titles[column] = look
    common = _commonest(set_off)
    every = set(titles.values()) | ({common} if common else set())
    alike = [line for line in lines if may_be_title(line) and look_of(line.words) in every]
    strangers = sum(role_of_heading(line.text) is None for line in alike)
    gaps = [line.gap for line in set_off if line.gap > 0]
    gap = statistics.median_low(gaps) if gaps else 0.0
    following = dict(itertools.pairwise(range(len(lines))))
    entries = sum(
        role_of_heading(line.text) is None
        and begins_entry(line, lines[following[place]] if place in following else None)
        for place, line in enumerate(lines)
        if may_be_title(line) and look_of(line.words) in every
    )
    return Looks(
        text,
        titles,
        common,
        strict=2 * entries > strangers or (strangers > len(alike) - strangers and not _surely_larger(common, text)),
        sure=not entries and common is not None and (_surely_larger(common, text) or (common[1] and common[3])),
        gap=gap,
        edges=_edges(set_off),
        margins=_margins(lines),
    )


def _surely_larger(look: Look | None, text: Style) -> bool:
    return look is not None and look[0] >= _SURELY_LARGER * text.size


def _margins(lines: Sequence[Line]) -> dict[int, float]:
    found: dict[int, float] = {}
    for column in {line.column for line in lines}:
        inner = [line for line in lines if line.column == column and line.indent > 0]
        beside = [line for line in inner if len(line.cells) > 1 and not line.marked and _heads(line.cells[0])]
        if len(beside) < _LEAST_IN_MARGIN:
            continue
        edge = min(line.indent for line in beside)
        begun = inner.index(beside[0])
        there = [line for line in inner[begun:] if line.indent < edge + SAME_EDGE]
        if len([line for line in beside if line.indent < edge + SAME_EDGE]) >= max(_LEAST_IN_MARGIN, 0.7 * len(there)):
            found[column] = edge
    return found


def _edges(titles: Sequence[Line]) -> dict[int, float]:
    found: dict[int, float] = {}
    for column in {line.column for line in titles}:
        lefts = [line.indent for line in titles if line.column == column]
        edge = min(lefts)
        if edge > 0 and sum(left < edge + SAME_EDGE for left in lefts) >= max(2, 0.6 * len(lefts)):
            found[column] = edge
    return found


def _heads(cell: Sequence[Word]) -> bool:
    return role_of_heading(" ".join(word.text for word in cell)) is not None


def _commonest(lines: Sequence[Line]) -> Look | None:
    """The look that titles of the most roles have; of two, the larger."""
    roles: dict[Look, set[str | None]] = {}
    for line in lines:
        roles.setdefault(look_of(line.words), set()).add(role_of_heading(line.text))
    main = {look: len(found) + (0.5 if found & {"experience", "education"} else 0.0) for look, found in roles.items()}
    return max(main, key=lambda look: (main[look], look[0])) if main else None


def may_be_title(line: Line) -> bool:
    return (
        not line.marked and len(line.cells) == 1 and len(line.text) <= LONGEST_TITLE and len(line.words) <= _MOST_WORDS
    )


def begins_entry(line: Line, following: Line | None) -> bool:
    """Whether a line that looks like a title reads like the first of an entry."""
    if "|" in line.text:
        return True
    if role_by_words(line.text):
        return False
    if title_score(line.text) > 0 or degree_score(line.text) > _DEGREE:
        return True
    return (
        following is not None
        and not following.marked
        and not _heads_itself(following, line)
        and len(following.text) < LONGEST_TITLE
        and dates_in(following.text) is not None
    )


def _heads_itself(following: Line, line: Line) -> bool:
    """Whether the line under another begins an entry itself: it stands out, and is smaller."""
    return following.words[0].style.bold and following.style.size < line.style.size
