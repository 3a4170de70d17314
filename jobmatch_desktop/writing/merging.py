"""A text that was changed in two places at once: by the person, and by the program or elsewhere.

Three ways, by lines, and within a line that both changed by words. What only one changed is changed; what both changed differently
stays as the person has it, and the other wording is given beside. So nothing of either is lost.
"""

from collections.abc import Callable, Sequence

import msgspec

from jobmatch_desktop.domain.common_ends import common_ends
from jobmatch_desktop.writing.aligning import Edit, edits, line_edits, lines_of, readable, words_of


class Conflict(msgspec.Struct, frozen=True):
    """What both changed: `mine` stands in the merged text at `[start, end)` (code points), `theirs` does not; `base` is what
    both came from. `mine` is `""` where the person deleted what the others changed, and then the range is empty."""

    start: int
    end: int
    mine: str
    theirs: str
    base: str


class Merged(msgspec.Struct, frozen=True):
    """A text with both sides' changes, and what they could not agree on, in order; no two conflicts overlap."""

    text: str
    conflicts: tuple[Conflict, ...] = ()


def merge(base: str, mine: str, theirs: str, *, within_lines: bool = True) -> Merged:
    """`mine` with what changed from `base` to `theirs`. Pure; takes time in proportion to the texts (1 MB: some 100 ms).

    `within_lines=False` weaves no line from both, for words of a model: a sentence is then one side's, whole, and a line that
    both changed is a conflict of that line.
    """
    if mine in (base, theirs):
        return Merged(theirs)
    if theirs == base:
        return Merged(mine)
    weaving = _Weaving(within_lines)
    weaving.weave(lines_of(base), lines_of(mine), lines_of(theirs), line_edits, weaving.both_changed_lines)
    return Merged("".join(weaving.pieces), tuple(weaving.conflicts))


def taken(merged: Merged, conflict: Conflict) -> str:
    """The merged text with `theirs` in the place of `mine`."""
    return merged.text[: conflict.start] + conflict.theirs + merged.text[conflict.end :]


_Tokens = Sequence[str]
_Found = Callable[[_Tokens, _Tokens], list[Edit]]


class _Weaving:
    """The merged text as it grows."""

    def __init__(self, within_lines: bool) -> None:
        self.pieces: list[str] = []
        self.conflicts: list[Conflict] = []
        self._within_lines = within_lines
        self._length = 0

    def weave(
        self,
        base: _Tokens,
        mine: _Tokens,
        theirs: _Tokens,
        find: _Found,
        both: Callable[[_Tokens, _Tokens, _Tokens], None],
    ) -> None:
        position = 0
        for start, end, ours, others in _regions(find(base, mine), find(base, theirs)):
            self._put(base[position:start])
            if not others:
                self._put(_replaced(mine, ours, start, end))
            elif not ours:
                self._put(_replaced(theirs, others, start, end))
            else:
                changed, changed_there = _replaced(mine, ours, start, end), _replaced(theirs, others, start, end)
                if changed == changed_there:
                    self._put(changed)
                else:
                    both(base[start:end], changed, changed_there)
            position = end
        self._put(base[position:])

    def both_changed_lines(self, base: _Tokens, mine: _Tokens, theirs: _Tokens) -> None:
        if self._within_lines:
            words, ours, others = (words_of("".join(lines)) for lines in (base, mine, theirs))
            self.weave(words, ours, others, _word_edits, self._conflict)
        else:
            self._conflict(base, mine, theirs)

    def _conflict(self, base: _Tokens, mine: _Tokens, theirs: _Tokens) -> None:
        """What both say alike at the beginning and the end is no conflict."""
        head, tail = common_ends(mine, theirs)
        self._put(mine[:head])
        ours, others = "".join(mine[head : len(mine) - tail]), "".join(theirs[head : len(theirs) - tail])
        start = self._length
        self._put([ours])
        self.conflicts.append(Conflict(start, self._length, ours, others, "".join(base)))
        self._put(mine[len(mine) - tail :])

    def _put(self, tokens: _Tokens) -> None:
        text = "".join(tokens)
        self.pieces.append(text)
        self._length += len(text)


def _word_edits(one: _Tokens, other: _Tokens) -> list[Edit]:
    return readable(edits(one, other), one)


def _regions(mine: list[Edit], theirs: list[Edit]) -> list[tuple[int, int, list[Edit], list[Edit]]]:
    """Stretches of the base that were changed, in order, with the edits of each side: those that overlap stand together."""
    regions: list[tuple[int, int, list[Edit], list[Edit]]] = []
    every = sorted(
        [(edit.start, edit.end, 0, edit) for edit in mine] + [(edit.start, edit.end, 1, edit) for edit in theirs],
        key=lambda entry: entry[:3],
    )
    for start, end, side, edit in every:
        if regions and _overlap(regions[-1], start, end, side):
            first, last, ours, others = regions[-1]
            regions[-1] = (first, max(last, end), ours, others)
        else:
            regions.append((start, end, [], []))
        _, _, ours, others = regions[-1]
        (others if side else ours).append(edit)
    return regions


def _overlap(region: tuple[int, int, list[Edit], list[Edit]], start: int, end: int, side: int) -> bool:
    """Whether an edit, no earlier than the region, shares something with it; two sides that put in at one point do."""
    _, last, *sides = region
    if start < last:
        return True
    return start == last == end and any(edit.start == edit.end == start for edit in sides[1 - side])


def _replaced(tokens: _Tokens, changes: list[Edit], start: int, end: int) -> _Tokens:
    """What a side has in the place of `[start, end)` of the base; `changes` are its edits there, one at least."""
    first, last = changes[0], changes[-1]
    return tokens[first.there - (first.start - start) : last.there_end + (end - last.end)]
