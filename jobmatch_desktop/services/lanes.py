"""Which queue a generation waits in, and how many of it run at a time."""

from collections.abc import Callable

from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.storage.settings import ProviderPlace

ELSEWHERE = " elsewhere"
"""Ends the lane of a machine that is not the person's own."""
LOCAL_WIDTH = 1
CLOUD_WIDTH = 3
COMPOSER_WIDTH = 2


def lane_of(provider: str, local: bool) -> str:
    """A provider's queue; the same provider on this machine and elsewhere has two."""
    return provider if local else provider + ELSEWHERE


def width_of(lane: str, place: Callable[[str], ProviderPlace]) -> int:
    """How many tasks of a lane run at a time: as the person set it for the provider, else one on a machine of the person's own and
    several in a cloud. `place` gives what is set now."""
    if lane == COMPOSER:
        return COMPOSER_WIDTH
    return place(lane.removesuffix(ELSEWHERE)).width or usual_width(lane)


def usual_width(lane: str) -> int:
    """How many tasks of a provider's lane run at a time where the person set nothing."""
    return CLOUD_WIDTH if lane.endswith(ELSEWHERE) else LOCAL_WIDTH
