"""What the page of an offer does: has it matched, takes what the person changes of it, adds facts. Knows no widget."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.events import ProfileMoved, TaskEvent
from jobmatch_desktop.domain.offer import Duty, Offer, Requirement
from jobmatch_desktop.evidence.matching_told import rose
from jobmatch_desktop.evidence.offer_reading_edited import fields_as_read, with_text
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact

if TYPE_CHECKING:
    from jobmatch_desktop.services.matching import Explained
    from jobmatch_desktop.services.parts import Services

PAUSE = 400
"""Milliseconds after a key in a field before the offer is stored and matched anew."""
QUIET = 300
"""Milliseconds before it is said that the offer is being matched."""


class OfferPresenter(QObject):
    """Decides for the page of one offer. UI thread. `changed` tells the `Application` with the offer as the person has it now, to be
    stored; it comes back by `show_application`."""

    changed = Signal(object)
    explained = Signal(object, object)
    """The `Application` and its `Explained`."""
    waiting = Signal()
    """The match takes its time."""
    scored = Signal(object)
    """0 to 100; None where nothing is asked for, or it is not known yet."""
    risen = Signal(int, int, object)
    """A fact was added: the score before and after, and the requirements (`Answered`) that rose."""
    fact_found = Signal(int, str)
    """A fact that the person wants to see: the kept profile that it stands in, and its id."""
    parted = Signal()
    """They want to see one, and the profile that it stood in was deleted."""
    joined = Signal(object)
    """The `Application`, whose profile was brought back."""
    failed = Signal(object)
    """A `Trouble` of something that the person asked for."""

    def __init__(self, services: "Services", engine: Engine) -> None:
        super().__init__()
        self._services = services
        self._engine = engine
        self._application: Application | None = None
        self._explained: Explained | None = None
        self._sent: list[Offer] = []
        self._wanted = ""
        self._stale = False
        self._explaining = False
        self.background = Background(self.failed.emit)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self.waiting)

    @property
    def application(self) -> Application | None:
        """The application that is shown, with its offer as the person has it now."""
        return self._application

    def show_application(self, application: Application) -> None:
        """Takes an application as it is stored now. What the person changed of this one's offer and is not stored yet stays."""
        before = self._application
        if before is None or before.id != application.id:
            self.flush()
            self._sent = []
            self._explained = None
            self.scored.emit(None)
        else:
            if application.offer in self._sent:
                del self._sent[: self._sent.index(application.offer) + 1]
            if self._sent or self._pause.isActive():
                application = msgspec.structs.replace(application, offer=before.offer)
        self._application = application
        if before is None or self._explained is None or _asked(before) != _asked(application):
            self._explain_anew()

    # What the person changes

    def set_fields(self, **fields: str) -> None:
        """Fields of the offer, as they are typed; stored after a pause."""
        if self._replace(**fields):
            self._pause.start()

    def set_requirements(self, requirements: tuple[Requirement, ...] | None) -> None:
        """What the offer asks for; None for what is read from it."""
        self._pause.stop()
        if self._replace(requirements=requirements):
            self.flush(True)

    def set_duties(self, duties: tuple[Duty, ...] | None) -> None:
        """What will be done there; None for what is read from it."""
        if self._replace(duties=duties):
            self.flush(True)

    def put_fields_back(self) -> None:
        """The fields as the offer's text says them."""
        self.background.start(self._read_anew(self._application, None))

    def set_text(self, text: str) -> None:
        """Another text: what stood as read is read anew."""
        self.background.start(self._read_anew(self._application, text))

    def have(self, fact: ProfileFact) -> None:
        """ "I have this": a line for the profile, as the person worded it."""
        self.background.start(self._have(fact))

    def show_fact(self, fact: str) -> None:
        """A fact is to be looked at in its profile."""
        self._wanted = fact
        self.background.start(self._show_fact())

    def bring_back(self) -> None:
        """The profile that was deleted is to be kept again, and the fact to be looked at there."""
        self.background.start(self._bring_back())

    def flush(self, changed: bool = False) -> None:
        """Tells what was changed, without waiting for the pause."""
        if (self._pause.isActive() or changed or self.sender() is self._pause) and self._application is not None:
            self._pause.stop()
            self._sent.append(self._application.offer)
            self.changed.emit(self._application)
            self._explain_anew()

    def take_events(self, events: Sequence[TaskEvent]) -> None:
        """Takes a batch of the feed: a profile that moved on is matched anew."""
        for event in events:
            application = self._application
            if isinstance(event, ProfileMoved) and application is not None and application.kept == event.kept:
                self._application = msgspec.structs.replace(application, profile=event.version)
                self._explain_anew()

    def match_anew(self) -> None:
        """What offers are read by is another now."""
        if self._application is not None:
            self._explain_anew()

    async def wind_up(self) -> None:
        """Before the program ends: what was changed is stored when it returns. Raises storage faults."""
        await self.background.settle()
        self.flush()
        self._quiet.stop()
        application = self._application
        if application is not None and self._sent:
            await self._engine.call(self._services.applications.update, application)
        self.background.cancel()
        await self.background.settle()

    def _replace(self, **fields: object) -> bool:
        """Whether that changes the offer."""
        before = self._application
        if before is None:
            return False
        offer = msgspec.structs.replace(before.offer, **fields)
        self._application = msgspec.structs.replace(before, offer=offer)
        return offer != before.offer

    async def _read_anew(self, before: Application | None, text: str | None) -> None:
        """Reads the offer of `before` from its text, or from another; what else was changed in it meanwhile stays."""
        while before is not None:
            if text is None:
                offer = await self._engine.call(asyncio.to_thread, fields_as_read, before.offer)
            else:
                offer = await self._engine.call(asyncio.to_thread, with_text, before.offer, text)
            present = self._application
            if present is None or present.id != before.id:
                # Another one is shown by now.
                if offer != before.offer:
                    self.changed.emit(msgspec.structs.replace(before, offer=offer))
                return
            if present.offer != before.offer:
                before = present
                continue
            self._application = msgspec.structs.replace(present, offer=offer)
            if offer != present.offer:
                self.flush(True)
            else:
                self._explain_anew()
            return

    async def _show_fact(self) -> None:
        application = self._application
        if application is not None:
            stored = await self._engine.call(self._services.applications.get, application.id)
            if stored.kept is None:
                self.parted.emit()
            else:
                self.fact_found.emit(stored.kept, self._wanted)

    async def _bring_back(self) -> None:
        application = self._application
        if application is not None:
            self.joined.emit(await self._engine.call(self._services.profile_editing.bring_back, application.id))
            await self._show_fact()

    async def _have(self, fact: ProfileFact) -> None:
        before, application = self._explained, self._application
        if application is None or before is None:
            return
        stored = await self._engine.call(self._services.matching.have, application.id, fact)
        if self._application is None or self._application.id != application.id:
            return
        present = msgspec.structs.replace(self._application, profile=stored.profile, kept=stored.kept)
        self._application = present
        after = await self._engine.call(self._services.matching.explain, present)
        if self._application is present or self._application == present:
            self._show(present, after)
            self.risen.emit(before.match.score, after.match.score, rose(before.match, after.match))

    def _explain_anew(self) -> None:
        self._stale = True
        if not self._explaining:
            self._explaining = True
            self._quiet.start()
            self.background.start(self._explain())

    async def _explain(self) -> None:
        """The newest state; what came in between is passed over."""
        try:
            while self._stale and self._application is not None:
                self._stale = False
                application = self._application
                found = await self._engine.call(self._services.matching.explain, application)
                present = self._application
                if not self._stale and present is not None and present.id == application.id:
                    # Fields may have been typed in meanwhile; what is read of the text is the same.
                    self._show(present, found)
        finally:
            self._explaining = False
            self._quiet.stop()

    def _show(self, application: Application, found: "Explained") -> None:
        self._quiet.stop()
        self._explained = found
        self.scored.emit(found.match.score if found.match.counts else None)
        self.explained.emit(application, found)


def _asked(application: Application) -> tuple[int, int, Offer]:
    """What a match is made of."""
    return application.id, application.profile, application.offer
