"""From an ending to a status, for every combination."""

import asyncio

import pytest

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.provider_errors import ProviderError, Stalled
from jobmatch_desktop.domain.task import Ending, Status, status_of
from jobmatch_desktop.tasks.faults import FAULT_OF_ENDING, Unexpected
from jobmatch_desktop.tasks.outcome import CANCELLED, INTERRUPTED, Outcome, outcome_of

STOP = Outcome(Status.COMPLETED, Ending.STOP)


class CutOff(ProviderError):
    ending = Ending.CUT
    what = "Cut off."


class SaysStop(JobMatchError):
    """A mistake: an error is never a whole answer."""

    ending = Ending.STOP
    what = "Odd."


@pytest.mark.parametrize("ending", Ending)
def test_an_ending_has_its_status_and_all_but_stop_have_words(ending: Ending) -> None:
    outcome = outcome_of(ending, None)
    assert (outcome.status, outcome.ending) == (status_of(ending), ending)
    if ending is Ending.STOP:
        assert outcome.trouble is None
    else:
        assert outcome.trouble is not None
        assert outcome.trouble.text().endswith(".")
        assert outcome.trouble.remedy


def test_every_ending_but_stop_has_words() -> None:
    assert set(FAULT_OF_ENDING) == set(Ending) - {Ending.STOP}


@pytest.mark.parametrize("wish", [CANCELLED, INTERRUPTED])
@pytest.mark.parametrize(
    "result",
    [
        *(ending for ending in Ending if ending is not Ending.STOP),
        asyncio.CancelledError(),
        CutOff(),
        ValueError(),
        TimeoutError(),
    ],
)
def test_a_stopped_run_ends_as_it_was_stopped(wish: Outcome, result: Ending | BaseException) -> None:
    assert outcome_of(result, wish) == wish


@pytest.mark.parametrize("wish", [CANCELLED, INTERRUPTED, None])
def test_a_whole_answer_is_kept_in_any_case(wish: Outcome | None) -> None:
    assert outcome_of(Ending.STOP, wish) == STOP


def test_faults_bring_their_own_ending_and_words() -> None:
    stalled = Stalled(provider="Ollama", seconds=20, phase="connecting")
    assert outcome_of(stalled, None) == Outcome(Status.FAILED, Ending.STALL, stalled.trouble)
    assert outcome_of(CutOff(), None) == Outcome(Status.INTERRUPTED, Ending.CUT, CutOff().trouble)
    assert outcome_of(JobMatchError(), None).ending is Ending.ERROR
    assert outcome_of(SaysStop(), None) == Outcome(Status.FAILED, Ending.ERROR, SaysStop().trouble)


def test_nothing_of_a_strange_fault_is_told() -> None:
    strange = ValueError("sk-secret")
    strange.ending = Ending.STOP  # type: ignore[attr-defined]
    assert outcome_of(strange, None) == Outcome(Status.FAILED, Ending.ERROR, Unexpected().trouble)


def test_a_cancel_that_nobody_wished_for_can_go_on() -> None:
    assert outcome_of(asyncio.CancelledError(), None) == INTERRUPTED
