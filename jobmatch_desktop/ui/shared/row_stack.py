"""Many rows one under the other, each as tall as its words need. Qt's own layout asks every row again when one comes or changes."""

import time
from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

SLICE = 0.004
"""Seconds of measuring rows that are not in view before the window draws itself in between."""

GROWS = 60
"""Milliseconds within which a stack is as high as the rows that were added: all around it is laid out anew for that."""


class RowStack(QWidget):
    """Its height is that of its rows; its width is given by what it stands in. In another width the rows in view are measured at once, and
    the others bit by bit; a stack that is not in view is measured whole, by what it stands in."""

    def __init__(self, space: int) -> None:
        """`space` is pixels between two rows."""
        super().__init__()
        self._space = space
        self._heights: dict[QWidget, int] = {}
        self._above: dict[QWidget, int] = {}
        self._below = 0
        self._stale: dict[QWidget, None] = {}
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place_all)
        self._measures = QTimer(self, singleShot=True, interval=0)
        self._grows = QTimer(self, singleShot=True, interval=GROWS)
        self._grows.timeout.connect(self._grow)
        self._measures.timeout.connect(self._measure_some)

    def add(self, row: QWidget, above: int = 0) -> None:
        """Puts a row under the others, and styles and measures it now; `above` is pixels before it beside the usual ones."""
        row.setParent(self)
        row.show()
        row.installEventFilter(self)
        self._heights[row] = self._height(row)
        self._above[row] = above if self._below else 0
        self._place(row)
        self._grow_soon()

    def count(self) -> int:
        """How many rows there are."""
        return len(self._heights)

    def clear(self) -> None:
        """Takes all rows out."""
        for row in self._heights:
            row.removeEventFilter(self)
            row.hide()
            row.deleteLater()
        self._heights, self._above, self._stale, self._below = {}, {}, {}, 0
        self.setFixedHeight(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() == event.size().width():
            return
        seen = self.visibleRegion().boundingRect()
        now = [row for row in self._heights if row.geometry().intersects(seen)] if seen.isValid() else [*self._heights]
        self._stale = dict.fromkeys(self._heights)
        self._measure(now)
        self._grow()
        if self._stale:
            self._measures.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and isinstance(watched, QWidget) and watched in self._heights:
            height = self._height(watched)
            if height != self._heights[watched]:
                self._heights[watched] = height
                self._later.start()
        return super().eventFilter(watched, event)

    def _height(self, row: QWidget) -> int:
        return row.heightForWidth(max(1, self.width())) if row.hasHeightForWidth() else max(0, row.sizeHint().height())

    def _measure(self, rows: Iterable[QWidget]) -> None:
        for row in rows:
            del self._stale[row]
            self._heights[row] = self._height(row)
        self._place_all()

    def _measure_some(self) -> None:
        end = time.perf_counter() + SLICE
        for row in [*self._stale]:
            if row in self._stale:
                del self._stale[row]
                # As it will stand: what is in it is laid out in its width.
                row.resize(self.width(), self._heights[row])
                self._heights[row] = self._height(row)
            if time.perf_counter() > end:
                break
        self._place_all()
        if self._stale:
            self._measures.start()

    def _place_all(self) -> None:
        self._below = 0
        for row in self._heights:
            self._place(row)
        self._grow_soon()

    def _grow_soon(self) -> None:
        if not self._grows.isActive():
            self._grows.start()

    def _grow(self) -> None:
        self.setFixedHeight(self._below)

    def _place(self, row: QWidget) -> None:
        top = self._below + self._space + self._above[row] if self._below else 0
        width = row.width() if row in self._stale else self.width()
        row.setGeometry(0, top, width, self._heights[row])
        self._below = top + self._heights[row]
