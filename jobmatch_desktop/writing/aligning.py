"""What two texts have in common, by lines or by words: what differing builds on.

Time is bounded by counts, not by a clock, so that the same texts always give the same answer: where two texts are large and have
nothing that stands in each of them once, a whole stretch counts as replaced.
"""

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

import msgspec
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

CELLS = 100_000_000
"""How many pairs of tokens are compared at most at once: some 10 ms and 12 MB."""

STEPS = 200_000
"""How far a short way from one long text to another is looked for, beside one walk through both: some 50 ms."""

PAIRS = 2_500
"""How many pairs of lines are held against each other by their letters."""

LETTERS = 400
"""So many letters of a line tell whether it is like another."""

ALIKE = 50.0
"""From here on, of 100, two lines are one that was reworded (rapidfuzz `fuzz.ratio`)."""

SWALLOWED = 3
"""So many words between two changes are part of a change, if both changes are longer than they are."""

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# A word goes to the last letter or digit before a space or a mark of Markdown: `1,200`, `well-known`, an address.
_TOKEN = re.compile(
    rf"\n|[^\S\n]+|[{_CJK}]"
    rf"|[^\W{_CJK}](?:[^\s\[\]()*{_CJK}]*[^\W{_CJK}])?[\u0300-\u036f]*"
    r"|[^\w\s](?:[\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]+[^\w\s]?)*"
)
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class Edit(msgspec.Struct, frozen=True):
    """What stands at `[start, end)` of one sequence stands as `[there, there_end)` in the other. Never empty on both sides."""

    start: int
    end: int
    there: int
    there_end: int


def lines_of(text: str) -> list[str]:
    """The lines with their ends (`\\n`); together they are the text."""
    return _LINE.findall(text)


def words_of(text: str) -> list[str]:
    """Words, numbers and addresses, each in one piece; runs of spaces; line ends and marks one by one. Together the text."""
    return _TOKEN.findall(text)


def edits(one: Sequence[str], other: Sequence[str]) -> list[Edit]:
    """What differs, in order; between two edits at least one token is the same."""
    numbers: dict[str, int] = {}
    first = [numbers.setdefault(token, len(numbers)) for token in one]
    second = [numbers.setdefault(token, len(numbers)) for token in other]
    found: list[Edit] = []
    start = there = 0
    for at, at_there, size in [*_matches(first, second), (len(first), len(second), 0)]:
        if at > start or at_there > there:
            found.append(Edit(start, at, there, at_there))
        start, there = at + size, at_there + size
    return _slid_together(found, first, second)


def line_edits(one: Sequence[str], other: Sequence[str]) -> list[Edit]:
    """As `edits`, with lines that were reworded set against each other one to one: those edits touch."""
    return [part for edit in edits(one, other) for part in _paired(one, other, edit)]


def readable(changes: list[Edit], one: Sequence[str]) -> list[Edit]:
    """Changes of words without confetti: a few unchanged words between two longer changes become part of the change."""
    kept: list[Edit] = []
    lengths = list(itertools.accumulate(map(len, one), initial=0))
    for edit in changes:
        joined = edit
        while kept and _swallowed(kept[-1], joined, one, lengths):
            before = kept.pop()
            joined = Edit(before.start, joined.end, before.there, joined.there_end)
        kept.append(joined)
    return kept


def _swallowed(before: Edit, after: Edit, one: Sequence[str], lengths: list[int]) -> bool:
    between = range(before.end, after.start)
    if len(between) > 2 * SWALLOWED + 1:
        return False
    length = lengths[after.start] - lengths[before.end]
    tokens = [one[index] for index in between]
    if "\n" in tokens or sum(not token.isspace() for token in tokens) > SWALLOWED:
        return False
    return length <= min(_weight(before, lengths), _weight(after, lengths))


def _weight(edit: Edit, lengths: list[int]) -> int:
    """Letters taken away, or tokens put in: what is put in is weighed by the other text's tokens, of two letters at least."""
    return max(lengths[edit.end] - lengths[edit.start], 2 * (edit.there_end - edit.there))


def _slid_together(found: list[Edit], one: list[int], other: list[int]) -> list[Edit]:
    """What was taken out or put in among tokens that are all the same may stand anywhere among them: it goes where the next change,
    or else the one before, is, and is one with it."""
    later: list[Edit] = []
    for edit in reversed(found):
        if later and (moved := _slid(edit, later[-1], one, other, forwards=True)):
            after = later.pop()
            edit = Edit(moved.start, after.end, moved.there, after.there_end)
        later.append(edit)
    joined: list[Edit] = []
    for edit in reversed(later):
        if joined and (moved := _slid(edit, joined[-1], one, other, forwards=False)):
            before = joined.pop()
            edit = Edit(before.start, moved.end, before.there, moved.there_end)
        joined.append(edit)
    return joined


def _slid(edit: Edit, to: Edit, one: list[int], other: list[int], *, forwards: bool) -> Edit | None:
    """The edit where it touches the other one, if it can be moved there."""
    if edit.start < edit.end and edit.there < edit.there_end:
        return None
    tokens, start, end = (one, edit.start, edit.end) if edit.start < edit.end else (other, edit.there, edit.there_end)
    gap = to.start - edit.end if forwards else to.end - edit.start
    for step in range(0, gap, 1 if gap > 0 else -1):
        if (
            tokens[start + step] != tokens[end + step]
            if forwards
            else tokens[start + step - 1] != tokens[end + step - 1]
        ):
            return None
    return Edit(edit.start + gap, edit.end + gap, edit.there + gap, edit.there_end + gap)


def _matches(one: list[int], other: list[int]) -> list[tuple[int, int, int]]:
    """Stretches that are the same, in order: where in each, and how long."""
    found: list[tuple[int, int, int]] = []
    waiting = [(0, len(one), 0, len(other))]
    while waiting:
        start, end, there, there_end = waiting.pop()
        head = _same(one, other, start, there, min(end - start, there_end - there))
        if head:
            found.append((start, there, head))
            start, there = start + head, there + head
        tail = _same_before(one, other, end, there_end, min(end - start, there_end - there))
        if tail:
            end, there_end = end - tail, there_end - tail
            found.append((end, there_end, tail))
        if start == end or there == there_end:
            continue
        if anchors := _anchors(one[start:end], other[there:there_end]):
            places = [(start + at, there + at_there) for at, at_there in anchors]
            before = (start, there)
            for at, at_there in places:
                found.append((at, at_there, 1))
                waiting.append((before[0], at, before[1], at_there))
                before = (at + 1, at_there + 1)
            waiting.append((before[0], end, before[1], there_end))
        elif (end - start) * (there_end - there) <= CELLS:
            blocks = LCSseq.editops(one[start:end], other[there:there_end]).as_matching_blocks()
            found.extend((start + block.a, there + block.b, block.size) for block in blocks if block.size)
        else:
            short = _short_way(one[start:end], other[there:there_end])
            found.extend((start + at, there + at_there, size) for at, at_there, size in short)
    return sorted(found)


def _same(one: list[int], other: list[int], start: int, there: int, most: int) -> int:
    for length in range(most):
        if one[start + length] != other[there + length]:
            return length
    return most


def _same_before(one: list[int], other: list[int], end: int, there_end: int, most: int) -> int:
    for length in range(most):
        if one[end - 1 - length] != other[there_end - 1 - length]:
            return length
    return most


def _anchors(one: list[int], other: list[int]) -> list[tuple[int, int]]:
    """The longest row, in both orders, of tokens that stand once in each (patience diff)."""
    counts, counts_there = Counter(one), Counter(other)
    places = {token: index for index, token in enumerate(other) if counts_there[token] == 1}
    pairs = [(at, places[token]) for at, token in enumerate(one) if counts[token] == 1 and token in places]
    tops: list[int] = []
    rows: list[int] = []
    before: list[int] = []
    for index, (_, there) in enumerate(pairs):
        row = bisect_left(tops, there)
        before.append(rows[row - 1] if row else -1)
        if row == len(tops):
            tops.append(there)
            rows.append(index)
        else:
            tops[row], rows[row] = there, index
    longest: list[tuple[int, int]] = []
    index = rows[-1] if rows else -1
    while index >= 0:
        longest.append(pairs[index])
        index = before[index]
    return longest[::-1]


def _short_way(one: list[int], other: list[int]) -> list[tuple[int, int, int]]:
    """What stays on the shortest way from one to the other (Myers 1986), where that way is short; else nothing."""
    size, size_there = len(one), len(other)
    furthest = {1: 0}
    passed: list[dict[int, int]] = []
    steps = 0
    for depth in itertools.count():
        if steps > STEPS + size + size_there:
            return []
        passed.append(furthest.copy())
        for diagonal in range(-depth, depth + 1, 2):
            down = diagonal == -depth or (
                diagonal != depth and furthest.get(diagonal - 1, -1) < furthest.get(diagonal + 1, -1)
            )
            at = furthest[diagonal + 1] if down else furthest[diagonal - 1] + 1
            there = at - diagonal
            began = at
            while at < size and there < size_there and one[at] == other[there]:
                at, there = at + 1, there + 1
            furthest[diagonal] = at
            steps += 1 + at - began
            if at >= size and there >= size_there:
                return _walked_back(passed, size, size_there)
    raise AssertionError("a way was found or the steps ran out")


def _walked_back(passed: list[dict[int, int]], at: int, there: int) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for depth in range(len(passed) - 1, -1, -1):
        furthest = passed[depth]
        diagonal = at - there
        down = diagonal == -depth or (
            diagonal != depth and furthest.get(diagonal - 1, -1) < furthest.get(diagonal + 1, -1)
        )
        came = diagonal + 1 if down else diagonal - 1
        before = furthest[came]
        start = before if down else before + 1
        if at > start:
            found.append((start, start - diagonal, at - start))
        at, there = before, before - came
    return found[::-1]


def _paired(one: Sequence[str], other: Sequence[str], edit: Edit) -> list[Edit]:
    """An edit of several lines, taken apart: lines that are alike are one reworded; so are as many lines on either side between."""
    size, size_there = edit.end - edit.start, edit.there_end - edit.there
    if not size or not size_there or size == size_there == 1:
        return [edit]
    pairs = _alike(one[edit.start : edit.end], other[edit.there : edit.there_end]) if size * size_there <= PAIRS else []
    parts: list[Edit] = []
    start, there = edit.start, edit.there
    for at, at_there in [*((edit.start + at, edit.there + so) for at, so in pairs), (edit.end, edit.there_end)]:
        if at - start == at_there - there:
            parts.extend(
                Edit(start + step, start + step + 1, there + step, there + step + 1) for step in range(at - start)
            )
        else:
            parts.append(Edit(start, at, there, at_there))
        if at < edit.end:
            parts.append(Edit(at, at + 1, at_there, at_there + 1))
        start, there = at + 1, at_there + 1
    return parts


def _alike(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of lines that are alike, in order on both sides: those with the most likeness together."""
    width = len(other) + 1
    best = [0.0] * width
    chosen: list[list[float]] = [best]
    heads = [line[:LETTERS] for line in other]
    likeness = [[fuzz.ratio(line[:LETTERS], head, score_cutoff=ALIKE) for head in heads] for line in one]
    for row in likeness:
        above, best = best, [0.0] * width
        for column, alike in enumerate(row, start=1):
            best[column] = max(above[column], best[column - 1], above[column - 1] + alike if alike else 0.0)
        chosen.append(best)
    pairs: list[tuple[int, int]] = []
    at, there = len(one), len(other)
    while at and there:
        alike = likeness[at - 1][there - 1]
        if chosen[at][there] == chosen[at - 1][there]:
            at -= 1
        elif chosen[at][there] == chosen[at][there - 1]:
            there -= 1
        else:
            assert alike, "a step on the diagonal is a pair"
            at, there = at - 1, there - 1
            pairs.append((at, there))
    return pairs[::-1]
