"""What the editor asks of the document service, as coroutines of the window's own loop."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.options import Options
from jobmatch_desktop.domain.undoing import Tail

if TYPE_CHECKING:
    from jobmatch_desktop.formats.writers.pdf import Pdf
    from jobmatch_desktop.services.documents import Documents
    from jobmatch_desktop.services.exporting import Exported


class DocumentCalls:
    """Each is one call of the service of the same name: see there for what it raises. UI thread."""

    def __init__(self, documents: "Documents", engine: Engine) -> None:
        self._documents = documents
        self._engine = engine

    async def save(self, document: int, text: str, revision: int, history: Tail | None = None) -> Document:
        """Stores an edit, and what can be undone in it."""
        return await self._engine.call(self._documents.save, document, text, revision, history)

    async def get(self, document: int) -> Document:
        """The document as it stands."""
        return await self._engine.call(self._documents.get, document)

    async def pdf(self, text: str, kind: DocumentKind, language: str, template: str, options: Options) -> "Pdf":
        """The pages of a text."""
        return await self._engine.call(self._documents.pdf, text, kind, language, template, options)

    async def export(self, document: int, path: Path) -> "list[Exported]":
        """Writes a file, and reads it back."""
        return await self._engine.call(self._documents.export, document, [path])
