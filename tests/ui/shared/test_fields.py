"""Fields: each choice shows that it opens."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from jobmatch_desktop.ui.shared.appearance import Appearance

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_a_choice_of_qts_own_has_its_arrow(qtbot: QtBot, qapp: QApplication, appearance: Appearance) -> None:
    """As in its dialog for files, where the kind of file is chosen: only a chevron drawn by the program takes its place."""
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItem("")
    box.resize(200, 30)
    box.show()
    shown = box.grab().toImage()
    middle = shown.height() // 2
    right = {shown.pixelColor(x, y).name() for x in range(170, 194) for y in range(middle - 3, middle + 4)}
    left = {shown.pixelColor(x, y).name() for x in range(20, 160) for y in range(middle - 3, middle + 4)}
    assert right - left
