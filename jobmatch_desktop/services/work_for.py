"""From a stored task to its work: what it reads is loaded as it was when the task was asked for."""

import asyncio
from collections.abc import Callable
from datetime import date

import msgspec

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
from jobmatch_desktop.services.drafting import compose, draft
from jobmatch_desktop.services.fitting import fitted
from jobmatch_desktop.services.model_work import ModelWork, Patience, Plan
from jobmatch_desktop.services.models import first_that_writes
from jobmatch_desktop.services.open_providers import OpenProviders
from jobmatch_desktop.services.placing import place_draft, place_parts, writable
from jobmatch_desktop.services.stored import Stored, saving
from jobmatch_desktop.tasks.work import Work
from jobmatch_desktop.writing.digest import Size
from jobmatch_desktop.writing.parts import followed
from jobmatch_desktop.writing.placeholders import Placeholders
from jobmatch_desktop.writing.private_prompts import private_steps
from jobmatch_desktop.writing.recipes import Recipe, cv_recipe, letter_recipe

Privacy = Callable[[str, str | None], tuple[str, ...] | None]
"""The words that a person hides beside what is personal in their profile, before a text leaves for a provider at an address (None:
its usual one); None where the machine there is their own, and everything may be said."""


async def work_for(stored: Stored, providers: OpenProviders, patience: Patience, privacy: Privacy, task: Task) -> Work:
    """The work of a task. Raises a domain error where what it needs is gone, or its provider has nothing to write with."""
    spec = task.spec
    profile = profile_of((await stored.profiles.get(spec.inputs["profile"])).source)
    offer = await stored.offers.get(spec.inputs["offer"])
    drafted = (await stored.documents.version(spec.inputs["base"])).text
    kind = DocumentKind(spec.kind)
    if spec.provider == COMPOSER:
        text = await draft(kind, profile, offer, spec.options.language, date.fromisoformat(spec.options.today))
        since = drafted if spec.options.rewrite_edited else None
        return ComposerWork(text, saving(task, place_draft(text, since)))
    provider = await providers.get(spec.provider, spec.options.base_url)
    model = spec.model or await first_model(provider)
    assert spec.document is not None, "a generation has a document"
    document = await stored.documents.get(spec.document)
    own = drafted if document.base is None else (await stored.documents.version(document.base)).text
    plan = await asyncio.to_thread(plan_of, kind, profile, offer, spec.options, model, drafted, own, document.text)
    words = privacy(spec.provider, spec.options.base_url)
    if words is not None:
        plan = await asyncio.to_thread(hiding, plan, profile, words)
    return ModelWork(plan, provider, patience, lambda written: saving(task, place_parts(drafted, written)))


async def recipe_of(stored: Stored, task: Task) -> Recipe:
    """The steps of a task's document, as the task writes them."""
    profile = profile_of((await stored.profiles.get(task.spec.inputs["profile"])).source)
    offer = await stored.offers.get(task.spec.inputs["offer"])
    base = (await stored.documents.version(task.spec.inputs["base"])).text
    return await asyncio.to_thread(recipe_for, DocumentKind(task.spec.kind), profile, offer, task.spec.options, base)


def plan_of(
    kind: DocumentKind,
    profile: Profile,
    offer: Offer,
    options: GenerationOptions,
    model: str,
    drafted: str,
    own: str,
    current: str,
) -> Plan:
    """What a generation writes: `drafted` is the text it sets out from, `own` the one that the person's edits are told from, `current`
    the text as it stands. Any thread."""
    known: tuple[Fact, ...] = facts(profile)
    steps = recipe_for(kind, profile, offer, options, drafted).steps
    edited = frozenset(step.key for step in steps) - writable(drafted, own, current).keys()
    return Plan(model, options.language, options.today, steps, edited, known, offer, options.model_settings)


def hiding(plan: Plan, profile: Profile, words: tuple[str, ...]) -> Plan:
    """The plan for a server that is not the person's own: what is personal in profile, offer and text has placeholders. Any thread."""
    texts = [message.content for step in plan.steps for message in step.messages]
    placeholders = Placeholders.of(profile, words, beside=texts)
    steps = private_steps(plan.steps, placeholders)
    return msgspec.structs.replace(plan, steps=steps, leaves=True, placeholders=placeholders)


def recipe_for(kind: DocumentKind, profile: Profile, offer: Offer, options: GenerationOptions, drafted: str) -> Recipe:
    """The steps for the parts of `drafted`, fitted to what the model holds. What is worded is the composer's draft, not a model's last
    words, which would lose a fact with each time; only where the person wants their own words worked over is it the text as it
    stands. Takes some 10 ms: not for a loop."""
    make = cv_recipe if kind is DocumentKind.CV else letter_recipe
    text = drafted
    if not options.rewrite_edited:
        text = compose(kind, profile, offer, options.language, date.fromisoformat(options.today))

    def of_size(size: Size) -> Recipe:
        recipe = make(profile, offer, options, text, size)
        if options.rewrite_edited:
            return recipe
        places = followed(text, drafted)
        steps = (msgspec.structs.replace(step, key=places[step.key]) for step in recipe.steps if step.key in places)
        return msgspec.structs.replace(recipe, steps=tuple(steps))

    return fitted(of_size, options.context_limit)


async def first_model(provider: Provider) -> str:
    """A model for a task that was asked for when there was none to choose. Raises `NoModel` where there is none yet; a server
    that is away says so itself when it is asked to write, and then the name is empty."""
    available = await provider.availability()
    model = first_that_writes(available)
    if not model and available.state in (State.NO_MODEL, State.READY):
        raise NoModel(provider=provider.name)
    return model
