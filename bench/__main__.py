"""`python -m bench [NAME...]`: measures the figures, or the named ones, and prints one table."""

import importlib
import os
import sys
import time

from bench.row import Row, table

FIGURES = (
    "lateness",
    "faults",
    "throughput",
    "submit",
    "preflight",
    "cost",
    "talk",
    "preview",
    "typing",
    "importing",
    "start",
    "memory",
    "opening",
    "closing",
    "frozen",
    "kills",
    "matching",
    "lies",
    "readback",
)
CALM = 0.7
PATIENCE = 10.0


def main(names: list[str]) -> int:
    """Prints the table; 1 if a goal is missed, 2 for a name that is no figure."""
    if strange := [name for name in names if name not in FIGURES]:
        print(f"no such figure: {', '.join(strange)}. There are: {', '.join(FIGURES)}.", file=sys.stderr)
        return 2
    rows: list[Row] = []
    for name in names or FIGURES:
        _wait_for_calm()
        begun = time.monotonic()
        rows += importlib.import_module(f"bench.{name}").measure()
        load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
        print(f"{name}: {time.monotonic() - begun:.0f} s, load {load:.1f}", file=sys.stderr)
    print(table(rows))
    return int(any(row.met is False for row in rows))


def _wait_for_calm() -> None:
    """Figures of time are worth little on a machine that is busy with something else: waits some seconds at most."""
    until = time.monotonic() + PATIENCE
    while _busy() > CALM and time.monotonic() < until:
        time.sleep(0.5)


def _busy() -> float:
    """The cores that are busy now, in a look of half a second; 0 where the system does not tell."""
    try:
        before = _ticks()
        time.sleep(0.5)
        after = _ticks()
    except OSError:
        return 0.0
    return (after - before) / os.sysconf("SC_CLK_TCK") / 0.5


def _ticks() -> int:
    """Ticks of all cores that were not idle, since the start of the system (proc_stat(5))."""
    with open("/proc/stat", encoding="ascii") as file:  # noqa: PTH123 - no file of ours
        fields = [int(word) for word in file.readline().split()[1:9]]
    return sum(fields) - fields[3] - fields[4]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
