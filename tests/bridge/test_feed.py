"""The feed: nothing lost, order kept, text merged, a batch a frame at most."""

import random
import threading
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QThread, Slot

from jobmatch_desktop.bridge import feed as feed_module
from jobmatch_desktop.bridge.feed import CHARACTERS, EVENTS, Feed
from jobmatch_desktop.domain.events import DocumentChanged, PartStarted, PhaseChanged, TaskEvent, TextArrived
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import TaskId

A, B = TaskId("a"), TaskId("b")


class Window(QObject):
    """Takes batches as a window does."""

    def __init__(self, feed: Feed) -> None:
        super().__init__()
        self.batches: list[Sequence[TaskEvent]] = []
        self.threads: set[QThread] = set()
        feed.arrived.connect(self.take)

    @Slot(object)
    def take(self, batch: Sequence[TaskEvent]) -> None:
        self.batches.append(batch)
        self.threads.add(QThread.currentThread())

    @property
    def events(self) -> list[TaskEvent]:
        return [event for batch in self.batches for event in batch]

    def text(self, task: TaskId) -> str:
        return "".join(event.text for event in self.events if isinstance(event, TextArrived) and event.task == task)


@pytest.fixture
def feed(qapp: QCoreApplication) -> Feed:
    return Feed()


@pytest.fixture
def window(feed: Feed) -> Window:
    return Window(feed)


@pytest.fixture
def until(qapp: QCoreApplication) -> Callable[[Callable[[], object]], None]:
    def turn(condition: Callable[[], object]) -> None:
        while not condition():  # ended by the test's own time-out
            qapp.processEvents()

    return turn


def test_text_is_merged_and_order_kept(
    feed: Feed, window: Window, until: Callable[[Callable[[], object]], None]
) -> None:
    feed.put(PartStarted(A, "summary", 1, 2, 1))
    for word in ("one ", "two "):
        feed.put(TextArrived(A, "summary", word))
        feed.put(TextArrived(B, "summary", word.upper()))
    feed.put(TextArrived(A, "summary", "hm", thinking=True))
    feed.put(TextArrived(A, "summary", "three"))
    feed.put(TextArrived(A, "work/0", "four"))
    feed.put(PhaseChanged(A, Phase.WRITING, 1.0))
    feed.put(TextArrived(A, "work/0", "five"))
    until(lambda: window.batches)
    assert window.batches == [
        [
            PartStarted(A, "summary", 1, 2, 1),
            TextArrived(A, "summary", "one two "),
            TextArrived(B, "summary", "ONE TWO "),
            TextArrived(A, "summary", "hm", thinking=True),
            TextArrived(A, "summary", "three"),
            TextArrived(A, "work/0", "four"),
            PhaseChanged(A, Phase.WRITING, 1.0),
            TextArrived(A, "work/0", "five"),
        ]
    ]


def test_text_does_not_pass_a_document_that_changed(
    feed: Feed, window: Window, until: Callable[[Callable[[], object]], None]
) -> None:
    changed = DocumentChanged(1, "text", 2)
    for event in (TextArrived(A, "summary", "one"), changed, TextArrived(A, "summary", "two")):
        feed.put(event)
    until(lambda: window.batches)
    assert window.events == [TextArrived(A, "summary", "one"), changed, TextArrived(A, "summary", "two")]


def test_a_flood_from_other_threads_arrives_whole_in_few_batches(
    feed: Feed, window: Window, until: Callable[[Callable[[], object]], None], qapp: QCoreApplication
) -> None:
    numbers = 50_000

    def pour(task: TaskId) -> None:
        for number in range(numbers):
            feed.put(TextArrived(task, "summary", f"{number} "))

    threads = [threading.Thread(target=pour, args=(task,)) for task in (A, B)]
    for thread in threads:
        thread.start()
    whole = "".join(f"{number} " for number in range(numbers))
    until(lambda: sum(len(event.text) for event in window.events) == 2 * len(whole))  # type: ignore[union-attr]
    for thread in threads:
        thread.join()
    assert window.text(A) == window.text(B) == whole
    # Each is a frame apart from the next, and merged: far fewer than what was put.
    assert len(window.events) < numbers / 50
    assert window.threads == {qapp.thread()}


def test_ten_megabytes_in_one_chunk_come_in_portions(
    feed: Feed, window: Window, until: Callable[[Callable[[], object]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feed_module, "FRAME", 0.0)
    flood = "é" * 10_000_000
    feed.put(TextArrived(A, "summary", flood))
    feed.put(PhaseChanged(A, Phase.WRITING, 1.0))
    until(lambda: PhaseChanged(A, Phase.WRITING, 1.0) in window.batches[-1] if window.batches else False)
    assert window.text(A) == flood
    sizes = [sum(len(event.text) for event in batch if isinstance(event, TextArrived)) for batch in window.batches]
    assert max(sizes) == CHARACTERS


def test_many_events_that_cannot_be_merged_come_in_portions(
    feed: Feed, window: Window, until: Callable[[Callable[[], object]], None]
) -> None:
    events = [PhaseChanged(A, Phase.WRITING, float(number)) for number in range(5 * EVENTS + 1)]
    for event in events:
        feed.put(event)
    until(lambda: len(window.events) == len(events))
    assert window.events == events
    assert [len(batch) for batch in window.batches] == [EVENTS] * 5 + [1]


@pytest.mark.parametrize("seed", range(20))
def test_any_sequence_arrives_whole_and_in_its_tasks_order(
    feed: Feed,
    window: Window,
    until: Callable[[Callable[[], object]], None],
    qapp: QCoreApplication,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    monkeypatch.setattr(feed_module, "FRAME", 0.0)
    monkeypatch.setattr(feed_module, "CHARACTERS", 7)
    monkeypatch.setattr(feed_module, "EVENTS", 3)
    chance = random.Random(seed)
    put: dict[TaskId, list[object]] = defaultdict(list)
    for number in range(200):
        task = chance.choice((A, B))
        if chance.random() < 0.8:
            event: TaskEvent = TextArrived(task, chance.choice("xy"), "t" * chance.randrange(5) + str(number))
        else:
            event = PhaseChanged(task, Phase.WRITING, float(number))
        put[task].append(event)
        feed.put(event)
        if chance.random() < 0.2:
            qapp.processEvents()
    feed.put(DocumentChanged(1, "last", 1))
    until(lambda: DocumentChanged(1, "last", 1) in window.events)

    def told(events: Sequence[object], task: TaskId) -> list[object]:
        """Each letter with its part, and whatever is no text, in order."""
        flat: list[object] = []
        for event in events:
            if isinstance(event, TextArrived) and event.task == task:
                flat += [(event.key, letter) for letter in event.text]
            elif isinstance(event, PhaseChanged) and event.task == task:
                flat.append(event)
        return flat

    assert all(told(window.events, task) == told(put[task], task) for task in (A, B))


def test_a_frame_lies_between_two_batches(
    feed: Feed, window: Window, until: Callable[[Callable[[], object]], None]
) -> None:
    gave: list[float] = []
    feed.arrived.connect(lambda _batch: gave.append(feed._given))
    for number in range(5):
        feed.put(TextArrived(A, "summary", str(number)))
        until(lambda number=number: len(window.batches) == number + 1)  # type: ignore[misc]
    assert all(later - earlier >= 0.015 for earlier, later in pairwise(gave))
