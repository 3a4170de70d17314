"""From a stored task to its work: what it reads is loaded as it was when the task was asked for."""

import asyncio
from datetime import date

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.domain.provider_errors import NoModel
from jobmatch_desktop.domain.task import GenerationOptions, Task
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.providers.protocol import Provider, State
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.services.composer_work import ComposerWork
from jobmatch_desktop.services.drafting import draft
from jobmatch_desktop.services.model_work import ModelWork, Patience, Plan
from jobmatch_desktop.services.models import OpenProviders
from jobmatch_desktop.services.placing import place_draft, place_parts
from jobmatch_desktop.services.stored import Stored, saving
from jobmatch_desktop.tasks.work import Work
from jobmatch_desktop.writing.parts import edited
from jobmatch_desktop.writing.recipes import Recipe, cv_recipe, letter_recipe


async def work_for(stored: Stored, providers: OpenProviders, patience: Patience, task: Task) -> Work:
    """The work of a task. Raises a domain error where what it needs is gone, or its provider has nothing to write with."""
    spec = task.spec
    profile = profile_of((await stored.profiles.get(spec.inputs["profile"])).source)
    offer = await stored.offers.get(spec.inputs["offer"])
    base = (await stored.documents.version(spec.inputs["base"])).text
    kind = DocumentKind(spec.kind)
    if spec.provider == COMPOSER:
        text = await draft(kind, profile, offer, spec.options.language, date.fromisoformat(spec.options.today))
        return ComposerWork(text, saving(task, place_draft(base, text)))
    provider = providers.get(spec.provider, spec.options.base_url)
    if not spec.model:
        await _refuse_without_model(provider)
    assert spec.document is not None, "a generation has a document"
    current = (await stored.documents.get(spec.document)).text
    plan = await asyncio.to_thread(_plan, kind, profile, offer, spec.options, spec.model, base, current)
    return ModelWork(plan, provider, patience, lambda written: saving(task, place_parts(base, written)))


async def recipe_of(stored: Stored, task: Task) -> Recipe:
    """The steps of a task's document, as the task writes them."""
    profile = profile_of((await stored.profiles.get(task.spec.inputs["profile"])).source)
    offer = await stored.offers.get(task.spec.inputs["offer"])
    base = (await stored.documents.version(task.spec.inputs["base"])).text
    return await asyncio.to_thread(_recipe, DocumentKind(task.spec.kind), profile, offer, task.spec.options, base)


def _plan(
    kind: DocumentKind, profile: Profile, offer: Offer, options: GenerationOptions, model: str, base: str, current: str
) -> Plan:
    known: tuple[Fact, ...] = facts(profile)
    recipe = _recipe(kind, profile, offer, options, base)
    return Plan(model, options.language, options.today, recipe.steps, edited(base, current), known, offer)


def _recipe(kind: DocumentKind, profile: Profile, offer: Offer, options: GenerationOptions, base: str) -> Recipe:
    make = cv_recipe if kind is DocumentKind.CV else letter_recipe
    return make(profile, offer, options, base)


async def _refuse_without_model(provider: Provider) -> None:
    """Says why there was no model to choose. A server that is away says so itself when it is asked to write."""
    if (await provider.availability()).state in (State.NO_MODEL, State.READY):
        raise NoModel(provider=provider.name)
