"""Marks at their places in a text that goes on being edited. Places are Qt's: UTF-16 units from the beginning of the document."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import msgspec
from PySide6.QtGui import QTextDocument

from jobmatch_desktop.domain.mark import Mark

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class PlacedMark(msgspec.Struct, frozen=True):
    """A mark from `start` to `end`. `drawn`: nothing was decided about it."""

    start: int
    end: int
    mark: Mark

    @property
    def drawn(self) -> bool:
        return self.mark.decision is None


class PlacedMarks:
    """The marks of one document, which move along with every edit of it, whoever makes it. UI thread; no widget.

    A text is checked beside the window: `begin` says that its words are taken now, and `put` places what was found where those words have
    come to since.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._marks: list[PlacedMark] = []
        self._since: list[tuple[int, int, int]] = []
        document.contentsChange.connect(self._changed)

    def begin(self) -> None:
        """The text is taken to be checked."""
        self._since.clear()

    def put(self, marks: Sequence[Mark], text: str) -> list[tuple[int, int]]:
        """Takes the marks of `text` in the place of all before; returns the places (start, end) that are drawn otherwise now."""
        wider = [found.start() for found in _ASTRAL.finditer(text)] if not text.isascii() else []
        placed: Iterable[PlacedMark] = (
            PlacedMark(mark.start + bisect_left(wider, mark.start), mark.end + bisect_left(wider, mark.end), mark)
            for mark in marks
        )
        for edit in self._since:
            placed = _moved(placed, *edit)
        before = {(one.start, one.end) for one in self._marks if one.drawn}
        self._marks = sorted(placed, key=lambda one: one.start)
        self._since.clear()
        return sorted(before ^ {(one.start, one.end) for one in self._marks if one.drawn})

    @property
    def drawn(self) -> list[PlacedMark]:
        """Those that nothing was decided about, in order."""
        return [one for one in self._marks if one.drawn]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """The places in a range that are drawn as marks."""
        return [
            (max(start, one.start), min(end, one.end))
            for one in self._marks
            if one.start < end and one.end > start and one.drawn
        ]

    def at(self, place: int) -> PlacedMark | None:
        """The mark at a place, or right before it; what nothing was decided about goes first."""
        here = [one for one in self._marks if one.start <= place <= one.end]
        return min(here, key=lambda one: (not one.drawn, place == one.end), default=None)

    def next(self, place: int, back: bool = False) -> PlacedMark | None:
        """The next mark that is drawn, or the one before a place; round the end where there is none."""
        drawn = self.drawn
        if back:
            return next((one for one in reversed(drawn) if one.end < place), drawn[-1] if drawn else None)
        return next((one for one in drawn if one.start > place), drawn[0] if drawn else None)

    def _changed(self, place: int, removed: int, added: int) -> None:
        if removed or added:
            self._since.append((place, removed, added))
            if self._marks:
                self._marks = list(_moved(self._marks, place, removed, added))


def blanked(text: str, places: Sequence[tuple[int, int]]) -> str:
    """The text with spaces in the place of what stands at some places: all other places stay."""
    if not places:
        return text
    encoded = text.encode("utf-16-le")
    position = 0
    pieces: list[str] = []
    for start, end in sorted(places):
        pieces.append(encoded[position * 2 : start * 2].decode("utf-16-le"))
        # A line end stays one, so that what stands in the next line is not taken for the same sentence.
        words = encoded[start * 2 : end * 2].decode("utf-16-le")
        pieces.append(re.sub(r"[^\n]", lambda found: "  " if found[0] > "\uffff" else " ", words))
        position = end
    return "".join([*pieces, encoded[position * 2 :].decode("utf-16-le")])


def _moved(marks: Iterable[PlacedMark], place: int, removed: int, added: int) -> Iterable[PlacedMark]:
    """The marks after an edit. One that is typed in goes on over the new words until they are checked; one that is cut is gone."""
    for one in marks:
        if one.end <= place:
            yield one
        elif one.start >= place + removed:
            yield msgspec.structs.replace(one, start=one.start + added - removed, end=one.end + added - removed)
        elif one.start <= place and place + removed <= one.end and one.end + added - removed > one.start:
            yield msgspec.structs.replace(one, end=one.end + added - removed)
