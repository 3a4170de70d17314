"""The marks in an editor: drawn, found at the caret, gone to, and what a person does with the words they stand under."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from jobmatch_desktop.domain.mark import LONGEST, Mark
from jobmatch_desktop.ui.editor.placed_marks import PlacedMark, PlacedMarks, blanked
from jobmatch_desktop.ui.editor.text_layout import TextLayout
from jobmatch_desktop.ui.editor.written_parts import WrittenParts, plain_text
from jobmatch_desktop.ui.shared.words import translated


class EditorMarks(QObject):
    """The marks of one editor. UI thread. They are drawn by its layout: no step to undo, and the caret stays."""

    at_caret = Signal(object)
    """The `PlacedMark` that the caret is in now, or None."""

    def __init__(self, editor: QPlainTextEdit, placed: PlacedMarks, layout: TextLayout, parts: WrittenParts) -> None:
        super().__init__(editor)
        self._editor = editor
        self._placed = placed
        self._layout = layout
        self._parts = parts
        self._here: PlacedMark | None = None
        editor.cursorPositionChanged.connect(self._look)

    def text_to_check(self) -> str | None:
        """The text as it stands, without the words that are still coming; `put` gets what is found in it. None where it is too long."""
        self._placed.begin()
        document = self._editor.document()
        if document.characterCount() > LONGEST:
            return None
        return blanked(plain_text(document), self._parts.places(0, document.characterCount()))

    def put(self, marks: Sequence[Mark], text: str) -> None:
        """Draws the marks of a text that `text_to_check` gave."""
        for start, end in self._placed.put(marks, text):
            self._layout.draw_again(start, end)
        self._editor.viewport().update()
        self._look()

    def clear(self) -> None:
        """Another text: nothing is known of it yet."""
        self.put((), "")

    def open(self) -> list[PlacedMark]:
        """The marks that nothing was decided about, in order."""
        return self._placed.drawn

    def at(self, place: int) -> PlacedMark | None:
        """The mark at a place that nothing was decided about."""
        found = self._placed.at(place)
        return found if found is not None and found.drawn else None

    def go(self, back: bool = False) -> bool:
        """Goes to the next mark, or the one before; False where there is none."""
        cursor = self._editor.textCursor()
        found = self._placed.next(cursor.selectionStart(), back)
        if found is not None:
            self.select(found)
        return found is not None

    def go_to_first(self, after: int = -1) -> None:
        """Goes to the first mark of the text, or the first after a place."""
        if found := self._placed.next(after):
            self.select(found)

    def select(self, found: PlacedMark) -> None:
        """Selects a mark's words, to be typed over."""
        cursor = self._editor.textCursor()
        cursor.setPosition(found.end)
        cursor.setPosition(found.start, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        self._editor.setFocus()

    def replace(self, found: PlacedMark, words: str) -> None:
        """Puts other words in the place of a mark's, as the person's own edit."""
        if self._parts.touches(found.start, found.end):
            return
        cursor = self._editor.textCursor()
        cursor.setPosition(found.start)
        cursor.setPosition(found.end, QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() != found.mark.said:
            return
        cursor.insertText(words)
        self._editor.setTextCursor(cursor)

    def heading_above(self, found: PlacedMark) -> str:
        """The words of the entry's heading that a mark stands under; empty where there is none."""
        block = self._editor.document().findBlock(found.start)
        while block.isValid() and not block.text().startswith("#"):
            block = block.previous()
        return block.text().lstrip("# ") if block.isValid() else ""

    def explain(self, event: QHelpEvent) -> None:
        """Says of the mark under the mouse why it is one."""
        place = self._editor.cursorForPosition(event.pos())
        found = self._placed.at(place.position()) if self._is_on(place, event.pos()) else None
        if found is None or not found.drawn:
            QToolTip.hideText()
            event.ignore()
        else:
            # Words of a document are shown as they are, and a tooltip reads HTML.
            said = escape(found.mark.why.text(translated))
            QToolTip.showText(event.globalPos(), f"<qt>{said}</qt>", self._editor.viewport())

    def _is_on(self, cursor: QTextCursor, place: QPoint) -> bool:
        """Whether the mouse is on the words and not right of the line's end."""
        there = self._editor.cursorRect(cursor)
        return abs(there.center().x() - place.x()) <= 2 * there.height() and there.top() <= place.y() <= there.bottom()

    def _look(self) -> None:
        found = self._placed.at(self._editor.textCursor().position())
        if found != self._here:
            self._here = found
            self.at_caret.emit(found)
