"""Asks what a generation will take while a person chooses, and what it took when it has ended."""

import asyncio
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.task import RUNNING, Task
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.services.preflight import Preflight

SETTLING = 150
"""Milliseconds that a choice must stand before it is asked about."""


class Foreseeing(QObject):
    """UI thread; knows no widget. A question that another supersedes is cancelled."""

    foreseen = Signal(object)
    """A `Preflight`."""
    writer = Signal(object)
    """A `Writer` that was asked because it was chosen."""
    took = Signal(object, object)
    """A `Task` that ended, and its `Actual`."""

    def __init__(self, services: "Services", engine: Engine, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._engine = engine
        self._background = background
        self._wanted: tuple[int, DocumentKind, Choice] | None = None
        self._asking: asyncio.Future[Preflight] | None = None
        self._timer = QTimer(self, singleShot=True, interval=SETTLING)
        self._timer.timeout.connect(self._ask)

    def ask(self, application: int, kind: DocumentKind, choice: Choice) -> None:
        """Asks what this would take, once it has stood for a moment."""
        self.stop()
        if choice.provider != COMPOSER:
            self._wanted = (application, kind, choice)
            self._timer.start()

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._timer.stop()
        self._wanted = None
        if self._asking is not None:
            self._asking.cancel()
            self._asking = None

    def ask_writer(self, provider: str) -> None:
        """Asks a provider that was chosen how it stands."""
        self._background.start(self._ask_writer(provider))

    def task_changed(self, task: Task) -> None:
        """Asks what a task took that has ended."""
        if task.status not in RUNNING and task.spec.provider != COMPOSER:
            self._background.start(self._look_back(task))

    def _ask(self) -> None:
        self._background.start(self._foresee())

    async def _foresee(self) -> None:
        wanted = self._wanted
        if wanted is None:
            return
        asking = self._engine.call(self._services.preflights.of, *wanted)
        self._asking = asking
        await asyncio.wait({asking})
        if asking.cancelled():
            return
        failed = asking.exception()
        if wanted is self._wanted:
            self._asking = None
            if failed is not None:
                raise failed
            self.foreseen.emit(asking.result())

    async def _ask_writer(self, provider: str) -> None:
        from jobmatch_desktop.services.models import Writer

        found = await self._engine.call(self._services.models.availability, provider)
        self.writer.emit(Writer(provider, found))

    async def _look_back(self, task: Task) -> None:
        self.took.emit(task, await self._engine.call(self._services.preflights.actual, task))
