"""A field in which a message is written: Enter sends, Shift+Enter begins a new line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from jobmatch_desktop.ui.shared.appearance import Appearance

MOST_LINES = 8


class Writing(QPlainTextEdit):
    """As high as its words, up to some lines. `entered`: the person pressed Enter; `left`: Escape."""

    entered = Signal()
    left = Signal()

    def __init__(self, name: str, appearance: Appearance, enter_sends: bool = True) -> None:
        """`name` is for screen readers."""
        super().__init__()
        self._look = appearance.look
        self._enter_sends = enter_sends
        self.setProperty("role", "field")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._enter_sends and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *_size: object) -> None:
        """A plain text's document counts its height in lines."""
        lines = max(1, min(MOST_LINES, int(self.document().size().height())))
        height = lines * self.fontMetrics().lineSpacing() + 2 * self._look.steps(3)
        if height != self.maximumHeight():
            self.setFixedHeight(height)
