"""Styles, links and escapes: what is meant as words stays words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from jobmatch_desktop.domain.cv_markdown import read_line
from jobmatch_desktop.domain.inline_markdown import InlineSpan, escape, link, plain, plain_with_offsets, spans

TEXT = st.one_of(st.text(st.sampled_from("*\\[]()ab _`<>&;#-+1. http://x·é\n"), max_size=40), st.text(max_size=40))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b** c", [InlineSpan("a "), InlineSpan("b", bold=True), InlineSpan(" c")]),
        ("*a*", [InlineSpan("a", italic=True)]),
        ("***a***", [InlineSpan("a", bold=True, italic=True)]),
        ("**a *b***", [InlineSpan("a ", bold=True), InlineSpan("b", bold=True, italic=True)]),
        ("*a **b***", [InlineSpan("a ", italic=True), InlineSpan("b", bold=True, italic=True)]),
        ("**a", [InlineSpan("**a")]),
        ("2 * 3 * 4", [InlineSpan("2 * 3 * 4")]),
        ("**a*", [InlineSpan("**a*")]),
        ("**a *b**", [InlineSpan("a *b", bold=True)]),
        ("****a****", [InlineSpan("****a****")]),
        ("[a](https://b.c/d_e)", [InlineSpan("a", url="https://b.c/d_e")]),
        (
            "[a **b**](tel:1)!",
            [InlineSpan("a ", url="tel:1"), InlineSpan("b", bold=True, url="tel:1"), InlineSpan("!")],
        ),
        ("[a](javascript:alert(1))", [InlineSpan("[a](javascript:alert(1))")]),
        ("[](https://b.c)", [InlineSpan("[](https://b.c)")]),
        ("[Your Name]", [InlineSpan("[Your Name]")]),
        ("\\*a\\* C:\\dir \\\\", [InlineSpan("*a* C:\\dir \\")]),
        ("<b>#let x = 1</b>", [InlineSpan("<b>#let x = 1</b>")]),
        ("", []),
    ],
)
def test_reads_styles(text: str, expected: list[InlineSpan]) -> None:
    assert list(spans(text)) == expected


@given(TEXT)
def test_escaped_words_read_back_as_those_words_without_style(text: str) -> None:
    escaped = escape(text)
    assert plain(escaped) == text
    assert spans(escaped) == ((InlineSpan(text),) if text else ())


@given(TEXT, TEXT)
def test_escaped_words_stay_words_beside_other_words(one: str, two: str) -> None:
    assert plain(escape(one) + escape(two)) == one + two


@given(TEXT)
def test_an_escaped_line_begins_nothing(text: str) -> None:
    line = escape(" ".join(text.split())).strip()
    assert read_line(line).level is None


@given(st.text(st.sampled_from("*\\[]()ab _`<>&;#-+=1.~"), max_size=30).map(str.strip))
def test_other_readers_see_the_same_words(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(escape(text))
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special"}
    assert "".join(child.content for token in tokens for child in token.children or ()) == text


@given(TEXT)
def test_offsets_point_at_the_words(text: str) -> None:
    words, offsets = plain_with_offsets(text)
    assert words == plain(text) == "".join(span.text for span in spans(text))
    assert [text[offset] for offset in offsets[:-1]] == list(words)
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)


@given(TEXT.filter(bool), TEXT)
def test_a_link_leads_where_it_was_to(words: str, path: str) -> None:
    found = spans(link(words, "https://example.com/" + path))
    assert "".join(span.text for span in found) == words
    assert len({span.url for span in found}) == 1
    assert found[0].url.startswith("https://example.com/")


def test_an_address_of_another_kind_is_no_link() -> None:
    assert link("a*", "javascript:x") == "a\\*"
    assert link("", "https://a.b") == ""


@pytest.mark.parametrize("piece", ["*", "**a", "[a](", "](", "\\", "*a ", "[", "a*b**c"])
def test_long_lines_are_read(piece: str) -> None:
    text = piece * 50_000
    assert len(plain(text)) <= len(text)
    assert plain(escape(text)) == text
