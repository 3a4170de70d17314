"""What of a document must come back from a file: its words, field by field, in the order that they are read in."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

import msgspec

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Section
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.formats.words import shown
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.formats.writers.words import SEPARATOR
from jobmatch_desktop.writing.letter_habits import habit_of, parts_of
from jobmatch_desktop.writing.titles import role_of

_UNREAD = re.compile(r"[\s·•\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069]+")


class Field(msgspec.Struct, frozen=True):
    """Words that stand together. `what`: `name`, `contact`, `section`, `title`, `organisation`, `details`, `bullet` or `line`."""

    what: str
    words: str


class Run(msgspec.Struct, frozen=True):
    """Fields that a template may set in any order among themselves (the head of an entry), read before the next run."""

    fields: tuple[Field, ...]


class Part(msgspec.Struct, frozen=True):
    """The head of a document, or a section: its runs are read one after the other. `role` as in resources/titles.json."""

    title: str
    role: str
    runs: tuple[Run, ...]


def parts_in(document: CvDocument, style: Style) -> list[Part]:
    """The document's parts in its own order; a letter is one, in the order of its country."""
    contact = [part for line in document.contact for part in plain(line).split(SEPARATOR)]
    head = [_run(Field("name", plain(document.name))), _run(*(Field("contact", part) for part in contact))]
    if style.kind is DocumentKind.LETTER:
        habit = habit_of(style.options.country, style.language)
        for part in parts_of(document, habit):
            head.extend([_run(Field("section", plain(part.title)))] if part.content is None else _read(part.content))
        return [Part("", "", tuple(_filled(head)))]
    head += [run for block in document.preamble for run in _block(block)]
    return [Part("", "", tuple(_filled(head))), *map(_section, document.sections)]


def squeezed(text: str) -> str:
    """A text as two readings of it are compared: without spaces, signs between fields and case, in its composed form.

    Readers part lines and words differently, and titles may be set in capitals."""
    return unicodedata.normalize("NFKC", _UNREAD.sub("", unicodedata.normalize("NFKC", text))).casefold()


def _section(section: Section) -> Part:
    runs = [_run(Field("section", plain(section.title)))]
    for content in section.content:
        runs.extend(_read(content))
    return Part(plain(section.title), role_of(section.title) or "", tuple(_filled(runs)))


def _read(content: Block | Entry) -> Iterator[Run]:
    if isinstance(content, Entry):
        details = [Field("details", part) for part in plain(content.details).split(SEPARATOR)]
        yield _run(Field("title", plain(content.title)), Field("organisation", plain(content.organisation)), *details)
        for block in content.blocks:
            yield from _block(block)
    else:
        yield from _block(content)


def _block(block: Block) -> Iterator[Run]:
    if isinstance(block, Bullets):
        yield from (_run(Field("bullet", plain(item))) for item in block.items)
    else:
        yield from (_run(Field("line", plain(line))) for line in block.lines)


def _run(*fields: Field) -> Run:
    return Run(tuple(msgspec.structs.replace(field, words=shown(field.words).strip()) for field in fields))


def _filled(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        fields = tuple(field for field in run.fields if squeezed(field.words))
        if fields:
            yield Run(fields)
