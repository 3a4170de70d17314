"""What a generation asks of a model: the same for what is told before it, what is shown of it and what is sent."""

import asyncio
from datetime import date

import msgspec

from jobmatch_desktop.domain.document import Document, DocumentKind
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.domain.rewrite import Rewrite, Wish
from jobmatch_desktop.domain.task import GenerationOptions
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.services.drafting import compose, draft
from jobmatch_desktop.services.fitting import fitted
from jobmatch_desktop.services.framing import place_frame
from jobmatch_desktop.services.model_work import Plan
from jobmatch_desktop.services.placing import mergeable, nearest, places_now, writable
from jobmatch_desktop.services.stored import Stored
from jobmatch_desktop.writing.digest import Size
from jobmatch_desktop.writing.parts import followed
from jobmatch_desktop.writing.placeholders import NOTHING_HIDDEN, Placeholders
from jobmatch_desktop.writing.private_prompts import private_steps
from jobmatch_desktop.writing.recipes import Recipe, cv_recipe, letter_recipe
from jobmatch_desktop.writing.rewriting import rewrite_recipe

_TEMPERATURE_ANEW = 0.8
"""Drafts of the same words are to differ."""


class Outset(msgspec.Struct, frozen=True):
    """The texts of a document that a generation begins with: `drafted` is the one it sets out from, `own` the one that the person's
    edits are told from, `current` the one that stands."""

    drafted: str
    own: str
    current: str


class Material(msgspec.Struct, frozen=True):
    """What a document is written from: `profile` is what is shown, `whole` all that is true (None: the same).
    `words` are hidden beside what is personal in the profile; None where nothing is hidden, since
    the writer is on a machine of the person's own. `added` are skills that they added to the lexicon."""

    kind: DocumentKind
    profile: Profile
    offer: Offer
    options: GenerationOptions
    words: tuple[str, ...] | None = None
    whole: Profile | None = None
    added: Added = ()


async def outset_now(stored: Stored, document: Document, material: Material) -> Outset:
    """What a task that is asked for now sets out from: what `Generation.start` would store as its base."""
    options, current = material.options, document.text
    own = current if document.base is None else (await stored.documents.version(document.base)).text
    placed = None
    if document.kind is DocumentKind.LETTER or document.language != options.language:
        today, language = date.fromisoformat(options.today), options.language
        made = await asyncio.to_thread(
            draft, document.kind, material.profile, material.offer, language, today, options.letter, material.added
        )
        if place := place_frame(document, made, language):
            placed = await asyncio.to_thread(place, current, own)
    if placed is not None:
        own, current = placed
        base = own
    elif options.rewrite_edited:
        base = current
    else:
        base = nearest(await stored.documents.versions(document.id), document).text
    drafted = current if options.rewrite_edited else base
    return Outset(drafted, drafted if document.base is None else own, current)


def plan_of_rewrite(material: Material, rewrite: Rewrite, model: str) -> Plan:
    """What a rewriting asks. Takes some 10 ms: not for a loop. Raises `NotOnePassage`."""
    options = material.options
    settings = options.model_settings
    if rewrite.wish is Wish.ANEW and settings.temperature is None:
        settings = msgspec.structs.replace(settings, temperature=_TEMPERATURE_ANEW)

    def of_size(size: Size) -> _Asking:
        return _hidden(
            rewrite_recipe(material.profile, material.offer, options, rewrite, size), material.profile, material.words
        )

    asking = fitted(of_size, options.context_limit)
    return Plan(
        model,
        options.language,
        options.today,
        asking.steps,
        frozenset(),
        facts(material.whole or material.profile),
        material.offer,
        settings,
        leaves=material.words is not None,
        placeholders=asking.placeholders,
        left_out=asking.left_out,
        context_limit=options.context_limit,
        added=material.added,
    )


class _Asking(Recipe, frozen=True):
    """The steps as they are sent, with what stands in them for what is personal."""

    placeholders: Placeholders = NOTHING_HIDDEN


def plan_of(material: Material, outset: Outset, model: str) -> Plan:
    """What a generation writes. Takes some 10 ms: not for a loop."""
    options = material.options
    known: tuple[Fact, ...] = facts(material.whole or material.profile)
    asking = _asking(material, outset.drafted)
    edited = frozenset(step.key for step in asking.steps)
    edited -= writable(outset.drafted, outset.own, outset.current).keys()
    merging = edited & mergeable(outset.drafted, outset.own, outset.current)
    return Plan(
        model,
        options.language,
        options.today,
        asking.steps,
        edited - merging,
        known,
        material.offer,
        options.model_settings,
        leaves=material.words is not None,
        placeholders=asking.placeholders,
        left_out=asking.left_out,
        context_limit=options.context_limit,
        added=material.added,
        merging=merging,
        places=places_now(outset.drafted, outset.own, outset.current),
    )


def _asking(material: Material, drafted: str) -> _Asking:
    """The steps for the parts of `drafted`, fitted to what the model holds as they are sent. What is worded is the composer's draft, not
    a model's last words, which would lose a fact with each time; only where the person wants their own words worked over is it the
    text as it stands."""
    profile, offer, options = material.profile, material.offer, material.options
    make = cv_recipe if material.kind is DocumentKind.CV else letter_recipe
    text, places = drafted, None
    if not options.rewrite_edited:
        today = date.fromisoformat(options.today)
        text = compose(material.kind, profile, offer, options.language, today, options.letter, material.added)
        places = followed(text, drafted)

    def of_size(size: Size) -> _Asking:
        recipe = make(profile, offer, options, text, size)
        steps = recipe.steps
        if places is not None:
            steps = tuple(msgspec.structs.replace(one, key=places[one.key]) for one in steps if one.key in places)
        return _hidden(Recipe(steps, recipe.left_out), profile, material.words)

    return fitted(of_size, options.context_limit)


def _hidden(recipe: Recipe, profile: Profile, words: tuple[str, ...] | None) -> _Asking:
    """The steps as they leave, with placeholders where `words` are given."""
    if words is None:
        return _Asking(recipe.steps, recipe.left_out)
    texts = [message.content for step in recipe.steps for message in step.messages]
    placeholders = Placeholders.of(profile, words, beside=texts)
    return _Asking(private_steps(recipe.steps, placeholders), recipe.left_out, placeholders)
