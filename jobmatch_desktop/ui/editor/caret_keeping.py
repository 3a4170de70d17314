"""Edits of a text that are not the person's: caret, selection and view stay where they are."""

from collections.abc import Callable

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit


class CaretKeeping:
    """Of one editor. UI thread."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self.scrolls = False
        """Whether the view is being put back now."""

    def keep(self, change: Callable[[], None]) -> None:
        """Makes a change; what stands at the caret, and at the top of the view, stands there after it."""
        editor = self._editor
        cursor, top = editor.textCursor(), editor.firstVisibleBlock()
        mark = self._staying(top.position())
        line = editor.verticalScrollBar().value() - top.firstLineNumber()
        # Of one cursor only the position would stay before what is put in at it, and the anchor go on: a selection nobody made.
        anchor, position = self._staying(cursor.anchor()), self._staying(cursor.position())
        self.scrolls = True
        try:
            change()
            self._select(anchor.position(), position.position())
            editor.verticalScrollBar().setValue(mark.block().firstLineNumber() + line)
        finally:
            self.scrolls = False

    def put_back(self, change: Callable[[], None]) -> None:
        """Makes a change after which the text is the same again, whatever it was meanwhile."""
        cursor, scrolled = self._editor.textCursor(), self._editor.verticalScrollBar().value()
        anchor, position = cursor.anchor(), cursor.position()
        self.scrolls = True
        try:
            change()
            self._select(anchor, position)
            self._editor.verticalScrollBar().setValue(scrolled)
        finally:
            self.scrolls = False

    def _staying(self, position: int) -> QTextCursor:
        """A cursor that stays before what is put in at its place."""
        made = QTextCursor(self._editor.document())
        made.setPosition(position)
        made.setKeepPositionOnInsert(True)
        return made

    def _select(self, anchor: int, position: int) -> None:
        after = self._editor.textCursor()
        if (after.anchor(), after.position()) != (anchor, position):
            after.setPosition(anchor)
            after.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self._editor.setTextCursor(after)
