"""Which line of the profile says it: a list of the facts, narrowed by typing."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from jobmatch_desktop.domain.mark import Tieable
from jobmatch_desktop.ui.editor.placed_marks import PlacedMark
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import allow, button, buttons_below
from jobmatch_desktop.ui.shared.labels import label

WIDTH = 560
HEIGHT = 420


class FactChooser(QDialog):
    """Closes itself when a fact is chosen or the person cancels."""

    chosen = Signal(object, object)
    """The `PlacedMark` and the `Fact` that it is tied to."""

    def __init__(self, appearance: Appearance, found: PlacedMark, facts: Sequence[Tieable], parent: QWidget) -> None:
        super().__init__(parent)
        look = appearance.look
        self._found = found
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tie to a fact"))
        self.resize(look.px(WIDTH), look.px(HEIGHT))
        says = label("", self.tr("Which line of your profile says “{said}”?").format(said=found.mark.said), wraps=True)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(self.tr("Search your facts"))
        self._filter.setAccessibleName(self.tr("Search your facts"))
        self._filter.setClearButtonEnabled(True)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Your facts"))
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSpacing(look.steps(0.5))
        for one in facts:
            item = QListWidgetItem(f"{one.fact.text}\n{one.where}".strip(), self._list)
            item.setData(Qt.ItemDataRole.UserRole, one.fact)
        self._list.setCurrentRow(0)
        self._use = button(self.tr("Tie it"), "primary")
        cancel = button(self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(5), look.steps(5), look.steps(5), look.steps(4))
        column.setSpacing(look.steps(3))
        column.addWidget(says)
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        column.addLayout(buttons_below(look.steps(2), cancel, self._use))
        self._filter.textChanged.connect(self._narrow)
        self._filter.returnPressed.connect(self._take)
        self._list.itemActivated.connect(self._take)
        self._list.currentRowChanged.connect(self._allow)
        self._use.clicked.connect(self._take)
        cancel.clicked.connect(self.reject)
        self._allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._filter.hasFocus():
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        row = self._list.currentRow() + by
        while 0 <= row < self._list.count() and self._list.item(row).isHidden():
            row += by
        if 0 <= row < self._list.count():
            self._list.setCurrentRow(row)

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        first = -1
        for row in range(self._list.count()):
            item = self._list.item(row)
            fits = all(word in item.text().casefold() for word in wanted)
            item.setHidden(not fits)
            if fits and first < 0:
                first = row
        self._list.setCurrentRow(first)
        self._allow()

    def _allow(self) -> None:
        allow(self._use, "" if self._list.currentRow() >= 0 else self.tr("No fact says this. Search for other words."))

    def _take(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen.emit(self._found, item.data(Qt.ItemDataRole.UserRole))
            self.accept()
