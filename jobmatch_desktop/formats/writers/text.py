"""A document as plain text, for forms that take nothing else."""

from collections.abc import Iterable

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Section
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.formats.words import with_addresses
from jobmatch_desktop.formats.writers.style import Style


def write_text(document: CvDocument, style: Style) -> bytes:
    """The document's words in UTF-8: titles of sections in capitals (in a CV), bullets as `- `, addresses of links in
    parentheses where the words do not show them. Any thread."""
    head = "\n".join(filter(None, map(with_addresses, (document.name, *document.contact))))
    parts = [head, *_blocks(document.preamble)]
    for section in document.sections:
        parts.extend(_section(section, style.kind))
    return "".join(f"{part}\n\n" for part in parts if part).removesuffix("\n").encode()


def letter_text(document: CvDocument) -> tuple[str, str]:
    """A letter's subject, and its text from the addressee to the name."""
    subject = next((with_addresses(section.title) for section in document.sections if section.title), "")
    parts = _blocks(document.preamble)
    for section in document.sections:
        parts.extend(part for part in list(_section(section, DocumentKind.LETTER))[1:] if part)
    return subject, "\n\n".join(parts)


def _section(section: Section, kind: DocumentKind) -> Iterable[str]:
    title = with_addresses(section.title)
    yield title if kind is DocumentKind.LETTER else title.upper()
    for part in section.content:
        if isinstance(part, Entry):
            heading = ", ".join(filter(None, map(with_addresses, (part.title, part.organisation))))
            blocks = _blocks(part.blocks)
            under = [blocks.pop(0)] if part.blocks and isinstance(part.blocks[0], Bullets) else []
            yield "\n".join(filter(None, [heading, with_addresses(part.details), *under]))
            yield from blocks
        else:
            yield from _blocks((part,))


def _blocks(blocks: Iterable[Block]) -> list[str]:
    return ["\n".join(_lines(block)) for block in blocks]


def _lines(block: Block) -> Iterable[str]:
    if isinstance(block, Bullets):
        return (f"- {with_addresses(item)}" for item in block.items)
    return map(with_addresses, block.lines)
