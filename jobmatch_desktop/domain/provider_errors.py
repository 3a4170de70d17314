"""Faults of who writes. Each provider module turns its SDK's exceptions into these; none of an SDK's text is shown."""

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.task import Ending


class ProviderError(JobMatchError):
    """A provider failed. `ending` is how its stream ended; `passing` says that asking again may help (busy, not yet up)."""

    ending = Ending.ERROR
    passing = False


class Stalled(ProviderError):
    """Nothing came for longer than the phase allows."""

    ending = Ending.STALL
    what = "{provider} stopped answering: nothing came for {seconds} s while {phase}."
    why = "The machine may be asleep, out of memory, or the model too large for it."
    remedy = "What came is kept. Continue, start over, or choose a smaller model."
