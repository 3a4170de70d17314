"""Requirements or duties as a list that is worded in place, with what can be done with a line under it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from jobmatch_desktop.domain.offer import Duty, Requirement, RequirementLevel
from jobmatch_desktop.ui.offer.line_model import LONGEST, Line, LineModel
from jobmatch_desktop.ui.offer.match_words import level_words
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import allow, button
from jobmatch_desktop.ui.shared.labels import label

TALLEST = 300
"""Pixels at 100 % from which the list scrolls by itself."""


class LineList(QWidget):
    """`changed` tells the lines as the person has them, `looked_at` the line that is chosen or None, `put_back` that they want them
    as they were read."""

    changed = Signal(object)
    looked_at = Signal(object)
    put_back = Signal()

    def __init__(self, heading: str, adds: str, of: type[Line], appearance: Appearance) -> None:
        """`heading` names the list, `adds` the button that adds a line; `of` is what its lines are."""
        super().__init__()
        look = appearance.look
        self._of = of
        self._model = LineModel(self)
        self._view = _View(self._model, appearance)
        self._view.setAccessibleName(heading)
        self._heading = label("strong", heading)
        self._heading.setBuddy(self._view)
        self._back = button(self.tr("As read"), "quiet", accessible=self.tr("{list} as read").format(list=heading))
        self._none = label("muted", self.tr("None was found in the text."), wraps=True)
        self._add = button(adds, "slim")
        self._edit = button(self.tr("Edit"), "slim")
        self._level = button(self.tr("Nice to have"), "slim")
        self._remove = button(self.tr("Remove"), "slim")
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self._back)
        below = QHBoxLayout()
        below.setSpacing(look.steps(1.5))
        for made in (self._add, self._edit, self._level, self._remove):
            below.addWidget(made)
        below.addStretch(1)
        self._level.setVisible(of is Requirement)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.steps(1.5))
        column.addLayout(head)
        column.addWidget(self._none)
        column.addWidget(self._view)
        column.addLayout(below)
        self._model.changed.connect(self.changed)
        self._view.selectionModel().currentChanged.connect(self._show_present)
        self._view.focused.connect(self._show_present)
        self._view.removed.connect(self._remove_line)
        self._view.levelled.connect(self._turn_level)
        self._view.given_up.connect(self._drop_unworded)
        self._back.clicked.connect(self.put_back)
        self._add.clicked.connect(self._add_line)
        self._edit.clicked.connect(self._edit_line)
        self._level.clicked.connect(self._turn_level)
        self._remove.clicked.connect(self._remove_line)
        self.show_lines((), False)

    def show_lines(self, lines: Sequence[Line], typed: bool) -> None:
        """Shows the lines; `typed` is whether the person changed any. A line that is being worded is left alone."""
        if self._view.state() is not QListView.State.EditingState:
            present = self._view.currentIndex().row()
            self._model.show_lines(lines)
            if 0 <= present < self._model.rowCount() and not self._view.currentIndex().isValid():
                self._view.setCurrentIndex(self._model.index(present))
        allow(self._back, "" if typed else self.tr("They stand as they were read"))
        self._view.fit()
        self._allow()

    def _present(self) -> int | None:
        row = self._view.currentIndex().row()
        return row if 0 <= row < self._model.rowCount() else None

    def _show_present(self) -> None:
        self._allow()
        row = self._present()
        self.looked_at.emit(self._model.lines()[row] if row is not None else None)

    def _allow(self) -> None:
        row = self._present()
        why_not = "" if row is not None else self.tr("Choose a line first")
        for made, does in (
            (self._edit, self.tr("Word the chosen line anew (F2)")),
            (self._level, self.tr("Turn the chosen line into the other (Space)")),
            (self._remove, self.tr("Take the chosen line out (Delete)")),
        ):
            allow(made, why_not)
            made.setToolTip(why_not or does)
        line = self._model.lines()[row] if row is not None else None
        nice = isinstance(line, Requirement) and line.level is RequirementLevel.NICE
        self._level.setText(self.tr("Must have") if nice else self.tr("Nice to have"))
        self._level.setAccessibleName(self.tr("Make it a must") if nice else self.tr("Make it nice to have"))
        self._none.setVisible(not self._model.rowCount())
        self._view.setVisible(bool(self._model.rowCount()))

    def _add_line(self) -> None:
        row = self._model.rowCount()
        made: Line = Requirement("", RequirementLevel.MUST) if self._of is Requirement else Duty("")
        self._model.insert(row, made)
        self._allow()
        self._view.fit()
        self._view.setCurrentIndex(self._model.index(row))
        self._view.edit(self._model.index(row))

    def _edit_line(self) -> None:
        if (row := self._present()) is not None:
            self._view.setFocus()
            self._view.edit(self._model.index(row))

    def _turn_level(self) -> None:
        row = self._present()
        line = self._model.lines()[row] if row is not None else None
        if row is not None and isinstance(line, Requirement):
            other = RequirementLevel.MUST if line.level is RequirementLevel.NICE else RequirementLevel.NICE
            self._model.set_level(row, other)
            self._allow()

    def _remove_line(self) -> None:
        if (row := self._present()) is not None:
            self._model.remove(row)
            self._view.fit()
            self._allow()

    def _drop_unworded(self) -> None:
        """A line that was added and not worded is none."""
        for row, line in reversed(list(enumerate(self._model.lines()))):
            if not line.text:
                self._model.remove(row)
        self._view.fit()
        self._allow()


class _View(QListView):
    """`focused` tells that the keyboard came, `removed` and `levelled` keys for the chosen line, `given_up` that wording one ended."""

    focused = Signal()
    removed = Signal()
    levelled = Signal()
    given_up = Signal()

    def __init__(self, model: LineModel, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setModel(model)
        self.setProperty("role", "field")
        self.setItemDelegate(_Lines(appearance, self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QListView.EditTrigger.DoubleClicked | QListView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.fit()

    def fit(self) -> None:
        """As tall as its lines, up to `TALLEST`."""
        look = self._appearance.look
        height, most = 2 * look.steps(2), look.px(TALLEST)
        for row in range(self.model().rowCount()):
            height += self.sizeHintForIndex(self.model().index(row, 0)).height()
            if height > most:
                break
        self.setFixedHeight(max(look.px(48), min(height, most)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QListView.State.EditingState:
            return  # what the line's own field leaves over
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.levelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.given_up.emit()


class _Lines(QStyledItemDelegate):
    """Draws a line over as many rows as it needs, with how much it is asked for in words under it."""

    def __init__(self, appearance: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look = self._appearance.look
        # With a scroll bar or without: a line is as tall as it is narrow.
        bar = self._view.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self._view)
        width = max(80, self._view.width() - 2 * look.steps(4) - max(bar, look.steps(3)))
        text = self._metrics().boundingRect(QRect(0, 0, width, 10_000), self._flags(), breakable(index.data() or " "))
        below = self._metrics().height() if isinstance(index.data(LineModel.LineRole), Requirement) else 0
        return QSize(width, text.height() + below + 2 * look.steps(1.5))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._appearance.look
        line = index.data(LineModel.LineRole)
        rect: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(look.colours.accent_soft))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(look.colours.line))
        inner = rect.adjusted(look.steps(2), look.steps(1.5), 0, -look.steps(1.5))
        inner.setWidth(self.sizeHint(option, index).width())
        painter.setFont(self._view.font())
        painter.setPen(QColor(look.colours.text))
        painter.drawText(inner, self._flags(), breakable(index.data() or ""))
        if isinstance(line, Requirement):
            painter.setPen(QColor(look.colours.muted))
            below = inner.adjusted(0, inner.height() - self._metrics().height(), 0, 0)
            said = level_words(line.level) + ("" if line.at else self.tr(" · not in the text"))
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, said)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        made = QLineEdit(parent)
        made.setMaxLength(LONGEST)
        made.setAccessibleName(self.tr("The line"))
        return made

    def _metrics(self) -> QFontMetrics:
        return self._view.fontMetrics()

    def _flags(self) -> int:
        return int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)
