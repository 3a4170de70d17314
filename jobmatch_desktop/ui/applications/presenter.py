"""What the list of applications does: shows what is wanted, keeps what the person changes, removes."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application, ApplicationStatus
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.ui.applications.listing import Column, Wanted, listing
from jobmatch_desktop.ui.shared.background import Background

if TYPE_CHECKING:
    from jobmatch_desktop.services.matching import Ranked
    from jobmatch_desktop.services.parts import Services

NOTES_PAUSE = 500
"""Milliseconds after the last key in the notes before they are stored."""


AT_ONCE = 25
"""Applications that are matched before the table shows them."""


class Shown(enum.Enum):
    """What the page is to show."""

    LOADING = enum.auto()
    FIRST_RUN = enum.auto()
    """Neither an application nor a profile is there."""
    EMPTY = enum.auto()
    LIST = enum.auto()


@dataclass(frozen=True)
class Listing:
    """What the page shows: `rows` of `total` applications; `scores` are the matches that are known, None where nothing is asked for."""

    shown: Shown
    rows: Sequence[Application] = ()
    total: int = 0
    wanted: Wanted = Wanted()  # noqa: RUF009 - frozen
    scores: Mapping[int, int | None] = field(default_factory=dict)


class ApplicationsPresenter(QObject):
    """Decides for the list. UI thread; knows no widget. What is changed here is shown at once and stored behind."""

    listed = Signal(object)
    """A `Listing`."""
    failed = Signal(object)
    """A `Trouble` of something that the person asked for."""
    ready = Signal(int)
    """An application that was made and is to be opened."""

    def __init__(self, services: "Services", engine: Engine) -> None:
        super().__init__()
        self._services = services
        self._engine = engine
        self._applications: list[Application] = []
        self._wanted = Wanted()
        self._shown = Shown.LOADING
        self._unsaved: dict[int, dict[str, Any]] = {}
        self._removed: set[int] = set()
        self._ranked: dict[tuple[int, int], Ranked] = {}
        self._ranking = False
        self._ends = False
        self.background = Background(self.failed.emit)
        self._pause = QTimer(self, singleShot=True, interval=NOTES_PAUSE)
        self._pause.timeout.connect(self.flush_later)

    @property
    def wanted(self) -> Wanted:
        """What the person wants to see."""
        return self._wanted

    def application(self, number: int) -> Application | None:
        """An application as it is shown; None where it is not there."""
        return next((application for application in self._applications if application.id == number), None)

    def reload(self) -> None:
        """Reads the applications anew, without waiting for it."""
        self.background.start(self.load())

    async def load(self) -> None:
        """Reads the applications. Raises storage faults."""
        found = await self._engine.call(self._services.applications.list)
        # Only a list without any asks for the profiles: the first run is the rarest.
        profiles = [] if found else await self._engine.call(self._services.profiles.list)
        self._applications = [self._as_changed(one) for one in found if one.id not in self._removed]
        if self._applications:
            self._shown = Shown.LIST
        elif not profiles or self._shown is Shown.FIRST_RUN:
            # A CV that is brought in there does not end the first run: its other steps are still to come.
            self._shown = Shown.FIRST_RUN
        else:
            self._shown = Shown.EMPTY
        self._tell()
        self._rank_later()

    def match_anew(self) -> None:
        """What offers are read by is another now."""
        self._ranked = {}
        self._rank_later()

    def _rank_later(self) -> None:
        if not self._ranking and self._applications:
            self._ranking = True
            self.background.start(self._rank())

    def end_first_run(self) -> None:
        """The person goes on without an offer."""
        self._shown = Shown.EMPTY
        self._tell()

    def search(self, words: str) -> None:
        """Shows the applications that hold these words."""
        self._want(replace(self._wanted, words=words))

    def filter(self, status: ApplicationStatus | None) -> None:
        """Shows the applications of one status, or of every."""
        self._want(replace(self._wanted, status=status))

    def sort(self, column: Column, descending: bool) -> None:
        """Shows them in another order."""
        self._want(replace(self._wanted, column=column, descending=descending))

    def show_all(self) -> None:
        """Searches and filters no more."""
        self._want(replace(self._wanted, words="", status=None))

    def set_status(self, application: int, status: ApplicationStatus) -> None:
        """How far an application is; stored at once."""
        self._change(application, status=status)
        self.flush_later()

    def set_notes(self, application: int, notes: str) -> None:
        """What the person notes; stored when they pause."""
        self._change(application, notes=notes)
        if not self._pause.isActive():
            self._pause.start()

    def flush_later(self) -> None:
        """Stores what is not stored yet, without waiting for it."""
        self._pause.stop()
        if self._unsaved:
            self.background.start(self.flush())

    async def flush(self) -> None:
        """Stores what is not stored yet. Raises storage faults; what was not stored is kept and tried again."""
        for number in list(self._unsaved):
            fields = self._unsaved.pop(number, None)
            if fields is None:
                continue
            try:
                # Read anew, so that what another page changed of it meanwhile stays.
                stored = await self._engine.call(self._services.applications.get, number)
                stored = await self._engine.call(
                    self._services.applications.update, msgspec.structs.replace(stored, **fields)
                )
            except RecordNotFound:
                if number not in self._removed:
                    raise
            except JobMatchError:
                self._unsaved[number] = fields | self._unsaved.get(number, {})
                raise
            else:
                self._take(self._as_changed(stored))

    async def wind_up(self) -> None:
        """Before the program ends: stores what is left and starts nothing more."""
        self._pause.stop()
        self._ends = True
        await self.background.settle()
        await self.flush()

    def remove(self, application: int) -> None:
        """Deletes an application with its documents; it leaves the list at once."""
        self.background.start(self._remove(application))

    def add_sample(self) -> None:
        """Makes an application of the sample; `ready` tells it."""
        self.background.start(self._add_sample())

    async def _add_sample(self) -> None:
        try:
            made = await self._engine.call(self._services.applications.add_sample)
        except JobMatchError:
            self._tell()
            raise
        self.ready.emit(made.id)

    async def _rank(self) -> None:
        """Matches what is not matched as it stands now, some at a time, in the order of the table."""
        try:
            while not self._ends and (waiting := self._unmatched()):
                known = self._ranked  # another one where all is matched anew meanwhile
                ranked = {
                    one.application: one for one in await self._engine.call(self._services.matching.rank, waiting)
                }
                known |= {_matched(one): ranked[one.id] for one in waiting}
                self._tell()
        finally:
            self._ranking = False

    def _unmatched(self) -> list[Application]:
        """The next to match: those that are listed, then the others."""
        listed = listing(self._applications, self._wanted, self._scores(exact=True))
        shown = {one.id for one in listed}
        everything = [*listed, *(one for one in self._applications if one.id not in shown)]
        return [one for one in everything if _matched(one) not in self._ranked][:AT_ONCE]

    def _scores(self, exact: bool = False) -> dict[int, Any]:
        found = ((one.id, self._ranked.get(_matched(one))) for one in self._applications)
        if exact:
            return {number: one.exact for number, one in found if one is not None and one.score is not None}
        return {number: one.score for number, one in found if one is not None}

    async def _remove(self, number: int) -> None:
        self._removed.add(number)
        self._unsaved.pop(number, None)
        self._applications = [application for application in self._applications if application.id != number]
        self._shown = self._shown if self._applications else Shown.EMPTY
        self._tell()
        try:
            await self._engine.call(self._services.applications.remove, number)
        except RecordNotFound:
            pass  # another window was first: it is gone, as was asked
        except JobMatchError:
            self._removed.discard(number)
            await self.load()
            raise

    def _change(self, number: int, **fields: Any) -> None:
        present = self.application(number)
        if present is None:
            return
        changed = msgspec.structs.replace(present, **fields)
        if changed != present:
            self._unsaved.setdefault(number, {}).update(fields)
            self._take(changed)

    def _as_changed(self, application: Application) -> Application:
        """An application as stored, with what is not stored yet."""
        return msgspec.structs.replace(application, **self._unsaved.get(application.id, {}))

    def _take(self, changed: Application) -> None:
        self._applications = [changed if one.id == changed.id else one for one in self._applications]
        self._tell()

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._tell()

    def _tell(self) -> None:
        rows = listing(self._applications, self._wanted, self._scores(exact=True))
        self.listed.emit(Listing(self._shown, rows, len(self._applications), self._wanted, self._scores()))


def _matched(application: Application) -> tuple[int, int]:
    """What a match is of: versions of a profile and of an offer, which never change."""
    return application.profile, application.offer_id
