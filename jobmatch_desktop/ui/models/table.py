"""The table of installed models: as high as its rows, so that the page scrolls and not the table."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollArea, QTableView, QWidget

from jobmatch_desktop.providers.protocol import Model
from jobmatch_desktop.ui.models.table_model import Column, ModelTableModel
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.theme import Look

ROW = 36
WIDTHS = {Column.SIZE: 92, Column.PARAMETERS: 104, Column.QUANTISATION: 122, Column.CONTEXT: 92, Column.LOADED: 204}
"""Pixels at 100 %; the name has the rest."""


class ModelTable(QTableView):
    """`chosen` tells that another row, or none, is looked at; `delete_asked` that the person pressed Delete."""

    chosen = Signal()
    delete_asked = Signal()

    def __init__(self, model: ModelTableModel, appearance: Appearance) -> None:
        super().__init__()
        self._models = model
        self._look = appearance.look
        self.setModel(model)
        self.setAccessibleName(self.tr("Installed models"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column in Column:
            stretches = column not in WIDTHS
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
        model.modelReset.connect(self._fit)
        self.selectionModel().selectionChanged.connect(self.chosen)
        self.selectionModel().currentRowChanged.connect(self._bring_into_view)
        self._take_look(appearance.look)
        appearance.changed.connect(self._take_look)

    def present(self) -> Model | None:
        """The model looked at."""
        rows = self.selectionModel().selectedRows()
        return self._models.model(rows[0].row()) if rows else None

    def look_at(self, name: str) -> None:
        """Chooses the row of a model, if it is shown."""
        row = self._models.row_of(name)
        if row is not None:
            self.setCurrentIndex(self._models.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.present() is not None:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def _bring_into_view(self, current: QModelIndex) -> None:
        parent: QWidget | None = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        page = parent.widget() if parent is not None else None
        if parent is not None and page is not None and current.isValid() and self.hasFocus():
            place = self.viewport().mapTo(page, self.visualRect(current).center())
            parent.ensureVisible(page.width() // 2, place.y(), 0, self._look.px(2 * ROW))

    def _fit(self) -> None:
        rows = self._models.rowCount() * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + self.horizontalHeader().height() + 2 * self._look.px(self._look.space.ring))

    def _take_look(self, look: Look) -> None:
        self._look = look
        colours = look.colours
        self.setStyleSheet(
            f"QTableView {{ border: 1px solid {colours.line}; border-radius: {look.px(look.space.radius)}px; "
            f"padding: {look.px(look.space.ring) - 1}px; }}"
            f"QTableView:focus {{ border: {look.px(look.space.ring)}px solid {colours.accent}; padding: 0; }}"
            f"QTableView::item {{ padding: 0 {look.steps(2) - 3}px; border: none; }}"  # Fusion adds 3
        )
        self.verticalHeader().setDefaultSectionSize(look.px(ROW))
        self.horizontalHeader().setFixedHeight(look.px(32))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, look.px(width))
        self._fit()
