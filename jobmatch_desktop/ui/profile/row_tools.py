"""What can be done with a line, beside it while the mouse or the caret is there."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from jobmatch_desktop.ui.profile.rows import Row
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.theme import Look

ICON = 16


class RowTools(QFrame):
    """`removed`, `menu_asked` and `line_asked` are of the row that it stands beside."""

    removed = Signal()
    menu_asked = Signal()
    line_asked = Signal()

    def __init__(self, parent: QWidget, appearance: Appearance, icons: Icons) -> None:
        super().__init__(parent)
        self._icons = icons
        self.row: Row | None = None
        """The row that it stands beside."""
        self._add = self._button(self.tr("Add a line below"))
        self._remove = self._button(self.tr("Remove"))
        self._more = self._button(self.tr("More"))
        self._add.clicked.connect(self.line_asked)
        self._remove.clicked.connect(self.removed)
        self._more.clicked.connect(self.menu_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for made in (self._add, self._remove, self._more):
            row.addWidget(made)
        self._take_look(appearance.look)
        appearance.changed.connect(self._take_look)
        self.hide()

    def stand_beside(self, row: Row, has_lines: bool) -> None:
        """Is for this row; `has_lines`: lines can stand in or after it."""
        self.row = row
        self._add.setVisible(has_lines)
        self.adjustSize()

    def _button(self, words: str) -> QToolButton:
        made = QToolButton()
        made.setProperty("role", "quiet")
        made.setAccessibleName(words)
        made.setToolTip(words)
        # The field keeps the caret; by keys the same is in the menu.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _take_look(self, look: Look) -> None:
        for made, icon in ((self._add, "add"), (self._remove, "delete"), (self._more, "more")):
            made.setIcon(self._icons.icon(icon, look.colours.muted))
            made.setIconSize(QSize(look.px(ICON), look.px(ICON)))
