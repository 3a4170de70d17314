"""What a generation took, from its journal: beside what was foreseen."""

from collections.abc import Iterable
from typing import TypeVar

import msgspec

from jobmatch_desktop.domain.journal import Entry
from jobmatch_desktop.domain.stream import Usage
from jobmatch_desktop.services.prices import Price, dollars

_Number = TypeVar("_Number", int, float)


class Actual(msgspec.Struct, frozen=True):
    """What the whole parts took: tokens that the server counted (None: it told none), those whose prompt it read less of than it was sent
    with the tokens it read of each, US dollars (None: unknown, 0: a model of the person's own), and seconds (None: not measured)."""

    tokens_read: int | None = None
    tokens_written: int | None = None
    cut: tuple[tuple[str, int | None], ...] = ()
    dollars: float | None = None
    seconds: float | None = None


def actual_of(journal: Iterable[Entry], price: Price | None) -> Actual:
    """Adds up what the parts of a task took, over all its runs. Pure."""
    found = [(entry.key, msgspec.json.decode(entry.text, type=Usage)) for entry in journal if entry.kind == "usage"]
    read = _sum(usage.tokens_read for _, usage in found)
    written = _sum(usage.tokens_written for _, usage in found)
    cut = tuple((key, usage.tokens_read) for key, usage in found if usage.prompt_cut)
    known = price is not None and read is not None and written is not None
    cost = dollars(price, read, written) if known else None  # type: ignore[arg-type]
    return Actual(read, written, cut, cost, _sum(usage.seconds for _, usage in found))


def _sum(counts: Iterable[_Number | None]) -> _Number | None:
    told = [count for count in counts if count is not None]
    return sum(told) if told else None
