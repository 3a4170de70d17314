"""What of a document no fact says, before it is exported: a list, and the ways on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from jobmatch_desktop.domain.mark import Mark
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.lists import wrapped_list
from jobmatch_desktop.ui.shared.words import translated

WIDTH = 520
HEIGHT = 340


class UnsupportedDialog(QDialog):
    """`accepted` says that it is exported all the same. Closes itself."""

    first_wanted = Signal()
    """The person goes to the first of the words."""

    def __init__(
        self, appearance: Appearance, marks: Sequence[Mark], parent: QWidget, of_set: bool = False, way_on: str = ""
    ) -> None:
        """`of_set` says that they are of both documents; `way_on` goes on all the same (`""`: exports)."""
        super().__init__(parent)
        look = appearance.look
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Words without a fact"))
        self.resize(look.px(WIDTH), look.px(HEIGHT))
        if len(marks) == 1:
            title = (
                self.tr("1 claim in these documents has no fact")
                if of_set
                else self.tr("1 claim in this document has no fact")
            )
        else:
            several = (
                self.tr("{number} claims in these documents have no fact")
                if of_set
                else self.tr("{number} claims in this document have no fact")
            )
            title = several.format(number=len(marks))
        listed = wrapped_list(self.tr("Words without a fact"), look)
        for sentence in dict.fromkeys(mark.sentence for mark in marks):
            whys = dict.fromkeys(mark.why.text(translated) for mark in marks if mark.sentence == sentence)
            listed.addItem(QListWidgetItem(f"{sentence.removeprefix('- ')}\n{' '.join(whys)}"))
        go = button(self.tr("Go to the first"), "primary")
        export = button(way_on or self.tr("Export all the same"))
        cancel = button(self.tr("Cancel"))
        ways = QHBoxLayout()
        ways.setSpacing(look.steps(2))
        ways.addWidget(export)
        ways.addStretch(1)
        ways.addWidget(cancel)
        ways.addWidget(go)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.steps(5), look.steps(5), look.steps(5), look.steps(4))
        column.setSpacing(look.steps(3))
        column.addWidget(label("title", title, wraps=True))
        column.addWidget(listed, 1)
        column.addLayout(ways)
        go.clicked.connect(self._go)
        export.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        go.setFocus()

    def _go(self) -> None:
        self.reject()
        self.first_wanted.emit()
