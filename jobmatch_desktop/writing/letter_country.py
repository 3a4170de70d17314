"""Whose habit a letter follows, where the person has not chosen it: that of who reads it."""

import re

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.writing.letter_habits import country_of, country_of_place

_PARTED = re.compile(r"[,;/|·()\[\]–—]|\s-\s|\b(?:or|ou|and|et)\b|\d+")
_OF_LANGUAGE = {"fr": "fr", "de": "de"}


def country_for(offer: Offer, own: str, language: str, chosen: str | None = None) -> str:
    """The country of `domain.countries`: the one `chosen` (`""` is a choice too), else that of the offer's place, of the offer's
    language, the person's `own`, the one of the letter's `language`; `""` where nothing tells.

    English tells no country: it is written in by all of them.
    """
    if chosen is not None:
        return chosen
    parts = [part.strip(" .") for part in reversed(_PARTED.split(offer.place))]
    countries = [found for part in parts if (found := country_of(part))]
    towns = [found for part in parts if (found := country_of_place(part))]
    told = (*countries, *towns, _OF_LANGUAGE.get(offer.language, ""), country_of(own), _OF_LANGUAGE.get(language, ""))
    return next(filter(None, told), "")
