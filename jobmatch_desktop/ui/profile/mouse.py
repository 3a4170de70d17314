"""The mouse on the profile's page: what it is over, clicks into fields, and lines dragged by their handles."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from jobmatch_desktop.ui.profile.dragging import Drag
from jobmatch_desktop.ui.profile.layout import PlacedCell, PlacedRow
from jobmatch_desktop.ui.profile.painting import handle_middle
from jobmatch_desktop.ui.profile.rows import Row
from jobmatch_desktop.ui.profile.sheet import Sheet
from jobmatch_desktop.ui.profile.words import field_words

AUTO = 30
"""Milliseconds between two steps of scrolling while a line is dragged to an edge."""


class Mouse(QObject):
    """Watches the view of a sheet. What the person does is told to the functions given."""

    def __init__(
        self,
        sheet: Sheet,
        came: Callable[[PlacedCell, QPointF], None],
        chose: Callable[[PlacedRow, QPointF], None],
        left: Callable[[], None],
        dropped: Callable[[Drag], None],
        menu: Callable[[Row, QPointF], None],
        origin: Callable[[Row, str], str],
    ) -> None:
        """`came` to a field at a point of the view; `chose` a row at a point of the page; `left` the field before a line is dragged."""
        super().__init__(sheet)
        self._sheet = sheet
        self._came = came
        self._chose = chose
        self._left = left
        self._dropped = dropped
        self._menu = menu
        self._origin = origin
        self._auto = QTimer(self, interval=AUTO)
        self._auto.timeout.connect(self._scroll_at_edge)
        sheet.viewport().installEventFilter(self)

    def give_up(self) -> bool:
        """Lets a line go where it was; whether one was held."""
        held, self._sheet.drag = self._sheet.drag, None
        self._auto.stop()
        self._sheet.viewport().update()
        return held is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = QEvent.Type
        match event.type():
            case kinds.MouseButtonPress if isinstance(event, QMouseEvent):
                return self._press(event)
            case kinds.MouseMove if isinstance(event, QMouseEvent):
                self._move(event.position())
            case kinds.MouseButtonRelease if isinstance(event, QMouseEvent):
                self._release()
            case kinds.Leave:
                self._hover(None)
            case kinds.ToolTip if isinstance(event, QHelpEvent):
                return self._tell(event)
        return False

    def _press(self, event: QMouseEvent) -> bool:
        sheet = self._sheet
        place = sheet.on_page(event.position())
        placed = sheet.row_at(place.y())
        if placed is None or not placed.cells:
            return False
        if event.button() == Qt.MouseButton.RightButton:
            self._menu(placed.row, event.globalPosition())
            return True
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if self._on_handle(placed, place):
            item = placed.row.item
            self._left()
            fresh = next((found.row for found in sheet.laid.rows if found.row.item == item), placed.row)
            sheet.drag = Drag(fresh, place.x(), place.y(), QApplication.startDragDistance())
            return True
        if sheet.checks:
            self._chose(placed, place)
            return True
        room = sheet.look.steps(2)
        cell = next((c for c in placed.cells if c.rect.left() - room <= place.x() <= c.rect.right() + room), None)
        if cell is None:
            return False
        self._came(cell, event.position())
        return True

    def _move(self, position: QPointF) -> None:
        sheet = self._sheet
        place = sheet.on_page(position)
        if sheet.drag is not None:
            self._drag_to(place)
            return
        placed = sheet.row_at(place.y())
        row = placed.row if placed and placed.cells else None
        shapes = Qt.CursorShape
        if placed is None or row is None:
            shape = shapes.ArrowCursor
        elif self._on_handle(placed, place):
            shape = shapes.OpenHandCursor
        else:
            shape = shapes.PointingHandCursor if sheet.checks else shapes.IBeamCursor
        sheet.viewport().setCursor(shape)
        self._hover(row)

    def _hover(self, row: Row | None) -> None:
        if row is not self._sheet.hovered:
            self._sheet.hovered = row
            self._sheet.place_tools()
            self._sheet.viewport().update()

    def _drag_to(self, place: QPointF) -> None:
        sheet = self._sheet
        assert sheet.drag is not None
        sheet.drag.move(place.x(), place.y(), sheet.laid, sheet.checks)
        if sheet.drag.under_way and not self._auto.isActive():
            sheet.tools.hide()
            sheet.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._auto.start()
        sheet.viewport().update()

    def _release(self) -> None:
        drag = self._sheet.drag
        if self.give_up() and drag is not None and drag.under_way and drag.landing is not None:
            self._dropped(drag)

    def _scroll_at_edge(self) -> None:
        sheet = self._sheet
        place = sheet.viewport().mapFromGlobal(sheet.cursor().pos())
        edge, bar = sheet.look.steps(8), sheet.verticalScrollBar()
        if place.y() < edge:
            bar.setValue(bar.value() - sheet.look.steps(4))
        elif place.y() > sheet.viewport().height() - edge:
            bar.setValue(bar.value() + sheet.look.steps(4))
        else:
            return
        self._drag_to(sheet.on_page(QPointF(place)))

    def _on_handle(self, placed: PlacedRow, place: QPointF) -> bool:
        middle = handle_middle(placed, self._sheet.look)[0]
        return bool(placed.row.item) and abs(place.x() - middle) <= self._sheet.look.steps(3)

    def _tell(self, event: QHelpEvent) -> bool:
        place = self._sheet.on_page(QPointF(event.pos()))
        placed = self._sheet.row_at(place.y())
        cell = next((c for c in placed.cells if c.rect.contains(place)), None) if placed else None
        words = ""
        if placed is not None and cell is not None and not placed.row.adds:
            name = field_words(placed.row.section, cell.cell.field.name)
            origin = self._origin(placed.row, cell.cell.key)
            words = f"{name}\n{origin}" if origin else name
        QToolTip.showText(event.globalPos(), words, self._sheet.viewport())
        return True
