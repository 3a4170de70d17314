"""Markdown that comes piece by piece, as blocks to draw: what is closed is final, and only the last block is parsed again.

CommonMark by markdown-it-py (spec.commonmark.org 0.31). HTML is text, a link is its words and its address, a picture its words: nothing
that a model writes loads anything or leads anywhere.
"""

import functools
from collections.abc import Iterator, Sequence

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token


class Span(msgspec.Struct, frozen=True):
    """Text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False


class Line(msgspec.Struct, frozen=True):
    """A paragraph, an item's paragraph, a heading, a whole code block or a rule. `kind` is `paragraph`, `heading`, `code` or `rule`;
    `level` is a heading's, 1 to 6, else 0; `indent` how deep in lists and quotations it stands; `marker` is what stands before the first
    paragraph of an item (`•`, `3.`)."""

    kind: str
    spans: tuple[Span, ...] = ()
    level: int = 0
    indent: int = 0
    marker: str = ""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(span.text for span in self.spans)


class Block(msgspec.Struct, frozen=True):
    """A block of the top level: a paragraph, a heading, a whole list, ... `closed`: what comes later does not change it."""

    lines: tuple[Line, ...]
    closed: bool


class MarkdownBlocks:
    """One text that comes in pieces. Pure, any thread."""

    def __init__(self) -> None:
        self._rest = ""
        """The source from the beginning of the last block on, whose end is not known yet."""

    def feed(self, piece: str) -> list[Block]:
        """What takes the place of the open blocks of the call before: those that are closed now, then the open ones."""
        self._rest += piece.replace("\r", "")
        # A line that is not whole may still become something else: it closes nothing.
        whole = self._rest.rfind("\n") + 1
        blocks = _top(_parser().parse(self._rest[:whole]))
        closed: list[Block] = []
        if len(blocks) > 1:
            closed = [_block(tokens, closed=True) for tokens in blocks[:-1]]
            first = (blocks[-1][0].map or [0])[0]
            self._rest = "\n".join(self._rest.split("\n")[first:])
        return closed + [_block(tokens, closed=False) for tokens in _top(_parser().parse(self._rest))]

    def finish(self) -> list[Block]:
        """The last blocks, closed; they take the place of the open ones."""
        rest, self._rest = self._rest, ""
        return [_block(tokens, closed=True) for tokens in _top(_parser().parse(rest))]


def blocks_of(text: str) -> list[Block]:
    """The blocks of a whole text."""
    blocks = MarkdownBlocks()
    return [block for block in blocks.feed(text) if block.closed] + blocks.finish()


@functools.cache
def _parser() -> MarkdownIt:
    # A definition would change links of blocks that are closed long since.
    return MarkdownIt("commonmark", {"html": False}).disable("reference")


def _top(tokens: Sequence[Token]) -> list[list[Token]]:
    """The tokens of each block of the top level."""
    blocks: list[list[Token]] = []
    for token in tokens:
        if token.level == 0 and token.nesting >= 0:
            blocks.append([])
        blocks[-1].append(token)
    return blocks


def _block(tokens: Sequence[Token], closed: bool) -> Block:
    return Block(tuple(_lines(tokens)), closed)


def _lines(tokens: Sequence[Token]) -> Iterator[Line]:
    indent, level = 0, 0
    marker = ""
    for token in tokens:
        match token.type:
            case "list_item_open":
                indent += 1
                marker = f"{token.info}{token.markup}" if token.info else "•"
            case "blockquote_open":
                indent += 1
            case "list_item_close":
                if marker:  # an item that has nothing yet
                    yield Line("paragraph", (), 0, indent, marker)
                    marker = ""
                indent -= 1
            case "blockquote_close":
                indent -= 1
            case "heading_open":
                level = int(token.tag[1:])
            case "heading_close":
                level = 0
            case "inline":
                kind = "heading" if level else "paragraph"
                yield Line(kind, tuple(_spans(token.children or ())), level, indent, marker)
                marker = ""
            case "fence" | "code_block":
                yield Line("code", (Span(token.content.removesuffix("\n"), code=True),), 0, indent, marker)
                marker = ""
            case "hr":
                yield Line("rule", (), 0, indent, marker)
                marker = ""
            case _:
                pass


def _spans(tokens: Sequence[Token]) -> Iterator[Span]:
    bold = italic = 0
    address = words = ""
    for token in tokens:
        text = ""
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "text" | "text_special" | "html_inline" | "image":
                text = token.content
            case "code_inline":
                yield Span(token.content, bool(bold), bool(italic), code=True)
            case "softbreak":
                text = " "
            case "hardbreak":
                text = "\n"
            case "link_open":
                address, words = str(token.attrs.get("href", "")), ""
            case "link_close":
                text = f" ({address})" if address and address != words else ""
            case _:
                pass
        words += text
        if text:
            yield Span(text, bool(bold), bool(italic))
