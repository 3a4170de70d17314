"""One line of the table."""

from collections.abc import Sequence

import msgspec


class Row(msgspec.Struct, frozen=True):
    """A figure. `measured` and `control` are in words with their units; `goal` as DESIGN §11 has it; `met` None where nothing
    could be measured, which `measured` then says, or where there is no goal."""

    what: str
    measured: str
    control: str
    ratio: str
    goal: str
    met: bool | None


HEAD = ("what", "measured", "control", "ratio", "goal", "met")


def table(rows: Sequence[Row]) -> str:
    """All rows in columns."""
    lines = [HEAD, *((row.what, row.measured, row.control, row.ratio, row.goal, _word(row.met)) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    drawn = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join((drawn[0], "  ".join("-" * width for width in widths), *drawn[1:]))


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.3g} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def times(ratio: float) -> str:
    return f"{ratio:.2f}x"


def at(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of them stay within."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def _word(met: bool | None) -> str:
    return "" if met is None else "yes" if met else "NO"
