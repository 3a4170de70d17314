"""Places in other words, and those that contain them."""

import pytest

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.evidence.places import with_place

FACTS = (
    Fact("basics/location/city", "basics.city", "Glasgow"),
    Fact("work/0/location", "work.place", "Gand, Belgique"),
    Fact("work/1/location", "work.place", "Freiburg"),
    Fact("work/2/location", "work.place", "Genève"),
    Fact("work/2/highlights/0", "work.highlight", "Planned Irish day tours with a colleague"),
)


@pytest.mark.parametrize(
    ("said", "fact"),
    [
        ("Ghent", "work/0/location"),
        ("Belgium", "work/0/location"),
        ("Flanders", "work/0/location"),
        ("Scotland", "basics/location/city"),
        ("Écosse", "basics/location/city"),
        ("UK", "basics/location/city"),
        ("Fribourg-en-Brisgau", "work/1/location"),
        ("Allemagne", "work/1/location"),
        ("Southern Germany", "work/1/location"),
        ("Geneva", "work/2/location"),
        ("Swiss", "work/2/location"),
        ("Irish", "work/2/highlights/0"),
    ],
)
def test_a_place_is_known_in_other_words_and_within_a_larger_one(said: str, fact: str) -> None:
    assert with_place(said, FACTS) == (fact,)


@pytest.mark.parametrize("said", ["Edinburgh", "Wales", "Bavaria", "Austria", "Ireland", "Hooli", "", "Antwerp"])
def test_other_places_are_not(said: str) -> None:
    assert with_place(said, FACTS) == ()
