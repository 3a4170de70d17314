"""Which fact nearly says it, and what it gives in the place of what was said."""

import pytest

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.evidence.fact_index import index_of
from jobmatch_desktop.evidence.near_facts import near, nearest

FACTS = (
    Fact("work/0/name", "work.organisation", "Pied Piper"),
    Fact("work/0/position", "work.position", "President"),
    Fact("work/0/startDate", "work.start", "2013-12"),
    Fact("work/0/highlights/0", "work.highlight", "Grew the engineering team from two to eight"),
    Fact("work/0/highlights/1", "work.highlight", "Cut the median upload time from 1.8 s to 240 ms"),
    Fact("work/0/highlights/2", "work.highlight", "Réduit le délai de paiement des clients de 58 à 41 jours"),
    Fact("work/0/highlights/3", "work.highlight", "Raised sales of the compression box by 12 % in 2014"),
    Fact("basics/email", "basics.email", "richard@example.com"),
)
INDEX = index_of(FACTS, None)


@pytest.mark.parametrize(
    ("sentence", "said", "instead"),
    [
        ("- Grew the engineering team from two to twenty", "twenty", "eight"),
        ("Grew the engineering team from three to eight", "three", "two"),
        ("Grew the engineering team to 20 people", "20", None),  # two numbers there, one here: which is meant?
        ("Cut the median upload time from 1.8 s to 90 ms", "90", "240"),
        ("Cut the median upload time from 1.8 s to 2 s", "2", None),  # 240 of them would be another thing
        ("Réduit le délai de paiement des clients de 58 à 14 jours", "14 jours", "41 jours"),
        ("Raised sales of the compression box by 80 % in 2014", "80 %", "12 %"),
        ("Raised sales of the compression box by 12 % in 2019", "2019", "2014"),
        ("Fed 20 cats", "20", None),
        ("Grew the engineering team in Haskell", "Haskell", None),
    ],
)
def test_the_value_of_the_same_thing(sentence: str, said: str, instead: str | None) -> None:
    start = sentence.index(said)
    found = near(sentence, start, start + len(said), INDEX)
    assert (found.instead if found else None) == instead
    if found:
        assert any(fact.text == found.fact and found.value in fact.text for fact in FACTS)


def test_what_may_be_tied_to_says_what_it_is_a_line_of_and_the_likeliest_is_first() -> None:
    found = nearest("twenty", "Grew the team of engineers to twenty", INDEX)
    assert (found[0].fact, found[0].where) == (FACTS[3], "Pied Piper, President")
    assert {one.fact.id for one in found} == {one.id for one in FACTS} - {"work/0/startDate", "basics/email"}
    twice = (*FACTS, Fact("work/0/highlights/9", "work.highlight", FACTS[3].text))
    assert len(nearest("twenty", "", index_of(twice, None))) == len(found)
