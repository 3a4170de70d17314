"""Entries whose every field has its name before it, as the Europass form and many texts have them: `Employer: Acme`."""

import functools
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from jobmatch_desktop.formats.cv_lines.blocks import paragraphs_of
from jobmatch_desktop.formats.cv_lines.heads import head_of
from jobmatch_desktop.formats.cv_lines.line import Line, Said, part_of, words_of
from jobmatch_desktop.formats.cv_lines.study import degree_of, when_studied
from jobmatch_desktop.formats.cv_lines.texts import joined, said
from jobmatch_desktop.formats.cv_lines.vocabulary import folded
from jobmatch_desktop.formats.cv_lines.work import dated, text_of
from jobmatch_desktop.resources import resource

_LABEL = re.compile(r"([^:]{3,70}?)\s*:\s+(?=\S)")
_NAMING = frozenset(("position", "employer", "degree", "school"))
_BEGINNING = _NAMING | {"dates"}
_FEWEST_FIELDS = 2
_SURE = 0.85


class _Entry(msgspec.Struct):
    """The lines of each field of one entry."""

    fields: dict[str, list[Line]]


def labelled_jobs(lines: Sequence[Line], organisation: str = "name") -> list[dict[str, Any]]:
    """Jobs with `Said` as leaves; none where the fields have no names. Every line is in one of them."""
    return [_job(entry, organisation) for entry in _entries(lines)]


def labelled_studies(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Studies with `Said` as leaves; none where the fields have no names. Every line is in one of them."""
    return [_study(entry) for entry in _entries(lines)]


def _entries(lines: Sequence[Line]) -> list[_Entry]:
    entries: list[_Entry] = []
    field = ""
    for line in lines:
        found = _field_of(line)
        if found is None:
            if not entries:
                return []
            entries[-1].fields[field].append(line)
            continue
        field, rest = found
        if not entries or (field in _BEGINNING and field in entries[-1].fields):
            entries.append(_Entry({}))
        entries[-1].fields.setdefault(field, []).append(rest)
    named = {field for entry in entries for field in entry.fields}
    whole = all(entry.fields.keys() & _NAMING for entry in entries)
    return entries if whole and len(named & _BEGINNING) >= _FEWEST_FIELDS else []


def _field_of(line: Line) -> tuple[str, Line] | None:
    """Which field a line names at its beginning, and the rest of the line."""
    if len(line.cells) > 1:
        name = " ".join(word.text for word in line.cells[0])
        rest = tuple(word for cell in line.cells[1:] for word in cell)
    elif (found := _LABEL.match(line.text)) and not line.marked:
        name = found[1]
        count = len(found[0].split())
        rest = line.words[count:]
    else:
        return None
    field = _fields().get(_key(name))
    return (field, part_of(line, rest)) if field and rest else None


def _text(entry: _Entry, field: str) -> Said | None:
    lines = entry.fields.get(field)
    return joined(lines, _SURE) if lines else None


def _when(entry: _Entry) -> list[Line]:
    return entry.fields.get("dates", [])


def _rest(entry: _Entry, *used: str) -> list[Line]:
    return [line for field, lines in entry.fields.items() if field not in used for line in lines]


def _job(entry: _Entry, organisation: str) -> dict[str, Any]:
    head = head_of(_when(entry))
    employer = entry.fields.get("employer", [])
    names = head_of(employer) if employer else None
    name = names.texts[0][0] if names and names.texts else None
    prose, bullets = text_of(paragraphs_of(_rest(entry, "dates", "position", "employer", "place")))
    more = [text for row in (names.texts[1:] if names else []) for text in row]
    return {
        organisation: msgspec.structs.replace(name, confidence=_SURE) if name else None,
        "position": _text(entry, "position"),
        "location": _text(entry, "place") or (names.place if names else None),
        **dated(head),
        "summary": [*more, *(text for row in head.texts for text in row), *prose],
        "highlights": bullets,
    }


def _study(entry: _Entry) -> dict[str, Any]:
    head = head_of(_when(entry))
    school = entry.fields.get("school", [])
    names = head_of(school) if school else None
    area = _text(entry, "subjects")
    item = {
        "institution": names.texts[0][0] if names and names.texts else None,
        **when_studied(head),
        **degree_of(_text(entry, "degree")),
    }
    if area is not None:
        item.setdefault("area", area)
    rest = _rest(entry, "dates", "degree", "school", "place", *(("subjects",) if item.get("area") is area else ()))
    return {
        **item,
        "location": _text(entry, "place") or (names.place if names else None),
        "summary": [said(" ".join(word.text for word in words_of(rest)), words_of(rest))] if rest else [],
    }


def _key(name: str) -> str:
    return "".join(sign for sign in folded(name) if sign.isalpha())


@functools.cache
def _fields() -> dict[str, str]:
    """The name of a field, letters alone, to the field that it names."""
    table = msgspec.json.decode(resource("reading/fields.json").read_bytes(), type=dict[str, list[str]])
    return {_key(name): field for field, names in table.items() for name in names}
