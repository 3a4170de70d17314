"""A hundred programs killed in the midst of a stream, and twenty while a person types: what was lost."""

import tempfile
from pathlib import Path

from bench.row import Row, milliseconds
from tests.crash import killing, killing_edits

STREAMS, EDITS = 100, 20


def measure() -> list[Row]:
    """Every kill of tests/crash with seeds of the bench's own. No control: nothing but a promise stands beside it."""
    with tempfile.TemporaryDirectory() as folder:
        streams = killing.kill_many(Path(folder) / "streams", range(1000, 1000 + STREAMS))
    with tempfile.TemporaryDirectory() as folder:
        edits = killing_edits.kill_many_while_editing(Path(folder), range(1000, 1000 + EDITS), window=True)
    return [
        _row("kill -9 in a stream", streams, killing.PROMISE),
        _row("kill -9 while typing in the window", edits, killing_edits.PROMISE),
    ]


def _row(what: str, outcomes: list[killing.Outcome] | list[killing_edits.EditOutcome], promise: float) -> Row:
    sound = [outcome for outcome in outcomes if not outcome.complaints]
    worst = max(outcome.lost for outcome in outcomes)
    control = next((f"seed {outcome.seed}: {outcome.complaints[0]}" for outcome in outcomes if outcome.complaints), "")
    return Row(
        what,
        f"{len(sound)} of {len(outcomes)} sound, most lost {milliseconds(worst)}",
        control,
        "",
        f"all, <= {promise * 1000:.0f} ms lost",
        len(sound) == len(outcomes) and worst <= promise,
    )
