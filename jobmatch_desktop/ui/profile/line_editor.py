"""The one field that is being typed in, laid over its place on the page."""

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from jobmatch_desktop.ui.profile.rows import Cell
from jobmatch_desktop.ui.profile.sections import FieldKind
from jobmatch_desktop.ui.profile.typed import bullet_lines

PAUSE = 800
"""Milliseconds after the first key that is not kept yet before what is typed is."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEditor(QPlainTextEdit):
    """Wraps as the page does, and is as high as its words. Undoes its own typing until it is left."""

    paused = Signal()
    """What is typed is to be kept now."""
    entered = Signal(str, str)
    """Enter: the words before the caret, and after."""
    given_up = Signal()
    """Escape."""
    emptied = Signal()
    """Backspace where there is nothing."""
    went = Signal(int)
    """Tab (1) or Shift+Tab (-1)."""
    went_row = Signal(int)
    """Down from the last line (1), up from the first (-1)."""
    stepped = Signal(bool)
    """Alt+Down (True) or Alt+Up: the line is to move."""
    pasted = Signal(list)
    """Several lines."""
    undone = Signal()
    """Undo where nothing was typed."""
    redone = Signal()
    """Redo where nothing was undone here."""
    fitted = Signal()
    """Its words take more lines, or fewer."""
    left = Signal()
    """The person went elsewhere."""
    menu_shown = Signal(object)
    """A `QMenu` is about to be shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = FieldKind.LINE
        self.setProperty("role", "line")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)
        # Its lines are as wide as it is; it would keep what it scrolled while it was narrower.
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.horizontalScrollBar().setValue(0))
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.paused)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.fitted.emit())
        self.hide()

    def begin(self, cell: Cell, name: str) -> None:
        """Takes a field; `name` is for screen readers."""
        self._kind = cell.field.kind
        self.setProperty("look", cell.field.style.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(name)
        self.put(cell.text)

    def put(self, words: str) -> None:
        """Has these words, which nobody typed."""
        self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(False)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.settle()

    def settle(self) -> None:
        """What is typed is being kept."""
        self._pause.stop()

    def high(self) -> int:
        """The height of its words, in pixels."""
        lines = max(1, int(self.document().size().height()))
        return lines * self.fontMetrics().lineSpacing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in _ENTER and (control or self._kind is not FieldKind.TEXT):
            cursor, words = self.textCursor(), self.toPlainText()
            self.entered.emit(words[: cursor.selectionStart()], words[cursor.selectionEnd() :])
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key == Qt.Key.Key_Backspace and not self.toPlainText() and not event.isAutoRepeat():
            self.emptied.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers() and self._at_edge(key):
            self.went_row.emit(1 if key == Qt.Key.Key_Down else -1)
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            self.undone.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable():
            self.redone.emit()
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        self.went.emit(1 if following else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.paused.emit()
        elif event.reason() != Qt.FocusReason.MenuBarFocusReason:
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_shown.emit(menu)
        menu.popup(event.globalPos())

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = source.text()
        if self._kind is FieldKind.BULLET and len(lines := bullet_lines(words)) > 1:
            self.pasted.emit(lines)
        elif self._kind is FieldKind.TEXT:
            self.insertPlainText(words)
        else:
            self.insertPlainText(" ".join(words.split("\n")))

    def _typed(self) -> None:
        if not self._pause.isActive():
            self._pause.start()

    def _at_edge(self, key: int) -> bool:
        cursor = self.textCursor()
        before = cursor.position()
        down = key == Qt.Key.Key_Down
        cursor.movePosition(QTextCursor.MoveOperation.Down if down else QTextCursor.MoveOperation.Up)
        return cursor.position() == before
