"""Colours to choose a document's accent from: those of a document, not of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QColorDialog, QHBoxLayout, QWidget

from jobmatch_desktop.formats.writers.colour import readable
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.buttons import button, tab_to_chosen
from jobmatch_desktop.ui.shared.theme import Look

SIZE = 24


class Swatch(QAbstractButton):
    """A round of one colour."""

    def __init__(self, colour: str, name: str, look: Look) -> None:
        super().__init__()
        self.colour = colour
        self._look = look
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # and by Tab where it is the chosen one

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(SIZE) + self._look.steps(2), self._look.px(SIZE) + self._look.steps(2))

    def take_look(self, look: Look) -> None:
        """Draws in another look."""
        self._look = look
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        size = self._look.px(SIZE)
        place = QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size)
        if not self.isEnabled():
            painter.setOpacity(0.4)
        ring = self._look.px(self._look.space.ring)
        if self.isChecked() or self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            tone = self._look.colours.accent if self.hasFocus() else self._look.colours.text
            painter.setPen(QPen(QColor(tone), ring))
            painter.drawEllipse(place.adjusted(-1, -1, 1, 1))
            place.adjust(ring + 1, ring + 1, -ring - 1, -ring - 1)
        painter.setPen(QPen(QColor(self._look.colours.muted), 1))
        painter.setBrush(QColor(self.colour))
        painter.drawEllipse(place)
        painter.end()


class Swatches(QWidget):
    """`chosen` tells `#rrggbb`, or `""` for the colour that the template has."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        look = appearance.look
        self._own = ""
        self._appearance = appearance
        self._template = Swatch("", self.tr("As the template has it"), look)
        self._mine = Swatch("", self.tr("A colour of your own"), look)
        self._offered: list[Swatch] = []
        self._group = QButtonGroup(self)
        self._other = button(self.tr("Other…"), "quiet", accessible=self.tr("Choose a colour of your own"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._add(self._template, 0)
        self._add(self._mine, 1)
        self._row.addWidget(self._other)
        self._row.addStretch(1)
        tab_to_chosen(self._group)
        self._mine.hide()
        self._group.buttonClicked.connect(self._take)
        self._other.clicked.connect(self._ask)

    def set_offered(self, accents: Sequence[tuple[str, str]]) -> None:
        """Takes the colours that are offered (`#rrggbb`), with their names. Once."""
        for place, (colour, name) in enumerate(accents, start=1):
            swatch = Swatch(colour, name, self._appearance.look)
            self._offered.append(swatch)
            self._add(swatch, place)

    def show_colour(self, chosen: str, template: str) -> None:
        """Marks the colour that is chosen, `""` for that of the template."""
        self._template.colour = template
        self._template.update()
        for swatch in self._offered:
            swatch.setVisible(swatch.colour != template or chosen.lower() == template)
        known = next((swatch for swatch in self._offered if swatch.colour == chosen.lower()), None)
        if chosen and known is None:
            self._own = chosen
        self._mine.setVisible(bool(self._own))
        self._mine.colour = self._own or template
        self._mine.update()
        marked = self._template if not chosen else known or self._mine
        marked.setChecked(True)

    def _add(self, swatch: Swatch, place: int) -> None:
        self._group.addButton(swatch)
        self._row.insertWidget(place, swatch)
        self._appearance.changed.connect(swatch.take_look)

    def _take(self, swatch: Swatch) -> None:
        self.chosen.emit("" if swatch is self._template else swatch.colour)

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._own or self._template.colour), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Colour of the document"))
        dialog.colorSelected.connect(self._take_own)
        dialog.open()

    def _take_own(self, colour: QColor) -> None:
        self._own = readable(colour.name())  # what the pages make of it
        self.chosen.emit(self._own)
