"""The sheet that a profile is drawn on: where everything stands, what is seen of it, and the few real widgets that lie over it."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QPushButton

from jobmatch_desktop.ui.profile.dragging import Drag
from jobmatch_desktop.ui.profile.layout import EMPTY, Laid, Layouts, PlacedCell, PlacedRow
from jobmatch_desktop.ui.profile.line_check import LineCheck
from jobmatch_desktop.ui.profile.line_editor import LineEditor
from jobmatch_desktop.ui.profile.painting import Marks, PagePainter, Words, check_rect, says
from jobmatch_desktop.ui.profile.presenter import Shown
from jobmatch_desktop.ui.profile.row_tools import RowTools
from jobmatch_desktop.ui.profile.rows import Row
from jobmatch_desktop.ui.profile.sections import section
from jobmatch_desktop.ui.profile.stops import Stop, stops_of
from jobmatch_desktop.ui.profile.visit import Visit
from jobmatch_desktop.ui.profile.words import add_words, field_words, line_words, section_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import Look

LIT = 2500
"""Milliseconds for which a line that was looked for is marked."""


class Sheet(QAbstractScrollArea):
    """Shows `Shown`s. UI thread."""

    section_reached = Signal(str)
    """The section at the top of what is seen."""

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        self._appearance = appearance
        self._icons = icons
        self._layouts = Layouts(appearance.look, self.font())
        self._lit = ""
        self._reached = ""
        self.shown: Shown | None = None
        self.laid: Laid = EMPTY
        self.stops: list[Stop] = []
        self.hovered: Row | None = None
        self.drag: Drag | None = None
        self.editor = LineEditor(self.viewport())
        self.visit = Visit(self.editor)
        self.check = LineCheck(self.viewport(), appearance)
        self.tools = RowTools(self.viewport(), appearance, icons)
        self.adds: dict[str, QPushButton] = {}
        """The button of each section that has entries."""
        self._unlight = QTimer(self, singleShot=True, interval=LIT)
        self._unlight.timeout.connect(self._forget_light)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(appearance.look.steps(8))
        self.editor.fitted.connect(self._fit)
        self._painter = self._new_painter()
        appearance.changed.connect(self._take_look)

    @property
    def look(self) -> Look:
        """The look as it is now."""
        return self._appearance.look

    @property
    def checks(self) -> bool:
        """Whether lines are chosen, not written."""
        return self.shown is not None and self.shown.targeting is not None

    def on_page(self, place: QPointF) -> QPointF:
        """A point of the view as one of the page."""
        return place + QPointF(0, self.top())

    def top(self) -> int:
        """The height on the page of the top of what is seen."""
        return self.verticalScrollBar().value()

    def row_at(self, height: float) -> PlacedRow | None:
        """The row at a height of the page."""
        return next(iter(self.laid.between(height, height)), None)

    def place_of(self, key: str) -> tuple[PlacedRow, PlacedCell] | None:
        """The field of this key; None for none."""
        for placed in self.laid.rows if key else ():
            for cell in placed.cells:
                if cell.cell.key == key:
                    return placed, cell
        return None

    def name(self, placed: PlacedRow, cell: PlacedCell) -> str:
        """What a field is called for screen readers: itself, whose it is, and its section."""
        row = placed.row
        heads = (found.row for found in self.laid.rows if found.row.head and found.row.entry == row.entry)
        title = next((head.cells[0].text for head in heads if head.cells[0].key != cell.cell.key), "")
        words = (field_words(row.section, cell.cell.field.name), title, section_words(row.section))
        return ", ".join(filter(None, words))

    def light(self, key: str) -> None:
        """Scrolls to a line or field and marks it for a while."""
        self._lit = key
        placed = next((placed for placed in self.laid.rows if says(placed, key)), None)
        if placed is not None:
            # What stands around it tells what it is.
            room = self.viewport().height() / 4
            self.see_rect(placed.rect.adjusted(0, -room, 0, room))
        self._unlight.start()
        self.viewport().update()

    def go_to_section(self, key: str) -> None:
        """Scrolls to a section."""
        card = next((card for card in self.laid.cards if card.section == key), None)
        if card is not None:
            self.verticalScrollBar().setValue(int(card.rect.top() - self.look.steps(3)))

    def see(self, key: str) -> None:
        """Scrolls as far as it takes to see a line or field."""
        placed = next((placed for placed in self.laid.rows if says(placed, key)), None)
        if placed is not None:
            self.see_rect(placed.rect)

    def see_rect(self, rect: QRectF) -> None:
        """Scrolls as far as it takes to see a part of the page."""
        bar, high, room = self.verticalScrollBar(), self.viewport().height(), self.look.steps(6)
        if rect.top() - room < bar.value():
            bar.setValue(int(rect.top() - room))
        elif rect.bottom() + room > bar.value() + high:
            bar.setValue(int(min(rect.top() - room, rect.bottom() + room - high)))

    def lay(self) -> None:
        """Puts everything in its place."""
        if self.shown is None:
            return
        rows = self.shown.rows
        fields = {(row.section, cell.field.name, row.adds) for row in rows for cell in row.cells}
        words = {field: self._empty_words(*field) for field in fields}
        names = {cell.key: words[row.section, cell.field.name, row.adds] for row in rows for cell in row.cells}
        high = float(self.editor.high()) if self.visit.cell is not None else 0.0
        self.laid = self._layouts.lay(rows, self.viewport().width(), names, (self.visit.key, high), self.checks)
        self.stops = stops_of(rows, frozenset() if self.checks else frozenset(self.adds), self.checks)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setRange(0, max(0, int(self.laid.height) - self.viewport().height()))
        self.place_widgets()
        self.viewport().update()

    def make_adds(self) -> None:
        """A button for each section that has entries, where they can be added."""
        assert self.shown is not None
        wanted = (
            {row.section for row in self.shown.rows if section(row.section).list_path} if not self.checks else set()
        )
        for key in [key for key in self.adds if key not in wanted]:
            self.adds.pop(key).deleteLater()
        for key in wanted - self.adds.keys():
            made = button(add_words(key), "slim", self.viewport())
            made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            made.adjustSize()
            made.show()
            self.adds[key] = made
            self.take_add(key, made)

    def take_add(self, key: str, made: QPushButton) -> None:
        """A section has a button now."""
        raise NotImplementedError

    def place_widgets(self) -> None:
        """Puts the widgets over their places."""
        top = self.top()
        for card in self.laid.cards:
            made = self.adds.get(card.section)
            if made is not None:
                size = made.sizeHint()
                x = int(card.rect.right()) - size.width() - self.look.steps(3)
                made.setGeometry(
                    x, int(card.rect.top() + (card.head - size.height()) / 2) - top, size.width(), size.height()
                )
        if (found := self.place_of(self.visit.key)) is not None:
            rect = found[1].rect.translated(0, -top)
            self.editor.setGeometry(QRect(int(rect.left()), int(rect.top()), int(rect.width()), int(rect.height() + 1)))
        if self.check.isVisible() and (place := self._check_place(self.check.item)) is not None:
            ring = self.look.steps(0.75)
            self.check.setGeometry(place.translated(0, -top).adjusted(-ring, -ring, ring, ring).toAlignedRect())
        self.place_tools()

    def place_tools(self) -> None:
        """Puts the tools beside the row under the mouse, or else the one that the person is in."""
        row = self.hovered or self.visit.row
        placed = next((placed for placed in self.laid.rows if placed.row is row), None)
        if placed is None and row is not None:
            placed = next((found for found in self.laid.rows if self.visit.key and says(found, self.visit.key)), None)
        if placed is None or self.checks or not (placed.row.entry and placed.cells) or placed.row.adds:
            self.tools.hide()
            return
        self.tools.stand_beside(placed.row, bool(section(placed.row.section).lines))
        size = self.tools.sizeHint()
        x = int(placed.rect.right()) - size.width() - self.look.steps(2)
        self.tools.setGeometry(x, int(placed.mark.y() - size.height() / 2) - self.top(), size.width(), size.height())
        self.tools.show()

    def scrollContentsBy(self, _x: int, _y: int) -> None:
        self.place_widgets()
        self.viewport().update()
        self._tell_section()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()

    def paintEvent(self, event: QPaintEvent) -> None:
        top = self.top()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.look.colours.canvas))
        painter.translate(0, -top)
        drag = self.drag if self.drag is not None and self.drag.under_way else None
        marks = Marks(
            self.visit.key,
            self._lit,
            self.hovered.item if self.hovered else "",
            self.checks,
            drag.landing.height if drag and drag.landing else None,
            drag.row.item if drag else "",
        )
        rect = event.rect().translated(0, top)
        self._painter.paint(painter, self.laid, marks, rect.top(), rect.bottom())
        if (found := self.place_of(self.visit.key)) is not None:
            self._ring(painter, found[1].rect)
        painter.end()

    def _ring(self, painter: QPainter, rect: QRectF) -> None:
        look = self.look
        painter.setPen(QPen(QColor(look.colours.accent), look.px(look.space.ring)))
        painter.setBrush(QColor(look.colours.surface))
        wide = look.steps(1.5)
        painter.drawRoundedRect(rect.adjusted(-wide, -look.px(3), wide, look.px(3)), look.px(4), look.px(4))

    def _empty_words(self, section: str, field: str, adds: bool) -> str:
        return line_words(section) if adds else field_words(section, field)

    def _check_place(self, item: str) -> QRectF | None:
        for placed in self.laid.rows:
            if placed.row.item == item:
                return check_rect(placed, self.look)
            for cell in placed.cells:
                for word in cell.words:
                    if word.word.id == item:
                        return word.rect
        return None

    def _fit(self) -> None:
        """The words that are typed take more lines, or fewer."""
        found = self.place_of(self.visit.key)
        if found is not None and int(found[1].rect.height()) != self.editor.high():
            self.lay()
            self.see(self.visit.key)

    def _tell_section(self) -> None:
        line = self.top() + self.look.steps(8)
        reached = next((card.section for card in reversed(self.laid.cards) if card.rect.top() <= line), "")
        if self.laid.cards and self.top() and self.top() == self.verticalScrollBar().maximum():
            reached = self.laid.cards[-1].section
        if reached and reached != self._reached:
            self._reached = reached
            self.section_reached.emit(reached)

    def _forget_light(self) -> None:
        self._lit = ""
        self.viewport().update()

    def _new_painter(self) -> PagePainter:
        words = Words(
            section_words, self.tr("Nothing here yet."), self.tr("This ends before it begins."), self.tr("left out")
        )
        return PagePainter(self.look, self.font(), self._icons, words)

    def _take_look(self, _look: Look) -> None:
        self._layouts = Layouts(self.look, self.font())
        self._painter = self._new_painter()
        self.lay()
