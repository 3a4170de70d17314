"""The applications as a Qt model: one a row, in the order they are given."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.ui.applications.listing import Column
from jobmatch_desktop.ui.shared.moments import day_words, moment_words
from jobmatch_desktop.ui.shared.naming import status_name

Index = QModelIndex | QPersistentModelIndex


class ApplicationTableModel(QAbstractTableModel):
    """Rows are applications; `ApplicationRole` gives the `Application`. `now` is what moments are told from."""

    ApplicationRole = Qt.ItemDataRole.UserRole

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._applications: list[Application] = []
        self._scores: dict[int, int | None] = {}

    def show_applications(
        self, applications: Sequence[Application], scores: Mapping[int, int | None] | None = None
    ) -> None:
        """Shows these, in this order, with their matches as far as they are known (None: nothing is asked for). Rows keep their
        selection where only what they say has changed."""
        told = dict(scores or {})
        known, self._scores = self._scores, told
        before = self._applications
        if [application.id for application in before] != [application.id for application in applications]:
            self.beginResetModel()
            self._applications = list(applications)
            self.endResetModel()
            return
        self._applications = list(applications)
        for row, (old, new) in enumerate(zip(before, applications, strict=True)):
            if old != new or known.get(new.id, -1) != told.get(new.id, -1):
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def ids(self) -> list[int]:
        """The applications' ids, in order."""
        return [application.id for application in self._applications]

    def application(self, row: int) -> Application:
        """The application in a row."""
        return self._applications[row]

    def row_of(self, application: int) -> int | None:
        """Where an application stands; None if it is not shown."""
        return next((row for row, shown in enumerate(self._applications) if shown.id == application), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._applications)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        application = self._applications[index.row()]
        match role:
            case Qt.ItemDataRole.ToolTipRole if index.column() == Column.MATCH:
                return self._match_words(application)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._words(application, Column(index.column()))
            case Qt.ItemDataRole.AccessibleTextRole:
                name = self.headerData(index.column(), Qt.Orientation.Horizontal)
                if index.column() == Column.MATCH:
                    return self._match_words(application)
                return f"{name}: {self._words(application, Column(index.column()))}"
            case self.ApplicationRole:
                return application
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and section == Column.DEADLINE:
            return self.tr("As the offer words it")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.TITLE: self.tr("Title"),
            Column.COMPANY: self.tr("Company"),
            Column.STATUS: self.tr("Status"),
            Column.MATCH: self.tr("Match"),
            Column.DEADLINE: self.tr("Deadline"),
            Column.TOUCHED: self.tr("Last touched"),
        }[Column(section)]

    def _match_words(self, application: Application) -> str:
        score = self._scores.get(application.id, -1)
        if score is None:
            return self.tr("Nothing was found in this offer that a fact could answer")
        return self.tr("Match: {score} of 100").format(score=score) if score >= 0 else self.tr("Match: not known yet")

    def _words(self, application: Application, column: Column) -> str:
        offer = application.offer
        match column:
            case Column.TITLE:
                return offer.title or self.tr("Untitled offer")
            case Column.COMPANY:
                return offer.company
            case Column.STATUS:
                return status_name(application.status)
            case Column.MATCH:
                score = self._scores.get(application.id, "")
                return "–" if score is None else str(score)
            case Column.DEADLINE:
                return day_words(offer.deadline)
            case Column.TOUCHED:
                return moment_words(application.changed, self._now())
