"""A program killed in the midst of a stream, and of typing: what is kept is whole. How much is lost, the bench measures."""

from pathlib import Path

import pytest

from tests.crash.killing import kill
from tests.crash.killing_edits import kill_while_editing


@pytest.mark.parametrize("seed", [1, 2, 3, 5, 6, 10])
def test_a_kill_in_a_stream_leaves_everything_sound(tmp_path: Path, seed: int) -> None:
    outcome = kill(tmp_path / "run", seed)
    assert outcome.complaints == ()
    assert outcome.continued == (seed in (3, 6) and outcome.status == "interrupted")


@pytest.mark.parametrize("seed", [0, 1])
def test_a_kill_costs_the_edit_under_way_at_most(tmp_path: Path, seed: int) -> None:
    outcome = kill_while_editing(tmp_path / "run", seed)
    assert outcome.complaints == ()
    assert outcome.kept >= max(1, outcome.made - 1)


@pytest.mark.parametrize("seed", [10, 11])
def test_what_is_typed_without_a_pause_is_on_disk_before_a_kill(tmp_path: Path, seed: int) -> None:
    outcome = kill_while_editing(tmp_path / "run", seed, window=True)
    assert outcome.complaints == ()
    assert outcome.kept
