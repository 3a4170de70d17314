"""The sections of a profile beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from jobmatch_desktop.ui.profile.rows import Row
from jobmatch_desktop.ui.profile.sections import section
from jobmatch_desktop.ui.profile.words import section_words
from jobmatch_desktop.ui.shared.theme import Look

WIDTH = 190


class Outline(QListWidget):
    """`section_chosen` tells the key of the section that the person goes to."""

    section_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "outline")
        self.setAccessibleName(self.tr("Sections"))
        self.setFixedWidth(look.px(WIDTH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._choose)
        self.itemClicked.connect(self._choose)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Shows the sections of these rows, with how many entries each has."""
        counts: dict[str, int] = {}
        for row in rows:
            counts[row.section] = counts.get(row.section, 0) + row.head
        keys = list(counts)
        if keys != [self.item(place).data(Qt.ItemDataRole.UserRole) for place in range(self.count())]:
            present = self._present()
            self.clear()
            for key in keys:
                made = QListWidgetItem()
                made.setData(Qt.ItemDataRole.UserRole, key)
                self.addItem(made)
            self.mark(present)
        for place, key in enumerate(keys):
            words = section_words(key)
            self.item(place).setText(f"{words}  {counts[key]}" if section(key).list_path and counts[key] else words)

    def mark(self, key: str) -> None:
        """Marks the section that is seen."""
        for place in range(self.count()):
            if self.item(place).data(Qt.ItemDataRole.UserRole) == key:
                self.setCurrentRow(place)

    def _present(self) -> str:
        item = self.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def _choose(self, item: QListWidgetItem) -> None:
        self.section_chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
