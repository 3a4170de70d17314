"""What is said of the employer, of others, and in other words of the facts."""

import pytest

from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.grounding import ground
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.formats.readers.json_resume import read_profile

BAKER = b"""{"basics": {"name": "Ann Lee", "label": "Baker"},
"work": [{"name": "Mill Street Bakery Ltd", "position": "Team Leader", "startDate": "2018-09", "highlights": [
"Lead a team of four bakers", "Raised first-contact resolution at the counter", "Errors down after introducing a second check",
"Stood in as acting shop manager for six weeks", "Built the sourdough oven with a mason"]}],
"publications": [{"name": "Proving an old sourdough", "publisher": "The Western Baker"}]}"""
OFFER = read_offer("""Bakery Manager - Rowan Ovens, Leeds

Rowan Ovens has baked for 40,000 households since 1948, between Leeds and Harrogate. You know BakeSoft and hold an HND.""")


def marked(text: str, language: str = "en") -> list[str]:
    claims = ground(text, facts(read_profile(BAKER)), OFFER, language, "2026-11-25")
    return [claim.text for claim in claims if not claim.supported]


@pytest.mark.parametrize(
    "text",
    [
        "A firm that has baked since 1948 is exactly where I would like to grow.",
        "What draws me to Rowan Ovens is the bread.",
        "Working between Leeds and Harrogate would be a joy, and I would be happy to join you.",
        "Neither BakeSoft nor Excel is part of my toolkit yet.",
        "I have not used BakeSoft, and I won't pretend otherwise.",
        "FCR was raised at the counter.",
        "I built the oven with a data engineer.",
        "I acted up as shop manager for six weeks.",
        "I have led my team since September 2018.",
        "After I introduced a second check, errors went down.",
        "I wrote a piece on proving old sourdough for The Western Baker.",
        "Team Leader at Mill Street Bakery since September 2018.",
    ],
)
def test_what_claims_nothing_or_is_told_in_other_words_passes(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "J’ai dirigé une équipe de quatre boulangers.",
        "Responsable d’une équipe chez Mill Street Bakery depuis septembre 2018.",
    ],
)
def test_in_the_other_language_too(text: str) -> None:
    assert marked(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "lie"),
    [("J’ai construit le four sans aucune aide.", "sans aucune aide"), ("J’ai construit seul le four.", "seul")],
)
def test_what_was_done_with_others_was_not_done_alone(text: str, lie: str) -> None:
    assert lie in marked(text, "fr")


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("I would join you with my experience of BakeSoft.", "BakeSoft"),
        ("I have baked for 40,000 households and would like to join you.", "40,000"),
        ("Not only BakeSoft but Excel too are tools that I know.", "BakeSoft"),
        ("I wrote a piece on rye bread for The Western Baker.", "wrote"),
        ("I worked as a general manager for six weeks.", "manager"),
        ("I drew up the rota of the night shift.", "drew up"),
        ("Mill Street Bakery, QXZ certified.", "QXZ"),
        ("I stood in as acting shop manager for eighteen months.", "eighteen months"),
        ("Eighteen years in the pastry kitchen of Mill Street Bakery.", "Eighteen years"),
    ],
)
def test_what_the_person_claims_is_marked(text: str, lie: str) -> None:
    assert any(lie in one for one in marked(text))
