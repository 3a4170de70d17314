"""The inline half of CV Markdown: `**bold**`, `*italic*`, `[words](address)` and backslash escapes.

All else is text, HTML and code too.
Every function takes time in proportion to its text, and none raises.
"""

import re
from collections.abc import Iterator

import msgspec

_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~·•")
_LINKED = re.compile(r"(?:https?://|mailto:|tel:)(?=.)", re.IGNORECASE)
# An address has neither brackets nor spaces, so that looking for its end never passes the next "(".
_ADDRESS = re.compile(r"\(([^\s()<>\\]+)\)")
_ODD_IN_ADDRESS = re.compile(r"[\s()<>\\]")
_SPECIAL = re.compile(r"\\|\*+|\[|\]")
_TO_ESCAPE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~·•]|$)"  # a backslash that would escape what follows
    r"|[*\[\]`]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore at a word's edge: emphasis to other readers
    r"|<(?=[A-Za-z/!?])|&(?=#?\w+;)"  # HTML to other readers
)
_LEADING = re.compile(r"(\s*)(?:(\d{1,9})(?=[.)](?:\s|$))|(?=(?:#{1,6}|[-+•])(?:\s|$)|>|~~~|[-=]+\s*$))")


class InlineSpan(msgspec.Struct, frozen=True):
    """Text in one style; `url` is the address it leads to (`http:`, `https:`, `mailto:` or `tel:`), `""` for none."""

    text: str
    bold: bool = False
    italic: bool = False
    url: str = ""


class _Token(msgspec.Struct):
    """A piece of the source: `kind` is `text`, or for a mark with its partner `bold`, `italic`, `link`, `link end`."""

    start: int
    text: str
    kind: str = "text"
    url: str = ""


def spans(text: str) -> tuple[InlineSpan, ...]:
    """The text in its styles; neighbours differ in style, and no text is empty. A mark without its partner is text."""
    found: list[InlineSpan] = []
    words: list[str] = []
    style: tuple[bool, bool, str] = (False, False, "")
    for token, now in _styled(text):
        if now != style and words:
            found.append(InlineSpan("".join(words), *style))
            words = []
        style = now
        words.append(token.text)
    if words:
        found.append(InlineSpan("".join(words), *style))
    return tuple(found)


def plain(text: str) -> str:
    """The words alone, as they are read on the page."""
    return "".join(token.text for token, _ in _styled(text))


def plain_with_offsets(text: str) -> tuple[str, list[int]]:
    """The words alone, and where in `text` each of their code points stands; one more offset, for the end, is last."""
    offsets: list[int] = []
    words: list[str] = []
    for token, _ in _styled(text):
        words.append(token.text)
        # Text within a token is contiguous and ends where the token ends; an escape's backslash stands before it.
        offsets.extend(range(token.start, token.start + len(token.text)))
    offsets.append(len(text))
    return "".join(words), offsets


def escape(text: str) -> str:
    """Words as inline Markdown that reads back as those words, wherever it stands in a line."""
    escaped = _TO_ESCAPE.sub(lambda found: "\\" + found[0], text)
    leading = _LEADING.match(escaped)
    if leading and escaped:
        escaped = escaped[: leading.end()] + "\\" + escaped[leading.end() :]
    return escaped


def link(words: str, url: str) -> str:
    """Plain `words` leading to `url`, as inline Markdown; the words alone where the address is of another kind."""
    address = _ODD_IN_ADDRESS.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), url.strip())
    return f"[{escape(words)}]({address})" if words and _LINKED.match(address) else escape(words)


def _styled(text: str) -> Iterator[tuple[_Token, tuple[bool, bool, str]]]:
    bold, italic, url = False, False, ""
    for token in _tokens(text):
        if token.kind == "bold":
            bold = not bold
        elif token.kind == "italic":
            italic = not italic
        elif token.kind == "link":
            url = token.url
        elif token.kind == "link end":
            url = ""
        elif token.text:
            yield token, (bold, italic, url)


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    opened: list[tuple[str, int]] = []  # kind and index of each mark still open: one a kind, so at most three
    position = 0
    while position < len(text):
        special = _SPECIAL.search(text, position)
        if special is None:
            tokens.append(_Token(position, text[position:]))
            break
        start, position = special.span()
        if start > (tokens_end := _end(tokens)):
            tokens.append(_Token(tokens_end, text[tokens_end:start]))
        mark = special[0]
        if mark == "\\":
            position = _escaped(text, start, tokens)
        elif mark == "[":
            opened = [entry for entry in opened if entry[0] != "link"]
            opened.append(("link", len(tokens)))
            tokens.append(_Token(start, mark))
        elif mark == "]":
            position = _close_link(text, start, tokens, opened)
        else:
            _emphasis(text, start, mark, tokens, opened)
    return tokens


def _end(tokens: list[_Token]) -> int:
    if not tokens:
        return 0
    last = tokens[-1]
    return last.start + len(last.text)


def _escaped(text: str, start: int, tokens: list[_Token]) -> int:
    following = text[start + 1 : start + 2]
    if following and following in _ESCAPABLE:
        tokens.append(_Token(start + 1, following))
        return start + 2
    tokens.append(_Token(start, "\\"))
    return start + 1


def _close_link(text: str, start: int, tokens: list[_Token], opened: list[tuple[str, int]]) -> int:
    address = _ADDRESS.match(text, start + 1)
    at = next((index for kind, index in opened if kind == "link"), None)
    if address is None or at is None or at == len(tokens) - 1 or not _LINKED.match(address[1]):
        tokens.append(_Token(start, "]"))
        return start + 1
    while opened.pop() != ("link", at):
        pass
    tokens[at].kind, tokens[at].url = "link", address[1]
    tokens.append(_Token(start, text[start : address.end()], "link end"))
    return address.end()


def _emphasis(text: str, start: int, mark: str, tokens: list[_Token], opened: list[tuple[str, int]]) -> None:
    """A run of one to three `*` closes what is open, then opens what is left of it; longer runs are text."""
    length = len(mark)
    before, after = text[start - 1 : start], text[start + length : start + length + 1]
    closes, opens = bool(before) and not before.isspace(), bool(after) and not after.isspace()
    if length > 3:
        tokens.append(_Token(start, mark))
        return
    while length and closes:
        can_close = {1: ("italic",), 2: ("bold",), 3: ("bold", "italic")}[length]
        kind = next((kind for kind, _ in reversed(opened) if kind in can_close), None)
        if kind is None:
            break
        while True:
            found, index = opened.pop()
            if found == kind:
                break
        tokens[index].kind = kind
        width = 2 if kind == "bold" else 1
        tokens.append(_Token(start, text[start : start + width], kind))
        start, length = start + width, length - width
    for kind, width in (("bold", 2), ("italic", 1)):
        if length >= width and opens and all(kind != other for other, _ in opened):
            opened.append((kind, len(tokens)))
            tokens.append(_Token(start, text[start : start + width]))
            start, length = start + width, length - width
    if length:
        tokens.append(_Token(start, text[start : start + length]))
