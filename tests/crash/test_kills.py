"""A program killed at 25 moments of a stream: half a second of it is lost at most, and nothing else."""

from pathlib import Path

from tests.crash.killing import kill_many
from tests.crash.killing_edits import kill_many_while_editing

SEEDS = range(1, 26)


def test_a_kill_costs_half_a_second_of_stream_and_nothing_else(tmp_path: Path) -> None:
    outcomes = kill_many(tmp_path, SEEDS)
    assert {outcome.seed: outcome.complaints for outcome in outcomes if outcome.complaints} == {}
    interrupted = [outcome for outcome in outcomes if outcome.status == "interrupted"]
    assert len(interrupted) >= 15, "the kills came too late to prove anything"
    assert any(outcome.kept for outcome in interrupted)
    assert sum(outcome.continued for outcome in outcomes) >= 3


def test_a_kill_costs_no_edit_older_than_a_second(tmp_path: Path) -> None:
    outcomes = kill_many_while_editing(tmp_path, range(4))
    assert [outcome for outcome in outcomes if outcome.complaints] == []
    assert sum(outcome.kept for outcome in outcomes) > 10


def test_a_kill_costs_no_key_older_than_a_second(tmp_path: Path) -> None:
    outcomes = kill_many_while_editing(tmp_path, range(10, 14), window=True)
    assert [outcome for outcome in outcomes if outcome.complaints] == []
    assert sum(outcome.kept for outcome in outcomes) > 10
