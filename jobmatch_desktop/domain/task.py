"""A task: one piece of long work, its life, and what it needs to run again."""

import enum
from datetime import datetime
from typing import NewType

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.letter_manner import USUAL, LetterManner
from jobmatch_desktop.domain.rewrite import Rewrite

TaskId = NewType("TaskId", str)


class Status(enum.StrEnum):
    """Where a task is in its life."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"


class Ending(enum.StrEnum):
    """How the stream of a task ended. Only `STOP` is a whole answer."""

    STOP = "stop"
    LENGTH = "length"
    REFUSAL = "refusal"
    EMPTY = "empty"
    CUT = "cut"
    ERROR = "error"
    STALL = "stall"


RUNNING = frozenset({Status.PENDING, Status.PROCESSING})
"""Statuses in which a task belongs to a living process."""

TRANSITIONS: dict[Status, frozenset[Status]] = {
    Status.PENDING: frozenset({Status.PROCESSING, Status.CANCELLED, Status.FAILED, Status.INTERRUPTED}),
    Status.PROCESSING: frozenset({Status.COMPLETED, Status.FAILED, Status.CANCELLED, Status.INTERRUPTED}),
    Status.COMPLETED: frozenset(),
    Status.FAILED: frozenset({Status.PENDING}),
    Status.CANCELLED: frozenset({Status.PENDING}),
    Status.INTERRUPTED: frozenset({Status.PENDING, Status.CANCELLED}),
}
"""Every legal step of a task. `INTERRUPTED -> CANCELLED` is a person keeping the partial text as it is."""


def status_of(ending: Ending) -> Status:
    """The status a stream's ending leads to: a whole answer, one that can go on, or a failure."""
    if ending is Ending.STOP:
        return Status.COMPLETED
    return Status.INTERRUPTED if ending in (Ending.LENGTH, Ending.CUT) else Status.FAILED


class TaskNotFound(JobMatchError):
    """No task has this id: exit code 4 in a terminal."""

    what = "task not found: {id}."
    remedy = "`jobmatch-desktop tasks` lists them."


class IllegalTransition(JobMatchError):
    """A task was asked to take a step that `TRANSITIONS` does not have."""

    what = "Task {id} is {status}, so it cannot become {wanted}."
    remedy = "Wait for it to end, or start a new one."


def check_transition(task: TaskId, status: Status, wanted: Status) -> None:
    """Raises `IllegalTransition` unless a task in `status` may become `wanted`."""
    if wanted not in TRANSITIONS[status]:
        raise IllegalTransition(id=task, status=status, wanted=wanted)


class ModelSettings(msgspec.Struct, frozen=True):
    """What a person set for one model: the context to allocate in tokens (None: what the prompt takes), whether a capable model
    thinks first, and the temperature, 0 to 2 (None: the program's usual 0.4)."""

    context_tokens: int | None = None
    thinking: bool = False
    temperature: float | None = None


class Estimate(msgspec.Struct, frozen=True):
    """What was foreseen of a generation before it ran: tokens to read and to write over all its parts, the largest part's prompt and
    answer together, seconds to the first token and to the end (None: this machine has not measured the model yet), and the cost in
    US dollars (None: unknown, 0: a model of the person's own)."""

    tokens_read: int
    tokens_written: int
    largest: int
    first_token_seconds: float | None = None
    total_seconds: float | None = None
    dollars: float | None = None


class GenerationOptions(msgspec.Struct, frozen=True):
    """The choices of one generation. `language` is `en` or `fr`; `strength` is `faithful` or `polished`; `today` is an ISO date,
    given and never guessed; `template` is what the document is printed with from then on (None: as it was); `outs` are absolute
    paths written when the task completes; `rewrite_edited` lets the model at parts that a person edited; `base_url` is the
    provider's address where it is not the usual one; `estimate` is what the person was told; `context_limit` is how many tokens
    the model holds, which the prompts are fitted to (None: not known); `rewrite` is what a task of that kind is about; `letter` is
    a letter's manner."""

    language: str
    today: str
    strength: str = "faithful"
    template: str | None = None
    outs: tuple[str, ...] = ()
    rewrite_edited: bool = False
    base_url: str | None = None
    model_settings: ModelSettings = ModelSettings()
    estimate: Estimate | None = None
    context_limit: int | None = None
    rewrite: Rewrite | None = None
    letter: LetterManner = USUAL


class TaskSpec(msgspec.Struct, frozen=True):
    """What a task needs to run again.

    `kind` is `"cv"`, `"letter"`, `"rewrite"` or `"coach"`. `application` and `document` are row ids. `inputs` names what was read when
    it was asked for, by version id: `{"profile": 12, "facts": 12, "offer": 7, "base": 31}` (`profile` is what is shown of the `facts`;
    `base` is the document version it started from).
    `lane` names the queue it waits in, such as `"ollama"`.
    """

    kind: str
    provider: str
    model: str
    lane: str
    options: GenerationOptions
    application: int | None = None
    conversation: int | None = None
    document: int | None = None
    inputs: dict[str, int] = {}


class Task(msgspec.Struct, frozen=True):
    """A task as stored. `run` counts from 1 and grows with each retry or continue; `position` is 0 while it runs or has
    ended, and otherwise how many tasks of its lane go first, itself included. `text` is not here: see the journal."""

    id: TaskId
    spec: TaskSpec
    status: Status
    created: datetime
    changed: datetime
    ending: Ending | None = None
    trouble: Trouble | None = None
    owner: str | None = None
    run: int = 1
    position: int = 0
