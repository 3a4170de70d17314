"""The order in which a document tells things: the newest first, or what answers the offer best first."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from jobmatch_desktop.domain.partial_date import PartialDate
from jobmatch_desktop.domain.profile import Job, Project, Study, When
from jobmatch_desktop.writing.dates import is_now
from jobmatch_desktop.writing.sentences import clean

_LATEST = PartialDate(9999)

Item = TypeVar("Item")


def newest_first(items: Iterable[Item], dates: Callable[[Item], tuple[When | None, When | None]]) -> list[Item]:
    """Items with the latest end first, then the latest start; one without any date stays after the one before it."""
    keyed: list[tuple[tuple[PartialDate, PartialDate], Item]] = []
    key = (_LATEST, _LATEST)
    for item in items:
        start, end = dates(item)
        starts = start.date if start else None
        ends = end.date if end else None
        if starts or ends or is_now(end):
            # No end given is no claim that it goes on, but it is where a reader looks for it.
            key = (ends or (_LATEST if end is None or is_now(end) else starts or _LATEST), starts or ends or _LATEST)
        keyed.append((key, item))
    return [item for _, item in sorted(keyed, key=lambda pair: pair[0], reverse=True)]


def best_first(texts: Iterable[str], score: Callable[[str], float]) -> list[str]:
    """The texts that say something, each in one line, those with the highest score first and else in their order."""
    return sorted((line for text in texts if (line := clean(text))), key=score, reverse=True)


def job_dates(job: Job | Study | Project) -> tuple[When | None, When | None]:
    """When something began and ended."""
    return job.start, job.end
