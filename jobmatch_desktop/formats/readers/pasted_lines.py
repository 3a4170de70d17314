"""The blocks of a pasted text as lines of CV Markdown. Pure."""

import re
from collections.abc import Iterable, Iterator

from jobmatch_desktop.domain.inline_markdown import escape, link

_SPACE = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u3000]+")
_UNSEEN = re.compile(r"[\u00ad\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffc]")
_SIGN = re.compile(r"\s*[·•▪◦‣●○■–*\uf0a7\uf0b7-](?=\s)")
"""What stands for a bullet where a list was typed as paragraphs; Word's Symbol font has its own."""


class Run:
    """Words in one style, as they came."""

    __slots__ = ("bold", "italic", "text", "url")

    def __init__(self, text: str, bold: bool = False, italic: bool = False, url: str = "") -> None:
        self.text, self.bold, self.italic, self.url = text, bold, italic, url

    @property
    def style(self) -> tuple[bool, bool, str]:
        return self.bold, self.italic, self.url


class Block:
    """A paragraph, heading, bullet or row, as it grows. `kind` is `words`, `heading`, `bullet` or `row`; `level` is a heading's, as in
    HTML, and 0 for a title; `lines` are lists of runs."""

    __slots__ = ("kind", "level", "lines")

    def __init__(self, kind: str, level: int) -> None:
        self.kind, self.level = kind, level
        self.lines: list[list[Run]] = [[]]

    @property
    def has_words(self) -> bool:
        return any(_UNSEEN.sub("", run.text).strip() for line in self.lines for run in line)

    @property
    def is_line(self) -> bool:
        """Whether it is words of one line."""
        return self.kind == "words" and sum(any(run.text.strip() for run in line) for line in self.lines) <= 1

    def add_cell(self, block: "Block") -> None:
        """Puts the words of another block behind those of this one, as the next cell of a row."""
        if self.lines[0]:
            self.lines[0].append(Run(" · "))
        self.lines[0] += [run for line in block.lines for run in line]


def markdown_of(blocks: Iterable[Block]) -> str:
    """The text of the blocks. What stands around a list or a heading is parted from it as the program itself parts it."""
    said = [_as_bullet(block) for block in blocks if block.has_words]
    ranks = _ranks([block for block in said if block.kind == "heading"])
    pieces: list[str] = []
    before = ""
    for block in said:
        lines = [text for text in map(_line, block.lines) if text]
        if not lines:
            continue
        if block.kind == "heading":
            piece = f"{'#' * ranks[block.level]} {' '.join(lines)}"
        elif block.kind == "bullet":
            piece = f"- {' '.join(lines)}"
        else:
            piece = "\n".join(lines)
        joined = before and (before, block.kind) in _TOGETHER
        pieces += ["\n" if joined else "\n\n"] * bool(before) + [piece]
        before = block.kind
    return "".join(pieces)


def _as_bullet(block: Block) -> Block:
    """The block, as a bullet without its sign where it is a paragraph that begins with one."""
    first = next((run for run in block.lines[0] if run.text.strip()), None)
    if block.kind != "words" or first is None or not (sign := _SIGN.match(first.text + " ")):
        return block
    bullet = Block("bullet", 0)
    first.text = first.text[sign.end() :]
    bullet.lines = block.lines
    return bullet


_TOGETHER = frozenset(
    {
        ("bullet", "bullet"),
        ("row", "row"),
        ("heading", "words"),
        ("heading", "bullet"),
        ("heading", "row"),
        ("words", "bullet"),
    }
)
"""Kinds that follow each other without a blank line."""


def _ranks(headings: list[Block]) -> dict[int, int]:
    """How many `#` each level of HTML is: one alone at the top is the name, the next a section, all others entries."""
    levels = sorted({block.level for block in headings})
    ranks: dict[int, int] = {}
    rank = 2
    if levels and levels[0] <= 1 and headings[0].level == levels[0]:
        alone = sum(block.level == levels[0] for block in headings) == 1
        rank = 1 if alone and (len(levels) > 1 or levels[0] == 0) else 2
    for level in levels:
        ranks[level] = min(rank, 3)
        rank += 1
    return ranks


def _line(runs: list[Run]) -> str:
    """A line of inline Markdown: runs of one style as one, with the space at their edges outside of the marks."""
    pieces: list[str] = []
    for number, run in enumerate(_joined(_spaced(runs))):
        text = link(run.text, run.url) if run.url else _escaped(run.text, first=number == 0)
        marks = "*" * (2 * run.bold + run.italic)
        pieces.append(f"{marks}{text}{marks}")
    return "".join(pieces).strip()


def _spaced(runs: list[Run]) -> Iterator[Run]:
    """The words with single spaces between them, which are in no style."""
    spaced = True
    for run in runs:
        text = _SPACE.sub(" ", _UNSEEN.sub("", run.text))
        if text.startswith(" ") and not spaced:
            yield Run(" ")
            spaced = True
        if words := text.strip(" "):
            yield Run(words, *run.style)
            spaced = text.endswith(" ")
            if spaced:
                yield Run(" ")


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one style as one run, and a space between two of one style in it too."""
    waiting = list(runs)
    groups: list[tuple[tuple[bool, bool, str], list[str]]] = []
    for number, run in enumerate(waiting):
        style = run.style
        if run.text == " " and 0 < number < len(waiting) - 1 and waiting[number - 1].style == waiting[number + 1].style:
            style = waiting[number - 1].style
        if groups and groups[-1][0] == style:
            groups[-1][1].append(run.text)
        else:
            groups.append((style, [run.text]))
    return [Run("".join(texts), *style) for style, texts in groups]


def _escaped(text: str, *, first: bool) -> str:
    """Words that read back as they are. Only what begins a line can be read as its mark."""
    return escape(text) if first else escape(f"x{text}")[1:]
