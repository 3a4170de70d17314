"""Since when something is held, when a degree was taken, and how long something was done; languages and names in passing."""

import pytest

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.grounding import ground
from jobmatch_desktop.formats.readers.json_resume import read_profile

REP = b"""{"basics": {"name": "Ann Lee", "label": "Sales manager"},
"work": [{"name": "Orrin", "position": "Sales manager", "startDate": "2022-01",
"highlights": ["Manage a sales team of four", "No complaint"]},
{"name": "Lee Valley", "position": "Telesales agent", "startDate": "2015-10", "endDate": "2021-12",
"highlights": ["Made 80 calls a day", "Python scripts"]}],
"education": [{"institution": "MTU", "studyType": "Bachelor", "area": "Business", "startDate": "2012-09", "endDate": "2015-06"},
{"institution": "Cork College", "studyType": "Certificate", "area": "Truck driving",
"startDate": "2015-07", "endDate": "2015-09"}],
"certificates": [{"name": "Class B Licence", "issuer": "RSA", "date": "2018-03"}],
"languages": [{"language": "English", "fluency": "Native"}, {"language": "French", "fluency": "A2"}]}"""
OFFER = Offer(
    "Sales lead, Velmore Diagnostics, Dublin. Machine learning.", title="Sales lead", company="Velmore Diagnostics"
)


def marked(text: str, language: str = "en") -> list[str]:
    claims = ground(text, facts(read_profile(REP)), OFFER, language, "2026-11-25")
    return [claim.text for claim in claims if not claim.supported]


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("Promoted to sales manager in 2018.", "2018"),
        ("As a sales manager since 2015 I know the trade.", "2015"),
        ("I have worked at Lee Valley since 2021.", "2021"),
        ("In 2012 I completed my Bachelor.", "2012"),
        ("Bachelor in Business, 2012.", "2012"),
        ("Holder of a Class B Licence since 2015.", "2015"),
        ("Nine years managing a sales team.", "Nine years"),
        ("Six months of truck driving school.", "Six months"),
        ("I have written Kotlin for six years.", "six years"),
        ("Business-level French.", "Business-level French"),
        ("German-speaking, I go to fairs.", "German-speaking"),
        ("Python and machine learning.", "machine learning"),
    ],
)
def test_another_date_time_or_level_is_marked(text: str, lie: str) -> None:
    assert any(lie in one or one in lie for one in marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "Promoted to sales manager in 2022.",
        "As a sales manager since 2022 I know the trade.",
        "Bachelor in Business, 2015.",
        "I began my Bachelor in 2012.",
        "Holder of a Class B Licence since 2018.",
        "Nearly five years managing a sales team.",
        "My record: no complaint since January 2022, 80 calls a day before.",
        "Native English speaker with some French.",
        "I would gladly come to Velmore.",
        "I would love to learn German with your teams.",
    ],
)
def test_the_true_one_is_not(text: str) -> None:
    assert marked(text) == []


def test_a_language_that_something_is_done_in_is_spoken() -> None:
    assert marked("Je négocie en anglais et en allemand.", "fr") == ["allemand"]
    assert marked("J’échangerai avec vos partenaires néerlandais.", "fr") == []


BAKER = b"""{"basics": {"name": "Ann Lee", "label": "Baker", "location": {"city": "Nantes"}},
"work": [{"name": "Fournil Kerdrel", "position": "Head baker", "location": "Vannes", "startDate": "2020-01"},
{"name": "Maison Aubrac", "position": "Pastry cook", "location": "Rodez", "startDate": "2016-01", "endDate": "2019-12",
"highlights": ["Sent for three weeks to the Osaka kitchen in 2018", "Baked 200 loaves a day"]},
{"name": "The Crown", "position": "Waiter", "location": "Millau", "startDate": "2010-01", "endDate": "2015-12"}]}"""


def of_baker(text: str, language: str = "en") -> list[str]:
    claims = ground(text, facts(read_profile(BAKER)), OFFER, language, "2026-11-25")
    return [claim.text for claim in claims if not claim.supported]


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("At Maison Aubrac, eight years long, I baked 200 loaves a day.", "eight years"),
        ("Chez Maison Aubrac, huit ans durant.", "huit ans"),
        ("Pastry cook for nearly nine years.", "nine years"),
        ("I gave nine years to the ovens of Rodez.", "nine years"),
        ("Nine years of pastry in the old town of Rodez.", "Nine years"),
        ("Six months of secondment to the Osaka kitchen.", "Six months"),
        ("Maison Aubrac: nine years, 200 loaves a day.", "nine years"),
        ("Nine years of pastry with Maison Aubrac.", "Nine years"),
        ("Maison Aubrac kept me nine years.", "nine years"),
        ("Fourteen years as a baker.", "Fourteen years"),
        ("At Maison Belcastel, four years long, I baked 200 loaves a day.", "four years"),
    ],
)
def test_a_time_is_that_of_the_entry_named_beside_it(text: str, lie: str) -> None:
    assert lie in of_baker(text, "fr" if "ans " in text else "en")


@pytest.mark.parametrize(
    "text",
    [
        "At Maison Aubrac, four years long, I baked 200 loaves a day.",
        "Pastry cook for nearly four years.",
        "I gave four years to the ovens of Rodez.",
        "Three weeks of secondment to the Osaka kitchen.",
        "Maison Aubrac kept me four years.",
        "Six years as a baker.",
        "Six years as a waiter at The Crown.",
        "Ten years of work since my arrival in Rodez.",
        "More than ten years in Nantes.",
    ],
)
def test_the_time_of_the_entry_named_is_not_marked(text: str) -> None:
    assert of_baker(text) == []


HOTEL = b"""{"basics": {"name": "Ann Lee", "label": "Receptionist"},
"work": [{"name": "Sea View", "position": "Receptionist", "startDate": "2015-01", "endDate": "2019-12",
"highlights": ["Filled in for the night manager on some Sundays", "With the estate plumber, mended 20 taps"]}],
"volunteer": [{"organization": "Ely Swimmers", "position": "Assistant coach", "startDate": "2018-01"}],
"certificates": [{"name": "Pool Instructor I", "issuer": "RLSS", "date": "2018-03"},
{"name": "Diver II", "issuer": "RLSS", "date": "2019-03"}, {"name": "SSIAP 1", "issuer": "RLSS", "date": "2020-03"}]}"""


def of_receptionist(text: str) -> list[str]:
    claims = ground(text, facts(read_profile(HOTEL)), OFFER, "en", "2026-11-25")
    return [claim.text for claim in claims if not claim.supported]


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("I was Night Manager of a hotel.", "Night Manager"),
        ("I was the night manager.", "manager"),
        ("Owner of Sea View until 2019.", "Owner"),
        ("Head swimming coach for the children.", "Head swimming coach"),
        ("Pool Instructor II (RLSS).", "Pool Instructor II"),
        ("I hold the SSIAP 2.", "SSIAP 2"),
        ("Stage manager at Sea View.", "Stage manager"),
    ],
)
def test_a_title_or_grade_that_no_fact_gives_the_person_is_marked(text: str, lie: str) -> None:
    assert lie in of_receptionist(text)


@pytest.mark.parametrize(
    "text",
    [
        "I stood in for the night manager now and then.",
        "Some twenty taps were mended by the estate plumber and me.",
        "Assistant coach for the children.",
        "Pool Instructor I (RLSS).",
        "I hold the SSIAP 1.",
        "I hold the SSIAP niveau 1 since 2020.",
    ],
)
def test_whom_one_replaced_and_the_grade_that_is_held_are_not_marked(text: str) -> None:
    assert of_receptionist(text) == []


DIVER = b"""{"basics": {"name": "Ann Lee", "label": "Chief diver"},
"work": [{"name": "Sea Works", "position": "Chief diver", "startDate": "2021-02",
"highlights": ["Surveyed two wrecks in Malta in 2023", "Check the welding of hulls"]},
{"name": "Dock Hands", "position": "Rigger", "startDate": "2017-03", "endDate": "2021-01"}],
"awards": [{"title": "Third prize, regional welding contest", "awarder": "Divers' Guild", "date": "2019-11"}],
"publications": [{"name": "Welding hulls", "publisher": "The Bell", "releaseDate": "2022-04"}]}"""


def of_diver(text: str) -> list[str]:
    claims = ground(text, facts(read_profile(DIVER)), OFFER, "en", "2026-11-25")
    return [claim.text for claim in claims if not claim.supported]


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("Third at the regional contest in 2023.", "2023"),
        ("My article on the welding of hulls came out in The Bell in the spring of 2021.", "the spring of 2021"),
        ("From March 2017 I was Chief diver.", "March 2017"),
    ],
)
def test_a_date_is_that_of_what_it_stands_beside(text: str, lie: str) -> None:
    assert lie in of_diver(text)


@pytest.mark.parametrize(
    "text",
    [
        "Third at the regional contest in 2019.",
        "I took third prize in the regional contest in 2019.",
        "My article on the welding of hulls came out in The Bell in the spring of 2022.",
        "From February 2021 I was Chief diver.",
        "In 2023 I surveyed two wrecks.",
    ],
)
def test_the_date_of_what_it_stands_beside_is_not_marked(text: str) -> None:
    assert of_diver(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I carried plates for The Crown for nine years.",
        "Nine years among the tables in Millau.",
        "Nine years of pastry with Maison Aubrac.",
        "Maison Aubrac: nine years, 200 loaves a day.",
        "Ten years as a baker.",
    ],
)
def test_the_entry_that_is_named_unmakes_no_time_when_it_is_added(text: str) -> None:
    known = facts(read_profile(BAKER))
    for entry in ("work/0", "work/1", "work/2"):
        fewer = [fact for fact in known if not fact.id.startswith(f"{entry}/")]
        before = {one.start for one in ground(text, fewer, OFFER, "en", "2026-11-25") if one.supported}
        after = {one.start for one in ground(text, known, OFFER, "en", "2026-11-25") if not one.supported}
        assert not before & after
