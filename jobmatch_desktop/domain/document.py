"""A document of an application, and its versions."""

import enum
from datetime import datetime

import msgspec


class DocumentKind(enum.StrEnum):
    """What is sent to an employer."""

    CV = "cv"
    LETTER = "letter"


class Cause(enum.StrEnum):
    """Why a version was kept."""

    COMPOSED = "composed"
    GENERATED = "generated"
    EDITED = "edited"
    EXPORTED = "exported"
    RESTORED = "restored"


class Document(msgspec.Struct, frozen=True):
    """A document as it stands. `text` is CV Markdown; `revision` grows by one with every change of `text`; `base` is the id of the
    newest composed or generated version, whose parts tell what a person has edited since; `language` is `en` or `fr`."""

    id: int
    application: int
    kind: DocumentKind
    text: str
    revision: int
    base: int | None
    language: str
    template: str
    changed: datetime


class Version(msgspec.Struct, frozen=True):
    """A kept text of a document. `task` is the task that wrote it, if one did."""

    id: int
    document: int
    cause: Cause
    text: str
    language: str
    created: datetime
    task: str | None = None
