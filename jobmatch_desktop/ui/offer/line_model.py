"""Requirements or duties of an offer as a Qt model, a line a row, worded in place."""

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from jobmatch_desktop.domain.offer import Duty, Requirement, RequirementLevel
from jobmatch_desktop.ui.offer.match_words import level_words

Index = QModelIndex | QPersistentModelIndex
Line = Requirement | Duty

LONGEST = 1_000


class LineModel(QAbstractListModel):
    """`changed` tells the lines as the person has them now. `LineRole` gives the line of a row."""

    changed = Signal(object)
    LineRole = Qt.ItemDataRole.UserRole

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def lines(self) -> tuple[Line, ...]:
        """The lines as they stand."""
        return self._lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows these; nothing is reset where they stand already."""
        if tuple(lines) != self._lines:
            self.beginResetModel()
            self._lines = tuple(lines)
            self.endResetModel()

    def insert(self, row: int, line: Line) -> None:
        """Puts in a line, which is told of once it is worded."""
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines = (*self._lines[:row], line, *self._lines[row:])
        self.endInsertRows()

    def remove(self, row: int) -> None:
        """Takes a line out."""
        worded = bool(self._lines[row].text)
        self.beginRemoveRows(QModelIndex(), row, row)
        self._lines = (*self._lines[:row], *self._lines[row + 1 :])
        self.endRemoveRows()
        if worded:
            self._tell()

    def set_level(self, row: int, level: RequirementLevel) -> None:
        """How much a requirement is asked for."""
        self._put(row, msgspec.structs.replace(self._lines[row], level=level))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return line.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{level_words(line.level)}: {line.text}" if isinstance(line, Requirement) else line.text
            case self.LineRole:
                return line
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        words = " ".join(str(value).split())[:LONGEST]
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not words:
            return False
        line = self._lines[index.row()]
        if words != line.text:
            self._put(index.row(), msgspec.structs.replace(line, text=words))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def _put(self, row: int, line: Line) -> None:
        if line != self._lines[row]:
            self._lines = (*self._lines[:row], line, *self._lines[row + 1 :])
            self.dataChanged.emit(self.index(row), self.index(row))
            self._tell()

    def _tell(self) -> None:
        self.changed.emit(tuple(line for line in self._lines if line.text))
