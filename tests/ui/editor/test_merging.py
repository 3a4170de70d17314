"""Two changes of one text: nothing that was typed is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.ui.editor.merging import merge
from tests.ui.desk import CV

WORDS = st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta", "\n"]), max_size=12).map(" ".join)


def test_what_changed_on_one_side_alone_is_taken() -> None:
    assert merge("a", "a", "b") == "b"
    assert merge("a", "b", "a") == "b"
    assert merge("a", "b", "b") == "b"


def test_changes_of_different_lines_are_both_there() -> None:
    here = CV.replace("Kubernetes", "Kubernetes, Rust")
    elsewhere = CV.replace("Grew the engineering team from two to eight", "Led a team of eight")
    both = merge(CV, here, elsewhere)
    assert both == here.replace("Grew the engineering team from two to eight", "Led a team of eight")


def test_what_both_changed_alike_is_changed_once() -> None:
    new = "Built engines and teams for twenty years and more."
    elsewhere = CV.replace(CV.split("\n")[4], new)
    here = elsewhere.replace("Kubernetes", "Kubernetes, Rust")
    assert merge(CV, here, elsewhere) == here


@pytest.mark.parametrize("typed", ["ZEBRA", "ZEBRA QUAGGA"])
def test_words_typed_where_the_text_was_rewritten_stay(typed: str) -> None:
    here = CV.replace("small, measured systems", f"small, {typed} systems")
    elsewhere = CV.replace(CV.split("\n")[4], "Something else entirely, in other words.")
    both = merge(CV, here, elsewhere)
    assert all(word in both for word in typed.split())


@given(WORDS, st.integers(0, 60), WORDS)
def test_an_insertion_survives_every_other_change(base: str, place: int, elsewhere: str) -> None:
    place = min(place, len(base))
    here = base[:place] + "ZEBRA" + base[place:]
    assert "ZEBRA" in merge(base, here, elsewhere)
