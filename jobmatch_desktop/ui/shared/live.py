"""What every running task is doing now, gathered from the events: the text of the part under way, speed, time left. No widgets."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.events import (
    PartDoubted,
    PartEnded,
    PartStarted,
    PhaseChanged,
    RetryWaits,
    TaskChanged,
    TaskEvent,
    TextArrived,
    task_of,
)
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import RUNNING, Status, Task, TaskId

CHARACTERS_A_TOKEN = 4.0
"""Until a part has ended and the provider has counted: what English and French come to with the usual vocabularies."""
CHARACTERS_A_PART = 400.0
"""Until a part has ended: how long one is about."""
SECONDS_TO_TELL = 2.0
"""Before this no speed is told: it would jump."""


@dataclass(frozen=True)
class Refused:
    """A part that did not come into the document, with what the model wrote and why it does not stand."""

    task: TaskId
    key: str
    body: str
    reasons: tuple[Why, ...]


@dataclass
class Live:
    """One task that runs or waits, or has just ended. Times are of the clock given to `LiveTasks`. `beside` are the parts whose
    words do not come into the text before the end; `places` is where parts stood in the text when the run began."""

    task: Task
    phase: Phase = Phase.QUEUED
    phase_since: float = 0.0
    key: str = ""
    number: int = 0
    count: int = 0
    pieces: list[str] = field(default_factory=list)
    beside: set[str] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)
    accepted: dict[str, str] = field(default_factory=dict)
    refused: dict[str, Refused] = field(default_factory=dict)
    retry_in: float | None = None
    again: bool = False
    ended_parts: int = 0
    ended_characters: int = 0
    ended_tokens: int = 0
    characters: int = 0
    writing_since: float | None = None
    writing_seconds: float = 0.0

    @property
    def text(self) -> str:
        """The words of the part under way, so far."""
        return "".join(self.pieces)

    def fraction(self) -> float:
        """How much of the work is done, 0 to 1."""
        if not self.count:
            return 0.0
        usual = self.ended_characters / self.ended_parts if self.ended_characters else CHARACTERS_A_PART
        part = 0.9 if self.again else min(0.9, self.characters / usual) if self.key else 0.0
        whole = self.number - 1 if self.key else self.number
        return min(1.0, (whole + part) / self.count)

    def tokens_a_second(self, now: float) -> float | None:
        """How fast it writes; None while that cannot be told."""
        seconds = self._seconds_of_writing(now)
        if seconds < SECONDS_TO_TELL:
            return None
        a_token = self.ended_characters / self.ended_tokens if self.ended_tokens else CHARACTERS_A_TOKEN
        return (self.ended_tokens + self.characters / a_token) / seconds

    def seconds_left(self, now: float) -> float | None:
        """About how long it will still write; None while that cannot be told."""
        seconds, done = self._seconds_of_writing(now), self.fraction()
        if seconds < SECONDS_TO_TELL or done <= 0.02:
            return None
        return seconds * (1 - done) / done

    def _seconds_of_writing(self, now: float) -> float:
        return self.writing_seconds + (now - self.writing_since if self.writing_since is not None else 0.0)


class LiveTasks:
    """Every task under way. UI thread. `clock` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._tasks: dict[TaskId, Live] = {}

    def now(self) -> float:
        """The clock."""
        return self._clock()

    def get(self, task: TaskId) -> Live | None:
        """A task under way or ended in this session and not forgotten."""
        return self._tasks.get(task)

    def writing(self, document: int | None) -> Live | None:
        """The task that writes this document or waits to."""
        return next(
            (live for live in self._tasks.values() if live.task.spec.document == document and _runs(live)), None
        )

    def under_way(self) -> list[Live]:
        """Tasks that run, then those that wait in the order of their lanes."""
        running = [live for live in self._tasks.values() if _runs(live)]
        return sorted(running, key=lambda live: (live.task.position, live.task.created))

    def load(self, task: Task) -> None:
        """A task that was there when the window opened."""
        if task.status in RUNNING:
            self._tasks.setdefault(task.id, Live(task, phase_since=self._clock()))

    def forget(self, task: TaskId) -> None:
        """An ended task about which the person has decided."""
        self._tasks.pop(task, None)

    def take(self, event: TaskEvent) -> None:
        """Takes an event in, in the order of the feed."""
        if isinstance(event, TaskChanged):
            self._task_changed(event.task)
            return
        task = task_of(event)
        live = self._tasks.get(task) if task is not None else None
        if live is None:
            return
        if isinstance(event, PhaseChanged):
            self._phase_changed(live, event)
        elif isinstance(event, PartStarted):
            live.key, live.number, live.count = event.key, event.number, event.count
            live.pieces, live.characters = [event.begun] if event.begun else [], 0
            live.refused.pop(event.key, None)
            live.places[event.key] = event.place or event.key
            if event.beside:
                live.beside.add(event.key)
        elif isinstance(event, TextArrived):
            live.characters += len(event.text)
            if live.writing_since is None:
                live.writing_since = self._clock()
            if not event.thinking:
                live.pieces.append(event.text)
        elif isinstance(event, PartDoubted):
            self._count(live, event)
            live.again = True
        elif isinstance(event, PartEnded):
            self._part_ended(live, event)
        elif isinstance(event, RetryWaits):
            live.retry_in = event.seconds

    def _task_changed(self, task: Task) -> None:
        live = self._tasks.get(task.id)
        if live is None:
            if task.status in RUNNING:
                self._tasks[task.id] = Live(task, phase_since=self._clock())
            return
        if task.run != live.task.run:
            self._tasks[task.id] = Live(task, phase_since=self._clock())
            return
        live.task = task
        if task.status not in RUNNING:
            self._pause(live)
            live.key = ""

    def _phase_changed(self, live: Live, event: PhaseChanged) -> None:
        if event.phase is not live.phase:
            live.phase_since = self._clock()
        live.phase, live.retry_in = event.phase, None
        self._pause(live)
        if event.phase is Phase.WRITING:
            live.writing_since = self._clock()

    def _part_ended(self, live: Live, event: PartEnded) -> None:
        self._count(live, event)
        live.key, live.again = "", False
        if event.accepted:
            live.accepted[event.key] = event.body
            live.refused.pop(event.key, None)
        else:
            live.refused[event.key] = Refused(event.task, event.key, event.body, event.reasons)

    def _count(self, live: Live, event: PartDoubted | PartEnded) -> None:
        self._pause(live)
        live.ended_parts += 1
        live.ended_characters += live.characters
        live.ended_tokens += event.usage.tokens_written or round(live.characters / CHARACTERS_A_TOKEN)
        live.pieces, live.characters = [], 0

    def _pause(self, live: Live) -> None:
        if live.writing_since is not None:
            live.writing_seconds += self._clock() - live.writing_since
            live.writing_since = None


def _runs(live: Live) -> bool:
    return live.task.status in (Status.PENDING, Status.PROCESSING)
