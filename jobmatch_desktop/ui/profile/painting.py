"""The page of the profile, drawn."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from jobmatch_desktop.ui.profile.layout import CHIP_CHECK, TOOLS, Card, Laid, PlacedCell, PlacedRow, font_of
from jobmatch_desktop.ui.profile.sections import FieldKind, Style
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import Look

HANDLE = 5
"""Half steps from a card's left edge to the middle of a handle."""


HANDLE_INK = 0.45
"""How strong a handle is that the mouse is not near, of 1."""


class Marks(NamedTuple):
    """What of the page is drawn otherwise now: keys of fields, ids of lines."""

    editing: str = ""
    lit: str = ""
    hovered: str = ""
    checks: bool = False
    drop: float | None = None
    """Where what is dragged would land."""
    dragged: str = ""


class Words(NamedTuple):
    """What is said on the page beside the profile's own words."""

    section: Callable[[str], str]
    nothing: str
    wrong_order: str
    left_out: str


class PagePainter:
    """Draws a page. UI thread."""

    def __init__(self, look: Look, family: QFont, icons: Icons, words: Words) -> None:
        self._look = look
        self._family = family
        self._icons = icons
        self._words = words

    def paint(self, painter: QPainter, laid: Laid, marks: Marks, top: float, bottom: float) -> None:
        """What stands between two heights of the page."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for card in laid.cards:
            if card.rect.bottom() >= top and card.rect.top() <= bottom:
                self._card(painter, card)
        for placed in laid.between(top, bottom):
            self._row(painter, placed, marks)
        if marks.drop is not None and laid.cards:
            left, right = laid.cards[0].rect.left(), laid.cards[0].rect.right()
            painter.setPen(QPen(QColor(self._look.colours.accent), self._look.px(2)))
            painter.drawLine(QPointF(left, marks.drop), QPointF(right, marks.drop))

    def _card(self, painter: QPainter, card: Card) -> None:
        look = self._look
        painter.setPen(QPen(QColor(look.colours.line), 1))
        painter.setBrush(QColor(look.colours.surface))
        radius = look.px(look.space.radius)
        painter.drawRoundedRect(card.rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        font = QFont(self._family)
        font.setPixelSize(look.px(look.size.body))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(look.colours.accent))
        place = QRectF(card.rect.left() + look.steps(4), card.rect.top(), card.rect.width() / 2, card.head)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self._words.section(card.section))

    def _row(self, painter: QPainter, placed: PlacedRow, marks: Marks) -> None:
        look, row = self._look, placed.row
        colours = look.colours
        if (
            marks.lit
            and any(
                cell.cell.key == marks.lit or any(word.word.id == marks.lit for word in cell.words)
                for cell in placed.cells
            )
        ) or (marks.lit and marks.lit == row.item):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            inset = look.steps(1)
            painter.drawRoundedRect(placed.rect.adjusted(inset, 0, -inset, 0), look.px(4), look.px(4))
        if not placed.cells:
            self._small(painter, placed.rect.adjusted(look.steps(9), 0, 0, 0), self._words.nothing, colours.muted)
            return
        if row.item:
            self._handle(painter, placed, row.item in (marks.hovered, marks.dragged))
        if row.item and marks.checks:
            self._check(painter, placed)
        elif placed.cells[0].cell.field.kind is FieldKind.BULLET:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.muted))
            if not row.adds:
                painter.drawEllipse(placed.mark, look.px(2), look.px(2))
            else:
                size = look.px(12)
                plus = QRectF(placed.mark.x() - size / 2, placed.mark.y() - size / 2, size, size)
                self._icons.icon("add", colours.muted).paint(painter, plus.toRect())
        for cell in placed.cells:
            if cell.cell.key != marks.editing:
                self._cell(painter, cell, row.pale, marks.checks)
        if row.left_out:
            place = QRectF(
                placed.rect.right() - look.steps(TOOLS), placed.rect.top(), look.steps(TOOLS - 4), placed.rect.height()
            )
            self._small(painter, place, self._words.left_out, colours.muted, Qt.AlignmentFlag.AlignRight)
        if any(cell.cell.wrong for cell in placed.cells):
            high = look.px(look.size.small) * 1.5
            place = QRectF(placed.cells[0].rect.left(), placed.rect.bottom() - high, placed.rect.width(), high)
            self._small(painter, place, self._words.wrong_order, colours.warn)

    def _cell(self, painter: QPainter, placed: PlacedCell, pale: bool, checks: bool) -> None:
        look, cell = self._look, placed.cell
        colours = look.colours
        for word in placed.words:
            out = pale or word.word.left_out
            font = QFont(self._family)
            font.setPixelSize(look.px(look.size.small))
            painter.setFont(font)
            painter.setPen(QPen(QColor(colours.line), 1) if out else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.surface if out else colours.sunken))
            radius = word.rect.height() / 2
            painter.drawRoundedRect(word.rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            painter.setPen(QColor(colours.muted if out else colours.text))
            place = word.rect.adjusted(look.steps(2), 0, -look.steps(2), 0)
            if checks:
                size = look.px(CHIP_CHECK)
                mark = QRectF(place.left(), place.center().y() - size / 2, size, size)
                if not word.word.left_out:
                    self._icons.icon("check", colours.accent).paint(painter, mark.toRect())
                place.setLeft(place.left() + size + look.steps(0.5))
            shown = painter.fontMetrics().elidedText(word.word.text, Qt.TextElideMode.ElideRight, int(place.width()))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
        if placed.text is not None:
            muted = pale or not cell.text or cell.field.style is Style.SECOND
            painter.setPen(QColor(colours.muted if muted else colours.text))
            placed.text.draw(painter, placed.rect.topLeft())

    def _handle(self, painter: QPainter, placed: PlacedRow, strong: bool) -> None:
        look = self._look
        dots = QColor(look.colours.muted)
        dots.setAlphaF(1.0 if strong else HANDLE_INK)
        x, y = handle_middle(placed, look)
        wide, high = look.px(2), look.px(4)
        painter.setPen(QPen(dots, look.px(2.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints([QPointF(x + dx, y + dy) for dx in (-wide, wide) for dy in (-high, 0, high)])

    def _check(self, painter: QPainter, placed: PlacedRow) -> None:
        look = self._look
        colours = look.colours
        rect = check_rect(placed, look)
        on = not placed.row.left_out
        # A line that is chosen in an entry that is not does not count now.
        ink = colours.muted if placed.row.pale else colours.accent
        painter.setPen(QPen(QColor(ink), 1))
        painter.setBrush(QColor(ink if on else colours.surface))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), look.px(3), look.px(3))
        if on:
            self._icons.icon("check", colours.surface if placed.row.pale else colours.on_accent).paint(
                painter, rect.toRect()
            )

    def _small(
        self,
        painter: QPainter,
        place: QRectF,
        words: str,
        colour: str,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        font = font_of(self._family, self._look, Style.PLAIN)
        font.setPixelSize(self._look.px(self._look.size.small))
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, words)


def handle_middle(placed: PlacedRow, look: Look) -> tuple[float, float]:
    """Where the handle of a row is."""
    return placed.rect.left() + look.steps(HANDLE), placed.mark.y()


def check_rect(placed: PlacedRow, look: Look) -> QRectF:
    """Where the check of a row is."""
    size = look.px(16)
    return QRectF(placed.mark.x() - size / 2, placed.mark.y() - size / 2, size, size)


def says(placed: PlacedRow, key: str) -> bool:
    """Whether a line or field of this key stands in a row."""
    return placed.row.item == key or any(
        cell.cell.key == key or any(word.id == key for word in cell.cell.words) for cell in placed.cells
    )
