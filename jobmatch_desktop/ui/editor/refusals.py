"""Parts that a model wrote and that did not come into their document: offered until the person has decided. No widgets."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.task import Task
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.live import Refused

if TYPE_CHECKING:  # what the window shows takes none of them: they come with all their parts
    from jobmatch_desktop.services.parts import Services


class Refusals(QObject):
    """UI thread. `flush` saves what was typed: a part that is used comes into the text as it stands."""

    changed = Signal(object, object)
    """Kind of document and the parts (`Refused`) that wait for a decision."""
    used = Signal(object, object)
    """Kind of document and the `Refused` that came into it, to be edited there."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        background: Background,
        flush: Callable[[], Awaitable[bool]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._flush = flush
        self._of: dict[DocumentKind, list[Refused]] = {}

    def add(self, kind: DocumentKind, refused: Refused) -> None:
        """A part was set aside; it takes the place of an earlier one of the same key."""
        self._of[kind] = [*(one for one in self._of.get(kind, []) if one.key != refused.key), refused]
        self.changed.emit(kind, self._of[kind])

    def drop(self, kind: DocumentKind, key: str) -> None:
        """A part is written anew, or was decided about."""
        before = self._of.get(kind, [])
        left = [refused for refused in before if refused.key != key]
        if left != before:
            self._of[kind] = left
            self.changed.emit(kind, left)

    def clear(self, kind: DocumentKind) -> None:
        """The document is written anew, or another one is shown."""
        self._of.pop(kind, None)
        self.changed.emit(kind, [])

    async def find(self, kind: DocumentKind, task: Task) -> None:
        """Takes in what a task of an earlier run of the program left."""
        for refused in await self._engine.call(self._services.generation.set_aside, task.id):
            self.add(kind, Refused(task.id, refused.key, refused.text, refused.reasons))

    def use(self, kind: DocumentKind, refused: Refused, edit: bool = False) -> None:
        """Puts a part into the document all the same, to `edit` it there."""
        self._background.start(self._use(kind, refused, edit))

    async def _use(self, kind: DocumentKind, refused: Refused, edit: bool) -> None:
        await self._flush()
        await self._engine.call(self._services.generation.use, refused.task, refused.key)
        self.drop(kind, refused.key)
        if edit:
            self.used.emit(kind, refused)

    def keep_draft(self, kind: DocumentKind, refused: Refused) -> None:
        """The part stays out."""
        self.drop(kind, refused.key)
        self._background.start(self._keep(refused))

    async def _keep(self, refused: Refused) -> None:
        await self._engine.call(self._services.generation.leave, refused.task, refused.key)
