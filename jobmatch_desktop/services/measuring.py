"""Measures models while they write, so that the next run can be foreseen."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field

from jobmatch_desktop.domain.events import (
    PartDoubted,
    PartEnded,
    PartStarted,
    PhaseChanged,
    RetryWaits,
    TaskChanged,
    TaskEvent,
    TextArrived,
)
from jobmatch_desktop.domain.stream import Phase, Usage
from jobmatch_desktop.domain.task import RUNNING, Task, TaskId
from jobmatch_desktop.providers.token_estimate import tokens_of_messages, tokens_of_text
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.storage.speeds import Speed
from jobmatch_desktop.writing.recipes import Step

LEAST_LOADING = 0.25
"""Seconds: a server that has a model loaded tells some hundredths of one."""

LEAST_WRITTEN = 8
"""Tokens: fewer say nothing of a speed."""


@dataclass
class PartTimes:
    """One part as it was heard of: seconds of the monotonic clock when it was asked for, when its first word came and when it ended.
    `begun`: it went on from the words of an earlier run, or was asked again."""

    key: str
    begun: bool
    asked: float
    first: float | None = None
    ended: float | None = None
    usage: Usage = field(default_factory=Usage)


class Measuring:
    """Hears of every event and records what it measured of a task when that has ended. `steps_of` are a task's steps, `record` takes
    the speeds. Engine loop."""

    def __init__(
        self,
        steps_of: Callable[[Task], Awaitable[Sequence[Step]]],
        record: Callable[[Task, Speed], Awaitable[None]],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._steps_of = steps_of
        self._record = record
        self._clock = clock
        self._parts: dict[TaskId, list[PartTimes]] = {}
        self._recording: set[asyncio.Task[None]] = set()

    def hear(self, event: TaskEvent) -> None:
        """Takes in one event; does nothing that takes time."""
        match event:
            case PartStarted(task, key, attempt=attempt, begun=begun):
                self._parts.setdefault(task, []).append(PartTimes(key, bool(begun) or attempt > 1, self._clock()))
            case PhaseChanged(task, Phase.CONNECTING) | RetryWaits(task):
                if (part := self._part(task)) and part.first is None:
                    part.asked = self._clock()
            case TextArrived(task):
                if (part := self._part(task)) and part.first is None:
                    part.first = self._clock()
            case PartDoubted(task, usage=usage) | PartEnded(task, usage=usage):
                if part := self._part(task):
                    part.ended, part.usage = self._clock(), usage
            case TaskChanged(task) if task.status not in RUNNING and (parts := self._parts.pop(task.id, [])):
                recording = asyncio.create_task(self._measure(task, parts))
                self._recording.add(recording)
                recording.add_done_callback(self._recording.discard)
            case _:
                pass

    async def settle(self) -> None:
        """Returns when all that was measured is recorded. Raises what recording raised."""
        await asyncio.gather(*self._recording)

    def _part(self, task: TaskId) -> PartTimes | None:
        parts = self._parts.get(task)
        return parts[-1] if parts else None

    async def _measure(self, task: Task, parts: list[PartTimes]) -> None:
        # A talk's prompt was read before but for its end, and would tell of a speed that nothing new is read at.
        talk = task.spec.conversation is not None
        if talk or task.spec.provider == COMPOSER or not any(part.ended for part in parts):
            return
        measured = speed_of(parts, {step.key: step for step in await self._steps_of(task)})
        if measured != Speed():
            await self._record(task, measured)


def speed_of(parts: Sequence[PartTimes], steps: dict[str, Step]) -> Speed:
    """What the parts of one run say of the model. The server's own seconds count where it tells them, else the clock's. Pure."""
    whole = [part for part in parts if part.ended is not None]
    first = [part for part in whole if part is parts[0]]
    later = [part for part in whole if part is not parts[0]]
    plain = [part for part in whole if part.key in steps and not part.begun and not part.usage.prompt_cut]
    loading = first[0].usage.loading_seconds if first else None
    return Speed(
        reading=_rate((part.usage.tokens_read, _reading_seconds(part)) for part in first),
        rereading=_rate((part.usage.tokens_read, _reading_seconds(part)) for part in later),
        writing=_rate((_written(part), _writing_seconds(part)) for part in whole),
        loading=loading if loading is not None and loading >= LEAST_LOADING else None,
        counted=_rate((part.usage.tokens_read, tokens_of_messages(steps[part.key].messages)) for part in plain),
        answered=_rate((_written(part), tokens_of_text(steps[part.key].draft)) for part in plain),
    )


def _rate(pairs: Iterable[tuple[int | None, float | None]]) -> float | None:
    """All of the first over all of the second; None where nothing was measured."""
    known = [(tokens, by) for tokens, by in pairs if tokens and by and by > 0]
    return sum(tokens for tokens, _ in known) / sum(by for _, by in known) if known else None


def _written(part: PartTimes) -> int | None:
    tokens = part.usage.tokens_written
    return tokens if tokens is not None and tokens >= LEAST_WRITTEN else None


def _reading_seconds(part: PartTimes) -> float | None:
    if part.usage.reading_seconds is not None:
        return part.usage.reading_seconds
    return part.first - part.asked if part.first is not None else None


def _writing_seconds(part: PartTimes) -> float | None:
    if part.usage.writing_seconds is not None:
        return part.usage.writing_seconds
    return part.ended - part.first if part.first is not None and part.ended is not None else None
