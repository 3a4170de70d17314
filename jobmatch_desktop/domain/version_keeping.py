"""Which of a person's edits are kept as versions: one for each burst of typing, and of older days a handful. Pure."""

import itertools
from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

PAUSE = timedelta(minutes=10)
"""After so long without typing, what is typed next is another version."""

LETTERS = 1_000
"""A version of edits differs from the one before it by about so many letters at most, unless they came at once."""

WHOLE = timedelta(days=1)
"""So long every burst is kept."""

HANDFUL = 4
"""How many bursts of an older day are kept."""


class Burst(msgspec.Struct, frozen=True):
    """A version of edits that may go: nobody named, exported or restored it, no task sets out from it, and another version of edits
    comes after it."""

    id: int
    created: datetime


def superfluous(bursts: Sequence[Burst], now: datetime) -> list[int]:
    """The ids of what goes, of bursts in the order they were typed: of each day (UTC) that is over for `WHOLE`, `HANDFUL` stay, spread
    over what was typed, the last one among them."""
    old = [burst for burst in bursts if now - burst.created >= WHOLE]
    gone: list[int] = []
    for _, days in itertools.groupby(old, key=lambda burst: burst.created.date()):
        day = list(days)
        kept = {len(day) * part // HANDFUL - 1 for part in range(1, HANDFUL + 1)}
        gone += [burst.id for index, burst in enumerate(day) if len(day) > HANDFUL and index not in kept]
    return gone
