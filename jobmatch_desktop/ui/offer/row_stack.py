"""Many rows one under the other, each as tall as its words need. Qt's own layout asks every row again when one comes or changes."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class RowStack(QWidget):
    """Its height is that of its rows; its width is given by what it stands in."""

    def __init__(self, space: int) -> None:
        """`space` is pixels between two rows."""
        super().__init__()
        self._space = space
        self._heights: dict[QWidget, int] = {}
        self._below = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._place_all)

    def add(self, row: QWidget) -> None:
        """Puts a row under the others, and styles and measures it now."""
        row.setParent(self)
        row.show()
        row.installEventFilter(self)
        self._heights[row] = self._height(row)
        self._place(row)
        self.setFixedHeight(self._below)

    def clear(self) -> None:
        """Takes all rows out."""
        for row in self._heights:
            row.removeEventFilter(self)
            row.hide()
            row.deleteLater()
        self._heights, self._below = {}, 0
        self.setFixedHeight(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._heights = {row: self._height(row) for row in self._heights}
            self._place_all()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest and isinstance(watched, QWidget) and watched in self._heights:
            height = self._height(watched)
            if height != self._heights[watched]:
                self._heights[watched] = height
                self._later.start()
        return super().eventFilter(watched, event)

    def _height(self, row: QWidget) -> int:
        return row.heightForWidth(max(1, self.width()))

    def _place_all(self) -> None:
        self._below = 0
        for row in self._heights:
            self._place(row)
        self.setFixedHeight(self._below)

    def _place(self, row: QWidget) -> None:
        top = self._below + self._space if self._below else 0
        row.setGeometry(0, top, self.width(), self._heights[row])
        self._below = top + self._heights[row]
