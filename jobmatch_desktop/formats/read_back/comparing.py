"""A document held against what two readers found in its file: which fields came back, and in order."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.inline_markdown import escape, spans
from jobmatch_desktop.domain.read_back import Missing, ReadBack, Reader, Why
from jobmatch_desktop.formats.read_back.fields import Part, parts_in, squeezed
from jobmatch_desktop.formats.read_back.returned import Returned
from jobmatch_desktop.formats.resume_of_document import resume_of
from jobmatch_desktop.formats.words import shown
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.words import starts_right

_ADDRESS = re.compile(r" \((?:https?|mailto|tel):[^\s()]*\)")
_DASHES = re.compile(r"[-‐-―]")
# Fields of JSON Resume that must come back under their own name; the others, in the same entry.
_EXACT = {
    "basics": {"name", "email", "phone"},
    "work": {"name", "position", "startDate", "endDate", "highlights"},
    "volunteer": {"organization", "position", "startDate", "endDate", "highlights"},
    "education": {"institution", "startDate", "endDate"},
    "projects": {"startDate", "endDate", "highlights"},
}


def compared(document: CvDocument, style: Style, sidebar: tuple[str, ...], returned: Returned) -> ReadBack:
    """Which fields of the document, as it was written in this style, came back. `sidebar` are roles of sections that the template
    may set beside the others, and so before them. Pure."""
    parts = parts_in(document, style)
    missing: list[Missing] = []
    total = 0
    for reader, text in ((Reader.OWN, "\n".join(returned.own)), (Reader.OTHER, returned.other)):
        total += sum(len(run.fields) for part in parts for run in part.runs)
        missing.extend(_missing(parts, _without_feet(squeezed(text), document), sidebar, reader))
    addresses = list(_addresses(document))
    total += len(addresses)
    found = set(returned.links)
    missing.extend(Missing("link", address, Why.GONE, Reader.OTHER) for address in addresses if address not in found)
    if style.kind is DocumentKind.CV:
        wanted = list(_leaves(resume_of(document)))
        total += len(wanted)
        missing.extend(_misread(wanted, returned.profile))
    return ReadBack(total, total - len(missing), tuple(missing))


def _missing(parts: Sequence[Part], text: str, sidebar: tuple[str, ...], reader: Reader) -> Iterator[Missing]:
    place = 0
    for part in _as_set(parts, text, sidebar):
        for run in part.runs:
            ends = [place]
            for field in run.fields:
                # Of lines from right to left some readers give the words as they stand on the page, from its left.
                ways = {squeezed(field.words)}
                if starts_right(escape(field.words)):
                    ways.add(squeezed(" ".join(reversed(field.words.split()))))
                found = [start + len(words) for words in ways if (start := text.find(words, place)) >= 0]
                if found:
                    ends.append(min(found))
                else:
                    why = Why.ORDER if any(words in text for words in ways) else Why.GONE
                    yield Missing(field.what, field.words, why, reader)
            place = max(ends)


def _as_set(parts: Sequence[Part], text: str, sidebar: tuple[str, ...]) -> list[Part]:
    """The parts in the order that the template may have set them in: those of the sidebar where they stand."""
    head, *sections = parts
    if not any(section.role in sidebar for section in sections):
        return list(parts)
    places = {id(section): text.find(_beginning(section)) for section in sections}
    if list(places.values()) == sorted(places.values()):
        return list(parts)
    beside = [section for section in sections if section.role in sidebar]
    wide = [section for section in sections if section.role not in sidebar]
    first = places[id(wide[0])] if wide else len(text)
    before = sorted((one for one in beside if 0 <= places[id(one)] < first), key=lambda one: places[id(one)])
    return [head, *before, *wide, *(one for one in beside if one not in before)]


def _beginning(section: Part) -> str:
    return "".join(squeezed(field.words) for run in section.runs[:2] for field in run.fields[:1])


def _without_feet(text: str, document: CvDocument) -> str:
    """The squeezed text without the foot of the pages, which may stand in the middle of a sentence."""
    name = squeezed(document.name)
    return re.sub(rf"{re.escape(name)}\d{{1,2}}/\d{{1,2}}", "", text)


def _addresses(document: CvDocument) -> Iterator[str]:
    parts = (*document.preamble, *(part for section in document.sections for part in section.content))
    titles = (section.title for section in document.sections)
    texts = (document.name, *document.contact, *titles, *(text for part in parts for text in _texts(part)))
    yield from dict.fromkeys(shown(span.url) for text in texts for span in spans(text) if span.url)


def _texts(part: Block | Entry) -> tuple[str, ...]:
    if isinstance(part, Entry):
        inner = (text for block in part.blocks for text in _texts(block))
        return (part.title, part.organisation, part.details, *inner)
    return part.items if isinstance(part, Bullets) else part.lines


def _leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict):
        for key, one in value.items():
            if path or key != "meta":
                yield from _leaves(one, (*path, key))
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _leaves(one, (*path, number))
    elif path[-1] not in ("url", "current"):  # links are compared by themselves
        yield path, str(value)


def _misread(wanted: Iterable[tuple[tuple[str | int, ...], str]], profile: dict[str, Any]) -> Iterator[Missing]:
    """Fields that the importer puts elsewhere, or nowhere."""
    for path, value in wanted:
        exact = next((part for part in path[1:] if part in _EXACT.get(str(path[0]), ())), None)
        there = _at(profile, path[:1] if path[0] == "basics" else path[:2])
        held = [_bare(text) for _, text in _leaves(_at(there, (exact,)) if exact else there, ("",))]
        words = _bare(_ADDRESS.sub("", value))
        if not (words in held if exact else words in "".join(held)):
            yield Missing("/".join(map(str, path)), value, Why.FIELD, Reader.OWN)


def _bare(text: str) -> str:
    """Squeezed, and without the dashes at which the importer may part a field."""
    return _DASHES.sub("", squeezed(text))


def _at(value: Any, path: Iterable[str | int]) -> Any:
    for key in path:
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return None
    return value
