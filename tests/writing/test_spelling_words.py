"""Which words are looked up: no mark, address, number or acronym, and no name that is known."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Basics, Job, Profile, Skill
from jobmatch_desktop.writing.spelling_words import checkable, folded, forms, is_known, known_names, parts


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("# Ada Lovelace\n- **Led** a *team*", "en", "Ada Lovelace Led team"),
        ("[my site](https://example.com/managment) and more", "en", "my site and more"),
        ("See https://exampel.com/a?b, www.exampel.com or ada@exampel.com now", "en", "See or now"),
        ("Since 2019, 40k users, C++17, v1.2, H2O", "en", "Since users"),
        ("SQL, REST APIs, GitHub and JavaScript", "en", "and"),
        ("design/developement in Node.js, cv_final.pdf", "en", "design developement in"),
        ("the company’s well-known tools", "en", "the company's well-known tools"),
        ("l’entreprise d'ingénierie qu'elle aujourd’hui", "fr", "entreprise ingénierie elle aujourd'hui"),
        ("jusqu’à l'arrivée, c'est-à-dire", "fr", "arrivée est-à-dire"),
        ("#python @ada /usr/lib/pyhton", "en", ""),
        ("cafe\u0301 na\u00efve", "en", "cafe\u0301 naïve"),
    ],
)
def test_what_is_looked_up(text: str, language: str, words: str) -> None:
    found = list(checkable(text, language))
    assert [one.word for one in found] == words.split()
    for one in found:
        assert text[one.start : one.end].replace("’", "'") == one.word


@given(text=st.text(), language=st.sampled_from(["en", "fr", "de"]))
def test_places_are_exact_whatever_the_text(text: str, language: str) -> None:
    end = 0
    for one in checkable(text, language):
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end].replace("’", "'").replace("‑", "-") == one.word
        end = one.end


@pytest.mark.parametrize(
    "text", ["a" * 500_000, "a." * 250_000, "l'" * 250_000, "](" * 250_000, "@a" * 250_000, "a-" * 250_000]
)
def test_a_hostile_text_takes_no_longer_than_another(text: str) -> None:
    started = time.process_time()
    for _ in checkable(text, "fr"):
        pass
    # Looking from every letter to the end again would take minutes.
    assert time.process_time() - started < 15


def test_names_of_profile_and_offer_are_known() -> None:
    profile = Profile(
        Basics(name="Amélie Dubois-Léger", city="Plouzané", summary="Managment of teams"),
        work=(Job(organisation="Qwantly", summary="developped it"),),
        skills=(Skill("Kubernetes", keywords=("kubectl",)),),
    )
    known = known_names(profile, Offer("Managment wanted", company="Zyntra"))
    assert all(
        is_known(word, known) for word in ("Plouzané", "Qwantly's", "Qwantly", "kubectl", "zyntra", "Léger-Dubois")
    )
    assert not any(is_known(word, known) for word in ("Managment", "developped", "Zyntrax"))


def test_a_word_is_right_in_several_forms() -> None:
    assert forms("company's", "en") == ("company's", "company")
    assert forms("directors'", "en") == ("directors'", "directors")
    assert forms("aujourd'hui", "fr") == ("aujourd'hui",)
    assert parts("well-known") == ("well", "known")
    assert parts("known") == ()
    assert folded("L’Été") == "l'été"
