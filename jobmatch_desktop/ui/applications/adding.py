"""Makes an application of a CV and an offer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.ui.applications.profile_choice import SAMPLE
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


class Adding(QObject):
    """One addition at a time. UI thread; knows no widget. `added` tells the application's id, `refused` the `Trouble`."""

    added = Signal(int)
    refused = Signal(object)

    def __init__(
        self, services: "Services", engine: Engine, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._under_way = False

    def add(self, profile: int, offer: str, title: str, company: str) -> None:
        """Adds an application; `profile` is a kept one's id or `SAMPLE`. Asked again meanwhile, nothing more is added."""
        if not self._under_way:
            self._under_way = True
            self._background.start(self._add(profile, offer, title, company))

    async def _add(self, profile: int, offer: str, title: str, company: str) -> None:
        try:
            if profile == SAMPLE:
                profile = (await self._engine.call(self._services.profiles.import_sample)).id
            made = await self._engine.call(
                self._services.applications.add, profile, offer, title=title.strip(), company=company.strip()
            )
        except JobMatchError as error:
            self.refused.emit(error.trouble)
        else:
            self.added.emit(made.id)
        finally:
            self._under_way = False
