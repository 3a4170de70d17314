"""What this program hears of the coach's answers while they come, gathered from the feed. No widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from jobmatch_desktop.domain.conversation import COACH
from jobmatch_desktop.domain.events import PartStarted, TaskChanged, TaskEvent, TextArrived
from jobmatch_desktop.domain.task import RUNNING, Task, TaskId
from jobmatch_desktop.ui.coach.shown import Coming
from jobmatch_desktop.ui.shared.live import Live, LiveTasks


@dataclass
class _Thought:
    """What was thought of one answer, and when that began and ended, by the clock."""

    pieces: list[str] = field(default_factory=list)
    began: float | None = None
    ended: float | None = None


class Answers:
    """UI thread. An answer whose beginning was not heard, or that another program writes, is not followed: its text is read instead."""

    def __init__(self, owner: str, clock: Callable[[], float]) -> None:
        """`owner` marks this program's tasks."""
        self._owner = owner
        self._clock = clock
        self._live = LiveTasks(clock)
        self._thoughts: dict[TaskId, _Thought] = {}
        self._running: dict[TaskId, Task] = {}
        self.seconds: dict[TaskId, float] = {}
        """How long answers were thought about, of those heard from their beginning."""

    def take(self, events: Sequence[TaskEvent]) -> tuple[list[Task], list[TextArrived]]:
        """Takes a batch of the feed in. Returns the coach's tasks that changed, and the text of those that are followed."""
        changed: list[Task] = []
        texts: list[TextArrived] = []
        for event in events:
            if isinstance(event, TaskChanged):
                if event.task.spec.kind == COACH:
                    self._live.take(event)
                    self._task_changed(event.task)
                    changed.append(event.task)
                continue
            self._live.take(event)
            if isinstance(event, PartStarted) and event.task in self._running:
                self._thoughts[event.task] = _Thought()
            elif isinstance(event, TextArrived) and event.task in self._thoughts:
                self._text(event)
                texts.append(event)
        return changed, texts

    def coming(self, task: TaskId) -> Coming | None:
        """An answer that is followed."""
        live, thought = self._live.get(task), self._thoughts.get(task)
        if live is None or thought is None:
            return None
        return Coming(live.text, "".join(thought.pieces), self.seconds.get(task) if thought.ended else None)

    def live(self, task: TaskId) -> Live | None:
        """What an answer under way is doing."""
        return self._live.get(task) if task in self._thoughts or self.own(task) else None

    def running(self, task: TaskId) -> Task | None:
        """An answer that runs or waits, as it was last told."""
        return self._running.get(task)

    def own(self, task: TaskId) -> bool:
        """Whether this program writes it."""
        found = self._running.get(task)
        return found is not None and found.owner in (None, self._owner)

    def talks(self) -> set[int]:
        """The talks that are being answered."""
        return {task.spec.conversation for task in self._running.values() if task.spec.conversation is not None}

    def _task_changed(self, task: Task) -> None:
        if task.status in RUNNING:
            self._running[task.id] = task
        else:
            self._running.pop(task.id, None)
            self._end_thought(task.id)
            self._thoughts.pop(task.id, None)
            self._live.forget(task.id)

    def _text(self, event: TextArrived) -> None:
        thought = self._thoughts[event.task]
        if not event.thinking:
            self._end_thought(event.task)
            return
        thought.pieces.append(event.text)
        if thought.began is None:
            thought.began = self._clock()

    def _end_thought(self, task: TaskId) -> None:
        thought = self._thoughts.get(task)
        if thought is not None and thought.began is not None and thought.ended is None:
            thought.ended = self._clock()
            self.seconds[task] = thought.ended - thought.began
