"""What can be undone in one text and done again, as data that outlives the program. Pure.

Positions are code points. A history belongs to one text: whoever changes the text records it here, or the history is worth nothing.
"""

from collections.abc import Iterable

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError

MOST_STEPS = 2_000
MOST_LETTERS = 2_000_000
"""So much is remembered, and the last batch whatever its size."""

TYPED_TOGETHER = 200
"""Letters that one step of typing holds at most."""


class UndoMismatch(JobMatchError):
    """The text is not the one that the history tells of."""

    what = "This change cannot be undone any more."
    why = "The text was changed elsewhere since."
    remedy = "Go back to an earlier version instead."


class Step(msgspec.Struct, frozen=True):
    """At `position`, `removed` gave way to `inserted`. Steps of one `batch` are undone together; `created` is in microseconds since 1970
    (UTC)."""

    position: int
    removed: str
    inserted: str
    batch: int
    created: int = 0

    def inverse(self) -> "Step":
        """The step that takes this one back."""
        return Step(self.position, self.inserted, self.removed, self.batch, self.created)

    @property
    def letters(self) -> int:
        return len(self.removed) + len(self.inserted)


class History(msgspec.Struct, frozen=True):
    """Steps in the order they were made, of which the first `done` stand in the text and the others were undone.

    `first` is the number of the first step that is still remembered, counted over the text's whole life; from number `fresh` on, steps
    are not on disk as they are here. `owner` tells it from that of another window on the same text: whoever opens a text makes one up.
    """

    steps: tuple[Step, ...] = ()
    done: int = 0
    first: int = 0
    fresh: int = 0
    owner: str = ""

    @property
    def can_undo(self) -> bool:
        return self.done > 0

    @property
    def can_redo(self) -> bool:
        return self.done < len(self.steps)

    @property
    def next_batch(self) -> int:
        """A batch that no step has."""
        return max((step.batch for step in self.steps[-1:]), default=0) + 1


class Tail(msgspec.Struct, frozen=True):
    """What is to be stored of a history: its steps from number `fresh` on. Those below `first` are forgotten; `done` is a number too."""

    first: int
    fresh: int
    done: int
    steps: tuple[Step, ...]
    owner: str


def apply(text: str, steps: Iterable[Step]) -> str:
    """The text after the steps, one by one. Raises `UndoMismatch` where it has not what a step removes."""
    for step in steps:
        end = step.position + len(step.removed)
        if text[step.position : end] != step.removed or step.position > len(text):
            raise UndoMismatch
        text = text[: step.position] + step.inserted + text[end:]
    return text


def recorded(history: History, step: Step) -> History:
    """With a step that was made. What had been undone can no more be done again; typing and deleting that goes on where the last step of
    the same batch ended becomes one step with it."""
    if not step.removed and not step.inserted:
        return history
    steps = history.steps[: history.done]
    joined = _joined(steps[-1], step) if steps else None
    # A step that is undone holds what was typed at the time: it is not typed on.
    steps = (*steps[:-1], joined) if joined else (*steps, step)
    fresh = min(history.fresh, history.first + len(steps) - 1)
    return _capped(msgspec.structs.replace(history, steps=steps, done=len(steps), fresh=fresh))


def undone(history: History) -> tuple[History, tuple[Step, ...]]:
    """The history without its last batch, and the steps to apply to the text, in this order; none where nothing can be undone."""
    start = history.done
    while start and history.steps[start - 1].batch == history.steps[history.done - 1].batch:
        start -= 1
    steps = tuple(step.inverse() for step in reversed(history.steps[start : history.done]))
    return msgspec.structs.replace(history, done=start), steps


def redone(history: History) -> tuple[History, tuple[Step, ...]]:
    """The history with the batch that was undone last, and the steps to apply to the text, in this order."""
    end = history.done
    while end < len(history.steps) and history.steps[end].batch == history.steps[history.done].batch:
        end += 1
    return msgspec.structs.replace(history, done=end), history.steps[history.done : end]


def taken(history: History) -> tuple[History, Tail]:
    """What is to be stored now, and the history that counts it as stored. If storing fails: `untaken`."""
    end = history.first + len(history.steps)
    fresh = max(history.first, min(history.fresh, end))
    tail = Tail(
        history.first, fresh, history.first + history.done, history.steps[fresh - history.first :], history.owner
    )
    return msgspec.structs.replace(history, fresh=end), tail


def untaken(history: History, tail: Tail) -> History:
    """The history, which may have gone on since, where `tail` could not be stored."""
    return msgspec.structs.replace(history, fresh=min(history.fresh, tail.fresh))


def _joined(before: Step, step: Step) -> Step | None:
    if before.batch != step.batch or before.letters + step.letters > TYPED_TOGETHER:
        return None
    if not before.removed and not step.removed and step.position == before.position + len(before.inserted):
        return Step(before.position, "", before.inserted + step.inserted, before.batch, before.created)
    if before.inserted or step.inserted:
        return None
    if step.position == before.position:
        return Step(before.position, before.removed + step.removed, "", before.batch, before.created)
    if step.position + len(step.removed) == before.position:
        return Step(step.position, step.removed + before.removed, "", before.batch, before.created)
    return None


def _capped(history: History) -> History:
    """Without the oldest batches, whole, that are too much."""
    letters = sum(step.letters for step in history.steps)
    over = 0
    last = history.steps[-1].batch
    while letters > MOST_LETTERS or len(history.steps) - over > MOST_STEPS:
        batch = history.steps[over].batch
        if batch == last:
            break
        while history.steps[over].batch == batch:
            letters -= history.steps[over].letters
            over += 1
    if not over:
        return history
    first = history.first + over
    return History(history.steps[over:], history.done - over, first, max(history.fresh, first), history.owner)
