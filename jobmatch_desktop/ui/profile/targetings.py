"""What of a profile is shown for which kind of job: chosen, changed, stored."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.kept_profile import Targeting
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


class TargetingPresenter(QObject):
    """Those of the profile that is open. UI thread; knows no widget."""

    changed = Signal()
    """Another is chosen, or what it shows is other."""
    listed = Signal(object, object)
    """All of them, and the one that is chosen (None: everything is shown)."""
    used = Signal(object)
    """The applications that have the one that is chosen."""

    def __init__(self, services: "Services", engine: Engine, background: Background) -> None:
        super().__init__()
        self._services = services
        self._engine = engine
        self._background = background
        self._kept = 0
        self._all: dict[int, Targeting] = {}
        self._chosen: int | None = None
        self._undone: list[Targeting] = []
        self._done: list[Targeting] = []
        self._unstored: dict[int, Targeting] = {}
        self._alone = asyncio.Lock()

    @property
    def all(self) -> list[Targeting]:
        """Those of the profile, the oldest first."""
        return list(self._all.values())

    @property
    def chosen(self) -> Targeting | None:
        """The one that the page shows; None: everything."""
        return None if self._chosen is None else self._all.get(self._chosen)

    @property
    def may_undo(self) -> bool:
        """Whether something was changed since it was chosen."""
        return bool(self._done)

    @property
    def may_redo(self) -> bool:
        """Whether something of that was undone."""
        return bool(self._undone)

    def take(self, kept: int, targetings: Sequence[Targeting]) -> None:
        """Those of another profile; everything is shown."""
        self._kept = kept
        self._all = {found.id: found for found in targetings}
        self._chosen = None
        self._forget_steps()
        self._tell()

    def choose(self, targeting: int | None) -> None:
        """Shows one of them, or everything."""
        self._chosen = targeting if targeting in self._all else None
        self._forget_steps()
        self._tell()
        self.changed.emit()
        if self._chosen is not None:
            self._background.start(self._look_where_used(self._chosen))

    def add(self, name: str) -> None:
        """A new one of that name, which is chosen."""

        async def add() -> None:
            made = await self._engine.call(self._services.profile_editing.add_targeting, self._kept, name)
            self._all[made.id] = made
            self.choose(made.id)

        self._background.start(add())

    def rename(self, name: str) -> None:
        """Gives the chosen one another name."""
        if self.chosen is not None and name != self.chosen.name:
            self._put(msgspec.structs.replace(self.chosen, name=name))
            self._tell()

    def remove(self) -> None:
        """Deletes the chosen one: its applications show the whole profile again."""
        gone = self._chosen
        if gone is None:
            return

        async def remove() -> None:
            async with self._alone:
                await self._engine.call(self._services.profile_editing.remove_targeting, gone)
            self._forget(gone)

        self._background.start(remove())

    def update(self, targeting: Targeting) -> None:
        """What the chosen one leaves out, or its order, is other."""
        if self.chosen is None or targeting == self.chosen:
            return
        self._done.append(self.chosen)
        self._undone.clear()
        self._put(targeting)

    def undo(self) -> None:
        """As it was before the last change."""
        if self._done and self.chosen is not None:
            self._undone.append(self.chosen)
            self._put(msgspec.structs.replace(self._done.pop(), name=self.chosen.name))

    def redo(self) -> None:
        """As it was before the last undo."""
        if self._undone and self.chosen is not None:
            self._done.append(self.chosen)
            self._put(msgspec.structs.replace(self._undone.pop(), name=self.chosen.name))

    def _put(self, targeting: Targeting) -> None:
        self._all[targeting.id] = targeting
        self._unstored[targeting.id] = targeting
        self.changed.emit()
        self._background.start(self.store())

    async def store(self) -> None:
        """All is on the disk when it returns. Raises domain errors."""
        async with self._alone:
            while self._unstored:
                name, targeting = next(iter(self._unstored.items()))
                try:
                    await self._engine.call(self._services.profile_editing.update_targeting, targeting)
                except RecordNotFound:
                    # It was deleted elsewhere.
                    self._forget(name)
                    raise
                if self._unstored.get(name) == targeting:
                    del self._unstored[name]

    async def _look_where_used(self, targeting: int) -> None:
        applications: list[Application] = await self._engine.call(self._services.applications.list)
        if targeting == self._chosen:
            self.used.emit([found for found in applications if found.targeting == targeting])

    def _forget(self, targeting: int) -> None:
        self._unstored.pop(targeting, None)
        self._all.pop(targeting, None)
        self.choose(self._chosen)

    def _forget_steps(self) -> None:
        self._done.clear()
        self._undone.clear()

    def _tell(self) -> None:
        self.listed.emit(self.all, self._chosen)
