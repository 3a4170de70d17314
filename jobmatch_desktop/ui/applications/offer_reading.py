"""Reads an offer while it is pasted, for the fields beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

PAUSE = 200
"""Milliseconds after the last change before the text is read."""


class OfferReading(QObject):
    """Reads the newest text; one reading at a time. UI thread; knows no widget. `read` tells the `Offer`, or None for no words."""

    read = Signal(object)

    def __init__(
        self, services: "Services", engine: Engine, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._text = ""
        self._reading = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)

    def take(self, text: str) -> None:
        """The text as it is now."""
        self._text = text
        self._pause.start()

    def stop(self) -> None:
        """Reads no more."""
        self._pause.stop()

    def _begin(self) -> None:
        if not self._reading:
            self._reading = True
            self._background.start(self._read())

    async def _read(self) -> None:
        try:
            while True:
                text = self._text
                offer: Offer | None = None
                if text.strip():
                    offer = await self._engine.call(self._services.applications.read, text)
                if text == self._text:
                    break
        finally:
            self._reading = False
        self.read.emit(offer)
