import pytest

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.evidence.offer_reading_terms import contract_in, places_of, salary_in
from tests.evidence import offers


@pytest.mark.parametrize(
    ("text", "contract"),
    [
        (offers.NURSE, "Permanent, full-time"),
        (offers.BARISTA, "PART TIME"),
        (offers.ACCOUNTANT, "CDI"),
        (offers.DRIVER, "CDD de 6 mois"),
        (offers.SCIENTIST, "Full-time"),
        (offers.TRAINEE, "Stage"),
        ("Stage de 6 mois en alternance", "alternance, Stage"),
        ("A 12-month fixed-term contract, part-time", "12-month fixed-term contract, part-time"),
        ("We hold a permanent exhibition on stage.", ""),
    ],
)
def test_contracts_in_the_offer_s_own_words(text: str, contract: str) -> None:
    assert contract_in(text) == contract


@pytest.mark.parametrize(
    ("text", "salary"),
    [
        (offers.NURSE, "£29,970 to £36,483 a year"),
        (offers.BARISTA, "£12.50 per hour"),
        (offers.ACCOUNTANT, "32 à 36 K€ brut annuel selon profil"),
        (offers.DRIVER, "12,80 €/h"),
        (offers.SCIENTIST, "€55k - €70k"),
        ("Salary: competitive", "competitive"),
        (offers.LETTER, "€38k"),
        (offers.COORDINATOR, "$24-$28/hr"),
        ("The pay is $120,000 - $150,000 per year.", "$120,000 - $150,000 per year"),
        ("Rémunération : 2 100 € brut par mois", "2 100 € brut par mois"),
        ("We raised €20M and have a budget of $100,000 to $200,000.", ""),
        ("We serve 40,000 customers.", ""),
    ],
)
def test_salaries_and_sums_that_are_none(text: str, salary: str) -> None:
    assert salary_in(text) == salary


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (offers.NURSE, ("St Brannock's NHS Trust", "Barnstaple, Devon", "14 January 2027")),
        (offers.ACCOUNTANT, ("Atlantis Distribution", "Nantes (44)", "")),
        (offers.DRIVER, ("Transports Morvan", "Dijon", "")),
        (offers.SCIENTIST, ("Zephyr Health", "Paris, France (Hybrid)", "")),
        (offers.BARISTA, ("", "", "3rd February")),
        (offers.TRAINEE, ("Kalia", "Montpellier", "")),
        (offers.LETTER, ("", "", "20 January 2027")),
    ],
)
def test_heads(text: str, head: tuple[str, str, str]) -> None:
    offer = read_offer(text)
    assert (offer.company, offer.place, offer.deadline) == head


@pytest.mark.parametrize("text", offers.ALL)
def test_every_field_points_at_its_words(text: str) -> None:
    offer = read_offer(text)
    for field, spans in places_of(offer).items():
        value = getattr(offer, field)
        said = [" ".join(offer.text[span.start : span.end].split()) for span in spans]
        assert ", ".join(said).casefold() == value.casefold()


def test_what_the_person_typed_has_no_place() -> None:
    places = places_of(Offer("Cook wanted in Paris", title="Cook", place="Lyon", company="Pari"))
    assert [(span.start, span.end) for span in places["title"]] == [(0, 4)]
    assert places["place"] == places["company"] == ()
