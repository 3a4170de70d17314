"""One task on the page of tasks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout

from jobmatch_desktop.domain.task import Status
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.breaking import breakable
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.theme import Look
from jobmatch_desktop.ui.tasks.rows import Row, Way

WHOLE = 1000
ICONS = {
    Status.PENDING: ("waiting", "muted"),
    Status.PROCESSING: ("tasks", "accent"),
    Status.COMPLETED: ("good", "good"),
    Status.FAILED: ("failed", "bad"),
    Status.CANCELLED: ("stop", "muted"),
    Status.INTERRUPTED: ("warning", "warn"),
}
"""The icon of a status, and the colour it is drawn in."""


class TaskCard(QFrame):
    """Says what is known of a task; `chosen` tells its `Row` and the way that the person takes."""

    chosen = Signal(object, object)

    def __init__(self, row: Row, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self._look = look
        self._icons = icons
        self._row: Row | None = None
        self._buttons: list[QPushButton] = []
        self.setProperty("role", "card")
        self._icon = QLabel()
        self._title = ElidedLabel("strong")
        self._says = label("small", wraps=True)
        self._detail = label("muted", wraps=True)
        self._took = label("muted", wraps=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, WHOLE)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(look.px(120))
        self._bar.setAccessibleName(self.tr("How much is written"))
        says = QVBoxLayout()
        says.setSpacing(look.steps(0.5))
        says.addWidget(self._title)
        says.addWidget(self._says)
        says.addWidget(self._detail)
        says.addWidget(self._took)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(look.steps(3.5), look.steps(2.5), look.steps(3), look.steps(2.5))
        self._whole.setSpacing(look.steps(3))
        self._whole.addWidget(self._icon)
        self._whole.addLayout(says, 1)
        self._whole.addWidget(self._bar)
        self.show_row(row)
        appearance.changed.connect(self._take_look)

    def show_row(self, row: Row) -> None:
        """Shows what is known now. Buttons that stay keep the focus."""
        before, self._row = self._row, row
        if before == row:
            return
        self._title.set_words(row.title)
        self._says.setText(breakable(row.says))
        self._says.setVisible(bool(row.says))
        self._detail.setText(breakable(row.detail))
        self._took.setText(breakable(row.took))
        self._took.setVisible(bool(row.took))
        said = (f"{row.title}:", row.says, row.detail, row.took)
        self.setAccessibleName(" ".join(part for part in said if part))
        self._bar.setVisible(row.fraction is not None)
        self._bar.setValue(round((row.fraction or 0.0) * WHOLE))
        if before is None or before.status is not row.status:
            self._show_icon()
        if before is None or (before.ways, before.title) != (row.ways, row.title):
            self._show_ways(row)

    def has_focus(self) -> bool:
        """Whether the keyboard is at one of its buttons."""
        return any(made.hasFocus() for made in self._buttons)

    def take_focus(self) -> None:
        """Puts the keyboard at its first button."""
        if self._buttons:
            self._buttons[0].setFocus()

    def _show_ways(self, row: Row) -> None:
        focused = next((made.objectName() for made in self._buttons if made.hasFocus()), None)
        for made in self._buttons:
            made.hide()
            made.deleteLater()
        self._buttons = []
        for way, words in row.ways:
            made = button(words, "slim", accessible=self.tr("{verb}: {task}").format(verb=words, task=row.title))
            made.setObjectName(way)
            made.clicked.connect(self._choose)
            self._whole.addWidget(made)
            self._buttons.append(made)
        if focused is not None:
            next((made for made in self._buttons if made.objectName() == focused), self).setFocus()
            if not self.has_focus():
                self.take_focus()

    def _choose(self) -> None:
        self.chosen.emit(self._row, Way(self.sender().objectName()))

    def _show_icon(self) -> None:
        assert self._row is not None, "a card is made with its row"
        icon, colour = ICONS[self._row.status]
        size = self._look.px(18)
        self._icon.setPixmap(self._icons.icon(icon, getattr(self._look.colours, colour)).pixmap(size, size))

    def _take_look(self, look: Look) -> None:
        self._look = look
        self._show_icon()
