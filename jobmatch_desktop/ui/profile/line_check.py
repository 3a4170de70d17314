"""The check of the line that the person is at, laid over the one that is drawn: for keys and screen readers."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from jobmatch_desktop.ui.shared.appearance import Appearance


class LineCheck(QCheckBox):
    """Checked: the line is shown."""

    switched = Signal()
    went = Signal(int)
    """On (1) or back (-1)."""
    stepped = Signal(bool)
    """Alt+Down (True) or Alt+Up: the line is to move."""
    left = Signal()

    def __init__(self, parent: QWidget, appearance: Appearance) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.item = ""
        """The id of the line."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def stand_for(self, item: str, words: str, on: bool) -> None:
        """Is the check of this line."""
        self.item = item
        self.setAccessibleName(words)
        self.setChecked(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            down = key == Qt.Key.Key_Down
            if alt:
                self.stepped.emit(down)
            else:
                self.went.emit(1 if down else -1)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.switched.emit()
        else:
            event.ignore()

    def focusNextPrevChild(self, following: bool) -> bool:
        self.went.emit(1 if following else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._appearance.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = look.px(look.space.ring)
        painter.setPen(QPen(QColor(look.colours.accent), ring))
        inset = ring / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, look.px(4), look.px(4))
        painter.end()
