"""What the page of the profile shows, and what it does with a profile. What is typed is on the disk within a second."""

from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.events import ProfileMoved, TaskEvent
from jobmatch_desktop.domain.kept_profile import ProfileState, Targeting
from jobmatch_desktop.domain.profile_edits import AddItem, RemoveItem, SetText
from jobmatch_desktop.ui.profile import moving
from jobmatch_desktop.ui.profile.origin_words import origin_words
from jobmatch_desktop.ui.profile.rows import Cell, Lines, Row, lines_of, page_rows
from jobmatch_desktop.ui.profile.sections import section
from jobmatch_desktop.ui.profile.storing import Storing
from jobmatch_desktop.ui.profile.targetings import TargetingPresenter
from jobmatch_desktop.ui.profile.typed import typed_edits
from jobmatch_desktop.ui.profile.working import key_of
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services
    from jobmatch_desktop.services.profiles import ProfileSummary

_NEWEST_FIRST = frozenset({"work", "volunteer", "education", "projects", "certificates", "awards", "publications"})


class Shown(msgspec.Struct, frozen=True):
    """What the page shows of a profile. `unsaved`: the disk does not take what was typed."""

    kept: int
    rows: tuple[Row, ...]
    may_undo: bool
    may_redo: bool
    targeting: Targeting | None = None
    unsaved: bool = False


class ProfilePresenter(QObject):
    """Decides for the page. UI thread; knows no widget."""

    listed = Signal(object, object)
    """The kept profiles, as `ProfileSummary`s, and the one that is open (None: none is)."""
    shown = Signal(object)
    """The `Shown`; None where no profile is kept."""
    failed = Signal(object)
    """A `Trouble` of something that the person asked for."""
    placed = Signal(object, object)
    """The `Origins` of the profile that is open (None: it has none), and the ids of its lines."""
    lit = Signal(str)
    """The key of a line or field that is to be looked at."""

    def __init__(self, services: "Services", engine: Engine) -> None:
        super().__init__()
        self._services = services
        self._engine = engine
        self.background = Background(self.failed.emit)
        self.storing = Storing(services, engine, self.background, self.failed.emit)
        self.targetings = TargetingPresenter(services, engine, self.background)
        self._profiles: Sequence[ProfileSummary] = ()
        self._read: tuple[dict[str, Any], Lines] | None = None
        self._rows: tuple[Row, ...] = ()
        self._asked: frozenset[str] = frozenset()
        self._sections: frozenset[str] = frozenset()
        self._origins: Mapping[str, str] = {}
        self._placed: tuple[int, int] | None = None
        self._wanted: int | None = None
        self.storing.changed.connect(self._show)
        self.storing.renamed.connect(self.look)
        self.storing.gone.connect(self.look)
        self.targetings.changed.connect(self._show)

    # Which profile

    @property
    def present(self) -> int | None:
        """The kept profile that is open."""
        return None if self.storing.working is None else self.storing.working.stored.id

    def look(self) -> None:
        """The page came into view."""
        self.background.start(self._list())

    def open(self, kept: int, light: str = "") -> None:
        """Opens a profile, and has the line at the path `light` looked at."""

        async def open_it() -> None:
            try:
                await self._open(kept, light)
            finally:
                self._wanted = None

        self._wanted = kept
        self.background.start(open_it())

    def begin(self, name: str) -> None:
        """Begins a profile with a name."""

        async def begin() -> None:
            begun = await self._engine.call(self._services.profile_editing.begin, name)
            self._profiles = await self._engine.call(self._services.profiles.list)
            await self._open(begun.id)

        self.background.start(begin())

    def take_sample(self) -> None:
        """Keeps the bundled sample, and opens it."""

        async def take() -> None:
            await self._open((await self._engine.call(self._services.profiles.import_sample)).kept)
            await self._list()

        self.background.start(take())

    def remove(self) -> None:
        """Deletes the profile that is open."""

        async def remove() -> None:
            await self.storing.remove()
            await self._list()

        self.background.start(remove())

    def export(self, path: Path) -> None:
        """Writes the profile that is open as a JSON Resume file."""
        present = self.present
        if present is None:
            return

        async def export() -> None:
            await self.storing.store()
            await self._engine.call(self._services.profile_editing.export, present, path)

        self.background.start(export())

    async def what_goes(self) -> tuple[int, int]:
        """Of the profile that is open: how many targetings would go with it, and how many applications were made from it."""
        present = self.present
        applications = await self._engine.call(self._services.applications.list)
        return len(self.targetings.all), sum(application.kept == present for application in applications)

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed: the profile may have been changed from elsewhere."""
        if any(isinstance(event, ProfileMoved) and event.kept == self.present for event in events):
            self.background.start(self.storing.refresh())

    def set_origins(self, origins: Mapping[str, str]) -> None:
        """Where lines of the profile that is open came from, by their paths, in words."""
        working = self.storing.working
        self._origins = {} if working is None else {key_of(path, working.ids): said for path, said in origins.items()}

    def origin(self, key: str) -> str:
        """Where a line or field came from, in words; `""` where nobody knows."""
        return self._origins.get(key, "")

    # Editing

    def type(self, cell: Cell, words: str) -> None:
        """Gives a field other words."""
        self.storing.edit(typed_edits(cell, words), cell.key)

    def add_entry(self, key: str) -> str:
        """A new entry in a section, at its head where the newest stands first; returns the key of its first field. It is kept once it
        says something."""
        found = section(key)
        self._sections |= {key}
        if not found.list_path:
            self._show()
            return found.rows[0].fields[0].name
        place = 0 if key in _NEWEST_FIRST else len(self._rows)
        item = self.storing.begin(found.list_path, place, {})
        return f"{item}/{found.rows[0].fields[0].name}"

    def add_line(self, list_path: str, place: int) -> str:
        """A new line in a list, which is kept once it says something; returns its key."""
        return self.storing.begin(list_path, place, "")

    def add_lines(self, list_path: str, place: int, lines: Sequence[str]) -> None:
        """Lines that were pasted."""
        self.storing.edit([AddItem(list_path, place + number, line) for number, line in enumerate(lines)])

    def split(self, row: Row, before: str, after: str) -> str:
        """A line becomes two; returns the key of the second."""
        self.storing.edit([SetText(row.path, before), AddItem(row.list_path, row.place + 1, after)])
        working = self.storing.working
        return "" if working is None else key_of(f"{row.list_path}/{row.place + 1}", working.ids)

    def remove_line(self, row: Row) -> None:
        """Takes an entry or a line away."""
        self.storing.edit([RemoveItem(row.path)])

    def ask_field(self, key: str) -> None:
        """Shows a field that is empty."""
        self._asked |= {key}
        self._show()

    def step(self, row: Row, down: bool) -> None:
        """Moves a line by one."""
        if self.targetings.chosen is None:
            self.storing.edit(moving.step_edits(row, self._rows, down))
            return
        order = moving.order_of(row, self._rows)
        place = order.index(row.item) + (2 if down else -1)
        if 0 <= place <= len(order):
            self.targetings.update(moving.arranged(self.targetings.chosen, self._rows, row, place))

    def drop(self, row: Row, target: Row, after: bool) -> None:
        """Puts a line before or after another."""
        if self.targetings.chosen is None:
            self.storing.edit(moving.drop_edits(row, target.list_path, target.place + after))
            return
        place = moving.order_of(row, self._rows).index(target.item) + after
        self.targetings.update(moving.arranged(self.targetings.chosen, self._rows, row, place))

    def leave(self, items: frozenset[str] = frozenset()) -> None:
        """The person is at these lines now (their ids): what was begun elsewhere and says nothing goes."""
        self.storing.leave(items)

    def toggle(self, item: str) -> None:
        """Leaves a line out of what is shown for the kind of job, or takes it back."""
        if self.targetings.chosen is not None:
            self.targetings.update(moving.toggled(self.targetings.chosen, item))

    def undo(self) -> None:
        """One step back: of the profile, or of what is chosen for a kind of job. A line that says nothing yet is a step too."""
        if self.targetings.chosen is not None:
            self.targetings.undo()
        elif not self.storing.leave():
            self.background.start(self._go(self._services.profile_editing.undo))

    def redo(self) -> None:
        """One step forward again."""
        if self.targetings.chosen is not None:
            self.targetings.redo()
        elif not self.storing.leave():
            self.background.start(self._go(self._services.profile_editing.redo))

    # Ending

    async def flush(self) -> bool:
        """Saves what was edited; whether the disk has all of it when it returns."""
        self.storing.leave()
        try:
            await self.storing.store()
            await self.targetings.store()
        except JobMatchError as fault:
            self.failed.emit(fault.trouble)
            return False
        return True

    async def wind_up(self) -> None:
        """Before the program ends: all is on the disk when it returns, where the disk takes it."""
        await self.flush()
        self.background.cancel()
        await self.background.settle()

    # Inside

    async def _go(self, call: Callable[[ProfileState], Coroutine[Any, Any, ProfileState]]) -> None:
        before = self._rows
        await self.storing.go(call)
        changed = _first_change(before, self._rows)
        if changed:
            self.lit.emit(changed)

    async def _list(self) -> None:
        self._profiles = await self._engine.call(self._services.profiles.list)
        if self.present is None and self._wanted is None and self._profiles:
            await self._open(self._profiles[0].kept)
            return
        self.listed.emit(self._profiles, self.present)
        if self.present is None:
            self.shown.emit(None)

    async def _open(self, kept: int, light: str = "") -> None:
        if self.present != kept:
            targetings = await self._engine.call(self._services.profile_editing.targetings, kept)
            await self.storing.open(kept)
            self._asked = self._sections = frozenset()
            self._origins = {}
            self.targetings.take(kept, targetings)
            self.listed.emit(self._profiles, kept)
            self._show()
        working = self.storing.working
        if light and working is not None:
            self.targetings.choose(None)
            self.lit.emit(key_of(light, working.ids))

    async def _look_up_origins(self, kept: int) -> None:
        found = await self._engine.call(self._services.profile_importing.origins, kept)
        working = self.storing.working
        if working is not None and working.stored.id == kept:
            self.set_origins(origin_words(found))
            self.placed.emit(found, working.ids)

    def _show(self) -> None:
        working, chosen = self.storing.working, self.targetings.chosen
        if working is None:
            return
        if (working.stored.id, working.stored.version) != self._placed:
            self._placed = (working.stored.id, working.stored.version)
            self.background.start(self._look_up_origins(working.stored.id))
        if self._read is None or self._read[0] is not working.source:
            self._read = working.source, lines_of(working.source, working.ids)
        self._rows = page_rows(self._read[1], self._asked, self._sections, chosen)
        if chosen is not None:
            may_undo, may_redo = self.targetings.may_undo, self.targetings.may_redo
        else:
            may_undo = working.stored.may_undo or bool(working.pending)
            may_redo = working.stored.may_redo and not working.pending
        self.shown.emit(Shown(working.stored.id, self._rows, may_undo, may_redo, chosen, self.storing.unsaved))


def _first_change(before: Sequence[Row], after: Sequence[Row]) -> str:
    """The first field that is new or says something else; else the first that stands elsewhere."""
    was = {cell.key: (cell.text, row.list_path, row.place) for row in before for cell in row.cells}
    now = {cell.key: (cell.text, row.list_path, row.place) for row in after for cell in row.cells}
    new = next((key for key, said in now.items() if was.get(key, ("",))[0] != said[0]), "")
    return new or next((key for key, said in now.items() if key in was and was[key] != said), "")
