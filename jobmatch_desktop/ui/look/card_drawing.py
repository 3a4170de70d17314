"""How a card of the gallery is drawn: the page, the template's name, whom it is for, and whether it is the one in use."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import Look

if TYPE_CHECKING:
    from jobmatch_desktop.ui.look.gallery import Card

TALL = 1.4142
"""Of A4; US Letter leaves a little room below."""
LINES = 4
"""Of words below the name: as many as what the program's own templates say of themselves takes."""


def card_size(look: Look, width: int) -> QSize:
    """The size of a card of a width, in pixels: its page, a name and a few lines below."""
    page = (width - look.steps(4)) * TALL
    words = look.px(look.size.control) * 1.5 + LINES * look.px(look.size.small) * 1.35
    return QSize(width, round(page + words) + look.steps(6))


class CardDrawing(QStyledItemDelegate):
    """Draws a `Card` within its size: everything scales with the look."""

    def __init__(self, appearance: Appearance, icons: Icons, view: QListView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._icons = icons
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return self._view.gridSize()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._appearance.look
        card, used = index.data(Qt.ItemDataRole.UserRole)
        rect = option.rect.adjusted(look.steps(2), look.steps(2), -look.steps(2), -look.steps(1))
        page = QRect(rect.left(), rect.top(), rect.width(), round(rect.width() * TALL))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._page(painter, page, card, look)
        self._edge(painter, page, option, used, look)
        if used:
            self._mark(painter, page, look)
        self._words(painter, QRect(page.left(), page.bottom() + look.steps(2), page.width(), 0), card, look)
        painter.restore()

    def _page(self, painter: QPainter, page: QRect, card: "Card", look: Look) -> None:
        if card.image is not None:
            painter.fillRect(page, QColor(look.colours.paper))
            ratio = card.image.width() / page.width()
            shown = card.image.copy()
            shown.setDevicePixelRatio(ratio)
            painter.setClipRect(page)
            painter.drawImage(QPointF(page.topLeft()), shown)
            painter.setClipping(False)
            return
        painter.fillRect(page, QColor(look.colours.sunken))
        if card.trouble:
            inside = page.adjusted(look.steps(3), look.steps(3), -look.steps(3), -look.steps(3))
            size = look.px(look.size.icon)
            self._icons.icon("failed", look.colours.bad).paint(painter, QRect(inside.topLeft(), QSize(size, size)))
            inside.setTop(inside.top() + size + look.steps(2))
            painter.setFont(_font(look.px(look.size.small)))
            painter.setPen(QColor(look.colours.text))
            painter.drawText(inside, Qt.TextFlag.TextWordWrap, breakable(card.why))

    def _edge(self, painter: QPainter, page: QRect, option: QStyleOptionViewItem, used: bool, look: Look) -> None:
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        width = look.px(look.space.ring) if used or focused else 1
        colour = look.colours.accent if used or focused or over else look.colours.line
        out = width / 2
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QRectF(page).adjusted(-out, -out, out, out)
        painter.drawRect(edge)
        if focused:  # one that is in use has a ring already
            gap = look.px(3)
            painter.drawRoundedRect(edge.adjusted(-gap, -gap, gap, gap), look.px(3), look.px(3))

    def _mark(self, painter: QPainter, page: QRect, look: Look) -> None:
        size, check = look.px(22), look.px(14)
        place = QRect(page.right() - size - look.steps(1), page.top() + look.steps(1.5), size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.colours.accent))
        painter.drawEllipse(place)
        inside = QRect(place.left() + (size - check) // 2, place.top() + (size - check) // 2, check, check)
        self._icons.icon("check", look.colours.on_accent).paint(painter, inside)

    def _words(self, painter: QPainter, place: QRect, card: "Card", look: Look) -> None:
        colours = look.colours
        painter.setFont(_font(look.px(look.size.control), bold=True))
        painter.setPen(QColor(colours.text if card.usable else colours.muted))
        metrics = painter.fontMetrics()
        title = metrics.elidedText(card.title, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place.left(), place.top() + metrics.ascent(), title)
        painter.setFont(_font(look.px(look.size.small)))
        painter.setPen(QColor(colours.muted))
        metrics, top = painter.fontMetrics(), place.top() + metrics.height() + look.px(1)
        lines = wrapped(card.about, painter.font(), place.width())
        if len(lines) > LINES:
            rest = " ".join(lines[LINES - 1 :])
            lines = [*lines[: LINES - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, place.width())]
        for number, line in enumerate(lines):
            painter.drawText(place.left(), top + metrics.ascent() + number * metrics.lineSpacing(), line)


def wrapped(words: str, font: QFont, width: int) -> list[str]:
    """The lines that words fill in a width."""
    layout = QTextLayout(words, font)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return lines


def _font(pixels: int, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(pixels)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
