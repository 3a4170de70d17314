"""A list that a person changed and a writer wrote anew: by bullet, whatever order the writer puts them in.

A bullet stays whole: it is one side's. Where it cannot be told which bullets are the same, nothing is merged, so that no fact comes
in twice in two wordings.
"""

from collections.abc import Sequence

import msgspec
from rapidfuzz import fuzz

from jobmatch_desktop.domain.cv_markdown import read_line

SAME = 60.0
"""From here on, of 100, two bullets are one that was reworded (`_likeness`)."""

MOST = 60
"""Bullets of a list that is merged: all are held against all."""

LETTERS = 1_000
"""Letters of a bullet that are held against another's."""


class Beside(msgspec.Struct, frozen=True):
    """Lines that both worded anew: `mine` stands in the text, `theirs` does not."""

    mine: str
    theirs: str


class MergedList(msgspec.Struct, frozen=True):
    """The lines of both, and what they could not agree on, in the order of `text`."""

    text: str
    beside: tuple[Beside, ...] = ()


def merge_lists(base: str, mine: str, theirs: str) -> MergedList | None:
    """The list of `theirs` with what the person made of `base` in `mine`: their wordings and deletions, the bullets they added, and
    their order if they changed it. None where that cannot be told, or one of the three is no flat list. Pure, some ms.

    Every line of `mine` that `base` has not stands in the merged text.
    """
    if mine in (base, theirs):
        return MergedList(theirs)
    if theirs == base:
        return MergedList(mine)
    if not (is_flat_list(base) and is_flat_list(mine) and is_flat_list(theirs)):
        return None
    was, now, new = (text.split("\n") for text in (base, mine, theirs))
    mine_of, theirs_of = _in_place(was, now, _counterparts(was, now)), _last_pair(was, new, _counterparts(was, new))
    changed = {index for index, line in enumerate(was) if index not in mine_of or now[mine_of[index]] != line}
    if len(theirs_of) < len(new) and changed - theirs_of.keys():
        return None  # a bullet that only they have may be another wording of what the person changed
    lists = _Lists(now, new, mine_of, theirs_of, frozenset(changed))
    order = sorted(mine_of, key=mine_of.__getitem__)
    lines = lists.in_their_order() if order == sorted(order) else lists.in_the_persons_order()
    beside = {mine_of[index]: new[theirs_of[index]] for index in changed & mine_of.keys() & theirs_of.keys()}
    return MergedList(
        "\n".join(lines),
        tuple(
            Beside(now[index], line)
            for index, line in sorted(beside.items(), key=lambda found: lines.index(now[found[0]]))
            if line not in was and line not in now
        ),
    )


def is_flat_list(text: str) -> bool:
    """Whether every line is a bullet, none below another, and not too many."""
    lines = text.split("\n")
    return len(lines) <= MOST and all(not line[:1].isspace() and read_line(line).level == 0 for line in lines)


class _Lists(msgspec.Struct, frozen=True):
    """The person's lines and the writer's; `mine_of` and `theirs_of` lead from lines of the base to theirs, `changed` are the lines of
    the base that the person changed or deleted."""

    now: list[str]
    new: list[str]
    mine_of: dict[int, int]
    theirs_of: dict[int, int]
    changed: frozenset[int]

    def in_their_order(self) -> list[str]:
        """With the person's lines in the place of those they changed; what only they have after what it stood under."""
        from_base, from_base_there = _turned(self.mine_of), _turned(self.theirs_of)
        woven: list[tuple[int | None, str]] = []
        for index, line in enumerate(self.new):
            origin = from_base_there.get(index)
            if origin is None or origin not in self.changed:
                woven.append((None if origin is None else self.mine_of[origin], line))
            elif origin in self.mine_of:
                woven.append((self.mine_of[origin], self.now[self.mine_of[origin]]))
        for index, line in enumerate(self.now):
            origin = from_base.get(index)
            if origin is not None and (origin in self.theirs_of or origin not in self.changed):
                continue
            if any(text == line for _, text in woven):
                continue
            before = next((place for place, (mine, _) in enumerate(woven) if mine == index - 1), None)
            woven.insert(0 if index == 0 else len(woven) if before is None else before + 1, (index, line))
        return [line for _, line in woven]

    def in_the_persons_order(self) -> list[str]:
        """With their wordings where the person left a line alone; what only they have comes last."""
        from_base = _turned(self.mine_of)
        lines: list[str] = []
        for index, line in enumerate(self.now):
            origin = from_base.get(index)
            if origin is None or origin in self.changed:
                lines.append(line)
            elif origin in self.theirs_of:
                lines.append(self.new[self.theirs_of[origin]])
        known = set(self.theirs_of.values())
        return lines + [line for index, line in enumerate(self.new) if index not in known and line not in lines]


def _counterparts(was: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """From lines to the same lines, reworded at most, whatever their order: the likest first, each once."""
    pairs = [
        (-_likeness(line[:LETTERS], other[:LETTERS]), abs(index - there), index, there)
        for index, line in enumerate(was)
        for there, other in enumerate(new)
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for score, _, index, there in sorted(pairs):
        if -score >= SAME and index not in found and there not in taken:
            found[index] = there
            taken.add(there)
    return found


def _likeness(one: str, other: str) -> float:
    """By letters, or by words whatever their order, of 100."""
    if one == other:
        return 100.0
    by_words = fuzz.token_sort_ratio(one.casefold(), other.casefold(), score_cutoff=SAME)
    return min(99.0, max(fuzz.ratio(one, other, score_cutoff=SAME), by_words))


def _last_pair(was: Sequence[str], new: Sequence[str], found: dict[int, int]) -> dict[int, int]:
    """The same; where as many lines stand as before and all but one are told, that one is the other too."""
    if len(was) != len(new) or len(found) != len(was) - 1:
        return found
    (left,), (left_there,) = set(range(len(was))) - found.keys(), set(range(len(new))) - set(found.values())
    return found | {left: left_there}


def _in_place(was: Sequence[str], now: Sequence[str], found: dict[int, int]) -> dict[int, int]:
    """The same, with lines that a person wrote quite anew where others stood: as many lines as before, and its place is free."""
    if len(was) != len(now):
        return found
    taken = set(found.values())
    return found | {index: index for index in range(len(was)) if index not in found and index not in taken}


def _turned(pairs: dict[int, int]) -> dict[int, int]:
    return {there: index for index, there in pairs.items()}
