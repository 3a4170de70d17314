"""Markdown in pieces: what is closed is what the whole text has, however it was cut."""

from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.writing.markdown_blocks import Block, MarkdownBlocks, blocks_of

SAMPLE = """# Your **pitch**

I build *payment services*.
They `run` day and night.

- one
- two

  more of two
1. first

> quoted

```python
# no heading
- no item
```
Last <script>alert(1)</script> [site](https://example.org) ![cat](cat.png)
***
"""

PIECES = [
    "# a",
    "word ",
    "- ",
    "-",
    "* ",
    "1. ",
    "2)",
    "> ",
    "```",
    "~~~",
    "    ",
    "**",
    "*",
    "_",
    "`",
    "[a](b)",
    "[a]: b",
    "<b>",
    "===",
    "---",
    "***",
    "&amp;",
    "\\",
    "é",
    "+",
    "]",
    "#",
    "# ",
]  # fmt: skip
FRAGMENTS = st.lists(st.sampled_from([*PIECES, "|", "\n", "\n\n", "\t", "\r\n", "  \n"]), max_size=40).map("".join)


def fed(pieces: list[str]) -> list[Block]:
    blocks = MarkdownBlocks()
    closed: list[Block] = []
    for piece in pieces:
        shown = blocks.feed(piece)
        closed += [block for block in shown if block.closed]
    return closed + blocks.finish()


@given(FRAGMENTS, st.data())
def test_pieces_make_the_blocks_of_the_whole(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=12)))
    pieces = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert fed(pieces) == fed([text])
    assert fed(list(text)) == fed([text])


def test_the_open_blocks_are_what_the_text_so_far_shows() -> None:
    blocks = MarkdownBlocks()
    shown: list[Block] = []
    for end in range(len(SAMPLE)):
        shown = [block for block in shown if block.closed] + blocks.feed(SAMPLE[end])
        whole = [line for block in blocks_of(SAMPLE[: end + 1]) for line in block.lines]
        assert [line for block in shown for line in block.lines] == whole


def test_only_the_last_block_is_held() -> None:
    blocks = MarkdownBlocks()
    longest = 0
    for _ in range(300):
        blocks.feed("A paragraph of some words.\n\n")
        longest = max(longest, len(blocks._rest))
    assert longest < 100


def test_what_is_drawn() -> None:
    lines = [line for block in blocks_of(SAMPLE) for line in block.lines]
    told = [(line.kind, line.level, line.indent, line.marker, line.text) for line in lines]
    assert told == [
        ("heading", 1, 0, "", "Your pitch"),
        ("paragraph", 0, 0, "", "I build payment services. They run day and night."),
        ("paragraph", 0, 1, "•", "one"),
        ("paragraph", 0, 1, "•", "two"),
        ("paragraph", 0, 1, "", "more of two"),
        ("paragraph", 0, 1, "1.", "first"),
        ("paragraph", 0, 1, "", "quoted"),
        ("code", 0, 0, "", "# no heading\n- no item"),
        ("paragraph", 0, 0, "", "Last <script>alert(1)</script> site (https://example.org) cat"),
        ("rule", 0, 0, "", ""),
    ]
    styles = [(span.text, span.bold, span.italic, span.code) for span in (*lines[0].spans, *lines[1].spans)]
    assert ("pitch", True, False, False) in styles
    assert ("payment services", False, True, False) in styles
    assert ("run", False, False, True) in styles


def test_a_line_that_is_not_whole_closes_nothing() -> None:
    blocks = MarkdownBlocks()
    assert [block.closed for block in blocks.feed("words\n#")] == [False, False]
    [block] = blocks.feed("hashtag\n")
    assert block.lines[0].text == "words #hashtag"
