"""The editor: styled plain text that a person and a model may write in at the same time."""

import time
from collections.abc import Callable

import msgspec
from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from jobmatch_desktop.domain.undoing import History, Tail
from jobmatch_desktop.ui.editor.caret_keeping import CaretKeeping
from jobmatch_desktop.ui.editor.editor_marks import EditorMarks
from jobmatch_desktop.ui.editor.fold_marks import FoldMarks
from jobmatch_desktop.ui.editor.folding import Folding
from jobmatch_desktop.ui.editor.line_edits import LineEdits
from jobmatch_desktop.ui.editor.over_text import OverText
from jobmatch_desktop.ui.editor.pasting import insert, pasted_words, plain_words
from jobmatch_desktop.ui.editor.placed_marks import PlacedMarks
from jobmatch_desktop.ui.editor.positions import in_lines
from jobmatch_desktop.ui.editor.text_layout import TextLayout
from jobmatch_desktop.ui.editor.undo_journal import UndoJournal
from jobmatch_desktop.ui.editor.written_parts import WrittenParts, plain_text, replace_text
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.writing.parts import Span

NOTHING = History()
FRAME = 16
"""Milliseconds between two times that words which came are drawn, at least; the first are drawn at once."""
READS = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
WRITES = Qt.TextInteractionFlag.TextEditorInteraction


class DocumentEditor(QPlainTextEdit):
    """An editor of one document. UI thread.

    While it is hidden it draws nothing: what comes is kept, and stands there when it is shown.
    """

    edited = Signal()
    """The person changed the text."""
    menu_opened = Signal(object, int)
    """The context menu that opens, and the place that it is for."""
    refused = Signal(str)
    """The person tried what cannot be done now; the words say why."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "document")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Document"))
        self.document().setDocumentMargin(0)
        self._look = self._plain_look = appearance.look
        self._zoom = 1.0
        self._caret = CaretKeeping(self)
        self.parts = WrittenParts(self.document(), self._caret.keep, self._caret.put_back)
        placed = PlacedMarks(self.document())
        words = PlacedMarks(self.document())
        self._layout = TextLayout(
            self.document(), self._look, self._text_width, self.parts.places, placed.within, words.within
        )
        self.document().setDocumentLayout(self._layout)
        self.folding = Folding(self.document(), self._layout.tell_size, self)
        self.folds = FoldMarks(self, self.folding, self.parts, placed, words, self._look)
        self._over = OverText(self, self._layout, self.parts, self.folds)
        self.marks = EditorMarks(self, placed, self._layout, self.parts)
        self.lines = LineEdits(self, self.parts)
        self.spelling = EditorMarks(self, words, self._layout, self.parts)
        self._joins = False
        self._journal = UndoJournal(self.document(), lambda: self.parts.joining or self._joins)
        self._put_off: list[Callable[[], object]] = []
        self._follows = True
        self._scrolls = False
        self._loading = False
        self._drawn = 0.0
        self._frame = QTimer(self, singleShot=True)
        self._frame.timeout.connect(self._draw)
        self.document().contentsChange.connect(self._tell_edit)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.selectionChanged.connect(self._guard)
        self.verticalScrollBar().valueChanged.connect(self._person_scrolled)
        appearance.changed.connect(self._take_look)

    def set_text(self, text: str, history: History = NOTHING) -> None:
        """Another text; what can be undone in it is what `history` tells of an earlier session."""
        self._put_off.clear()
        self.parts.forget()
        self.folding.forget()
        self._without_telling(lambda: self._journal.open(in_lines(text), history))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._follows = True

    def change_text(self, text: str) -> None:
        """The text was changed elsewhere: one step to undo, caret and view stay where they are."""
        self._when_shown(lambda: self._change_text(text))

    def text(self) -> str:
        """The text as it stands, words still coming included."""
        return plain_text(self.document())

    def text_to_save(self) -> str:
        """The text as the person has it: what a generation has written is in it when the generation is over."""
        self._apply_put_off()
        return self.parts.text_without()

    def undo_to_save(self) -> Tail | None:
        """What can be undone in the text to save, as far as it is not stored; None while a generation stands in the text beside it."""
        return None if self.parts.under_way else self._journal.taken()

    def undo_not_saved(self, tail: Tail) -> None:
        """That could not be stored."""
        self._journal.give_back(tail)

    def text_to_print(self) -> str:
        """The text as it is becoming, without the words of the part that is still being written."""
        self._apply_put_off()
        return self.parts.text_without_streaming()

    def set_zoom(self, zoom: float) -> None:
        """The size of the text; 1.0 is 100 %."""
        self._zoom = zoom
        self._take_look(self._plain_look)

    def go_to_line(self, line: int) -> None:
        """Puts the caret at the end of a line (from 0; beyond the last: there), in view, and types go there."""
        block = self.document().findBlockByNumber(min(line, self.document().blockCount() - 1))
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def begin_part(self, key: str, span: Span | None = None, at: str | None = None) -> None:
        """A model will write this part (at `span` in code points, where given, else where the text has it, under the key `at`)."""
        self._when_shown(lambda: self._begin_part(key, span, at))

    def append(self, key: str, text: str) -> None:
        """Words of a part came. They are drawn with the next frame."""
        if not self._put_off:
            self.parts.append(key, text)
            self._draw_soon()
        else:
            self._put_off.append(lambda: self.parts.append(key, text))

    def end_part(self, key: str, body: str | None) -> None:
        """A part is whole: its words, or None where the draft stays."""
        self._when_shown(lambda: self._end_part(key, body))

    def end_generation(self) -> None:
        """Nobody else writes in this text any more; all that came is one step to undo."""
        self._when_shown(self._end_generation)

    def undo_edit(self) -> None:
        """Undoes the last step, unless words are coming in the middle of it."""
        if self.parts.may_undo:
            self.undo()
        else:
            self.refused.emit(self.tr("Undo is possible again when the writing has ended."))

    def redo_edit(self) -> None:
        """Does the step again that was undone last."""
        if not self.parts.under_way:
            self._journal.redo(self.redo)

    # What comes while hidden

    def _when_shown(self, change: Callable[[], object]) -> None:
        if self.isVisible() and not self._put_off:
            change()
        else:
            self._put_off.append(change)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._apply_put_off()
        self._draw_soon()

    def _apply_put_off(self) -> None:
        put_off, self._put_off = self._put_off, []
        for change in put_off:
            change()

    # Writing by others

    def _begin_part(self, key: str, span: Span | None, at: str | None) -> None:
        self.parts.begin(key, span, at)
        self._guard()

    def _end_part(self, key: str, body: str | None) -> None:
        self.parts.end(key, body)
        self._restyle(self.parts.place(key))

    def _end_generation(self) -> None:
        coming = self.parts.places(0, self.document().characterCount())
        self.parts.finish()
        self._restyle(*coming)

    def _restyle(self, *places: tuple[int, int] | None) -> None:
        """Words that came there are the document's own now: they are no longer drawn as coming."""
        for start, end in filter(None, places):
            self._layout.lay_again(start, end)
        self._guard()

    def _change_text(self, text: str) -> None:
        coming = self.parts.places(0, self.document().characterCount())
        join = self.parts.finish()
        self._joins = join
        self._without_telling(lambda: self._caret.keep(lambda: replace_text(self.document(), text, join)))
        self._joins = False
        self._restyle(*coming)

    def _draw_soon(self) -> None:
        if self.isVisible() and self.parts.waiting and not self._frame.isActive():
            since = round((time.monotonic() - self._drawn) * 1000)
            self._frame.start(max(0, FRAME - since))

    def _draw(self) -> None:
        if not self.isVisible():
            return
        self._drawn = time.monotonic()
        self.parts.draw()
        if self._follows:
            self._scroll_to_written()
        self._draw_soon()

    def _without_telling(self, change: Callable[[], object]) -> None:
        self._loading = True
        try:
            change()
        finally:
            self._loading = False

    def _tell_edit(self, _position: int, removed: int, added: int) -> None:
        if removed or added:
            # A key may hide the line that it is pressed in and leave the caret at its place: a heading that it unmakes.
            self.folds.caret_moved()
        if (removed or added) and not self.parts.own and not self._loading:
            if self.parts.under_way:
                self._follows = False
            self.edited.emit()

    # What the person may do meanwhile

    def _caret_moved(self) -> None:
        self.folds.caret_moved()
        self._layout.visit(self.textCursor().block())
        self._guard()

    def _guard(self) -> None:
        """In words that are coming the person may select and copy, not write."""
        cursor = self.textCursor()
        coming = self.parts.touches(cursor.selectionStart(), cursor.selectionEnd())
        flags = READS if coming else WRITES
        if self.textInteractionFlags() != flags:
            self.setTextInteractionFlags(flags)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_edit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_edit()
        elif self.lines.reaches_into_written(event):
            self.refused.emit(self.tr("This part is being written. Stop it to write here yourself."))
        elif event.matches(QKeySequence.StandardKey.InsertLineSeparator):
            self.textCursor().insertBlock()  # Qt would put a sign into the line that is a line end to everybody else
            self.ensureCursorVisible()
        elif self.folds.passes_over(event):
            super().keyPressEvent(event)
            self.folds.passed()
        else:
            self.folds.opens_for(event)
            if not self.lines.takes(event):
                super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        place = self.cursorForPosition(event.position().toPoint()).position()
        if self.parts.touches(place, place):
            event.ignore()
            self.refused.emit(self.tr("This part is being written. Stop it to write here yourself."))
        else:
            super().dropEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-undo":
                action.setEnabled(action.isEnabled() and self.parts.may_undo)
            elif action.objectName() == "edit-redo":
                action.triggered.disconnect()
                action.triggered.connect(self.redo_edit)
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        cursor = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        self.menu_opened.emit(menu, cursor.position())
        menu.popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        made = QMimeData()
        made.setText(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))
        return made

    def insertFromMimeData(self, source: QMimeData) -> None:
        insert(self, pasted_words(source))

    def paste_plain(self) -> None:
        """Pastes the clipboard's words without their form."""
        if not self.textInteractionFlags() & Qt.TextInteractionFlag.TextEditable:
            self.refused.emit(self.tr("This part is being written. Stop it to write here yourself."))
        else:
            insert(self, plain_words(QGuiApplication.clipboard().mimeData()))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    # The view

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self.marks.explain(event)
            return True
        return super().viewportEvent(event)

    def _text_width(self) -> int:
        return self.viewport().width()

    def _person_scrolled(self) -> None:
        if not (self._scrolls or self._caret.scrolls) and (latest := self.parts.latest):
            self._follows = self._shows(latest)

    def _shows(self, cursor: QTextCursor) -> bool:
        place = self.cursorRect(cursor)
        return place.bottom() > 0 and place.top() < self.viewport().height()

    def _scroll_to_written(self) -> None:
        latest = self.parts.latest
        if latest is None or not latest.block().isVisible():
            return
        self._scrolls = True
        bar = self.verticalScrollBar()
        line = latest.block().firstLineNumber() + max(
            0, latest.block().layout().lineForTextPosition(latest.positionInBlock()).lineNumber()
        )
        if not self._shows(latest):
            bar.setValue(max(0, line - bar.pageStep() // 2))
        room = self.viewport().height() - self._look.px(30)
        while self.cursorRect(latest).bottom() > room and bar.value() < min(line, bar.maximum()):
            bar.setValue(bar.value() + 1)
        self._scrolls = False

    def _take_look(self, look: Look) -> None:
        self._plain_look = look
        self._look = msgspec.structs.replace(look, scale=look.scale * self._zoom)
        self._layout.set_look(self._look)
        self.folds.take_look(self._look)
        self.document().markContentsDirty(0, self.document().characterCount())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._over.draw(event, self._look)
