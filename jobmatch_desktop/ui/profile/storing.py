"""The profile that is open: edited at once, stored behind, on top of what was changed elsewhere meanwhile."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.kept_profile import Change, NoSuchLine, ProfileChanged, ProfileState
from jobmatch_desktop.domain.profile_edits import AddItem, Edit, RemoveItem
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.ui.profile.working import (
    Working,
    applied,
    before,
    carried_over,
    kept,
    opened,
    says_nothing,
    value_at,
)
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


AGAIN = 5000
"""Milliseconds after which what the disk did not take is tried again."""


class Storing(QObject):
    """UI thread. What is edited stands in `working` at once."""

    changed = Signal()
    """`working` is other."""
    renamed = Signal()
    """The person of the profile has another name, or calls themselves otherwise."""
    gone = Signal()
    """The profile was deleted elsewhere."""

    def __init__(
        self, services: "Services", engine: Engine, background: Background, tell: Callable[[Trouble], None]
    ) -> None:
        super().__init__()
        self._editing = services.profile_editing
        self._engine = engine
        self._background = background
        self._tell = tell
        self._begun: frozenset[str] = frozenset()
        self._visit = 0
        self._alone = asyncio.Lock()
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._save)
        self.working: Working | None = None
        self.unsaved = False
        """The disk did not take what was edited last."""

    async def open(self, kept_profile: int) -> None:
        """Opens another profile, once what was edited in this one is stored. Raises domain errors."""
        self.leave(frozenset())
        await self.store()
        state = await self._engine.call(self._editing.open, kept_profile)
        async with self._alone:
            self._take(opened(state))

    async def remove(self) -> None:
        """Deletes the profile that is open. Raises domain errors."""
        async with self._alone:
            if self.working is not None:
                await self._engine.call(self._editing.remove, self.working.stored.id)
                self._take(None)

    def edit(self, edits: Sequence[Edit], field: str = "") -> None:
        """Edits the profile; `field` is that in which they were typed, whose typing is one step to undo until it is left. An entry in
        which nothing is left of what was typed goes when it is left."""
        if self.working is None or not edits:
            return
        try:
            self.working = applied(self.working, edits, f"{self._visit} {field}" if field else "")
        except NoSuchLine as fault:
            self._tell(fault.trouble)
            return
        if field:
            self._begun |= _entries(edits, self.working.ids)
        self.changed.emit()
        self._save()

    def begin(self, list_path: str, place: int, item: dict[str, Any] | str) -> str:
        """A new line, or entry, that is stored once it says something; returns its id."""
        if self.working is None:
            return ""
        known = set(self.working.ids.values())
        self.working = applied(self.working, [AddItem(list_path, place, item)])
        (name,) = set(self.working.ids.values()) - known
        self._begun |= {name}
        self.changed.emit()
        return name

    def leave(self, items: frozenset[str] = frozenset()) -> bool:
        """The person is at these lines now (their ids): what was begun elsewhere and says nothing goes. Whether something did."""
        self._visit += 1
        if self.working is None:
            return False
        gone = self._begun - items
        self._begun -= gone
        empty = self._empty(gone)
        # From the end to the beginning, so that each stands where it says; one by one, so that none is kept because another is gone.
        for path in sorted(empty, key=_places, reverse=True):
            self.edit([RemoveItem(path)])
        if gone and not empty:
            self._save()
        return bool(empty)

    async def store(self) -> None:
        """All that was edited is on the disk when it returns, up to a line that was begun and says nothing yet. Raises domain errors;
        what was edited stays then."""
        async with self._alone:
            while self.working is not None:
                ready = before(self.working, frozenset(self._empty(self._begun).values()))
                if not ready.pending:
                    return
                await self._store(ready)

    async def refresh(self) -> None:
        """Takes what was changed elsewhere. Raises domain errors."""
        async with self._alone:
            if self.working is None:
                return
            fresh = await self._ask(self._editing.open, self.working.stored.id)
            if (fresh.version, fresh.step) == (self.working.stored.version, self.working.stored.step):
                return
            self._carry_over(fresh)
        await self.store()
        self.renamed.emit()

    async def go(self, call: Callable[[ProfileState], Coroutine[Any, Any, ProfileState]]) -> None:
        """A step of the profile's history, back or forward. Raises domain errors."""
        await self.store()
        async with self._alone:
            if self.working is None:
                return
            stored = self.working.stored
            try:
                state = await self._ask(call, stored)
            except ProfileChanged:
                state = await self._ask(self._editing.open, stored.id)
            self._carry_over(state)
        if _name(stored) != _name(state):
            self.renamed.emit()

    async def _store(self, sent: Working) -> None:
        try:
            state = await self._ask(
                self._editing.change, sent.stored, sent.source, sent.ids, Change.TYPED, sent.same_visit()
            )
        except ProfileChanged:
            self._carry_over(await self._ask(self._editing.open, sent.stored.id))
            return
        except RecordNotFound:
            raise
        except JobMatchError:
            self.unsaved = True
            self.changed.emit()
            self._again.start()
            raise
        self.unsaved = False
        assert self.working is not None
        self.working = kept(self.working, sent, state)
        self.changed.emit()
        if _name(sent.stored) != _name(state):
            self.renamed.emit()

    async def _ask(self, call: Callable[..., Coroutine[Any, Any, ProfileState]], *values: object) -> ProfileState:
        try:
            return await self._engine.call(call, *values)
        except RecordNotFound:
            self._take(None)
            self.gone.emit()
            raise

    def _save(self) -> None:
        if self.working is not None and self.working.pending:
            self._background.start(self.store())

    def _carry_over(self, fresh: ProfileState) -> None:
        assert self.working is not None
        self.working, lost = carried_over(self.working, fresh)
        self.changed.emit()
        if lost is not None:
            self._tell(lost.trouble)

    def _take(self, working: Working | None) -> None:
        self.working = working
        self._begun = frozenset()
        self.unsaved = False

    def _empty(self, items: frozenset[str]) -> dict[str, str]:
        """Those of these lines that say nothing, by their paths."""
        if not items or self.working is None:
            return {}
        found = {path: item for path, item in self.working.ids.items() if item in items}
        return {path: item for path, item in found.items() if says_nothing(value_at(self.working.source, path))}


def _entries(edits: Sequence[Edit], ids: dict[str, str]) -> frozenset[str]:
    """The entries that edits are in."""
    found = set()
    for edit in edits:
        steps = (edit.list_path if isinstance(edit, AddItem) else edit.path).split("/")
        paths = ("/".join(steps[:length]) for length in range(1, len(steps) + 1))
        found.add(next((ids[path] for path in paths if path in ids), ""))
    return frozenset(found - {""})


def _places(path: str) -> list[int]:
    return [int(step) for step in path.split("/") if step.isdigit()]


def _name(state: ProfileState) -> tuple[object, object]:
    basics = state.source.get("basics") or {}
    return basics.get("name"), basics.get("label")
