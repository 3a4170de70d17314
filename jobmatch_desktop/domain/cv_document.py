"""The structure of CV Markdown: what a CV or a letter is made of. Its grammar is in domain/cv_markdown.py.

A letter is the same structure: `preamble` holds the addressee and the date, its one section's title is the subject.
Texts are inline Markdown: `**bold**`, `*italic*`, `[words](address)`, backslash escapes.
"""

import msgspec


class Paragraph(msgspec.Struct, frozen=True, tag="paragraph"):
    """Lines of words; each line of the text is a line on the page."""

    lines: tuple[str, ...]


class Bullets(msgspec.Struct, frozen=True, tag="bullets"):
    """A list; each item one line of inline Markdown."""

    items: tuple[str, ...]


Block = Paragraph | Bullets


class Entry(msgspec.Struct, frozen=True, tag="entry"):
    """A job, degree or project: `### title · organisation`, then `details` (dates and place, `""` if none), then blocks."""

    title: str
    organisation: str = ""
    details: str = ""
    blocks: tuple[Block, ...] = ()


class Section(msgspec.Struct, frozen=True):
    """`## title`, then blocks and entries in order."""

    title: str
    content: tuple[Block | Entry, ...] = ()


class CvDocument(msgspec.Struct, frozen=True):
    """`# name`, the contact line(s) as `contact`, blocks before the first section, then sections."""

    name: str
    contact: tuple[str, ...] = ()
    preamble: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
