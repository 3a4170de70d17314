"""The composer's draft of a document: written from facts and offer alone, in milliseconds."""

from datetime import date

import msgspec

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.letter_manner import USUAL, LetterManner
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.writing.composer import compose_cv, compose_letter
from jobmatch_desktop.writing.letter_country import country_for


class Draft(msgspec.Struct, frozen=True):
    """A composed document: CV Markdown; `country` is whose habit frames a letter (`""`: none's), None for a CV."""

    text: str
    country: str | None = None


def compose(
    kind: DocumentKind,
    profile: Profile,
    offer: Offer,
    language: str,
    today: date,
    manner: LetterManner = USUAL,
    added: Added = (),
) -> str:
    """The document in CV Markdown; `manner` is a letter's, `added` are skills that the person added to the lexicon. Computes for
    milliseconds; any thread."""
    if kind is DocumentKind.CV:
        return compose_cv(profile, offer, language, today, added)
    return compose_letter(profile, offer, language, today, manner, added)


def draft(
    kind: DocumentKind,
    profile: Profile,
    offer: Offer,
    language: str,
    today: date,
    manner: LetterManner = USUAL,
    added: Added = (),
) -> Draft:
    """As `compose`, with the country that frames it."""
    letter = kind is DocumentKind.LETTER
    country = country_for(offer, profile.basics.country, language, manner.country) if letter else None
    return Draft(compose(kind, profile, offer, language, today, manner, added), country)
