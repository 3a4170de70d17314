"""The settings' lists of skills, over real services: ESCO's file in another language is added, replaced and removed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from jobmatch_desktop.bridge.feed import Feed
from jobmatch_desktop.ui.settings.page import SettingsPage
from tests.services.esco_lists import GERMAN, csv_of
from tests.ui.applications.house import House

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Settings:
    """The page of settings, which hears what the services tell as in the window."""

    def __init__(self, house: House) -> None:
        self.house = house
        house.services.models._local_ports = {}
        self.page = SettingsPage(house.services, house.engine, house.appearance, house.icons)
        self.skills = self.page.skills
        self.feed: Feed = house.feed
        self.feed.arrived.connect(self.page.take_events)
        self.page.resize(1000, 900)
        self.page.show()
        self.until("all of ESCO")

    def said(self) -> str:
        shown = [made.text() for made in self.skills.findChildren(QLabel) if made.isVisible()]
        return "\n".join(shown).replace("\u200b", "")

    def until(self, words: str, there: bool = True) -> None:
        self.house.until(lambda: (words in self.said()) == there)

    def choose(self, path: Path) -> None:
        QTest.keyClick(self.skills.add, Qt.Key.Key_Return)
        dialog = self.page.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        dialog.fileSelected.emit(str(path))
        dialog.close()


@pytest.fixture
def settings(house: House) -> Iterator[Settings]:
    made = Settings(house)
    yield made
    made.feed.arrived.disconnect(made.page.take_events)
    house.run(made.page.wind_up())
    made.page.close()
    made.page.deleteLater()
    house.live(1)


def written(folder: Path, name: str, data: str | bytes) -> Path:
    (folder / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return folder / name


def test_it_says_what_is_recognised(settings: Settings) -> None:
    words = settings.said()
    assert "English\n13,580 skills: all of ESCO\nFrench\n" in words
    assert "names of the commonest skills" in words
    assert not [made for made in settings.skills.findChildren(QPushButton) if made.text() == "Remove"]


def test_a_file_is_added_and_removed(settings: Settings, tmp_path: Path) -> None:
    settings.choose(written(tmp_path, "skills_de.csv", csv_of(GERMAN)))
    settings.until("Deutsch\n2 skills, added by you")
    settings.until("Added: Deutsch.")
    assert settings.house.call(settings.house.services.added_skills.lists)[-1].skills == 2
    remove = next(made for made in settings.skills.findChildren(QPushButton) if made.text() == "Remove")
    assert remove.accessibleName() == "Remove Deutsch"
    assert remove.nextInFocusChain() is settings.skills.add
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Space)
    settings.until("Deutsch", there=False)
    assert len(settings.house.call(settings.house.services.added_skills.lists)) == 2


def test_a_file_is_dropped(settings: Settings, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(written(tmp_path, "skills_nl.csv", csv_of(GERMAN))))])
    everything = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    settings.skills.dropEvent(QDropEvent(QPoint(5, 5), *everything))
    settings.until("Nederlands\n2 skills, added by you")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x00\x01\xff" * 50, "This is no list of skills of ESCO."),
        (b"name,price\nsoap,2\n", "choose the file named skills"),
        (csv_of(GERMAN).encode()[:60], "This is no list of skills of ESCO."),
    ],
)
def test_a_bad_file_is_told_and_another_can_be_chosen(
    settings: Settings, tmp_path: Path, data: bytes, says: str
) -> None:
    settings.choose(written(tmp_path, "skills_de.csv", data))
    settings.until(says)
    assert "Deutsch" not in settings.said()
    assert settings.skills.add.isEnabled()
    settings.choose(written(tmp_path, "skills_de.csv", csv_of(GERMAN)))
    settings.until("Deutsch\n2 skills, added by you")
    assert says not in settings.said()


def test_a_damaged_list_is_said(house: House) -> None:
    folder = house.folder / "lexicon"
    folder.mkdir()
    (folder / "esco_de.txt.zlib").write_bytes(b"half a")
    made = Settings(house)
    made.until("This list is damaged: add its file again, or remove it.")
    made.feed.arrived.disconnect(made.page.take_events)
    house.run(made.page.wind_up())
    made.page.close()
    made.page.deleteLater()
    house.live(1)
