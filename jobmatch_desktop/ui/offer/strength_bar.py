"""How strong, as a small bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from jobmatch_desktop.ui.shared.appearance import Appearance


class StrengthBar(QWidget):
    """Shows a share of 1 in a colour of the look; words beside it say the same."""

    def __init__(self, appearance: Appearance, width: int = 0) -> None:
        """`width` is pixels at 100 %; 0 takes what room there is."""
        super().__init__()
        self._appearance = appearance
        self._width = width
        self._share = 0.0
        self._colour = "accent"
        horizontal = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Expanding
        self.setSizePolicy(horizontal, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, colour: str = "accent") -> None:
        """0 to 1; `colour` is a token."""
        self._share, self._colour = min(max(share, 0.0), 1.0), colour
        self.update()

    def sizeHint(self) -> QSize:
        look = self._appearance.look
        return QSize(look.px(self._width or 60), look.px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._appearance.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(QColor(look.colours.line))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if self._share:
            painter.setBrush(QColor(getattr(look.colours, self._colour)))
            width = max(self.height(), self.width() * self._share)
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), radius, radius)
        painter.end()
