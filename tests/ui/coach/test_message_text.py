"""A message as it is drawn: however it came in pieces, it stands there as if it had come whole."""

import random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication

from jobmatch_desktop.ui.coach.message_text import MessageText
from jobmatch_desktop.ui.shared.appearance import Appearance, Scheme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TEXT = """## What you did

That is a **good** beginning: `release.sh` is *faster*.

1. First you measured
2. Then you wrote
   - tests
   - a roll-back

```
def release():
    pass
```

> One more thing: <b>figures</b>, see [the guide](https://example.com/star) and ![a picture](https://example.com/a.png).

---

مرحبا 👩‍🚀 and the end"""


def blocks(text: MessageText) -> list[tuple[str, float, float, int]]:
    found = []
    block = text.document().begin()
    while block.isValid():
        shape = block.blockFormat()
        bold = max((part.format.fontWeight() for part in block.textFormats()), default=0)
        found.append((block.text(), shape.leftMargin(), shape.topMargin(), bold))
        block = block.next()
    return found


def colour(text: MessageText) -> str:
    cursor = QTextCursor(text.document())
    cursor.setPosition(2)
    return cursor.charFormat().foreground().color().name()


@pytest.mark.parametrize("seed", range(6))
def test_pieces_come_to_the_same_as_the_whole(appearance: Appearance, seed: int) -> None:
    whole, pieces = MessageText("whole", appearance), MessageText("pieces", appearance)
    whole.set_markdown(TEXT)
    pieces.set_markdown("")
    random_ = random.Random(seed)
    place = 0
    while place < len(TEXT):
        size = random_.randint(1, 12)
        pieces.append(TEXT[place : place + size])
        place += size
        if random_.random() < 0.7:
            pieces.draw_now()
    pieces.draw_now()
    assert blocks(pieces) == blocks(whole)
    assert pieces.source() == TEXT
    assert "<b>figures</b>" in pieces.toPlainText()
    assert "the guide (https://example.com/star)" in pieces.toPlainText()


def test_a_selection_stays_while_more_comes(appearance: Appearance) -> None:
    text = MessageText("text", appearance)
    text.set_markdown("First paragraph.\n\nSecond")
    cursor = QTextCursor(text.document())
    cursor.setPosition(6)
    cursor.setPosition(15, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    for piece in (" and", " third.\n\n", "- a list\n", "- goes on\n"):
        text.append(piece)
        text.draw_now()
    assert text.textCursor().selectedText() == "paragraph"


def test_it_is_as_high_as_its_words_and_leaves_the_wheel_to_the_page(appearance: Appearance) -> None:
    text = MessageText("text", appearance)
    text.resize(300, 10)
    text.set_markdown("One line.")
    text.show()
    QApplication.processEvents()
    low = text.height()
    text.append(" And many more words, which need another line at this width of three hundred pixels.")
    text.draw_now()
    QApplication.processEvents()
    assert text.height() > low
    assert text.verticalScrollBar().maximum() == 0
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    text.wheelEvent(turned)
    assert not turned.isAccepted()
    text.close()


def test_other_colours_are_drawn_with_the_same_words(appearance: Appearance) -> None:
    markdown, plain = MessageText("markdown", appearance), MessageText("plain", appearance)
    markdown.set_markdown("**Bold** words")
    markdown.append(" that came")
    markdown.draw_now()
    plain.set_plain("**as typed**\n<b>")
    light = colour(markdown)
    appearance.choose(Scheme.DARK)
    assert markdown.toPlainText() == "Bold words that came"
    assert plain.toPlainText() == "**as typed**\n<b>"
    assert colour(markdown) != light


def test_what_never_closes_is_drawn_less_often(appearance: Appearance) -> None:
    text = MessageText("text", appearance)
    text.set_markdown("```\n")
    for _ in range(200):
        text.append("a line of code that goes on\n" * 10)
    text.draw_now()
    assert text.toPlainText().count("a line of code") == 2000
