"""One line before a generation, of what it will take, and one after it, of what it took."""

from jobmatch_desktop.domain.task import Task
from jobmatch_desktop.services.actuals import Actual


def foreseen_line(task: Task, elsewhere: str) -> str:
    """What is foreseen; empty where nothing is sent. `elsewhere` is the address that the text leaves for (empty: it stays)."""
    told, limit = task.spec.options.estimate, task.spec.options.context_limit
    leaves = f"the text leaves this computer, to {elsewhere}" if elsewhere else ""
    if told is None or not told.tokens_read:
        return f"foreseen: {leaves}" if leaves else ""
    holds = "" if limit is None else f" of the {limit:,} that the model holds"
    says = [f"foreseen: read about {told.tokens_read:,} tokens, at most {told.largest:,} at once{holds}"]
    if told.total_seconds is None or told.first_token_seconds is None:
        says.append("the time is known after the first run")
    else:
        says.append(f"first words in {told.first_token_seconds:.0f} s, done in {told.total_seconds:.0f} s")
    return "; ".join(filter(None, [*says, _cost(told.dollars), leaves]))


def actual_line(task: Task, took: Actual) -> str:
    """What a task took beside what was foreseen; empty where no server counted."""
    if took.tokens_read is None:
        return ""
    told = task.spec.options.estimate
    read = f"read {took.tokens_read:,}" + (f" of about {told.tokens_read:,}" if told else "")
    says = [f"took: {read} tokens", f"wrote {took.tokens_written or 0:,}"]
    if took.seconds is not None:
        foreseen = f" (foreseen {told.total_seconds:.0f} s)" if told and told.total_seconds is not None else ""
        says.append(f"{took.seconds:.0f} s{foreseen}")
    return "; ".join([*says, _cost(took.dollars)])


def _cost(dollars: float | None) -> str:
    if dollars is None:
        return "cost unknown"
    return f"${dollars:.4f}" if dollars else "free"
