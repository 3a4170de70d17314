"""Brings a file in for a page: read with a way to stop it, reviewed, and gone on with another day."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.kept_profile import ProfileState
from jobmatch_desktop.ui.shared.appearance import Appearance
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.icons import Icons

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.services.profile_importing import WaitingImport


class Importing(QObject):
    """One file at a time. UI thread."""

    began = Signal(str)
    """The file with this name is being read."""
    ended = Signal()
    """It is read no more, whichever way that came."""
    failed = Signal(object)
    """The `Trouble` with it."""
    became = Signal(object, str)
    """The `ProfileState` that it became, and the file's name."""
    waits = Signal(object)
    """The `WaitingImport` that was begun last and can be gone on with; None: nothing waits."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        background: Background,
        appearance: Appearance,
        icons: Icons,
        parent: QWidget,
    ) -> None:
        """`parent` is what reviews are shown over."""
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._appearance = appearance
        self._icons = icons
        self._over = parent
        self._reading: asyncio.Future[WaitingImport | ProfileState] | None = None
        self._reviewing = False
        self._waiting: WaitingImport | None = None

    def read(self, path: Path) -> None:
        """Reads a file; then its review is shown, or where it needs none `became` is told."""
        if self._reading is None and not self._reviewing:
            self._reading = self._engine.call(self._services.profile_importing.read_file, path)
            self.began.emit(path.name)
            self._background.start(self._read(path.name))

    def stop(self) -> None:
        """Stops reading."""
        if self._reading is not None:
            self._reading.cancel()

    def look(self) -> None:
        """Looks for what waits."""
        self._background.start(self._look())

    def go_on(self) -> None:
        """Shows the review of what waits."""
        if self._waiting is not None:
            self._review(self._waiting)

    async def _read(self, name: str) -> None:
        reading = self._reading
        assert reading is not None, "it was begun"
        try:
            await asyncio.wait([reading])
        finally:
            reading.cancel()
            self._reading = None
            self.ended.emit()
        if reading.cancelled():
            return
        try:
            found = reading.result()
        except JobMatchError as error:
            self.failed.emit(error.trouble)
            return
        if isinstance(found, ProfileState):
            self.became.emit(found, name)
        else:
            self._review(found)

    async def _look(self) -> None:
        found = await self._engine.call(self._services.profile_importing.waiting)
        self._waiting = found[0] if found else None
        self.waits.emit(self._waiting)

    def _review(self, waiting: "WaitingImport") -> None:
        # Few visits of a page need it.
        from jobmatch_desktop.ui.profile.review_dialog import ReviewDialog

        if self._reviewing:
            return
        self._reviewing = True
        dialog = ReviewDialog(
            self._services, self._engine, self._background, self._appearance, self._icons, waiting, self._over
        )
        dialog.accepted_profile.connect(lambda state: self.became.emit(state, waiting.name))
        dialog.ended.connect(self._reviewed)
        dialog.open()

    def _reviewed(self) -> None:
        self._reviewing = False
        self.look()
