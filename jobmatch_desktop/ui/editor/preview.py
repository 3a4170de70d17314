"""The preview: the pages as they will be exported, with their number, the zoom and the template's name."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from jobmatch_desktop.ui.editor.page_places import Segment
from jobmatch_desktop.ui.editor.pdf_pages import Drawn
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.labels import ElidedLabel, label
from jobmatch_desktop.ui.shared.theme import Look

FULL_SIZE = 96 / 72
"""Pixels a point at 100 %."""
SMALLEST, LARGEST = 0.25, 4.0
STEP = 1.1
SAME_SCALE = 1e-6
SHADOW = (16, 12, 9, 6, 4, 2, 1)
SHADOW_ALPHA = 0.016


class Pages(QAbstractScrollArea):
    """Draws pages under each other. Old images stay until newer ones come, so that it is never blank."""

    looked_at = Signal(int, int, float)
    """First and last page in view (from 0) and device pixels a point."""
    at = Signal(int, int, float)
    """The page in the middle (from 1), how many there are, and the zoom (1.0 is 100 %)."""
    pointed = Signal(int, float, float)
    """A page (from 0) was clicked, at points from its left and upper edge."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self.setProperty("role", "pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Preview of the pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = appearance.look
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._images: dict[int, tuple[QImage, float]] = {}
        """By page, with the device pixels a point that it was drawn at."""
        self._zoom: float | None = None
        self._fits_width = False
        self._marked: Segment | None = None
        self.verticalScrollBar().valueChanged.connect(self._tell)
        self.verticalScrollBar().setSingleStep(self._look.px(40))
        appearance.changed.connect(self._take_look)

    def show_pages(self, drawn: Drawn) -> None:
        """Takes pages drawn anew."""
        changed = drawn.sizes != self._sizes
        self._sizes = drawn.sizes
        self._images = {number: image for number, image in self._images.items() if number < len(drawn.sizes)}
        self._images |= {number: (image, drawn.scale) for number, image in drawn.images.items()}
        if changed:
            self._arrange()
        self.viewport().update()
        self._tell()

    def show_segment(self, segment: Segment | None) -> None:
        """Marks the line in which the person writes, and brings it into view."""
        if segment == self._marked:
            return
        self._marked = segment
        places = self._places()
        if segment is not None and segment.page < len(places):
            place = self._on_screen(places[segment.page], segment)
            room = self._look.steps(12)
            bar = self.verticalScrollBar()
            if place.top() < room or place.bottom() > self.viewport().height() - room:
                bar.setValue(round(bar.value() + place.center().y() - self.viewport().height() / 2))
        self.viewport().update()

    def fit(self, width: bool = False) -> None:
        """Zooms so that a whole page, or its width, is in view."""
        self._zoom, self._fits_width = None, width
        self._arrange()

    def zoom_to(self, zoom: float, at: QPointF | None = None) -> None:
        """Zooms; 1.0 is 100 %. What is `at` a place in view, or in its middle, stays there."""
        at = at or QPointF(self.viewport().rect().center())
        before, pages = self.zoom(), self._places()
        under = next((n for n, page in enumerate(pages) if page.bottom() >= at.y()), len(pages) - 1)
        self._zoom = min(LARGEST, max(SMALLEST, zoom))
        self._arrange()
        if pages:
            moved = (at - pages[under].topLeft()) * (self._zoom / before) + self._places()[under].topLeft() - at
            for bar, by in ((self.horizontalScrollBar(), moved.x()), (self.verticalScrollBar(), moved.y())):
                bar.setValue(round(bar.value() + by))

    def zoom(self) -> float:
        """The zoom now; 1.0 is 100 %."""
        if self._zoom is not None or not self._sizes:
            return self._zoom or 1.0
        width, height = self._sizes[0]
        across = (self.viewport().width() - 2 * self._look.steps(6)) / width
        down = (self.viewport().height() - self._look.steps(6)) / height
        pixels = across if self._fits_width else min(across, down)
        return min(LARGEST, max(SMALLEST, pixels / FULL_SIZE))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:  # the window went to another screen
            self._tell()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_to(self.zoom() * (STEP if event.angleDelta().y() > 0 else 1 / STEP), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 shows a whole page; the others scroll."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
        elif event.text() in ("+", "-"):
            self.zoom_to(self.zoom() * (STEP if event.text() == "+" else 1 / STEP))
        elif event.text() == "0":
            self.fit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        pixels = self.zoom() * FULL_SIZE
        for number, place in enumerate(self._places()):
            if place.contains(event.position()):
                at = event.position() - place.topLeft()
                self.pointed.emit(number, at.x() / pixels, at.y() / pixels)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(self._look.colours.sunken))
        for number, place in enumerate(self._places()):
            if place.bottom() < 0 or place.top() > self.viewport().height():
                continue
            self._shadow(painter, place)
            painter.fillRect(place, QColor(self._look.colours.paper))
            if found := self._images.get(number):
                self._draw(painter, place, *found)
            if self._marked is not None and self._marked.page == number:
                line = self._on_screen(place, self._marked)
                beside = QRectF(line.left() - self._look.px(9), line.top(), self._look.px(2), line.height())
                painter.fillRect(beside, QColor(self._look.colours.accent))
        if self.hasFocus():
            ring = self._look.px(self._look.space.ring)
            painter.setPen(QPen(QColor(self._look.colours.accent), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = ring / 2
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(inset, inset, -inset, -inset))
        painter.end()

    def _draw(self, painter: QPainter, place: QRectF, image: QImage, scale: float) -> None:
        """Dot for dot where it was drawn for this zoom and screen; one of another zoom is stretched until the new one comes."""
        ratio = self.devicePixelRatioF()
        if abs(scale - self._scale()) > SAME_SCALE:
            painter.drawImage(place, image)
            return
        image.setDevicePixelRatio(ratio)
        painter.save()
        painter.setClipRect(place)
        painter.drawImage(place.topLeft(), image)
        painter.restore()

    def _scale(self) -> float:
        """Device pixels a point."""
        return self.zoom() * FULL_SIZE * self.devicePixelRatioF()

    def _on_screen(self, page: QRectF, segment: Segment) -> QRectF:
        pixels = self.zoom() * FULL_SIZE
        top_left = QPointF(segment.left, segment.top) * pixels
        bottom_right = QPointF(segment.right, segment.bottom) * pixels
        return QRectF(page.topLeft() + top_left, page.topLeft() + bottom_right)

    def _shadow(self, painter: QPainter, place: QRectF) -> None:
        colour = QColor(self._look.colours.shadow)
        painter.setPen(Qt.PenStyle.NoPen)
        colour.setAlphaF(SHADOW_ALPHA)
        painter.setBrush(colour)
        for reach in SHADOW:
            painter.drawRoundedRect(place.adjusted(-reach, 2 - reach, reach, 2 + reach), reach, reach)

    def _places(self) -> list[QRectF]:
        pixels = self.zoom() * FULL_SIZE
        y = self._look.steps(0.5) - self.verticalScrollBar().value()
        places = []
        for width, height in self._sizes:
            left = max(self._look.steps(3), (self.viewport().width() - width * pixels) / 2)
            x = round(left) - self.horizontalScrollBar().value()
            places.append(QRectF(QPointF(x, y), QPointF(x + round(width * pixels), y + round(height * pixels))))
            y += round(height * pixels) + self._look.steps(4)
        return places

    def _arrange(self) -> None:
        if not self._sizes:
            return
        places = self._places()
        bottom = places[-1].bottom() + self.verticalScrollBar().value() + self._look.steps(4)
        widest = max(place.width() for place in places) + 2 * self._look.steps(3)
        for bar, whole, seen in (
            (self.verticalScrollBar(), bottom, self.viewport().height()),
            (self.horizontalScrollBar(), widest, self.viewport().width()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(0, round(whole - seen)))
        self.viewport().update()
        self._tell()

    def _tell(self) -> None:
        places = self._places()
        if not places:
            return
        height = self.viewport().height()
        seen = [n for n, place in enumerate(places) if place.bottom() >= 0 and place.top() <= height] or [0]
        middle = min(seen, key=lambda number: abs(places[number].center().y() - height / 2))
        self.at.emit(middle + 1, len(places), self.zoom())
        self.looked_at.emit(seen[0], seen[-1], self._scale())

    def _take_look(self, look: Look) -> None:
        self._look = look
        self._arrange()


class Preview(QWidget):
    """The pages with a line above them, and what is said of them."""

    def __init__(self, appearance: Appearance, pages: Pages | None = None, before: QWidget | None = None) -> None:
        """`before` is what stands first above the pages, and what Tab leads to first."""
        super().__init__()
        self.setProperty("role", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(appearance.look.px(260))
        look = appearance.look
        self.pages = pages or Pages(appearance)
        self._name = ElidedLabel("muted")
        self.zooms = QToolButton()
        self.zooms.setProperty("role", "quiet")
        self.zooms.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zooms.setMenu(self._zooms())
        self.zooms.setAccessibleName(self.tr("Zoom"))
        self._trouble = label("bad", wraps=True)
        self._trouble.hide()
        self.above = QHBoxLayout()
        self.above.setContentsMargins(look.steps(4), 0, look.steps(5), 0)
        if before is not None:
            self.above.addWidget(before)
        self.above.addWidget(self._name, 1)
        self.above.addWidget(self.zooms)
        self.said = QVBoxLayout()
        self.said.setContentsMargins(look.steps(6), 0, look.steps(5), 0)
        self.said.addWidget(self._trouble)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.steps(3), 0, 0)
        column.setSpacing(look.steps(1.5))
        column.addLayout(self.above)
        column.addLayout(self.said)
        column.addWidget(self.pages, 1)
        self.pages.at.connect(self._show_place)

    def sizeHint(self) -> QSize:
        return QSize(534, 600)

    def set_name(self, words: str) -> None:
        """What these pages are."""
        self._name.set_words(words)

    def set_trouble(self, words: str) -> None:
        """Says why the pages are not those of the text; `""` where they are."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def _show_place(self, page: int, count: int, zoom: float) -> None:
        self.zooms.setText(
            self.tr("Page {page} of {count} · {zoom} %").format(page=page, count=count, zoom=round(zoom * 100))
        )

    def _zooms(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Whole page"), self._fit_page)
        menu.addAction(self.tr("Page width"), self._fit_width)
        menu.addSeparator()
        for percent in (75, 100, 150, 200):
            action = QAction(f"{percent} %", menu)
            action.setData(percent)
            menu.addAction(action)
        menu.triggered.connect(self._zoom_chosen)
        return menu

    def _fit_page(self) -> None:
        self.pages.fit()

    def _fit_width(self) -> None:
        self.pages.fit(width=True)

    def _zoom_chosen(self, action: QAction) -> None:
        if percent := action.data():
            self.pages.zoom_to(percent / 100)
