"""A row of segments by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.segments import Segments

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    column = QVBoxLayout(made)
    column.addWidget(QLineEdit())
    column.addWidget(Segments([("a", "Airy"), ("u", "Usual"), ("t", "Tight")], "Space", appearance.look))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_tab_leads_to_the_chosen_one_and_the_arrows_choose_others(window: QWidget) -> None:
    segments, field = window.findChild(Segments), window.findChild(QLineEdit)
    segments.choose("t")
    segments.choose("u")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.text() == "Usual"
    QTest.keyClick(focus, Qt.Key.Key_Right)
    assert segments.present() == "t"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is field, "one stop"
