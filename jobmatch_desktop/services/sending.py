"""What leaves for a server: what would, before a person says Write, and what did, of every run of a task."""

import asyncio
from collections.abc import Callable
from datetime import date

import msgspec

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.journal import Entry, SentText
from jobmatch_desktop.domain.task import ModelSettings, TaskId
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.services.choice import COMPOSER, Choice, options_of
from jobmatch_desktop.services.documents import Documents
from jobmatch_desktop.services.fitting import limit_of
from jobmatch_desktop.services.leaning import written_from
from jobmatch_desktop.services.models import chosen_model
from jobmatch_desktop.services.open_providers import OpenProviders
from jobmatch_desktop.services.planning import Material, outset_now, plan_of
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.services.work_for import Privacy, context_of


class SentRecord(msgspec.Struct, frozen=True):
    """What leaves for one part: its key, the attempt and the run (0: it has not left yet), and what leaves exactly."""

    key: str
    attempt: int
    run: int
    what: SentText


class Leaving(msgspec.Struct, frozen=True):
    """All that leaves, in order. `leaves` is False where nothing does: the writer is the program, or a machine of the person's own
    (then `records` are what that is given)."""

    leaves: bool
    records: tuple[SentRecord, ...] = ()


class Sending:
    """Tells what leaves. Coroutines run on the engine loop. `privacy` is what may be said where; `settings` what the person set
    for a provider's model."""

    def __init__(
        self,
        stored: Stored,
        providers: OpenProviders,
        documents: Documents,
        privacy: Privacy,
        settings: Callable[[str, str], ModelSettings],
        today: Callable[[], date],
    ) -> None:
        self._stored = stored
        self._providers = providers
        self._documents = documents
        self._privacy = privacy
        self._settings = settings
        self._today = today

    async def outgoing(self, application: int, kind: DocumentKind, choice: Choice) -> Leaving:
        """Exactly what a generation would send now, part by part, with nothing of it sent. For a machine of the person's own it
        tells the records all the same. Raises as `Generation.start` does, and what the provider raises."""
        if choice.provider == COMPOSER:
            return Leaving(False)
        kept = await self._stored.applications.get(application)
        document = (await self._documents.of(application))[kind]
        provider = await self._providers.get(choice.provider, choice.base_url)
        model = await chosen_model(self._providers, choice)
        options = options_of(choice, kept.offer.language, self._today(), self._settings(choice.provider, model))
        if options.context_limit is None:
            limit = limit_of(await context_of(provider, model), options.model_settings)
            options = msgspec.structs.replace(options, context_limit=limit)
        version = await written_from(self._stored, kept, kind, choice)
        profile = profile_of((await self._stored.profiles.get(version)).source)
        words = self._privacy(choice.provider, choice.base_url)
        material = Material(kind, profile, kept.offer, options, words, added=await self._stored.skills.added())
        outset = await outset_now(self._stored, document, material)
        plan = await asyncio.to_thread(plan_of, material, outset, model)
        records = [
            SentRecord(step.key, 1, 0, plan.told(await provider.outgoing(plan.request(step))))
            for step in plan.to_write({})
        ]
        return Leaving(words is not None, tuple(records))

    async def sent(self, task: TaskId) -> Leaving:
        """What a task sent to a server that is not the person's own, in every run, those before it was started over too. Raises
        `TaskNotFound`."""
        records = tuple(map(_record, await self._stored.tasks.sent(task)))
        return Leaving(bool(records), records)


def _record(entry: Entry) -> SentRecord:
    return SentRecord(entry.key, entry.attempt, entry.run, msgspec.json.decode(entry.text, type=SentText))
