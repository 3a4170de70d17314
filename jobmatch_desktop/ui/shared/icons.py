"""Icons: Material Design's, from the font that qtawesome carries.

qtawesome itself is not imported: that and its first icon take longer than the rest of the window (0.15 s on the
measuring machine), of which nothing but this one font and its list of names is needed.
"""

import importlib.util
from pathlib import Path

import msgspec
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

_NAMES = {
    "applications": "briefcase-outline",
    "tasks": "progress-clock",
    "models": "chip",
    "coach": "forum-outline",
    "profile": "account-outline",
    "settings": "cog-outline",
    "warning": "alert-outline",
    "good": "check-circle-outline",
    "failed": "alert-circle-outline",
    "notice": "information-outline",
    "down": "chevron-down",
    "check": "check-bold",
    "back": "arrow-left",
    "preview": "file-eye-outline",
    "add": "plus",
    "search": "magnify",
    "stop": "stop-circle-outline",
    "waiting": "clock-outline",
    "delete": "trash-can-outline",
    "open": "open-in-app",
    "weak": "circle-half-full",
    "missing": "circle-outline",
    "unclear": "circle-small",
    "fact": "subdirectory-arrow-right",
    "undo": "undo",
    "redo": "redo",
    "more": "dots-vertical",
    "template": "palette-outline",
}
"""What an icon says here, and the name of its glyph."""


class Icons:
    """Makes icons. UI thread; needs the application. Raises `FileNotFoundError` where qtawesome's font is missing."""

    def __init__(self) -> None:
        found = importlib.util.find_spec("qtawesome")
        if found is None or found.origin is None:
            raise FileNotFoundError("qtawesome is not installed")
        fonts = Path(found.origin).parent / "fonts"
        font = next(fonts.glob("materialdesignicons6-webfont-[0-9]*.ttf"), None)
        names = next(fonts.glob("materialdesignicons6-webfont-charmap-*.json"), None)
        if font is None or names is None:
            raise FileNotFoundError(f"no Material Design icons in {fonts}")
        identifier = QFontDatabase.addApplicationFont(str(font))
        self._family = QFontDatabase.applicationFontFamilies(identifier)[0]
        codes = msgspec.json.decode(names.read_bytes(), type=dict[str, str])
        self._glyphs = {said: chr(int(codes[name], 16)) for said, name in _NAMES.items()}

    def icon(self, said: str, colour: str, checked: str | None = None) -> QIcon:
        """The icon that says `said` (a key of the table above), in a colour, and in another where its button is checked."""
        return QIcon(_Glyph(self._family, self._glyphs[said], colour, checked or colour))


class _Glyph(QIconEngine):
    """A glyph drawn at whatever size and pixel density it is asked for."""

    def __init__(self, family: str, glyph: str, colour: str, checked: str) -> None:
        super().__init__()
        self._drawn = (family, glyph, colour, checked)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        family, glyph, colour, checked = self._drawn
        font = QFont(family)
        font.setPixelSize(max(1, min(rect.width(), rect.height())))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(font)
        painter.setPen(QColor(checked if state is QIcon.State.On else colour))
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(0.5)
        painter.drawText(QRectF(rect), Qt.AlignmentFlag.AlignCenter, glyph)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Glyph(*self._drawn)
