"""What an editor does to whole lines: lists that go on, bullets, moves. The rules are those of domain/line_editing.py."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from jobmatch_desktop.domain.common_ends import common_ends
from jobmatch_desktop.domain.line_editing import TextEdit, backspace, enter, moved, toggled_bullets
from jobmatch_desktop.ui.editor.positions import points, units
from jobmatch_desktop.ui.editor.written_parts import WrittenParts, plain_text

NO_MODIFIER = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class LineEdits:
    """Of one editor. UI thread. Each edit is one step to undo; none reaches into words that are coming."""

    def __init__(self, editor: QPlainTextEdit, parts: WrittenParts) -> None:
        self._editor = editor
        self._parts = parts

    def takes(self, event: QKeyEvent) -> bool:
        """Does what a key means in a list; False where it means nothing there."""
        if event.modifiers() not in NO_MODIFIER or self._editor.textCursor().hasSelection():
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._in_line(enter)
        return event.key() == Qt.Key.Key_Backspace and self._in_line(backspace)

    def reaches_into_written(self, event: QKeyEvent) -> bool:
        """Whether what a key does would change words that are coming."""
        if not self._parts.under_way:
            return False
        writes = (bool(event.text()) and event.text().isprintable()) or event.matches(QKeySequence.StandardKey.Paste)
        key = event.key()
        removes = key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) or event.matches(QKeySequence.StandardKey.Cut)
        if not (writes or removes or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            return False
        cursor = self._editor.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if not cursor.hasSelection() and key == Qt.Key.Key_Backspace:
            word = event.matches(QKeySequence.StandardKey.DeleteStartOfWord)
            cursor.movePosition(
                QTextCursor.MoveOperation.PreviousWord if word else QTextCursor.MoveOperation.PreviousCharacter
            )
            start = cursor.position()
        elif not cursor.hasSelection() and key == Qt.Key.Key_Delete:
            word = event.matches(QKeySequence.StandardKey.DeleteEndOfWord)
            cursor.movePosition(QTextCursor.MoveOperation.NextWord if word else QTextCursor.MoveOperation.NextCharacter)
            end = cursor.position()
        return self._parts.touches(start, end)

    def move(self, up: bool) -> bool:
        """Moves what the selection stands in up or down; False where it cannot go there."""
        text, cursor = plain_text(self._editor.document()), self._editor.textCursor()
        edit = moved(text, points(text, cursor.anchor()), points(text, cursor.position()), up=up)
        return edit is not None and self._make(edit, text, 0)

    def toggle_bullets(self) -> bool:
        """Makes bullets of the selected lines, or words of them again; False where that cannot be done now."""
        text, cursor = plain_text(self._editor.document()), self._editor.textCursor()
        edit = toggled_bullets(text, points(text, cursor.anchor()), points(text, cursor.position()))
        return self._make(edit, text, 0)

    def _in_line(self, rule: Callable[[str, int], TextEdit | None]) -> bool:
        cursor = self._editor.textCursor()
        block = cursor.block()
        text = block.text()
        edit = rule(text, points(text, cursor.positionInBlock()))
        return edit is not None and self._make(edit, text, block.position())

    def _make(self, edit: TextEdit, text: str, offset: int) -> bool:
        """Makes an edit of `text`, which begins at the position `offset`. Only what differs is touched, so that marks stay in place."""
        old = text[edit.start : edit.end]
        start, tail = common_ends(old, edit.text)
        cursor = self._editor.textCursor()
        first = offset + units(text, edit.start + start)
        last = offset + units(text, edit.end - tail)
        if self._parts.touches(first, last):
            return False
        after = edit.applied(text)
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(edit.text[start : len(edit.text) - tail])
        cursor.setPosition(offset + units(after, edit.anchor))
        cursor.setPosition(offset + units(after, edit.caret), QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        return True
