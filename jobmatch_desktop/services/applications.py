"""Applications: an offer answered with a profile, both drafts composed at once."""

import asyncio
from collections.abc import Awaitable, Callable

import msgspec

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.resources import resource
from jobmatch_desktop.services.documents import Documents
from jobmatch_desktop.services.offer_files import same_among
from jobmatch_desktop.services.profiles import Profiles
from jobmatch_desktop.storage.applications import ApplicationRepository
from jobmatch_desktop.storage.documents import DocumentRepository
from jobmatch_desktop.tasks.store import TaskStore

SAMPLE_OFFER = "samples/sample-offer.txt"


class Applications:
    """Kept applications. Coroutines run on the engine loop."""

    def __init__(
        self,
        applications: ApplicationRepository,
        texts: DocumentRepository,
        tasks: TaskStore,
        profiles: Profiles,
        documents: Documents,
        stop_writing: Callable[[int], Awaitable[None]],
    ) -> None:
        self._applications = applications
        self._texts = texts
        self._tasks = tasks
        self._profiles = profiles
        self._documents = documents
        self._stop_writing = stop_writing

    async def list(self) -> "list[Application]":
        """Every application, the one last changed first."""
        return await self._applications.list()

    async def get(self, application: int) -> Application:
        """A kept application. Raises `RecordNotFound`."""
        return await self._applications.get(application)

    async def add(
        self, profile: int, offer: Offer | str, *, title: str = "", company: str = "", language: str | None = None
    ) -> Application:
        """An application with both documents composed, for an offer or the text of one. What is given goes before what is read.

        Raises `EmptyOffer` for an offer without words.
        """
        read = await self.read(offer) if isinstance(offer, str) else offer
        given = {name: value for name, value in (("title", title), ("company", company)) if value}
        return await self._add(profile, msgspec.structs.replace(read, **given), language)

    async def add_sample(self) -> Application:
        """The bundled offer answered with the bundled profile."""
        profile = await self._profiles.import_sample()
        return await self.add(profile.id, await asyncio.to_thread(resource(SAMPLE_OFFER).read_text, encoding="utf-8"))

    async def untouched(
        self, profile: int, offer: Offer | str, kind: DocumentKind, language: str | None = None
    ) -> Application:
        """An application of this profile and offer whose document of `kind` nobody edited and nothing writes: one that is there, or a
        new one. So a verb never meets a person's edits, and asking twice does not list an application twice."""
        read = await self.read(offer) if isinstance(offer, str) else offer
        for application in await self._applications.list():
            if application.profile == profile and application.offer == read and await self._free(application, kind):
                return application
        return await self._add(profile, read, language)

    async def update(self, application: Application) -> Application:
        """Stores status, notes and what the offer is called. Raises `RecordNotFound`."""
        return await self._applications.update(application)

    async def remove(self, application: int) -> None:
        """Deletes an application with its documents and tasks. Raises `RecordNotFound`."""
        await self._stop_writing(application)
        await self._applications.remove(application)

    async def read(self, offer_text: str) -> Offer:
        """What a text says of itself, before anything is kept. Raises `EmptyOffer`."""
        return await asyncio.to_thread(read_offer, offer_text)

    async def same(self, offer: Offer) -> tuple[Application, ...]:
        """Kept applications for this offer, the likest first: the same address, or near the same text (docs/matching.md)."""
        kept = await self._applications.list()
        places = await asyncio.to_thread(same_among, offer, [application.offer for application in kept])
        return tuple(kept[place] for place in places)

    async def _add(self, profile: int, offer: Offer, language: str | None) -> Application:
        application = await self._applications.add(profile, offer)
        await self._documents.of(application.id, language)
        return application

    async def _free(self, application: Application, kind: DocumentKind) -> bool:
        document = (await self._documents.of(application.id))[kind]
        if document.base is None or await self._tasks.under_way(document.id, kind):
            return False
        return (await self._texts.version(document.base)).text == document.text
