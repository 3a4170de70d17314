"""Sections are known by their titles in both languages, however a person spells them."""

import pytest

from jobmatch_desktop.writing.titles import role_of, section_title, section_titles

ROLES = [
    "summary",
    "experience",
    "volunteer",
    "education",
    "projects",
    "skills",
    "languages",
    "certificates",
    "awards",
    "publications",
    "interests",
    "references",
]


def test_every_role_has_a_title_in_both_languages_that_is_its_own() -> None:
    assert list(section_titles()) == ROLES
    for language in ("en", "fr"):
        assert [role_of(section_title(role, language)) for role in ROLES] == ROLES


def test_no_title_stands_for_two_roles() -> None:
    for role, title in section_titles().items():
        assert {role_of(name) for name in (title.en, title.fr, *title.also)} == {role}


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("WORK EXPERIENCE", "experience"),
        ("experience :", "experience"),
        ("Expériences  professionnelles", "experience"),
        ("**Formation**", "education"),
        ("Honors & Awards", "awards"),
        ("Centres d'intérêt", "interests"),
        ("Mes plus beaux jours", None),
        ("", None),
    ],
)
def test_titles_are_recognised(title: str, role: str | None) -> None:
    assert role_of(title) == role
