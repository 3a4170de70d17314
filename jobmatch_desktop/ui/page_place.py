"""The place of a page in the window: empty until there is one, which is made when it is first looked at."""

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class PagePlace(QWidget):
    """Holds one page. UI thread."""

    def __init__(self) -> None:
        super().__init__()
        self._make: Callable[[], QWidget] | None = None
        self.page: QWidget | None = None
        """The page, once it was looked at."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def give(self, make: Callable[[], QWidget]) -> None:
        """The page comes from `make`, when this place is first shown."""
        self._make = make
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        make, self._make = self._make, None
        if make is not None:
            self.page = make()
            self._column.addWidget(self.page)
            self.page.show()
