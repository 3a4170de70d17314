"""Enter and Space press the button that has the focus, in a dialog too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget

from jobmatch_desktop.ui.shared.buttons import button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("kind", [QWidget, QDialog])
def test_a_key_presses_the_button_that_has_the_focus(qapp: QApplication, kind: type[QWidget], key: Qt.Key) -> None:
    window = kind()
    column = QVBoxLayout(window)
    pressed: list[str] = []
    for words in ("Write", "Cancel"):
        made = button(words)
        made.clicked.connect(lambda _=False, words=words: pressed.append(words))
        made.setDefault(words == "Write")
        column.addWidget(made)
    window.show()
    made.setFocus()
    QTest.keyClick(made, key)
    window.close()
    window.deleteLater()
    assert pressed == ["Cancel"]
