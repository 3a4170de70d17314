"""How late a 5 ms timer is on the window's thread, and how old a token is when it is painted, while eight texts stream."""

from bench import streaming
from bench.apart import apart, served
from bench.row import Row, at, milliseconds, times

RATE = 100
STREAMS = 8
SECONDS = 6.0
RUNS = 3
FRAME = 1 / 60
GLYPH = 0.033


def measure() -> list[Row]:
    """Medians of three runs, the program's and the naive way by turns."""
    own, naive = _runs(STREAMS)
    one, naive_one = _runs(1)
    return [
        _row(f"UI lateness p99, {STREAMS} streams x {RATE} tokens/s", "p99", own, naive, FRAME / 2),
        _row(f"UI lateness max, {STREAMS} streams x {RATE} tokens/s", "max", own, naive, FRAME),
        _row(f"byte on the socket to glyph painted p95, 1 stream x {RATE} tokens/s", "glyph", one, naive_one, GLYPH),
        _row(f"the same beside {STREAMS - 1} other streams", "glyph", own, naive, GLYPH),
    ]


def _runs(streams: int) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    own: list[dict[str, float]] = []
    naive: list[dict[str, float]] = []
    for _ in range(RUNS):
        for function, results in ((streaming.program, own), (streaming.naive, naive)):
            with served("bench.stamping", str(RATE)) as url:
                results.append(apart(function, url, SECONDS, streams))
    return own, naive


def _row(what: str, key: str, own: list[dict[str, float]], naive: list[dict[str, float]], goal: float) -> Row:
    mine, theirs = (at([run[key] for run in runs], 0.5) for runs in (own, naive))
    control = f"{milliseconds(theirs)} (SDK on the UI loop, every token drawn)"
    return Row(what, milliseconds(mine), control, times(mine / theirs), f"<= {goal * 1000:.1f} ms", mine <= goal)
