"""Which queue a generation waits in, and how many of it run at a time."""

from jobmatch_desktop.services.choice import COMPOSER

_CLOUD = " elsewhere"
LOCAL_WIDTH = 1
CLOUD_WIDTH = 3
COMPOSER_WIDTH = 2


def lane_of(provider: str, local: bool) -> str:
    """A provider's queue; the same provider on this machine and elsewhere has two."""
    return provider if local else provider + _CLOUD


def width_of(lane: str) -> int:
    """How many tasks of a lane run at a time: a machine of the person's own writes one text at a time, a cloud several."""
    if lane == COMPOSER:
        return COMPOSER_WIDTH
    return CLOUD_WIDTH if lane.endswith(_CLOUD) else LOCAL_WIDTH
