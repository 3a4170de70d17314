"""The head of the list of applications: how many there are, search, filter, and the way to a new one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from jobmatch_desktop.domain.application import ApplicationStatus
from jobmatch_desktop.ui.applications.listing import Wanted
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.fields import ComboBox
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.naming import status_name
from jobmatch_desktop.ui.shared.theme import Look

HEIGHT = 67


class ListHead(QWidget):
    """`searched` tells the words, `filtered` the status or None, `entered` that the person goes on to the rows."""

    searched = Signal(str)
    filtered = Signal(object)
    entered = Signal()

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._icons = icons
        self.setProperty("role", "head")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(look.px(HEIGHT))
        self.count = label("muted")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the applications"))
        self.search.setToolTip(self.tr("Search titles, companies, places and notes (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(look.px(140))
        self.search.setMaximumWidth(look.px(280))
        self._lens = QAction(self.tr("Search"), self)
        self.search.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self.filter = ComboBox(self.tr("Show by status"), appearance, icons)
        self.filter.setMinimumContentsLength(12)
        self.filter.addItem(self.tr("Every status"), None)
        for status in ApplicationStatus:
            self.filter.addItem(status_name(status), status)
        self.add = button(self.tr("Add an offer"), "primary")
        self.add.setToolTip(self.tr("Add an offer (Ctrl+N)"))
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(self.entered)
        self.filter.activated.connect(self._choose_filter)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.steps(5), 0, look.steps(5), 0)
        row.setSpacing(look.steps(2.5))
        row.addWidget(label("title", self.tr("Applications")))
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.search, 4)
        row.addWidget(self.filter)
        row.addSpacing(look.steps(2))
        row.addWidget(self.add)
        self._take_look(look)
        appearance.changed.connect(self._take_look)

    def show_list(self, shown: int, total: int, wanted: Wanted) -> None:
        """Shows how many applications of how many are listed, and what was asked for."""
        if self.search.text() != wanted.words:
            self.search.setText(wanted.words)
        self.filter.setCurrentIndex(self.filter.findData(wanted.status))
        self.count.setText(
            str(total) if shown == total else self.tr("{shown} of {total}").format(shown=shown, total=total)
        )

    def allow_search(self, allowed: bool) -> None:
        """Whether there is anything to search."""
        self.search.setEnabled(allowed)
        self.filter.setEnabled(allowed)
        if not allowed:
            self.count.setText("")

    def focus_search(self) -> None:
        """Puts the keyboard into the search."""
        self.search.setFocus()
        self.search.selectAll()

    def _choose_filter(self) -> None:
        self.filtered.emit(self.filter.currentData())

    def _take_look(self, look: Look) -> None:
        self._lens.setIcon(self._icons.icon("search", look.colours.muted))
