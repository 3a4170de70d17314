"""Commands of what is in view, found by typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.commands import command, commands_of
from jobmatch_desktop.ui.shared.palette import Palette, ranked

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class House:
    """A window of two pages with commands of their own."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.window = QWidget()
        self.pages = QStackedWidget(self.window)
        for name in ("one", "two"):
            page = QWidget()
            command(page, f"Export page {name}", "Ctrl+E", lambda name=name: self.done.append(name))
            self.pages.addWidget(page)
        command(self.window, "Go to Réglages", "Ctrl+1", lambda: self.done.append("settings"), ("Ctrl+,",))
        self.window.show()


@pytest.fixture
def house(qtbot: QtBot) -> House:
    made = House()
    qtbot.addWidget(made.window)
    return made


def test_only_what_is_in_view_can_be_done(qtbot: QtBot, house: House) -> None:
    assert [action.text() for action in commands_of(house.window)] == ["Export page one", "Go to Réglages"]
    house.window.activateWindow()
    qtbot.waitUntil(house.window.isActiveWindow)
    QTest.keyClick(house.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    house.pages.setCurrentIndex(1)
    QTest.keyClick(house.window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert house.done == ["one", "two"]
    commands_of(house.window)[0].setEnabled(False)
    assert [action.text() for action in commands_of(house.window)] == ["Go to Réglages"]


def test_a_command_is_found_by_its_words_and_run_when_the_list_has_closed(
    qtbot: QtBot, house: House, appearance: Appearance
) -> None:
    palette = Palette(commands_of(house.window), appearance, house.window)
    palette.open()
    [wanted], [listed] = palette.findChildren(QLineEdit), palette.findChildren(QListWidget)
    assert listed.count() == 2
    assert listed.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Export page one, Ctrl+E"
    QTest.keyClicks(wanted, "REGLAGES")
    assert [listed.item(row).text() for row in range(listed.count())] == ["Go to Réglages"]
    QTest.keyClick(wanted, Qt.Key.Key_Return)
    assert house.done == ["settings"]


def test_arrows_choose_while_one_types_and_escape_does_nothing(
    qtbot: QtBot, house: House, appearance: Appearance
) -> None:
    palette = Palette(commands_of(house.window), appearance, house.window)
    palette.open()
    [wanted], [listed] = palette.findChildren(QLineEdit), palette.findChildren(QListWidget)
    QTest.keyClick(wanted, Qt.Key.Key_Down)
    assert listed.currentRow() == 1
    QTest.keyClicks(wanted, "zzz")
    QTest.keyClick(wanted, Qt.Key.Key_Return)
    assert palette.isVisible(), "there is nothing to run"
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    assert house.done == []


def test_commands_that_begin_with_the_words_come_first(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    for words in ("Show the next mark", "Next pane", "Annex a file", "Export"):
        command(owner, words, "", print)
    assert [action.text() for action in ranked(owner.actions(), "next")] == ["Next pane", "Show the next mark"]
    assert len(ranked(owner.actions(), " ")) == 4
