"""What somebody is said to do, in small letters and without a word that gives a skill away."""

import pytest

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.grounding import ground
from jobmatch_desktop.formats.readers.json_resume import read_profile

CARER = b"""{"basics": {"name": "Ann Lee", "label": "Care assistant", "summary": "Care assistant for older people."},
"work": [{"name": "Elm House", "position": "Care assistant", "startDate": "2018-09", "highlights": [
"Wash and dress twelve residents", "Keep the medication records", "Order linen and gloves from two suppliers",
"Ran a gardening club", "Shipment of returned wheelchairs", "Drove the minibus to appointments"]}],
"skills": [{"name": "Care", "keywords": ["Wound care", "Lifting and handling"]}]}"""

COOK = """{"basics": {"name": "Léa Roux", "label": "Cuisinière", "summary": "Cuisinière de collectivité."},
"work": [{"name": "Lycée Pasteur", "position": "Cuisinière", "startDate": "2018-09", "highlights": [
"Prépare 400 repas par jour", "Tient les stocks de légumes", "Expédition des plateaux vers deux écoles",
"Applique les règles d’hygiène HACCP"]}], "skills": [{"name": "Cuisine", "keywords": ["Pâtisserie", "Liaison froide"]}]}""".encode()


def marked(profile: bytes, text: str, language: str) -> list[str]:
    claims = ground(text, facts(read_profile(profile)), Offer(""), language, "2026-11-25")
    return [claim.text for claim in claims if not claim.supported]


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("I handle payroll and wound care.", "payroll"),
        ("I wash residents, draw blood samples and keep the medication records.", "draw blood samples"),
        ("Since last year I have also fitted hearing aids.", "fitted hearing aids"),
        ("I regularly groom dogs for the residents.", "groom dogs"),
        ("I plan menus with the residents.", "menus"),
        ("I've wired sockets in three rooms.", "wired sockets"),
        ("Audited invoices for the whole house.", "Audited invoices"),
        ("I drive the minibus and translate contracts.", "translate contracts"),
        ("I order linen, repair hoists and keep records.", "repair hoists"),
    ],
)
def test_an_object_that_no_fact_names_is_marked(text: str, lie: str) -> None:
    assert any(lie in one or one in lie for one in marked(CARER, text, "en"))


@pytest.mark.parametrize(
    "text",
    [
        "I wash and dress twelve residents and keep the medication records.",
        "I have lent a hand in the gardening club.",
        "I ship returned wheelchairs and drive the minibus.",
        "I keep calm and take the time to listen.",
        "I gave input to the team.",
        "Worked hard and closely with everybody.",
        "I do my share of the work and stay until the end.",
        "I would love to learn sign writing with you.",
        "I know the trade from several sides.",
        "I look forward to meeting you.",
        "I enjoy crosswords, and I believe in a good breakfast.",
        "I look after wounds and order linen.",
    ],
)
def test_what_the_facts_name_or_what_is_of_any_trade_is_not(text: str) -> None:
    assert marked(CARER, text, "en") == []


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("Je prépare les repas et j’établis les bulletins de paie.", "bulletins de paie"),
        ("J’ai soudé des charpentes et tenu les stocks.", "charpentes"),
        ("Je tiens les stocks, je taille les haies et je prépare les repas.", "haies"),
    ],
)
def test_so_it_is_in_french(text: str, lie: str) -> None:
    assert any(lie in one or one in lie for one in marked(COOK, text, "fr"))


@pytest.mark.parametrize(
    "text",
    [
        "J’expédie les plateaux et je prépare 400 repas par jour.",
        "J’ai prêté main-forte à mes collègues.",
        "Je tiens les stocks et je fais de la pâtisserie.",
        "J’aimerais mettre cette sensibilité à votre service.",
        "Je serais ravie de vous rencontrer.",
    ],
)
def test_and_truths_in_french_pass(text: str) -> None:
    assert marked(COOK, text, "fr") == []
