"""The list of what no fact says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget
from pytestqt.qtbot import QtBot

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.mark import Mark
from jobmatch_desktop.ui.editor.unsupported_dialog import UnsupportedDialog
from jobmatch_desktop.ui.shared.appearance import Appearance

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
SENTENCE = "I speak fluent Klingon and led NASA in 2024."
WHY = "« {said} » : aucun fait ne le dit."


def test_no_why_is_cut_short_however_wide_the_list_is(qtbot: QtBot, appearance: Appearance) -> None:
    """Padding of an item narrows its words after Qt has measured how many lines they take."""
    window = QWidget()
    qtbot.addWidget(window)
    said = ("Klingon", "led a very large part of it", "NASA", "2024")
    dialog = UnsupportedDialog(appearance, [Mark(0, 1, one, "name", SENTENCE, Why(WHY, one)) for one in said], window)
    dialog.show()
    (listed,) = dialog.findChildren(QListWidget)

    def shown(mode: Qt.TextElideMode) -> object:
        listed.setTextElideMode(mode)
        return listed.grab().toImage()

    cut = []
    for width in range(400, 640, 4):
        dialog.resize(width, 340)
        if shown(Qt.TextElideMode.ElideRight) != shown(Qt.TextElideMode.ElideNone):
            cut.append(width)
    assert cut == []
