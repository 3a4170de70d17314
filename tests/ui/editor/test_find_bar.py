"""Finding words and putting others in their place, by the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from jobmatch_desktop.ui.editor.document_editor import DocumentEditor
from jobmatch_desktop.ui.editor.find_bar import FindBar
from jobmatch_desktop.ui.shared.appearance import Appearance

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TEXT = "# Ada 🌾\n\nThe mill ground corn. The miller kept the mill.\n"


class Page:
    def __init__(self, qtbot: QtBot, appearance: Appearance) -> None:
        self.qtbot = qtbot
        self.editor = DocumentEditor(appearance)
        self.editor.set_text(TEXT)
        self.bar = FindBar(self.editor, appearance)
        self.page = QWidget()
        column = QVBoxLayout(self.page)
        column.addWidget(self.bar)
        column.addWidget(self.editor)
        self.page.setFixedSize(800, 600)
        self.page.show()
        self.wanted, self.by = self.bar.findChildren(QLineEdit)

    def said(self) -> str:
        return self.bar.findChildren(QLabel)[0].text()

    def says(self, words: str) -> None:
        self.qtbot.waitUntil(lambda: self.said() == words)

    def button(self, words: str) -> QPushButton:
        return next(one for one in self.bar.findChildren(QPushButton) if one.text() == words)


@pytest.fixture
def page(qtbot: QtBot, appearance: Appearance) -> Iterator[Page]:
    made = Page(qtbot, appearance)
    yield made
    Shiboken.delete(made.page)


def test_places_are_counted_and_gone_to_in_turn(page: Page) -> None:
    page.bar.open(replaces=False)
    assert not page.by.isVisible()
    QTest.keyClicks(page.wanted, "MILL")
    page.says("3 places")
    for number in (1, 2, 3, 1):
        QTest.keyClick(page.wanted, Qt.Key.Key_Return)
        page.says(f"{number} of 3")
        assert page.editor.textCursor().selectedText() == "mill"
    page.bar.go(back=True)
    page.says("3 of 3")
    page.button("Words").click()
    page.says("2 of 2")
    page.button("Aa").click()
    page.says("Not found")
    assert not page.button("↓").isEnabled()


def test_one_place_after_the_other_is_replaced(page: Page) -> None:
    page.bar.open(replaces=True)
    QTest.keyClicks(page.wanted, "mill")
    QTest.keyClicks(page.by, "farm")
    QTest.keyClick(page.by, Qt.Key.Key_Return)
    assert page.editor.text() == TEXT, "the first Enter goes to the first place"
    QTest.keyClick(page.by, Qt.Key.Key_Return)
    assert page.editor.text() == TEXT.replace("mill", "farm", 1)
    assert page.editor.textCursor().selectedText() == "mill"


def test_all_places_are_replaced_in_one_step(page: Page) -> None:
    page.bar.open(replaces=True)
    QTest.keyClicks(page.wanted, "the")
    QTest.keyClicks(page.by, "\\1 $")
    page.button("Replace all").click()
    assert page.editor.text() == TEXT.replace("The", "\\1 $").replace("the", "\\1 $")
    assert page.said() == "3 replaced"
    page.editor.undo_edit()
    assert page.editor.text() == TEXT


def test_words_that_are_being_written_are_not_replaced(page: Page) -> None:
    page.editor.set_text("# A\n\n## Summary\nThe mill.\n")
    page.editor.begin_part("summary")
    page.editor.append("summary", "Another mill")
    page.editor._draw()
    page.bar.open(replaces=True)
    QTest.keyClicks(page.wanted, "mill")
    page.bar.go()
    before = page.editor.text()
    page.button("Replace").click()
    page.button("Replace all").click()
    assert page.editor.text() == before


def test_it_opens_with_the_selection_and_leaves_with_escape(page: Page) -> None:
    page.editor.setFocus()
    cursor = page.editor.textCursor()
    cursor.setPosition(TEXT.index("corn") + 1)
    cursor.select(cursor.SelectionType.WordUnderCursor)
    page.editor.setTextCursor(cursor)
    page.bar.open(replaces=False)
    assert page.wanted.text() == "corn"
    with page.qtbot.waitSignal(page.bar.closed):
        QTest.keyClick(page.wanted, Qt.Key.Key_Escape)
    assert not page.bar.isVisible()
