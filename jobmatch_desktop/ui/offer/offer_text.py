"""The offer's text, its requirements marked: a ground, a line under the words, and a sign beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from jobmatch_desktop.domain.offer import RequirementLevel, Span
from jobmatch_desktop.ui.offer.match_words import State
from jobmatch_desktop.ui.offer.shown_text import ShownText, shown_text
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import Look

MARGIN = 36
"""Pixels at 100 % around the text; the signs stand in it."""

LIT = 0.3
"""How much of the accent lies under words that are lit."""


@dataclass(frozen=True)
class Mark:
    """A requirement in the text: its number among all, how much it is asked for, and how far it is met."""

    number: int
    at: Span
    level: RequirementLevel
    state: State


class OfferText(QPlainTextEdit):
    """`pointed` tells the number of the mark under the pointer or at the cursor, and whether the keyboard or a click went there;
    None for no mark. `edited` tells that the person typed."""

    pointed = Signal(object, bool)
    edited = Signal()

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self._appearance = appearance
        self._icons = icons
        self._shown = ShownText("", ())
        self._offer_text = ""
        self._marks: tuple[Mark, ...] = ()
        self._signs: dict[int, Mark] = {}
        self._lit: tuple[Span, ...] = ()
        self._drawn: list[QTextEdit.ExtraSelection] = []
        self._under: int | None = None
        self._typed = False
        self._pictures: dict[State, QPixmap] = {}
        self.setProperty("role", "document")
        self.setAccessibleName(self.tr("The offer"))
        self.setTabChangesFocus(True)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(appearance.look.px(MARGIN))
        self.allow_typing(False)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.document().contentsChange.connect(self._contents_changed)
        appearance.changed.connect(self._take_look)

    def show_text(self, text: str) -> None:
        """Shows an offer's text, from its beginning; nothing is marked in it yet."""
        if text == self._offer_text and text:
            return
        self._offer_text = text
        self._shown = shown_text(text)
        self._marks, self._signs, self._lit, self._under = (), {}, (), None
        self.blockSignals(True)
        self.document().blockSignals(True)
        self.setPlainText(self._shown.text)
        self.document().blockSignals(False)
        self.blockSignals(False)
        self._draw_marks()

    def was_typed(self) -> bool:
        """Whether the text is another one than was shown or told last; asking that again after it was is no."""
        typed, self._typed = self._typed, False
        return typed

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Marks requirements; the text must be the one that they were read from."""
        self._marks = tuple(marks)
        self._signs = {}
        for mark in self._marks:
            block = self.document().findBlock(self._shown.place(mark.at.start)).blockNumber()
            self._signs.setdefault(block, mark)
        self._draw_marks()

    def light(self, spans: Sequence[Span]) -> None:
        """Lights words; those that were lit before go out."""
        if tuple(spans) != self._lit:
            self._lit = tuple(spans)
            self._draw_lit()

    def reveal(self, span: Span) -> None:
        """Scrolls words into view where they are not."""
        start, _ = self._shown.span(span)
        here = self.cursorRect(self._cursor(start, start))
        if not self.viewport().rect().adjusted(0, 0, 0, -here.height()).contains(QPoint(1, here.top())):
            block = self.document().findBlock(start)
            line = block.firstLineNumber()
            above = self.viewport().height() // max(1, here.height()) // 3
            self.verticalScrollBar().setValue(max(0, line - above))

    def jump(self, span: Span) -> None:
        """Puts the cursor to words and scrolls them into view."""
        start, _ = self._shown.span(span)
        self.blockSignals(True)
        self.setTextCursor(self._cursor(start, start))
        self.blockSignals(False)
        self.reveal(span)

    def allow_typing(self, allowed: bool) -> None:
        """Whether the text can be changed, or only read and selected."""
        self.setReadOnly(not allowed)
        if not allowed:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def marked_at(self, place: int) -> int | None:
        """The number of the mark at a place of the shown text: the shortest, where several are."""
        here = self._shown.code_point(place)
        found = [mark for mark in self._marks if mark.at.start <= here < mark.at.end]
        return min(found, key=lambda mark: mark.at.end - mark.at.start).number if found else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._point(self._number_under(event.position().toPoint()), False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if (number := self._number_under(event.position().toPoint())) is not None:
            self._under = number
            self.pointed.emit(number, True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point(None, False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._signs:
            return
        painter = QPainter(self.viewport())
        look = self._appearance.look
        size = look.px(15)
        block: QTextBlock = self.firstVisibleBlock()
        while block.isValid():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if area.top() > self.viewport().height():
                break
            if block.isVisible() and (mark := self._signs.get(block.blockNumber())):
                line = block.layout().lineAt(0).height() if block.layout().lineCount() else size
                top = round(area.top() + (line - size) / 2)
                painter.drawPixmap(look.px(MARGIN) - size - look.steps(1.5), top, self._picture(mark.state, size))
            block = block.next()
        painter.end()

    def _picture(self, state: State, size: int) -> QPixmap:
        """The sign of a state, drawn once: a page of them is drawn anew at every turn of the wheel."""
        if state not in self._pictures:
            icon = self._icons.icon(state.icon, getattr(self._appearance.look.colours, state.colour))
            self._pictures[state] = icon.pixmap(QSize(size, size), self.devicePixelRatioF())
        return self._pictures[state]

    def _number_under(self, place: QPoint) -> int | None:
        cursor = self.cursorForPosition(place)
        here = self.cursorRect(cursor)
        # Beside a line's end and under the last line there are no words.
        if abs(here.center().x() - place.x()) > 3 * here.height() or not (here.top() <= place.y() <= here.bottom()):
            return None
        return self.marked_at(cursor.position())

    def _cursor_moved(self) -> None:
        if self.hasFocus():
            number = self.marked_at(self.textCursor().position())
            if number != self._under:
                self._under = number
                self.pointed.emit(number, True)

    def _point(self, number: int | None, there: bool) -> None:
        if number != self._under:
            self._under = number
            self.pointed.emit(number, there)

    def _contents_changed(self, _place: int, _removed: int, _added: int) -> None:
        if not self.isReadOnly():
            # Places no longer hold: they come again when the text was read.
            self._marks, self._signs, self._lit = (), {}, ()
            self._draw_marks()
            # What is shown next is another text, even where the person comes back to this one.
            self._typed, self._offer_text = True, ""
            self.edited.emit()

    def _cursor(self, start: int, end: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(start, last))
        cursor.setPosition(min(end, last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _draw_marks(self) -> None:
        """Qt draws these over the text, and lays nothing out anew."""
        look = self._appearance.look
        self._drawn = [self._selection(mark.at, self._format(mark, look)) for mark in self._marks]
        self._draw_lit()

    def _draw_lit(self) -> None:
        look = self._appearance.look
        lit = QTextCharFormat()
        ground = QColor(look.colours.accent)
        ground.setAlphaF(LIT)
        lit.setBackground(ground)
        self.setExtraSelections([*self._drawn, *(self._selection(span, lit) for span in self._lit)])
        self.viewport().update()

    def _selection(self, span: Span, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = self._cursor(*self._shown.span(span))
        made.format = style
        return made

    def _format(self, mark: Mark, look: Look) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setBackground(QColor(getattr(look.colours, mark.state.ground)))
        must = mark.level is RequirementLevel.MUST
        style.setUnderlineStyle(
            QTextCharFormat.UnderlineStyle.SingleUnderline if must else QTextCharFormat.UnderlineStyle.DotLine
        )
        style.setUnderlineColor(QColor(getattr(look.colours, mark.state.colour)))
        return style

    def _take_look(self, look: Look) -> None:
        self.document().setDocumentMargin(look.px(MARGIN))
        self._pictures = {}
        self._draw_marks()
