"""A CV document as the data that Typst templates read: text in its styles, never Typst source."""

import itertools
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Section
from jobmatch_desktop.domain.inline_markdown import InlineSpan, plain, spans
from jobmatch_desktop.formats.writers.style import Style

_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi"})
# Of scripts that part words by spaces and whose letters do not join.
_LONG_WORD = re.compile(r"[!-\u058f\u1e00-\u1fff\u2010-\u2027]{28,}")
_BREAKS = re.compile(r".{1,12}?[/?&=._\-@,;:+]+|.{1,12}", re.DOTALL)
# What no font shows and no reader should be given: controls, halves of characters, non-characters.
_UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]")
_DATED = re.compile(r"\d{4}")
SEPARATOR = " · "


def title_of(document: CvDocument, style: Style) -> str:
    """The file's title: the style's, else the person's name, else what kind of document it is."""
    return _shown(style.title or plain(document.name)) or str(style.kind)


def author_of(document: CvDocument, style: Style) -> str:
    """The file's author: the style's, else the person's name."""
    return _shown(style.author or plain(document.name))


def page_data(document: CvDocument, style: Style, fonts: Iterable[str]) -> str:
    """The document as one JSON object, for resources/templates. `fonts` are families, the first choice first."""
    return json.dumps(
        {
            "kind": str(style.kind),
            "language": style.language,
            "rtl": style.language in _RIGHT_TO_LEFT,
            "title": title_of(document, style),
            "author": author_of(document, style),
            "fonts": list(fonts),
            "name": _line(document.name),
            "contact": [_line(line) for line in document.contact],
            "preamble": _blocks(document.preamble),
            "sections": [_section(section, 2 if _line(document.name)["spans"] else 1) for section in document.sections],
        },
        ensure_ascii=False,
    )


def words_of(document: CvDocument) -> Iterator[str]:
    """Every inline text of the document, in reading order."""
    yield document.name
    yield from document.contact
    for block in document.preamble:
        yield from _texts(block)
    for section in document.sections:
        yield section.title
        for part in section.content:
            if isinstance(part, Entry):
                yield from (part.title, part.organisation, part.details)
                for block in part.blocks:
                    yield from _texts(block)
            else:
                yield from _texts(part)


def _texts(block: Block) -> tuple[str, ...]:
    return block.items if isinstance(block, Bullets) else block.lines


def _section(section: Section, level: int) -> dict[str, Any]:
    """`level` is the heading's, as that of each entry: a file begins with a heading of level 1 and leaves none out."""
    title = _line(section.title)
    below = level + 1 if title["spans"] else level
    return {
        "title": title,
        "level": level,
        "content": [item for part in section.content for item in _content(part, below)],
    }


def _content(part: Block | Entry, level: int) -> list[dict[str, Any]]:
    if not isinstance(part, Entry):
        return _blocks((part,))
    if part == Entry(""):
        return []
    entry = {
        "kind": "entry",
        "level": level,
        "title": _line(part.title),
        "organisation": _line(part.organisation),
        "details": _line(_dates_last(part.details)),
        "blocks": _blocks(part.blocks),
    }
    return [entry]


def _blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for block in blocks:
        lines = [_line(text) for text in _texts(block)]
        if lines:
            bullets = isinstance(block, Bullets)
            found.append({"kind": "bullets", "items": lines} if bullets else {"kind": "paragraph", "lines": lines})
    return found


def _dates_last(details: str) -> str:
    """Dates end the line, so that they stand under each other at the page's edge."""
    parts = details.split(SEPARATOR)
    return SEPARATOR.join(sorted(parts, key=lambda part: bool(_DATED.search(part))))


def _line(text: str) -> dict[str, Any]:
    found = [span for span in map(_span, spans(text)) if span["pieces"]]
    return {"spans": found, "rtl": _starts_right(text)}


def _span(span: InlineSpan) -> dict[str, Any]:
    return {"pieces": _pieces(_shown(span.text)), "bold": span.bold, "italic": span.italic, "url": span.url}


def _pieces(text: str) -> list[str]:
    """The text, cut where a line may end within words that may be too long for a line."""
    cuts = [
        word.start() + piece.end()
        for word in _LONG_WORD.finditer(text)
        for piece in _BREAKS.finditer(word[0])
        if piece.end() < len(word[0])
    ]
    return [text[start:end] for start, end in itertools.pairwise([0, *cuts, len(text)]) if start < end]


def _shown(text: str) -> str:
    return _UNSHOWN.sub("", text)


def _starts_right(text: str) -> bool:
    """Whether the text's first letter with a direction runs from right to left (Unicode's rule P2)."""
    for character in plain(text):
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
