"""What the foot says: of the task that matters most to who looks at a document. No widgets."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import Ending, Status, Task
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.ui.shared.live import Live, LiveTasks
from jobmatch_desktop.ui.shared.naming import (
    about,
    count_of_words,
    kind_name,
    part_name,
    phase_words,
    speed_words,
    writer_name,
)
from jobmatch_desktop.ui.shared.words import translated, trouble_text


@dataclass(frozen=True)
class FootState:
    """What the foot says. `fraction` is None where there is no bar; `message` are whole sentences; `ways` are keys and verbs,
    in order; `tone` is `""` or `bad`."""

    title: str = ""
    part: str = ""
    fraction: float | None = None
    detail: str = ""
    message: str = ""
    waiting: str = ""
    tone: str = ""
    ways: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Ended:
    """A task that ended without a whole document, and how many words of it are kept."""

    task: Task
    words: int


def _tr(words: str) -> str:
    return QCoreApplication.translate("Workspace", words)


def foot_state(live: LiveTasks, document: int | None, ended: Ended | None, names: dict[int, str]) -> FootState:
    """What is written in `document`; else how it ended there; else what is written elsewhere. `names` are those of applications."""
    here = live.writing(document) if document is not None else None
    if here is None and ended is not None:
        return _ended(ended)
    under_way = live.under_way()
    shown = here or (under_way[0] if under_way else None)
    if shown is None:
        return FootState()
    others = [other for other in under_way if other is not shown]
    return _running(shown, others, live.now(), names, elsewhere=here is None)


def _running(shown: Live, others: list[Live], now: float, names: dict[int, str], elsewhere: bool) -> FootState:
    spec = shown.task.spec
    where = names.get(spec.application or 0, "") if elsewhere else ""
    title = kind_name(spec.kind)
    if where:
        title = f"{title}, {where}"
    detail = [writer_name(spec.provider, spec.model)]
    if shown.task.status is Status.PENDING:
        waits = _tr("waiting, number {position} in line").format(position=shown.task.position)
        detail.append(waits if shown.task.position > 0 else _tr("waiting"))
    elif shown.retry_in is not None:
        detail.append(_tr("no answer yet, asking again in {seconds} s").format(seconds=max(1, round(shown.retry_in))))
    elif shown.phase is not Phase.WRITING:
        detail.append(phase_words(shown.phase, now - shown.phase_since))
    else:
        speed, left = shown.tokens_a_second(now), shown.seconds_left(now)
        detail.append(speed_words(speed) if speed else phase_words(Phase.WRITING, 0))
        if left is not None:
            detail.append(about(left))
    part = ""
    if shown.number:
        part = _tr("{part}, {number} of {count}").format(
            part=part_name(shown.key) if shown.key else _tr("Part"), number=shown.number, count=shown.count
        )
    if shown.again:
        part = _tr("{part}, second attempt").format(part=part)
    return FootState(
        title=title,
        part=part,
        fraction=shown.fraction() if shown.task.status is Status.PROCESSING else None,
        detail=" · ".join(detail),
        waiting=_waiting(others, names),
        ways=[(f"stop:{shown.task.id}", _tr("Stop"))],
    )


def _waiting(others: list[Live], names: dict[int, str]) -> str:
    running = [other for other in others if other.task.status is Status.PROCESSING]
    waiting = [other for other in others if other.task.status is Status.PENDING]
    says = []
    if running:
        says.append(_tr("{number} more being written").format(number=len(running)))
    if waiting:
        first = waiting[0].task.spec
        named = ", ".join(name for name in (kind_name(first.kind), names.get(first.application or 0, "")) if name)
        says.append(_tr("{number} waiting: {first}").format(number=len(waiting), first=named))
    return " · ".join(says)


def _ended(ended: Ended) -> FootState:
    task, kept = ended.task, ended.words > 0
    ways = [("resume", _tr("Continue"))] if kept else []
    ways.append(("retry", _tr("Start over") if kept else _tr("Try again")))
    words = _tr("{words} are kept.").format(words=count_of_words(ended.words)) if kept else ""
    if task.status is Status.FAILED:
        says = trouble_text(task.trouble) if task.trouble else _tr("The model did not write anything usable.")
        if task.spec.provider != COMPOSER:
            ways.append(("compose", _tr("Write without a model")))
        ways.append(("dismiss", _tr("Keep the draft")))
        return FootState(message=f"{says} {words}".strip(), tone="bad", ways=ways)
    if task.status is Status.CANCELLED:
        says = _tr("Stopped.")
    elif task.ending is Ending.LENGTH:
        says = _tr("The model reached its limit.")
    elif task.trouble:
        says = translated(task.trouble.what).format_map(task.trouble.values)
    else:
        says = _tr("Writing was interrupted.")
    if kept:
        ways.append(("keep", _tr("Keep the words")))
    ways.append(("dismiss", _tr("Keep the draft")))
    return FootState(message=f"{says} {words or _tr('The draft is as it was.')}", ways=ways)
