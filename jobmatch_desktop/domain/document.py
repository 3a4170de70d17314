"""A document of an application, and its versions."""

import enum
from datetime import datetime

import msgspec

from jobmatch_desktop.domain.options import USUAL, Options


class DocumentKind(enum.StrEnum):
    """What is sent to an employer."""

    CV = "cv"
    LETTER = "letter"


class Cause(enum.StrEnum):
    """Why a version was kept."""

    COMPOSED = "composed"
    GENERATED = "generated"
    EDITED = "edited"
    IMPORTED = "imported"
    EXPORTED = "exported"
    RESTORED = "restored"


class Document(msgspec.Struct, frozen=True):
    """A document as it stands. `text` is CV Markdown; `revision` grows by one with every change of `text`; `base` is the id of the
    newest composed or generated version, whose parts tell what a person has edited since; `language` is `en` or `fr`. `options` hold
    the photo of the person's profile where `shows_photo`; a letter has none."""

    id: int
    application: int
    kind: DocumentKind
    text: str
    revision: int
    base: int | None
    language: str
    template: str
    changed: datetime
    options: Options = USUAL
    shows_photo: bool = True


class Version(msgspec.Struct, frozen=True):
    """A kept text of a document. `task` is the task that wrote it, if one did; `created` of a version of edits is the last of them;
    `name` is the person's own, or None; `source` is the version that a restored one was made from."""

    id: int
    document: int
    cause: Cause
    text: str
    language: str
    created: datetime
    task: str | None = None
    name: str | None = None
    source: int | None = None


class VersionEntry(msgspec.Struct, frozen=True):
    """A version in a list, without its text. `provider` and `model` wrote it, if a task did (`""` where the model is not known);
    `files` are the paths that it was exported to or imported from; `letters` is the length of its text in code points. `template` and
    `options` (without the photo) are those that it was exported with, None where it was not."""

    id: int
    document: int
    application: int
    cause: Cause
    language: str
    created: datetime
    letters: int
    name: str | None = None
    source: int | None = None
    provider: str | None = None
    model: str | None = None
    files: tuple[str, ...] = ()
    template: str | None = None
    options: Options | None = None
