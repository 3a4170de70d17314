"""Other words for a passage: side by side while they come, taken as they are or as the person changed them."""

import asyncio
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.events import PartEnded, PartStarted, TaskChanged, TaskEvent, TextArrived
from jobmatch_desktop.domain.rewrite import NeedsModel, Rewrite, Wish
from jobmatch_desktop.domain.stream import Usage
from jobmatch_desktop.domain.task import Ending, Status, TaskId
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.editor.drafting import MOST_DRAFTS, Draft, Drafting
from jobmatch_desktop.ui.editor.drafts_panel import DraftsPanel
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.icons import Icons
from tests.ui.desk import task

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PASSAGE = "- Ground corn for ten villages\n- Kept the books"
CHOICE = Choice("ollama", "m")


class House:
    """Gives each rewriting the next id; told on another thread than the window's, as the engine's loop is."""

    def __init__(self, loop: qasync.QEventLoop, engine: Engine) -> None:
        self.loop = loop
        self.asked: list[tuple[int, Rewrite, str]] = []
        self.stopped: list[str] = []
        self.early: list[TaskEvent] = []
        self.fault: Exception | None = None
        self.troubles: list[Trouble] = []
        services: Any = SimpleNamespace(
            rewriting=SimpleNamespace(start=self._start), generation=SimpleNamespace(stop=self._stop)
        )
        self.background = Background(self.troubles.append)
        self.parent = QObject()
        self.drafting = Drafting(services, engine, self.background, self.parent)
        self.drafting.failed.connect(self.troubles.append)

    async def _start(self, application: int, rewrite: Rewrite, language: str, choice: Choice) -> TaskId:
        if self.fault is not None:
            raise self.fault
        self.asked.append((application, rewrite, language))
        return TaskId(f"t{len(self.asked)}")

    async def _stop(self, name: TaskId) -> None:
        self.stopped.append(name)

    def ask(self, *wishes: Wish) -> None:
        for wish in wishes:
            self.drafting.ask(wish, CHOICE)
            self.drafting.take_events(self.early)
            self.loop.run_until_complete(self.background.settle())

    def tell(self, *events: TaskEvent) -> None:
        self.drafting.take_events(events)

    def settle(self) -> None:
        self.loop.run_until_complete(self.background.settle())


@pytest.fixture
def house(loop: qasync.QEventLoop, engine: Engine) -> Iterator[House]:
    made = House(loop, engine)
    made.drafting.open(7, "cv", "en", PASSAGE)
    yield made
    made.background.cancel()
    made.settle()


def started(name: str, attempt: int = 1) -> PartStarted:
    return PartStarted(TaskId(name), "rewrite", 1, 1, attempt)


def came(name: str, text: str) -> TextArrived:
    return TextArrived(TaskId(name), "rewrite", text)


def ended(name: str, body: str, *reasons: Why) -> PartEnded:
    return PartEnded(TaskId(name), "rewrite", body, not reasons, reasons, Usage())


def over(name: str, status: Status = Status.COMPLETED, **more: object) -> TaskChanged:
    return TaskChanged(task(name, status, kind="rewrite", **more))


def test_drafts_grow_beside_each_other_and_end_each_for_itself(house: House) -> None:
    house.ask(Wish.SHORTER, Wish.ANEW)
    assert house.asked == [(7, Rewrite("cv", PASSAGE, wish), "en") for wish in (Wish.SHORTER, Wish.ANEW)]
    house.tell(started("t1"), came("t1", "- Kept"), started("t2"), came("t2", "- Ground"), came("t1", " books"))
    assert [draft.text for draft in house.drafting.drafts] == ["- Kept books", "- Ground"]
    why = Why("“{said}” has no fact.", "40")
    house.tell(started("t2", 2), came("t2", "- Sold 40"), ended("t2", "- Sold 40", why), over("t2"))
    first, second = house.drafting.drafts
    assert first.writing
    assert (second.text, second.reasons, second.writing) == ("- Sold 40", (why,), False)


def test_words_that_come_before_the_task_is_known_are_not_lost(house: House) -> None:
    house.ask(Wish.SHORTER)
    house.tell(started("t1"), came("t1", "One"))
    house.early = [came("t1", " two"), started("t2"), came("t2", "Other")]
    house.ask(Wish.ANEW)
    assert [draft.text for draft in house.drafting.drafts] == ["One two", "Other"]


def test_what_cannot_be_asked_for_is_told(house: House) -> None:
    house.fault = NeedsModel()
    house.ask(Wish.SHORTER)
    assert [trouble.what for trouble in house.troubles] == ["Rewriting needs a model."]
    assert house.drafting.drafts == ()


def test_leaving_stops_what_is_written_and_only_that(house: House) -> None:
    house.ask(Wish.SHORTER, Wish.ANEW)
    house.tell(over("t1"))
    house.drafting.leave()
    house.settle()
    assert house.stopped == ["t2"]
    assert house.drafting.passage == ""
    house.tell(came("t2", "late"))
    assert house.drafting.drafts == ()


def test_no_more_drafts_than_anyone_compares(house: House) -> None:
    house.ask(*[Wish.ANEW] * (MOST_DRAFTS + 2))
    assert len(house.asked) == MOST_DRAFTS


def test_a_failed_draft_keeps_its_words_and_says_why(house: House) -> None:
    house.ask(Wish.SHORTER)
    trouble = Trouble("Cut", "Ollama stopped answering.", "", "", {})
    house.tell(started("t1"), came("t1", "- Half"), over("t1", Status.INTERRUPTED, ending=Ending.CUT, trouble=trouble))
    [draft] = house.drafting.drafts
    assert (draft.text, draft.writing, draft.trouble) == ("- Half", False, trouble)


class Panel:
    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        self.panel = DraftsPanel(appearance, icons)
        self.panel.resize(900, 400)
        self.panel.open(PASSAGE, "en")
        self.taken: list[str] = []
        self.asked: list[tuple[Wish, str]] = []
        self.panel.taken.connect(self.taken.append)
        self.panel.asked.connect(lambda wish, words: self.asked.append((wish, words)))

    def button(self, words: str) -> QPushButton:
        return next(one for one in self.panel.findChildren(QPushButton) if one.text() == words)

    def texts(self) -> list[QPlainTextEdit]:
        return [one for one in self.panel.findChildren(QPlainTextEdit) if one.isVisible()]

    def said(self) -> list[str]:
        return [one.text() for one in self.panel.findChildren(QLabel) if one.isVisible()]


@pytest.fixture
def shown(qtbot: QtBot, appearance: Appearance, icons: Icons) -> Panel:
    made = Panel(appearance, icons)
    qtbot.addWidget(made.panel)
    return made


def test_a_draft_is_read_only_while_it_comes_and_taken_as_the_person_has_it(qtbot: QtBot, shown: Panel) -> None:
    shown.panel.show_drafts((Draft(Wish.SHORTER, "- Kept"),))
    shown.panel.show_drafts((Draft(Wish.SHORTER, "- Kept the"),))
    qtbot.waitUntil(lambda: [one.toPlainText() for one in shown.texts()] == [PASSAGE, "- Kept the"])
    original, draft = shown.texts()
    assert original.toPlainText() == PASSAGE
    assert draft.isReadOnly()
    assert not shown.button("Use this").isVisible()
    shown.panel.show_drafts((Draft(Wish.SHORTER, "- Kept the mill", writing=False),))
    qtbot.waitUntil(shown.button("Use this").isVisible)
    draft.setPlainText("- Kept the old mill")
    shown.panel.show_drafts((Draft(Wish.SHORTER, "- Kept the mill", writing=False), Draft(Wish.ANEW)))
    assert draft.toPlainText() == "- Kept the old mill"
    shown.button("Use this").click()
    assert shown.taken == ["- Kept the old mill"]


def test_wishes_and_own_words_are_asked_for_and_a_full_row_says_so(qtbot: QtBot, shown: Panel) -> None:
    shown.button("Stronger verbs").click()
    [own] = shown.panel.findChildren(QLineEdit)
    own.setText("  as a pirate ")
    QTest.keyClick(own, Qt.Key.Key_Return)
    assert shown.asked == [(Wish.STRONGER, ""), (Wish.OWN, "as a pirate")]
    shown.panel.show_drafts((Draft(Wish.ANEW, "x", writing=False),) * MOST_DRAFTS)
    assert not shown.button("Shorter").isEnabled()
    assert "Four drafts" in shown.button("Shorter").toolTip()
    shown.panel.open(PASSAGE, "fr")
    assert shown.button("Into English").isEnabled()
    with qtbot.waitSignal(shown.panel.left):
        QTest.keyClick(shown.panel, Qt.Key.Key_Escape)


def test_what_has_no_fact_is_said_under_the_draft(qtbot: QtBot, shown: Panel) -> None:
    why = Why("“{said}” has no fact.", "40")
    shown.panel.show_drafts((Draft(Wish.ANEW, "- Sold 40", writing=False, reasons=(why,)),))
    qtbot.waitUntil(lambda: "“40” has no fact." in shown.said())


@pytest.fixture(autouse=True)
def _no_loop_left(loop: qasync.QEventLoop) -> Iterator[None]:
    yield
    loop.run_until_complete(asyncio.sleep(0))
