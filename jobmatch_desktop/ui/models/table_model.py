"""Installed models as a Qt model: one a row, by name."""

import enum
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from jobmatch_desktop.providers.protocol import Model
from jobmatch_desktop.ui.models.words import loaded_words, size_words

Index = QModelIndex | QPersistentModelIndex


class Column(enum.IntEnum):
    """What is said of a model."""

    NAME = 0
    SIZE = 1
    PARAMETERS = 2
    QUANTISATION = 3
    CONTEXT = 4
    LOADED = 5


class ModelTableModel(QAbstractTableModel):
    """Rows are models."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models: list[Model] = []

    def show_models(self, models: Sequence[Model]) -> None:
        """Shows these by name. Rows keep their selection where only what they say has changed."""
        wanted = sorted(models, key=lambda model: model.name.casefold())
        before, self._models = self._models, wanted
        if [model.name for model in before] != [model.name for model in wanted]:
            self._models = before
            self.beginResetModel()
            self._models = wanted
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before, wanted, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def model(self, row: int) -> Model:
        """The model in a row."""
        return self._models[row]

    def row_of(self, name: str) -> int | None:
        """Where a model stands; None if it is not shown."""
        return next((row for row, model in enumerate(self._models) if model.name == name), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._models)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        model, column = self._models[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(model, column)
            case Qt.ItemDataRole.ToolTipRole:
                return model.name if column is Column.NAME else self._words(model, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                name = self.headerData(column, Qt.Orientation.Horizontal)
                return f"{name}: {self._words(model, column) or self.tr('not told')}"
            case Qt.ItemDataRole.FontRole if column is Column.NAME:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NAME: self.tr("Model"),
            Column.SIZE: self.tr("Size"),
            Column.PARAMETERS: self.tr("Parameters"),
            Column.QUANTISATION: self.tr("Quantisation"),
            Column.CONTEXT: self.tr("Context"),
            Column.LOADED: self.tr("In memory"),
        }[Column(section)]

    def _words(self, model: Model, column: Column) -> str:
        match column:
            case Column.NAME:
                return model.name if model.writes else self.tr("{name} (cannot write)").format(name=model.name)
            case Column.SIZE:
                return "" if model.size is None else size_words(model.size)
            case Column.PARAMETERS:
                return model.parameters
            case Column.QUANTISATION:
                return model.quantisation
            case Column.CONTEXT:
                return "" if model.context_tokens is None else QLocale().toString(model.context_tokens)
            case Column.LOADED:
                return loaded_words(model) or self.tr("No")
