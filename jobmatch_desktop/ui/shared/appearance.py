"""How the window looks now: the look follows the system's colours and size of type, or the person's choice."""

import enum
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyle

from jobmatch_desktop.ui.shared.theme import Look, Theme, look_of, stylesheet

NORMAL_TYPE_PIXELS = 14
"""Up to this size the system's own type counts as 100 %: 9 pt at 96 dpi, 10 pt, and 13 px are the systems' defaults."""


class Scheme(enum.StrEnum):
    """Which colours: those of the system, or always one."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """The look of the program. UI thread. `changed` tells the new `Look` after the application has it."""

    changed = Signal(object)

    def __init__(self, application: QApplication, theme: Theme, scheme: Scheme = Scheme.SYSTEM) -> None:
        super().__init__()
        self._application = application
        self._theme = theme
        self._scheme = scheme
        self._look = self._present()
        application.setStyle("Fusion")
        self._apply()
        application.styleHints().colorSchemeChanged.connect(self._follow)
        application.fontChanged.connect(self._follow)

    @property
    def application(self) -> QApplication:
        """Qt's application, which looks so."""
        return self._application

    @property
    def look(self) -> Look:
        """The look as it is now."""
        return self._look

    def choose(self, scheme: Scheme) -> None:
        """Takes the person's choice of colours."""
        self._scheme = scheme
        self._follow()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """While inside, widgets are made without the style sheet, which is laid on all at once at the end.

        A widget that is put into another is styled again with all that is in it: a window's worth of that is half of its start.
        """
        self._application.setStyleSheet("")
        try:
            yield
        finally:
            self._application.setStyleSheet(stylesheet(self._look))

    def _follow(self, *_system: object) -> None:
        look = self._present()
        if look != self._look:
            self._look = look
            self._apply()
            self.changed.emit(look)

    def _present(self) -> Look:
        system = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = system if self._scheme is Scheme.SYSTEM else self._scheme is Scheme.DARK
        scale = max(1.0, QFontInfo(self._application.font()).pixelSize() / NORMAL_TYPE_PIXELS)
        moves = self._application.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        return look_of(self._theme, dark, scale, moves)

    def _apply(self) -> None:
        self._application.setPalette(palette(self._look))
        self._application.setStyleSheet(stylesheet(self._look))


def palette(look: Look) -> QPalette:
    """The look as Qt's own roles, for what the style sheet does not reach."""
    colours = look.colours
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.canvas,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.canvas,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.surface,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent_soft,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.Accent: colours.accent,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.ToolTipBase: colours.text,
        QPalette.ColorRole.ToolTipText: colours.surface,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.Mid: colours.line,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made
