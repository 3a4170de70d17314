"""Lists that are read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.lists import wrapped_list

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"


def test_no_word_is_left_out_in_any_width(qtbot: QtBot, appearance: Appearance) -> None:
    """Some widths of a window are those at which a word just fits by Qt's measure, and does not by its drawing."""
    listed = wrapped_list("Files", appearance.look)
    qtbot.addWidget(listed)
    listed.addItem(WORDS)
    listed.show()

    def shown(mode: Qt.TextElideMode | None = None) -> QImage:
        own = listed.textElideMode()
        listed.setTextElideMode(own if mode is None else mode)
        image = listed.grab().toImage()
        listed.setTextElideMode(own)
        return image

    cut, would_be = [], []
    for width in range(160, 420):
        listed.resize(width, 200)
        whole = shown(Qt.TextElideMode.ElideNone)
        cut += [width] if shown() != whole else []
        would_be += [width] if shown(Qt.TextElideMode.ElideRight) != whole else []
    assert cut == []
    assert would_be, "the fault of Qt that this is about"
