"""The grammar of CV Markdown, the canonical text of every CV and letter.

    # Richard Hendriks
    Core engineer · Palo Alto, CA · [richard@example.com](mailto:richard@example.com)

    ## Summary
    Engineer with ...

    ## Experience
    ### CEO and President · Pied Piper
    Dec 2013 – Dec 2014 · Palo Alto, CA
    - Built a lossless ...

- The first `# ` is the name; the lines right under it are the contact. A later one reads as a section.
- `## ` begins a section. `### ` (or deeper) begins an entry: its title, then, after the word `·`, its organisation;
  the word `\\·` is a dot that is meant as one.
- The line right under an entry's heading is its details; a blank line there says that it has none.
- `- ` (also `* `, `+ `, `• `) is a bullet; a line right under it belongs to it. Blank lines part paragraphs alone.
- Every other line is a line of a paragraph. No quotes, code, tables or HTML: they are text.
- What stands inside a line: domain/inline_markdown.py.

Any text is some document. A document is well-formed if its texts are stripped, of one line and begin with no mark, its
lists and paragraphs hold something, no two lists are neighbours, entries follow a section's blocks, and no `·` stands
escaped in a heading.
"""

import re

import msgspec

from jobmatch_desktop.domain.cv_document import Block, Bullets, CvDocument, Entry, Paragraph, Section

_HEADING = re.compile(r"(#{1,6})(?:\s+(.*))?$", re.DOTALL)
_BULLET = re.compile(r"[-*+•](?:\s+(.*))?$", re.DOTALL)
_SEPARATOR = re.compile(r"(?:^|\s)·(?:\s|$)")
_LITERAL_DOT = re.compile(r"(?:^|(?<=\s))·(?=\s|$)")
_ESCAPED_DOT = re.compile(r"(?:^|(?<=\s))\\·(?=\s|$)")


class Line(msgspec.Struct, frozen=True):
    """A line as the grammar reads it: `level` 1 to 3 is a heading, 0 a bullet, None words (`""` for a blank line)."""

    level: int | None
    text: str


def read_line(line: str) -> Line:
    """What one line is by itself, without its mark and the space around it. Deeper headings count as level 3."""
    stripped = line.strip()
    if heading := _HEADING.match(stripped):
        return Line(min(len(heading[1]), 3), heading[2] or "")
    if bullet := _BULLET.match(stripped):
        return Line(0, bullet[1] or "")
    return Line(None, stripped)


def split_lines(text: str) -> list[str]:
    """The lines of a text, without their ends: `\\n`, `\\r\\n` or `\\r`."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def parse(text: str) -> CvDocument:
    """The document that a text is: well-formed, whatever the text. Never raises; takes time in proportion to the text.

    `parse(render(document)) == document` for a well-formed document."""
    reader = _Reader()
    for raw in split_lines(text):
        reader.read(read_line(raw))
    return reader.document()


def render(document: CvDocument) -> str:
    """The document as text, ended by a newline; `""` for an empty one."""
    pieces: list[str] = []
    if document.name or document.contact:
        pieces.append("\n".join([f"# {_one_line(document.name)}".rstrip(), *map(_guarded, document.contact)]))
    for block in document.preamble:
        pieces.extend(_block(block))
    for section in document.sections:
        pieces.extend(_section(section))
    return "\n\n".join(pieces) + "\n" if pieces else ""


class _Reader:
    """Reads line by line. What is open takes the next words: the contact, an entry's details or a bullet."""

    def __init__(self) -> None:
        self._name: str | None = None
        self._contact: list[str] = []
        self._preamble: list[Block | Entry] = []
        self._sections: list[tuple[str, list[Block | Entry]]] = []
        self._entry: tuple[str, str] | None = None
        self._details = ""
        self._entry_blocks: list[Block | Entry] = []
        self._open = ""
        self._lines: list[str] = []
        self._items: list[list[str]] = []

    def read(self, line: Line) -> None:
        if line.level is None:
            self._words(line.text)
        elif line.level == 0:
            self._close_paragraph()
            self._items.append([line.text] if line.text else [])
            self._open = "item"
        else:
            self._heading(line.level, line.text)

    def document(self) -> CvDocument:
        self._close_entry()
        sections = tuple(Section(title, tuple(content)) for title, content in self._sections)
        return CvDocument(self._name or "", tuple(self._contact), _blocks_of(self._preamble), sections)

    def _words(self, words: str) -> None:
        if not words:
            self._close_paragraph()
            self._open = ""
        elif self._open == "contact":
            self._contact.append(words)
        elif self._open == "details":
            self._details, self._open = words, ""
        elif self._open == "item":
            self._items[-1].append(words)
        else:
            self._close_bullets()
            self._lines.append(words)

    def _heading(self, level: int, text: str) -> None:
        if level == 1 and self._name is None and not self._sections:
            self._close_entry()
            self._name, self._open = text, "contact"
        elif level < 3:
            self._close_entry()
            self._sections.append((text, []))
            self._open = ""
        else:
            self._close_entry()
            if not self._sections:
                self._sections.append(("", []))
            self._entry, self._open = _split_heading(text), "details"

    def _blocks(self) -> list[Block | Entry]:
        if self._entry is not None:
            return self._entry_blocks
        return self._sections[-1][1] if self._sections else self._preamble

    def _close_paragraph(self) -> None:
        if self._lines:
            self._blocks().append(Paragraph(tuple(self._lines)))
            self._lines = []

    def _close_bullets(self) -> None:
        items = tuple(" ".join(item) for item in self._items if item)
        self._items = []
        if not items:
            return
        blocks = self._blocks()
        if blocks and isinstance(last := blocks[-1], Bullets):
            blocks[-1] = Bullets(last.items + items)
        else:
            blocks.append(Bullets(items))

    def _close_entry(self) -> None:
        self._close_paragraph()
        self._close_bullets()
        if self._entry is not None:
            title, organisation = self._entry
            self._sections[-1][1].append(Entry(title, organisation, self._details, _blocks_of(self._entry_blocks)))
            self._entry, self._details, self._entry_blocks = None, "", []


def _blocks_of(content: list[Block | Entry]) -> tuple[Block, ...]:
    return tuple(part for part in content if not isinstance(part, Entry))


def _split_heading(text: str) -> tuple[str, str]:
    title, organisation = text, ""
    if separator := _SEPARATOR.search(text):
        title, organisation = text[: separator.start()], text[separator.end() :]
    return _ESCAPED_DOT.sub("·", title.strip()), _ESCAPED_DOT.sub("·", organisation.strip())


def _section(section: Section) -> list[str]:
    pieces = [f"## {_one_line(section.title)}".rstrip()]
    first = True
    for part in section.content:
        texts = _entry(part) if isinstance(part, Entry) else _block(part)
        if first and texts:
            pieces[0] += "\n" + texts.pop(0)
        first = False
        pieces.extend(texts)
    return pieces


def _entry(entry: Entry) -> list[str]:
    title, organisation = (_LITERAL_DOT.sub(r"\\·", _one_line(part)) for part in (entry.title, entry.organisation))
    heading = f"{title} · {organisation}".strip() if organisation else title
    lines = [f"### {heading}".rstrip()]
    if entry.details:
        lines.append(_guarded(entry.details))
    texts = ["\n".join(lines)]
    for block in entry.blocks:
        block_texts = _block(block)
        if isinstance(block, Bullets) and len(texts) == 1 and block_texts:
            texts[0] += "\n" + block_texts.pop(0)
        texts.extend(block_texts)
    return texts


def _block(block: Block) -> list[str]:
    """The block as a list of one text, or of none where it is empty."""
    if isinstance(block, Bullets):
        lines = [f"- {_one_line(item)}" for item in block.items if item]
    else:
        lines = [_guarded(line) for line in block.lines if line]
    return ["\n".join(lines)] if lines else []


def _guarded(line: str) -> str:
    """A line of words, escaped where it would be read as a heading or a bullet."""
    line = _one_line(line)
    return line if read_line(line).level is None else "\\" + line


def _one_line(text: str) -> str:
    """Line ends inside a text must not begin a heading that nobody wrote."""
    return " ".join(split_lines(text)) if "\n" in text or "\r" in text else text
