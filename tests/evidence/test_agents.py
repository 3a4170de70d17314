"""What is said afterwards to have been the person's own: written by them, led by them."""

import pytest

from tests.evidence.test_grounding_parts import ENGLISH, FRENCH, marked


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("The safety handbook was written by me.", ("authorship", "written by me")),
        ("The safety handbook came from my pen.", ("authorship", "from my pen")),
        ("The safety handbook bears my name.", ("authorship", "bears my name")),
        ("The choice of the new freezer supplier was my responsibility.", ("scope", "my responsibility")),
        ("I know the safety handbook: I wrote it.", ("authorship", "wrote")),
    ],
)
def test_what_others_made_is_marked(text: str, lie: tuple[str, str]) -> None:
    assert lie in marked(text, ENGLISH, "en")


@pytest.mark.parametrize(
    ("text", "lie"),
    [
        ("Plan HACCP mis en place par mes soins.", ("authorship", "mis en place par mes soins")),
        ("Le plan HACCP porte ma signature.", ("authorship", "porte ma signature")),
        ("Le choix du nouveau four à sole m’a été confié.", ("scope", "m’a été confié")),
        ("La mise en place du plan HACCP relevait de moi.", ("scope", "relevait de moi")),
        ("Le plan HACCP, c’est moi qui l’ai écrit.", ("authorship", "écrit")),
    ],
)
def test_in_french_too(text: str, lie: tuple[str, str]) -> None:
    assert lie in marked(text, FRENCH, "fr")


@pytest.mark.parametrize(
    "text",
    [
        "Forty assays a day are run by me.",
        "The safety handbook was written by the staff.",
        "Newcomers are trained by me.",
        "“Cold chains that hold” was written by me and Amy Ray.",
        "The freezer supplier was not my responsibility.",
    ],
)
def test_what_was_theirs_and_what_is_said_of_others_passes(text: str) -> None:
    assert marked(text, ENGLISH, "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "Les fiches des plats sont de moi.",
        "Les fiches des plats, je les ai rédigées.",
        "Le four, je ne l’ai pas choisi.",
    ],
)
def test_so_in_french(text: str) -> None:
    assert marked(text, FRENCH, "fr") == []
