"""Words for what a generation will take and for what it took."""

import msgspec
import pytest

from jobmatch_desktop.domain.provider_errors import NotRunning
from jobmatch_desktop.domain.task import Estimate
from jobmatch_desktop.services.actuals import Actual
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.services.preflight import PartForeseen, Preflight
from jobmatch_desktop.ui.editor.preflight_words import (
    actual_words,
    cost,
    cut_words,
    destination_words,
    duration,
    left_out_words,
    preflight_words,
)
from jobmatch_desktop.writing.digest import LeftOut
from tests.ui.desk import task

PARTS = (PartForeseen("summary", 1290),)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.2, "1 s"), (6.4, "6 s"), (59.6, "1 min"), (70, "1 min 10 s"), (118, "2 min"), (725, "12 min")],
)
def test_a_time_is_no_finer_than_it_is_known(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("dollars", "words"), [(None, "cost unknown"), (0.0, "free"), (0.001, "less than $0.01"), (0.0234, "~$0.02")]
)
def test_a_cost_that_is_unknown_is_not_free(dollars: float | None, words: str) -> None:
    assert cost(dollars) == words


def test_what_is_known_is_on_one_line() -> None:
    found = Preflight(Choice("ollama"), Estimate(2300, 410, 1290, 6.0, 70.0, 0.0), PARTS, 8192, address="http://x")
    assert preflight_words(found) == (
        "About 2,300 tokens to read, at most 1,290 of 8,192 at once · first words in ~6 s · done in ~1 min 10 s · free"
    )
    assert destination_words(found) == ""


def test_what_is_not_measured_and_what_is_left_out_is_said() -> None:
    left = (LeftOut("Not shown to the model: {count} of the skills.", {"count": 12}),)
    trouble = NotRunning(provider="Ollama", address="http://there").trouble
    found = Preflight(
        Choice("openai"),
        Estimate(2300, 410, 1290),
        PARTS,
        left_out=left,
        own=False,
        address="https://there",
        trouble=trouble,
    )
    assert preflight_words(found).endswith("cost unknown\nHow long it takes is known after the first run.")
    assert "of 0" not in preflight_words(found)
    assert left_out_words(found).startswith("Not shown to the model: 12 of the skills. Ollama does not answer at")
    assert destination_words(found) == "Leaves this computer, to https://there."


def test_what_it_took_stands_beside_what_was_foreseen() -> None:
    plain = task()
    options = msgspec.structs.replace(plain.spec.options, estimate=Estimate(2300, 410, 1290, 6.0, 70.0))
    done = msgspec.structs.replace(plain, spec=msgspec.structs.replace(plain.spec, options=options))
    assert actual_words(done, Actual(2180, 410, (), 0.012, 52.0)) == (
        "Read 2,180 of ~2,300 tokens, wrote 410, 52 s (foreseen: 1 min 10 s), ~$0.01"
    )
    assert actual_words(done, Actual(seconds=52.0)) == ""


def test_a_server_that_read_less_is_warned_of() -> None:
    assert cut_words(task(), Actual(100, 10)) == ""
    several = Actual(100, 10, (("summary", 100), ("work/0", 90), ("summary", None)))
    assert cut_words(task(), several).startswith("Summary, Experience: llama3.2:3b read only the end")
    assert "(90 tokens)" in cut_words(task(), several)
