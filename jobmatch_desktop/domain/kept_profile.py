"""A profile that is kept and worked on: its lines, each with an id that stays with it, and its history."""

import enum
from datetime import datetime
from typing import Any

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError


class Change(enum.StrEnum):
    """Why a profile has a further step."""

    IMPORTED = "imported"
    TYPED = "typed"
    SAID = "said"
    """A line that was added from a match, a mark in a document or a talk."""


class ProfileState(msgspec.Struct, frozen=True):
    """A kept profile as it stands.

    `id` stays with it; `version` names its content, which never changes (`Application.profile` names one too); `step` counts its
    history from 1. `source` is the JSON Resume document; `ids` has the id of every item of its lists, by the item's path
    (`work/0`, `work/0/highlights/2`, as in evidence/facts).
    """

    id: int
    version: int
    step: int
    source: dict[str, Any]
    ids: dict[str, str]
    may_undo: bool = False
    may_redo: bool = False


class Targeting(msgspec.Struct, frozen=True):
    """What of a kept profile is shown for one kind of job: `left_out` are ids of lines; `arranged` has for a list (`work`, or
    `<id of the entry>/highlights`) the ids of its items in the order wanted: those it does not name come after, as they stand."""

    id: int
    kept: int
    name: str
    left_out: frozenset[str]
    arranged: dict[str, tuple[str, ...]]
    created: datetime
    changed: datetime


class ProfileChanged(JobMatchError):
    """A version of a profile was to be changed that is no longer the one in use. Nothing was kept."""

    what = "Your profile was changed elsewhere meanwhile."
    remedy = "Look at it, then confirm again."


class NoSuchLine(JobMatchError):
    """A path that names no line of the profile. `path` as in evidence/facts."""

    what = "The profile has no such line."
    why = "“{path}” was moved or taken away."
    remedy = "Look at the profile as it is now."
