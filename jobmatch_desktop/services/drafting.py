"""The composer's draft of a document: written from facts and offer alone, in milliseconds."""

import asyncio
from datetime import date

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.letter_manner import USUAL, LetterManner
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.writing.composer import compose_cv, compose_letter


def compose(
    kind: DocumentKind, profile: Profile, offer: Offer, language: str, today: date, manner: LetterManner = USUAL
) -> str:
    """The document in CV Markdown; `manner` is a letter's. Computes for milliseconds; any thread."""
    if kind is DocumentKind.CV:
        return compose_cv(profile, offer, language, today)
    return compose_letter(profile, offer, language, today, manner)


async def draft(
    kind: DocumentKind, profile: Profile, offer: Offer, language: str, today: date, manner: LetterManner = USUAL
) -> str:
    """The same, composed in the pool."""
    return await asyncio.to_thread(compose, kind, profile, offer, language, today, manner)
