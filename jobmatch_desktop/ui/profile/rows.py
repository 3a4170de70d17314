"""A profile as the rows of its page."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from jobmatch_desktop.domain.kept_profile import Targeting
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.ui.profile.dates import shown_date, starts_after_end
from jobmatch_desktop.ui.profile.sections import SECTIONS, Field, FieldKind, FieldRow, Section, Style


class Word(msgspec.Struct, frozen=True):
    """A word of a list that is written in one line."""

    id: str
    text: str
    left_out: bool = False


class Cell(msgspec.Struct, frozen=True):
    """A field on the page. `key` stays with it wherever its entry goes; `path` is where it stands now (of a list of words: the
    list). `words` are those of such a list. `wrong`: an end before its beginning."""

    key: str
    path: str
    field: Field
    text: str
    words: tuple[Word, ...] = ()
    wrong: bool = False


class Row(msgspec.Struct, frozen=True):
    """A row of the page. `item` is the id of what moves with it (an entry, a bullet), at `place` of `list_path`, `""` where nothing
    does; `entry` the id of the entry that it belongs to; `head` says that the entry begins with it. `left_out` is the item itself,
    `pale` whatever stands in something left out. One with `adds` is no line, but offers one."""

    section: str
    cells: tuple[Cell, ...] = ()
    item: str = ""
    path: str = ""
    list_path: str = ""
    place: int = 0
    entry: str = ""
    head: bool = False
    left_out: bool = False
    pale: bool = False
    adds: bool = False


class Lines(msgspec.Struct, frozen=True):
    """A profile's lines by their paths: the words of each that says something, and how many items each list has."""

    texts: Mapping[str, str]
    counts: Mapping[str, int]
    ids: Mapping[str, str]
    going_on: frozenset[str] = frozenset()
    """Entries that say beside their dates that they go on."""


def lines_of(source: dict[str, Any], ids: Mapping[str, str]) -> Lines:
    """The lines of a document. Raises as `profile_of`."""
    texts = {fact.id: fact.text for fact in facts(profile_of(source))}
    counts: dict[str, int] = {}
    for path in ids:
        above = path.rpartition("/")[0]
        counts[above] = counts.get(above, 0) + 1
    going_on = frozenset(
        f"{name}/{place}"
        for name, entries in source.items()
        if isinstance(entries, list)
        for place, entry in enumerate(entries)
        if isinstance(entry, dict) and entry.get("current") is True
    )
    return Lines(texts, counts, ids, going_on)


def page_rows(
    lines: Lines,
    asked: frozenset[str] = frozenset(),
    begun: frozenset[str] = frozenset(),
    shown: Targeting | None = None,
) -> tuple[Row, ...]:
    """The rows, section by section. `asked` has keys of fields that are wanted though empty, `begun` sections that are. With `shown`,
    lists stand in its order and what it leaves out is marked; nothing is offered to be added then."""
    rows: list[Row] = []
    for found in SECTIONS:
        rows.extend(_section_rows(found, lines, asked, begun, shown))
    return tuple(rows)


def empty_sections(rows: Sequence[Row]) -> list[str]:
    """The sections that are not on the page."""
    present = {row.section for row in rows}
    return [found.key for found in SECTIONS if found.key not in present]


def _section_rows(
    found: Section, lines: Lines, asked: frozenset[str], begun: frozenset[str], shown: Targeting | None
) -> Iterator[Row]:
    if not found.list_path:
        rows = [_cells(found, row, "", "", lines, frozenset()) for row in found.rows]
        if found.always or any(cell.text for cells in rows for cell in cells) or found.key in begun:
            for row, cells in zip(found.rows, rows, strict=True):
                if not _absent(row, cells, asked):
                    yield Row(found.key, cells)
        return
    if not lines.counts.get(found.list_path) and not (found.key in begun or (found.always and shown is None)):
        return
    if not lines.counts.get(found.list_path):
        yield Row(found.key, list_path=found.list_path, adds=True)
    for place in _places(found.list_path, found.list_path, lines, shown):
        yield from _entry_rows(found, place, lines, asked, shown)


def _entry_rows(
    found: Section, place: int, lines: Lines, asked: frozenset[str], shown: Targeting | None
) -> Iterator[Row]:
    path = f"{found.list_path}/{place}"
    entry = lines.ids[path]
    out = shown.left_out if shown else frozenset()
    pale = entry in out
    head = True
    for row in found.rows:
        cells = _cells(found, row, f"{path}/", f"{entry}/", lines, out)
        if head or not _absent(row, cells, asked):
            yield Row(
                found.key,
                cells,
                entry if head else "",
                path,
                found.list_path,
                place,
                entry,
                head,
                head and pale,
                pale,
            )
        head = False
    if not found.lines:
        return
    list_path = f"{path}/{found.lines}"
    count = lines.counts.get(list_path, 0)
    field = Field(found.lines, FieldKind.BULLET)
    for inner in _places(list_path, f"{entry}/{found.lines}", lines, shown):
        line = f"{list_path}/{inner}"
        item = lines.ids[line]
        cell = Cell(item, line, field, lines.texts.get(line, ""))
        left_out = item in out
        yield Row(found.key, (cell,), item, line, list_path, inner, entry, False, left_out, pale or left_out)
    last = f"{list_path}/{count - 1}"
    if shown is None and (not count or lines.texts.get(last)):
        cell = Cell(f"{entry}/{found.lines}/+", f"{list_path}/{count}", field, "")
        yield Row(found.key, (cell,), "", f"{list_path}/{count}", list_path, count, entry, adds=True)


def _cells(
    found: Section, row: FieldRow, path: str, key: str, lines: Lines, left_out: frozenset[str]
) -> tuple[Cell, ...]:
    return tuple(_cell(field, path, key, lines, left_out) for field in row.fields)


def _cell(field: Field, path: str, key: str, lines: Lines, left_out: frozenset[str]) -> Cell:
    at = f"{path}{field.name}"
    if field.kind is FieldKind.KEYWORDS:
        paths = [f"{at}/{place}" for place in range(lines.counts.get(at, 0))]
        words = tuple(Word(lines.ids[word], lines.texts.get(word, ""), lines.ids[word] in left_out) for word in paths)
        return Cell(f"{key}{field.name}", at, field, joined([word.text for word in words if word.text]), words)
    text = lines.texts.get(at, "")
    if field.kind in (FieldKind.DATE, FieldKind.END):
        goes_on = field.kind is FieldKind.END and not text and path.rstrip("/") in lines.going_on
        wrong = field.kind is FieldKind.END and starts_after_end(lines.texts.get(f"{path}startDate", ""), text)
        return Cell(f"{key}{field.name}", at, field, shown_date(text, goes_on), wrong=wrong)
    return Cell(f"{key}{field.name}", at, field, text)


def _absent(row: FieldRow, cells: tuple[Cell, ...], asked: frozenset[str]) -> bool:
    return row.absent and not any(cell.text or cell.key in asked for cell in cells)


def _places(list_path: str, list_key: str, lines: Lines, shown: Targeting | None) -> list[int]:
    places = list(range(lines.counts.get(list_path, 0)))
    if shown is None:
        return places
    order = {name: at for at, name in enumerate(shown.arranged.get(list_key, ()))}
    return sorted(places, key=lambda place: order.get(lines.ids[f"{list_path}/{place}"], len(order)))


_SEPARATORS = (", ", "; ", " | ", " / ")


def separator(words: Sequence[str]) -> str:
    """What stands between the words of a list in its line: a comma, or what none of them has in it."""
    return next((mark for mark in _SEPARATORS if not any(mark.strip() in word for word in words)), _SEPARATORS[-1])


def joined(words: Sequence[str]) -> str:
    """The words of a list as one line."""
    return separator(words).join(words)


__all__ = [
    "Cell",
    "FieldKind",
    "Lines",
    "Row",
    "Style",
    "Word",
    "empty_sections",
    "joined",
    "lines_of",
    "page_rows",
    "separator",
]
