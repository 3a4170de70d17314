"""A CV document as the data that Typst templates read: text in its styles, never Typst source."""

import itertools
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Section
from jobmatch_desktop.domain.inline_markdown import InlineSpan, spans
from jobmatch_desktop.formats.words import shown
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.words import (
    SEPARATOR,
    author_of,
    dates_last,
    runs_left,
    starts_right,
    title_of,
)

# Of scripts that part words by spaces and whose letters do not join.
_LONG_WORD = re.compile(r"[!-\u058f\u1e00-\u1fff\u2010-\u2027]{28,}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_BREAKS = re.compile(r".{1,12}?[/?&=._\-@,;:+]+|.{1,12}", re.DOTALL)


def page_data(document: CvDocument, style: Style, fonts: Iterable[str]) -> str:
    """The document as one JSON object, for resources/templates. `fonts` are families, the first choice first."""
    return json.dumps(
        {
            "kind": str(style.kind),
            "language": style.language if _LANGUAGE.fullmatch(style.language) else "und",
            "rtl": runs_left(style.language),
            "title": title_of(document, style),
            "author": author_of(document, style),
            "fonts": list(fonts),
            "name": _line(document.name),
            "contact": [parts for line in document.contact if (parts := _contact_parts(line))],
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
        "details": _line(dates_last(part.details)),
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


def _contact_parts(text: str) -> list[dict[str, Any]]:
    """The parts of a contact line, each with its spans: the dots between them are the template's."""
    parts: list[list[InlineSpan]] = [[]]
    for span in spans(text):
        first, *others = span.text.split(SEPARATOR)
        parts[-1].append(msgspec.structs.replace(span, text=first))
        parts.extend([msgspec.structs.replace(span, text=other)] for other in others)
    shown_parts = [[one for span in part if (one := _span(span))["pieces"]] for part in parts]
    return [{"spans": part, "rtl": False} for part in shown_parts if part]


def _line(text: str) -> dict[str, Any]:
    found = [span for span in map(_span, spans(text)) if span["pieces"]]
    return {"spans": found, "rtl": starts_right(text)}


def _span(span: InlineSpan) -> dict[str, Any]:
    return {"pieces": _pieces(shown(span.text)), "bold": span.bold, "italic": span.italic, "url": span.url}


def _pieces(text: str) -> list[str]:
    """The text, cut where a line may end within words that may be too long for a line."""
    cuts = [
        word.start() + piece.end()
        for word in _LONG_WORD.finditer(text)
        for piece in _BREAKS.finditer(word[0])
        if piece.end() < len(word[0])
    ]
    return [text[start:end] for start, end in itertools.pairwise([0, *cuts, len(text)]) if start < end]
