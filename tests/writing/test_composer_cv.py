"""The composer's CV: what stands where."""

import itertools
from typing import Any

import pytest

from jobmatch_desktop.domain.cv_document import Bullets, Paragraph
from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.formats.resume_of_document import resume_of
from jobmatch_desktop.writing.composer import compose_cv
from tests.writing.composing import BACKEND, NO_OFFER, TODAY, section


def test_bullets_and_skills_that_answer_the_offer_come_first() -> None:
    profile = profile_of(
        {
            "work": [{"name": "Acme", "highlights": ["Sang songs", "Ran Postgres"]}],
            "skills": [{"name": "Arts", "keywords": ["Song"]}, {"name": "Data", "keywords": ["Excel", "Postgres"]}],
        }
    )
    cv = compose_cv(profile, BACKEND, "en", TODAY)
    assert section(cv, "Experience")[0].blocks == (Bullets(("Ran Postgres", "Sang songs")),)
    assert section(cv, "Skills") == [Paragraph(("**Data**: Postgres, Excel", "**Arts**: Song"))]


def test_studies_go_first_where_the_person_puts_them_first() -> None:
    work, education = [{"name": "Acme"}], [{"studyType": "BA"}]
    for source in ({"work": work, "education": education}, {"education": education, "work": work}):
        titles = [one.title for one in parse(compose_cv(profile_of(source), NO_OFFER, "en", TODAY)).sections]
        assert titles == (["Experience", "Education"] if next(iter(source)) == "work" else ["Education", "Experience"])


def test_a_summary_keeps_whole_sentences_and_leaves_asides_and_far_wishes_out() -> None:
    summary = (
        "Ann cooks for schools. (Go Leeds!) She once fed 900. I am looking for a job in a bakery. "
        "She could tell you, but THAT would take long!"
    )
    profile = profile_of({"basics": {"summary": summary}})
    assert section(compose_cv(profile, BACKEND, "en", TODAY), "Summary") == [
        Paragraph(("Ann cooks for schools. She once fed 900.",))
    ]
    baker = Offer(text="Bakery assistant", title="Bakery assistant")
    assert "in a bakery" in compose_cv(profile, baker, "en", TODAY)


def test_a_profile_without_summary_gets_a_plain_one_from_its_facts() -> None:
    profile = profile_of(
        {
            "work": [{"name": "Ward 3", "position": "Nurse", "startDate": "2019-02", "endDate": "Present"}],
            "skills": [{"keywords": ["Docker", "Knitting"]}],
        }
    )
    expected = "Nurse at Ward 3 since Feb 2019. Skills for this position: Docker."
    assert section(compose_cv(profile, BACKEND, "en", TODAY), "Summary") == [Paragraph((expected,))]
    assert not section(compose_cv(profile_of({"basics": {"name": "A"}}), BACKEND, "en", TODAY), "Summary")


@pytest.mark.parametrize(
    "order", list(itertools.permutations([("2014", "2016"), ("2016", "present"), ("2001", "2009")]))
)
def test_jobs_are_newest_first_whatever_their_order(order: tuple[tuple[str, str], ...]) -> None:
    work = [{"name": start, "startDate": start, "endDate": end} for start, end in order]
    entries = section(compose_cv(profile_of({"work": work}), NO_OFFER, "en", TODAY), "Experience")
    assert [entry.title for entry in entries] == ["2016", "2014", "2001"]


def test_contact_details_by_country() -> None:
    def contact(country: str) -> str:
        location = {
            "address": "1 High St",
            "postalCode": "75001",
            "city": "Town",
            "region": "R",
            "countryCode": country,
        }
        return parse(compose_cv(profile_of({"basics": {"location": location}}), NO_OFFER, "en", TODAY)).contact[0]

    assert contact("US") == "1 High St, Town, R 75001, US"
    assert contact("FR") == "1 High St, 75001 Town, R, FR"


def test_links_lead_where_the_profile_says() -> None:
    basics = {
        "name": "Ann",
        "email": "ann@example.org",
        "url": "https://www.ann.example/",
        "profiles": [{"network": "GitHub", "username": "ann", "url": "https://git.example/ann"}, {"network": "IRC"}],
    }
    cv = compose_cv(profile_of({"basics": basics}), NO_OFFER, "en", TODAY)
    assert "[ann@example.org](mailto:ann@example.org)" in cv
    assert "[ann.example](https://www.ann.example/) · [GitHub: ann](https://git.example/ann) · IRC" in cv


def test_skills_stand_above_the_jobs_where_the_offer_asks_for_them() -> None:
    source = {"work": [{"name": "Acme"}], "volunteer": [{"name": "Band"}], "skills": [{"keywords": ["Docker"]}]}
    for offer, order in (
        (BACKEND, ["Skills", "Experience", "Volunteering"]),
        (NO_OFFER, ["Experience", "Skills", "Volunteering"]),
    ):
        cv = compose_cv(profile_of(source), offer, "en", TODAY)
        assert [one.title for one in parse(cv).sections] == order


@pytest.mark.parametrize(
    ("job", "summary"),
    [
        ({"position": "Cook", "name": "Inn", "startDate": "2020-05"}, "Cook, Inn (from May 2020). "),
        ({"position": "Cook", "name": "Inn", "endDate": "2020"}, "Most recently Cook at Inn. "),
        ({"position": "Cook", "name": "Inn"}, None),
    ],
)
def test_a_summary_of_its_own_says_no_more_than_the_dates(job: dict[str, Any], summary: str | None) -> None:
    cv = compose_cv(profile_of({"work": [job], "skills": [{"keywords": ["Docker"]}]}), BACKEND, "en", TODAY)
    expected = [Paragraph((f"{summary}Skills for this position: Docker.",))] if summary else []
    assert section(cv, "Summary") == expected


def test_a_projects_keywords_stand_where_no_other_words_say_them() -> None:
    project = {"name": "Tide", "description": "A clock in Go", "keywords": ["Go", "Git", "Docker"]}
    cv = compose_cv(profile_of({"projects": [project]}), BACKEND, "fr", TODAY)
    assert section(cv, "Projets")[0].blocks == (Paragraph(("A clock in Go",)), Paragraph(("Mots-clés : Docker, Git",)))
    assert resume_of(parse(cv))["projects"] == [{**project, "keywords": ["Docker", "Git"]}]
