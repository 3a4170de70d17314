"""The parts of the program over one data folder, built and handed to each other; the same for a window and for a verb."""

import asyncio
import contextlib
import functools
import os
from collections.abc import AsyncIterator, Callable, Hashable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import date
from pathlib import Path

from jobmatch_desktop.domain.events import TaskChanged, TaskEvent
from jobmatch_desktop.domain.provider_errors import NoAddress
from jobmatch_desktop.domain.storage_errors import StorageFault
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import RUNNING, Task
from jobmatch_desktop.formats.writers.pdf import PdfWriter
from jobmatch_desktop.providers.protocol import Provider, State
from jobmatch_desktop.providers.registry import PROVIDERS, address_of, open_provider
from jobmatch_desktop.services.added_skills import AddedSkills
from jobmatch_desktop.services.applications import Applications
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.services.coach import Coach
from jobmatch_desktop.services.coach_talk import Talks
from jobmatch_desktop.services.documents import Documents
from jobmatch_desktop.services.exporting import Exporter, template_folders
from jobmatch_desktop.services.generation import Generation
from jobmatch_desktop.services.grounding_marks import GroundingMarks
from jobmatch_desktop.services.keys import Keys
from jobmatch_desktop.services.lanes import lane_of, width_of
from jobmatch_desktop.services.looks import Looks
from jobmatch_desktop.services.matching import Matching
from jobmatch_desktop.services.measuring import Measuring
from jobmatch_desktop.services.merging import Merging
from jobmatch_desktop.services.model_work import Patience
from jobmatch_desktop.services.models import Models
from jobmatch_desktop.services.open_providers import OpenProviders
from jobmatch_desktop.services.opening import Destination, destination, provider_settings
from jobmatch_desktop.services.parts import Services
from jobmatch_desktop.services.preferences import Preferences
from jobmatch_desktop.services.preflight import Preflights
from jobmatch_desktop.services.profile_editing import ProfileEditing
from jobmatch_desktop.services.profile_importing import ProfileImporting
from jobmatch_desktop.services.profiles import Profiles
from jobmatch_desktop.services.provider_settings import ProviderPlaces
from jobmatch_desktop.services.rewriting import Rewriting
from jobmatch_desktop.services.sending import Sending
from jobmatch_desktop.services.spelling import Spelling
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.services.versions import Versions
from jobmatch_desktop.services.watching import watch_others
from jobmatch_desktop.services.work_for import Privacy, plan_for, work_for
from jobmatch_desktop.storage.applications import ApplicationRepository
from jobmatch_desktop.storage.claim_decisions import ClaimDecisionRepository
from jobmatch_desktop.storage.conversations import ConversationRepository
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.documents import DocumentRepository
from jobmatch_desktop.storage.kept import KeptRepository
from jobmatch_desktop.storage.kept_profiles import KeptProfileRepository
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.offers import OfferRepository
from jobmatch_desktop.storage.photos import PhotoRepository
from jobmatch_desktop.storage.profile_imports import ProfileImportRepository
from jobmatch_desktop.storage.profiles import ProfileRepository
from jobmatch_desktop.storage.settings import ProviderPlace, Settings
from jobmatch_desktop.storage.skill_lists import SkillLists
from jobmatch_desktop.storage.speeds import Speed, SpeedRepository
from jobmatch_desktop.storage.targetings import TargetingRepository
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.tasks.retry import WAITS
from jobmatch_desktop.tasks.runner import Runner
from jobmatch_desktop.tasks.stall import SILENCE
from jobmatch_desktop.tasks.work import Work
from jobmatch_desktop.writing.recipes import Step


@asynccontextmanager
async def open_program(
    folder: Path,
    observe: Callable[[TaskEvent], None],
    *,
    today: Callable[[], date] = date.today,
    watching: bool = False,
    silence: Mapping[Phase, float] = SILENCE,
    waits: Sequence[float] = WAITS,
    read: Preferences | None = None,
    key_variables: Mapping[str, str] | None = None,
) -> AsyncIterator[Services]:
    """The services over a data folder, while the context lasts; it ends within 2 s with every task resumable.

    `observe` hears every event on the loop that this is awaited on, which is the engine's from then on; with
    `watching`, also of what other programs do with the tasks of the folder. A provider may be silent for `silence`
    (seconds by phase), and is asked again after `waits` (seconds) as long as no word has come. `read` are its preferences where
    they were read before. `key_variables` are the keys that the program was started with, by environment variable (None: those that
    the environment has). Raises storage faults.
    """
    async with AsyncExitStack() as stack:
        database = await asyncio.to_thread(Database.open, folder)
        stack.push_async_callback(asyncio.to_thread, database.close)
        lease = await asyncio.to_thread(Lease.take, folder)
        stack.push_async_callback(asyncio.to_thread, lease.release)
        preferences = await asyncio.to_thread(Preferences, folder) if read is None else read
        stored = Stored(
            database,
            ProfileRepository(database),
            KeptProfileRepository(database),
            TargetingRepository(database),
            OfferRepository(database),
            ApplicationRepository(database),
            DocumentRepository(database),
            SqliteTaskStore(database, lease),
            SpeedRepository(database),
            SkillLists(folder),
        )
        keys = keys_of(os.environ if key_variables is None else key_variables)

        def opened_with(name: str) -> Hashable:
            return preferences.place(name), preferences.settings.own_hosts, keys.changes(name)

        providers = OpenProviders(functools.partial(_provider, preferences, keys), opened_with)
        stack.push_async_callback(providers.close)
        telling: set[asyncio.Task[None]] = set()

        def hear(event: TaskEvent) -> None:
            observe(event)
            measuring.hear(event)
            if isinstance(event, TaskChanged) and event.task.status not in RUNNING:
                told = asyncio.create_task(_tell_document(generation, event.task))
                telling.add(told)
                told.add_done_callback(telling.discard)

        def privacy(name: str, base_url: str | None) -> tuple[str, ...] | None:
            own = _is_local(preferences, name, base_url)
            return None if own else preferences.settings.private_words

        patience = Patience(silence, tuple(waits))
        conversations = ConversationRepository(database)
        talks = Talks(stored, conversations, providers, patience, privacy)

        async def work(task: Task) -> Work:
            if task.spec.conversation is not None:
                return await talks.work(task)
            return await work_for(stored, providers, patience, privacy, task)

        def lane(name: str, base_url: str | None) -> str:
            return lane_of(name, _is_local(preferences, name, base_url))

        runner = Runner(
            stored.tasks,
            work,
            lambda lane: width_of(lane, preferences.place),
            hear,
        )
        measuring = Measuring(
            functools.partial(_steps_of, stored, privacy), functools.partial(_keep_speed, stored.speeds, preferences)
        )
        stack.push_async_callback(measuring.settle)
        stack.push_async_callback(_all_told, telling)
        stack.push_async_callback(runner.close)
        exporter = Exporter(PdfWriter(*template_folders(folder)))
        profiles = Profiles(stored)
        profile_editing = ProfileEditing(stored, observe)
        documents = Documents(stored, exporter, today)
        decisions = ClaimDecisionRepository(database)
        generation = Generation(
            stored,
            runner,
            providers,
            exporter,
            documents,
            decisions,
            lane,
            preferences.model_settings,
            privacy,
            today,
            observe,
        )
        coach = Coach(
            stored,
            conversations,
            KeptRepository(database),
            talks,
            runner,
            lane,
            preferences.model_settings,
            today,
            observe,
        )
        preflights = Preflights(
            stored,
            providers,
            lambda name, base_url: _destination(preferences.settings, name, base_url),
            preferences.model_settings,
            privacy,
            today,
        )
        applications = Applications(
            stored.applications, stored.documents, stored.tasks, profiles, documents, generation.stop_all
        )
        await runner.recover()
        if watching:
            looking = asyncio.create_task(watch_others(stored.tasks, lease.owner, hear))
            stack.push_async_callback(_cancelled, looking)
        models = Models(
            providers,
            tuple(PROVIDERS),
            lambda: _destination(preferences.settings, "ollama", None).address,
            functools.partial(_elsewhere, preferences, keys),
        )
        stack.push_async_callback(models.pulls.close)
        spelling = Spelling(folder)
        stack.push_async_callback(spelling.close)
        provider_places = ProviderPlaces(preferences, providers, os.environ)
        yield Services(
            lease.owner,
            profiles,
            applications,
            documents,
            generation,
            preflights,
            models,
            preferences,
            keys,
            provider_places,
            Sending(stored, providers, documents, privacy, preferences.model_settings, today),
            coach,
            Matching(stored, today, observe),
            profile_editing,
            Rewriting(stored, runner, providers, lane, preferences.model_settings, today),
            GroundingMarks(stored, decisions, today),
            profile_importing=ProfileImporting(stored, ProfileImportRepository(database), observe),
            versions=Versions(database, stored.documents, observe),
            spelling=spelling,
            looks=Looks(stored.documents, PhotoRepository(database), exporter),
            added_skills=AddedSkills(stored.skills, observe),
            merging=Merging(stored, decisions),
        )


async def _steps_of(stored: Stored, privacy: Privacy, task: Task) -> Sequence[Step]:
    """The steps of a task as they were sent: what it was told of when it began may lack what its prompts were fitted to."""
    kept = await stored.tasks.get_task(task.id)
    return (await plan_for(stored, privacy(kept.spec.provider, kept.spec.options.base_url), kept)).steps


async def _keep_speed(speeds: SpeedRepository, preferences: Preferences, task: Task, measured: Speed) -> None:
    spec = task.spec
    place = _destination(preferences.settings, spec.provider, spec.options.base_url).address.url
    await speeds.record(spec.provider, place, spec.model, measured)


async def _tell_document(generation: Generation, task: Task) -> None:
    """What a task that ended made of its document. Where the store is away that is told when a person asks something of it, and
    the text is read then."""
    with contextlib.suppress(StorageFault):
        await generation.tell_document(task)


async def _all_told(telling: set[asyncio.Task[None]]) -> None:
    """What a task has just made of its document is told before the database is closed."""
    await asyncio.gather(*telling)


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait({task})


def keys_of(environment: Mapping[str, str]) -> Keys:
    """The keys of every provider, with those of an environment."""
    return Keys({name: kind.key_variable for name, kind in PROVIDERS.items()}, environment)


def _destination(settings: Settings, name: str, base_url: str | None) -> Destination:
    """Where a provider is: at the address given, else where the person has it, else where the environment says, else its usual
    place."""
    place = settings.providers.get(name, ProviderPlace())
    return destination(address_of(name, base_url or place.base_url, os.environ), settings.own_hosts)


async def _provider(preferences: Preferences, keys: Keys, name: str, base_url: str | None) -> Provider:
    where = _destination(preferences.settings, name, base_url)
    return open_provider(name, await provider_settings(name, base_url, preferences.place(name), where, keys))


async def _elsewhere(preferences: Preferences, keys: Keys, name: str) -> State | None:
    """How a provider stands that is on nobody's own machine, as far as that can be told without asking it; None for one that is."""
    try:
        if _is_local(preferences, name, None):
            return None
    except NoAddress:
        return State.NOT_SET_UP
    return State.NOT_ASKED if not PROVIDERS[name].needs_key or name in await keys.known() else State.NOT_SET_UP


def _is_local(preferences: Preferences, name: str, base_url: str | None) -> bool:
    """Whether a provider is on this machine, or on one that the person marked as theirs."""
    return name == COMPOSER or _destination(preferences.settings, name, base_url).own
