"""What somebody says to have done to a thing of which no fact knows."""

import pytest

from tests.evidence.test_untold import CUISINIER, marked

FLEURISTE = """{"basics": {"name": "Éva Blin", "label": "Fleuriste"},
"work": [{"name": "Aux Quatre Saisons", "position": "Fleuriste", "startDate": "2020-01",
"highlights": ["Compose des bouquets de mariage", "Tient la caisse le samedi", "Reçoit les livraisons du marché"]}]}""".encode()


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Clipped the hedges and rebuilt engines on the road.", "rebuilt engines"),
        ("Presented the yearly strategy, pruned roses and clipped the hedges.", "Presented the yearly strategy"),
        ("I pruned the old roses, own the seed portfolio and look after the greenhouse.", "own the seed portfolio"),
        ("- Negotiated the insurance contracts of the house", "Negotiated the insurance contracts of the house"),
    ],
)
def test_a_deed_of_which_no_fact_knows_is_marked(text: str, deed: str) -> None:
    assert deed in marked(text)


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("Je compose des bouquets et tiens le budget annuel.", "tiens le budget annuel"),
        ("J’ai signé une monographie.", "signé une monographie"),
        ("Ouvert une école de cirque.", "Ouvert une école de cirque"),
    ],
)
def test_in_french_too(text: str, deed: str) -> None:
    assert deed in marked(text, FLEURISTE, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Cared for the roses, trimmed old hedges.",
        "I worked in the greenhouse.",
        "I did not repair the tractors.",
        "Designed nothing new: I prune roses.",
        "I would like to repair the tractors.",
        "Lent a hand in the greenhouse in winter.",
        "I learned a great deal about roses.",
    ],
)
def test_what_facts_know_and_what_is_no_deed_is_left(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "J’ai composé des bouquets.",
        "Je tiens la caisse.",
        "Je préfère le marché.",
        "J’ai donné un coup de main à la caisse.",
    ],
)
def test_so_in_french(text: str) -> None:
    assert marked(text, FLEURISTE, "fr") == []


def test_a_number_is_held_against_the_facts_by_itself() -> None:
    assert marked("Je sers neuf tables.", CUISINIER, "fr") == ["neuf"]
