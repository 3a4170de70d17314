"""Places in an offer's text, and in what is shown of it."""

from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.offer import Span
from jobmatch_desktop.ui.offer.shown_text import LINE, shown_text

SIGNS = st.sampled_from(["a", " ", "\n", "é", "😀", "x" * 300, "word " * 500])


def utf16(text: str) -> str:
    """As Qt counts it: a list of units."""
    return text.encode("utf-16-le").decode("latin-1")


@given(st.lists(SIGNS, max_size=30).map("".join), st.data())
def test_a_place_is_found_there_and_back(text: str, data: st.DataObject) -> None:
    shown = shown_text(text)
    assert all(len(line) <= LINE for line in shown.text.split("\n"))
    assert shown.text.replace("\n", "") == text.replace("\n", "")
    place = data.draw(st.integers(0, max(0, len(text) - 1)))
    if text and text[place] != "\n":
        start, end = shown.span(Span(place, place + 1))
        units = utf16(shown.text)[2 * start : 2 * end].encode("latin-1").decode("utf-16-le")
        assert units.rstrip("\n") == text[place]
        assert shown.code_point(start) == place
