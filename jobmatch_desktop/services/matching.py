"""How applications' offers are answered by profiles' facts, and facts that a person adds to answer more."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from jobmatch_desktop.domain.application import Application
from jobmatch_desktop.domain.events import ProfileMoved
from jobmatch_desktop.domain.offer import Duty, Offer, Span
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.matching import Answered, Match, match
from jobmatch_desktop.evidence.matching_support import Support, support_of
from jobmatch_desktop.evidence.matching_told import FactLine, fact_lines
from jobmatch_desktop.evidence.offer_reading_requirements import duties_of, requirements_of
from jobmatch_desktop.evidence.offer_reading_terms import places_of
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.writing.coaching.profile_lines import ProfileFact, with_lines


class Ranked(msgspec.Struct, frozen=True):
    """An application and how far it is answered: `score` 0 to 100, None where nothing is asked for."""

    application: int
    score: int | None
    exact: float


class Explained(msgspec.Struct, frozen=True):
    """An offer as a page shows it: its match, the facts of the match by id, what will be done there, and where in the offer's text the
    words of each field stand (see `places_of`)."""

    match: Match
    facts: dict[str, FactLine]
    duties: tuple[Duty, ...]
    places: dict[str, tuple[Span, ...]]


def match_of(profile: Profile, offer: Offer, today: date, added: Added = ()) -> Match:
    """A profile's facts held against an offer; `added` are skills that the person added to the lexicon. Pure, any thread; some
    5 ms for 200 facts and 60 requirements."""
    return match(support_of(facts(profile), today, added), requirements_of(offer, added))


_KEYS = {"language": "language", "degree": "study"}


def lines_for(answered: Answered) -> tuple[ProfileFact, ...]:
    """What "I have this" offers for a requirement: a line for each thing that no fact answers, for the person to word as it is true.
    A language is to be given its level. Years are shown by jobs alone: none is offered for them."""
    return tuple(
        ProfileFact(_KEYS.get(one.asked.kind, "skill"), one.asked.words)
        for one in answered.answers
        if not one.facts and one.asked.kind not in ("years", "example")
    )


class Matching:
    """Matches of kept applications. Coroutines run on the engine loop; the work is done in a thread. `tell` hears of new versions."""

    def __init__(self, stored: Stored, today: Callable[[], date], tell: Callable[[ProfileMoved], None]) -> None:
        self._stored = stored
        self._today = today
        self._tell = tell

    async def match(self, application: int) -> Match:
        """How far the facts of an application's profile answer its offer: spans are into `offer.text`, facts by their ids.

        Raises `RecordNotFound`.
        """
        kept = await self._stored.applications.get(application)
        source = (await self._stored.profiles.get(kept.profile)).source
        added = await self._stored.skills.added()
        return await asyncio.to_thread(lambda: match_of(profile_of(source), kept.offer, self._today(), added))

    async def explain(self, application: Application) -> Explained:
        """How far the facts of the application's profile answer its offer, both as they are given. Raises `RecordNotFound`."""
        source = (await self._stored.profiles.get(application.profile)).source
        added = await self._stored.skills.added()
        return await asyncio.to_thread(_explained, source, application.offer, self._today(), added)

    async def rank(self, applications: Sequence[Application]) -> list[Ranked]:
        """Those applications by how far they are answered, the best first; of equals that of the lower id."""
        sources = {
            profile: (await self._stored.profiles.get(profile)).source
            for profile in {application.profile for application in applications}
        }
        added = await self._stored.skills.added()
        return await asyncio.to_thread(_ranked, applications, sources, self._today(), added)

    async def have(self, application: int, line: ProfileFact) -> Application:
        """ "I have this": adds a line, as the person worded it, to the application's profile. The application follows the new version from
        now on; its documents stay as they are. Raises `RecordNotFound`, `NoSuchJob`."""
        kept = await self._stored.applications.get(application)
        source = (await self._stored.profiles.get(kept.profile)).source
        changed, _ = with_lines(source, [line])
        profile = await self._stored.kept_profiles.advance(kept.profile, changed)
        if kept.kept is None:
            return await self._stored.applications.set_profile(application, profile)
        self._tell(ProfileMoved(kept.kept, profile))
        return await self._stored.applications.get(application)


def _explained(source: dict[str, object], offer: Offer, today: date, added: Added) -> Explained:
    known = facts(profile_of(source))
    found = match(support_of(known, today, added), requirements_of(offer, added))
    ids = (fact for one in found.requirements for fact in one.facts)
    return Explained(found, fact_lines(known, ids), duties_of(offer, added), places_of(offer))


def _ranked(
    applications: Sequence[Application], sources: dict[int, dict[str, object]], today: date, added: Added
) -> list[Ranked]:
    supports: dict[int, Support] = {
        profile: support_of(facts(profile_of(source)), today, added) for profile, source in sources.items()
    }
    found = []
    for application in applications:
        one = match(supports[application.profile], requirements_of(application.offer, added))
        found.append(Ranked(application.id, one.score if one.counts else None, one.exact))
    return sorted(found, key=lambda ranked: (-ranked.exact, ranked.application))
