"""What a person sees in a terminal while a task runs: the text on stdout as it comes, everything else on stderr."""

import sys
from typing import TextIO

from jobmatch_desktop.domain.events import (
    PartEnded,
    PartStarted,
    PhaseChanged,
    RetryWaits,
    TaskChanged,
    TaskEvent,
    TextArrived,
)
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
    """Prints the events of one task. `text` gets exactly the words that are streamed and nothing else."""

    def __init__(self, text: TextIO | None = None, notes: TextIO | None = None) -> None:
        self._text = text or sys.stdout
        self._notes = notes or sys.stderr
        self._task: TaskId | None = None
        self._early: list[TaskEvent] = []
        self._phase: Phase | None = None

    def follow(self, task: TaskId) -> None:
        """Names the task to print; what came of it before this call is printed now."""
        self._task = task
        self._note(f"task {task}")
        early, self._early = self._early, []
        for event in early:
            self.observe(event)

    def observe(self, event: TaskEvent) -> None:
        """Prints one event if it is of the followed task."""
        if self._task is None:
            self._early.append(event)
            return
        match event:
            case TextArrived(task, _, text, thinking=False) if task == self._task:
                self._text.write(text)
                self._text.flush()
            case TaskChanged(task) if task.id == self._task and task.status is Status.PENDING and task.position > 1:
                self._note(f"waiting: {task.position - 1} before this one")
            case PhaseChanged(task, phase) if task == self._task and phase is not self._phase:
                self._phase = phase
                self._note(PHASES[phase])
            case PartStarted(task, key, number, count) if task == self._task and key:
                self._note(f"\npart {number} of {count}: {key}")
            case PartEnded(task, key, accepted=False, reasons=reasons) if task == self._task:
                self._note(f"\nnot used, the draft stands: {key}: {' '.join(reasons)}")
            case RetryWaits(task, attempt, seconds, why) if task == self._task:
                self._note(f"attempt {attempt} did not start: {why} Asking again in {seconds:g} s.")
            case _:
                pass

    def _note(self, line: str) -> None:
        print(line, file=self._notes, flush=True)
