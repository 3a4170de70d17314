"""The composer's draft of a document: written from facts and offer alone, in milliseconds."""

import asyncio
from datetime import date

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.writing.composer import compose_cv, compose_letter


def compose(kind: DocumentKind, profile: Profile, offer: Offer, language: str, today: date) -> str:
    """The document in CV Markdown. Computes for milliseconds; any thread."""
    write = compose_cv if kind is DocumentKind.CV else compose_letter
    return write(profile, offer, language, today)


async def draft(kind: DocumentKind, profile: Profile, offer: Offer, language: str, today: date) -> str:
    """The same, composed in the pool."""
    return await asyncio.to_thread(compose, kind, profile, offer, language, today)
