"""What the settings say and do about the lists of skills. Knows no widget."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


class SkillsPresenter(QObject):
    """UI thread. One file is read at a time."""

    listed = Signal(object)
    """The lists (`SkillList`), as they are now."""
    reads = Signal(bool)
    """Whether a file is being read."""
    added = Signal(object)
    """The list that a file gave."""
    refused = Signal(object)
    """Why a file was not taken, or a list not removed: a `Trouble`."""

    def __init__(self, services: "Services", engine: Engine, background: Background) -> None:
        super().__init__()
        self._services = services
        self._engine = engine
        self._background = background
        self._busy = False

    def load(self) -> None:
        """Looks which lists there are."""
        self._background.start(self._load())

    def add(self, source: Path) -> None:
        """Takes a file, unless one is being read."""
        if not self._busy:
            self._busy = True
            self.reads.emit(True)
            self._background.start(self._try(lambda: self._add(source)))

    def drop(self, language: str) -> None:
        """Takes a list out again."""
        self._background.start(self._try(lambda: self._engine.call(self._services.added_skills.drop, language)))

    async def _load(self) -> None:
        self.listed.emit(await self._engine.call(self._services.added_skills.lists))

    async def _add(self, source: Path) -> None:
        try:
            added = await self._engine.call(self._services.added_skills.add, source)
        finally:
            self._busy = False
            self.reads.emit(False)
        self.added.emit(added)

    async def _try(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except JobMatchError as error:
            self.refused.emit(error.trouble)
        await self._load()
