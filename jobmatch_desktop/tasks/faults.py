"""What the runner itself has to tell a person: faults that no provider and no storage has words for."""

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.task import Ending


class Unexpected(JobMatchError):
    """A fault of the program. What it was goes to the loop's exception handler, never to a person."""

    what = "Something unexpected happened in the program."
    why = "This is a fault of the program, not of your documents."
    remedy = "What came is kept. Start over; if it happens again, please report it."


class Closing(JobMatchError):
    """Asked to start something while the program is being closed."""

    what = "Nothing new is started now."
    why = "The program is closing."
    remedy = "Open it again and start over."


class ReachedLength(JobMatchError):
    """The answer is longer than was allowed."""

    what = "The answer was cut at its greatest length."
    remedy = "What came is kept. Continue, or choose another model."


class CutShort(JobMatchError):
    """The stream broke off."""

    what = "The answer broke off before its end."
    remedy = "What came is kept. Continue, or start over."


class Refused(JobMatchError):
    """The model declined."""

    what = "The model declined to write this."
    remedy = "Choose another model, or write this part yourself."


class NothingWritten(JobMatchError):
    """The model ended without a word."""

    what = "The model ended without writing anything."
    why = "It may be too small for the task, or not made for chat."
    remedy = "Start over, or choose another model."


class ProviderFailed(JobMatchError):
    """The stream ended in an error that says no more."""

    what = "The model ended with an error."
    remedy = "What came is kept. Start over, or choose another model."


class WentSilent(JobMatchError):
    """The stream ended because nothing came any more."""

    what = "The model stopped answering."
    why = "The machine may be asleep, out of memory, or the model too large for it."
    remedy = "What came is kept. Start over, or choose a smaller model."


FAULT_OF_ENDING: dict[Ending, type[JobMatchError]] = {
    Ending.LENGTH: ReachedLength,
    Ending.CUT: CutShort,
    Ending.REFUSAL: Refused,
    Ending.EMPTY: NothingWritten,
    Ending.ERROR: ProviderFailed,
    Ending.STALL: WentSilent,
}
"""The words for an ending that work returned, rather than raised an error of its own for. `STOP` needs none."""
