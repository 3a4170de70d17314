"""The page of tasks over real services and an Ollama on loopback."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton

from jobmatch_desktop.bridge.task_list import TaskListModel
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.events import TaskChanged
from jobmatch_desktop.domain.task import RUNNING, GenerationOptions, Status, Task, TaskId, TaskSpec
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.storage.settings import ProviderPlace
from jobmatch_desktop.ui.editor.sending import SendingDialog
from jobmatch_desktop.ui.shared.numbers import number
from jobmatch_desktop.ui.tasks.page import TasksPage
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.ui.applications.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
MODEL = Choice("ollama", "smollm2:135m")


class Desk:
    """The page on screen over a task list that the feed keeps, as in the window."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.model = TaskListModel()
        self.page = TasksPage(house.services, house.engine, self.model, house.appearance, house.icons)
        house.feed.arrived.connect(self.model.take)
        house.feed.arrived.connect(self.page.take_events)
        self.opened: list[int] = []
        self.page.opened.connect(self.opened.append)
        self.page.resize(1000, 700)

    def show(self) -> None:
        self.page.show()
        self.house.live(60)

    def start(self, application: Application, kind: DocumentKind, choice: Choice = MODEL) -> TaskId:
        return self.house.call(self.house.services.generation.start, application.id, kind, choice)

    def status(self, task: TaskId) -> Status:
        found = self.model.task(task)
        assert found is not None
        return found.status

    def said(self, task: TaskId) -> str:
        return self.page._cards[task].accessibleName().partition(": ")[2] if task in self.page._cards else ""

    def section(self, name: str) -> list[TaskId]:
        cards = self.page._sections[name]._cards
        return [task for card in cards for task, other in self.page._cards.items() if other is card]

    def press(self, task: TaskId, words: str) -> None:
        made = self.button(task, words)
        made.setFocus()
        QTest.keyClick(made, Qt.Key.Key_Space)

    def button(self, task: TaskId, words: str) -> QPushButton:
        return next(made for made in self.page._cards[task]._buttons if made.text() == words)

    def until(self, holds: Callable[[], object]) -> None:
        self.house.until(holds)


@pytest.fixture
def desk(house: House) -> Iterator[Desk]:
    desk = Desk(house)
    yield desk
    house.run(desk.page.wind_up())
    house.feed.arrived.disconnect(desk.page.take_events)
    house.feed.arrived.disconnect(desk.model.take)
    desk.page.close()
    desk.page.deleteLater()
    house.live(1)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[OllamaServer]:
    with OllamaServer(Script(tokens_per_second=40, held_after=50)) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.url)
        yield server


def test_nothing_yet(desk: Desk) -> None:
    desk.show()
    assert desk.page._nothing.isVisible()
    assert not desk.page._older.isVisible()


def test_one_runs_one_waits_each_is_stopped_and_goes_on(slow: OllamaServer, desk: Desk) -> None:
    application = desk.house.call(desk.house.services.applications.add_sample)
    desk.show()
    cv = desk.start(application, DocumentKind.CV)
    letter = desk.start(application, DocumentKind.LETTER)
    desk.until(lambda: desk.section("running") == [cv] and desk.section("waiting") == [letter])
    assert desk.page._count.text() == "1 running · 1 waiting"
    desk.until(lambda: "number 1 in line" in desk.said(letter))
    desk.until(lambda: "words" in desk.said(cv))
    assert "Nordkai Logistics" in desk.page._cards[cv]._title.words()
    desk.press(cv, "Stop")
    desk.until(lambda: "Stopped." in desk.said(cv) and "kept" in desk.said(cv))
    desk.until(lambda: desk.section("running") == [letter])
    assert desk.section("ended") == [cv]
    desk.press(cv, "Continue")
    desk.until(lambda: desk.section("waiting") == [cv])
    assert desk.page._cards[cv].has_focus()
    desk.press(cv, "Stop")
    desk.press(letter, "Stop")
    desk.until(lambda: desk.section("ended") == [letter, cv])
    desk.press(cv, "Open")
    assert desk.opened == [application.id]


def test_what_was_interrupted_says_what_is_kept_when_the_program_opens_again(slow: OllamaServer, house: House) -> None:
    desk = Desk(house)
    application = house.call(house.services.applications.add_sample)
    desk.show()
    task = desk.start(application, DocumentKind.CV)
    desk.until(lambda: "words" in desk.said(task))
    house.run(desk.page.wind_up())
    house.reopen()
    again = Desk(house)
    again.model.reset(house.call(house.services.generation.tasks))
    again.show()
    again.until(lambda: " kept." in again.said(task))
    assert again.said(task).startswith("Writing was interrupted. ")
    assert [made.text() for made in again.page._cards[task]._buttons] == ["Continue", "Start over", "Open"]
    again.press(task, "Continue")
    again.until(lambda: again.section("running") == [task])
    again.press(task, "Stop")
    again.until(lambda: again.section("ended") == [task])
    house.run(again.page.wind_up())
    for one in (desk, again):
        house.feed.arrived.disconnect(one.page.take_events)
        house.feed.arrived.disconnect(one.model.take)
        one.page.close()
        one.page.deleteLater()
    house.live(1)


def test_a_task_without_a_model_is_done_and_tells_its_words(desk: Desk) -> None:
    application = desk.house.call(desk.house.services.applications.add_sample)
    desk.show()
    task = desk.start(application, DocumentKind.CV, Choice())
    desk.until(lambda: desk.section("ended") == [task] and "words" in desk.said(task))
    assert desk.said(task).startswith("Without a model · ")
    assert [made.text() for made in desk.page._cards[task]._buttons] == ["Open"]


def test_what_a_task_took_is_on_its_card_when_the_program_opens_again(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    with OllamaServer(Script(prompt_tokens=2)) as server:
        monkeypatch.setenv("OLLAMA_HOST", server.url)
        desk = Desk(house)
        application = house.call(house.services.applications.add_sample)
        found = house.call(house.services.preflights.of, application.id, DocumentKind.CV, MODEL)
        task = desk.start(application, DocumentKind.CV, found.agreed)
        desk.until(lambda: (one := desk.model.task(task)) and one.status not in RUNNING)
        house.run(desk.page.wind_up())
        house.reopen()
    again = Desk(house)
    again.model.reset(house.call(house.services.generation.tasks))
    again.show()
    again.until(lambda: "tokens, wrote " in again.said(task))
    read = number(found.estimate.tokens_read)
    assert f" of ~{read} tokens, wrote " in again.page._cards[task]._took.text()
    assert again.page._cards[task]._took.text().endswith(" s, free")
    assert "Summary, Experience: smollm2:135m read only" in again.said(task)
    house.run(again.page.wind_up())
    for one in (desk, again):
        house.feed.arrived.disconnect(one.page.take_events)
        house.feed.arrived.disconnect(one.model.take)
        one.page.close()
        one.page.deleteLater()
    house.live(1)


def test_a_task_whose_model_is_gone_says_why_and_can_be_tried_again(slow: OllamaServer, desk: Desk) -> None:
    application = desk.house.call(desk.house.services.applications.add_sample)
    desk.show()
    slow.scripts = [Script(status=404, error="model 'gone:1b' not found")]
    task = desk.start(application, DocumentKind.CV, Choice("ollama", "gone:1b"))
    desk.until(lambda: desk.section("ended") == [task])
    desk.until(lambda: "gone:1b" in desk.said(task))
    found = desk.model.task(task)
    assert found is not None
    assert found.trouble is not None
    assert desk.said(task).startswith(found.trouble.text())
    desk.press(task, "Try again")
    desk.until(lambda: (again := desk.model.task(task)) and again.run == 2 and again.status is Status.FAILED)


def test_the_tasks_of_a_removed_application_go_with_it(desk: Desk) -> None:
    application = desk.house.call(desk.house.services.applications.add_sample)
    task = desk.start(application, DocumentKind.CV, Choice())
    desk.show()
    desk.until(lambda: desk.section("ended") == [task])
    desk.page.hide()
    desk.house.call(desk.house.services.applications.remove, application.id)
    desk.page.show()
    desk.until(lambda: not desk.page._cards)
    assert desk.page._nothing.isVisible()


def many(count: int, application: int) -> list[Task]:
    spec = TaskSpec("cv", "ollama", "any", "ollama", GenerationOptions("en", "2026-11-25"), application, None, 1)
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    moments = [begin + timedelta(minutes=number) for number in range(count)]
    return [Task(TaskId(str(number)), spec, Status.COMPLETED, moment, moment) for number, moment in enumerate(moments)]


def test_ten_thousand_ended_tasks_do_not_flood(desk: Desk) -> None:
    application = desk.house.call(desk.house.services.applications.add_sample)
    desk.model.reset(reversed(many(10_000, application.id)))
    desk.show()
    desk.until(lambda: len(desk.page._cards) == 20)
    assert desk.section("ended")[0] == "9999"
    assert desk.page._older.text() == "Show older ones (9980 more)"
    QTest.mouseClick(desk.page._older, Qt.MouseButton.LeftButton)
    assert len(desk.page._cards) == 40
    assert desk.page._older.text() == "Show older ones (9960 more)"


def test_only_the_newest_task_of_a_document_goes_on(desk: Desk) -> None:
    application = desk.house.call(desk.house.services.applications.add_sample)
    first, second = (
        Task(task.id, task.spec, Status.INTERRUPTED, task.created, task.changed) for task in many(2, application.id)
    )
    desk.model.reset([second, first])
    desk.show()
    desk.until(lambda: desk.section("ended") == ["1", "0"] and len(desk.page._cards[TaskId("0")]._buttons) == 1)
    assert [made.text() for made in desk.page._cards[TaskId("1")]._buttons] == ["Try again", "Open"]


def test_a_page_out_of_view_makes_no_card(desk: Desk) -> None:
    desk.model.take([TaskChanged(task) for task in many(3, 1)])
    desk.house.live(60)
    assert desk.page._cards == {}


def test_every_button_has_a_name_of_its_own(desk: Desk) -> None:
    application = desk.house.call(desk.house.services.applications.add_sample)
    desk.start(application, DocumentKind.CV, Choice())
    desk.start(application, DocumentKind.LETTER, Choice())
    desk.show()
    desk.until(lambda: len(desk.section("ended")) == 2)
    desk.until(lambda: all(card._buttons for card in desk.page._cards.values()))
    names = [made.accessibleName() for card in desk.page._cards.values() for made in card._buttons]
    assert len(set(names)) == len(names)
    assert QApplication.focusWidget() is None or QApplication.focusWidget().accessibleName()


def test_what_a_task_sent_elsewhere_is_shown(desk: Desk) -> None:
    """The loopback server plays the proxy on the way there."""
    services = desk.house.services
    with OllamaServer() as server:
        place = ProviderPlace(base_url="http://writer.example:11434", proxy=server.url)
        desk.house.call(services.provider_settings.change, "ollama", place)
        application = desk.house.call(services.applications.add_sample)
        elsewhere = desk.start(application, DocumentKind.CV)
        here = desk.start(application, DocumentKind.LETTER, Choice())
        desk.show()
        desk.until(lambda: set(desk.section("ended")) == {elsewhere, here})
        desk.press(elsewhere, "What was sent")
        [dialog] = desk.page.findChildren(SendingDialog)
        [parts] = dialog.findChildren(QListWidget)
        desk.until(lambda: parts.count() > 0)
        assert parts.count() == len(server.chats)
        assert any("http://writer.example:11434/api/chat" in one.text() for one in dialog.findChildren(QLabel))
        assert "What was sent" not in [made.text() for made in desk.page._cards[here]._buttons]
        dialog.reject()
