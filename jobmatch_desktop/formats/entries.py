"""The entries of a section, also of Markdown that is not in our grammar: bold headings, dates in the heading."""

import re

import msgspec

from jobmatch_desktop.domain.cv_document import Block, Bullets, Entry, Paragraph, Section
from jobmatch_desktop.domain.inline_markdown import plain, spans
from jobmatch_desktop.formats.written_dates import dates_in

_PARTS = re.compile(r"\s+[–—|@·]\s+|\s*\|\s*|\s+(?:at|chez)\s+|,?\s+-\s+")
_LONGEST_DETAILS = 120


def entries_of(section: Section) -> tuple[list[Entry], tuple[Block, ...]]:
    """The section's entries, and the blocks that belong to none.

    A paragraph that begins with bold words, and a bullet with a date where no entry is open, is an entry too.
    """
    entries: list[Entry] = []
    loose: list[Block] = []
    for part in section.content:
        if isinstance(part, Entry):
            entries.append(_settled(part))
        elif isinstance(part, Paragraph) and (begun := _bold_entry(part)):
            entries.append(_settled(begun))
        elif isinstance(part, Bullets) and not entries and all(dates_in(plain(item)) for item in part.items):
            entries.extend(_settled(Entry(item)) for item in part.items)
        elif entries:
            last = entries[-1]
            entries[-1] = _settled(msgspec.structs.replace(last, blocks=(*last.blocks, part)))
        else:
            loose.append(part)
    return entries, tuple(loose)


def _bold_entry(paragraph: Paragraph) -> Entry | None:
    first, *others = paragraph.lines
    parts = spans(first)
    if not parts or not parts[0].bold or parts[0].text.rstrip().endswith((":", ".")):
        return None
    details = others.pop(0) if others and dates_in(plain(others[0])) else ""
    blocks = (Paragraph(tuple(others)),) if others else ()
    return Entry(first, "", details, blocks)


def _settled(entry: Entry) -> Entry:
    """The entry with its organisation and dates in their places, where its heading or its first paragraph held them."""
    title, organisation, details = entry.title, entry.organisation, entry.details
    blocks = entry.blocks
    if not details and blocks and isinstance(first := blocks[0], Paragraph):
        line = first.lines[0]
        if len(plain(line)) <= _LONGEST_DETAILS and (found := dates_in(plain(line))) and len(found.rest) <= 60:
            details = line
            blocks = ((Paragraph(first.lines[1:]),) if first.lines[1:] else ()) + blocks[1:]
    heading = plain(title)
    if not organisation:
        title, organisation, dated = _taken_apart(title)
        details = details or dated
    elif not details and (found := dates_in(plain(organisation))):
        organisation, details = found.rest, found.words
    return Entry(title or heading, organisation, details, blocks)


def _taken_apart(heading: str) -> tuple[str, str, str]:
    """`**Engineer**, Acme (2019 – 2021)` as title, organisation and dates."""
    words = plain(heading)
    found = dates_in(words)
    dated, words = (found.words, found.rest) if found else ("", words)
    bold = next((span.text.strip() for span in spans(heading)[:1] if span.bold), "")
    if bold and words.startswith(bold) and len(words) > len(bold):
        return bold, words[len(bold) :].strip(" ,–—|@·-:"), dated
    parts = [part for part in _PARTS.split(words, maxsplit=1) if part]
    return (parts[0], parts[1], dated) if len(parts) == 2 else (words, "", dated)
