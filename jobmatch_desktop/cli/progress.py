"""What a person sees in a terminal while a task runs: the text on stdout as it comes, everything else on stderr."""

import asyncio
import sys
from typing import TextIO

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
from jobmatch_desktop.domain.provider_errors import PromptCut
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import Status, TaskId

PHASES = {
    Phase.QUEUED: "waiting in the server's queue",
    Phase.CONNECTING: "connecting",
    Phase.LOADING: "loading the model",
    Phase.READING: "reading the prompt",
    Phase.WRITING: "writing",
}


class Progress:
    """Prints the events of one task. stdout gets exactly the words that are streamed and nothing else; with `quiet`, nothing.

    Engine loop. `unread` is done once stdout takes no more; its result is why.
    """

    def __init__(self, *, quiet: bool = False) -> None:
        self._text: TextIO | None = None if quiet else sys.stdout
        self._notes: TextIO | None = sys.stderr
        self._at_line_start = True
        self._task: TaskId | None = None
        self._early: list[TaskEvent] = []
        self._phase: Phase | None = None
        self._model = "The model"
        self.unread: asyncio.Future[OSError] = asyncio.get_running_loop().create_future()

    def follow(self, task: TaskId) -> None:
        """Names the task to print; what came of it before this call is printed now."""
        self._task = task
        self.note(f"task {task}")
        early, self._early = self._early, []
        for event in early:
            self.observe(event)

    def observe(self, event: TaskEvent) -> None:
        """Prints one event if it is of the followed task."""
        if self._task is None:
            self._early.append(event)
            return
        if isinstance(event, TaskChanged) and event.task.id == self._task:
            self._model = event.task.spec.model or self._model
        match event:
            case TextArrived(task, _, text, thinking=False) if task == self._task:
                self._write(text)
            case TaskChanged(task) if task.id == self._task and task.status is Status.PENDING and task.position > 1:
                self.note(f"waiting: {task.position - 1} before this one")
            case PhaseChanged(task, phase) if task == self._task and phase is not self._phase:
                self._phase = phase
                self.note(PHASES[phase])
            case PartStarted(task, key, number, count) if task == self._task and key:
                self.note(f"part {number} of {count}: {key}")
            case PartDoubted(task, key, reasons) if task == self._task:
                self.note(f"asked once more: {key}: {' '.join(map(str, reasons))}")
            case PartEnded(task) if task == self._task:
                self._end_part(event)
            case RetryWaits(task, attempt, seconds, why) if task == self._task:
                self.note(f"attempt {attempt} did not start: {why} Asking again in {seconds:g} s.")
            case _:
                pass

    def note(self, line: str) -> None:
        """A line on stderr, on a line of its own in a terminal that shows both."""
        begin = "" if self._at_line_start else "\n"
        self._at_line_start = True
        if self._notes is None:
            return
        try:
            print(begin + line, file=self._notes, flush=True)
        except OSError:
            # Nobody reads what is only said beside the text.
            self._notes = None

    def _end_part(self, part: PartEnded) -> None:
        if not part.accepted:
            self.note(f"not used, the draft stands: {part.key}: {' '.join(map(str, part.reasons))}")
        if part.usage.prompt_cut:
            self.note(f"{part.key}: {PromptCut(model=self._model, read=part.usage.tokens_read)}")

    def _write(self, text: str) -> None:
        if self._text is None:
            return
        try:
            self._text.write(text)
            self._text.flush()
            self._at_line_start = text.endswith("\n")
        except OSError as error:
            self._text = None
            self.unread.set_result(error)
