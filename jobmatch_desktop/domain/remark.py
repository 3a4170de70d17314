"""What a person should know of a file that was written, as values: services/remark_words.py has the sentences."""

import msgspec

from jobmatch_desktop.domain.read_back import ReadBack


class StandIn(msgspec.Struct, frozen=True):
    """Letters that the `chosen` font does not have are set in `families`. `scripts` are theirs (`Greek`, `Han`, ...), none where they
    are signs alone."""

    chosen: str
    families: tuple[str, ...]
    scripts: tuple[str, ...] = ()


class Boxes(msgspec.Struct, frozen=True):
    """No font has these characters: boxes stand for them, and the PDF is not marked as accessible. `scripts` are theirs, `symbol`
    for signs such as emoji."""

    characters: str
    scripts: tuple[str, ...]


class Lines(msgspec.Struct, frozen=True):
    """A section (by its title, `""` for the head) or a text, and how many lines of the pages it takes."""

    words: str
    lines: int


class Overflow(msgspec.Struct, frozen=True):
    """`over` is how many lines do not fit into so many `pages` at the template's tightest, 0 where all fit. `sections` are all sections
    in order; `longest` the bullets and paragraphs that take the most lines, longest first: those whose last line is shortest save
    most when cut."""

    over: int = 0
    pages: int = 1
    sections: tuple[Lines, ...] = ()
    longest: tuple[Lines, ...] = ()


Remark = StandIn | Boxes | Overflow | ReadBack
