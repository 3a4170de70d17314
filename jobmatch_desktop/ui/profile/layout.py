"""Where everything of the profile stands on its page, in pixels from the page's top."""

import bisect
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from jobmatch_desktop.ui.profile.rows import Cell, Row, Word
from jobmatch_desktop.ui.profile.sections import FieldKind, Style
from jobmatch_desktop.ui.shared.theme import Look

WIDEST = 900
CHIP_CHECK = 12
TOOLS = 28
"""Steps at the right of a card that are left for what can be done with a line."""

REMEMBERED = 500
"""Texts that are kept broken into lines, beside four for each row of the page."""


class PlacedWord(NamedTuple):
    """A word of a list as a chip."""

    word: Word
    rect: QRectF


class PlacedCell(NamedTuple):
    """A field: where its words stand, laid out, or its chips."""

    cell: Cell
    rect: QRectF
    text: QTextLayout | None
    words: tuple[PlacedWord, ...]


class PlacedRow(NamedTuple):
    """A row. `mark` is the middle of what stands before its words: a bullet, or its check."""

    row: Row
    rect: QRectF
    cells: tuple[PlacedCell, ...]
    mark: QPointF


class Card(NamedTuple):
    """A section's ground; its title stands in the first `head` pixels."""

    section: str
    rect: QRectF
    head: float


class Laid(NamedTuple):
    """The whole page."""

    rows: tuple[PlacedRow, ...]
    cards: tuple[Card, ...]
    height: float

    def between(self, top: float, bottom: float) -> tuple[PlacedRow, ...]:
        """The rows that stand between two heights."""
        first = bisect.bisect_left(self.rows, top, key=lambda placed: placed.rect.bottom())
        last = bisect.bisect_right(self.rows, bottom, key=lambda placed: placed.rect.top())
        return self.rows[first:last]


EMPTY = Laid((), (), 0)


class Layouts:
    """Lays pages out in one look; what stands where it stood is not laid out again. UI thread."""

    def __init__(self, look: Look, family: QFont) -> None:
        self._look = look
        self._family = family
        self._heights = {style: QFontMetricsF(font_of(family, look, style)).height() for style in Style}
        self._broken: dict[tuple[str, Style, int], tuple[QTextLayout, float]] = {}
        self._laid = EMPTY
        self._ground = (0, False, "")

    def lay(
        self,
        rows: Sequence[Row],
        width: int,
        names: Mapping[str, str],
        editing: tuple[str, float] = ("", 0),
        checks: bool = False,
    ) -> Laid:
        """The page at a width. `names` are what stands in an empty field, by the field's key; `editing` is the key of the field that is
        typed in, and the height of its words; with `checks` each line has room for one."""
        step = self._look.steps(1)
        margin = 5 * step
        card_width = min(width - 2 * margin, self._look.px(WIDEST))
        left, right = margin + 9 * step, margin + card_width - TOOLS * step
        placed: list[PlacedRow] = []
        cards: list[Card] = []
        top = float(margin)
        section, begins = "", top
        head = 11.0 * step
        known = self._laid.rows if self._ground[:2] == (width, checks) else ()
        typed_in = {editing[0], self._ground[2]} - {""}
        for at, row in enumerate(rows):
            if row.section != section:
                if section:
                    cards.append(Card(section, QRectF(margin, begins, card_width, top + 3 * step - begins), head))
                    top += 3 * step + 4 * step
                section, begins = row.section, top
                top += head
            elif row.head:
                top += 3 * step
            before = known[at] if at < len(known) else None
            if (
                before is not None
                and before.rect.top() == top
                and before.row == row
                and not any(cell.key in typed_in for cell in row.cells)
            ):
                placed.append(before)
                top += before.rect.height()
                continue
            bullet = bool(row.cells) and row.cells[0].field.kind is FieldKind.BULLET
            inset = (6 * step if checks and row.entry else 0) + ((6 if checks else 4) * step if bullet else 0)
            cells, height = self._cells(row, left + inset, right, top, names, editing, checks)
            mark_x = left + inset - (3.5 if checks else 3) * step
            middle = top + step + self._heights[_style(row)] / 2
            placed.append(PlacedRow(row, QRectF(margin, top, card_width, height), cells, QPointF(mark_x, middle)))
            top += height
        if section:
            cards.append(Card(section, QRectF(margin, begins, card_width, top + 3 * step - begins), head))
            top += 3 * step
        self._laid = Laid(tuple(placed), tuple(cards), top + margin)
        self._ground = width, checks, editing[0]
        if len(self._broken) > REMEMBERED + 4 * len(rows):
            self._broken = {}
        return self._laid

    def _cells(
        self,
        row: Row,
        left: float,
        right: float,
        top: float,
        names: Mapping[str, str],
        editing: tuple[str, float],
        checks: bool,
    ) -> tuple[tuple[PlacedCell, ...], float]:
        look = self._look
        step = look.steps(1)
        gap = 4 * step
        weights = sum(cell.field.weight for cell in row.cells) or 1
        # Fields of a section stand in columns of one width, of which some take several.
        column = (right - left - gap * (weights - 1)) / weights
        made: list[PlacedCell] = []
        height = float(look.px(look.size.control) + 2 * step) if not row.cells else 0.0
        at = left
        for cell in row.cells:
            width = int(column * cell.field.weight + gap * (cell.field.weight - 1))
            text: QTextLayout | None = None
            words: tuple[PlacedWord, ...] = ()
            if cell.key == editing[0]:
                high = editing[1]
            elif cell.words and cell.text:
                words, high = _chips(cell.words, at, top + step, width, look, self._family, checks)
            else:
                style = cell.field.style if cell.text else Style.HINT
                text, high = self._break(cell.text or names[cell.key], style, width)
            made.append(PlacedCell(cell, QRectF(at, top + step, width, high), text, words))
            height = max(height, high)
            at += width + gap
        note = look.px(look.size.small) * 1.5 if any(cell.wrong for cell in row.cells) else 0
        return tuple(made), height + 2 * step + note

    def _break(self, words: str, style: Style, width: int) -> tuple[QTextLayout, float]:
        key = (words, style, width)
        if key not in self._broken:
            font = font_of(self._family, self._look, style)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            made = QTextLayout(words.replace("\n", "\u2028"), font)
            made.setTextOption(option)
            made.setCacheEnabled(True)
            spacing = QFontMetricsF(font).lineSpacing()
            made.beginLayout()
            high = 0.0
            while (line := made.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, high))
                high += spacing
            made.endLayout()
            self._broken[key] = (made, high)
        return self._broken[key]


def font_of(family: QFont, look: Look, style: Style) -> QFont:
    """The type of a field."""
    font = QFont(family)
    font.setPixelSize(look.px(look.size.name if style is Style.NAME else look.size.control))
    if style in (Style.NAME, Style.TITLE):
        font.setWeight(QFont.Weight.DemiBold)
    font.setItalic(style is Style.HINT)
    return font


def _style(row: Row) -> Style:
    return row.cells[0].field.style if row.cells else Style.PLAIN


def _chips(
    words: Sequence[Word], left: float, top: float, width: float, look: Look, family: QFont, checks: bool
) -> tuple[tuple[PlacedWord, ...], float]:
    font = QFont(family)
    font.setPixelSize(look.px(look.size.small))
    metrics = QFontMetricsF(font)
    step = look.steps(1)
    high = metrics.height() + step
    made: list[PlacedWord] = []
    at, line = 0.0, 0.0
    for word in words:
        if not word.text:
            continue
        wide = min(
            width,
            metrics.horizontalAdvance(word.text) + 4 * step + (look.px(CHIP_CHECK) + step if checks else step / 2),
        )
        if at and at + wide > width:
            at, line = 0.0, line + high + step
        made.append(PlacedWord(word, QRectF(left + at, top + line, wide, high)))
        at += wide + step
    return tuple(made), line + high
