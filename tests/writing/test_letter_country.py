"""Whose habit a letter follows where nothing is chosen."""

import pytest

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.writing.letter_country import country_for


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Berlin or remote (Germany)", "de"),
        ("Lyon", "fr"),
        ("69000 Lyon, France", "fr"),
        ("Austin, TX", "us"),
        ("Oakland, California", "us"),
        ("Paris, TX", "us"),
        ("Leeds LS1, United Kingdom", "uk"),
        ("Paris or London", "uk"),
        ("Remote", ""),
        ("Ottawa", ""),
        ("", ""),
    ],
)
def test_the_place_of_the_offer_tells(place: str, country: str) -> None:
    assert country_for(Offer(text="x", place=place), "", "en") == country


def test_what_tells_goes_first() -> None:
    french = Offer(text="x", language="fr")
    assert country_for(french, "US", "en") == "fr"
    assert country_for(Offer(text="x", place="Chicago", language="fr"), "FR", "fr") == "us"
    assert country_for(Offer(text="x"), "GB", "en") == "uk"
    assert country_for(Offer(text="x"), "", "fr") == "fr"
    assert country_for(Offer(text="x"), "", "en") == ""


@pytest.mark.parametrize("chosen", ["de", ""])
def test_what_is_chosen_stands(chosen: str) -> None:
    assert country_for(Offer(text="x", place="Lyon", language="fr"), "FR", "fr", chosen) == chosen
