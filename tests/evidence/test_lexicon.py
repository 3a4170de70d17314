import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.evidence import lexicon


def names(text: str) -> list[str]:
    return [skill.name for skill in lexicon.read(text).skills]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("JS and ECMAScript", ["JavaScript", "JavaScript"]),
        ("k8s, Postgres", ["Kubernetes", "PostgreSQL"]),
        ("Node.js, not JS", ["Node.js", "JavaScript"]),
        ("C, C++ and C#", ["C", "C++", "C#"]),
        ("go to the C-suite with R&D", []),
        ("Golang or Go", ["Go", "Go"]),
        ("machine-learning", ["machine learning"]),
        ("apprentissage automatique", ["machine learning"]),
        ("Gestion de projets et comptabilité", ["project management", "accounting"]),
        ("bases de données relationnelles", ["relational databases"]),
        ("project. Management", []),
        ("We excel at this; use Excel", ["Excel"]),
        ("réseaux sociaux", ["social media"]),
    ],
)
def test_names_in_texts(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_skill_points_at_its_words() -> None:
    (skill,) = lexicon.read("We use GitHub Actions here").skills
    assert (skill.words, skill.start, skill.end) == ("GitHub Actions", 7, 21)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("developers", "developer"),
        ("engineering", "engineer"),
        ("développement", "développer"),
        ("développeuse", "développeur"),
        ("managed", "management"),
        ("services", "service"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert lexicon.stem(one) == lexicon.stem(other)


def test_who_knows_postgresql_knows_sql() -> None:
    assert "SQL" in lexicon.broader("PostgreSQL")
    assert lexicon.broader("nothing of the kind") == ()


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for skill in lexicon.read(text).skills:
        assert text[skill.start : skill.end] == skill.words
