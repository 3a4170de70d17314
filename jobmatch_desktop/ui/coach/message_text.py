"""What was said, drawn as it comes: Markdown block by block, where only the last block is ever drawn again."""

import time

from PySide6.QtCore import QMimeData, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.writing.markdown_blocks import Block, Line, MarkdownBlocks, Span

FRAME = 16
"""Milliseconds between two times that words which came are drawn, at least."""
SHARE = 8
"""Drawing takes at most one part of the window's time in so many: a block that never ends would cost ever more."""
INDENT = 22
MARGIN = 3
"""Room for the ring of the keyboard."""
LEADING = 1.25


class MessageText(QTextEdit):
    """One message, as high as its words. Selected and copied as plain text; HTML, links and pictures are words. UI thread."""

    def __init__(self, name: str, appearance: Appearance, quiet: bool = False) -> None:
        """`name` is for screen readers; `quiet` is drawn smaller and muted."""
        super().__init__()
        self._quiet = quiet
        self._look = appearance.look
        self._pieces: list[str] = []
        self._markdown: MarkdownBlocks | None = None
        self._source: list[str] = []
        self._open_from = 0
        self._empty = True
        self._by_key = False
        self.setProperty("role", "message")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(appearance.look.px(MARGIN))
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._draw)
        self._drawn = 0.0
        self._pause = FRAME / 1000
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        appearance.changed.connect(self._take_look)
        self._fit()

    def set_plain(self, text: str) -> None:
        """Shows words exactly as they are."""
        self._clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(self._block_format())
        cursor.setCharFormat(self._char_format())
        cursor.insertText(text)
        self._source = [text]

    def set_markdown(self, text: str) -> None:
        """Shows a text that may go on."""
        self._clear()
        self._markdown = MarkdownBlocks()
        self._source = [text]
        self._pieces = [text]
        self._draw()

    def append(self, piece: str) -> None:
        """More of a Markdown text came. It is drawn with the next frame."""
        self._source.append(piece)
        self._pieces.append(piece)
        if not self._due.isActive():
            wait = self._drawn + self._pause - time.monotonic()
            self._due.start(max(0, round(wait * 1000)))

    def source(self) -> str:
        """The text as it was given."""
        return "".join(self._source)

    def draw_now(self) -> None:
        """Draws what came, at once."""
        self._due.stop()
        self._draw()

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QMimeData()
        copied.setText(self.textCursor().selection().toPlainText().replace("\t", " "))
        return copied

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_key = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._by_key:
            ring = self._look.px(self._look.space.ring)
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._look.colours.accent), ring))
            inside = QRectF(self.viewport().rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
            painter.drawRoundedRect(inside, self._look.px(4), self._look.px(4))
            painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def _clear(self) -> None:
        self._due.stop()
        self._pieces, self._source, self._markdown = [], [], None
        self._open_from, self._empty = 0, True
        self.clear()

    def _draw(self) -> None:
        if self._markdown is None or not self._pieces:
            return
        begun = time.monotonic()
        piece = "".join(self._pieces)
        self._pieces = []
        chosen = self.textCursor()
        anchor, position = chosen.anchor(), chosen.position()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(self._open_from)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._empty = self._open_from == 0
        for block in self._markdown.feed(piece):
            if not block.closed:
                self._open_from = cursor.position()
                self._write(cursor, block)
                break
            self._write(cursor, block)
            self._open_from = cursor.position()
        cursor.endEditBlock()
        if anchor != position:
            self._choose_again(anchor, position)
        self._drawn = time.monotonic()
        self._pause = max(FRAME / 1000, SHARE * (self._drawn - begun))

    def _choose_again(self, anchor: int, position: int) -> None:
        """What the person selected is still there where its block was drawn anew."""
        end = self.document().characterCount() - 1
        chosen = self.textCursor()
        chosen.setPosition(min(anchor, end))
        chosen.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(chosen)

    def _write(self, cursor: QTextCursor, block: Block) -> None:
        for number, line in enumerate(block.lines):
            shape = self._block_format(line, first=number == 0)
            if self._empty:
                cursor.setBlockFormat(shape)
                cursor.setBlockCharFormat(self._char_format(line))
                self._empty = False
            else:
                cursor.insertBlock(shape, self._char_format(line))
            if line.marker:
                cursor.insertText(f"{line.marker}\t", self._char_format(line))
            for span in line.spans:
                # Ends of lines inside a paragraph are not paragraphs of their own.
                cursor.insertText(span.text.replace("\n", "\u2028"), self._char_format(line, span))

    def _block_format(self, line: Line | None = None, first: bool = True) -> QTextBlockFormat:
        look = self._look
        made = QTextBlockFormat()
        made.setLineHeight(LEADING * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if line is None:
            return made
        if not self._empty:
            made.setTopMargin(look.steps(3 if line.kind == "heading" else 2 if first else 0.5))
        made.setLeftMargin(look.px(INDENT) * line.indent)
        if line.marker:
            made.setTextIndent(-look.px(INDENT))
            made.setTabPositions([QTextOption.Tab(look.px(INDENT), QTextOption.TabType.LeftTab)])
        if line.kind == "code":
            made.setBackground(QColor(look.colours.sunken))
            made.setLineHeight(115, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if line.kind == "rule":
            made.setTopMargin(look.steps(3))
            made.setBottomMargin(look.steps(1))
            made.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            made.setBackground(QColor(look.colours.line))
        return made

    def _char_format(self, line: Line | None = None, span: Span | None = None) -> QTextCharFormat:
        look = self._look
        made = QTextCharFormat()
        size = look.size.small if self._quiet else look.size.control + 1
        if line is not None and line.kind == "heading":
            size = look.size.title if line.level <= 2 else look.size.body
            made.setFontWeight(QFont.Weight.DemiBold)
        made.setForeground(QColor(look.colours.muted if self._quiet else look.colours.text))
        if span is not None and span.code:
            mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            made.setFontFamilies([mono.family()])
            made.setBackground(QColor(look.colours.sunken))
        if line is not None and line.kind == "rule":
            size = 1  # its block is as high as the line it is
        made.setProperty(QTextFormat.Property.FontPixelSize, look.px(size))
        if span is not None and span.bold:
            made.setFontWeight(QFont.Weight.DemiBold)
        if span is not None and span.italic:
            made.setFontItalic(True)
        return made

    def _fit(self, *_size: object) -> None:
        height = max(1, round(self.document().size().height() + 0.5))
        if height != self.height():
            self.setFixedHeight(height)

    def _take_look(self, look: Look) -> None:
        self._look = look
        source, markdown = self.source(), self._markdown is not None
        self.set_markdown(source) if markdown else self.set_plain(source)
