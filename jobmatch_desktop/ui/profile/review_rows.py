"""What is shown of a file that waits for its review: its fields by section, or what in it differs from the profile."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from jobmatch_desktop.domain.profile_import import Decided
from jobmatch_desktop.evidence.profile_differences import Difference, Kind
from jobmatch_desktop.evidence.profile_merging import Comparison
from jobmatch_desktop.evidence.profile_paths import entry_of, items_at, lines_in, text_at, title_of, value_at
from jobmatch_desktop.evidence.profile_taking import NAMED, is_word_list
from jobmatch_desktop.formats.imported import Box, Imported
from jobmatch_desktop.ui.profile.dates import shown_date
from jobmatch_desktop.ui.profile.sections import SECTIONS, Field, FieldKind, Section

_ALWAYS_WHOLE = ("who", "work", "education")
"""Sections whose usual fields are shown empty too, so that what the reader missed can be typed."""


class ReviewField(msgspec.Struct, frozen=True):
    """A field or a line as it is reviewed: `path` in what was found, `name` and `section` for its words, `text` as shown, `read` as the
    reader had it and `original` as that is shown. `boxes` are its places on the pages; `doubtful`: the reader was unsure of it."""

    path: str
    section: str
    name: str
    kind: FieldKind
    text: str
    read: str
    original: str
    weight: int = 1
    doubtful: bool = False
    boxes: tuple[Box, ...] = ()


class ReviewEntry(msgspec.Struct, frozen=True):
    """An entry, with its fields side by side in rows and its lines. `path` is `""` for what is no entry of a list."""

    path: str
    title: str
    rows: tuple[tuple[ReviewField, ...], ...]
    lines: tuple[ReviewField, ...] = ()

    def fields(self) -> Iterator[ReviewField]:
        """All of them, in the order of the page."""
        for row in self.rows:
            yield from row
        yield from self.lines


class ReviewCard(msgspec.Struct, frozen=True):
    """A section. `paths` are what is used or left out with it."""

    section: str
    paths: tuple[str, ...]
    entries: tuple[ReviewEntry, ...]

    def fields(self) -> Iterator[ReviewField]:
        """All of them."""
        for entry in self.entries:
            yield from entry.fields()


class ReviewChange(msgspec.Struct, frozen=True):
    """A difference to the profile. `context` is the entry that it is in; a new entry stands whole in `entry`, anything else that is found
    in `field`. `origin` is the entry that something moved out of."""

    difference: Difference
    section: str
    context: str
    field: ReviewField | None = None
    entry: ReviewEntry | None = None
    origin: str = ""

    def fields(self) -> Iterator[ReviewField]:
        """What of it is found in the file."""
        if self.entry is not None:
            yield from self.entry.fields()
        elif self.field is not None:
            yield self.field


def cards(found: Imported, decided: Decided) -> tuple[ReviewCard, ...]:
    """All that was found, by section."""
    return tuple(card for section in SECTIONS if (card := _card(section, found, decided)) is not None)


def changes(
    found: Imported, present: dict[str, Any], comparison: Comparison, decided: Decided
) -> tuple[ReviewChange, ...]:
    """What differs from a profile."""
    return tuple(
        _change(difference, found, present, decided)
        for difference in comparison.differences
        if difference.kind is not Kind.SAME
    )


def same_words(found: Imported, comparison: Comparison) -> tuple[str, ...]:
    """What stands in the profile as in the file, or was changed there by hand alone: a line each."""
    words: dict[str, None] = {}
    for difference in comparison.differences:
        if difference.kind is Kind.SAME and difference.before:
            context = _context(found.profile, difference.key)
            words[" · ".join(dict.fromkeys(part for part in (context, difference.before) if part))] = None
    return tuple(words)


def targets(found: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Where a line that fits no field may go: the path, and what it is called (an entry's name, `""` for a section's own)."""
    entries = [
        (f"{section}/{place}/highlights", title_of(item))
        for section in ("work", "projects", "volunteer")
        for place, item in enumerate(items_at(found, section))
    ]
    return (("basics/summary", ""), *entries, *((name, "") for name in NAMED))


def field_at(path: str, found: Imported, decided: Decided) -> ReviewField:
    """A field or line by its path."""
    section = _section_of(path)
    held = value_at(found.profile, path)
    name = path if section.list_path == "" else path[len(entry_of(path)) + 1 :].partition("/")[0]
    known = next((one for row in section.rows for one in row.fields if one.name == name), None)
    if known is None:
        kind = FieldKind.BULLET if path.rpartition("/")[2].isdigit() else FieldKind.LINE
        return _field(Field(name, kind), path, section, found, decided)
    if known.kind is FieldKind.KEYWORDS and isinstance(held, str):
        known = Field(name, FieldKind.LINE)
    return _field(known, path, section, found, decided)


def _card(section: Section, found: Imported, decided: Decided) -> ReviewCard | None:
    if not section.list_path:
        entry = _entry("", section, found, decided)
        if not any(field.text or field.read for field in entry.fields()):
            return None
        return ReviewCard(section.key, tuple(field.path for field in entry.fields()), (entry,))
    places = range(len(items_at(found.profile, section.list_path)))
    entries = tuple(_entry(f"{section.list_path}/{place}", section, found, decided) for place in places)
    entries = tuple(entry for entry in entries if any(field.read for field in entry.fields()))
    return ReviewCard(section.key, (section.list_path,), entries) if entries else None


def _entry(path: str, section: Section, found: Imported, decided: Decided) -> ReviewEntry:
    before = f"{path}/" if path else ""
    rows = []
    known = set()
    for row in section.rows:
        fields = [_field(field, before + field.name, section, found, decided) for field in row.fields]
        known |= {field.path for field in fields}
        whole = section.key in _ALWAYS_WHOLE and not row.absent
        if any(field.text or field.read for field in fields):
            wide = whole or section.key == "summary"
            rows.append(tuple(field for field in fields if wide or field.text or field.read))
        elif whole and row.fields[0].kind is not FieldKind.KEYWORDS and section.key != "who":
            rows.append(tuple(fields))
    rows.extend(_further(path, section, known, found, decided))
    holder = path or ("basics" if section.key == "who" else "-")
    lines = [
        _field(Field(name, FieldKind.BULLET), f"{holder}/{name}/{place}", section, found, decided)
        for name in lines_in(value_at(found.profile, holder))
        if f"{holder}/{name}" not in known
        for place in range(len(items_at(found.profile, f"{holder}/{name}")))
    ]
    return ReviewEntry(path, title_of(value_at(found.profile, path)) if path else "", tuple(rows), tuple(lines))


def _further(
    path: str, section: Section, known: set[str], found: Imported, decided: Decided
) -> Iterator[tuple[ReviewField, ...]]:
    """Texts that the profile's page has no field for."""
    holder = path or {"who": "basics"}.get(section.key, "")
    held = value_at(found.profile, holder) if holder else None
    if not isinstance(held, dict):
        return
    shown_elsewhere = {"basics/summary"}
    for name, value in held.items():
        at = f"{holder}/{name}"
        if isinstance(value, str) and value.strip() and at not in known | shown_elsewhere and "/" not in name:
            yield (_field(Field(name if path else at), at, section, found, decided),)


def _field(field: Field, path: str, section: Section, found: Imported, decided: Decided) -> ReviewField:
    doubtful, boxes = _place(path, found)
    if field.kind is FieldKind.KEYWORDS:
        words = [text.strip() for text in items_at(found.profile, path) if isinstance(text, str) and text.strip()]
        read = original = ", ".join(words)
        shown = decided.texts.get(path, read)
    else:
        read = text_at(found.profile, path)
        original = read
        shown = decided.texts.get(path, read)
        if field.kind in (FieldKind.DATE, FieldKind.END):
            entry = value_at(found.profile, path.rpartition("/")[0])
            goes_on = field.kind is FieldKind.END and isinstance(entry, dict) and entry.get("current") is True
            original = shown_date(read, goes_on and not read)
            shown = shown_date(shown) if path in decided.texts else original
    return ReviewField(
        path, section.key, field.name, field.kind, shown, read, original, field.weight, doubtful and bool(read), boxes
    )


def _place(path: str, found: Imported) -> tuple[bool, tuple[Box, ...]]:
    """Whether the reader was unsure, and where it stands; for a list of words, of all of them."""
    if path in found.places:
        place = found.places[path]
        return place.unsure, place.boxes
    if is_word_list(path):
        places = [
            found.places[f"{path}/{number}"]
            for number in range(len(items_at(found.profile, path)))
            if f"{path}/{number}" in found.places
        ]
        boxes = tuple(dict.fromkeys(box for place in places for box in place.boxes))
        return any(place.unsure for place in places), boxes
    return False, ()


def _change(difference: Difference, found: Imported, present: dict[str, Any], decided: Decided) -> ReviewChange:
    if difference.kind is Kind.GONE:
        section = _section_of(difference.path)
        entry = entry_of(difference.path) if _has_item(difference.path) else ""
        context = "" if entry == difference.path or not entry else title_of(value_at(present, entry))
        return ReviewChange(difference, section.key, context)
    section = _section_of(difference.key)
    if difference.entry:
        return ReviewChange(difference, section.key, "", entry=_entry(difference.key, section, found, decided))
    field = field_at(difference.key, found, decided)
    origin = title_of(value_at(present, entry_of(difference.line))) if difference.line else ""
    return ReviewChange(difference, section.key, _context(found.profile, difference.key), field=field, origin=origin)


def _context(found: Mapping[str, Any], path: str) -> str:
    if not _has_item(path) or entry_of(path) == path:
        return ""
    return title_of(value_at(found, entry_of(path)))


def _has_item(path: str) -> bool:
    return any(step.isdigit() for step in path.split("/"))


def _section_of(path: str) -> Section:
    if path == "basics/summary":
        return next(section for section in SECTIONS if section.key == "summary")
    for section in SECTIONS:
        if section.list_path and (path == section.list_path or path.startswith(section.list_path + "/")):
            return section
    return SECTIONS[0]
