"""Rows of a form: words on the left, what is set on the right, and under it, when there is one, why it was not stored."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.shared.words import trouble_text

NAMES = 150
"""Width of the words on the left."""


class Rows(QWidget):
    """The rows, each with a key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.steps(4))
        self._grid.setVerticalSpacing(look.steps(3))
        self._grid.setColumnMinimumWidth(0, look.px(NAMES))
        self._grid.setColumnStretch(1, 1)
        self._parts: dict[str, tuple[QWidget, ...]] = {}
        self._faults: dict[str, QLabel] = {}

    def add(self, key: str, words: str, *parts: QWidget | Sequence[QWidget]) -> None:
        """A row; each part is a widget of its own line, or several side by side, of which the first takes the room."""
        name = label("", words)
        fault = label("bad", wraps=True)
        fault.hide()
        column = QVBoxLayout()
        column.setSpacing(self._look.steps(1))
        for part in parts:
            column.addLayout(self._line([part] if isinstance(part, QWidget) else part))
        column.addWidget(fault)
        holder = QWidget()
        holder.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        row = self._grid.rowCount()
        name.setMinimumHeight(self._look.px(30))
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(holder, row, 1)
        self._parts[key] = (name, holder)
        self._faults[key] = fault

    def show_row(self, key: str, shown: bool) -> None:
        """Shows or hides a row."""
        for part in self._parts[key]:
            part.setVisible(shown)

    def show_faults(self, faults: Mapping[str, Trouble]) -> None:
        """Says under each row what is wrong with it."""
        for key, shown in self._faults.items():
            words = trouble_text(faults[key]) if key in faults else ""
            shown.setText(breakable(words))
            shown.setAccessibleName(words)
            shown.setVisible(bool(words))

    def _line(self, parts: Sequence[QWidget]) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.steps(2))
        for place, part in enumerate(parts):
            row.addWidget(part, 1 if place == 0 else 0)
        return row
