"""How documents look: the templates there are, what is chosen of one, and the person's photo."""

import asyncio
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.domain.remark import Overflow
from jobmatch_desktop.formats.writers.colour import Accent
from jobmatch_desktop.formats.writers.photo import photo_kind
from jobmatch_desktop.formats.writers.template import Listed
from jobmatch_desktop.services.exporting import Exporter
from jobmatch_desktop.storage.documents import DocumentRepository
from jobmatch_desktop.storage.photos import PhotoRepository


class Chosen(msgspec.Struct, frozen=True):
    """How a document is to look; `shows_photo` whether the profile's photo is in it, where the template has a place for one."""

    template: str
    options: Options
    shows_photo: bool = True


class Looks:
    """The looks of kept documents. Coroutines run on the engine loop; Typst and files are worked on in the pool."""

    def __init__(self, documents: DocumentRepository, photos: PhotoRepository, exporter: Exporter) -> None:
        self._documents = documents
        self._photos = photos
        self._exporter = exporter

    async def templates(self) -> Sequence[Listed]:
        """Every template, the program's own first; one that cannot be used tells why."""
        return await asyncio.to_thread(self._exporter.templates)

    async def fonts(self) -> tuple[str, ...]:
        """The families that can be chosen."""
        return await asyncio.to_thread(self._exporter.fonts)

    async def accents(self) -> tuple[Accent, ...]:
        """The colours that are offered; any other can be chosen too."""
        return await asyncio.to_thread(self._exporter.accents)

    async def choose(self, document: int, chosen: Chosen) -> Document:
        """Keeps how a document is to look; its text stays. The photo of the options is left aside: it is that of the profile.

        Raises `RecordNotFound`.
        """
        return await self._documents.set_look(document, chosen.template, chosen.options, chosen.shows_photo)

    async def to_cut(self, text: str, kind: DocumentKind, language: str, template: str, options: Options) -> Overflow:
        """What takes how many lines, where the text does not fit into the pages that it is to fit into. Raises as `Documents.pdf`."""
        return await asyncio.to_thread(self._exporter.to_cut, text, kind, language, template, options)

    async def photo(self, kept: int) -> bytes:
        """The photo of a kept profile, none where it has none."""
        return await self._photos.of(kept)

    async def set_photo(self, kept: int, data: bytes) -> None:
        """Keeps a photo for every document of a profile; no bytes take it away. Raises `PhotoUnusable`, `RecordNotFound`."""
        if data:
            photo_kind(data)
        await self._photos.set(kept, data)
