"""What the engine tells, brought to the window's thread: in batches, one a frame, so that no flood stops the window."""

import threading
import time
from collections import deque

import msgspec
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from jobmatch_desktop.domain.events import TaskEvent, TextArrived, task_of

FRAME = 0.016
"""Seconds between two batches, at least."""

EVENTS = 1000
"""Events of one batch, at most."""

CHARACTERS = 32_768
"""Characters of streamed text in one batch, at most: as much as an editor takes in well within a frame."""


class Gathered:
    """An event, or the text of consecutive ones in pieces."""

    __slots__ = ("event", "pieces", "start")

    def __init__(self, event: TaskEvent) -> None:
        self.event = event
        self.pieces = [event.text] if isinstance(event, TextArrived) else []
        self.start = 0

    def take(self, most: int) -> tuple[TaskEvent, int, bool]:
        """The event with at most `most` characters of its text, how many those are, and whether that was all of it."""
        if not isinstance(self.event, TextArrived):
            return self.event, 0, True
        if len(self.pieces) > 1:
            self.pieces = ["".join(self.pieces)]
        text = self.pieces[0][self.start : self.start + most]
        self.start += len(text)
        return msgspec.structs.replace(self.event, text=text), len(text), self.start >= len(self.pieces[0])


class Feed(QObject):
    """Takes events on any thread and gives them on its own, in order: nothing is lost, text of one part is merged.

    Order is kept within a task, and around every `DocumentChanged`; text of two tasks that stream side by side is
    merged for each.
    """

    arrived = Signal(object)
    """A list of events (`domain.events.TaskEvent`), on the thread this object lives on."""

    _filled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._gathered: deque[Gathered] = deque()
        self._last_of_task: dict[str, Gathered] = {}
        self._called = False
        self._given = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._give)
        self._filled.connect(self._give_in_time, Qt.ConnectionType.QueuedConnection)

    def put(self, event: TaskEvent) -> None:
        """Takes an event; returns at once. On any thread."""
        with self._lock:
            self._gather(event)
            call, self._called = not self._called, True
        if call:
            self._filled.emit()

    def _gather(self, event: TaskEvent) -> None:
        task = task_of(event)
        if task is None:
            self._last_of_task.clear()
            self._gathered.append(Gathered(event))
            return
        last = self._last_of_task.get(task)
        if (
            isinstance(event, TextArrived)
            and last is not None
            and isinstance(last.event, TextArrived)
            and (last.event.key, last.event.thinking) == (event.key, event.thinking)
        ):
            last.pieces.append(event.text)
            return
        gathered = self._last_of_task[task] = Gathered(event)
        self._gathered.append(gathered)

    @Slot()
    def _give_in_time(self) -> None:
        wait = self._given + FRAME - time.monotonic()
        if wait <= 0:
            self._give()
        else:
            self._timer.start(max(1, round(wait * 1000)))

    @Slot()
    def _give(self) -> None:
        with self._lock:
            batch = self._take()
            more = self._called = bool(self._gathered)
        self._given = time.monotonic()
        if more:
            self._timer.start(round(FRAME * 1000))
        if batch:
            self.arrived.emit(batch)

    def _take(self) -> list[TaskEvent]:
        self._last_of_task.clear()  # what is being given takes no more text
        batch: list[TaskEvent] = []
        room = CHARACTERS
        while self._gathered and len(batch) < EVENTS and room > 0:
            event, length, all_of_it = self._gathered[0].take(room)
            batch.append(event)
            room -= length
            if all_of_it:
                self._gathered.popleft()
        return batch
