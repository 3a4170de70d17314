"""What is heard of answers, and what is shown of turns: without a window."""

from datetime import UTC, datetime

import msgspec

from jobmatch_desktop.domain.conversation import ANSWER, COACH, Speaker, Turn
from jobmatch_desktop.domain.events import PartStarted, PhaseChanged, TaskChanged, TextArrived
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import Ending, GenerationOptions, Status, Task, TaskId, TaskSpec
from jobmatch_desktop.ui.coach.answers import Answers
from jobmatch_desktop.ui.coach.shown import Coming, Way, messages_of, under_way
from jobmatch_desktop.ui.coach.words import doing_words

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
ONE = TaskId("1")


def task(status: Status = Status.PROCESSING, owner: str | None = "me", kind: str = COACH, position: int = 0) -> Task:
    options = GenerationOptions(language="en", today="2026-11-25")
    spec = TaskSpec(kind, "ollama", "smollm2:135m", "ollama", options, conversation=7)
    return Task(ONE, spec, status, NOW, NOW, owner=owner, position=position)


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def begun(clock: Clock) -> Answers:
    answers = Answers("me", clock)
    answers.take([TaskChanged(task(Status.PENDING)), TaskChanged(task()), PartStarted(ONE, ANSWER, 1, 1, 1)])
    return answers


def test_an_answer_is_gathered_with_the_time_it_was_thought_about() -> None:
    clock = Clock()
    answers = begun(clock)
    answers.take([TextArrived(ONE, ANSWER, "Let me ", thinking=True)])
    clock.now += 12.4
    answers.take([TextArrived(ONE, ANSWER, "think.", thinking=True)])
    assert answers.coming(ONE) == Coming("", "Let me think.", None)
    _, texts = answers.take([TextArrived(ONE, ANSWER, "What")])
    assert [text.text for text in texts] == ["What"]
    coming = answers.coming(ONE)
    assert coming is not None
    assert (coming.text, round(coming.thought_seconds or 0)) == ("What", 12)
    answers.take([TaskChanged(task(Status.COMPLETED, owner=None))])
    assert answers.coming(ONE) is None
    assert round(answers.seconds[ONE]) == 12
    assert answers.talks() == set()


def test_an_answer_that_goes_on_begins_with_what_there_is() -> None:
    answers = Answers("me", Clock())
    answers.take(
        [TaskChanged(task()), PartStarted(ONE, ANSWER, 1, 1, 1, begun="What were"), TextArrived(ONE, ANSWER, " you")]
    )
    coming = answers.coming(ONE)
    assert coming is not None
    assert coming.text == "What were you"


def test_one_whose_beginning_was_not_heard_is_not_followed() -> None:
    answers = Answers("me", Clock())
    changed, texts = answers.take(
        [TextArrived(ONE, ANSWER, "were you"), TaskChanged(task()), TextArrived(ONE, ANSWER, " asked")]
    )
    assert [one.id for one in changed] == [ONE]
    assert texts == []
    assert answers.coming(ONE) is None
    assert answers.talks() == {7}


def test_documents_are_none_of_the_coachs_business() -> None:
    answers = Answers("me", Clock())
    changed, texts = answers.take(
        [TaskChanged(task(kind="cv")), PartStarted(ONE, "summary", 1, 1, 1), TextArrived(ONE, "summary", "Engineer")]
    )
    assert (changed, texts, answers.talks()) == ([], [], set())


def test_what_an_answer_is_doing() -> None:
    clock = Clock()
    answers = Answers("me", clock)
    waiting = task(Status.PENDING, position=3)
    answers.take([TaskChanged(waiting)])
    assert doing_words(waiting, answers.live(ONE), clock(), True) == "Waiting, number 3 in line"
    answers.take([TaskChanged(task()), PartStarted(ONE, ANSWER, 1, 1, 1), PhaseChanged(ONE, Phase.LOADING, 0.0)])
    clock.now += 5
    assert doing_words(task(), answers.live(ONE), clock(), True) == "Loading the model, 5 s"
    answers.take([PhaseChanged(ONE, Phase.READING, 0.0)])
    assert doing_words(task(), answers.live(ONE), clock(), True) == "Reading the talk"
    assert doing_words(task(owner="other"), None, clock(), False) == "Answered by another JobMatch program"


OPENING = Turn(Speaker.COACH, "What was it?")
SAID = Turn(Speaker.PERSON, "It was slow.", id=1)
ANSWERED = Turn(
    Speaker.COACH,
    "And then?",
    task=ONE,
    model="smollm2:135m",
    status=Status.COMPLETED,
    ending=Ending.STOP,
    answers=(ONE,),
)


def shown(*turns: Turn, left_out: int = 0, coming: Coming | None = None) -> list[tuple[str, tuple[Way, ...]]]:
    return [(one.key, one.ways) for one in messages_of(turns, left_out, lambda _task: coming, {})]


def test_what_can_be_done_with_messages() -> None:
    cut = msgspec.structs.replace(ANSWERED, status=Status.INTERRUPTED, ending=Ending.LENGTH)
    failed = msgspec.structs.replace(ANSWERED, text="", status=Status.FAILED, ending=Ending.ERROR)
    person = (Way.COPY, Way.EDIT)
    assert shown(OPENING, SAID) == [("asked/0", (Way.COPY,)), ("turn/1", (*person, Way.ASK))]
    assert shown(SAID, ANSWERED) == [("turn/1", person), ("answer/1", (Way.COPY, Way.KEEP, Way.AGAIN))]
    ways = (Way.COPY, Way.KEEP, Way.CONTINUE, Way.START_OVER, Way.KEEP_PART)
    assert shown(SAID, cut)[-1] == ("answer/1", ways)
    assert shown(SAID, failed)[-1] == ("answer/1", (Way.START_OVER,))
    later = msgspec.structs.replace(SAID, id=2)
    assert shown(SAID, cut, later)[1] == ("answer/1", (Way.COPY, Way.KEEP))


def test_an_answer_under_way_is_shown_as_it_is_heard() -> None:
    running = msgspec.structs.replace(ANSWERED, text="And", status=Status.PROCESSING, ending=None)
    assert under_way([OPENING, SAID, running]) == ONE
    assert under_way([OPENING, SAID, ANSWERED]) is None
    heard, read = (
        messages_of([SAID, running], 0, lambda _task, coming=coming: coming, {})[-1]  # type: ignore[misc]
        for coming in (Coming("And then", "Hm."), None)
    )
    assert (heard.text, heard.thinking, heard.ways) == ("And then", "Hm.", ())
    assert read.text == "And"


def test_what_is_left_out_counts_messages_with_words() -> None:
    empty = msgspec.structs.replace(ANSWERED, text="")
    messages = messages_of([OPENING, SAID, empty, msgspec.structs.replace(SAID, id=2)], 2, lambda _task: None, {})
    assert [one.left_out for one in messages] == [True, True, False, False]
