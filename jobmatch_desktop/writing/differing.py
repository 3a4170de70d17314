"""Two texts compared by word, for a person to read: what is the same, what was put in, what was taken out."""

import enum
import itertools

import msgspec
from rapidfuzz.distance import Indel

from jobmatch_desktop.domain.common_ends import common_ends
from jobmatch_desktop.writing.aligning import Edit, edits, line_edits, lines_of, readable, words_of

EXACT = 20_000
"""Up to so many letters on either side, what was changed is counted letter by letter: some 5 ms."""


class Change(enum.StrEnum):
    """What became of some words."""

    SAME = "same"
    INSERTED = "inserted"
    DELETED = "deleted"


class Run(msgspec.Struct, frozen=True):
    """Words with one fate: `text` stands at `[start, end)` of the older text and `[there, there_end)` of the newer one, in code points;
    what was inserted has an empty range in the older, what was deleted in the newer."""

    change: Change
    text: str
    start: int
    end: int
    there: int
    there_end: int


def compare(older: str, newer: str) -> tuple[Run, ...]:
    """The runs in reading order; neighbours differ in their change, and deleted words stand before what replaced them.

    The runs that were not inserted are `older` together, those that were not deleted are `newer`. Never empty ones. Pure; 1 MB takes
    some 100 ms.
    """
    runs: list[Run] = []
    at = there = 0
    for change, group in itertools.groupby(_pieces(older, newer), key=lambda piece: piece[0]):
        text = "".join(piece for _, piece in group)
        end = at if change is Change.INSERTED else at + len(text)
        there_end = there if change is Change.DELETED else there + len(text)
        runs.append(Run(change, text, at, end, there, there_end))
        at, there = end, there_end
    return tuple(runs)


def changed_letters(older: str, newer: str, enough: int) -> int:
    """How many letters were put in or taken out, whichever are more; what is above `enough` need not be exact. Quick for 1 MB."""
    start, end = common_ends(older, newer)
    one, other = older[start : len(older) - end], newer[start : len(newer) - end]
    if abs(len(one) - len(other)) > enough or not one or not other:
        return max(len(one), len(other))
    if max(len(one), len(other)) <= EXACT:
        both = Indel.distance(one, other)
        return (both + abs(len(one) - len(other))) // 2
    counted = counted_there = 0
    lines, lines_there = lines_of(one), lines_of(other)
    for edit in line_edits(lines, lines_there):
        before, after = "".join(lines[edit.start : edit.end]), "".join(lines_there[edit.there : edit.there_end])
        if max(len(before), len(after)) <= EXACT:
            both = Indel.distance(before, after)
            counted += (both + len(before) - len(after)) // 2
            counted_there += (both + len(after) - len(before)) // 2
        else:
            counted, counted_there = counted + len(before), counted_there + len(after)
        if max(counted, counted_there) > enough:
            break
    return max(counted, counted_there)


def _pieces(older: str, newer: str) -> list[tuple[Change, str]]:
    lines, lines_there = lines_of(older), lines_of(newer)
    pieces: list[tuple[Change, str]] = []
    deleted: list[str] = []
    inserted: list[str] = []

    def settle() -> None:
        pieces.extend((Change.DELETED, text) for text in deleted)
        pieces.extend((Change.INSERTED, text) for text in inserted)
        deleted.clear()
        inserted.clear()

    def same(text: str) -> None:
        if text:
            settle()
            pieces.append((Change.SAME, text))

    position = 0
    for edit in line_edits(lines, lines_there):
        same("".join(lines[position : edit.start]))
        position = edit.end
        words = words_of("".join(lines[edit.start : edit.end]))
        words_there = words_of("".join(lines_there[edit.there : edit.there_end]))
        word = 0
        for change in _word_edits(words, words_there):
            same("".join(words[word : change.start]))
            deleted.extend(words[change.start : change.end])
            inserted.extend(words_there[change.there : change.there_end])
            word = change.end
        same("".join(words[word:]))
    same("".join(lines[position:]))
    settle()
    return pieces


def _word_edits(words: list[str], words_there: list[str]) -> list[Edit]:
    """Of two lines that share little, all is changed: single words in common are no reason to read them mixed."""
    found = readable(edits(words, words_there), words)
    changed = sum(len(word) for edit in found for word in words[edit.start : edit.end])
    if len(found) > 1 and changed * 4 > 3 * sum(map(len, words)):
        return [Edit(found[0].start, found[-1].end, found[0].there, found[-1].there_end)]
    return found
