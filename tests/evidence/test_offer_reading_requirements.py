import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch_desktop.domain.offer import Duty, Offer, Requirement, RequirementLevel
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.evidence.offer_reading_requirements import (
    MOST,
    duties_of,
    read_duties,
    read_requirements,
    requirements_of,
)
from jobmatch_desktop.resources import resource
from tests.evidence import offers

MUST, NICE = RequirementLevel.MUST, RequirementLevel.NICE


def asked(text: str) -> list[tuple[str, str]]:
    return [(one.level.value, one.text) for one in read_requirements(text)]


def test_essential_and_desirable_criteria() -> None:
    assert asked(offers.NURSE) == [
        ("must", "NMC registration"),
        ("must", "Degree or diploma in nursing"),
        ("nice", "Mentorship qualification"),
        ("must", "At least 12 months' post-registration experience"),
        ("nice", "Phlebotomy and cannulation"),
    ]


def test_sentences_without_heads() -> None:
    assert asked(offers.BARISTA) == [
        ("must", "You should have at least 6 months' experience as a barista"),
        ("nice", "A food hygiene certificate would be great but isn't essential"),
    ]


def test_a_wish_within_a_french_sentence_stands_apart() -> None:
    assert asked(offers.ACCOUNTANT) == [
        ("must", "De formation Bac+2/3 en comptabilité, vous justifiez d'une expérience de 3 ans minimum"),
        ("nice", "idéalement en cabinet"),
        ("must", "Vous maîtrisez Excel et un ERP (SAP apprécié)"),
        ("nice", "Anglais professionnel souhaité"),
    ]


def test_needs_after_duties_in_one_paragraph() -> None:
    assert asked(offers.DRIVER) == [
        ("must", "Permis C et FIMO à jour obligatoires"),
        ("nice", "CACES R489 cat. 3 souhaité"),
        ("must", "Vous êtes ponctuel et avez le sens du service"),
    ]
    assert [one.text for one in read_duties(offers.DRIVER)] == [
        "chargement du camion, livraison de clients professionnels"
    ]


def test_prose_under_heads_and_what_is_no_requirement() -> None:
    assert asked(offers.SCIENTIST) == [
        ("must", "You have 3-5 years of experience in data science or machine learning"),
        ("must", "You are fluent in Python and SQL, and comfortable with PyTorch or TensorFlow"),
        ("must", "You speak English fluently"),
        ("nice", "French is a plus"),
    ]
    assert [one.text for one in read_duties(offers.SCIENTIST)] == ["You will design models that predict patient flow"]


def test_a_wrapped_paragraph_is_one() -> None:
    found = read_requirements(offers.WRAPPED)
    assert [one.text for one in found] == [
        "4+ years of professional Python experience",
        "deep knowledge of async programming with asyncio",
        "strong grasp of SQL query optimization, indexing strategies, and Redis caching patterns",
    ]
    assert found[2].at is not None
    assert "\n" in offers.WRAPPED[found[2].at.start : found[2].at.end]


def test_bullets_without_a_head() -> None:
    assert asked(offers.BARE) == [
        ("must", "React, TypeScript"),
        ("must", "3 years experience"),
        ("nice", "nice to have: GraphQL"),
    ]


def test_blank_lines_between_and_a_head_that_no_table_knows() -> None:
    assert asked(offers.BLANKS) == [
        ("must", "5+ years in B2B marketing"),
        ("must", "HubSpot or Salesforce"),
        ("nice", "Spanish"),
    ]


def test_duties_are_no_requirements_and_either_or_is_no_word_of_theirs() -> None:
    assert asked(offers.POLICY) == [
        ("must", "Bachelor's degree in public policy, planning or a closely related field"),
        ("must", "Three (3) years of progressively responsible experience in policy analysis"),
        ("must", "Knowledge of municipal government"),
        ("must", "Ability to communicate clearly, orally and in writing"),
        ("must", "Proficiency with GIS and Microsoft Excel"),
        ("nice", "Master's degree"),
        ("nice", "Fluency in Spanish"),
        ("must", "Must be able to sit for long periods"),
    ]


def test_a_list_without_bullets_has_no_heads_within() -> None:
    assert asked(offers.SUCCESS) == [
        ("must", "Native-level German and fluent English"),
        ("must", "2+ years in Customer Success or Account Management in SaaS"),
        ("must", "Experience with Gainsight, HubSpot or similar tools"),
        ("must", "A data-driven mindset"),
        ("nice", "Bonus points for Dutch or French"),
    ]
    assert next(one.text for one in read_duties(offers.SUCCESS)) == "Onboard new customers and drive adoption"


def test_heads_within_heads() -> None:
    assert asked(offers.COORDINATOR) == [
        ("must", "Proficiency in Excel (pivot tables, lookups)"),
        ("must", "Experience with an ERP, e.g. SAP or NetSuite"),
        ("must", "Associate's degree or higher"),
        ("must", "Strong communication"),
        ("must", "Ability to stay calm under pressure"),
        ("nice", "Lean Six Sigma Green Belt"),
        ("nice", "Spanish (conversational)"),
    ]
    assert len(read_duties(offers.COORDINATOR)) == 3


def test_an_unknown_head_before_any_other_begins_duties() -> None:
    assert len(asked(offers.TRAINEE)) == 5
    assert [one.text for one in read_duties(offers.TRAINEE)][2] == "Suivre les campagnes Google Ads"


def test_a_friend_s_letter() -> None:
    assert [level for level, _ in asked(offers.LETTER)] == ["must", "nice", "must"]


def test_pictures_for_bullets() -> None:
    assert [text for level, text in asked(offers.DESIGNER) if level == "must"][2:] == [
        "4 ans d'expérience minimum en product design, dans un contexte B2B SaaS",
        "Une maîtrise parfaite de Figma",
        "Tu parles anglais couramment",
    ]
    assert len(read_duties(offers.DESIGNER)) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Requirements\n- SQL (PostgreSQL preferred)", [("must", "SQL (PostgreSQL preferred)")]),
        ("Requirements\n- Bonus: Terraform\n- SQL", [("nice", "Bonus: Terraform"), ("must", "SQL")]),
        ("Profil\nNiveau de diplôme : Bac+3\nDurée du contrat : 2 ans", [("must", "Niveau de diplôme : Bac+3")]),
        ("## Must have\n* Java\n## Perks\n* A car", [("must", "Java")]),
        ("**Requirements**\n1. Java\n2. Kotlin", [("must", "Java"), ("must", "Kotlin")]),
        ("Requirements\n- Java\n- Java\n- java", [("must", "Java")]),
        ("Requirements\n- Good Java , Kotlin a plus", [("must", "Good Java"), ("nice", "Kotlin a plus")]),
        ("Python developer", [("must", "Python developer")]),
        ("We want you", []),
        ("Languages: French, German", [("must", "Languages: French, German")]),
        ("About us\nWe are required by law to say that we use SAP.", []),
    ],
)
def test_what_is_asked_and_how_much(text: str, found: list[tuple[str, str]]) -> None:
    assert asked(text) == found


@pytest.mark.parametrize("text", [*offers.ALL, resource("samples/sample-offer.txt").read_text("utf-8")])
def test_everything_points_at_its_words(text: str) -> None:
    offer = read_offer(text)
    found = [*requirements_of(offer), *duties_of(offer)]
    assert found
    for one in found:
        assert one.at is not None
        assert " ".join(offer.text[one.at.start : one.at.end].split()) == one.text


def test_what_the_person_changed_stands() -> None:
    mine = (Requirement("A sense of humour", NICE),)
    offer = msgspec.structs.replace(read_offer(offers.NURSE), requirements=mine, duties=())
    assert requirements_of(offer) == mine
    assert duties_of(offer) == ()
    assert duties_of(Offer("x", duties=(Duty("Sing"),))) == (Duty("Sing"),)


def test_an_endless_list_ends() -> None:
    text = "Requirements\n" + "".join(f"- Skill number {number}\n" for number in range(1_000))
    assert len(read_requirements(text)) == MOST


@pytest.mark.parametrize("piece", ["A", "- a\n", "you have ", "a, ", "(", ": ", "must have; ", "\n\n", "•", "1."])
def test_no_repetition_makes_it_slow(piece: str) -> None:
    text = "Requirements\n" + piece * (200_000 // len(piece))
    read_requirements(text)
    read_duties(text)


@settings(deadline=None, max_examples=50)
@given(st.text(max_size=300), st.sampled_from(["", "Requirements\n", "Profil :\n- ", "Nice to have\n"]))
def test_any_text_is_read(text: str, head: str) -> None:
    whole = head + text
    for one in (*read_requirements(whole), *read_duties(whole)):
        assert one.at is not None
        assert " ".join(whole[one.at.start : one.at.end].split()) == one.text


@pytest.mark.parametrize(
    "sentence",
    [
        "Good communication skills",
        "Attention to detail is key",
        "We need a team player",
        "Ability to write clearly",
        "De bonnes capacités d'analyse",
        "Rigueur et autonomie sont attendues",
        "Un réel sens du service",
    ],
)
def test_soft_requirements_count_outside_of_lists_too(sentence: str) -> None:
    assert asked(f"Analyst\nAcme | Leeds\n\nCome and see us. {sentence}.") == [("must", sentence)]


def test_you_will_is_the_head_of_what_will_be_done() -> None:
    offer = read_offer("Engineer\nAcme | Leeds\n\nYou will\n- Write Go\n- Keep the rolls\n\nYou have\n- SQL\n")
    assert [one.text for one in duties_of(offer)] == ["Write Go", "Keep the rolls"]
    assert [one.text for one in requirements_of(offer)] == ["SQL"]
