"""What can be undone in an editor's text, told of step by step, so that another session can go on undoing.

Qt's own stack does the undoing. Beside it stands a `domain.undoing.History` of the same steps: of each, what was removed is
taken from a copy of the lines as they were. Qt counts its commands; the steps of one edit have the same count, and those above the
count after an undo are the ones that were undone.
"""

import itertools
import time
from collections.abc import Callable

import msgspec
from PySide6.QtGui import QTextCursor, QTextDocument

from jobmatch_desktop.domain.common_ends import common_ends
from jobmatch_desktop.domain.undoing import History, Step, Tail, UndoMismatch, apply, recorded, taken, untaken
from jobmatch_desktop.ui.editor.positions import units
from jobmatch_desktop.ui.editor.written_parts import plain_text

MOST_REPLAYED = 600
"""Steps that are made ready to be undone when a text is opened: some 10 ms."""
LONGEST = 200_000
"""Characters; of longer texts nothing of another session can be undone."""


class UndoJournal:
    """The history of one document. UI thread. `joins` tells whether the edit being made is part of the step before it."""

    def __init__(self, document: QTextDocument, joins: Callable[[], bool]) -> None:
        self._document = document
        self._joins = joins
        self._lines: list[str] = []
        self._history = History()
        self._counts: list[int] = []
        self._last = 0
        self._redoing = False
        self._silent = True
        document.contentsChange.connect(self._changed)

    def open(self, text: str, history: History) -> None:
        """The document gets a text, and what was done in it before can be undone. Nothing of `history` is taken where it does not
        fit the text."""
        self._silent = True
        try:
            steps, done = self._fitting(text, history)
            before = apply(text, (step.inverse() for step in reversed(steps[:done])))
            self._document.setPlainText(before)
            first = len(history.steps) - len(steps)
            self._history = msgspec.structs.replace(history, steps=steps, done=done, first=history.first + first)
            self._counts = self._replay(before, steps, done)
        finally:
            self._silent = len(text) > LONGEST
        self._lines = plain_text(self._document).split("\n")
        self._last = self._document.availableUndoSteps()

    def redo(self, make: Callable[[], None]) -> None:
        """Does something again: `make` is Qt's redo."""
        self._redoing = True
        try:
            make()
        finally:
            self._redoing = False

    def taken(self) -> Tail:
        """What is to be stored with the text as it stands; it counts as stored then."""
        if not self._document.isRedoAvailable():  # what a generation was laid over cannot be done again
            done = self._history.done
            self._history = msgspec.structs.replace(self._history, steps=self._history.steps[:done])
            del self._counts[done:]
        self._history, tail = taken(self._history)
        return tail

    def give_back(self, tail: Tail) -> None:
        """That could not be stored."""
        self._history = untaken(self._history, tail)

    def _fitting(self, text: str, history: History) -> tuple[tuple[Step, ...], int]:
        """As many of the last steps as are made ready, whole batches, and how many of them stand in the text."""
        if len(text) > LONGEST or not history.steps:
            return (), 0
        start = max(0, len(history.steps) - MOST_REPLAYED)
        while 0 < start < len(history.steps) and history.steps[start].batch == history.steps[start - 1].batch:
            start += 1
        steps, done = history.steps[start:], history.done - start
        if done < 0:
            return (), 0
        try:
            apply(text, (step.inverse() for step in reversed(steps[:done])))
            apply(text, steps[done:])
        except UndoMismatch:
            return (), 0
        return steps, done

    def _replay(self, text: str, steps: tuple[Step, ...], done: int) -> list[int]:
        """Makes the steps in the document, a batch as one edit, and undoes those that were undone. Returns Qt's counts."""
        counts: list[int] = []
        cursor = QTextCursor(self._document)
        undone = 0
        for _, group in itertools.groupby(enumerate(steps), key=lambda numbered: numbered[1].batch):
            batch = list(group)
            cursor.beginEditBlock()
            for _, step in batch:
                position = units(text, step.position)
                cursor.setPosition(position)
                end = position + units(step.removed, len(step.removed))
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(step.inserted)
                text = apply(text, [step])
            cursor.endEditBlock()
            counts += [self._document.availableUndoSteps()] * len(batch)
            undone += batch[0][0] >= done
        for _ in range(undone):
            self._document.undo()
        return counts

    def _changed(self, position: int, _removed: int, added: int) -> None:
        if self._silent:
            return
        if self._document.characterCount() > LONGEST:
            self._silent = True
            self._history = History(owner=self._history.owner)
            return
        step = self._difference(position, added)
        count = self._document.availableUndoSteps()
        before, self._last = self._last, count
        if count < before or self._redoing:
            done = sum(1 for one in self._counts if one <= count)
            self._history = msgspec.structs.replace(self._history, done=done)
        elif step is not None:
            del self._counts[self._history.done :]
            same = bool(self._counts) and (self._counts[-1] == count or self._joins())
            last = self._history.steps[self._history.done - 1].batch if self._history.done else 0
            batch = last if same else max((one.batch for one in self._history.steps), default=0) + 1
            number = len(self._history.steps[: self._history.done])
            first = self._history.first
            self._history = recorded(self._history, msgspec.structs.replace(step, batch=batch))
            del self._counts[: self._history.first - first]
            grown = len(self._history.steps) + self._history.first - first - number
            if same:
                self._counts = [count if one == before else one for one in self._counts]
            self._counts += [count] * grown

    def _difference(self, position: int, added: int) -> Step | None:
        """What was changed, by the lines as they were; None where the words are the same."""
        block = self._document.findBlock(position)
        last = self._document.findBlock(min(position + added, max(0, self._document.characterCount() - 1)))
        first, end = block.blockNumber(), last.blockNumber() + 1
        fresh = []
        while block.isValid() and block.blockNumber() < end:
            fresh.append(_said(block.text()))
            block = block.next()
        gone = len(self._lines) + len(fresh) - self._document.blockCount()
        old = self._lines[first : first + gone]
        # Qt tells of a range that may be wider than what changed, and the lines beside it may have been joined.
        while first > 0 and not old:
            first -= 1
            old, fresh = [self._lines[first], *old], [_said(self._document.findBlockByNumber(first).text()), *fresh]
        self._lines[first : first + len(old)] = fresh
        one, other = "\n".join(old), "\n".join(fresh)
        if one == other:
            return None
        start, tail = common_ends(one, other)
        offset = sum(map(len, self._lines[:first])) + first
        removed, inserted = one[start : len(one) - tail], other[start : len(other) - tail]
        return Step(offset + start, removed, inserted, 0, time.time_ns() // 1_000)


def _said(words: str) -> str:
    return words.replace("\u2028", "\n")
