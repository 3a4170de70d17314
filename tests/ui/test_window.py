"""The window: its pages by mouse and key, its place, and closing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.window import Page, Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def places() -> list[bytes]:
    return []


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance, icons: Icons, places: list[bytes]) -> Window:
    pages = [
        Page("applications", "Applications", "applications"),
        Page("tasks", "Tasks", "tasks"),
        Page("settings", "Settings", "settings", foot=True),
    ]
    made = Window(pages, appearance, icons)
    made.placed.connect(places.append)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_page_is_shown_by_key(window: Window, qtbot: QtBot) -> None:
    assert window.page() == "applications"
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page() == "tasks")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page() == "settings")


def test_a_page_is_shown_by_mouse_and_told(window: Window, qtbot: QtBot) -> None:
    button = next(made for made in window.findChildren(QToolButton) if made.accessibleName() == "Tasks")
    with qtbot.waitSignal(window.page_asked) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == ["tasks"]
    assert window.page() == "tasks"
    with qtbot.waitSignal(window.page_asked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_count_is_said_to_eyes_and_to_a_screen_reader(window: Window) -> None:
    window.set_count("tasks", 2)
    button = next(made for made in window.findChildren(QToolButton) if made.accessibleName() == "Tasks: 2")
    assert button.text() == "Tasks  2"
    window.set_count("tasks", 0)
    assert button.text() == "Tasks"


def test_its_place_is_handed_on_when_it_was_moved_and_taken_back(
    window: Window, places: list[bytes], qtbot: QtBot, appearance: Appearance, icons: Icons
) -> None:
    window.resize(800, 580)
    qtbot.waitUntil(lambda: len(places) > 0)
    other = Window([Page("a", "A", "tasks")], appearance, icons, places[-1])
    qtbot.addWidget(other)
    assert (other.width(), other.height()) == (800, 580)


def test_it_closes_only_when_let(window: Window, qtbot: QtBot) -> None:
    window.asks_before_closing = True
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window.isVisible()
    window.let_close()
    assert not window.isVisible()


def test_a_page_is_made_when_it_is_first_looked_at(window: Window) -> None:
    made: list[str] = []

    def make(words: str) -> QLabel:
        made.append(words)
        return QLabel(words)

    window.give("applications", lambda: make("one"))
    tasks = window.give("tasks", lambda: make("two"))
    assert (made, tasks.page) == (["one"], None)
    window.show_page("tasks")
    window.show_page("applications")
    window.show_page("tasks")
    assert made == ["one", "two"]
    assert isinstance(tasks.page, QLabel)
    assert tasks.page.isVisible()


def test_on_a_small_screen_the_window_is_no_larger_than_it(window: Window) -> None:
    """The display of these tests is 800 x 800: no window manager is asked to make it fit."""
    room = window.screen().availableSize()
    assert window.width() <= max(room.width(), window.minimumWidth())
    assert window.height() <= room.height()
