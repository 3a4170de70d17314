"""The page of settings over real services and servers on loopback."""

import gc
import shutil
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from jobmatch_desktop.providers import openai
from jobmatch_desktop.services.keys import KeyPlace
from jobmatch_desktop.storage.settings import ProviderPlace, Theme, load_settings
from jobmatch_desktop.ui.settings.page import SettingsPage
from jobmatch_desktop.ui.settings.provider_form import ProviderForm
from tests.loopback.cloud_servers import AnthropicServer, CompatibleServer, OpenAIServer
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.saying import saying
from tests.loopback.script import House as Server
from tests.loopback.script import LoopbackModel
from tests.providers.test_local_servers import LLAMA, answering
from tests.ui.applications.house import House

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),
    pytest.mark.skipif(sys.platform == "win32", reason="the keyring of the test's own session is not the machine's"),
]
PLANTED = "sk-planted-0123456789"


class Desk:
    """The page on screen. No server is looked for on usual ports, but for `ports`."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.ports: dict[int, str] = {}
        house.services.models._local_ports = self.ports
        self.set(ollama=ProviderPlace(base_url=f"http://127.0.0.1:{closed_port()}"))
        self.page = SettingsPage(house.services, house.engine, house.appearance, house.icons)
        self.page.resize(1000, 700)

    def set(self, **places: ProviderPlace) -> None:
        known = self.house.services.preferences.settings.providers
        self.house.call(self.house.services.preferences.change, providers={**known, **places})

    def form(self, provider: str) -> ProviderForm:
        """The form of a provider, shown and filled."""
        self.page.writers.choose(provider)
        self.page.show()
        self.settle()
        return self.page.forms[provider]

    def settle(self) -> None:
        self.house.live(1)
        self.house.run(self.page.background.settle())

    def write(self, field: QLineEdit, text: str) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.settle()

    def test(self, provider: str) -> str:
        """What a test says."""
        form = self.form(provider)
        QTest.keyClick(form.test, Qt.Key.Key_Space)
        self.house.until(lambda: form.presenter._state.tested)
        self.settle()
        return form._result.text().replace("\u200b", "")

    def said(self) -> str:
        shown = [made.text() for made in self.page.findChildren(QLabel) if made.isVisible()]
        return "\n".join(shown).replace("\u200b", "")

    def place(self, provider: str) -> ProviderPlace:
        return load_settings(self.house.folder).settings.providers.get(provider, ProviderPlace())


@pytest.fixture
def desk(house: House) -> Iterator[Desk]:
    desk = Desk(house)
    yield desk
    house.run(desk.page.wind_up())
    desk.page.close()
    desk.page.deleteLater()
    house.live(1)
    # What is left of it in cycles goes on this thread, not on the one that collects next.
    del desk
    gc.collect()


def test_an_address_is_stored_when_enter_is_pressed_and_found_again(desk: Desk) -> None:
    form = desk.form("compatible")
    desk.write(form.address, "http://127.0.0.1:9/v1")
    assert desk.place("compatible").base_url == "http://127.0.0.1:9/v1"
    desk.write(form.address, "")
    assert desk.place("compatible").base_url is None


def test_an_address_is_stored_when_the_page_goes(desk: Desk) -> None:
    form = desk.form("openai")
    QTest.keyClicks(form.address, "https://models.invalid/v1")
    desk.page.hide()
    desk.settle()
    assert desk.place("openai").base_url == "https://models.invalid/v1"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("models.invalid/v1", "does not begin with http"),
        ("http://me:secret@models.invalid", "holds a user name or a password"),
        ("http://two words", "cannot be used"),
    ],
)
def test_a_bad_address_is_told_in_one_line_and_not_stored(desk: Desk, text: str, says: str) -> None:
    form = desk.form("openai")
    desk.write(form.address, "https://models.invalid/v1")
    desk.write(form.address, text)
    assert says in desk.said()
    assert "secret" not in desk.said()
    assert form.address.text() == text
    assert desk.place("openai").base_url == "https://models.invalid/v1"
    QTest.keyClick(form.address, Qt.Key.Key_Escape)
    desk.settle()
    assert form.address.text() == "https://models.invalid/v1"
    assert says not in desk.said()


def test_a_fault_of_one_field_loses_nothing_of_another(desk: Desk) -> None:
    form = desk.form("openai")
    desk.write(form.proxy, "socks")
    assert "The address of the proxy cannot be used." in desk.said()
    desk.write(form.address, "https://models.invalid/v1")
    assert form.proxy.text() == "socks"
    assert "The address of the proxy cannot be used." in desk.said()
    assert desk.place("openai") == ProviderPlace(base_url="https://models.invalid/v1")


def test_headers_are_rows(desk: Desk) -> None:
    form = desk.form("openai")
    form.more.setChecked(True)
    QTest.keyClick(form.headers.add, Qt.Key.Key_Space)
    (_, name, value), *_ = form.headers._rows
    desk.write(name, "X-Team")
    assert desk.place("openai").headers == ()
    desk.write(value, "letters")
    assert desk.place("openai").headers == (("X-Team", "letters"),)
    desk.write(name, "Authorization")
    assert "is for keys" in desk.said()
    assert desk.place("openai").headers == (("X-Team", "letters"),)
    QTest.keyClick(name, Qt.Key.Key_Escape)
    desk.settle()
    assert "is for keys" not in desk.said()
    remove = next(made for made in form.headers.findChildren(QAbstractButton) if made.text() == "Remove")
    remove.click()
    desk.settle()
    assert desk.place("openai").headers == ()


def test_certificates_and_how_many_at_a_time(desk: Desk, tmp_path: Path) -> None:
    form = desk.form("anthropic")
    form.more.setChecked(True)
    desk.write(form.certificates, str(tmp_path / "none.pem"))
    assert "The certificate file" in desk.said()
    desk.write(form.certificates, "")
    form.lane_width.setCurrentIndex(5)
    form.lane_width.activated.emit(5)
    desk.settle()
    assert desk.place("anthropic").width == 5


def test_a_key_is_kept_and_never_shown_again(desk: Desk) -> None:
    form = desk.form("openai")
    desk.write(form.key.field, PLANTED)
    known = desk.house.call(desk.house.services.keys.known)
    assert known["openai"] in (KeyPlace.KEYRING, KeyPlace.SESSION)
    assert form.key.field.text() == ""
    assert not form.key.field.isVisible()
    for made in desk.page.findChildren(QWidget):
        texts = [getattr(made, name)() for name in ("text", "toolTip", "accessibleName") if hasattr(made, name)]
        assert PLANTED not in texts
    assert PLANTED not in (desk.house.folder / "settings.json").read_text()
    QTest.keyClick(form.key.replace, Qt.Key.Key_Space)
    assert form.key.field.isVisible()
    QTest.keyClick(form.key.field, Qt.Key.Key_Escape)
    assert not form.key.field.isVisible()
    QTest.keyClick(form.key.remove, Qt.Key.Key_Space)
    desk.settle()
    assert "openai" not in desk.house.call(desk.house.services.keys.known)


def test_a_bad_key_is_told_and_not_kept(desk: Desk) -> None:
    form = desk.form("openai")
    desk.write(form.key.field, "sk two words")
    assert "it holds spaces" in desk.said()
    assert "openai" not in desk.house.call(desk.house.services.keys.known)
    assert "sk two words" not in desk.said()


def test_a_test_says_what_answered_and_finds_the_model(desk: Desk) -> None:
    with OllamaServer() as server:
        desk.set(ollama=ProviderPlace(base_url=server.url))
        said = desk.test("ollama")
        assert f"{server.url} answered in" in said
        assert "1 model" in said
        form = desk.page.forms["ollama"]
        box = form.model.model
        assert [box.itemText(place) for place in range(box.count())] == ["smollm2:135m"]
        desk.write(box.line, "smollm2:135m")
        assert desk.house.services.preferences.settings.chosen_models == {"ollama": "smollm2:135m"}
        assert "smollm2:135m is among them" in desk.test("ollama")
        desk.write(box.line, "nowhere:1b")
        assert "has no model named nowhere:1b" in desk.test("ollama")
        assert all("chat" not in one.path and "generate" not in one.path for one in server.requests)


def test_each_provider_is_tested(desk: Desk) -> None:
    with OpenAIServer() as openai, AnthropicServer() as anthropic, CompatibleServer() as compatible:
        places = {"openai": openai, "anthropic": anthropic, "compatible": compatible}
        desk.set(**{name: ProviderPlace(base_url=server.base_url) for name, server in places.items()})
        for name in ("openai", "anthropic"):
            desk.write(desk.form(name).key.field, PLANTED)
        for name, server in places.items():
            assert "answered in" in desk.test(name), name
            assert server.chats == []
        openai.house = Server(key="another")
        assert "wants a key, or another key" in desk.test("openai")


def test_what_is_in_the_way_is_named(desk: Desk) -> None:
    assert "Nothing accepts connections there" in desk.test("ollama") or "not installed" in desk.test("ollama")
    assert "The address of the compatible server is not set" in desk.test("compatible")
    with answering({"/v1/models": b"<html>login</html>"}) as port:
        desk.set(compatible=ProviderPlace(base_url=f"http://127.0.0.1:{port}/v1"))
        assert "does not speak as" in desk.test("compatible")
        desk.set(compatible=ProviderPlace(base_url=f"http://127.0.0.1:{port}/wrong"))
        assert "wrong path" in desk.test("compatible")


def test_a_context_beyond_the_model_is_told_with_the_limit(desk: Desk) -> None:
    model = LoopbackModel("small:1b", context=2048)
    with OllamaServer(house=Server(models=(model,))) as server:
        desk.set(ollama=ProviderPlace(base_url=server.url))
        form = desk.form("ollama")
        assert not form.model.context.isVisible()
        desk.write(form.model.model.line, "small:1b")
        desk.write(form.model.context, "4096")
        assert "small:1b holds 2048 tokens at most, not 4096." in desk.said()
        desk.write(form.model.context, "1024")
        desk.write(form.model.temperature, "warm")
        assert "“warm” is not a number." in desk.said()
        desk.write(form.model.temperature, "0,7")
        stored = desk.house.services.preferences.model_settings("ollama", "small:1b")
        assert (stored.context_tokens, stored.temperature) == (1024, 0.7)


def test_a_host_that_is_mine(desk: Desk) -> None:
    desk.set(ollama=ProviderPlace(base_url="http://gpu-box.invalid:11434"))
    form = desk.form("ollama")
    assert form.own.text() == "gpu-box.invalid is mine"
    QTest.keyClick(form.own, Qt.Key.Key_Space)
    desk.settle()
    assert desk.house.services.preferences.settings.own_hosts == ("gpu-box.invalid",)
    QTest.keyClick(form.own, Qt.Key.Key_Space)
    desk.settle()
    assert desk.house.services.preferences.settings.own_hosts == ()


def test_a_providers_usual_address_is_nobodys_own(desk: Desk) -> None:
    for provider in ("openai", "anthropic"):
        form = desk.form(provider)
        assert not form.own.isVisible()
        desk.write(form.address, "https://models.invalid/v1")
        assert form.own.isVisible()
    form = desk.form("compatible")
    desk.write(form.address, "https://api.openai.com/v1")
    assert not form.own.isVisible()
    # What was marked can be taken back.
    desk.house.call(desk.house.services.provider_settings.mark_own, "api.openai.com")
    desk.page.hide()
    assert desk.form("compatible").own.isVisible()


def test_a_certificate_file_that_vanished_is_told_under_its_own_field(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "authority.pem"
    shutil.copy(Path(__file__).parents[2] / "loopback" / "tls" / "authority.pem", file)
    desk.set(openai=ProviderPlace(authorities=str(file)))
    file.unlink()
    form = desk.form("openai")
    assert "The certificate file" in form._more_rows._faults["authorities"].text()
    desk.write(form.address, "https://models.invalid/v1")
    assert form._rows._faults["base_url"].text() == ""
    assert desk.place("openai").base_url == "https://models.invalid/v1"
    desk.write(form.certificates, "")
    assert "The certificate file" not in desk.said()


def test_an_address_in_the_file_that_cannot_be_used_is_told_and_mended(desk: Desk) -> None:
    desk.set(openai=ProviderPlace(base_url="nowhere"))
    form = desk.form("openai")
    assert "does not begin with http" in form._rows._faults["base_url"].text().replace("\u200b", "")
    assert form.address.text() == "nowhere"
    assert "does not begin with http" in desk.test("openai")
    desk.write(form.model.model.line, "big-1")
    desk.write(form.address, "https://models.invalid/v1")
    assert "does not begin with http" not in desk.said()
    assert desk.house.services.preferences.settings.chosen_models == {"openai": "big-1"}


def test_an_address_of_the_environment_that_cannot_be_used_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_BASE_URL", "http://me:secret@models.invalid")
    form = desk.form("anthropic")
    assert "holds a user name or a password" in form._rows._faults["base_url"].text().replace("\u200b", "")
    assert "secret" not in desk.said()
    desk.write(form.address, "https://models.invalid")
    assert "holds a user name" not in desk.said()


def test_a_key_of_the_environment_goes_first_and_is_not_replaced(desk: Desk) -> None:
    desk.house.services.keys._environment = {"OPENAI_API_KEY": "sk-one"}
    form = desk.form("openai")
    assert "Taken from the environment for this run" in desk.said()
    assert not any(made.isVisible() for made in (form.key.replace, form.key.remove, form.key.field))


def test_of_a_long_address_the_beginning_is_seen(desk: Desk) -> None:
    desk.set(openai=ProviderPlace(base_url="https://models.invalid/" + "v1/" * 100))
    assert desk.form("openai").address.cursorPosition() == 0


def test_several_fields_that_are_left_at_once_are_all_stored(desk: Desk) -> None:
    form = desk.form("openai")
    form.address.setText("https://models.invalid/v1")
    form.proxy.setText("http://proxy.invalid:8080")
    form.model.model.line.setText("big-1")
    form.key.field.setText(PLANTED)
    desk.page.hide()
    desk.settle()
    assert desk.place("openai") == ProviderPlace("https://models.invalid/v1", proxy="http://proxy.invalid:8080")
    assert desk.house.services.preferences.settings.chosen_models == {"openai": "big-1"}
    assert "openai" in desk.house.call(desk.house.services.keys.known)


def test_a_test_waits_for_what_was_given_before(desk: Desk) -> None:
    with OpenAIServer(house=Server(key=PLANTED)) as server:
        form = desk.form("openai")
        form.address.setText(server.base_url)
        form.key.field.setText(PLANTED)
        assert "answered in" in desk.test("openai")
        assert form.presenter._state.key in (KeyPlace.KEYRING, KeyPlace.SESSION)


def test_a_test_can_be_stopped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with saying(b"") as port:
        desk.set(openai=ProviderPlace(base_url=f"http://127.0.0.1:{port}"))
        with monkeypatch.context() as soon_silent:  # the form asks what the server has, and so does a new key
            soon_silent.setattr(openai, "DISCOVERY_SECONDS", 0.2)
            form = desk.form("openai")
            desk.write(form.key.field, PLANTED)
        form.test.click()
        desk.house.until(lambda: form.presenter._asking)
        assert form.test.text() == "Stop"
        form.test.click()
        desk.settle()
        assert form.test.text() == "Test"
        assert form._result.text() == ""


def test_a_server_found_here_can_be_used(desk: Desk) -> None:
    with answering(LLAMA) as port:
        desk.ports[port] = ""
        form = desk.form("compatible")
        use = next(made for made in form.servers.findChildren(QAbstractButton) if made.text() == "Use")
        QTest.keyClick(use, Qt.Key.Key_Space)
        desk.settle()
        assert desk.place("compatible").base_url == f"http://127.0.0.1:{port}/v1"
        assert form.address.text() == f"http://127.0.0.1:{port}/v1"


def test_words_to_hide(desk: Desk) -> None:
    desk.page.show()
    words = desk.page.privacy.words
    QTest.keyClicks(words, "Contoso\rx")
    desk.page.privacy.leave()
    desk.settle()
    assert "cannot be hidden" in desk.said()
    assert desk.house.services.preferences.settings.private_words == ()
    QTest.keyClicks(words, "yz")
    desk.page.privacy.leave()
    desk.settle()
    assert desk.house.services.preferences.settings.private_words == ("Contoso", "xyz")
    QTest.keyClicks(words, " more")
    QTest.keyClick(words, Qt.Key.Key_Escape)
    assert words.toPlainText() == "Contoso\nxyz"


def test_the_colours_act_at_once(desk: Desk) -> None:
    desk.page.show()
    before = desk.house.appearance.look.colours.canvas
    desk.page.looks.theme.setCurrentIndex(2)
    desk.page.looks.theme.activated.emit(2)
    desk.settle()
    assert desk.house.appearance.look.colours.canvas != before
    assert desk.house.services.preferences.settings.theme is Theme.DARK
    desk.page.looks.language.setCurrentIndex(2)
    desk.page.looks.language.activated.emit(2)
    desk.settle()
    assert "opened again" in desk.said()
    assert desk.house.services.preferences.settings.language == "fr"


def test_everything_has_a_name_and_is_reached_by_keyboard(desk: Desk) -> None:
    desk.form("openai").more.setChecked(True)
    for kind in (QAbstractButton, QLineEdit, QComboBox):
        for made in desk.page.findChildren(kind):
            if made.isVisible() and not isinstance(made.parent(), QComboBox):
                assert made.accessibleName() or getattr(made, "text", str)(), made
                # Of segments one has the focus; arrows lead to the others.
                segment = made.property("role") == "segment"
                assert segment or made.focusPolicy() & Qt.FocusPolicy.TabFocus, made.accessibleName()
    segments = desk.page.writers.findChildren(QAbstractButton)
    assert any(made.focusPolicy() & Qt.FocusPolicy.TabFocus for made in segments)


def test_the_keyboard_goes_down_the_page_as_it_is_seen(desk: Desk) -> None:
    for provider in ("ollama", "openai"):
        form = desk.form(provider)
        form.more.setChecked(True)
        form.headers.add.click()
        desk.page.activateWindow()
        places = []
        made: QWidget = form.address
        while True:
            if made.isVisible() and made.isEnabled() and made.focusPolicy() & Qt.FocusPolicy.TabFocus:
                places.append(made.mapTo(desk.page, made.rect().topLeft()).y())
            if made is desk.page.looks.language:
                break
            made = made.nextInFocusChain()
        assert len(places) >= 12
        assert all(later >= earlier - 8 for earlier, later in pairwise(places)), places
