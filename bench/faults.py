"""How late the window is while every fault of the matrix is played beside the streams, over and over."""

import json
import subprocess
import sys

from bench import streaming
from bench.apart import apart, served
from bench.row import Row, at, milliseconds, times

RATE = 100
STREAMS = 8
SECONDS = 6.0
RUNS = 3
FRAME = 1 / 60


def measure() -> list[Row]:
    """Medians of three runs with the faults and three without, by turns."""
    words = [sys.executable, "-m", "bench.fault_servers"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as servers:
        assert servers.stdout is not None
        try:
            places = json.loads(servers.stdout.readline())
            faulted: list[dict[str, float]] = []
            calm: list[dict[str, float]] = []
            for _ in range(RUNS):
                for results, beside in ((faulted, places), (calm, [])):
                    with served("bench.stamping", str(RATE)) as url:
                        results.append(apart(streaming.program, url, SECONDS, STREAMS, beside))
        finally:
            servers.kill()
    played = at([run["faults"] for run in faulted], 0.5)
    what = f"while faults are played ({played:.0f} in {SECONDS:.0f} s)"
    return [
        _row(f"UI lateness p99 {what}", "p99", faulted, calm, FRAME / 2),
        _row(f"UI lateness max {what}", "max", faulted, calm, FRAME),
    ]


def _row(what: str, key: str, own: list[dict[str, float]], calm: list[dict[str, float]], goal: float) -> Row:
    mine, theirs = (at([run[key] for run in runs], 0.5) for runs in (own, calm))
    control = f"{milliseconds(theirs)} (the same without faults)"
    return Row(what, milliseconds(mine), control, times(mine / theirs), f"<= {goal * 1000:.1f} ms", mine <= goal)
