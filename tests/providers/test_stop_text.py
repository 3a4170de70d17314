"""An answer ends at a stop text, however it comes in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.providers.stop_text import StopText

LETTERS = st.text(alphabet="ab\n", max_size=30)


def said(pieces: list[str], stops: tuple[str, ...]) -> tuple[str, bool]:
    cutter = StopText(stops)
    words = "".join(map(cutter.feed, pieces))
    return words + cutter.finish(), cutter.stopped


@given(LETTERS, st.lists(st.text(alphabet="ab\n", min_size=1, max_size=3), max_size=2), st.data())
def test_as_if_the_whole_had_come_at_once(text: str, stops: list[str], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    places = [text.find(stop) for stop in stops if stop in text]
    assert said(pieces, tuple(stops)) == (text[: min(places)] if places else text, bool(places))


def test_no_more_is_held_back_than_may_begin_a_stop_text() -> None:
    cutter = StopText(("\n\n",))
    assert cutter.feed("one two") == "one two"
    assert cutter.feed("\n") == ""
    assert cutter.feed("three") == "\nthree"


def test_after_the_end_nothing_comes() -> None:
    cutter = StopText(("\n\n",))
    assert (cutter.feed("one\n\ntwo"), cutter.feed("three"), cutter.finish()) == ("one", "", "")
