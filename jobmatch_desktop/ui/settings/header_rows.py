"""Further headers of every request: a name and a value a row."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jobmatch_desktop.ui.settings.field import Line
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.theme import Look

Headers = tuple[tuple[str, str], ...]


class HeaderRows(QWidget):
    """`given` tells all of them, names and values, when one was changed; `restored` that a change was taken back."""

    given = Signal(object)
    restored = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._stored: Headers | None = None
        self._rows: list[tuple[QWidget, Line, Line]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.steps(1.5))
        self.add = button(self.tr("Add a header"), "slim")
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.add.clicked.connect(self._add)

    def show_stored(self, headers: Headers) -> None:
        """Shows what is stored; rows that are not stored yet stay."""
        if headers == self._stored:
            return
        self._stored = headers
        if self._written() == headers:
            for (_, name, value), (stored_name, stored_value) in zip(self._whole_rows(), headers, strict=True):
                name.show_stored(stored_name)
                value.show_stored(stored_value)
            return
        for row in [*self._rows]:
            self._drop(row)
        for name_text, value_text in headers:
            self._make(name_text, value_text)

    def leave(self) -> None:
        """Hands on what was written, if it is new."""
        written = self._written()
        if written != self._stored:
            self.given.emit(written)

    def _add(self) -> None:
        self._make("", "")[1].setFocus()

    def _make(self, name_text: str, value_text: str) -> tuple[QWidget, Line, Line]:
        name = Line(self.tr("Name of the header"), self.tr("Name"))
        value = Line(self.tr("Value of the header"), self.tr("Value"))
        name.show_stored(name_text)
        value.show_stored(value_text)
        remove = button(
            self.tr("Remove"), "slim", accessible=self.tr("Remove the header {name}").format(name=name_text)
        )
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.steps(2))
        row.addWidget(name, 2)
        row.addWidget(value, 3)
        row.addWidget(remove)
        before = self._rows[-1][0].findChild(QPushButton) if self._rows else self.add.previousInFocusChain()
        for after in (name, value, remove):
            if before is not None:
                QWidget.setTabOrder(before, after)
            before = after
        made = (holder, name, value)
        self._rows.append(made)
        self._column.insertWidget(len(self._rows) - 1, holder)
        for line in (name, value):
            line.given.connect(self.leave)
            line.restored.connect(self.restored)

        def drop() -> None:
            self._drop(made)
            self.add.setFocus()
            self.leave()
            self.restored.emit()

        remove.clicked.connect(drop)
        return made

    def _drop(self, row: tuple[QWidget, Line, Line]) -> None:
        self._rows.remove(row)
        row[0].hide()
        row[0].setParent(None)
        row[0].deleteLater()

    def _whole_rows(self) -> list[tuple[QWidget, Line, Line]]:
        return [row for row in self._rows if row[1].text().strip() and row[2].text().strip()]

    def _written(self) -> Headers:
        return tuple((name.text().strip(), value.text().strip()) for _, name, value in self._whole_rows())
