import pytest

from jobmatch_desktop.domain.profile import Basics, Job, Profile
from jobmatch_desktop.evidence.language import language_of, language_of_profile


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We are looking for a cook.", "en"),
        ("Built the API that eleven operators use", "en"),
        ("Nous recherchons un développeur web", "fr"),
        ("Mis en place un tableau de bord des marges", "fr"),
        ("Gestion des commandes et du stock", "fr"),
        ("Wir suchen eine Köchin für unser Team", "de"),
        ("Buscamos una persona con experiencia para nuestro equipo", "es"),
        ("プログラマーを募集しています", "ja"),
        ("招聘软件工程师", "zh"),
        ("نبحث عن مهندس برمجيات", "ar"),
        ("Ищем разработчика в команду", "ru"),
        ("Python Docker Kubernetes", ""),
        ("", ""),
        ("12 345", ""),
    ],
)
def test_short_texts(text: str, code: str) -> None:
    assert language_of(text) == code


def test_english_with_foreign_names_stays_english() -> None:
    text = (
        "I studied at the École normale supérieure in Paris and worked for the Ministère de la Culture for two years."
    )
    assert language_of(text) == "en"


def test_a_profile_is_in_the_language_of_its_lines() -> None:
    work = (Job(highlights=("Préparé les éléments de paie", "Tenu les comptes de la société")),)
    assert language_of_profile(Profile(basics=Basics(name="Ann Smith"), work=work)) == "fr"
    assert language_of_profile(Profile(basics=Basics(name="Ann Smith"))) == ""
