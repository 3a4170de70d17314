"""A letter composed anew keeps what a person made of its frame and of its body, whatever became of the other."""

import pytest

from jobmatch_desktop.writing.letter_reframe import in_country, reframe_letter, with_body

BASE = """# Ada Byron
London

25 November 2026

Hiring Manager
Engine Works

## Application for Analyst
Dear Hiring Manager,

I am applying.

I wrote notes.

My CV is enclosed.

Yours sincerely,

Ada Byron
"""
SHORTER = BASE.replace("I wrote notes.\n\n", "")


def test_a_letter_that_nobody_edited_is_the_new_one() -> None:
    assert reframe_letter(BASE, BASE, SHORTER) == SHORTER


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Dear Hiring Manager,", "Dear Mr Babbage,"),
        ("Yours sincerely,", "With a wave,"),
        ("Engine Works\n", "Engine Works\n1 Dorset Street\nLondon W1\n"),
        ("25 November 2026", "on a sunny day in London"),
        ("## Application for Analyst", "## The engine"),
        ("London\n", "London · ada@example.org\n"),
        ("\nAda Byron\n", "\nAda, Countess of Lovelace\n"),
    ],
)
def test_an_edited_frame_stays_around_another_body(old: str, new: str) -> None:
    assert reframe_letter(BASE, BASE.replace(old, new), SHORTER) == SHORTER.replace(old, new)


def test_an_edited_body_stays_in_another_frame() -> None:
    mine = BASE.replace("I wrote notes.", "I wrote the first program.")
    other = in_country(BASE, "us", "en").replace("I am applying.", "I wish to apply.")
    after = reframe_letter(in_country(BASE, "us", "en"), in_country(mine, "us", "en"), other)
    assert "Dear Hiring Manager:\n\nI wish to apply.\n\nI wrote the first program.\n\nMy CV" in after
    assert "November 25, 2026\n\nHiring Manager" in after


def test_no_letter_is_lost_that_is_none() -> None:
    for text in ("", "words alone\n", "# Ada\n\n## One\n- a\n\n## Two\n- b\n"):
        assert reframe_letter(BASE, text, SHORTER).split() == text.split()
        assert reframe_letter(text, text, SHORTER) == SHORTER


def test_a_frame_that_stands_is_not_touched() -> None:
    text = in_country(BASE, "uk", "en")
    assert in_country(text, "uk", "en") is text
    assert in_country("Just *some*  words", "us", "en") == "Just *some*  words"


def test_a_body_in_another_frame() -> None:
    other = in_country(BASE, "us", "en").replace("I wrote notes.", "I fed the cat.")
    assert with_body(other, BASE) == in_country(BASE, "us", "en")
    assert with_body(BASE, BASE) == BASE
    assert with_body("words", BASE) == BASE
    assert with_body(BASE, "words") == "words"
