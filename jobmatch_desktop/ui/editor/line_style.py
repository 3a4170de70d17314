"""How a line of CV Markdown looks: its kind, the type and distances of each kind, and what stands out inside a line. No widgets."""

import enum
import re

import msgspec

from jobmatch_desktop.domain.cv_markdown import read_line


class Kind(enum.IntEnum):
    """What a line is. The numbers are kept as the state of its block."""

    BLANK = 0
    WORDS = 1
    NAME = 2
    CONTACT = 3
    SECTION = 4
    ENTRY = 5
    DETAILS = 6
    BULLET = 7
    UNDER_BULLET = 8


class Shape(msgspec.Struct, frozen=True):
    """Type and distances of a kind, in pixels at 100 %. `size` names a size of the theme, `colour` one of its colours."""

    size: str
    colour: str
    bold: bool
    line: int
    above: int
    below: int
    indent: int = 0


SHAPES = {
    Kind.BLANK: Shape("tiny", "text", False, 8, 0, 0),
    Kind.WORDS: Shape("body", "text", False, 29, 0, 0),
    Kind.NAME: Shape("name", "text", True, 34, 0, 9),
    Kind.CONTACT: Shape("control", "muted", False, 22, 1, 1),
    Kind.SECTION: Shape("title", "accent", True, 26, 8, 6),
    Kind.ENTRY: Shape("body", "text", True, 26, 3, 4),
    Kind.DETAILS: Shape("control", "muted", False, 22, 3, 4),
    Kind.BULLET: Shape("body", "text", False, 29, 1, 1, 8),
    Kind.UNDER_BULLET: Shape("body", "text", False, 29, 0, 1, 8),
}


class Look(enum.Flag):
    """How a stretch of a line differs from the rest of it."""

    PLAIN = 0
    MARK = enum.auto()
    HIDDEN = enum.auto()
    BOLD = enum.auto()
    ITALIC = enum.auto()
    BULLET = enum.auto()


class Stretch(msgspec.Struct, frozen=True):
    """`length` characters from `start` that differ by `look`."""

    start: int
    length: int
    look: Look


_BY_LEVEL = {1: Kind.NAME, 2: Kind.SECTION, 3: Kind.ENTRY, 0: Kind.BULLET}
_AFTER = {
    Kind.NAME: Kind.CONTACT,
    Kind.CONTACT: Kind.CONTACT,
    Kind.ENTRY: Kind.DETAILS,
    Kind.BULLET: Kind.UNDER_BULLET,
    Kind.UNDER_BULLET: Kind.UNDER_BULLET,
}
_MARK = re.compile(r"\s*(?:#{1,6}(?:\s+|$)|[-*+•](?:\s+|$))")
_INLINE = re.compile(
    r"\\(?P<escaped>[^\w\s])"
    r"|\[(?P<words>[^\[\]]+)\]\((?P<address>[^()\s]*)\)"
    r"|\*\*(?P<bold>[^\s*](?:[^*]*[^\s*])?)\*\*"
    r"|\*(?P<italic>[^\s*](?:[^*]*[^\s*])?)\*"
)
STYLED_CHARACTERS = 4_000
"""In a longer line only so many characters are looked at for marks: no line of a CV is longer, and a runaway answer may be."""


def own_kind(text: str) -> Kind | None:
    """What a line is by itself; None for words, whose kind depends on the line above."""
    line = read_line(text[:STYLED_CHARACTERS])
    if line.level is not None:
        return _BY_LEVEL[line.level]
    return None if line.text else Kind.BLANK


def kind_under(above: Kind) -> Kind:
    """What a line of words is right under a line of that kind."""
    return _AFTER.get(above, Kind.WORDS)


def mark_length(text: str, kind: Kind) -> int:
    """How many characters of the line are its mark, with the space after it."""
    if kind not in (Kind.NAME, Kind.SECTION, Kind.ENTRY, Kind.BULLET):
        return 0
    found = _MARK.match(text)
    return found.end() if found else 0


def stretches(text: str, kind: Kind, visited: bool) -> list[Stretch]:
    """What stands out in a line, in order. The address of a link and the marks around its words show only where `visited`."""
    start = mark_length(text, kind)
    found = [Stretch(0, start, Look.BULLET if kind is Kind.BULLET else Look.MARK)] if start else []
    mark = Look.MARK if visited else Look.HIDDEN
    for match in _INLINE.finditer(text, start, STYLED_CHARACTERS):
        begin, end = match.span()
        if match["escaped"] is not None:
            found.append(Stretch(begin, 1, Look.MARK))
        elif match["words"] is not None:
            found.append(Stretch(begin, 1, mark))
            found.append(Stretch(match.end("words"), end - match.end("words"), mark))
        else:
            name = "bold" if match["bold"] is not None else "italic"
            found.append(Stretch(begin, match.start(name) - begin, Look.MARK))
            found.append(Stretch(match.start(name), match.end(name) - match.start(name), Look[name.upper()]))
            found.append(Stretch(match.end(name), end - match.end(name), Look.MARK))
    return found
