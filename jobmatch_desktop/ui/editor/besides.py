"""What was worded beside the person's own words: found when a text was written anew, until the person has decided. No widgets."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.events import DocumentChanged, TaskEvent
from jobmatch_desktop.ui.editor.ports import Opened
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:  # what the window shows takes none of them: they come with all their parts
    from jobmatch_desktop.services.merging import Conflict
    from jobmatch_desktop.services.parts import Services


class Besides(QObject):
    """Of the documents of one workspace. UI thread. `document` gives the document of a kind as it is stored."""

    changed = Signal(object, object)
    """Kind of document and the `Conflict`s (a tuple) of its last writing that are not decided about."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        background: Background,
        document: Callable[[DocumentKind], Document | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._document = document
        self._of: dict[DocumentKind, tuple[Conflict, ...]] = {}

    def take_opened(self, opened: Opened) -> None:
        """Another application is open."""
        for kind in opened.documents:
            self.look(kind)

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed: a text that came from elsewhere may be one that was written anew."""
        changed = {event.document for event in events if isinstance(event, DocumentChanged)}
        for kind in DocumentKind:
            if (document := self._document(kind)) is not None and document.id in changed:
                self.look(kind)

    def clear(self) -> None:
        """The application is left."""
        for kind in self._of:
            self._tell(kind, ())

    def look(self, kind: DocumentKind) -> None:
        """Looks for what stands beside a document, and tells it."""
        if document := self._document(kind):
            self._background.start(self._look(kind, document.id))

    async def _look(self, kind: DocumentKind, number: int) -> None:
        found = await self._engine.call(self._services.merging.conflicts, number)
        document = self._document(kind)
        if document is not None and document.id == number:
            self._tell(kind, found)

    def keep_mine(self, kind: DocumentKind, conflicts: "Sequence[Conflict]") -> None:
        """The person's words stay."""
        self._tell(kind, tuple(one for one in self._of.get(kind, ()) if one not in conflicts))
        self._background.start(self._keep(conflicts))

    async def _keep(self, conflicts: "Sequence[Conflict]") -> None:
        for one in conflicts:
            await self._engine.call(self._services.merging.keep_mine, one)

    def _tell(self, kind: DocumentKind, found: "tuple[Conflict, ...]") -> None:
        if found or self._of.get(kind):
            self._of[kind] = found
            self.changed.emit(kind, found)
