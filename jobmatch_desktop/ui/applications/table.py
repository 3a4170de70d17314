"""The table of applications: one row each, drawn calmly, worked by mouse and keyboard alike."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from jobmatch_desktop.ui.applications.listing import SORTED, Column, Wanted
from jobmatch_desktop.ui.applications.table_model import ApplicationTableModel
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.theme import Look

ROW = 44
WIDTHS = {Column.STATUS: 120, Column.MATCH: 104, Column.DEADLINE: 138, Column.TOUCHED: 120}
"""Pixels at 100 %; title and company share the rest."""


class ApplicationTable(QTableView):
    """`activated_row` tells the application to open, `chosen` the one looked at (or None), `sorted` a column and whether
    it falls; `delete_asked` that the person pressed Delete."""

    activated_row = Signal(int)
    chosen = Signal(object)
    sorted = Signal(object, bool)
    delete_asked = Signal()

    def __init__(self, model: ApplicationTableModel, appearance: Appearance) -> None:
        super().__init__()
        self._applications = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Applications"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setItemDelegate(_Rows(appearance, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        for column in Column:
            stretches = column not in WIDTHS
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
        header.sectionClicked.connect(self._header_clicked)
        self._wanted = Wanted()
        self.show_order(self._wanted)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._selected)
        self._take_look(appearance.look)
        appearance.changed.connect(self._take_look)

    def show_order(self, wanted: Wanted) -> None:
        """Marks the column sorted by."""
        self._wanted = wanted
        order = Qt.SortOrder.DescendingOrder if wanted.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(wanted.column, order)

    def present(self) -> int | None:
        """The application looked at."""
        rows = self.selectionModel().selectedRows()
        return self._applications.application(rows[0].row()).id if rows else None

    def look_at(self, application: int | None) -> None:
        """Chooses the row of an application, or the first where it is not shown."""
        row = self._applications.row_of(application) if application is not None else None
        if row is None:
            row = 0
        if self._applications.rowCount():
            index = self._applications.index(row, 0)
            if not self.selectionModel().isRowSelected(row, QModelIndex()):
                self.setCurrentIndex(index)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.present() is not None:
            self._open()
        elif event.key() == Qt.Key.Key_Delete and self.present() is not None:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _open(self) -> None:
        number = self.present()
        if number is not None:
            self.activated_row.emit(number)

    def _selected(self) -> None:
        self.chosen.emit(self.present())
        self.viewport().update()

    def _header_clicked(self, section: int) -> None:
        column = Column(section)
        if column not in SORTED:
            self.show_order(self._wanted)
            return
        same = column is self._wanted.column
        self.sorted.emit(column, not self._wanted.descending if same else column in (Column.TOUCHED, Column.MATCH))

    def _take_look(self, look: Look) -> None:
        self.verticalHeader().setDefaultSectionSize(look.px(ROW))
        self.horizontalHeader().setFixedHeight(look.px(36))
        self.horizontalHeader().setMinimumSectionSize(look.px(72))
        self.horizontalHeader().setStyleSheet(f"QHeaderView::section:first {{ padding-left: {look.steps(5)}px; }}")
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, look.px(width))


class _Rows(QStyledItemDelegate):
    """Draws a cell: the title strong, the status as a chip, a line under the row, a ring around the row with the focus."""

    def __init__(self, appearance: Appearance, table: QTableView) -> None:
        super().__init__(table)
        self._appearance = appearance
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, self._appearance.look.px(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._appearance.look
        colours = look.colours
        rect: QRect = option.rect
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        words = index.data()
        if words:
            inner = rect.adjusted(look.steps(5 if index.column() == 0 else 2), 0, -look.steps(2), 0)
            self._write(painter, inner, Column(index.column()), words, look)
        if selected and self._table.hasFocus():
            self._ring(painter, rect, index.column(), look)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, column: Column, words: str, look: Look) -> None:
        font = QFont(self._table.font())
        font.setPixelSize(look.px(look.size.control if column in (Column.TITLE, Column.COMPANY) else look.size.small))
        if column is Column.TITLE:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        strong = column in (Column.TITLE, Column.COMPANY)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        if column is Column.STATUS:
            pad = look.steps(2.5)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - 2 * pad)
            height = metrics.height() + look.px(2)
            chip = QRectF(
                rect.left(), rect.center().y() - height / 2 + 0.5, metrics.horizontalAdvance(shown) + 2 * pad, height
            )
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.colours.sunken))
            painter.drawRoundedRect(chip, look.px(look.space.chip_radius), look.px(look.space.chip_radius))
            painter.setPen(QColor(look.colours.muted))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
            return
        if column is Column.MATCH and words.isdecimal():
            self._bar(painter, rect, int(words) / 100, look)
        painter.setPen(QColor(look.colours.text if strong or column is Column.MATCH else look.colours.muted))
        shown = metrics.elidedText(" ".join(words.split()), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, flags, shown)

    def _bar(self, painter: QPainter, rect: QRect, share: float, look: Look) -> None:
        """The match as a bar beside its number."""
        left = rect.left() + painter.fontMetrics().horizontalAdvance("100") + look.steps(1.5)
        height = look.px(5)
        bar = QRectF(left, rect.center().y() - height / 2 + 0.5, max(0, rect.right() - left), height)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.colours.line))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        bar.setWidth(bar.width() * share)
        painter.setBrush(QColor(look.colours.accent))
        painter.drawRoundedRect(bar, height / 2, height / 2)

    def _ring(self, painter: QPainter, rect: QRect, column: int, look: Look) -> None:
        ring = look.px(look.space.ring)
        colour = QColor(look.colours.accent)
        painter.fillRect(rect.left(), rect.top(), rect.width(), ring, colour)
        painter.fillRect(rect.left(), rect.bottom() + 1 - ring, rect.width(), ring, colour)
        if column == Column.TITLE:
            painter.fillRect(rect.left(), rect.top(), ring, rect.height(), colour)
        if column == Column.TOUCHED:
            painter.fillRect(rect.right() + 1 - ring, rect.top(), ring, rect.height(), colour)
