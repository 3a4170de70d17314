"""From a stored task to its work: what it reads is loaded as it was when the task was asked for."""

import asyncio
import contextlib
from collections.abc import Callable, Mapping
from datetime import date

import msgspec

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.domain.provider_errors import NoModel, ProviderError
from jobmatch_desktop.domain.rewrite import REWRITE
from jobmatch_desktop.domain.task import Task
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.providers.protocol import Provider, State
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.services.composer_work import ComposerWork
from jobmatch_desktop.services.drafting import draft
from jobmatch_desktop.services.fitting import limit_of
from jobmatch_desktop.services.framing import place_composed
from jobmatch_desktop.services.model_work import ModelWork, Patience, Plan
from jobmatch_desktop.services.models import first_that_writes
from jobmatch_desktop.services.open_providers import OpenProviders
from jobmatch_desktop.services.placing import place_parts
from jobmatch_desktop.services.planning import Material, Outset, plan_of, plan_of_rewrite
from jobmatch_desktop.services.stored import Stored, saving
from jobmatch_desktop.tasks.work import Work

Privacy = Callable[[str, str | None], tuple[str, ...] | None]
"""The words that a person hides beside what is personal in their profile, before a text leaves for a provider at an address (None:
its usual one); None where the machine there is their own, and everything may be said."""


PATIENCE = 4.0
"""Seconds that a server has to tell what its model holds; after that it is done without."""


async def work_for(stored: Stored, providers: OpenProviders, patience: Patience, privacy: Privacy, task: Task) -> Work:
    """The work of a task. Raises a domain error where what it needs is gone, or its provider has nothing to write with."""
    spec = task.spec
    if spec.provider == COMPOSER:
        profile, offer, drafted = await _read(stored, task)
        options, kind = spec.options, DocumentKind(spec.kind)
        today, added = date.fromisoformat(options.today), await stored.skills.added()
        made = await asyncio.to_thread(draft, kind, profile, offer, options.language, today, options.letter, added)
        since = drafted if options.rewrite_edited else None
        assert spec.document is not None, "a generation has a document"
        place = place_composed(await stored.documents.get(spec.document), made, options.language, since)
        return ComposerWork(made.text, saving(task, place, made.country))
    provider = await providers.get(spec.provider, spec.options.base_url)
    model = spec.model or await first_model(provider)
    task = await _with_limit(stored, provider, model, task)
    words = privacy(spec.provider, spec.options.base_url)
    plan = msgspec.structs.replace(await plan_for(stored, words, task), model=model)
    if spec.kind == REWRITE:
        return ModelWork(plan, provider, patience, _placed_by_the_person)
    drafted = (await stored.documents.version(spec.inputs["base"])).text
    return ModelWork(plan, provider, patience, lambda written: saving(task, place_parts(drafted, written)))


async def plan_for(stored: Stored, words: tuple[str, ...] | None, task: Task) -> Plan:
    """What a task of a document, or of a passage, asks of its model; `words` are what is hidden beside the profile (None: nothing is)."""
    if task.spec.kind == REWRITE:
        return await _plan_of_rewrite(stored, words, task)
    profile, offer, drafted = await _read(stored, task)
    assert task.spec.document is not None, "a generation has a document"
    document = await stored.documents.get(task.spec.document)
    own = drafted if document.base is None else (await stored.documents.version(document.base)).text
    inputs = task.spec.inputs
    known = inputs.get("facts", inputs["profile"])
    whole = None if known == inputs["profile"] else await _profile(stored, known)
    added = await stored.skills.added()
    material = Material(DocumentKind(task.spec.kind), profile, offer, task.spec.options, words, whole, added)
    return await asyncio.to_thread(plan_of, material, Outset(drafted, own, document.text), task.spec.model)


async def _plan_of_rewrite(stored: Stored, words: tuple[str, ...] | None, task: Task) -> Plan:
    spec = task.spec
    assert spec.options.rewrite is not None, "a rewriting says what of"
    material = Material(
        DocumentKind(spec.options.rewrite.document),
        await _profile(stored, spec.inputs["profile"]),
        await stored.offers.get(spec.inputs["offer"]),
        spec.options,
        words,
        await _profile(stored, spec.inputs["facts"]),
        await stored.skills.added(),
    )
    return await asyncio.to_thread(plan_of_rewrite, material, spec.options.rewrite, spec.model)


async def context_of(provider: Provider, model: str) -> int | None:
    """Tokens that a model holds; None where its server does not tell, or not soon: why is told when it is to write."""
    if not model:
        return None
    with contextlib.suppress(ProviderError, TimeoutError):
        async with asyncio.timeout(PATIENCE):
            return (await provider.capabilities(model)).context_tokens
    return None


async def _with_limit(stored: Stored, provider: Provider, model: str, task: Task) -> Task:
    """The task with what its prompts are fitted to, which is kept with it: who asked did not wait for it to be foreseen."""
    options = task.spec.options
    if options.context_limit is not None:
        return task
    limit = limit_of(await context_of(provider, model), options.model_settings)
    if limit is None:
        return task
    return await stored.tasks.set_options(task.id, msgspec.structs.replace(options, context_limit=limit))


async def _read(stored: Stored, task: Task) -> tuple[Profile, Offer, str]:
    """Profile, offer and the text that a task sets out from."""
    inputs = task.spec.inputs
    profile = await _profile(stored, inputs["profile"])
    return profile, await stored.offers.get(inputs["offer"]), (await stored.documents.version(inputs["base"])).text


async def _profile(stored: Stored, version: int) -> Profile:
    return profile_of((await stored.profiles.get(version)).source)


def _placed_by_the_person(written: Mapping[str, str]) -> None:
    """Other words for a passage come into the document when the person takes them, and not before."""


async def first_model(provider: Provider) -> str:
    """A model for a task that was asked for when there was none to choose. Raises `NoModel` where there is none yet; a server
    that is away says so itself when it is asked to write, and then the name is empty."""
    available = await provider.availability()
    model = first_that_writes(available)
    if not model and available.state in (State.NO_MODEL, State.READY):
        raise NoModel(provider=provider.name)
    return model
