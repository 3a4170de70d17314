"""An application: one person's answer to one offer."""

import enum
from datetime import datetime

import msgspec

from jobmatch_desktop.domain.offer import Offer


class ApplicationStatus(enum.StrEnum):
    """How far an application is."""

    IN_PROGRESS = "in progress"
    APPLIED = "applied"
    INTERVIEW = "interview"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Application(msgspec.Struct, frozen=True):
    """An application as stored, with its offer as it reads now. `profile` is the version that it has now of the profile `kept` (None:
    of one that is not kept any more), `targeting` what of it is shown (None: all). `person` is the profile's name; ids are row ids."""

    id: int
    profile: int
    offer_id: int
    offer: Offer
    person: str
    status: ApplicationStatus
    notes: str
    created: datetime
    changed: datetime
    kept: int | None = None
    targeting: int | None = None
