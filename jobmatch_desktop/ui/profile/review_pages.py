"""The pages of the file that is reviewed, with the places of its fields on them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.ui.editor.pdf_pages import Drawn
from jobmatch_desktop.ui.editor.preview import FULL_SIZE, Pages, Preview
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.words import trouble_text

if TYPE_CHECKING:
    from jobmatch_desktop.formats.imported import Box
    from jobmatch_desktop.formats.page_images import PageImages

_AROUND = 2.0
"""Points around a box that belong to it."""
_FAINT, _LIT = 0.16, 0.22


class SourcePages(Pages):
    """`chosen` tells the path of the field whose place was clicked."""

    chosen = Signal(str)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._boxes: Mapping[str, tuple[Box, ...]] = {}
        self._unsure: frozenset[str] = frozenset()
        self._lit: tuple[Box, ...] = ()
        self.setAccessibleName(self.tr("Pages of the file"))
        self.pointed.connect(self._point)

    def show_boxes(self, boxes: "Mapping[str, tuple[Box, ...]]") -> None:
        """Where each field stands, by its path."""
        self._boxes = boxes
        self.viewport().update()

    def show_unsure(self, paths: frozenset[str]) -> None:
        """Those that are marked faintly."""
        if paths != self._unsure:
            self._unsure = paths
            self.viewport().update()

    def light(self, boxes: "tuple[Box, ...]") -> None:
        """Marks a place, and brings it into view."""
        self._lit = boxes
        self._bring_into_view()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pages = self._places()
        for path in self._unsure:
            for box in self._boxes.get(path, ()):
                self._mark(painter, pages, box, self._look.colours.warn, _FAINT, lit=False)
        for box in self._lit:
            self._mark(painter, pages, box, self._look.colours.accent, _LIT, lit=True)
        painter.end()

    def _mark(self, painter: QPainter, pages: list[QRectF], box: "Box", name: str, strength: float, lit: bool) -> None:
        if box.page >= len(pages):
            return
        place = self._place_of(pages[box.page], box)
        ground = QColor(name)
        ground.setAlphaF(strength)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(name), self._look.px(1.5)) if lit else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(place, self._look.px(2), self._look.px(2))

    def _place_of(self, page: QRectF, box: "Box") -> QRectF:
        pixels = self.zoom() * FULL_SIZE
        first = QPointF(box.left - _AROUND, box.top - _AROUND) * pixels
        last = QPointF(box.right + _AROUND, box.bottom + _AROUND) * pixels
        return QRectF(page.topLeft() + first, page.topLeft() + last)

    def _bring_into_view(self) -> None:
        pages = self._places()
        lit = [self._place_of(pages[box.page], box) for box in self._lit if box.page < len(pages)]
        if not lit:
            return
        whole = lit[0]
        room = self._look.steps(8)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if whole.top() < room or whole.bottom() > self.viewport().height() - room:
            down.setValue(round(down.value() + whole.center().y() - self.viewport().height() / 2))
        if whole.left() < 0 or whole.right() > self.viewport().width():
            across.setValue(round(across.value() + whole.center().x() - self.viewport().width() / 2))

    def _point(self, page: int, x: float, y: float) -> None:
        """The field at a point: of several the smallest."""
        found = [
            ((box.right - box.left) * (box.bottom - box.top), path)
            for path, boxes in self._boxes.items()
            for box in boxes
            if box.page == page
            and box.left - _AROUND <= x <= box.right + _AROUND
            and box.top - _AROUND <= y <= box.bottom + _AROUND
        ]
        if found:
            self.chosen.emit(min(found)[1])


class SourceView(Preview):
    """The pages with their number and zoom above. What of them is in view is drawn elsewhere, the newest wish first."""

    def __init__(
        self,
        draw: "Callable[..., object]",
        engine: Engine,
        background: Background,
        appearance: Appearance,
    ) -> None:
        """`draw` is services.profile_importing.pages of one import: first and last page, pixels a point."""
        source = SourcePages(appearance)
        super().__init__(appearance, source)
        self.source = source
        self._draw = draw
        self._engine = engine
        self._background = background
        self._wanted: tuple[int, int, float] = (0, 0, appearance.look.scale)
        self._drawn: tuple[int, int, float] | None = None
        self._drawing = False
        self._closed = False
        self.pages.fit(width=True)
        self.pages.looked_at.connect(self._look_at)

    def begin(self) -> None:
        """Draws the first page."""
        self._go()

    def close_pages(self) -> None:
        """Nothing more is drawn."""
        self._closed = True

    def _look_at(self, first: int, last: int, scale: float) -> None:
        self._wanted = (first, last, scale)
        self._go()

    def _go(self) -> None:
        if not self._drawing and not self._closed and self._wanted != self._drawn:
            self._drawing = True
            self._background.start(self._run())

    async def _run(self) -> None:
        try:
            while not self._closed and self._wanted != self._drawn:
                wanted = self._drawn = self._wanted
                try:
                    drawn: PageImages = await self._engine.call(self._draw, *wanted)  # type: ignore[arg-type]
                except JobMatchError as error:
                    if not self._closed:
                        self.set_trouble(trouble_text(error.trouble))
                    return
                if not self._closed:
                    self.set_trouble("")
                    self.pages.show_pages(_as_drawn(drawn, wanted[2]))
        finally:
            self._drawing = False


def _as_drawn(drawn: "PageImages", scale: float) -> Drawn:
    images = {}
    for number, image in drawn.images.items():
        view = QImage(image.pixels, image.width, image.height, image.stride, QImage.Format.Format_RGB32)
        images[number] = view.copy()
    return Drawn(drawn.sizes, images, scale)
