"""Versions of a document: listed, named, compared, gone back to."""

import asyncio
from collections.abc import Callable

from jobmatch_desktop.domain.document import Cause, Document, Version, VersionEntry
from jobmatch_desktop.domain.events import DocumentChanged
from jobmatch_desktop.domain.undoing import History
from jobmatch_desktop.storage import undo, version_rows
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.documents import DocumentRepository
from jobmatch_desktop.writing.differing import Run, compare

MOST_NAME = 200
"""Letters of a version's name."""


class Versions:
    """The versions of kept documents. Coroutines run on the engine loop; texts are compared in a thread.

    `tell` hears of texts that were changed here rather than in an editor.
    """

    def __init__(
        self, database: Database, documents: DocumentRepository, tell: Callable[[DocumentChanged], None]
    ) -> None:
        self._database = database
        self._documents = documents
        self._tell = tell

    async def list(self, document: int) -> "list[VersionEntry]":
        """What is kept of a document, newest first, without the texts; empty for an unknown one."""
        return await self._database.read(lambda connection: version_rows.entries(connection, document))

    async def text(self, version: int) -> Version:
        """A version with its text. Raises `RecordNotFound`."""
        return await self._documents.version(version)

    async def compare(self, older: int, newer: int | None = None) -> tuple[Run, ...]:
        """What differs by word from one version to another of any document, or to its document as it stands now.

        Raises `RecordNotFound`.
        """
        first = await self._documents.version(older)
        document, version = self._documents.get, self._documents.version
        second = await (document(first.document) if newer is None else version(newer))
        return await asyncio.to_thread(compare, first.text, second.text)

    async def restore(self, version: int) -> Document:
        """Makes a version the text again. That is a version too, and so is what stood there: it can be gone back to.

        Raises `RecordNotFound`.
        """
        document = await self._documents.restore(version)
        self._tell(DocumentChanged(document.id, document.text, document.revision))
        return document

    async def name(self, version: int, words: str) -> Version:
        """Gives a version a name of the person's own, which also keeps it for good; empty words take the name away.

        Raises `RecordNotFound`.
        """
        name = " ".join(words.split())[:MOST_NAME] or None
        return await self._database.write(lambda connection: version_rows.rename(connection, version, name))

    async def imported(self, document: int, text: str, revision: int, file: str) -> Document:
        """Takes the text of a file in the place of a document's text at `revision`, as a version.

        Raises `StaleRevision`, `RecordNotFound`.
        """
        changed = await self._documents.replace_text(document, text, revision, Cause.IMPORTED, [file])
        self._tell(DocumentChanged(changed.id, changed.text, changed.revision))
        return changed

    async def history(self, document: int) -> History:
        """What can be undone in a document's stored text; nothing where it was changed elsewhere since.

        The editor asks for it with the text, and hands each save what `domain.undoing.taken` gives.
        """
        return await undo.load(self._database, document)
