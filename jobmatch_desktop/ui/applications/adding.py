"""Makes applications of a CV and offers."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.offer_reading_edited import with_text
from jobmatch_desktop.ui.applications.offer_field import broken
from jobmatch_desktop.ui.applications.profile_choice import SAMPLE
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


class Adding(QObject):
    """One addition at a time. UI thread; knows no widget. `added` tells the id of the application, of several that of the first;
    `refused` the `Trouble`."""

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

    def add(self, profile: int, offer: str, title: str, company: str, found: Offer | None = None) -> None:
        """Adds an application for the text of an offer, which was `found` as an offer or pasted; `profile` is a kept one's id or
        `SAMPLE`. Asked again meanwhile, nothing more is added."""
        if not self._under_way:
            self._under_way = True
            self._background.start(self._add_text(profile, offer, title, company, found))

    def add_all(self, profile: int, offers: Sequence[Offer]) -> None:
        """Adds an application for each offer, in their order."""
        if not self._under_way:
            self._under_way = True
            self._background.start(self._add(profile, offers))

    async def _add_text(self, profile: int, text: str, title: str, company: str, found: Offer | None) -> None:
        try:
            offer = await offer_of(self._services, self._engine, text, found)
        except JobMatchError as error:
            self._under_way = False
            self.refused.emit(error.trouble)
            return
        given = {name: said for name, value in (("title", title), ("company", company)) if (said := value.strip())}
        await self._add(profile, [msgspec.structs.replace(offer, **given)])

    async def _add(self, profile: int, offers: Sequence[Offer]) -> None:
        try:
            if profile == SAMPLE:
                profile = (await self._engine.call(self._services.profiles.import_sample)).id
            made = [await self._engine.call(self._services.applications.add, profile, offer) for offer in offers]
        except JobMatchError as error:
            self.refused.emit(error.trouble)
        else:
            self.added.emit(made[0].id)
        finally:
            self._under_way = False


async def offer_of(services: "Services", engine: Engine, text: str, found: Offer | None) -> Offer:
    """The offer of a text; of one that was `found` on a page or in a file, what the page said of itself stays. Raises `EmptyOffer`."""
    if found is None:
        return await engine.call(services.applications.read, text)
    if text == broken(found.text):
        return found
    return await engine.call(asyncio.to_thread, with_text, found, text)
