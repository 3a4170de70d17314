import pytest

from jobmatch_desktop.writing.sentences import fitting, is_aside, is_first_person, is_wish, sentences
from jobmatch_desktop.writing.wording import openings


def test_sentences_end_at_stops_and_blank_lines() -> None:
    assert sentences("One here. Two there!\n\nThree\nstill three") == ("One here.", "Two there!", "Three still three")


@pytest.mark.parametrize(
    "text",
    [
        "Worked for Acme Inc. and others.",
        "Saved 1.5 hours.",
        "Uses Node.js daily.",
        "J. R. Smith ran it.",
        "E.g. bread.",
    ],
)
def test_stops_inside_a_sentence(text: str) -> None:
    assert sentences(text) == (text,)


def test_chinese_stops() -> None:
    assert sentences("我写程序。我喜欢茶。") == ("我写程序。", "我喜欢茶。")


@pytest.mark.parametrize(
    ("sentence", "aside"),
    [
        ("(Go Sooners and Cardinal!)", True),
        ("That would be a long talk!", True),
        ("He could tell you, but THAT would NOT be short.", True),
        ("In her spare time, she rows.", True),
        ("Runs HTTP and SQL services.", False),
        ("Builds things.", False),
    ],
)
def test_asides(sentence: str, aside: bool) -> None:
    assert is_aside(sentence, openings("en")) is aside


def test_wishes_and_first_persons() -> None:
    assert is_wish("Looking for a first role.", openings("en"))
    assert is_wish("Je recherche un poste à Lyon.", openings("fr"))
    assert not is_wish("Recherche clinique et soins.", openings("fr"))
    assert is_first_person("Here I build.", openings("en"))
    assert not is_first_person("He builds in Indiana.", openings("en"))
    assert is_first_person("J’ai bâti.", openings("fr"))


def test_fitting_takes_whole_sentences_and_always_the_first() -> None:
    text = "One two three. Four five. Six."
    assert fitting(text, 5) == "One two three. Four five."
    assert fitting(text, 1) == "One two three."
    assert fitting(text, 9, lambda sentence: "Four" not in sentence) == "One two three. Six."
    assert fitting("", 5) == ""
