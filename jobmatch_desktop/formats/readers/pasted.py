"""What is copied in Word, Google Docs, LibreOffice or a web page, as CV Markdown: headings, bullets, bold, italic and links.

Pictures, scripts, styles and what is hidden stay away; nothing is fetched. HTML as it comes on the clipboard: Word's lists are
paragraphs with `mso-list` in their style, Google Docs' bold is in styles alone.
"""

import re
from collections.abc import Mapping

from lxml.etree import HTMLParser, ParserError, XMLSyntaxError

from jobmatch_desktop.formats.readers.pasted_lines import Block, Run, markdown_of

MOST_LETTERS = 5_000_000
MOST_TAGS = 60_000
MOST_ENTITIES = 200_000

_DATA = re.compile(r"""\b(?:src|href)\s*=\s*(?:"data:[^"]*"|'data:[^']*')""", re.IGNORECASE)
_HEADER = re.compile(r"\AVersion:[\d.]+[\r\n]+(?:\w+:[^\r\n]*[\r\n]+)*")  # Windows' CF_HTML
_ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NEVER_SEEN = frozenset(
    [
        "applet",
        "area",
        "audio",
        "button",
        "canvas",
        "datalist",
        "embed",
        "frame",
        "head",
        "iframe",
        "img",
        "input",
        "link",
        "map",
        "math",
        "meta",
        "noscript",
        "object",
        "param",
        "picture",
        "progress",
        "script",
        "select",
        "source",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "track",
        "video",
        "xml",
    ]
)
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "td",
        "th",
        "caption",
        "ul",
    ]
)
_HIDDEN_CLASSES = frozenset(
    ["a11y-text", "hidden", "screen-reader-text", "sr-only", "u-visually-hidden", "visually-hidden"]
)
_HEADING = re.compile(r"h([1-6])\Z")


class _Element:
    """An open element: what it means for the words in it, which is what its parent means unless it says otherwise."""

    __slots__ = ("bold", "hidden", "italic", "kept_space", "tag", "url")

    def __init__(self, tag: str, parent: "_Element | None") -> None:
        self.tag = tag
        self.hidden: bool = parent.hidden if parent else False
        self.bold: bool = parent.bold if parent else False
        self.italic: bool = parent.italic if parent else False
        self.kept_space: bool = parent.kept_space if parent else False
        self.url: str = parent.url if parent else ""


def html_to_markdown(html: str) -> str:
    """The words of a piece of HTML as CV Markdown, without an end of line at the end. `""` where it shows no words, and where it is too
    large to be read in a moment (`MOST_LETTERS`, `MOST_TAGS`, `MOST_ENTITIES`): then what the clipboard has as plain text is to be taken.

    Never raises. A table's row is a line, numbered lists are bullets, and bullets in bullets stand in one list. Headings of more than
    three ranks are of the third; one alone at the top is the name's. Up to a second for the largest: not for the UI thread.
    """
    html = _ODD.sub("", _DATA.sub("", _HEADER.sub("", html)))
    if not html.strip() or len(html) > MOST_LETTERS or html.count("<") > MOST_TAGS or html.count("&") > MOST_ENTITIES:
        return ""
    page = _Page()
    parser = HTMLParser(target=page, huge_tree=True, remove_blank_text=False)
    try:
        parser.feed(html)
        parser.close()
    except (ParserError, XMLSyntaxError):
        pass  # nothing in it is an element or a word: what was seen so far is all
    return markdown_of(page.finished())


class _Page:
    """Called by the parser for each tag and each piece of text, in order."""

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._blocks: list[Block] = []
        self._block: Block | None = None
        self._lists = 0
        # For each table that is open, the cells of its row so far: where each begins among the blocks.
        self._rows: list[list[int]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        tag = tag.lower()
        style = _style_of(attributes.get("style") or "")
        element = _Element(tag, self._open[-1] if self._open else None)
        self._open.append(element)
        _dress(element, tag, attributes, style)
        if element.hidden:
            return
        if tag == "br":
            self._line_end()
        elif tag in _BLOCKS:
            self._begin(tag, attributes, style)

    def end(self, tag: str) -> None:
        tag = tag.lower()
        if not self._open:
            return
        element = self._open.pop()
        if element.hidden:
            return
        if tag in ("ul", "ol"):
            self._lists -= 1
        if tag == "tr":
            self._row_ended()
        if tag in _BLOCKS:
            self._block = None

    def data(self, text: str) -> None:
        element = self._open[-1] if self._open else _Element("", None)
        if element.hidden:
            return
        if self._block is None:
            if not text.strip():
                return
            self._block = self._new("words")
        pieces = text.split("\n") if element.kept_space else [text]
        for number, piece in enumerate(pieces):
            if number:
                self._line_end()
            self._block.lines[-1].append(Run(piece, element.bold, element.italic, element.url))

    def close(self) -> None:
        """The parser is done."""

    def finished(self) -> list[Block]:
        """What was read."""
        return self._blocks

    def _begin(self, tag: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> None:
        block, self._block = self._block, None
        names = (attributes.get("class") or "").split()
        if tag in ("ul", "ol"):
            self._lists += 1
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th"):
            if self._rows:
                self._rows[-1].append(len(self._blocks))
        elif heading := _HEADING.match(tag):
            self._block = self._new("heading", int(heading[1]))
        elif "MsoTitle" in names:
            self._block = self._new("heading", 0)
        elif tag == "li" or "mso-list" in style:
            self._block = self._new("bullet")
        elif block is not None and block.kind == "bullet" and self._lists and not block.has_words:
            self._block = block  # a paragraph that begins an item is the item
        elif self._lists and tag in ("p", "div") and self._blocks and self._blocks[-1].kind == "bullet":
            self._block = self._blocks[-1]
            self._line_end()

    def _new(self, kind: str, level: int = 0) -> Block:
        block = Block(kind, level)
        self._blocks.append(block)
        return block

    def _line_end(self) -> None:
        if self._block is not None:
            self._block.lines.append([])

    def _row_ended(self) -> None:
        """Cells of one line each are a line together; others, as of a table that only places things, stand one after the other."""
        starts = self._rows.pop() if self._rows else []
        if len(starts) < 2:
            return
        cells = [self._blocks[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
        said = [[block for block in cell if block.has_words] for cell in cells]
        if all(len(cell) <= 1 for cell in said) and all(block.is_line for cell in said for block in cell):
            row = Block("row", 0)
            for cell in said:
                for block in cell:
                    row.add_cell(block)
            self._blocks[starts[0] :] = [row]


def _style_of(text: str) -> dict[str, str]:
    declared = (part.partition(":") for part in text.lower().split(";")) if text else ()
    return {name.strip(): value.strip() for name, _, value in declared}


def _dress(element: _Element, tag: str, attributes: Mapping[str, str], style: Mapping[str, str]) -> None:
    names = (attributes.get("class") or "").lower().split()
    element.hidden = (
        element.hidden
        or tag in _NEVER_SEEN
        or "hidden" in attributes
        or not _HIDDEN_CLASSES.isdisjoint(names)
        or style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
        or style.get("mso-list") == "ignore"  # Word's own bullet or number, as text
        or style.get("font-size", "").rstrip("ptxem%") == "0"
        or style.get("opacity") == "0"
    )
    if tag in ("b", "strong") or tag == "th":
        element.bold = True
    elif tag in ("i", "em", "cite"):
        element.italic = True
    elif tag == "a":
        element.url = (attributes.get("href") or "").strip()
    elif tag == "pre":
        element.kept_space = True
    if weight := style.get("font-weight"):
        element.bold = weight in ("bold", "bolder") or (weight.isdecimal() and int(weight[:5]) >= 600)
    if slant := style.get("font-style"):
        element.italic = slant in ("italic", "oblique")
    if white := style.get("white-space"):
        # Google Docs sets `pre-wrap` on every span: line ends in such text are in its source alone, and there are none.
        element.kept_space = white in ("pre", "pre-wrap", "pre-line", "break-spaces")
