"""A line over a page that says what went wrong with what the person asked for, and what may be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button
from jobmatch_desktop.ui.shared.icons import Icons
from jobmatch_desktop.ui.shared.labels import label
from jobmatch_desktop.ui.shared.theme import Look


class Notice(QFrame):
    """Hidden until it has something to say; the person closes it. `asked` tells that they want what it offers."""

    asked = Signal()

    def __init__(self, appearance: Appearance, icons: Icons) -> None:
        super().__init__()
        look = appearance.look
        self.setProperty("role", "failure")
        self._icons = icons
        self._icon = QLabel()
        self._says = label("small", wraps=True)
        self._close = button(self.tr("Close"), "slim", accessible=self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._offer = button("", "slim")
        self._offer.hide()
        self._offer.clicked.connect(self._take_offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.steps(3.5), look.steps(2), look.steps(3), look.steps(2))
        row.setSpacing(look.steps(2.5))
        row.addWidget(self._icon)
        row.addWidget(self._says, 1)
        row.addWidget(self._offer)
        row.addWidget(self._close)
        self._take_look(look)
        self.hide()
        appearance.changed.connect(self._take_look)

    def say(self, words: str, offer: str = "") -> None:
        """Shows one message in the place of the one before, with a button that offers something where that has words."""
        self._says.setText(words)
        self._offer.setText(offer)
        self._offer.setAccessibleName(offer)
        self._offer.setVisible(bool(offer))
        self.setAccessibleName(words)
        self.show()

    def _take_offer(self) -> None:
        self.hide()
        self.asked.emit()

    def _take_look(self, look: Look) -> None:
        size = look.px(16)
        self._icon.setPixmap(self._icons.icon("failed", look.colours.bad).pixmap(size, size))
