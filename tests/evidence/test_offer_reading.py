import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile_errors import EmptyOffer
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.resources import resource

PASTES = {
    "a sentence": (
        "We are looking for a Senior Backend Engineer to join our platform team. You will design and build\n"
        "high-throughput Python services using FastAPI, owning the full lifecycle\nfrom design to deployment.",
        ("Senior Backend Engineer", "", "", ""),
    ),
    "a wrapped sentence with job words in its lines": (
        "We are looking for a Senior Product Manager to drive the strategy of our\nanalytics suite, working\n"
        "alongside engineering, design, and managers to deliver measurable\noutcomes.",
        ("Senior Product Manager", "", "", ""),
    ),
    "company and place with a bar": (
        "Senior Backend Engineer — Distributed Systems\nNorthwind Cloud | Remote (North America)\n\nABOUT THE ROLE",
        ("Senior Backend Engineer — Distributed Systems", "Northwind Cloud", "Remote (North America)", ""),
    ),
    "all in one line": (
        "Senior Backend Engineer | Acme | Remote, EU\n\nApply by Dec 12, 2026.",
        ("Senior Backend Engineer", "Acme", "Remote, EU", "Dec 12, 2026"),
    ),
    "a French title with a contract before it": (
        "Alternance - Développeur Web F/H\n\nDescription du poste\n\nAu sein du service Informatique, vous ferez.",
        ("Développeur Web F/H", "", "", ""),
    ),
    "a French title with a contract after it": (
        "Ingénieur DevOps H/F - CDI\nBrumaire Télécom\nRoubaix (59)\nDescription du poste\nVous travaillerez.",
        ("Ingénieur DevOps H/F", "Brumaire Télécom", "Roubaix (59)", ""),
    ),
    "a French sentence": (
        "Solvaris recherche un Développeur Back-end (H/F) pour renforcer son équipe.\n"
        "Poste basé à Paris. Candidatures jusqu'au 15 janvier 2027.",
        ("Développeur Back-end (H/F)", "Solvaris", "Paris", "15 janvier 2027"),
    ),
    "a French sentence in small letters": (
        "Nous recherchons une assistante comptable pour notre cabinet situé à Lyon.",
        ("assistante comptable", "", "Lyon", ""),
    ),
    "labels": (
        "Job title: Registered Nurse\nCompany: St Mary's Hospital\nLocation: Leeds, UK\nClosing date: 12 December 2026",
        ("Registered Nurse", "St Mary's Hospital", "Leeds, UK", "12 December 2026"),
    ),
    "French labels": (
        "Intitulé du poste : Comptable général\nEntreprise : Fidal Nord\nLieu : Lille\nDate limite : 31/12/2026",
        ("Comptable général", "Fidal Nord", "Lille", "31/12/2026"),
    ),
    "a job board's noise": (
        "Skip to main content\nJobs\nSign in\nMarketing Manager\nContoso\nSeattle, WA\nFull-time\nApply now\n",
        ("Marketing Manager", "Contoso", "Seattle, WA", ""),
    ),
    "a network's paste": (
        "Senior Data Engineer\nAcme Corp · Berlin, Germany (Hybrid) · 3 days ago\nEasy Apply\nSave",
        ("Senior Data Engineer", "Acme Corp", "Berlin, Germany (Hybrid)", ""),
    ),
    "about us first": (
        "About us\nGlobex is a carrier based in Rotterdam.\n\nWe are hiring a Warehouse Supervisor to run it.",
        ("Warehouse Supervisor", "Globex", "Rotterdam", ""),
    ),
    "capitals": (
        "SENIOR JAVA DEVELOPER (M/F/D)\nINITECH GMBH | MUNICH\nWe offer a desk.",
        ("Senior Java Developer", "INITECH GMBH", "MUNICH", ""),
    ),
    "at a company": (
        "Product Designer at Figurina\nRemote\nYou will draw.",
        ("Product Designer", "Figurina", "Remote", ""),
    ),
    "a company named in the prose": (
        "Head of Data\n\nAbout Hooli\nHooli is a search company.",
        ("Head of Data", "Hooli", "", ""),
    ),
    "a postal code": (
        "Infirmier(ère) de nuit\nClinique du Parc\n69006 Lyon\n",
        ("Infirmier(ère) de nuit", "Clinique du Parc", "69006 Lyon", ""),
    ),
    "at a company, seeking": (
        "At Striped, we are seeking a Staff Engineer for our payments team.",
        ("Staff Engineer", "Striped", "", ""),
    ),
    "a company that recruits": (
        "Ingénieur(e) DevOps H/F\nCeltis Énergie recrute à Brest (29)\n\nVos missions :\n- Automatiser",
        ("Ingénieur(e) DevOps H/F", "Celtis Énergie", "Brest (29)", ""),
    ),
    "an exclamation": (
        "We are hiring! Retail Sales Assistant, part-time. Customer service experience preferred.",
        ("Retail Sales Assistant", "", "", ""),
    ),
    "a title with a comma is no place": (
        "Associate Professor, History of Science\n\nThe University of Port Hardy invites applications for a post.",
        ("Associate Professor, History of Science", "University of Port Hardy", "", ""),
    ),
    "nothing to tell": ("We need someone who can cook.", ("", "", "", "")),
    "only words": ("hello world", ("", "", "", "")),
    "a duty is no title": (
        "What you will do\n- Mentor engineers and raise the bar\n- Lead our migration",
        ("", "", "", ""),
    ),
}


@pytest.mark.parametrize("name", PASTES)
def test_pasted_offers(name: str) -> None:
    text, wanted = PASTES[name]
    offer = read_offer(text)
    assert (offer.title, offer.company, offer.place, offer.deadline) == wanted


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("Apply by 12 December", "12 December"),
        ("Applications close on 3rd March 2027.", "3rd March 2027"),
        ("Application deadline: 2026-12-01", "2026-12-01"),
        ("Deadline for applications is January 5, 2027", "January 5, 2027"),
        ("Date limite de candidature : 1er mars 2027", "1er mars 2027"),
        ("CV à envoyer avant le 5 mai", "5 mai"),
        ("Founded on 12 December 2001.", ""),
    ],
)
def test_deadlines_stand_in_the_offer_s_own_words(text: str, deadline: str) -> None:
    assert read_offer(f"Cook\n{text}").deadline == deadline


@pytest.mark.parametrize("sample", ["sample-offer.txt", "sample-offer.fr.txt"])
def test_our_samples(sample: str) -> None:
    offer = read_offer(resource(f"samples/{sample}").read_text("utf-8"))
    assert all((offer.title, offer.company, offer.place, offer.deadline))
    assert offer.language == ("fr" if ".fr." in sample else "en")


@pytest.mark.parametrize("text", ["", "  \n\t ", "\u200b\ufeff", "...", "\x00\x01"])
def test_an_empty_offer_is_one_clear_line(text: str) -> None:
    with pytest.raises(EmptyOffer) as caught:
        read_offer(text)
    assert "\n" not in str(caught.value)


def test_control_characters_go_and_the_text_stays() -> None:
    offer = read_offer("Cook\x00\x1b[31m\r\nAcme\rLeeds\u200b \ud800 end")
    assert offer.text == "Cook[31m\nAcme\nLeeds  end"
    offer.text.encode()


def test_half_a_megabyte() -> None:
    prose = "We keep kitchens clean and people fed, every day of the year, in every town.\n" * 6_500
    offer = read_offer("Head Cook\nAcme | Leeds\n" + prose)
    assert (offer.title, offer.company) == ("Head Cook", "Acme")
    assert len(offer.text) > 500_000


@pytest.mark.parametrize("piece", ["A", "Aa ", "deadline ", "Join Aa Aa Aa ", "(", "a\n", "12/", "· | "])
def test_no_repetition_makes_it_slow(piece: str) -> None:
    assert isinstance(read_offer("x" + piece * (300_000 // len(piece))), Offer)


@settings(deadline=None)
@given(st.text(st.characters(codec=None), max_size=400))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        offer = read_offer(text)
    except EmptyOffer:
        return
    for found in (offer.title, offer.company, offer.place, offer.deadline):
        assert "\n" not in found
        assert found == found.strip()


@pytest.mark.parametrize(
    ("line", "more", "company", "place"),
    [
        ("Fen & Co, Ely", "", "Fen & Co", "Ely"),
        ("Acme Inc., San Francisco, CA", "", "Acme Inc.", "San Francisco, CA"),
        ("Northwind, Berlin", "At Northwind we ship parcels.", "Northwind", "Berlin"),
        ("Capgemini, Lyon", "Capgemini recrute.", "Capgemini", "Lyon"),
        ("Springfield, Illinois", "Springfield has a school.", "", "Springfield, Illinois"),
        ("Leeds, West Yorkshire", "We work in Leeds. Leeds is green.", "", "Leeds, West Yorkshire"),
    ],
)
def test_an_employer_and_its_town_in_one_line_are_two_things(line: str, more: str, company: str, place: str) -> None:
    offer = read_offer(f"Data Analyst\n{line}\n\n{more} You know SQL.")
    assert (offer.company, offer.place) == (company, place)
