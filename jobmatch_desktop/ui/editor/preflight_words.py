"""Words for what a generation will take, and for what it took. No widgets."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.domain.provider_errors import PromptCut
from jobmatch_desktop.domain.task import Task
from jobmatch_desktop.ui.shared.naming import part_name
from jobmatch_desktop.ui.shared.numbers import decimal, left_out_text, number
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:  # what the window shows takes none of them: they come with all their parts
    from jobmatch_desktop.services.actuals import Actual
    from jobmatch_desktop.services.preflight import Preflight

LEAST_CENT = 0.005
"""Dollars below which a cost is told as less than a cent."""


def _tr(words: str) -> str:
    return QCoreApplication.translate("Preflight", words)


def duration(seconds: float) -> str:
    """`6 s`, `1 min 10 s`, `12 min`: no finer than it is known."""
    whole = max(1, round(seconds))
    if whole < 60:
        return _tr("{seconds} s").format(seconds=whole)
    minutes, rest = divmod(round(whole / 10) * 10, 60)
    if minutes >= 10 or not rest:
        return _tr("{minutes} min").format(minutes=minutes + (rest >= 30))
    return _tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


def cost(dollars: float | None) -> str:
    """`free`, `less than $0.01`, `~$0.02`, `cost unknown`."""
    if dollars is None:
        return _tr("cost unknown")
    if not dollars:
        return _tr("free")
    return _tr("less than $0.01") if dollars < LEAST_CENT else _tr("~${dollars}").format(dollars=decimal(dollars, 2))


def preflight_words(found: "Preflight") -> str:
    """What it will take, on one line; on another, that the time is not known yet."""
    told, limit = found.estimate, found.context_limit
    if not found.parts:
        return _tr("Nothing is left for the model to write.") if found.address else ""
    if limit is None:
        size = _tr("About {tokens} tokens to read, at most {largest} at once")
    else:
        size = _tr("About {tokens} tokens to read, at most {largest} of {limit} at once")
    says = [size.format(tokens=number(told.tokens_read), largest=number(told.largest), limit=number(limit or 0))]
    if told.first_token_seconds is not None:
        says.append(_tr("first words in ~{time}").format(time=duration(told.first_token_seconds)))
    if told.total_seconds is not None:
        says.append(_tr("done in ~{time}").format(time=duration(told.total_seconds)))
    says.append(cost(told.dollars))
    line = " · ".join(says)
    return (
        line if told.total_seconds is not None else f"{line}\n{_tr('How long it takes is known after the first run.')}"
    )


def left_out_words(found: "Preflight") -> str:
    """What does not reach the model, and why, one sentence each; and why the server cannot be asked."""
    says = [left_out_text(one) for one in found.left_out]
    if found.trouble:
        says.append(trouble_text(found.trouble))
    return " ".join(says)


def destination_words(found: "Preflight") -> str:
    """Where the text goes; empty where it stays."""
    if found.own or not found.address:
        return ""
    return _tr("Leaves this computer, to {address}.").format(address=found.address)


def actual_words(task: Task, took: "Actual") -> str:
    """What a task took, beside what was foreseen; empty where the server counted nothing."""
    foreseen = task.spec.options.estimate
    says = []
    if took.tokens_read is not None and foreseen:
        read = {"read": number(took.tokens_read), "foreseen": number(foreseen.tokens_read)}
        says.append(_tr("Read {read} of ~{foreseen} tokens").format(**read))
    elif took.tokens_read is not None:
        says.append(_tr("Read {read} tokens").format(read=number(took.tokens_read)))
    if took.tokens_written is not None:
        says.append(_tr("wrote {written}").format(written=number(took.tokens_written)))
    if took.seconds is not None and says:
        time = duration(took.seconds)
        if foreseen and foreseen.total_seconds is not None:
            time = _tr("{time} (foreseen: {foreseen})").format(time=time, foreseen=duration(foreseen.total_seconds))
        says.append(time)
    if says:
        says.append(cost(took.dollars))
    return ", ".join(says)


def cut_words(task: Task, took: "Actual") -> str:
    """A warning where the server read less than it was sent, of all such parts at once; else empty."""
    if not took.cut:
        return ""
    parts = ", ".join(dict.fromkeys(part_name(key) for key, _ in took.cut))
    read = min((read for _, read in took.cut if read is not None), default=None)
    return f"{parts}: {trouble_text(PromptCut(model=task.spec.model, read=read).trouble)}"
