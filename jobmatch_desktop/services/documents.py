"""Documents of an application: read, saved as they are edited, looked at as pages, exported."""

import asyncio
from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path

import msgspec

from jobmatch_desktop.domain.document import Cause, Document, DocumentKind, Version
from jobmatch_desktop.domain.options import USUAL, Options, Paper
from jobmatch_desktop.domain.undoing import Tail
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.formats.writers.pdf import Pdf
from jobmatch_desktop.services.choice import language_for
from jobmatch_desktop.services.drafting import draft
from jobmatch_desktop.services.exporting import Exported, Exporter, SetFile, ToExport
from jobmatch_desktop.services.profile_editing import shown_version
from jobmatch_desktop.services.set_names import Naming, Planned, planned
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.writing.letter_country import country_for

TEMPLATE = "classic"


class Documents:
    """The documents of kept applications. Coroutines run on the engine loop; Typst and files are worked on in the pool.

    `today` gives the date that new letters carry.
    """

    def __init__(
        self,
        stored: Stored,
        exporter: Exporter,
        today: Callable[[], date],
    ) -> None:
        self._stored = stored
        self._documents = stored.documents
        self._exporter = exporter
        self._today = today

    async def of(self, application: int, language: str | None = None) -> dict[DocumentKind, Document]:
        """Both documents; one that is not there yet is composed first, in `language` or the offer's, and looks as the one that was last
        worked on for the same profile. Raises `RecordNotFound`."""
        found = await self._documents.of_application(application)
        missing = [kind for kind in DocumentKind if kind not in found]
        if missing:
            kept = await self._stored.applications.get(application)
            profile = profile_of((await self._stored.profiles.get(await shown_version(self._stored, kept))).source)
            written = language_for(language, kept.offer.language)
            added = await self._stored.skills.added()
            paper = paper_of(country_for(kept.offer, profile.basics.country, written))
            for kind in missing:
                made = await asyncio.to_thread(draft, kind, profile, kept.offer, written, self._today(), added=added)
                before = await self._documents.look_before(application, kind)
                template, options = before or (TEMPLATE, Options(paper=paper))
                # What of a look is about one offer or one language is not taken over.
                options = msgspec.structs.replace(options, titles=(), country=made.country or "")
                found[kind] = await self._documents.create(application, kind, made.text, written, template, options)
        return found

    async def get(self, document: int) -> Document:
        """A document as it stands. Raises `RecordNotFound`."""
        return await self._documents.get(document)

    async def save(self, document: int, text: str, revision: int, history: Tail | None = None) -> Document:
        """Stores an edit that was made from `revision`, and what is new of what can be undone in it (`domain.undoing.taken`).

        Raises `StaleRevision` where the stored text is a newer one.
        """
        return await self._documents.save_text(document, text, revision, history)

    async def versions(self, document: int) -> list[Version]:
        """Every kept text, newest first; a list without the texts: services/versions.py."""
        return await self._documents.versions(document)

    async def pdf(self, text: str, kind: DocumentKind, language: str, template: str, options: Options = USUAL) -> Pdf:
        """The pages of a text, as they would be exported. Raises `TemplateMissing`, `TemplateFault`, `PhotoUnusable`."""
        return await asyncio.to_thread(self._exporter.pdf, text, kind, language, template, options)

    async def export(self, document: int, paths: Sequence[Path]) -> list[Exported]:
        """Writes the stored text as files, each by its ending, whole or not at all, and keeps a version of what was exported.

        Raises `FormatUnknown` before any is written, what `pdf` raises, and storage faults by path.
        """
        kept = await self._documents.get(document)
        written = await asyncio.to_thread(
            self._exporter.export, kept.text, paths, kept.kind, kept.language, kept.template, kept.options
        )
        await self._documents.add_version(document, Cause.EXPORTED, kept, [str(one.path) for one in written])
        return written

    async def planned_set(self, application: int, named: Naming) -> list[Planned]:
        """The files that a whole application would be exported to, in order. Raises `RecordNotFound`, `PatternUnknown`."""
        found = await self.of(application)
        paths = named.paths([(document.kind, document.language) for document in map(found.__getitem__, DocumentKind)])
        return await asyncio.to_thread(planned, [path for of_one in paths for path in of_one])

    async def export_set(self, application: int, named: Naming, replacing: Collection[str]) -> list[SetFile]:
        """Writes CV and letter in every format, as they are stored, and keeps a version of each that was written. A file that stands there
        is replaced where `replacing` has its name. Raises `RecordNotFound`, and as `Exporter.export_set`."""
        found = await self.of(application)
        kept = [found[kind] for kind in DocumentKind]
        documents = [ToExport(one.text, one.kind, one.language, one.template, one.options) for one in kept]
        files = await asyncio.to_thread(self._exporter.export_set, documents, named, replacing)
        for one in kept:
            written = [str(file.path) for file in files if file.kind is one.kind and file.exported]
            if written:
                await self._documents.add_version(one.id, Cause.EXPORTED, one, written)
        return files


def paper_of(country: str) -> Paper:
    """The paper that is in the printers of a country of writing/letter_habits.py."""
    return Paper.LETTER if country == "us" else Paper.A4
