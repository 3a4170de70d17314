"""A CV document as the data that Typst templates read: text in its styles, never Typst source."""

import itertools
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Section
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.inline_markdown import InlineSpan, spans
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.formats.contact_details import headline_of
from jobmatch_desktop.formats.words import shown
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.words import (
    SEPARATOR,
    author_of,
    dates_last,
    place_and_dates,
    runs_left,
    starts_right,
    title_of,
)
from jobmatch_desktop.writing.letter_habits import habit_of, parts_of
from jobmatch_desktop.writing.titles import role_of

# Of scripts that part words by spaces and whose letters do not join.
_LONG_WORD = re.compile(r"[!-\u058f\u1e00-\u1fff\u2010-\u2027]{28,}")
_HYPHENED = re.compile(r"(?<!\S)(?=\S*[^\W_][-‐][^\W_])\S+")
_AROUND_HYPHEN = re.compile(r"(?<!\S)\S{1,18} [-‐] \S{1,18}(?!\S)")
_MONTH_AND_YEAR = re.compile(r"(?<!\S)([^\W\d_]{3,9})\.? (?:19|20)\d\d(?!\d)")
_SHORT = 27
_SHORTEST_CUT = 28
# Neither a hyphen nor a year: nothing to keep whole.
_HAS_WHOLE = re.compile(r"[-‐]|(?:19|20)\d\d")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_BREAKS = re.compile(r".{1,12}?[/?&=._\-@,;:+]+|.{1,12}", re.DOTALL)


def page_data(document: CvDocument, style: Style, fonts: Iterable[str], look: dict[str, Any], photo: str = "") -> str:
    """The document as one JSON object, for resources/templates. `fonts` are families, the first choice first; `look` is what
    `formats/writers/look.py` makes of a template's; `photo` the path of the picture for Typst, `""` for none."""
    named = bool(_line(document.name)["spans"])
    return json.dumps(
        {
            "kind": str(style.kind),
            "language": style.language if _LANGUAGE.fullmatch(style.language) else "und",
            "rtl": runs_left(style.language),
            "title": title_of(document, style),
            "author": author_of(document, style),
            "fonts": list(fonts),
            "look": look,
            "photo": photo,
            "photo-alt": author_of(document, style) or "–",
            "name": _line(document.name),
            "contact": _contact(document),
            "preamble": _blocks(document.preamble),
            "sections": [_section(section, 2 if named else 1) for section in document.sections],
            "letter": _letter(document, style, named) if style.kind is DocumentKind.LETTER else None,
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
        "role": role_of(section.title) or "",
        "level": level,
        "content": [item for part in section.content for item in _content(part, below)],
    }


def _content(part: Block | Entry, level: int) -> list[dict[str, Any]]:
    if not isinstance(part, Entry):
        return _blocks((part,))
    if part == Entry(""):
        return []
    place, dates = place_and_dates(part.details)
    entry = {
        "kind": "entry",
        "level": level,
        "title": _line(part.title),
        "organisation": _line(part.organisation),
        "details": _line(dates_last(part.details)),
        "place": _line(place),
        "dates": _line(dates),
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


def _contact(document: CvDocument) -> list[list[dict[str, Any]]]:
    headline = headline_of(document.contact)
    return [parts for line in document.contact if (parts := _contact_parts(line, headline))]


def _contact_parts(text: str, headline: str) -> list[dict[str, Any]]:
    """The parts of a contact line, each with its spans: the dots between them are the template's."""
    parts: list[list[InlineSpan]] = [[]]
    for span in spans(text):
        first, *others = span.text.split(SEPARATOR)
        parts[-1].append(msgspec.structs.replace(span, text=first))
        parts.extend([msgspec.structs.replace(span, text=other)] for other in others)
    found = []
    for part in parts:
        words = "".join(span.text for span in part).strip()
        if pieces := [one for span in part if (one := _span(span))["pieces"]]:
            found.append(
                {"spans": pieces, "rtl": starts_right(words), "headline": bool(headline) and words == headline}
            )
    return found


def _letter(document: CvDocument, style: Style, named: bool) -> dict[str, Any]:
    """The letter's parts in the order of its country, and where they stand."""
    habit = habit_of(style.options.country, style.language)
    level = 2 if named else 1
    parts: list[dict[str, Any]] = []
    below = level
    for part in parts_of(document, habit):
        if part.content is None:
            title = _line(part.title)
            if title["spans"]:
                parts.append({"role": part.role, "title": title, "level": level})
                below = level + 1
        else:
            content = _content(part.content, below)
            parts.extend({"role": part.role, "content": one} for one in content)
    return {"sides": habit.sides, "window-mm": habit.window_mm, "parts": parts}


def _line(text: str) -> dict[str, Any]:
    found = [span for span in map(_span, spans(text)) if span["pieces"]]
    return {"spans": found, "rtl": starts_right(text)}


def _span(span: InlineSpan) -> dict[str, Any]:
    return {"pieces": _pieces(shown(span.text)), "bold": span.bold, "italic": span.italic, "url": span.url}


def _pieces(text: str) -> list[str | dict[str, str]]:
    """The text, cut where a line may end within words that may be too long for a line. Short words with a hyphen, those beside a
    hyphen of its own, and a month with its year are pieces of their own, that stay whole: readers take a hyphen at a line's end for
    one that was not in the word, one at its begin for the mark of a list, and half a date for none."""
    cuts = [
        word.start() + piece.end()
        for word in (_LONG_WORD.finditer(text) if len(text) >= _SHORTEST_CUT else ())
        for piece in _BREAKS.finditer(word[0])
        if piece.end() < len(word[0])
    ]
    if not cuts and not _HAS_WHOLE.search(text):
        return [text] if text else []
    whole = {found.start(): found.end() for found in _HYPHENED.finditer(text) if found.end() - found.start() <= _SHORT}
    months = date_words().months
    dated = (found for found in _MONTH_AND_YEAR.finditer(text) if found[1].casefold() in months)
    whole.update((found.start(), found.end()) for found in dated)
    whole.update((found.start(), found.end()) for found in _AROUND_HYPHEN.finditer(text))
    edges = sorted({0, len(text), *cuts, *whole, *whole.values()})
    return [
        {"whole": text[start:end]} if whole.get(start) == end else text[start:end]
        for start, end in itertools.pairwise(edges)
        if start < end
    ]
