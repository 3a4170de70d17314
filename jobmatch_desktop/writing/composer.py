"""The composer: a CV and a letter from facts and an offer, at once and without a model (DESIGN §5.1)."""

import datetime

from jobmatch_desktop.domain.cv_markdown import render
from jobmatch_desktop.domain.letter_manner import USUAL, LetterManner
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.language import language_of_profile
from jobmatch_desktop.evidence.relevance import relevance_of
from jobmatch_desktop.writing.composer_cv import cv_document
from jobmatch_desktop.writing.composer_letter import letter_document
from jobmatch_desktop.writing.letter_country import country_for
from jobmatch_desktop.writing.letter_habits import framed
from jobmatch_desktop.writing.wording import wording


def compose_cv(profile: Profile, offer: Offer, language: str, today: datetime.date, added: Added = ()) -> str:
    """The CV as CV Markdown, framed in `language` (`en` or `fr`).

    Every job, degree, certificate, language and contact detail of the profile is in it as the profile spells it. `added`
    are skills that the person added to the lexicon. Pure, any thread, under 50 ms; the same for the same input.
    """
    return render(cv_document(profile, relevance_of(offer, added), language, today))


def compose_letter(
    profile: Profile, offer: Offer, language: str, today: datetime.date, manner: LetterManner = USUAL, added: Added = ()
) -> str:
    """The letter as CV Markdown, framed in `language` (`en` or `fr`) by the habit of its country: a page at most. `today` is the date
    it bears, `added` are skills that the person added to the lexicon.

    Pure, any thread, under 50 ms; the same for the same input.
    """
    country = country_for(offer, profile.basics.country, language, manner.country)
    manner = LetterManner(country, manner.length, manner.tone)
    return render(
        framed(letter_document(profile, offer, relevance_of(offer, added), language, today, manner), country, language)
    )


def language_note(profile: Profile, language: str) -> str | None:
    """A line that says that the facts stand in another language than the document's, in that language.

    None where they do not, or do not tell.
    """
    facts = language_of_profile(profile)
    words = wording(language)
    return words.note.format(facts=words.languages[facts]) if facts and facts != language else None
