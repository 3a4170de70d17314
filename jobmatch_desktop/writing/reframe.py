"""A newly composed document (another language, new facts) that keeps what a person made of the old one.

Three ways, by unit: a unit is the name, the contact, a heading, an entry's details, the blocks under a heading, and of lists each bullet.
Where the person changed a unit, theirs stands; else the new one. What they added stays, what they deleted stays away,
their order holds.
"""

import difflib
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Section
from jobmatch_desktop.domain.cv_markdown import parse, render
from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.writing.merging_lists import merge_lists
from jobmatch_desktop.writing.parts import Merged, bodies, edited
from jobmatch_desktop.writing.titles import role_of

_Unit = TypeVar("_Unit")
_Keyed = TypeVar("_Keyed", Section, Entry)


def reframe(base: str, current: str, composed: str) -> Merged:
    """`composed` with what the person changed between `base` and `current` carried into it.

    `kept` names the parts of the new text that hold their words.
    No line that a person typed is lost: each stands in the new text as it does in `current`.
    """
    if base == current:
        return Merged(composed)
    was, now, new = parse(base), parse(current), parse(composed)
    text = render(
        CvDocument(
            _chosen(was.name, now.name, new.name),
            _chosen(was.contact, now.contact, new.contact),
            _merged_blocks(was.preamble, now.preamble, new.preamble),
            _merged_list(was.sections, now.sections, new.sections, _section_names, _merged_section),
        )
    )
    mine, changed = bodies(current), edited(base, current)
    theirs = {mine[key] for key in changed}
    return Merged(text, tuple(key for key, body in bodies(text).items() if body in theirs))


def _chosen(was: _Unit, now: _Unit, new: _Unit) -> _Unit:
    return new if now == was else now


def _merged_section(was: Section, now: Section, new: Section) -> Section:
    blocks = _merged_blocks(_blocks_of(was), _blocks_of(now), _blocks_of(new))
    entries = _merged_list(_entries_of(was), _entries_of(now), _entries_of(new), _entry_names, _merged_entry)
    return Section(_chosen(was.title, now.title, new.title), blocks + entries)


def _merged_entry(was: Entry, now: Entry, new: Entry) -> Entry:
    heading = _chosen((was.title, was.organisation), (now.title, now.organisation), (new.title, new.organisation))
    blocks = _merged_blocks(was.blocks, now.blocks, new.blocks)
    return Entry(*heading, _chosen(was.details, now.details, new.details), blocks)


def _merged_blocks(was: tuple[Block, ...], now: tuple[Block, ...], new: tuple[Block, ...]) -> tuple[Block, ...]:
    """Block by block where the new text has as many as the old; else all of the person's, if they changed any."""
    if now == was:
        return new
    if len(was) != len(new):
        return now
    merged: list[Block] = []
    matcher = difflib.SequenceMatcher(None, [repr(block) for block in was], [repr(block) for block in now])
    for operation, first, last, there, there_last in matcher.get_opcodes():
        if operation == "equal":
            merged.extend(new[first:last])
        elif last - first == there_last - there:
            merged.extend(map(_merged_block, was[first:last], now[there:there_last], new[first:last]))
        else:
            merged.extend(now[there:there_last])
    return tuple(merged)


def _merged_block(was: Block, now: Block, new: Block) -> Block:
    """Bullet by bullet where all three are lists that can be told apart; else the person's."""
    if not (isinstance(was, Bullets) and isinstance(now, Bullets) and isinstance(new, Bullets)):
        return now
    merged = merge_lists(*("\n".join(f"- {item}" for item in block.items) for block in (was, now, new)))
    return now if merged is None else Bullets(tuple(line.removeprefix("- ") for line in merged.text.split("\n")))


def _merged_list(
    was: Sequence[_Keyed],
    now: Sequence[_Keyed],
    new: Sequence[_Keyed],
    names: Callable[[Sequence[_Keyed]], list[tuple[str, int]]],
    merge: Callable[[_Keyed, _Keyed, _Keyed], _Keyed],
) -> tuple[_Keyed, ...]:
    """Sections or entries, matched by name."""
    old, mine, fresh = (dict(zip(names(units), units, strict=True)) for units in (was, now, new))
    result: dict[tuple[str, int], _Keyed] = {}
    for name, unit in fresh.items():
        if name in mine:
            result[name] = merge(old.get(name, unit), mine[name], unit)
        elif name not in old:
            result[name] = unit
    order = [name for name in fresh if name in result]
    if [name for name in mine if name in old] != [name for name in old if name in mine]:
        places = iter([name for name in mine if name in result])
        order = [next(places) if name in mine else name for name in order]
    before: tuple[str, int] | None = None
    for name, unit in mine.items():
        if name not in result and unit != old.get(name):
            result[name] = unit
            order.insert(order.index(before) + 1 if before is not None else 0, name)
        if name in result:
            before = name
    return tuple(result[name] for name in order)


def _section_names(sections: Sequence[Section]) -> list[tuple[str, int]]:
    """By role, else by title; a letter's one section is its subject, whatever its title."""
    roles = [role_of(section.title) for section in sections]
    if sections and not any(roles):
        roles[0] = "subject"
    return _numbered([role or plain(section.title).casefold() for role, section in zip(roles, sections, strict=True)])


def _entry_names(entries: Sequence[Entry]) -> list[tuple[str, int]]:
    return _numbered([plain(f"{entry.title} · {entry.organisation}").casefold() for entry in entries])


def _numbered(names: list[str]) -> list[tuple[str, int]]:
    """Tells apart those of the same name, in order."""
    seen: Counter[str] = Counter()
    numbered: list[tuple[str, int]] = []
    for name in names:
        numbered.append((name, seen[name]))
        seen[name] += 1
    return numbered


def _blocks_of(section: Section) -> tuple[Block, ...]:
    return tuple(part for part in section.content if not isinstance(part, Entry))


def _entries_of(section: Section) -> tuple[Entry, ...]:
    return tuple(part for part in section.content if isinstance(part, Entry))
