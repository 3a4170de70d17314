"""Reads an offer while it is pasted, for the fields beside it, and looks whether it is there already."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile_errors import EmptyOffer
from jobmatch_desktop.ui.applications.adding import offer_of
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services

PAUSE = 200
"""Milliseconds after the last change before the text is read."""


class OfferReading(QObject):
    """Reads the newest text; one reading at a time. UI thread; knows no widget. `read` tells the `Offer`, or None for no words, and
    `same` the applications that are there for it already, the likest first."""

    read = Signal(object)
    same = Signal(object)

    def __init__(
        self, services: "Services", engine: Engine, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._wanted: tuple[str, Offer | None] = ("", None)
        self._reading = False
        self._stopped = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._begin)

    def take(self, text: str, found: Offer | None = None) -> None:
        """The text as it is now, and the offer that it was found as."""
        self._wanted = (text, found)
        self._pause.start()

    def stop(self) -> None:
        """Reads no more, and tells nothing more: what listened is going."""
        self._stopped = True
        self._pause.stop()

    def _begin(self) -> None:
        if not self._reading:
            self._reading = True
            self._background.start(self._read())

    async def _read(self) -> None:
        try:
            while True:
                wanted = self._wanted
                offer: Offer | None = None
                if wanted[0].strip():
                    try:
                        offer = await offer_of(self._services, self._engine, *wanted)
                    except EmptyOffer:
                        offer = None
                if wanted == self._wanted:
                    break
        finally:
            self._reading = False
        if self._stopped:
            return
        self.read.emit(offer)
        there: tuple[Application, ...] = ()
        if offer is not None:
            there = await self._engine.call(self._services.applications.same, offer)
        if wanted == self._wanted and not self._stopped:
            self.same.emit(there)
