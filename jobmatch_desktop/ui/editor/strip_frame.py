"""What the strips under the editor share: a sign, words, and buttons beside them, or under them where that leaves too little room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label

LINES_BESIDE = 2
"""Where the words would take more lines beside the buttons, they stand over them."""


class StripFrame(QFrame):
    """A strip with its buttons; hidden at first. `column` takes what stands under both."""

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = self._look = appearance.look
        self._icons = icons
        self._ways: tuple[QPushButton, ...] = ()
        self._icon = QLabel()
        self._says = label("small", wraps=True)
        says = QHBoxLayout()
        says.setSpacing(look.steps(2.5))
        says.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        says.addWidget(self._says, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(look.steps(2))
        self._row.addStretch(1)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole.setSpacing(look.steps(2))
        self._whole.addLayout(says, 1)
        self._whole.addLayout(self._row)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(look.steps(3.5), look.steps(2), look.steps(3), look.steps(2))
        self.column.addLayout(self._whole)
        self.hide()

    def set_ways(self, ways: Sequence[QPushButton]) -> None:
        """The buttons, in order. Call once."""
        self._ways = tuple(ways)
        for made in ways:
            self._row.addWidget(made)

    def say(self, words: str, icon: str, colour: str) -> None:
        """Shows other words, with a sign (a key of ui/shared/icons)."""
        self._says.setText(words)
        self.show_icon(icon, colour)
        self.arrange()

    def show_icon(self, icon: str, colour: str) -> None:
        """Shows a sign in a colour."""
        size = self._look.px(16)
        self._icon.setPixmap(self._icons.icon(icon, colour).pixmap(size, size))

    def arrange(self) -> None:
        """Puts the buttons where they leave room; to be called after some were shown or hidden."""
        ways = sum(made.sizeHint().width() + self._look.steps(2) for made in self._ways if not made.isHidden())
        room = self.width() - ways - self._look.steps(14)
        metrics = self._says.fontMetrics()
        needed = metrics.boundingRect(0, 0, max(1, room), 10_000, Qt.TextFlag.TextWordWrap, self._says.text())
        beside = needed.height() <= LINES_BESIDE * metrics.lineSpacing() and needed.width() <= room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if direction != self._whole.direction():
            self._whole.setDirection(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
