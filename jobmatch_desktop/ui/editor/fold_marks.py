"""Folding in an editor: the marks in its margin, what a folded heading says of what it hides, mouse, keys, and where the caret may be."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit

from jobmatch_desktop.ui.editor.folding import Folding
from jobmatch_desktop.ui.editor.placed_marks import PlacedMarks
from jobmatch_desktop.ui.editor.written_parts import WrittenParts
from jobmatch_desktop.ui.shared.theme import Look

MARK = 26
"""How far left of a heading its mark stands, in pixels at 100 %; so wide is the place that takes a click."""
STEPS = {Qt.Key.Key_Up: False, Qt.Key.Key_PageUp: False, Qt.Key.Key_Down: True, Qt.Key.Key_PageDown: True}
"""Keys that go by lines, and whether they go on: they pass over what is folded."""


class FoldMarks(QObject):
    """Of one editor. UI thread. `marks` and `words` are the places without a fact and the misspelt ones."""

    said = Signal(str)
    """A short word of what was folded or shown."""

    def __init__(
        self,
        editor: QPlainTextEdit,
        folding: Folding,
        parts: WrittenParts,
        marks: PlacedMarks,
        words: PlacedMarks,
        look: Look,
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._folding = folding
        self._parts = parts
        self._marks = marks
        self._words = words
        self._look = look
        self._passing: bool | None = None
        editor.viewport().setMouseTracking(True)
        editor.viewport().installEventFilter(self)

    def take_look(self, look: Look) -> None:
        """Draws in another look from now on."""
        self._look = look

    # What a person asks for

    def turn(self) -> None:
        """Folds the section that the caret is in, or shows it again."""
        head = self._folding.heading_over(self._editor.textCursor().block())
        if head is None:
            self._tell(self.tr("There is no section here to fold"))
        else:
            self.turn_at(head)

    def turn_at(self, head: QTextBlock) -> None:
        """Folds what stands under a heading, or shows it again; the heading stays where it is seen."""
        bar = self._editor.verticalScrollBar()
        line = head.firstLineNumber() - bar.value()
        if self._folding.is_folded(head):
            self._folding.unfold(head)
            self._tell(self.tr("Shown again: {heading}").format(heading=_heading(head)))
        elif self._folding.fold(head):
            self._leave_hidden()
            count = self._folding.hidden_under(head)[2]
            self._tell(
                self.tr("Folded: {heading}, {lines}").format(heading=_heading(head), lines=self._count_of_lines(count))
            )
        else:
            self._tell(self.tr("There is nothing under this heading"))
        self._scroll_to(head.firstLineNumber() - line)

    def fold_all(self) -> None:
        """Folds every section."""
        count = self._folding.fold_all()
        self._leave_hidden()
        self._scroll_to(self._editor.verticalScrollBar().value())
        self._editor.ensureCursorVisible()
        self._tell(
            self.tr("1 section is folded") if count == 1 else self.tr("{count} sections are folded").format(count=count)
        )

    def unfold_all(self) -> None:
        """Shows every line."""
        self._folding.unfold_all()
        self._editor.ensureCursorVisible()
        self._tell(self.tr("Everything is shown"))

    # Where the caret may be

    def passes_over(self, event: QKeyEvent) -> bool:
        """Whether a key goes by lines: until `passed`, the caret goes on over what is folded."""
        self._passing = STEPS.get(Qt.Key(event.key())) if self._folding.any else None
        return self._passing is not None

    def passed(self) -> None:
        """The key has done what it does."""
        self._passing = None

    def opens_for(self, event: QKeyEvent) -> None:
        """Shows what a key is about to join with the caret's line."""
        cursor = self._editor.textCursor()
        if not self._folding.any or cursor.hasSelection():
            return
        if event.key() == Qt.Key.Key_Delete and cursor.atBlockEnd():
            self._folding.reveal(cursor.block().next())
        elif event.key() == Qt.Key.Key_Backspace and cursor.atBlockStart():
            self._folding.reveal(cursor.block().previous())

    def caret_moved(self) -> None:
        """The caret is never where nothing is seen: it passes over, or what it goes to is shown."""
        cursor = self._editor.textCursor()
        block = cursor.block()
        if block.isVisible() or not self._folding.any:
            return
        if self._passing is None:
            self._folding.reveal(block)
            return
        there = block
        while there.isValid() and not there.isVisible():
            there = there.next() if self._passing else there.previous()
        if not there.isValid():  # nothing is shown below: back to the heading
            there = self._folding.shown_over(block)
        mode = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
        column = min(cursor.positionInBlock(), there.length() - 1)
        cursor.setPosition(there.position() + column, mode)
        self._editor.setTextCursor(cursor)

    def _leave_hidden(self) -> None:
        cursor = self._editor.textCursor()
        block = self._folding.shown_over(cursor.block())
        if block != cursor.block():
            cursor.setPosition(block.position() + block.length() - 1)
            self._editor.setTextCursor(cursor)

    def _scroll_to(self, line: int) -> None:
        """Where the first line in view was folded, Qt goes on from it: the bar has to move for that to change."""
        bar = self._editor.verticalScrollBar()
        line = max(0, min(line, bar.maximum()))
        if bar.value() == line and not self._editor.firstVisibleBlock().isVisible():
            bar.setValue(line + 1 if line < bar.maximum() else line - 1)
        bar.setValue(line)

    # What is seen

    def next_shown(self, block: QTextBlock) -> QTextBlock:
        """The next line that is not folded away."""
        below = block.next()
        if below.isValid() and not below.isVisible():
            below = self._editor.document().findBlock(self._folding.hidden_under(block)[1] + 1)
        while below.isValid() and not below.isVisible():
            below = below.next()
        return below

    def draw(self, painter: QPainter, block: QTextBlock, top: float) -> None:
        """Draws the mark of a heading, whose block begins at `top`, and what is to be said of what it hides."""
        folded = self._folding.is_folded(block)
        if not folded and not self._folding.has_under(block):
            return
        look = self._look
        line = block.layout().lineAt(0)
        middle = QPointF(line.x() - look.px(MARK) * 0.62, top + line.y() + line.height() / 2)
        reach = look.px(4)
        colours = look.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if folded else colours.muted), max(1.4, look.px(1.6))))
        if folded:
            ends = (QPointF(-reach / 2, -reach), QPointF(reach / 2, 0), QPointF(-reach / 2, reach))
        else:
            ends = (QPointF(-reach, -reach / 2), QPointF(0, reach / 2), QPointF(reach, -reach / 2))
        painter.drawPolyline([middle + end for end in ends])
        if folded:
            self._draw_note(painter, block, top)
        painter.restore()

    def _draw_note(self, painter: QPainter, block: QTextBlock, top: float) -> None:
        """After the heading's words: how much is hidden, and what of it wants to be looked at."""
        look = self._look
        font = QFont(painter.font())
        font.setPixelSize(look.px(look.size.small))
        painter.setFont(font)
        place = self._note_place(block, top)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.colours.sunken))
        painter.drawRoundedRect(place, look.px(8), look.px(8))
        x = place.left() + look.px(8)
        metrics = QFontMetricsF(font)
        for words, colour in self._notes(block):
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(x, place.center().y() + metrics.capHeight() / 2), words)
            x += metrics.horizontalAdvance(words) + look.px(10)

    def _note_place(self, block: QTextBlock, top: float) -> QRectF:
        look = self._look
        font = QFont(self._editor.font())
        font.setPixelSize(look.px(look.size.small))
        metrics = QFontMetricsF(font)
        width = sum(metrics.horizontalAdvance(words) + look.px(10) for words, _ in self._notes(block))
        layout = block.layout()
        line = layout.lineAt(layout.lineCount() - 1)
        left = line.x() + line.naturalTextWidth() + look.px(12)
        left = max(line.x(), min(left, self._editor.viewport().width() - width - look.px(14)))
        height = metrics.height() + look.px(4)
        return QRectF(left, top + line.y() + (line.height() - height) / 2, width + look.px(6), height)

    def _notes(self, block: QTextBlock) -> list[tuple[str, str]]:
        start, end, count = self._folding.hidden_under(block)
        colours = self._look.colours
        notes = [(self._count_of_lines(count), colours.muted)]
        if self._parts.places(start, end):
            notes.append((self.tr("being written"), colours.accent))
        if marks := len(self._marks.within(start, end)):
            notes.append((self.tr("{count} without a fact").format(count=marks), colours.warn))
        if words := len(self._words.within(start, end)):
            notes.append((self.tr("{count} misspelt").format(count=words), colours.bad))
        return notes

    def _count_of_lines(self, count: int) -> str:
        return self.tr("1 line") if count == 1 else self.tr("{count} lines").format(count=count)

    def _tell(self, words: str) -> None:
        self.said.emit(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, words))

    # The mouse

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            head = self._head_at(event.position().toPoint())
            if event.type() is QEvent.Type.MouseMove and not event.buttons():
                shape = Qt.CursorShape.IBeamCursor if head is None else Qt.CursorShape.PointingHandCursor
                if self._editor.viewport().cursor().shape() is not shape:
                    self._editor.viewport().setCursor(shape)
            presses = event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
            if presses and event.button() is Qt.MouseButton.LeftButton and head is not None:
                self.turn_at(head)
                return True
        return False

    def _head_at(self, place: QPoint) -> QTextBlock | None:
        """The heading whose mark, or whose note where it is folded, is under the mouse."""
        block = self._editor.cursorForPosition(place).block()
        if self._folding.rank(block) is None or not block.layout().lineCount():
            return None
        top = self._editor.blockBoundingGeometry(block).translated(self._editor.contentOffset()).top()
        line = block.layout().lineAt(0)
        look = self._look
        mark = QRectF(line.x() - look.px(MARK), top + line.y(), look.px(MARK) - look.px(2), line.height())
        if mark.contains(QPointF(place)):
            return block
        folded = self._folding.is_folded(block)
        return block if folded and self._note_place(block, top).contains(QPointF(place)) else None


def _heading(block: QTextBlock) -> str:
    return block.text().strip().lstrip("#").strip()
