"""Find, replace and count."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.finding import Counts, Found, counts, find, find_before, replaced


@pytest.mark.parametrize(
    ("text", "words", "options", "places"),
    [
        ("Go, going, GO", "go", {}, [0, 4, 11]),
        ("Go, going, GO", "go", {"whole": True}, [0, 11]),
        ("Go, going, GO", "GO", {"case": True}, [11]),
        ("C++ and c++17", "c++", {"whole": True}, [0]),
        ("a.b axb", "a.b", {}, [0]),
        ("aaaa", "aa", {}, [0, 2]),
        ("Été, ÉTÉ", "été", {}, [0, 5]),
        ("anything", "", {}, []),
    ],
)
def test_what_is_found(text: str, words: str, options: dict[str, bool], places: list[int]) -> None:
    assert [found.start for found in find(text, words, **options)] == places


def test_the_next_and_the_one_before() -> None:
    text = "one two one two one"
    assert next(find(text, "one", start=1)) == Found(8, 11)
    assert find_before(text, "one", 18) == Found(8, 11)
    assert find_before(text, "one", 2) is None


@given(st.text("ab\\.", max_size=20), st.text("ab\\.", max_size=3), st.text("ab\\1g<", max_size=4))
def test_replacing_is_as_text(text: str, words: str, by: str) -> None:
    expected = text.replace(words, by) if words else text
    assert replaced(text, words, by, case=True) == (expected, text.count(words) if words else 0)


def test_counting() -> None:
    assert counts("# Ada\n- well-known, 1,200 users — *all*\n") == Counts(5, 40, 32)
    assert counts("") == Counts(0, 0, 0)


def test_a_megabyte_is_searched_and_counted_at_once() -> None:
    text = "words of a long text, and more\n" * 40_000
    started = time.process_time()
    assert replaced(text, "more", "less")[1] == 40_000
    assert next(find(text, "words")) == Found(0, 5)
    assert counts(text).words == 280_000
    assert sum(1 for _ in find(text + "x" * 1_000_000, "xy")) == 0
    # Some tenths of a second; going over the text for each place would take hours.
    assert time.process_time() - started < 10
