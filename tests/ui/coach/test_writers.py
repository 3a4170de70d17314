"""Who answers: looked for on the person's own machines, elsewhere asked only when chosen, and said that words leave."""

from collections.abc import Iterator

import pytest

from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.storage.settings import ProviderPlace
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import House as Server
from tests.loopback.script import LoopbackModel, Script
from tests.providers.test_local_servers import answering
from tests.ui.applications.house import House
from tests.ui.coach.desk import CoachDesk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")


@pytest.fixture
def desk(house: House) -> Iterator[CoachDesk]:
    desk = CoachDesk(house)
    yield desk
    desk.end()


def test_a_model_of_this_machine_is_taken_and_another_can_be(desk: CoachDesk) -> None:
    models = (LoopbackModel(), LoopbackModel("qwen3:4b"))
    with OllamaServer(Script(text="Then?"), house=Server(models=models)) as server:
        desk.at(server.url).show().begin()
        desk.house.until(lambda: desk.page.pane.writers.model.count() == 2)
        combo = desk.page.pane.writers.model
        combo.setCurrentIndex(combo.findData("qwen3:4b"))
        combo.activated.emit(combo.currentIndex())
        desk.tell("It was slow.")
        assert server.chats[0].body["model"] == "qwen3:4b"
        assert "Coach · qwen3:4b" in [card._who.words() for card in desk.cards()]


def test_who_chose_nobody_keeps_the_form(desk: CoachDesk) -> None:
    with OllamaServer() as server:
        desk.at(server.url).show().begin()
        desk.page.writers.choose_provider(COMPOSER)
        desk.page.writers.look()
        desk.house.live(100)
        assert desk.page.talk.choice.provider == COMPOSER
        assert desk.page.pane._stack.currentWidget() is desk.page.pane.form


def test_one_elsewhere_is_asked_when_it_is_chosen(desk: CoachDesk) -> None:
    """The loopback server plays a proxy: a provider elsewhere is one by its address."""
    with OllamaServer() as server, answering({}) as proxy:
        desk.at(server.url)
        place = ProviderPlace(base_url="http://models.invalid/v1", proxy=f"http://127.0.0.1:{proxy}")
        providers = {**desk.house.services.preferences.settings.providers, "compatible": place}
        desk.house.call(desk.house.services.preferences.change, providers=providers)
        desk.show().begin()
        desk.house.until(lambda: desk.page.pane.writers.writer.findData("compatible") >= 0)
        assert "models.invalid" not in desk.said()
        assert not desk.page.pane.writers.sending.isVisible()
        desk.page.writers.choose_provider("compatible")
        desk.house.until(lambda: desk.page.pane._writers.why_not not in ("", "Asking what it offers"))
        assert "What you say goes to http://models.invalid" in desk.said()
        assert "Placeholders stand for your name" in desk.said()
        assert desk.page.pane.writers.sending.isVisible()
        assert not desk.page.pane.input.send.isEnabled()
