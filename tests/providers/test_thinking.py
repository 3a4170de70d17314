"""Reasoning between tags is told from words, however the pieces are cut."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.stream import Text, Thinking
from jobmatch_desktop.providers.thinking import ThinkingSplitter


def split(pieces: Iterable[str]) -> tuple[str, str]:
    """`(words, reasoning)`."""
    splitter = ThinkingSplitter()
    chunks = [chunk for piece in pieces for chunk in splitter.feed(piece)] + list(splitter.finish())
    assert all(chunk.text for chunk in chunks)
    return (
        "".join(chunk.text for chunk in chunks if isinstance(chunk, Text)),
        "".join(chunk.text for chunk in chunks if isinstance(chunk, Thinking)),
    )


CASES = {
    "Hello": ("Hello", ""),
    "<think>Hm.</think>\n\nHello": ("Hello", "Hm."),
    "<think></think>Hello": ("Hello", ""),
    "\n<think>Hm.</think> Hello": ("\nHello", "Hm."),
    "One <think>Hm.</think>two": ("One two", "Hm."),
    "<thinking>Hm.</thinking>Yes": ("Yes", "Hm."),
    "<think>Never closed": ("", "Never closed"),
    "<think>a </thin b</think>c": ("c", "a </thin b"),
    "2 < 3 and <thin air>": ("2 < 3 and <thin air>", ""),
    "ends with <thi": ("ends with <thi", ""),
    "<think>a<think>b</think>c": ("c", "a<think>b"),
    "": ("", ""),
}


@pytest.mark.parametrize(("text", "parts"), CASES.items())
def test_every_cut_gives_the_same(text: str, parts: tuple[str, str]) -> None:
    assert split([text]) == parts
    assert split(text) == parts
    for place in range(len(text)):
        assert split([text[:place], text[place:]]) == parts


@given(
    st.lists(
        st.sampled_from(["<think>", "</think>", "<thinking>", "</thinking>", "<", "<thi", "nk>", "</", "a", " b "])
    ),
    st.data(),
)
def test_cuts_do_not_matter(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert split(pieces) == split([text])


def test_words_are_not_held_back() -> None:
    splitter = ThinkingSplitter()
    assert list(splitter.feed("Hello ")) == [Text("Hello ")]
    assert list(splitter.feed("a <")) == [Text("a ")]
    assert list(splitter.feed("b")) == [Text("<b")]
