"""What is written now: text, speed, time left, and how it is said."""

from jobmatch_desktop.domain.events import PartEnded, PartStarted, PhaseChanged, RetryWaits, TaskChanged, TextArrived
from jobmatch_desktop.domain.provider_errors import Stalled
from jobmatch_desktop.domain.stream import Phase, Usage
from jobmatch_desktop.domain.task import Ending, Status, TaskId
from jobmatch_desktop.ui.editor.foot_state import Ended, FootState, foot_state
from jobmatch_desktop.ui.shared.live import LiveTasks
from jobmatch_desktop.ui.shared.naming import speed_words
from tests.ui.desk import ended, task, writing

NAMES = {1: "Northwind", 2: "Contoso"}


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_speed_counts_the_time_of_writing_alone() -> None:
    clock = Clock()
    live = LiveTasks(clock)
    one = TaskId("t1")
    live.take(TaskChanged(task()))
    live.take(PhaseChanged(one, Phase.LOADING, 0.0))
    clock.now += 60
    live.take(PhaseChanged(one, Phase.WRITING, 0.0))
    live.take(PartStarted(one, "summary", 1, 2, 1))
    live.take(TextArrived(one, "summary", "x" * 160))
    clock.now += 4
    shown = live.get(one)
    assert shown is not None
    assert shown.tokens_a_second(clock.now) == 10
    live.take(PartEnded(one, "summary", "x" * 160, True, (), Usage(tokens_written=80)))
    clock.now += 30
    assert shown.tokens_a_second(clock.now) == 20
    assert shown.fraction() == 0.5
    left = shown.seconds_left(clock.now)
    assert left is not None
    assert abs(left - 4) < 0.01


def test_no_speed_is_told_before_there_is_one() -> None:
    live = LiveTasks(Clock())
    for event in writing("summary", "Hello"):
        live.take(event)
    shown = live.get(TaskId("t1"))
    assert shown is not None
    assert shown.tokens_a_second(live.now()) is None
    assert shown.seconds_left(live.now()) is None


def test_thinking_is_no_text() -> None:
    live = LiveTasks()
    for event in writing("summary", "Hello"):
        live.take(event)
    live.take(TextArrived(TaskId("t1"), "summary", "hmm", thinking=True))
    shown = live.get(TaskId("t1"))
    assert shown is not None
    assert shown.text == "Hello"


def test_another_run_begins_anew() -> None:
    live = LiveTasks()
    for event in [*writing("summary", "Hello"), TaskChanged(task(status=Status.CANCELLED))]:
        live.take(event)
    live.take(TaskChanged(task(status=Status.PENDING, run=2, position=1)))
    shown = live.get(TaskId("t1"))
    assert shown is not None
    assert shown.text == ""
    assert live.under_way() == [shown]


def says(live: LiveTasks, document: int | None = 1, kept: Ended | None = None) -> FootState:
    return foot_state(live, document, kept, NAMES)


def test_the_foot_is_empty_when_nothing_runs() -> None:
    assert says(LiveTasks()) == FootState()


def test_the_foot_says_what_is_written_and_who_waits() -> None:
    clock = Clock()
    live = LiveTasks(clock)
    for event in writing("work/1", "- " + "x" * 158, number=2):
        live.take(event)
    live.take(TaskChanged(task("t2", Status.PENDING, number=12, kind="letter", position=1)))
    clock.now += 4
    state = says(live)
    assert state.title == "CV"
    assert state.part == "Experience, 2 of 4"
    assert state.detail.startswith("llama3.2:3b · 10 tokens/s · ")
    assert state.detail.endswith("left")
    assert state.waiting == "1 waiting: Letter, Contoso"
    assert state.ways == [("stop:t1", "Stop")]
    assert 0.2 < (state.fraction or 0) < 0.5


def test_the_foot_names_what_is_written_elsewhere() -> None:
    live = LiveTasks()
    live.take(TaskChanged(task("t2", number=12, kind="letter")))
    assert says(live).title == "Letter, Contoso"


def test_the_foot_says_what_the_provider_does() -> None:
    clock = Clock()
    live = LiveTasks(clock)
    live.take(TaskChanged(task()))
    live.take(PhaseChanged(TaskId("t1"), Phase.LOADING, 0.0))
    clock.now += 12
    assert says(live).detail == "llama3.2:3b · loading the model, 12 s"
    live.take(RetryWaits(TaskId("t1"), 2, 4.0, "busy"))
    assert says(live).detail == "llama3.2:3b · no answer yet, asking again in 4 s"


def test_a_speed_is_told_as_people_say_it() -> None:
    assert [speed_words(speed) for speed in (0.04, 0.42, 1.2, 11.6)] == [
        "0.1 token/s",
        "0.4 token/s",
        "1 token/s",
        "12 tokens/s",
    ]


def test_a_waiting_task_has_its_place_in_the_line() -> None:
    live = LiveTasks()
    live.take(TaskChanged(task(status=Status.PENDING, position=3)))
    state = says(live)
    assert state.detail == "llama3.2:3b · waiting, number 3 in line"
    assert state.fraction is None


def test_what_was_stopped_can_go_on() -> None:
    state = says(LiveTasks(), kept=Ended(task(status=Status.CANCELLED), 214))
    assert state.message == "Stopped. 214 words are kept."
    assert [key for key, _ in state.ways] == ["resume", "retry", "keep", "dismiss"]


def test_without_words_there_is_nothing_to_continue() -> None:
    state = says(LiveTasks(), kept=Ended(task(status=Status.INTERRUPTED, ending=Ending.CUT), 0))
    assert state.message == "Writing was interrupted. The draft is as it was."
    assert [key for key, _ in state.ways] == ["retry", "dismiss"]


def test_a_failure_has_its_reason_and_offers_to_write_without_a_model() -> None:
    trouble = Stalled(provider="Ollama", seconds=60, phase="writing").trouble
    state = says(LiveTasks(), kept=Ended(task(status=Status.FAILED, trouble=trouble), 214))
    assert state.tone == "bad"
    assert "stopped answering" in state.message
    assert "214 words are kept." in state.message
    assert ("compose", "Write without a model") in state.ways


def test_an_accepted_part_is_kept_for_an_editor_that_opens_later() -> None:
    live = LiveTasks()
    for event in [*writing("summary", "Hello"), ended("summary", "Hello.", True)]:
        live.take(event)
    shown = live.get(TaskId("t1"))
    assert shown is not None
    assert shown.accepted == {"summary": "Hello."}
