"""What of a talk is worth keeping, and what was kept. Knows no widget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.domain.conversation import Conversation, Pitch, Success
from jobmatch_desktop.services.coach_keeping import AIMS, Aim, Proposal
from jobmatch_desktop.ui.shared.background import Background
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact

if TYPE_CHECKING:
    from jobmatch_desktop.services.parts import Services


@dataclass(frozen=True)
class Proposed:
    """What may be kept of a talk. `jobs` are those of the profile, for lines that belong to one."""

    conversation: Conversation
    aims: tuple[Aim, ...]
    proposal: Proposal
    jobs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kept:
    """What the person has kept so far."""

    successes: tuple[Success, ...] = ()
    pitches: tuple[Pitch, ...] = ()


class KeepingPresenter(QObject):
    """UI thread."""

    proposed = Signal(object)
    """What may be kept: a `Proposed`."""
    kept = Signal(object)
    """What is kept: a `Kept`."""
    saved = Signal(object, int)
    """So much was kept, for this `Aim`: fields of a success, pitches, lines of the profile."""
    failed = Signal(object)
    """A `Trouble` of something that the person asked for."""

    def __init__(self, services: "Services", engine: Engine) -> None:
        super().__init__()
        self._services = services
        self._keeping = services.coach.keeping
        self._engine = engine
        self.background = Background(self.failed.emit)
        self._talk: Conversation | None = None
        self._aim: Aim | None = None
        self._asked = 0

    def open(self, talk: Conversation | None) -> None:
        """This talk is open, as it stands now."""
        if talk is None or self._talk is None or talk.id != self._talk.id:
            self._aim = None
        self._talk = talk

    def propose(self, aim: Aim | None = None) -> None:
        """Looks at what is worth keeping of the open talk, for this aim from now on; without one for that chosen last, or its usual."""
        if self._talk is not None:
            self._aim = aim or self._aim
            self.background.start(self._propose(self._talk, self._aim))

    def look(self) -> None:
        """Looks at what is kept."""
        self.background.start(self._look())

    def keep_success(self, conversation: int, confirmed: Mapping[str, str]) -> None:
        """Keeps the confirmed fields."""

        async def keep() -> None:
            await self._engine.call(self._keeping.keep_success, conversation, confirmed)
            self.saved.emit(Aim.SUCCESS, len(confirmed))
            await self._look()

        self.background.start(keep())

    def keep_pitches(self, conversation: int, texts: Sequence[str]) -> None:
        """Keeps pitches as they were confirmed."""

        async def keep() -> None:
            for text in texts:
                await self._engine.call(self._keeping.keep_pitch, conversation, text)
            self.saved.emit(Aim.PITCH, len(texts))
            await self._look()

        self.background.start(keep())

    def keep_facts(self, conversation: int, lines: Sequence[ProfileFact]) -> None:
        """Adds confirmed lines to the profile."""

        async def keep() -> None:
            await self._engine.call(self._keeping.keep_facts, conversation, lines)
            self.saved.emit(Aim.FACTS, len(lines))
            self._talk = await self._engine.call(self._services.coach.conversation, conversation)
            await self._propose(self._talk, Aim.FACTS)

        self.background.start(keep())

    def change(self, one: Success | Pitch, fields: Mapping[str, str]) -> None:
        """Stores other words of something kept."""

        async def store() -> None:
            changed = msgspec.structs.replace(one, **fields)
            if isinstance(changed, Success):
                await self._engine.call(self._keeping.update, changed)
            else:
                await self._engine.call(self._keeping.update, changed)
            await self._look()

        self.background.start(store())

    def forget(self, one: Success | Pitch) -> None:
        """The person confirmed that something kept goes."""

        async def delete() -> None:
            await self._engine.call(self._keeping.forget, one)
            await self._look()

        self.background.start(delete())

    async def wind_up(self) -> None:
        """Before the program ends: nothing is under way when it returns."""
        await self.background.settle()

    async def _propose(self, talk: Conversation, aim: Aim | None) -> None:
        self._asked += 1
        asked = self._asked
        proposal = await self._engine.call(self._keeping.propose, talk.id, aim)
        profile = await self._profile(talk)
        jobs: tuple[str, ...] = ()
        if profile is not None:
            found = await self._engine.call(self._services.profiles.get, profile)
            jobs = tuple(" · ".join(part for part in (job.position, job.organisation) if part) for job in found.work)
        if asked == self._asked and self._talk is not None and self._talk.id == talk.id:
            self.proposed.emit(Proposed(talk, AIMS[talk.kind], proposal, jobs))

    async def _look(self) -> None:
        profile = await self._profile(self._talk)
        successes = await self._engine.call(self._keeping.successes, profile)
        pitches = await self._engine.call(self._keeping.pitches, profile)
        self.kept.emit(Kept(tuple(successes), tuple(pitches)))

    async def _profile(self, talk: Conversation | None) -> int | None:
        """The profile that a talk is about now; without one, the newest."""
        if talk is not None and talk.application is not None:
            return (await self._engine.call(self._services.applications.get, talk.application)).profile
        if talk is not None and talk.profile is not None:
            return talk.profile
        return next((one.id for one in await self._engine.call(self._services.profiles.list)), None)
