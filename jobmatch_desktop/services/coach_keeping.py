"""What is kept of talks: successes, pitches and lines of the profile, each field as the person confirmed it."""

import asyncio
import enum
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

import msgspec

from jobmatch_desktop.domain.conversation import SECONDS, Conversation, NothingSaid, Pitch, Success, TalkKind
from jobmatch_desktop.domain.events import ProfileMoved
from jobmatch_desktop.services.coach_talk import Talks
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.storage.conversations import ConversationRepository
from jobmatch_desktop.storage.kept import KeptRepository
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact, with_lines
from jobmatch_desktop.writing.coaching.proposal import Field, propose_facts, propose_pitch, propose_success

Kept = TypeVar("Kept", Success, Pitch)


class Aim(enum.StrEnum):
    """What a talk's words can become."""

    SUCCESS = "success"
    PITCH = "pitch"
    FACTS = "facts"


AIMS: dict[TalkKind, tuple[Aim, ...]] = {
    TalkKind.SUCCESS: (Aim.SUCCESS, Aim.FACTS),
    TalkKind.PITCH_30: (Aim.PITCH, Aim.FACTS),
    TalkKind.PITCH_180: (Aim.PITCH, Aim.FACTS),
    TalkKind.INTERVIEW: (Aim.FACTS,),
}
"""What each kind of talk can become, the usual first."""


class Proposal(msgspec.Struct, frozen=True):
    """Fields to confirm one by one; empty where the person has said nothing that could be kept. `seconds` is a pitch's time (0: none)."""

    aim: Aim
    fields: tuple[Field, ...]
    seconds: int = 0


class Keeping:
    """Proposes and keeps. Coroutines run on the engine loop; nothing is kept that the person did not confirm. `tell` hears of new
    versions of a profile."""

    def __init__(
        self,
        stored: Stored,
        conversations: ConversationRepository,
        kept: KeptRepository,
        talks: Talks,
        today: Callable[[], date],
        tell: Callable[[ProfileMoved], None],
    ) -> None:
        self._stored = stored
        self._conversations = conversations
        self._kept = kept
        self._talks = talks
        self._today = today
        self._tell = tell

    async def propose(self, conversation: int, aim: Aim | None = None) -> Proposal:
        """What of a talk may be kept, for its usual aim or another of `AIMS`. Raises `RecordNotFound`."""
        talk = await self._conversations.get(conversation)
        aim = aim or AIMS[talk.kind][0]
        profile, offer = await self._talks.material(talk)
        turns = await self._talks.turns(talk)
        if aim is Aim.SUCCESS:
            fields = await asyncio.to_thread(propose_success, talk.language, turns)
            return Proposal(aim, fields if any(field.text for field in fields) else ())
        if aim is Aim.PITCH and talk.kind in SECONDS:
            today = self._today().isoformat()
            fields = await asyncio.to_thread(propose_pitch, talk.kind, talk.language, profile, offer, turns, today)
            return Proposal(aim, fields, SECONDS[talk.kind])
        fields = await asyncio.to_thread(propose_facts, talk.kind, talk.language, profile, offer, turns)
        return Proposal(Aim.FACTS, fields)

    async def keep_success(self, conversation: int, confirmed: Mapping[str, str]) -> Success:
        """Keeps the confirmed fields of a success, by key. Raises `NothingSaid` where none has words, and `RecordNotFound`."""
        talk = await self._conversations.get(conversation)
        fields = {key: text.strip() for key, text in confirmed.items() if text.strip()}
        if not fields:
            raise NothingSaid()
        return await self._kept.add_success(await self._person(talk), talk, fields)

    async def keep_pitch(self, conversation: int, text: str) -> Pitch:
        """Keeps a pitch, in the words that the person confirmed. Raises as `keep_success`."""
        talk = await self._conversations.get(conversation)
        if not text.strip():
            raise NothingSaid()
        seconds = SECONDS.get(talk.kind, SECONDS[TalkKind.PITCH_180])
        return await self._kept.add_pitch(await self._person(talk), talk, seconds, text.strip())

    async def keep_facts(self, conversation: int, confirmed: Sequence[ProfileFact]) -> int:
        """Adds lines to the profile and returns the id of its new version, which the talk's application follows from now on; its
        documents stay as they are. Where they came from is noted. Raises `NothingSaid`, `NoSuchJob`, `ProfileChanged`, `RecordNotFound`."""
        talk = await self._conversations.get(conversation)
        lines = [line for line in confirmed if line.text.strip()]
        if not lines:
            raise NothingSaid()
        application = None if talk.application is None else await self._stored.applications.get(talk.application)
        before = talk.profile if application is None else application.profile
        source = {} if before is None else (await self._stored.profiles.get(before)).source
        changed, paths = with_lines(source, lines)
        version = await self._kept.add_lines(talk, before, changed, paths)
        if (profile := await self._stored.kept_profiles.standing_at(version)) is not None:
            self._tell(ProfileMoved(profile, version))
        return version

    async def said_facts(self, profile: int) -> dict[str, int | None]:
        """Lines of a profile that came from talks, by path (as in evidence/facts), and the talk (None: deleted since)."""
        return await self._kept.said_facts(profile)

    async def successes(self, profile: int | None) -> list[Success]:
        """Those of the person whose profile it is (None: who has none yet), newest first; `Success.application` tells where each
        came from."""
        return await self._kept.successes(await self._name(profile))

    async def pitches(self, profile: int | None) -> list[Pitch]:
        """Those of the person whose profile it is (None: who has none yet), newest first."""
        return await self._kept.pitches(await self._name(profile))

    async def update(self, kept: Kept) -> Kept:
        """Stores the words of a success or a pitch as given. Raises `RecordNotFound`."""
        return await self._kept.update(kept)

    async def forget(self, kept: Success | Pitch) -> None:
        """Deletes a success or a pitch. Raises `RecordNotFound`."""
        await self._kept.remove(kept)

    async def _person(self, talk: Conversation) -> str:
        profile, _ = await self._talks.material(talk)
        return profile.basics.name

    async def _name(self, profile: int | None) -> str:
        return await self._talks.name(profile)
