"""From how a run's coroutine ended to the task's last status. Pure."""

from asyncio import CancelledError

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.task import Ending, Status, status_of
from jobmatch_desktop.tasks.faults import FAULT_OF_ENDING, Unexpected


class Outcome(msgspec.Struct, frozen=True):
    """A task's last step: the status, how its stream ended (None: a person stopped it), and what to tell."""

    status: Status
    ending: Ending | None = None
    trouble: Trouble | None = None


CANCELLED = Outcome(Status.CANCELLED)
"""A person stopped it."""

INTERRUPTED = Outcome(Status.INTERRUPTED, Ending.CUT)
"""The program stopped it: it can go on."""


def trouble_of(fault: BaseException) -> Trouble:
    """What a person is told of any exception: a domain error's own words, and never the text of another."""
    return fault.trouble if isinstance(fault, JobMatchError) else Unexpected().trouble


def outcome_of(result: Ending | BaseException, wish: Outcome | None) -> Outcome:
    """The last step of a run that returned or raised `result`; `wish` is what it was asked to stop for, if it was.

    A whole answer that came in spite of the wish is kept; whatever else a stopped run ends with is the stop.
    """
    if result is Ending.STOP:
        return Outcome(Status.COMPLETED, Ending.STOP)
    if wish is not None:
        return wish
    if isinstance(result, Ending):
        return Outcome(status_of(result), result, FAULT_OF_ENDING[result]().trouble)
    if isinstance(result, CancelledError):
        return INTERRUPTED
    ending = getattr(result, "ending", Ending.ERROR) if isinstance(result, JobMatchError) else Ending.ERROR
    if ending is Ending.STOP:
        ending = Ending.ERROR
    return Outcome(status_of(ending), ending, trouble_of(result))


def failed(fault: BaseException) -> Outcome:
    """The last step of a task that a fault outside its stream ended."""
    return Outcome(Status.FAILED, Ending.ERROR, trouble_of(fault))
