"""A talk with the coach: what was said, by whom, and what was kept of it."""

import enum
from datetime import datetime

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.storage_errors import AlreadyUnderWay
from jobmatch_desktop.domain.task import Ending, Status, TaskId

COACH = "coach"
"""The kind of a talk's tasks."""

ANSWER = "answer"
"""The key of the one part that they have."""


class TalkKind(enum.StrEnum):
    """What a talk is for."""

    SUCCESS = "success"
    """A success in four steps: situation, task, action, result."""
    PITCH_30 = "pitch_30"
    PITCH_180 = "pitch_180"
    INTERVIEW = "interview"
    """Practice on an offer."""


SECONDS = {TalkKind.PITCH_30: 30, TalkKind.PITCH_180: 180}
"""How long a pitch of each kind takes to say."""


class Speaker(enum.StrEnum):
    """Who said something, by the names that a model's prompt has."""

    PERSON = "user"
    COACH = "assistant"


class Conversation(msgspec.Struct, frozen=True):
    """A talk as stored. `application` and `profile` are row ids: a talk of an application follows the application's profile, and
    `profile` is None there. `begins` are the person's first words in it, empty before they said anything."""

    id: int
    application: int | None
    profile: int | None
    kind: TalkKind
    language: str
    created: datetime
    changed: datetime
    begins: str = ""


class Turn(msgspec.Struct, frozen=True):
    """Something that was said. `question` is the key of the guided question that it answers, if any.

    An answer of a model has a `task`, whose life `status`, `ending` and `trouble` tell: while it runs, or after the program was
    killed, `text` is what the journal has. `answers` are the tasks of all answers to the same words, oldest first. A person's turn
    has an `id`; a model's, and the questions of the program, are changed by nobody.
    """

    speaker: Speaker
    text: str
    id: int | None = None
    question: str | None = None
    thinking: str = ""
    task: TaskId | None = None
    model: str = ""
    status: Status | None = None
    ending: Ending | None = None
    trouble: Trouble | None = None
    answers: tuple[TaskId, ...] = ()
    created: datetime | None = None


class Success(msgspec.Struct, frozen=True):
    """A success of a person, as they confirmed it. Empty fields were not confirmed."""

    id: int
    person: str
    application: int | None
    conversation: int | None
    language: str
    title: str
    situation: str
    task: str
    action: str
    result: str
    created: datetime
    changed: datetime


class Pitch(msgspec.Struct, frozen=True):
    """A pitch of a person, as they confirmed it, for so many seconds."""

    id: int
    person: str
    application: int | None
    conversation: int | None
    language: str
    seconds: int
    text: str
    created: datetime
    changed: datetime


class AnswerUnderWay(AlreadyUnderWay):
    """The talk is already being answered by `task`."""

    what = "An answer is already being written in this talk."


class NothingSaid(JobMatchError):
    """Nothing but white space was to be sent or kept."""

    what = "There is nothing to keep yet."
    remedy = "Write something first."


class CannotAnswer(JobMatchError):
    """A talk was to be answered without a model."""

    what = "The coach needs a model to answer."
    remedy = "Choose one, or answer the same questions in the form."


class NeedsOffer(JobMatchError):
    """Practice for an interview was asked for without an application."""

    what = "Practice for an interview needs an offer."
    remedy = "Open one of your applications, or add one."
