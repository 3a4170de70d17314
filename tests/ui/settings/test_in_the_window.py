"""The settings in the whole window: made when first looked at, and what is chosen there is what writing begins with."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.storage.settings import ProviderPlace, load_settings
from jobmatch_desktop.ui.applications.writer_choice import WriterChoice
from jobmatch_desktop.ui.editor.generate_dialog import GenerateDialog
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import House, LoopbackModel
from tests.patience import until
from tests.ui.driven import Driven, drive

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def interval() -> Iterator[None]:
    """The window's program sets how long Python's threads hold on to the interpreter."""
    before = sys.getswitchinterval()
    yield
    sys.setswitchinterval(before)


def test_the_writer_of_the_first_page_with_the_model_of_the_settings_is_offered(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def act(driven: Driven) -> tuple[str, str]:
        place = {"ollama": ProviderPlace(base_url=server.url)}
        await driven.call(driven.services.preferences.change, providers=place)
        writer = driven.find(WriterChoice)
        writer.look()
        await until(lambda: writer._looked and writer._found["ollama"].models)
        await driven.press("More in Settings")
        assert driven.window.page() == "settings"
        from jobmatch_desktop.ui.settings.page import SettingsPage

        line = driven.find(SettingsPage).forms["ollama"].model.model.line
        line.setFocus()
        QTest.keyClicks(line, "b:2")
        QTest.keyClick(line, Qt.Key.Key_Return)
        await until(lambda: driven.services.preferences.settings.chosen_models == {"ollama": "b:2"})
        driven.window.show_page("applications")
        box = writer._writer
        box.setCurrentIndex(box.findData("ollama"))
        box.activated.emit(box.currentIndex())
        await driven.press("Try with a sample")
        await until(lambda: driven.editor(DocumentKind.CV).toPlainText())
        await driven.press("Generate")
        await until(lambda: driven.window.findChildren(GenerateDialog))
        boxes = {made.accessibleName(): made for made in driven.find(GenerateDialog).findChildren(QComboBox)}
        await until(lambda: boxes["Model"].count() == 2)
        found = boxes["Writer"].currentData(), boxes["Model"].currentData()
        driven.find(GenerateDialog).reject()
        await driven.close()
        return found

    with OllamaServer(house=House(models=(LoopbackModel("a:1"), LoopbackModel("b:2")))) as server:
        assert drive(qapp, tmp_path, act) == ("ollama", "b:2")


def test_what_is_being_written_when_the_window_closes_is_kept(qapp: QApplication, tmp_path: Path) -> None:
    async def act(driven: Driven) -> None:
        await driven.press("More in Settings")
        from jobmatch_desktop.ui.settings.page import SettingsPage

        page = driven.find(SettingsPage)
        page.writers.choose("compatible")
        page.forms["compatible"].address.setFocus()
        QTest.keyClicks(page.forms["compatible"].address, "http://127.0.0.1:9/v1")
        await driven.close()

    drive(qapp, tmp_path, act)
    assert load_settings(tmp_path).settings.providers["compatible"].base_url == "http://127.0.0.1:9/v1"
