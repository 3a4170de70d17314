"""A fact as one line that can be pressed: shortened at its end where there is no room, with the whole as tooltip."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import Pressable
from jobmatch_desktop.ui.shared.icons import Icons


class LineButton(Pressable):
    """Draws itself: a style sheet would put the words of a push button in its middle."""

    def __init__(self, words: str, does: str, appearance: Appearance, icons: Icons) -> None:
        """`does` says what a press does, for the tooltip and for screen readers."""
        super().__init__()
        self._words = " ".join(words.split())
        self._appearance = appearance
        self._icons = icons
        self.setProperty("role", "quiet")
        self.setAutoDefault(False)
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(does)
        self.setToolTip(f"{self._words}\n{does}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._appearance.look.px(80), self.fontMetrics().height() + self._appearance.look.steps(1.5))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._appearance.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.colours.sunken))
            painter.drawRoundedRect(self.rect(), look.px(4), look.px(4))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.colours.accent), look.px(look.space.ring)))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), look.px(4), look.px(4))
        size = look.px(13)
        icon = QRect(look.steps(1), (self.height() - size) // 2, size, size)
        self._icons.icon("fact", look.colours.muted).paint(painter, icon)
        left = icon.right() + look.steps(1.5)
        room = self.rect().adjusted(left, 0, -look.steps(1), 0)
        painter.setPen(QColor(look.colours.text))
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
