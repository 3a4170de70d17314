"""What the runner tells while tasks run. Each is a value; the window and the terminal draw from the same ones."""

import msgspec

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.stream import Phase, Usage
from jobmatch_desktop.domain.task import Task, TaskId


class TaskChanged(msgspec.Struct, frozen=True):
    """A task was created, changed status or moved in its lane. `task` is how it stands now."""

    task: Task


class PhaseChanged(msgspec.Struct, frozen=True):
    """The provider entered a phase, at wall-clock `since` (seconds since the epoch)."""

    task: TaskId
    phase: Phase
    since: float


class PartStarted(msgspec.Struct, frozen=True):
    """Part `number` of `count` (from 1) is being written, for the `attempt`-th time (from 1). `key` as in writing/parts; `begun`
    are its words of an earlier run, which this one goes on from. `beside`: the person edited it, and its words come into their text when
    the task has ended, not before. `place` is the part's key in the text as it stood when the run began, where the person may have moved
    it; empty where it is `key`."""

    task: TaskId
    key: str
    number: int
    count: int
    attempt: int
    begun: str = ""
    beside: bool = False
    place: str = ""


class TextArrived(msgspec.Struct, frozen=True):
    """More words of part `key`; `thinking` words are never part of the document."""

    task: TaskId
    key: str
    text: str
    thinking: bool = False


class PartEnded(msgspec.Struct, frozen=True):
    """Part `key` is whole. `body` is the Markdown that goes into the document where `accepted`; where it is not, `body` is what
    the model wrote, `reasons` say why it does not stand, and the document keeps what it had."""

    task: TaskId
    key: str
    body: str
    accepted: bool
    reasons: tuple[Why, ...]
    usage: Usage


class PartDoubted(msgspec.Struct, frozen=True):
    """An attempt at part `key` is whole and does not stand, as `reasons` say: the model is told them and asked once more."""

    task: TaskId
    key: str
    reasons: tuple[Why, ...]
    usage: Usage


class RetryWaits(msgspec.Struct, frozen=True):
    """Nothing had come when the provider failed; it is tried again in `seconds`."""

    task: TaskId
    attempt: int
    seconds: float
    why: str


class DocumentChanged(msgspec.Struct, frozen=True):
    """A service changed a document's text outside the editor (a task ended, a restore): its text and revision now."""

    document: int
    text: str
    revision: int


class ProfileMoved(msgspec.Struct, frozen=True):
    """A kept profile has another version now, which its applications follow."""

    kept: int
    version: int


class SkillsChanged(msgspec.Struct, frozen=True):
    """The lists of skills that texts are read by are others now: matches and marks are to be made anew."""


TaskEvent = (
    ProfileMoved
    | SkillsChanged
    | TaskChanged
    | PhaseChanged
    | PartStarted
    | TextArrived
    | PartDoubted
    | PartEnded
    | RetryWaits
    | DocumentChanged
)


def task_of(event: TaskEvent) -> TaskId | None:
    """The task that an event is of; None for one of a document, a profile or the lists of skills."""
    if isinstance(event, TaskChanged):
        return event.task.id
    return None if isinstance(event, DocumentChanged | ProfileMoved | SkillsChanged) else event.task
