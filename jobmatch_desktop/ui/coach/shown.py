"""What is shown of a talk: one message for each thing said, with what can be done with it. No widgets."""

import enum
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from jobmatch_desktop.domain.conversation import Speaker, Turn
from jobmatch_desktop.domain.task import RUNNING, Status, TaskId
from jobmatch_desktop.ui.coach.words import ending_words


class Way(enum.StrEnum):
    """What can be done with a message."""

    COPY = "copy"
    EDIT = "edit"
    ASK = "ask"
    """Ask for the answer to what was said last, which has none."""
    AGAIN = "again"
    """Ask for another answer."""
    CONTINUE = "continue"
    START_OVER = "start over"
    KEEP_PART = "keep part"
    """Leave a cut answer as it is."""
    KEEP = "keep"
    """See what of the talk is worth keeping."""


@dataclass(frozen=True)
class Coming:
    """An answer while it comes, as far as this program heard it; `thought_seconds` is None while it thinks or where it did not."""

    text: str
    thinking: str
    thought_seconds: float | None = None


@dataclass(frozen=True)
class Message:
    """Something said. `key` stays the same while a talk goes on; `turn` is the person's turn it is, or answers (None: the program's own
    question). `number` of `count` answers to the same words is shown, from 1. `thought_seconds` None: not known."""

    key: str
    person: bool
    text: str
    thinking: str = ""
    thought_seconds: float | None = None
    model: str = ""
    turn: int | None = None
    task: TaskId | None = None
    runs: bool = False
    ending: str = ""
    failed: bool = False
    number: int = 1
    answers: tuple[TaskId, ...] = ()
    ways: tuple[Way, ...] = ()
    left_out: bool = False


def messages_of(
    turns: Sequence[Turn],
    left_out: int,
    coming: Callable[[TaskId], Coming | None],
    thought: Mapping[TaskId, float],
) -> tuple[Message, ...]:
    """The messages of a talk. `left_out` of the oldest that have words are not sent to a model; `coming` tells what this program hears of
    an answer under way, `thought` how long one was thought about."""
    shown: list[Message] = []
    said: int | None = None
    last_said = next((turn.id for turn in reversed(turns) if turn.speaker is Speaker.PERSON), None)
    spoken = 0
    for place, turn in enumerate(turns):
        if turn.speaker is Speaker.PERSON:
            said = turn.id
            message = _person(turn, unanswered=place == len(turns) - 1)
        elif turn.task is not None:
            message = _answer(turn, said, said == last_said, coming(turn.task), thought.get(turn.task))
        else:
            message = Message(f"asked/{place}", False, turn.text, ways=(Way.COPY,))
        spoken += bool(turn.text.strip())
        left = bool(turn.text.strip()) and spoken <= left_out
        shown.append(replace(message, left_out=left))
    return tuple(shown)


def under_way(turns: Sequence[Turn]) -> TaskId | None:
    """The task that answers now or waits to."""
    return next((turn.task for turn in reversed(turns) if turn.status in RUNNING), None)


def _person(turn: Turn, unanswered: bool) -> Message:
    ways = (Way.COPY, Way.EDIT, *((Way.ASK,) if unanswered else ()))
    return Message(f"turn/{turn.id}", True, turn.text, turn=turn.id, ways=ways)


def _answer(turn: Turn, said: int | None, last: bool, coming: Coming | None, seconds: float | None) -> Message:
    assert turn.task is not None
    runs = turn.status in RUNNING
    text, thinking = turn.text, turn.thinking
    if runs and coming is not None:
        text, thinking, seconds = coming.text, coming.thinking, coming.thought_seconds
    ways: list[Way] = [] if runs else _ways(turn, last)
    return Message(
        key=f"answer/{said}",
        person=False,
        text=text,
        thinking=thinking,
        thought_seconds=seconds,
        model=turn.model,
        turn=said,
        task=turn.task,
        runs=runs,
        ending=ending_words(turn.status, turn.ending, turn.trouble, text),
        failed=turn.status is Status.FAILED or turn.trouble is not None,
        number=turn.answers.index(turn.task) + 1 if turn.task in turn.answers else 1,
        answers=turn.answers,
        ways=tuple(ways),
    )


def _ways(turn: Turn, last: bool) -> list[Way]:
    ways = [Way.COPY, Way.KEEP] if turn.text.strip() else []
    if not last:
        return ways
    if turn.status is not Status.COMPLETED:
        ways += [Way.CONTINUE, Way.START_OVER] if turn.text.strip() else [Way.START_OVER]
        if turn.status is Status.INTERRUPTED and turn.text.strip():
            ways.append(Way.KEEP_PART)
        return ways
    return [*ways, Way.AGAIN]
