"""Parts of a list that tell of what no fact has."""

import pytest

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.grounding import ground
from jobmatch_desktop.formats.readers.json_resume import read_profile

GARDENER = b"""{"basics": {"name": "Ann Lee", "label": "Gardener"},
"work": [{"name": "Kew House", "position": "Gardener", "startDate": "2020-01",
"highlights": ["Pruned the old roses and clipped the hedges", "Looked after the greenhouse in winter"]}]}"""
CUISINIER = """{"basics": {"name": "Luc Roux", "label": "Cuisinier"},
"work": [{"name": "Chez Anne", "position": "Cuisinier", "startDate": "2020-01",
"highlights": ["Préparation des sauces et des potages", "Cuisson des poissons pour cinquante couverts"]}]}""".encode()


def marked(text: str, source: bytes = GARDENER, language: str = "en") -> list[str]:
    profile = read_profile(source)
    claims = ground(text, facts(profile), Offer(""), language, "2026-11-25")
    return [claim.text for claim in claims if not claim.supported]


@pytest.mark.parametrize(
    ("text", "untold"),
    [
        ("Pruning roses, clipping hedges and beekeeping.", ["beekeeping"]),
        ("- Looked after the greenhouse and repaired tractors", ["repaired tractors"]),
        ("Roses, hedges, drystone walls.", ["drystone walls"]),
    ],
)
def test_what_stands_beside_facts_and_in_none_is_marked(text: str, untold: list[str]) -> None:
    assert marked(text) == untold


def test_in_french_too() -> None:
    assert marked("Sauces, potages et sculpture sur glace.", CUISINIER, "fr") == ["sculpture sur glace"]


@pytest.mark.parametrize(
    "text",
    [
        "Roses, hedges and the greenhouse in winter.",
        "I prune roses, clip hedges and enjoy it.",
        "Every week, roses and hedges.",
        "Dear hiring team, I look after a greenhouse and I am proud of that.",
        "Roses and hedges, which nobody else would touch.",
        "I have pruned roses, and I would like to learn beekeeping.",
        "Bees are forest creatures.",
        "In addition, I prune roses and clip hedges.",
    ],
)
def test_plain_words_and_sentences_that_share_nothing_with_the_facts_are_left(text: str) -> None:
    assert marked(text) == []
