"""What is drawn over an editor's text and is no part of it: bullets, the marks of folds, and where words come."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit

from jobmatch_desktop.ui.editor.fold_marks import FoldMarks
from jobmatch_desktop.ui.editor.line_style import Kind
from jobmatch_desktop.ui.editor.text_layout import TextLayout
from jobmatch_desktop.ui.editor.written_parts import WrittenParts
from jobmatch_desktop.ui.shared.theme import Look


class OverText:
    """Of one editor. UI thread."""

    def __init__(self, editor: QPlainTextEdit, layout: TextLayout, parts: WrittenParts, folds: FoldMarks) -> None:
        self._editor = editor
        self._layout = layout
        self._parts = parts
        self._folds = folds

    def draw(self, event: QPaintEvent, look: Look) -> None:
        """Draws what is in view; to be called when the text is drawn."""
        editor = self._editor
        painter = QPainter(editor.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        font = QFont(editor.font())
        font.setPixelSize(look.px(look.size.body))
        painter.setFont(font)
        block = editor.firstVisibleBlock()
        top = editor.blockBoundingGeometry(block).translated(editor.contentOffset()).top()
        while block.isValid() and top < event.rect().bottom():
            height = editor.blockBoundingRect(block).height()
            if block.isVisible() and top + height >= event.rect().top():
                kind = self._layout.kind(block)
                if kind is Kind.BULLET:
                    line = block.layout().lineAt(0)
                    place = QRectF(line.x(), top + line.y(), look.px(12), line.height())
                    painter.setPen(QColor(look.colours.text))
                    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "•")
                elif kind in (Kind.SECTION, Kind.ENTRY):
                    self._folds.draw(painter, block, top)
            top += height
            block = self._folds.next_shown(block)
        latest = self._parts.latest
        if latest and latest.block().isVisible() and self._parts.places(latest.position(), latest.position()):
            caret = editor.cursorRect(latest)
            caret.setWidth(look.px(5))
            painter.fillRect(caret, QColor(look.colours.accent))
        painter.end()
