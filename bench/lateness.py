"""How late a 5 ms timer is on the window's thread, and how old a token is when it is painted, while eight texts stream."""

from bench import eight
from bench.apart import apart, served
from bench.row import Row, at, milliseconds, times

RATE = 100
SECONDS = 6.0
RUNS = 3
FRAME = 1 / 60


def measure() -> list[Row]:
    """Medians of three runs, the program's and the naive way by turns."""
    own: list[dict[str, float]] = []
    naive: list[dict[str, float]] = []
    for _ in range(RUNS):
        for function, results in ((eight.program, own), (eight.naive, naive)):
            with served("bench.stamping", str(RATE)) as url:
                results.append(apart(function, url, SECONDS))

    def row(what: str, key: str, goal: float) -> Row:
        mine, theirs = (at([run[key] for run in runs], 0.5) for runs in (own, naive))
        return Row(
            f"{what}, 8 streams x {RATE} tokens/s",
            milliseconds(mine),
            f"{milliseconds(theirs)} (SDK on the UI loop, 8 editors drawn)",
            times(mine / theirs),
            f"<= {goal * 1000:.1f} ms",
            mine <= goal,
        )

    return [
        row("UI lateness p99", "p99", FRAME / 2),
        row("UI lateness max", "max", FRAME),
        row("byte on the socket to glyph painted p95", "glyph", 0.033),
    ]
