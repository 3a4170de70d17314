"""The profile down the page: drawn, with one real field where the person is."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from jobmatch_desktop.ui.profile.dragging import Drag, same_place
from jobmatch_desktop.ui.profile.layout import PlacedCell, PlacedRow
from jobmatch_desktop.ui.profile.mouse import Mouse
from jobmatch_desktop.ui.profile.painting import says
from jobmatch_desktop.ui.profile.presenter import Shown
from jobmatch_desktop.ui.profile.row_menu import fill_menu
from jobmatch_desktop.ui.profile.rows import Row
from jobmatch_desktop.ui.profile.sections import FieldKind, section
from jobmatch_desktop.ui.profile.sheet import Sheet
from jobmatch_desktop.ui.profile.stops import Stop
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons


class Canvas(Sheet):
    """Each signal is something that the person did."""

    typed = Signal(object, str)
    """A field (`Cell`) has other words."""
    left = Signal(frozenset)
    """The person is at other lines now: their ids."""
    line_asked = Signal(str, int)
    lines_pasted = Signal(str, int, list)
    split_asked = Signal(object, str, str)
    entry_asked = Signal(str)
    removed = Signal(object)
    stepped = Signal(object, bool)
    dropped = Signal(object, object, bool)
    toggled = Signal(str)
    field_asked = Signal(str)
    undone = Signal()
    redone = Signal()

    def __init__(self, appearance: Appearance, icons: Icons, origin: Callable[[str], str]) -> None:
        """`origin` says of the key of a line or field where it came from."""
        super().__init__(appearance, icons)
        self._origin = origin
        self._last = Stop("", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The lines of your profile"))
        self._mouse = Mouse(self, self._click, self._choose, self._end, self._drop, self._menu_at, self._origin_of)
        editor, check, tools = self.editor, self.check, self.tools
        self.visit.typed.connect(self.typed)
        editor.entered.connect(self._enter)
        editor.given_up.connect(self._give_up)
        editor.emptied.connect(self._empty)
        editor.went.connect(self._go)
        editor.went_row.connect(self._go_row)
        editor.stepped.connect(self._step)
        editor.pasted.connect(self._paste)
        editor.undone.connect(self.undone)
        editor.redone.connect(self.redone)
        editor.left.connect(self._end)
        editor.menu_shown.connect(self._fill_menu)
        check.switched.connect(self._switch)
        check.went.connect(self._go)
        check.stepped.connect(self._step_checked)
        check.left.connect(check.hide)
        tools.removed.connect(lambda: self._remove(tools.row))
        tools.line_asked.connect(self._add_line)
        tools.menu_asked.connect(self._show_tools_menu)

    # What is shown

    def show_profile(self, shown: Shown) -> None:
        """Shows a profile as it stands now. Who types goes on typing."""
        before = self.shown
        other = before is None or shown.kept != before.kept
        if before is not None and (other or (shown.targeting is None) != (before.targeting is None)):
            self._end()
            self._hide(self.check)
        self.shown = shown
        if before is not None and shown.rows == before.rows and shown.targeting == before.targeting and not other:
            return
        self.hovered = None
        self._refresh_visit()
        self.make_adds()
        self.lay()
        if other:
            self.verticalScrollBar().setValue(0)
            self.section_reached.emit(shown.rows[0].section)

    def edit(self, key: str, at_start: bool = False) -> None:
        """Brings the person to a field; to a new line, where it is one to add."""
        if self.visit.key != key:
            self.visit.end()
            found = self.place_of(key)
            row = found[0].row if found else None
            self.left.emit(frozenset({key, row.entry, row.item}) if row else frozenset())
        found = self.place_of(key)
        if found is None:
            self._end()
            return
        placed, cell = found
        if placed.row.adds:
            self.line_asked.emit(placed.row.list_path, placed.row.place)
            return
        if self.visit.key != key:
            self.visit.begin(cell.cell, placed.row, self.name(placed, cell))
        self._last = Stop("cell", key)
        # It breaks its words into lines once it is shown at its width.
        self.editor.setGeometry(cell.rect.translated(0, -self.top()).toRect())
        self.editor.show()
        self.lay()
        self.see(key)
        self.editor.setFocus()
        if at_start:
            self.editor.moveCursor(QTextCursor.MoveOperation.Start)

    def light(self, key: str) -> None:
        """Scrolls to a line or field and marks it for a while."""
        super().light(key)
        self._last = next((stop for stop in self.stops if stop.key == key), self._last)
        if self.visit.cell is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Tells what is being typed."""
        self.visit.keep()

    def take_add(self, key: str, made: QPushButton) -> None:
        """A section has a button now."""
        made.clicked.connect(partial(self.entry_asked.emit, key))
        made.installEventFilter(self)

    # Where the person is

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._go(1)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._last = Stop("", "")
            self._go(-1)

    def focusNextPrevChild(self, following: bool) -> bool:
        self._go(1 if following else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._mouse.give_up():
            return
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undone.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redone.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab from a section's button goes on down the page."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self._go(steps[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _end(self) -> None:
        """The person is in no field any more."""
        if self.visit.cell is None:
            return
        self.visit.end()
        self._hide(self.editor)
        self.left.emit(frozenset())
        self.lay()

    def _hide(self, widget: QWidget) -> None:
        """Takes a field or check away. Its focus would go to what comes next by Tab."""
        if widget.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.hide()

    def _go(self, step: int) -> None:
        """To the next stop, or out of the page."""
        at = next((place for place, stop in enumerate(self.stops) if stop == self._at()), None)
        place = (0 if step > 0 else len(self.stops) - 1) if at is None else at + step
        if 0 <= place < len(self.stops):
            self._stand_at(self.stops[place])
            return
        self._last = Stop("", "")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._end()
        super().focusNextPrevChild(step > 0)

    def _go_row(self, step: int) -> None:
        """To the nearest field of the row above or below."""
        rows = [placed for placed in self.laid.rows if placed.cells]
        at = next((place for place, placed in enumerate(rows) if says(placed, self.visit.key)), None)
        found = self.place_of(self.visit.key)
        if at is None or found is None or not 0 <= at + step < len(rows):
            return
        left = found[1].rect.left()
        self.edit(min(rows[at + step].cells, key=lambda cell: abs(cell.rect.left() - left)).cell.key)

    def _at(self) -> Stop:
        if self.visit.cell is not None:
            return Stop("cell", self.visit.key)
        if self.check.hasFocus():
            return Stop("check", self.check.item)
        return next((Stop("add", key) for key, made in self.adds.items() if made.hasFocus()), self._last)

    def _stand_at(self, stop: Stop) -> None:
        if stop.kind == "cell":
            self.edit(stop.key)
            return
        self._end()
        self._last = stop
        if stop.kind == "check":
            self._check(stop.key)
            return
        card = next(card for card in self.laid.cards if card.section == stop.key)
        self.see_rect(card.rect.adjusted(0, 0, 0, card.head - card.rect.height()))
        self.adds[stop.key].setFocus(Qt.FocusReason.TabFocusReason)

    def _refresh_visit(self) -> None:
        """The field that the person is in, as it stands now."""
        if self.visit.cell is None or self.shown is None:
            return
        key = self.visit.key
        found = next(((row, cell) for row in self.shown.rows for cell in row.cells if cell.key == key), None)
        if found is not None:
            self.visit.refresh(found[1], found[0])
        else:
            self.visit.cell = self.visit.row = None
            self._hide(self.editor)

    # What the person does in a field

    def _enter(self, before: str, after: str) -> None:
        cell, row = self.visit.cell, self.visit.row
        if cell is None or row is None:
            return
        if cell.field.kind is not FieldKind.BULLET or not f"{before}{after}".strip():
            self._go(1)
        elif before.strip() and after.strip():
            self.visit.put(before)
            self.split_asked.emit(row, before.strip(), after.strip())
        else:
            self.visit.keep()
            self.line_asked.emit(row.list_path, row.place + bool(before.strip()))

    def _paste(self, lines: list[str]) -> None:
        row = self.visit.row
        if row is not None:
            self.editor.insertPlainText(lines[0])
            self.visit.keep()
            self.lines_pasted.emit(row.list_path, row.place + 1, lines[1:])

    def _give_up(self) -> None:
        if not self.visit.give_up():
            self.setFocus()
            self._end()

    def _empty(self) -> None:
        if self.visit.cell is not None and self.visit.cell.field.kind is FieldKind.BULLET:
            self._go(-1)

    def _step(self, down: bool) -> None:
        self.visit.keep()
        item = self._item_row(self.visit.row)
        if item is not None:
            self.stepped.emit(item, down)
            self.see(self.visit.key)

    def _item_row(self, row: Row | None) -> Row | None:
        """The row of what moves with a row: itself, or the head of its entry."""
        if row is None or row.item:
            return row
        rows = (placed.row for placed in self.laid.rows)
        return next((found for found in rows if found.head and found.entry == row.entry != ""), None)

    def _remove(self, row: Row | None) -> None:
        item = self._item_row(row)
        if item is None:
            return
        self._end()
        fresh = next((placed.row for placed in self.laid.rows if placed.row.item == item.item), None)
        if fresh is not None:
            self.removed.emit(fresh)

    def _add_line(self) -> None:
        """Below the bullet that the tools stand beside, or at the end of its entry's list."""
        row = self.tools.row
        if row is None:
            return
        self._end()
        lines = [placed.row for placed in self.laid.rows if placed.row.entry == row.entry]
        below = next((line for line in lines if line.item and not line.head and line.item == row.item), None)
        head = next((line for line in lines if line.head), None)
        if below is not None:
            self.line_asked.emit(below.list_path, below.place + 1)
        elif head is not None:
            count = sum(1 for line in lines if line.item and not line.head)
            self.line_asked.emit(f"{head.path}/{section(head.section).lines}", count)

    # The checks

    def _check(self, item: str) -> None:
        """Brings the person to the check of a line or word."""
        for placed in self.laid.rows:
            word = next((found.word for cell in placed.cells for found in cell.words if found.word.id == item), None)
            if word is not None:
                self.check.stand_for(item, word.text, not word.left_out)
            elif placed.row.item == item:
                text = " ".join(cell.cell.text for cell in placed.cells if cell.cell.text)
                self.check.stand_for(item, text, not placed.row.left_out)
            else:
                continue
            self._last = Stop("check", item)
            self.see(item)
            self.check.show()
            self.place_widgets()
            self.check.setFocus()
            return

    def _switch(self) -> None:
        self.toggled.emit(self.check.item)
        self._check(self.check.item)

    def _choose(self, placed: PlacedRow, place: QPointF) -> None:
        words = [word.word.id for cell in placed.cells for word in cell.words if word.rect.contains(place)]
        row = self._item_row(placed.row)
        item = words[0] if words else row.item if row is not None else ""
        if item:
            self.toggled.emit(item)
            self._check(item)

    def _step_checked(self, down: bool) -> None:
        row = next((placed.row for placed in self.laid.rows if placed.row.item == self.check.item), None)
        if row is not None:
            self.stepped.emit(row, down)
            self._check(self.check.item)

    # The mouse and the menu

    def _click(self, cell: PlacedCell, place: QPointF) -> None:
        key = cell.cell.key
        self.edit(key)
        if self.visit.key == key:
            self.editor.setTextCursor(self.editor.cursorForPosition(place.toPoint() - self.editor.pos()))

    def _drop(self, drag: Drag) -> None:
        if drag.landing is None or self.shown is None:
            return
        # Both as they stand now: the profile may have changed while the line was in the hand.
        rows, target = self.shown.rows, drag.landing.target
        row = next((found for found in rows if found.item == drag.row.item), None)
        to = next((found for found in rows if same_place(found, target)), None)
        if row is not None and to is not None:
            self.dropped.emit(row, to, drag.landing.after)
            if self.checks:
                self._check(row.item)

    def _menu_at(self, row: Row, place: QPointF) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_menu(menu, row)
        if not menu.isEmpty():
            menu.popup(place.toPoint())

    def _show_tools_menu(self) -> None:
        if self.tools.row is not None:
            self._menu_at(self.tools.row, QPointF(self.tools.mapToGlobal(QPoint(0, self.tools.height()))))

    def _fill_menu(self, menu: QMenu, row: Row | None = None) -> None:
        row = row or self.visit.row
        if row is None or self.checks:
            return
        if not menu.isEmpty():
            menu.addSeparator()
        present = frozenset(cell.cell.key for placed in self.laid.rows for cell in placed.cells)
        item = self._item_row(row) or row
        origin = next((said for cell in row.cells if (said := self._origin_of(row, cell.key))), "")
        fill_menu(
            menu,
            item,
            present,
            origin,
            partial(self.stepped.emit, item),
            self._ask_field,
            partial(self._remove, item),
        )

    def _origin_of(self, row: Row, key: str) -> str:
        return self._origin(key) or self._origin(row.item) or self._origin(row.entry)

    def _ask_field(self, key: str) -> None:
        self.field_asked.emit(key)
        self.edit(key)
