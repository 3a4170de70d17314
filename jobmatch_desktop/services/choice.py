"""What a person chooses before a generation."""

from datetime import date

import msgspec

from jobmatch_desktop.domain.letter_manner import USUAL, LetterManner
from jobmatch_desktop.domain.task import Estimate, GenerationOptions, ModelSettings

COMPOSER = "composer"
"""The provider that needs no model: the program writes from the facts alone."""


class Choice(msgspec.Struct, frozen=True):
    """`provider` is `composer` or a name of providers/registry; `model` is empty for the composer. `language` is `en`, `fr` or None (the
    offer's if one of these, else English); `strength` is `faithful` or `polished`. `template` is None for the
    one that the document has. `rewrite_edited` lets the writer at the parts that
    the person edited. `base_url` is the server's address where it is not the usual one. `estimate` and `context_limit` are what a
    preflight told of it. `letter` is a letter's manner; `cv` a version of the application's CV whose choice of facts a letter follows,
    0 for the CV as it stands, None for all that the profile shows."""

    provider: str = COMPOSER
    model: str = ""
    language: str | None = None
    strength: str = "faithful"
    template: str | None = None
    rewrite_edited: bool = False
    base_url: str | None = None
    outs: tuple[str, ...] = ()
    estimate: Estimate | None = None
    context_limit: int | None = None
    letter: LetterManner = USUAL
    cv: int | None = None


def language_for(wanted: str | None, offer_language: str) -> str:
    """The language to write in: the one chosen, else the offer's where the program writes it, else English."""
    if wanted:
        return wanted
    return offer_language if offer_language in ("en", "fr") else "en"


def options_of(choice: Choice, offer_language: str, today: date, settings: ModelSettings) -> GenerationOptions:
    """What a generation is asked for with a choice; `settings` are those of its model."""
    return GenerationOptions(
        language=language_for(choice.language, offer_language),
        today=today.isoformat(),
        strength=choice.strength,
        template=choice.template,
        outs=choice.outs,
        rewrite_edited=choice.rewrite_edited,
        base_url=choice.base_url,
        model_settings=settings,
        estimate=choice.estimate,
        context_limit=choice.context_limit,
        letter=choice.letter,
    )
