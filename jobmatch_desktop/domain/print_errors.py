"""What can go wrong on the way to paper."""

from jobmatch_desktop.domain.errors import JobMatchError


class NoPrinter(JobMatchError):
    """The system knows no printer."""

    what = "There is no printer to print on."
    why = "None is set up on this computer."
    remedy = "Set one up in the system's settings, or export a PDF and print that elsewhere."


class PrintRefused(JobMatchError):
    """A printer took no pages, or not all; `printed` of `pages` had gone to it."""

    what = "{printer} did not take the pages: {printed} of {pages} went to it."
    why = "It may be off, full, or gone from the network."
    remedy = "Look at the printer, then print again."
