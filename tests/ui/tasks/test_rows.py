"""What is said of a task in every state of its life."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from jobmatch_desktop.domain.application import Application, ApplicationStatus
from jobmatch_desktop.domain.events import PartStarted, PhaseChanged, TaskChanged, TextArrived
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.provider_errors import NoModel
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import Ending, Estimate, GenerationOptions, Status, Task, TaskId, TaskSpec
from jobmatch_desktop.services.actuals import Actual
from jobmatch_desktop.ui.shared.live import LiveTasks
from jobmatch_desktop.ui.tasks.rows import Known, Row, Way, row

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
APPLICATION = Application(
    1, 1, 1, Offer(text="", title="Analyst", company="Contoso"), "Ada", ApplicationStatus.APPLIED, "", NOW, NOW
)


def task(status: Status, seconds: float = 0.0, **more: object) -> Task:
    spec = TaskSpec("cv", "ollama", "smollm2:135m", "ollama", GenerationOptions("en", "2026-11-25"), 1, None, 1)
    began = NOW - timedelta(seconds=seconds)
    return Task(TaskId("t1"), spec, status, began, began, **more)  # type: ignore[arg-type]


def said(of: Task, **known: object) -> Row:
    return row(of, Known(**{"now": NOW, "clock": 0.0, "application": APPLICATION, **known}))  # type: ignore[arg-type]


def ways(of: Row) -> list[Way]:
    return [way for way, _ in of.ways]


def test_a_task_that_waits_says_its_place() -> None:
    told = said(task(Status.PENDING, 120, position=2))
    assert told.title == "CV · Analyst · Contoso"
    assert told.detail == "smollm2:135m · number 2 in line · asked for 2 min ago"
    assert ways(told) == [Way.STOP, Way.OPEN]


def test_a_task_that_runs_says_part_speed_words_and_time() -> None:
    clock = [0.0]
    live = LiveTasks(lambda: clock[0])
    running = task(Status.PROCESSING, 42)
    live.take(TaskChanged(running))
    live.take(PhaseChanged(running.id, Phase.WRITING, 0.0))
    live.take(PartStarted(running.id, "summary", 1, 4, 1))
    live.take(TextArrived(running.id, "summary", "word " * 40))
    clock[0] = 10.0
    told = said(running, live=live.get(running.id), clock=10.0, words=40)
    assert told.detail.startswith("smollm2:135m · Summary, 1 of 4 · 5 tokens/s · 40 words · 42 s · about ")
    assert told.fraction is not None
    assert 0 < told.fraction < 0.25
    loading = PhaseChanged(running.id, Phase.LOADING, 0.0)
    live.take(loading)
    clock[0] = 14.0
    assert "loading the model, 4 s" in said(running, live=live.get(running.id), clock=14.0).detail


def test_a_task_of_another_program_says_so() -> None:
    told = said(task(Status.PROCESSING, 65), own=False, words=12)
    assert told.detail == "smollm2:135m · written by another JobMatch program · 12 words · 1 min 5 s"
    assert ways(told) == [Way.STOP, Way.OPEN]


GO_ON = [Way.CONTINUE, Way.RETRY, Way.OPEN]
TRY = [Way.RETRY, Way.OPEN]
FACTS = "smollm2:135m · just now"


@pytest.mark.parametrize(
    ("ended", "words", "says", "offered"),
    [
        (task(Status.INTERRUPTED, 5, ending=Ending.CUT), 214, "Writing was interrupted. 214 words are kept.", GO_ON),
        (task(Status.INTERRUPTED, 5, ending=Ending.LENGTH), 1, "The model reached its limit. 1 word is kept.", GO_ON),
        (task(Status.CANCELLED, 5), 0, "Stopped.", TRY),
        (task(Status.FAILED, 5, ending=Ending.REFUSAL), None, "The model did not write anything usable.", TRY),
    ],
)
def test_an_ended_task_says_how_and_what_is_kept(ended: Task, words: int, says: str, offered: list[Way]) -> None:
    told = said(ended, words=words)
    assert (told.says, told.detail) == (says, FACTS)
    assert ways(told) == offered


def test_a_task_that_is_done_says_how_much_it_wrote() -> None:
    told = said(task(Status.COMPLETED, 5), words=214)
    assert told.detail == "smollm2:135m · 214 words · just now"
    assert ways(told) == [Way.OPEN]


def test_a_failure_says_what_why_and_what_to_do() -> None:
    trouble = NoModel(provider="ollama").trouble
    told = said(task(Status.FAILED, 5, trouble=trouble))
    assert told.says == trouble.text()
    assert told.ways[0] == (Way.RETRY, "Try again")


def test_an_older_task_of_a_document_can_only_be_looked_at() -> None:
    assert ways(said(task(Status.INTERRUPTED), words=3, newest=False)) == [Way.OPEN]


def test_how_long_it_took_where_it_was_seen() -> None:
    told = said(task(Status.COMPLETED, 10), began=NOW - timedelta(seconds=52))
    assert told.detail == "smollm2:135m · took 42 s · just now"


def test_what_it_took_stays_beside_what_was_foreseen_and_a_cut_prompt_is_warned_of() -> None:
    done = task(Status.COMPLETED, 10)
    options = GenerationOptions("en", "2026-11-25", estimate=Estimate(2300, 410, 1290, 6.0, 70.0, 0.0))
    done = msgspec.structs.replace(done, spec=msgspec.structs.replace(done.spec, options=options))
    took = Actual(2180, 410, (("summary", 900),), 0.0, 42.0)
    told = said(done, words=214, began=NOW - timedelta(seconds=52), took=took)
    assert told.detail == "smollm2:135m · 214 words · just now"
    assert told.took == "Read 2,180 of ~2,300 tokens, wrote 410, 42 s (foreseen: 1 min 10 s), free"
    assert told.says.startswith("Summary: ")
    assert "900" in told.says
    stopped = msgspec.structs.replace(done, status=Status.CANCELLED)
    assert said(stopped, words=3, took=took).says.startswith("Stopped. 3 words are kept. Summary: ")
    assert said(msgspec.structs.replace(done, status=Status.PROCESSING), took=took).took == ""
