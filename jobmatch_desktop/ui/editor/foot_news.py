"""What the foot is told: it is worked out again with every event but words, and twice a second while something is written. No widgets."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.document import Document
from jobmatch_desktop.domain.task import RUNNING, Task
from jobmatch_desktop.ui.editor.foot_state import Ended, FootState, foot_state
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.ui.shared.live import LiveTasks

if TYPE_CHECKING:  # what the window shows takes none of them: they come with all their parts
    from jobmatch_desktop.services.parts import Services

TICK = 500
"""Milliseconds between two looks at speed and time left."""


class FootNews(QObject):
    """UI thread. `document` gives the document in view."""

    changed = Signal(object)
    """The `FootState` to show."""

    def __init__(
        self,
        services: "Services",
        engine: Engine,
        background: Background,
        live: LiveTasks,
        document: Callable[[], Document | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._live = live
        self._document = document
        self._ended: dict[int, Ended] = {}
        self._names: dict[int, str] = {}
        self._state = FootState()
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Looks again at what is being written."""
        document = self._document()
        ended = self._ended.get(document.id) if document else None
        state = foot_state(self._live, document.id if document else None, ended, self._names)
        if self._live.under_way() and not self._tick.isActive():
            self._tick.start()
        elif not self._live.under_way():
            self._tick.stop()
        if state != self._state:
            self._state = state
            self.changed.emit(state)

    def stop(self) -> None:
        """The program ends."""
        self._tick.stop()

    def name(self, application: Application) -> None:
        """What an application is called where its task is spoken of elsewhere."""
        self._names[application.id] = application.offer.company or application.offer.title

    def name_later(self, task: Task) -> None:
        """Looks up what the application of a running task is called."""
        application = task.spec.application
        if task.status in RUNNING and application is not None and application not in self._names:
            self._names[application] = ""
            self._background.start(self._look_up(application))

    def knows(self, document: int) -> bool:
        """Whether a document has a task that ended and is not decided about."""
        return document in self._ended

    def take(self, document: int | None) -> Ended | None:
        """The task that ended in a document, which is decided about now."""
        return self._ended.pop(document or 0, None)

    def put_back(self, ended: Ended) -> None:
        """What was decided could not be done."""
        self._ended[ended.task.spec.document or 0] = ended
        self.refresh()

    async def keep_ended(self, task: Task) -> None:
        """A task has ended, and how many of its words are kept is told."""
        entries = await self._engine.call(self._services.generation.journal, task.id)
        words = len("".join(entry.text for entry in entries if entry.kind == "text").split())
        if task.spec.document is not None:
            self._ended[task.spec.document] = Ended(task, words)
        self.refresh()

    async def _look_up(self, application: int) -> None:
        self.name(await self._engine.call(self._services.applications.get, application))
        self.refresh()
