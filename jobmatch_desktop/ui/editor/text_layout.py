"""Lays out a document line by line, as lines come into view, and styles each line while it is laid out.

So a keystroke costs its own line, however long the document is: QSyntaxHighlighter would style all of a text that comes
in at once, and block formats would be steps to undo.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat, QTextDocument, QTextFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QPlainTextDocumentLayout

from jobmatch_desktop.ui.editor.line_style import (
    SHAPES,
    Kind,
    Look,
    Shape,
    kind_under,
    mark_length,
    own_kind,
    stretches,
)
from jobmatch_desktop.ui.editor.positions import units
from jobmatch_desktop.ui.shared import theme

MARGIN = 40
"""Least distance of the text from the sides, in pixels at 100 %."""
COLUMN = 760
"""Widest column of text, in pixels at 100 %: longer lines are hard to read."""
TOP = 26
BOTTOM = 40
LINES_UP = 60
"""How far up a line's kind is looked for: further up, words are words."""
BLOCKS_AT_ONCE = 60
"""Changes of more lines than these are laid out when they come into view."""

Ranges = Callable[[int, int], list[tuple[int, int]]]
"""Given a range of positions: the ranges in it (start, end) that are being written now, marked as without a fact, or misspelt."""


class TextLayout(QPlainTextDocumentLayout):
    """The layout of one editor's document. `width` gives the width of the view in pixels."""

    def __init__(
        self,
        document: QTextDocument,
        look: theme.Look,
        width: Callable[[], int],
        written: Ranges,
        marked: Ranges,
        misspelt: Ranges,
    ) -> None:
        super().__init__(document)
        self._width = width
        self._written = written
        self._marked = marked
        self._misspelt = misspelt
        self._styling = False
        self._told: tuple[int, int] = (0, 0)
        self._visited = -1
        self.set_look(look)

    def set_look(self, look: theme.Look) -> None:
        """Draws in another look from now on; the caller lays everything out anew."""
        self._look = look
        self._formats = {kind: self._line_format(shape) for kind, shape in SHAPES.items()}
        # Qt asks for a block's place a hundred times a frame while words come: what it takes is worked out here.
        self._ends = {int(kind): look.px(shape.line) / 2 + look.px(shape.below) for kind, shape in SHAPES.items()}
        self._bottom = look.px(BOTTOM)
        self._nothing = QRectF()
        self._mark = mark_format(look)
        self._wrong = QTextCharFormat()
        self._wrong.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        self._wrong.setUnderlineColor(QColor(look.colours.bad))

    def visit(self, block: QTextBlock) -> None:
        """The caret is in this block: what is hidden elsewhere shows here."""
        number = block.blockNumber()
        if number == self._visited:
            return
        before, self._visited = self._visited, number
        for changed in (self.document().findBlockByNumber(before), block):
            if changed.isValid() and "](" in changed.text():
                self._lay_again(changed)

    def lay_again(self, start: int, end: int) -> None:
        """Lays out and draws anew what stands between two positions."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            self._lay_again(block)
            block = block.next()

    def draw_again(self, start: int, end: int) -> None:
        """Draws what stands between two positions anew when it is next seen; its lines stay as high and as many as they are."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            block.clearLayout()
            block = block.next()

    def tell_size(self) -> None:
        """Lines were folded or shown again: the view measures and draws anew."""
        self._told = (self.document().blockCount(), self.document().lineCount())
        self.documentSizeChanged.emit(QSizeF(self._width(), self._told[1]))
        self.requestUpdate()

    def kind(self, block: QTextBlock) -> Kind:
        """What a line is."""
        if block.userState() >= 0:
            return Kind(block.userState())
        waiting: list[QTextBlock] = []
        above = Kind.WORDS
        while block.isValid() and len(waiting) < LINES_UP:
            known = Kind(block.userState()) if block.userState() >= 0 else own_kind(block.text())
            if known is not None:
                above = known
                if block.userState() < 0:
                    block.setUserState(known)
                break
            waiting.append(block)
            block = block.previous()
        for words in reversed(waiting):
            above = kind_under(above)
            words.setUserState(above)
        return above

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The place a block takes, laid out now if it was not; called by Qt for every block it shows."""
        # Hidden first: the view asks for every line of a folded section each time that it is drawn.
        if not (block.isVisible() and block.isValid()):
            return self._nothing
        layout = block.layout()
        if not layout.lineCount():
            self._lay_out(block)
        state = block.userState()
        last = layout.lineAt(layout.lineCount() - 1)
        bottom = last.y() + last.height() / 2 + self._ends[state if state >= 0 else self.kind(block)]
        if not block.next().isValid():
            bottom += self._bottom
        return QRectF(0, 0, self._width(), bottom)

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """Forgets the layout of what changed; called by Qt after every edit."""
        if self._styling:
            return
        document = self.document()
        block = document.findBlock(start)
        last = document.findBlock(min(start + added, max(0, document.characterCount() - 1)))
        number = last.blockNumber() - block.blockNumber()
        changed: list[QTextBlock] = []
        while block.isValid():
            block.clearLayout()
            block.setUserState(-1)
            if number < BLOCKS_AT_ONCE:
                changed.append(block)
            if block == last:
                break
            block = block.next()
        changed += self._changed_below(last)
        for one in changed:
            self.blockBoundingRect(one)
        if (size := (document.blockCount(), document.lineCount())) != self._told or number >= BLOCKS_AT_ONCE:
            self._told = size
            self.documentSizeChanged.emit(QSizeF(self._width(), document.lineCount()))
            self.requestUpdate()
        else:
            for one in changed:
                self.updateBlock.emit(one)

    def _changed_below(self, block: QTextBlock) -> list[QTextBlock]:
        """The lines under `block` whose kind is another one now."""
        found: list[QTextBlock] = []
        above = self.kind(block) if block.isValid() else Kind.WORDS
        block = block.next()
        while block.isValid() and block.userState() >= 0 and len(found) < LINES_UP:
            own = own_kind(block.text())
            kind = kind_under(above) if own is None else own
            if kind == block.userState():
                break
            block.setUserState(kind)
            block.clearLayout()
            found.append(block)
            above, block = kind, block.next()
        return found

    def _lay_again(self, block: QTextBlock) -> None:
        block.clearLayout()
        self.blockBoundingRect(block)
        if (size := (self.document().blockCount(), self.document().lineCount())) != self._told:
            self._told = size
            self.documentSizeChanged.emit(QSizeF(self._width(), size[1]))
            self.requestUpdate()
        else:
            self.updateBlock.emit(block)

    def _lay_out(self, block: QTextBlock) -> None:
        kind = self.kind(block)
        shape = SHAPES[kind]
        text = block.text()
        layout = block.layout()
        layout.setTextOption(self.document().defaultTextOption())
        self._style(block, layout, text, kind, shape)
        look = self._look
        width = self._width()
        column = max(look.px(60), min(look.px(COLUMN), width - 2 * look.px(MARGIN)))
        left = (width - column) / 2 + look.px(shape.indent)
        column -= look.px(shape.indent)
        height = look.px(shape.line)
        y = float(look.px(shape.above) + (look.px(TOP) if block.blockNumber() == 0 else 0))
        hanging = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(column - hanging)
            line.setPosition(QPointF(left + hanging, y + (height - line.height()) / 2))
            if kind is Kind.BULLET and not hanging:
                hanging = _x_of(line, mark_length(text, kind)) - left
            y += height
        layout.endLayout()
        block.setLineCount(layout.lineCount())

    def _style(self, block: QTextBlock, layout: QTextLayout, text: str, kind: Kind, shape: Shape) -> None:
        colours = self._look.colours
        formats = [_range(0, units(text, len(text)), self._formats[kind])]
        for stretch in stretches(text, kind, block.blockNumber() == self._visited):
            changed = QTextCharFormat(self._formats[kind])
            if Look.MARK in stretch.look:
                changed.setForeground(QColor(colours.muted))
                changed.setFontWeight(QFont.Weight.Normal)
            if Look.BULLET in stretch.look:
                changed.setForeground(Qt.GlobalColor.transparent)
                changed.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
                changed.setFontLetterSpacing(self._look.px(2))
            if Look.HIDDEN in stretch.look:
                _hide(changed)
            if Look.BOLD in stretch.look:
                changed.setFontWeight(QFont.Weight.Bold)
            if Look.ITALIC in stretch.look:
                changed.setFontItalic(True)
            start = units(text, stretch.start)
            formats.append(_range(start, units(text, stretch.start + stretch.length) - start, changed))
        position = block.position()
        for start, end in self._written(position, position + block.length() - 1):
            changed = QTextCharFormat()
            changed.setForeground(QColor(colours.accent))
            begin = max(start - position, units(text, mark_length(text, kind)))
            formats.append(_range(begin, end - position - begin, changed))
        for start, end in self._misspelt(position, position + block.length() - 1):
            formats.append(_range(start - position, end - start, self._wrong))
        for start, end in self._marked(position, position + block.length() - 1):
            formats.append(_range(start - position, end - start, self._mark))
        self._styling = True
        layout.setFormats([one for one in formats if one.length > 0])
        # Setting formats leaves a change behind that Qt would tell with the next edit; this tells it now, to nobody.
        self.document().markContentsDirty(position, 0)
        self._styling = False

    def _line_format(self, shape: Shape) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setProperty(QTextFormat.Property.FontPixelSize, self._look.px(getattr(self._look.size, shape.size)))
        made.setForeground(QColor(getattr(self._look.colours, shape.colour)))
        if shape.bold:
            made.setFontWeight(QFont.Weight.DemiBold)
        return made


def mark_format(look: theme.Look) -> QTextCharFormat:
    """How words without a fact are drawn."""
    made = QTextCharFormat()
    made.setBackground(QColor(look.colours.warn_soft))
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    made.setUnderlineColor(QColor(look.colours.warn))
    return made


def _x_of(line: QTextLine, position: int) -> float:
    """Where a character begins; the stubs and the binding differ over whether the cursor comes back with it."""
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


def _hide(changed: QTextCharFormat) -> None:
    changed.setForeground(Qt.GlobalColor.transparent)
    changed.setProperty(QTextFormat.Property.FontPixelSize, 1)
    changed.setFontLetterSpacingType(QFont.SpacingType.PercentageSpacing)
    changed.setFontLetterSpacing(1.0)


def _range(start: int, length: int, changed: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, changed
    return made
