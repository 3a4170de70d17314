"""The page of models over real services and an Ollama on loopback."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton

from jobmatch_desktop.services.pulls import PullState
from jobmatch_desktop.storage.settings import ProviderPlace
from jobmatch_desktop.ui.models.page import ModelsPage
from jobmatch_desktop.ui.models.table_model import Column
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.script import House as Server
from tests.loopback.script import Layer, LoopbackModel
from tests.providers.test_local_servers import LLAMA, OTHER, answering
from tests.ui.applications.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", r"raise\(\)", "grabbing the keyboard")
LONG = "hf.co/some-very-long-organisation-name/some-very-long-model-name-with-a-tag-and-more-GGUF:Q4_K_M"
BIG = LoopbackModel("qwen3:8b", 5_200_000_000, "8.2B", "Q4_K_M", 40960)
SLOW = Server(layers=(Layer("sha256:aa", 4_000_000, 4_000),), pull_seconds=0.02)


class Desk:
    """The page on screen. Nothing is looked for on the ports that servers usually have, but for `ports`."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.ports: dict[int, str] = {}
        house.services.models._local_ports = self.ports
        self.page = ModelsPage(house.services, house.engine, house.appearance, house.icons)
        self.page.resize(1000, 700)

    def at(self, url: str) -> "Desk":
        """Ollama is there."""
        place = {"ollama": ProviderPlace(base_url=url)}
        self.house.call(self.house.services.preferences.change, providers=place)
        return self

    def show(self) -> None:
        self.page.show()
        self.house.until(lambda: self.page.presenter._overview.ollama and self.page.presenter._overview.machine)

    def button(self, words: str) -> QPushButton:
        """The visible button of this name or these words."""
        return next(
            made
            for made in self.page.findChildren(QPushButton)
            if made.isVisible() and words in (made.text(), made.accessibleName())
        )

    def press(self, words: str) -> None:
        self.house.until(lambda: self.button(words).isEnabled())
        made = self.button(words)
        made.setFocus()
        QTest.keyClick(made, Qt.Key.Key_Space)

    def said(self) -> str:
        """All that can be read on the page."""
        return "\n".join(made.text() for made in self.page.findChildren(QLabel) if made.isVisible())

    def rows(self) -> list[list[str]]:
        model = self.page.ollama.table.model()
        return [
            [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def cards(self) -> dict[str, str]:
        """What is said of each download."""
        cards = self.page.pulls._cards
        return {name: card.accessibleName().partition(": ")[2] for name, card in cards.items()}


@pytest.fixture
def desk(house: House) -> Iterator[Desk]:
    desk = Desk(house)
    yield desk
    house.run(desk.page.wind_up())
    desk.page.close()
    desk.page.deleteLater()
    house.live(1)


def test_what_is_installed(desk: Desk) -> None:
    models = (LoopbackModel(), BIG, LoopbackModel("embed:latest", capabilities=("embedding",)), LoopbackModel(LONG))
    with OllamaServer(house=Server(models=models, loaded={"qwen3:8b": 4096})) as server:
        desk.at(server.url).show()
        assert [row[Column.NAME] for row in desk.rows()] == [
            "embed:latest (cannot write)",
            LONG,
            "qwen3:8b",
            "smollm2:135m",
        ]
        assert desk.rows()[2][1:] == ["5.2 GB", "8.2B", "Q4_K_M", "40960", "On the processor"]
        assert desk.rows()[3][1:] == ["98 MB", "134.52M", "Q4_1", "8192", "No"]
        table = desk.page.ollama.table
        long = table.model().index(1, 0)
        assert long.data(Qt.ItemDataRole.ToolTipRole) == LONG
        assert table.model().index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Size: 5.2 GB"
        assert table.height() >= table.verticalHeader().length() + table.horizontalHeader().height()
        assert not desk.page.ollama.start.isVisible()


def test_none_is_installed(desk: Desk) -> None:
    with OllamaServer(house=Server(models=())) as server:
        desk.at(server.url).show()
        assert "has no model yet" in desk.said()
        assert not desk.page.ollama.table.isVisible()
        assert desk.page.downloads._rows["qwen3:4b"].isEnabled()


def test_it_looks_again_while_it_is_in_view_and_only_then(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jobmatch_desktop.ui.models.presenter.LOOK", 50)
    page = ModelsPage(desk.house.services, desk.house.engine, desk.house.appearance, desk.house.icons)
    with OllamaServer() as server:
        desk.at(server.url)
        desk.house.live(120)
        assert server.requests == []
        page.show()
        desk.house.until(lambda: page.ollama.table.model().rowCount() == 1)
        server.house = Server(models=(LoopbackModel(), BIG))
        desk.house.until(lambda: page.ollama.table.model().rowCount() == 2)
        page.hide()
        desk.house.until(lambda: not page.presenter._looking)
        asked = len(server.requests)
        desk.house.live(300)
        assert len(server.requests) == asked
        desk.house.run(page.wind_up())
        page.deleteLater()


def test_deleting_asks_first_and_names_what_is_freed(desk: Desk) -> None:
    with OllamaServer(house=Server(models=(LoopbackModel(), BIG))) as server:
        desk.at(server.url).show()
        assert not desk.page.ollama.delete.isEnabled()
        assert desk.page.ollama.delete.toolTip()
        desk.page.ollama.table.look_at("qwen3:8b")
        for answer, left in (("Keep", 2), ("Delete", 1)):
            QTest.keyClick(desk.page.ollama.table, Qt.Key.Key_Delete)
            (box,) = desk.page.findChildren(QMessageBox)
            assert "qwen3:8b" in box.text()
            assert "5.2 GB" in box.informativeText()
            assert box.defaultButton().text() == "Keep"
            next(made for made in box.buttons() if made.text() == answer).click()
            desk.house.until(lambda: not desk.page.findChildren(QMessageBox))
            desk.house.until(lambda left=left: len(desk.rows()) == left)  # type: ignore[misc]
        assert [model.name for model in server.house.models] == ["smollm2:135m"]
        chosen = desk.page.ollama.table.present()
        assert chosen is not None
        assert chosen.name == "smollm2:135m"


def test_a_model_that_is_gone_already_is_told(desk: Desk) -> None:
    with OllamaServer(house=Server(models=(LoopbackModel(), BIG))) as server:
        desk.at(server.url).show()
        server.house = Server()
        desk.page.presenter.delete("qwen3:8b")
        desk.house.until(lambda: desk.page.notice.isVisible())
        assert "qwen3:8b" in desk.page.notice.accessibleName()
        desk.house.until(lambda: len(desk.rows()) == 1)


def test_a_download_is_told_paused_gone_on_with_and_given_up(desk: Desk) -> None:
    with OllamaServer(house=SLOW) as server:
        desk.at(server.url).show()
        assert not desk.page.downloads.download.isEnabled()
        name = desk.page.downloads.name
        QTest.keyClicks(name, "big:8b")
        QTest.keyClick(name, Qt.Key.Key_Return)
        assert name.text() == ""
        desk.house.until(lambda: "MB/s" in desk.cards().get("big:8b", ""))
        assert "of 4 MB" in desk.cards()["big:8b"]
        desk.press("Pause: big:8b")
        desk.house.until(lambda: desk.cards()["big:8b"].startswith("Paused at"))
        assert desk.button("Resume: big:8b").hasFocus() or not desk.page.isActiveWindow()
        desk.page.hide()
        desk.house.live(50)
        desk.show()
        desk.press("Resume: big:8b")
        desk.house.until(lambda: "of 4 MB" in desk.cards()["big:8b"] and "Paused" not in desk.cards()["big:8b"])
        desk.press("Cancel: big:8b")
        desk.house.until(lambda: not desk.cards())
        assert not desk.page.pulls.isVisible()
        assert desk.house.call(desk.house.services.models.pulls.now) == ()


def test_a_download_goes_on_while_another_page_is_shown_and_is_found_again(desk: Desk) -> None:
    with OllamaServer(house=SLOW) as server:
        desk.at(server.url).show()
        desk.press("Download qwen3:4b, 2.5 GB, wants 8 GB of memory")
        desk.house.until(lambda: "of 4 MB" in desk.cards().get("qwen3:4b", ""))
        assert not desk.page.downloads._rows["qwen3:4b"].isEnabled()
        desk.page.hide()
        server.house = Server(models=(LoopbackModel(), LoopbackModel("qwen3:4b")))

        def state() -> PullState:
            (pull,) = desk.house.call(desk.house.services.models.pulls.now)
            return pull.state

        desk.house.until(lambda: state() is PullState.DONE)
        desk.page.show()
        desk.house.until(lambda: "Downloaded" in desk.cards()["qwen3:4b"])
        desk.house.until(lambda: len(desk.rows()) == 2)
        assert desk.page.downloads._rows["qwen3:4b"].text() == "Installed"
        desk.press("Close: qwen3:4b")
        desk.house.until(lambda: not desk.cards())


def test_a_failed_download_says_why(desk: Desk) -> None:
    with OllamaServer() as server:
        desk.at(server.url).show()
        desk.page.presenter.pull("nowhere:1b")
        desk.house.until(lambda: "no model named nowhere:1b" in desk.cards().get("nowhere:1b", ""))
        assert desk.button("Try again: nowhere:1b").isEnabled()
        desk.page.presenter.pull("two words")
        desk.house.until(lambda: desk.page.notice.isVisible())


def test_ollama_is_not_installed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jobmatch_desktop.providers.ollama.is_installed", lambda: False)
    desk.at(f"http://127.0.0.1:{closed_port()}").show()
    assert "It is not installed." in desk.said()
    assert not desk.page.ollama.start.isVisible()
    assert not desk.page.downloads._rows["qwen3:4b"].isEnabled()
    desk.press("Copy the address")
    assert QGuiApplication.clipboard().text() == "https://ollama.com/download"


def test_one_elsewhere_is_not_started(desk: Desk) -> None:
    """The loopback port that refuses plays the proxy, so that no name is looked up."""
    place = ProviderPlace(base_url="http://gpu-box.invalid:11434", proxy=f"http://127.0.0.1:{closed_port()}")
    desk.house.call(desk.house.services.preferences.change, providers={"ollama": place})
    desk.show()
    assert not desk.page.ollama.start.isVisible()
    assert "gpu-box.invalid" in desk.said()


@pytest.mark.skipif(sys.platform == "win32", reason="starts a script as the program")
def test_ollama_is_started_without_keys(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program on PATH is a script that starts a server on loopback: it hears where, and gets no key."""
    port, told = closed_port(), tmp_path / "told"
    program = tmp_path / "ollama"
    program.write_text(
        f'#!/bin/sh\necho "$$ $1 $OLLAMA_HOST ${{OPENAI_API_KEY:-no key}}" > {told}\n'
        f"cd {Path.cwd()}\nexec {sys.executable} -m tests.loopback.ollama_server --port {port}\n"
    )
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-planted")
    desk.at(f"http://127.0.0.1:{port}").show()
    try:
        desk.press("Start Ollama")
        assert not desk.page.ollama.start.isEnabled()
        desk.house.until(lambda: len(desk.rows()) == 1)
        assert not desk.page.ollama.start.isVisible()
        assert told.read_text().split(maxsplit=1)[1].strip() == f"serve 127.0.0.1:{port} no key"
    finally:
        os.kill(int(told.read_text().split()[0]), signal.SIGTERM)


@pytest.mark.skipif(sys.platform == "win32", reason="starts a script as the program")
def test_one_that_does_not_come_up_is_told(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "ollama"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setattr("jobmatch_desktop.services.models.STARTING_SECONDS", 0.3)
    desk.at(f"http://127.0.0.1:{closed_port()}").show()
    desk.press("Start Ollama")
    desk.house.until(lambda: desk.page.notice.isVisible())
    assert "ollama serve" in desk.page.notice.accessibleName()
    assert desk.page.ollama.start.isEnabled()


def test_servers_of_this_machine_are_found_and_can_be_used(desk: Desk) -> None:
    with OllamaServer() as server, answering(LLAMA) as llama, answering(OTHER) as other:
        desk.ports.update({server.port: "", llama: "", other: ""})
        desk.at(server.url).show()
        assert f"http://127.0.0.1:{llama}/v1" in desk.said()
        assert "1 model: /models/a.gguf" in desk.said()
        desk.press("Write with llama.cpp")
        desk.house.until(lambda: len(desk.page.presenter._overview.servers) == 1)
        place = desk.house.services.preferences.place("compatible")
        assert place.base_url == f"http://127.0.0.1:{llama}/v1"
        (elsewhere,) = desk.page.presenter._overview.elsewhere
        assert elsewhere.found is not None
        assert [model.name for model in elsewhere.found.models] == ["/models/a.gguf"]


def test_a_provider_elsewhere_is_asked_when_the_person_says_so(desk: Desk) -> None:
    """The loopback server plays a proxy: a provider elsewhere is one by its address."""
    with OllamaServer() as server, answering({}) as proxy:
        desk.at(server.url)
        place = ProviderPlace(base_url="http://models.invalid/v1", proxy=f"http://127.0.0.1:{proxy}")
        providers = {**desk.house.services.preferences.settings.providers, "compatible": place}
        desk.house.call(desk.house.services.preferences.change, providers=providers)
        desk.show()
        assert "Not asked yet." in desk.said()
        desk.press("Show its models")
        desk.house.until(lambda: "Not asked yet." not in desk.said())
        assert "models.invalid" in desk.said()
        assert desk.button("Look again").hasFocus() or not desk.page.isActiveWindow()


def test_everything_has_a_name_and_is_reached_by_keyboard(desk: Desk) -> None:
    with OllamaServer(house=SLOW) as server, answering(LLAMA) as llama:
        desk.ports[llama] = ""
        desk.at(server.url).show()
        desk.page.presenter.pull("big:8b")
        desk.house.until(lambda: desk.cards())
        for made in desk.page.findChildren(QPushButton):
            if made.isVisible():
                assert made.accessibleName()
                assert made.focusPolicy() & Qt.FocusPolicy.TabFocus
        names = [made.accessibleName() for made in desk.page.findChildren(QPushButton) if made.isVisible()]
        assert len(set(names)) == len(names)


def test_the_end_leaves_nothing_under_way(desk: Desk) -> None:
    with OllamaServer() as server:
        desk.at(server.url).page.show()
        desk.house.run(desk.page.wind_up())
        assert not desk.page.presenter.background._running
        asked = len(server.requests)
        desk.house.run(asyncio.sleep(0.05))
        assert len(server.requests) <= asked + 1
