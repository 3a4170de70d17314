"""F6: from pane to pane, to where the keyboard was."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jobmatch_desktop.ui.shared.panes import go_to_pane

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def pane(*widgets: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for widget in widgets:
        column.addWidget(widget)
    return made


def test_each_pane_gets_the_keyboard_where_it_was_and_those_without_a_stop_do_not(qtbot: QtBot) -> None:
    first, second, shut, text = QPushButton("1"), QPushButton("2"), QPushButton("3"), QLineEdit()
    shut.setEnabled(False)
    panes = [pane(first, second), pane(QLabel("nothing to do"), shut), text]
    window = pane(*panes)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    text.setFocus()
    went = []
    for back in (False, False, False, True):
        go_to_pane(panes, back)
        went.append(QApplication.focusWidget())
        if went[-1] is first:
            second.setFocus()
    assert went == [first, text, second, text]
    panes[0].hide()
    go_to_pane(panes)
    assert QApplication.focusWidget() is text
