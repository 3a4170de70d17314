import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.common_ends import common_ends


@pytest.mark.parametrize(
    ("one", "other", "ends"),
    [
        ("", "", (0, 0)),
        ("", "a", (0, 0)),
        ("same", "same", (4, 0)),
        ("aa", "aaa", (2, 0)),
        ("abc", "xbc", (0, 2)),
        ("Led a team", "Led the team", (4, 5)),
        ("naïve 😀 one", "naïve 😀 two", (8, 0)),
        (["a", "b", "c"], ["a", "x", "y", "c"], (1, 1)),
        (["a", "b"], [], (0, 0)),
    ],
)
def test_ends_are_counted_in_elements(one: str | list[str], other: str | list[str], ends: tuple[int, int]) -> None:
    assert common_ends(one, other) == ends


@given(st.text("ab", max_size=40), st.text("ab", max_size=40))
def test_no_more_is_alike_at_either_end_and_nothing_is_counted_twice(one: str, other: str) -> None:
    start, end = common_ends(one, other)
    least = min(len(one), len(other))
    assert one[:start] == other[:start]
    assert start == least or one[start] != other[start]
    assert one[len(one) - end :] == other[len(other) - end :]
    assert start + end == least or one[-1 - end] != other[-1 - end]
