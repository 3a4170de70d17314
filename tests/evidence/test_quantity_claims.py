"""Numbers that the facts give in other words, and small ones that count nothing."""

import pytest

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.grounding import ground
from jobmatch_desktop.formats.readers.json_resume import read_profile

BAKER = b"""{"basics": {"name": "Ann Lee", "label": "Baker"},
"work": [{"name": "Mill Street Bakery", "position": "Baker", "startDate": "2018-09", "highlights": [
"Waste of flour down from 14 to 5 kg a day", "Average oven time shorter by 90 seconds",
"Supplies six branches with bread", "Keeps a card index of 11,400 recipes and menus",
"Sales up from 68% to 79% of the plan within a year", "Deliver to the Carlisle and Barrow shops", "62% of the loaves are sourdough",
"Defects down from 140 to 35 a month", "Lead 12 bakers and 3 drivers", "Brought yearly turnover from \\u20ac2.1m to \\u20ac3.4m"]}]}"""


def marked(text: str, language: str = "en") -> list[str]:
    claims = ground(text, facts(read_profile(BAKER)), Offer(""), language, "2026-11-25")
    return [claim.text for claim in claims if not claim.supported]


@pytest.mark.parametrize(
    "text",
    [
        "Flour waste cut by well over half.",
        "The oven now takes a minute and a half less on average.",
        "Half a dozen branches take our bread.",
        "I look after 11,400 recipe cards.",
        "Sales +11 points in twelve months.",
        "\u2022 Sales 68% \u2192 79% \u2022 oven time down 90 seconds",
        "I deliver to two shops, Carlisle and Barrow.",
        "More than half of the loaves are sourdough.",
        "Baking and selling: I like these two things.",
        "Defects divided by four.",
        "Defects cut by a good three quarters.",
        "Fifteen people work with me: bakers and drivers.",
        "Added \u20ac1.3m to yearly turnover.",
        "I have baked here since the autumn of 2018.",
        "I joined Mill Street Bakery eight years ago.",
        "An 11-point gain in sales against the plan.",
        "The last eight years at Mill Street Bakery went by fast.",
    ],
)
def test_numbers_that_follow_from_the_facts_pass(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("Flour waste cut by well over three quarters.", "three quarters"),
        ("Defects divided by six.", "six"),
        ("Defects cut by a third.", "a third"),
        ("Twenty people work with me: bakers and drivers.", "Twenty"),
        ("Added \u20ac1.7m to yearly turnover.", "\u20ac1.7m"),
        ("I have baked here since the spring of 2018.", "the spring of 2018"),
        ("I joined Mill Street Bakery twelve years ago.", "twelve years ago"),
        ("I have baked here since last summer.", "last summer"),
        ("Six awards for the bread of our branches.", "Six"),
        ("Half a million loaves of bread a day.", "Half a million"),
        ("I look after 12,700 recipe cards.", "12,700"),
        ("I deliver to four shops, Carlisle and Barrow.", "four"),
        ("The last eighteen years at Mill Street Bakery went by fast.", "last eighteen years"),
        ("Flour waste went down from 14 to zero kg.", "zero"),
    ],
)
def test_others_are_marked(text: str, lie: str) -> None:
    assert any(one in lie for one in marked(text))
