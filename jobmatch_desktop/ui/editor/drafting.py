"""Other words for a passage: asked for, followed while they come, taken or left. Decides for the panel; knows no widget."""

import contextlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.events import (
    PartEnded,
    PartStarted,
    PhaseChanged,
    TaskChanged,
    TaskEvent,
    TextArrived,
    task_of,
)
from jobmatch_desktop.domain.rewrite import Rewrite, Wish
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import RUNNING, IllegalTransition, Status, Task, TaskId, TaskNotFound
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

MOST_DRAFTS = 4
"""Drafts of one passage beside each other: more nobody compares."""


class Draft(msgspec.Struct, frozen=True):
    """One draft as it stands: `text` is CV Markdown, as far as it came. `writing` while more may come; `reasons` say what in it has no
    fact; `trouble` why it ended early."""

    wish: Wish
    text: str = ""
    writing: bool = True
    phase: Phase = Phase.QUEUED
    reasons: tuple[Why, ...] = ()
    trouble: Trouble | None = None


class Drafting(QObject):
    """The drafts of one passage at a time. UI thread."""

    changed = Signal(object)
    """The drafts now, a tuple of `Draft` in the order they were asked for."""
    failed = Signal(object)
    """The `Trouble` of a draft that could not be asked for."""

    def __init__(self, services: "Services", engine: Engine, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._passage: tuple[int, str, str, str] | None = None
        self._drafts: dict[TaskId, Draft] = {}
        self._early: list[TaskEvent] = []
        self._asking = 0

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts now."""
        return tuple(self._drafts.values())

    @property
    def passage(self) -> str:
        """The words that other words are wanted for; empty where there are none."""
        return "" if self._passage is None else self._passage[3]

    def open(self, application: int, document: str, language: str, passage: str) -> None:
        """Begins with another passage of a document (`cv` or `letter`) in a language; drafts of the one before are left."""
        self.leave()
        self._passage = (application, document, language, passage)

    def ask(self, wish: Wish, choice: Choice, words: str = "") -> None:
        """Asks for one more draft."""
        if self._passage is not None and len(self._drafts) + self._asking < MOST_DRAFTS:
            self._asking += 1
            self._background.start(self._ask(self._passage, wish, choice, words))

    def leave(self) -> None:
        """Wants none of them; what is still being written is stopped."""
        for task, draft in self._drafts.items():
            if draft.writing:
                self._background.start(self._stop(task))
        self._passage, self._drafts, self._early = None, {}, []
        self.changed.emit(())

    def stop(self) -> None:
        """Stops what is being written; the words so far stay."""
        for task, draft in self._drafts.items():
            if draft.writing:
                self._background.start(self._stop(task))

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed."""
        if self._asking:  # the id of a task may come after its first words
            self._early += events
        taken = [self._take(event) for event in events]
        if any(taken):
            self.changed.emit(self.drafts)

    async def _ask(self, passage: tuple[int, str, str, str], wish: Wish, choice: Choice, words: str) -> None:
        application, document, language, text = passage
        try:
            rewrite = Rewrite(document, text, wish, words)
            task = await self._engine.call(self._services.rewriting.start, application, rewrite, language, choice)
        except JobMatchError as error:
            self.failed.emit(error.trouble)
            return
        finally:
            self._asking -= 1
        if self._passage != passage:
            await self._stop(task)
            return
        self._drafts[task] = Draft(wish)
        for event in [early for early in self._early if task_of(early) == task]:
            self._take(event)
        if not self._asking:
            self._early = []
        self.changed.emit(self.drafts)

    async def _stop(self, task: TaskId) -> None:
        with contextlib.suppress(
            IllegalTransition, TaskNotFound
        ):  # it has ended by itself, or went with its application
            await self._engine.call(self._services.generation.stop, task)

    def _take(self, event: TaskEvent) -> bool:
        name = task_of(event)
        draft = self._drafts.get(name) if name is not None else None
        if name is None or draft is None:
            return False
        match event:
            case PartStarted(begun=begun):
                draft = msgspec.structs.replace(draft, text=begun, reasons=())
            case PhaseChanged(phase=phase):
                draft = msgspec.structs.replace(draft, phase=phase)
            case TextArrived(text=text, thinking=False):
                draft = msgspec.structs.replace(draft, text=draft.text + text, phase=Phase.WRITING)
            case PartEnded(body=body, reasons=reasons):
                draft = msgspec.structs.replace(draft, text=body, reasons=reasons)
            case TaskChanged(task=task):
                draft = _ended(draft, task)
            case _:
                return False
        self._drafts[name] = draft
        return True


def _ended(draft: Draft, task: Task) -> Draft:
    if task.status in RUNNING:
        return draft
    trouble = task.trouble if task.status is not Status.CANCELLED else None
    return msgspec.structs.replace(draft, writing=False, trouble=trouble)
