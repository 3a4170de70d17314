"""What is said of a task where all are listed. No widgets."""

import enum
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import RUNNING, Ending, Status, Task, TaskId
from jobmatch_desktop.services.lanes import ELSEWHERE
from jobmatch_desktop.ui.editor.preflight_words import actual_words, cut_words
from jobmatch_desktop.ui.shared.live import Live
from jobmatch_desktop.ui.shared.moments import duration_words, moment_words
from jobmatch_desktop.ui.shared.naming import (
    about,
    count_of_words,
    kind_name,
    part_name,
    phase_words,
    speed_words,
    writer_name,
)
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:  # it comes with the parts that the first page is shown without
    from jobmatch_desktop.services.actuals import Actual


class Way(enum.StrEnum):
    """What can be done with a task."""

    STOP = "stop"
    CONTINUE = "continue"
    RETRY = "retry"
    OPEN = "open"
    SENT = "sent"


@dataclass(frozen=True)
class Row:
    """A task as it is listed: `says` is how it ended and what is kept, where that needs saying; `detail` who, how much, when; `took`
    what it took beside what was foreseen.
    `fraction` is None where there is no bar; `ways` are what can be done, with their verbs."""

    id: TaskId
    status: Status
    title: str
    detail: str
    says: str = ""
    took: str = ""
    fraction: float | None = None
    ways: tuple[tuple[Way, str], ...] = ()
    application: int | None = None
    conversation: int | None = None


@dataclass(frozen=True)
class Known:
    """What is known of a task beside itself. `words`, `took` and `began` are None where that is not known; `own` is whether this program
    runs it; `newest` whether no later task writes the same document; `now` in UTC."""

    now: datetime
    clock: float
    live: Live | None = None
    application: Application | None = None
    words: int | None = None
    took: "Actual | None" = None
    began: datetime | None = None
    own: bool = True
    newest: bool = True


def row(task: Task, known: Known) -> Row:
    """What is said of a task."""
    fraction = None
    match task.status:
        case Status.PROCESSING:
            detail, fraction = _running(task, known), known.live.fraction() if known.live else None
        case Status.PENDING:
            detail = _waiting(task, known)
        case _:
            detail = _ended(task, known)
    return Row(
        id=task.id,
        status=task.status,
        title=title(task, known.application),
        detail=detail,
        says="" if task.status in RUNNING else _how_it_ended(task, known),
        took=_took(task, known),
        fraction=fraction,
        ways=_ways(task, known),
        application=task.spec.application,
        conversation=task.spec.conversation,
    )


def title(task: Task, application: Application | None) -> str:
    """`CV · Senior backend engineer · Northwind Logistics`."""
    offer = application.offer if application else None
    parts = (kind_name(task.spec.kind), offer.title if offer else "", offer.company if offer else "")
    return " · ".join(part for part in parts if part)


def _running(task: Task, known: Known) -> str:
    parts = [writer_name(task.spec.provider, task.spec.model)]
    live = known.live
    if not known.own:
        parts.append(_tr("written by another JobMatch program"))
    elif live is None:
        parts.append(phase_words(Phase.WRITING, 0))
    elif live.retry_in is not None:
        parts.append(_tr("no answer yet, asking again in {seconds} s").format(seconds=max(1, round(live.retry_in))))
    elif live.phase is not Phase.WRITING:
        parts.append(phase_words(live.phase, known.clock - live.phase_since))
    else:
        if live.key:
            part = part_name(live.key)
            parts.append(_tr("{part}, {number} of {count}").format(part=part, number=live.number, count=live.count))
        speed = live.tokens_a_second(known.clock)
        parts.append(speed_words(speed) if speed else phase_words(Phase.WRITING, 0))
    if known.words:
        parts.append(count_of_words(known.words))
    parts.append(duration_words((known.now - task.changed).total_seconds()))
    left = live.seconds_left(known.clock) if live is not None and live.phase is Phase.WRITING else None
    if left is not None:
        parts.append(about(left))
    return " · ".join(parts)


def _waiting(task: Task, known: Known) -> str:
    place = _tr("number {position} in line").format(position=task.position) if task.position else _tr("waiting")
    asked = _tr("asked for {moment}").format(moment=moment_words(task.changed, known.now))
    parts = [writer_name(task.spec.provider, task.spec.model), place, asked]
    if not known.own:
        parts.append(_tr("by another JobMatch program"))
    return " · ".join(parts)


def _ended(task: Task, known: Known) -> str:
    facts = [writer_name(task.spec.provider, task.spec.model)]
    if task.status is Status.COMPLETED and known.words:
        facts.append(count_of_words(known.words))
    if known.began is not None and not _took(task, known):
        facts.append(_tr("took {time}").format(time=duration_words((task.changed - known.began).total_seconds())))
    facts.append(moment_words(task.changed, known.now))
    return " · ".join(facts)


def _took(task: Task, known: Known) -> str:
    """What it took beside what was foreseen; empty while it runs, and where no server counted."""
    return actual_words(task, known.took) if known.took is not None and task.status not in RUNNING else ""


def _how_it_ended(task: Task, known: Known) -> str:
    """With a warning where the server read less than it was sent."""
    warning = cut_words(task, known.took) if known.took is not None else ""
    return " ".join(filter(None, (_ending(task, known), warning)))


def _ending(task: Task, known: Known) -> str:
    if task.status is Status.COMPLETED:
        return ""
    if task.status is Status.CANCELLED:
        how = _tr("Stopped.")
    elif task.trouble is not None:
        how = trouble_text(task.trouble)
    elif task.status is Status.FAILED:
        how = _tr("The model did not write anything usable.")
    else:
        how = _tr("The model reached its limit.") if task.ending is Ending.LENGTH else _tr("Writing was interrupted.")
    if not known.words:
        return how
    number = known.words
    kept = _tr("1 word is kept.") if number == 1 else _tr("{number} words are kept.").format(number=number)
    return f"{how} {kept}"


def _ways(task: Task, known: Known) -> tuple[tuple[Way, str], ...]:
    ways: list[tuple[Way, str]] = []
    if task.status in (Status.PENDING, Status.PROCESSING):
        ways.append((Way.STOP, _tr("Stop")))
    elif task.status is not Status.COMPLETED and known.newest:
        if known.words:
            ways.append((Way.CONTINUE, _tr("Continue")))
        ways.append((Way.RETRY, _tr("Start over") if known.words else _tr("Try again")))
    if task.status not in RUNNING and task.spec.lane.endswith(ELSEWHERE):
        ways.append((Way.SENT, _tr("What was sent")))
    if known.application is not None or task.spec.conversation is not None:
        ways.append((Way.OPEN, _tr("Open")))
    return tuple(ways)


def _tr(words: str) -> str:
    return QCoreApplication.translate("Tasks", words)
