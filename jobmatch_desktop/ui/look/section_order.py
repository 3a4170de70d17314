"""The order of a CV's sections, changed by dragging or by keys, and the language of their titles."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.labels import label

ROLE = Qt.ItemDataRole.UserRole


class _List(QListWidget):
    """Alt and an arrow move a section, as they move lines in the text."""

    wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.wanted.emit(steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)


class SectionOrder(QWidget):
    """`ordered` tells the roles in their new order, none for that of the text."""

    ordered = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._look = look = appearance.look
        self._list = _List()
        self._list.setProperty("role", "field")
        self._list.setProperty("look", "order")
        self._list.setAccessibleName(self.tr("Sections in order; Alt and an arrow move one"))
        self._list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._up = button(self.tr("Up"), "slim", accessible=self.tr("Move the section up"))
        self._down = button(self.tr("Down"), "slim", accessible=self.tr("Move the section down"))
        self._text = button(self.tr("As in the text"), "slim")
        self._others = label("muted", wraps=True)
        buttons = QVBoxLayout()
        buttons.setSpacing(look.steps(1.5))
        for one in (self._up, self._down, self._text):
            buttons.addWidget(one)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(look.steps(2))
        row.addWidget(self._list, 1)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(1))
        column.addLayout(row)
        column.addWidget(self._others)
        self._list.wanted.connect(self._move)
        self._list.model().rowsMoved.connect(self._moved)
        self._list.currentRowChanged.connect(self._show_ways)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._text.clicked.connect(lambda: self.ordered.emit(()))

    def show_sections(self, sections: Sequence[tuple[str, str]], others: Sequence[str], chosen: bool) -> None:
        """The roles of the CV's sections with their titles, as they stand on the pages; `others` are titles of no known role."""
        if [self._role(row) for row in range(self._list.count())] != [role for role, _ in sections] or any(
            self._list.item(row).text() != title for row, (_, title) in enumerate(sections)
        ):
            present = self._role(self._list.currentRow())
            self._list.blockSignals(True)
            self._list.clear()
            for role, title in sections:
                item = QListWidgetItem(title)
                item.setData(ROLE, role)
                self._list.addItem(item)
            roles = [role for role, _ in sections]
            self._list.setCurrentRow(roles.index(present) if present in roles else 0)
            self._list.blockSignals(False)
        height = self._list.sizeHintForRow(0) if sections else 0
        self._list.setFixedHeight(max(1, len(sections)) * height + self._look.steps(4))
        self._text.setVisible(chosen)
        self._others.setText(
            self.tr("These have titles of your own, and stand after the others: {titles}").format(
                titles=", ".join(others)
            )
        )
        self._others.setVisible(bool(others) and chosen)
        self._show_ways()

    def _role(self, row: int) -> str | None:
        item = self._list.item(row)
        return item.data(ROLE) if item is not None else None

    def _move(self, step: int) -> None:
        row = self._list.currentRow()
        roles = [self._role(number) for number in range(self._list.count())]
        if 0 <= row < len(roles) and 0 <= row + step < len(roles):
            roles.insert(row + step, roles.pop(row))
            self.ordered.emit(tuple(roles))

    def _moved(self, *_rows: QModelIndex | int) -> None:
        self.ordered.emit(tuple(self._role(row) for row in range(self._list.count())))

    def _show_ways(self, *_row: int) -> None:
        row, count = self._list.currentRow(), self._list.count()
        allow(self._up, "" if row > 0 else self.tr("It is the first"))
        allow(self._down, "" if 0 <= row < count - 1 else self.tr("It is the last"))
