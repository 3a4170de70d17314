"""A line of a CV as a page shows it: words with their style and place."""

import functools
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.formats.imported import Box, boxes_around


class Style(msgspec.Struct, frozen=True):
    """How words look. `size` is in points, rounded to a tenth; `colour` is 0xRRGGBB."""

    size: float = 10.0
    bold: bool = False
    italic: bool = False
    colour: int = 0
    font: str = ""


class Word(msgspec.Struct, frozen=True):
    """A word, its box and style. `apart`: the space before it is wider than a space: another cell of the line.
    `url` is where a link on it leads."""

    text: str
    style: Style = Style()
    box: Box | None = None
    apart: bool = False
    icon: bool = False
    url: str = ""


class Line(msgspec.Struct, frozen=True, dict=True):
    """Words on one line. `marked`: a list's mark stood before them and is not among them.

    `gap` is the blank above, in heights of the line (0 where it begins a column or page; 1 for an empty line in a text);
    `indent` is the left edge in points; `wide`: it reaches the right edge of its column, so the next may go on with it.
    `column` numbers the columns of the document in reading order; `fresh`: it begins a column that stands beside another.
    """

    words: tuple[Word, ...]
    marked: bool = False
    gap: float = 0.0
    indent: float = 0.0
    wide: bool = False
    column: int = 0
    fresh: bool = False

    @functools.cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @functools.cached_property
    def cells(self) -> "tuple[tuple[Word, ...], ...]":
        """The words between wide spaces."""
        found: list[list[Word]] = []
        for word in self.words:
            if word.apart or not found:
                found.append([])
            found[-1].append(word)
        return tuple(map(tuple, found))

    @functools.cached_property
    def style(self) -> Style:
        """The style of most of its characters."""
        counts: dict[Style, int] = {}
        for word in self.words:
            counts[word.style] = counts.get(word.style, 0) + len(word.text)
        return max(counts, key=lambda style: counts[style]) if counts else Style()

    @functools.cached_property
    def bold(self) -> bool:
        return bool(self.words) and all(word.style.bold for word in self.words if any(map(str.isalnum, word.text)))

    @functools.cached_property
    def italic(self) -> bool:
        return bool(self.words) and all(word.style.italic for word in self.words if any(map(str.isalnum, word.text)))

    @functools.cached_property
    def capitals(self) -> bool:
        letters = [sign for sign in self.text if sign.isalpha()]
        return len(letters) > 3 and all(sign.isupper() for sign in letters)

    @property
    def page(self) -> int:
        return self.words[0].box.page if self.words and self.words[0].box else 0


class Said(msgspec.Struct, frozen=True):
    """A text for a field, the words that it stands on, and how sure it is (0 to 1)."""

    text: str
    words: tuple[Word, ...] = ()
    confidence: float = 0.9

    def __bool__(self) -> bool:
        return bool(self.text)

    def boxes(self) -> tuple[Box, ...]:
        return boxes_around([word.box for word in self.words if word.box])


def words_of(lines: Sequence[Line]) -> tuple[Word, ...]:
    return tuple(word for line in lines for word in line.words)


def part_of(line: Line, words: tuple[Word, ...]) -> Line:
    """Some of a line's words, one after the other, as a line of their own."""
    words = (msgspec.structs.replace(words[0], apart=False), *words[1:])
    indent = words[0].box.left if words[0].box else line.indent
    return msgspec.structs.replace(line, words=words, indent=indent, fresh=False)


def dash_after(word: Word) -> Word:
    """A dash that the page does not show, between a time's beginning and its end on lines of their own."""
    box = word.box
    return Word("–", word.style, Box(box.page, box.right, box.top, box.right, box.bottom) if box else None)
