"""An offer's text as pieces, each with its place and the level of the section it stands in."""

import enum
import functools
import itertools
import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.domain.offer import Span
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.resources import resource


class Level(enum.StrEnum):
    """How much an offer wants something: a requirement, a duty of the job, a wish, a word about the employer."""

    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    AROUND = "around"


class Piece(msgspec.Struct, frozen=True):
    """A bullet, a line or a sentence. `section` is the level of the head above it or at its beginning, None before the first head;
    `listed` tells that it is a bullet or stands in one, `labelled` that a head stands before it in its line."""

    text: str
    at: Span
    section: Level | None
    listed: bool
    labelled: bool


class _Line(msgspec.Struct, frozen=True):
    """A line or, where a text is wrapped, the lines of a paragraph. `mark` is what stands before its words."""

    text: str
    start: int
    mark: str
    alone: bool


_ASKED = (Level.MUST, Level.NICE)
_LEVELS = (
    ("nice", Level.NICE),
    ("around", Level.AROUND),
    ("duty_first", Level.DUTY),
    ("must", Level.MUST),
    ("duty", Level.DUTY),
)
_LONGEST_HEAD = 60
_MOST_WORDS_IN_HEAD = 9
_FEWEST_WORDS_OF_ITEM = 4
_WRAPPED_FROM = 60
_CHARACTERS_READ = 30_000
_SYMBOL = "\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f300-\U0001faff"
_MARK = re.compile(rf"(?:[\s\-–—*•●○▪◦‣∙·>➢→#=_|{_SYMBOL}]|\d{{1,2}}[.)]\s|[a-z]\)\s|o\s)*")
_BULLET = re.compile(rf"[\-–—*•●○▪◦‣∙·>➢→{_SYMBOL}]|\d[.)]|[a-z]\)|^\s*o\s")
_PLAIN_BULLET = re.compile(r"[\-–—•●○▪◦‣∙·>➢→]|\d[.)]|[a-z]\)|^\s*o\s")
_EMPHASIS = re.compile(r"[*_#=\s:|]+$")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”»)]?\s+(?=[^a-zà-ÿ\s])|;\s*|\s[•●▪·]\s")
_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|ex|cf|vs|min|max|incl|approx|env|yrs?|no|nb|M|Mme|Dr|St|réf|ref|tél|cat|vol)\.$", re.I
)
_JOINED = re.compile(r"^(?:AND|OR|ET|OU)\s+|[;,]?\s+(?:AND|OR|ET|OU)$")
_COMMA = re.compile(r",\s+(?:et |and |but |mais )?")
_ASIDE = re.compile(r"\([^()]*\)")


def pieces(text: str, added: Added = ()) -> Iterator[Piece]:
    """The pieces of the first 30,000 characters, in order: five long offers' worth. Heads are none. Of two lines alike the one that names a
    skill is no head, be it of the lexicon or of those that the person `added` to it. Pure, any thread."""
    section: Level | None = None
    opened_by = ""
    lines = [*_lines(text[:_CHARACTERS_READ]), None]
    for line, following in itertools.pairwise(lines):
        assert line is not None
        head = _head(line, following, added)
        level, length, style = head if head else (None, 0, "")
        if length == len(line.text):
            if level is not None:
                section, opened_by = level, style
            elif section is None and line.text.rstrip("*_ ").endswith(":"):
                section = Level.DUTY
            elif style and style == opened_by:
                # Another head of the same kind, of which nothing is known: what follows belongs to no list before it.
                section = Level.AROUND
            continue
        own = section
        if level is not None:
            own = level if section is not Level.NICE or level is not Level.MUST else section
            if _BULLET.search(line.mark) or section in _ASKED or head_words()["label"].search(line.text[:length]):
                # A label within a list, "Bonus: Docker": it says of what its own line is, and stays in its words.
                length = 0
            elif level is not Level.AROUND:
                section, opened_by = level, ""
        for part in _sentences(line.text[length:], line.start + length):
            yield Piece(part[0], part[1], own, bool(_BULLET.search(line.mark)), bool(length))


def wishes(text: str) -> bool:
    """Whether a piece says of itself that it is only wished for; what stands in brackets is said of a part of it."""
    return bool(head_words()["nice_within"].search(_ASIDE.sub("", text)))


def asks(text: str) -> bool:
    """Whether a piece says of itself, outside any list, that a person must have something."""
    return bool(head_words()["must_within"].search(text))


def parts(piece: Piece) -> list[tuple[str, Span, bool]]:
    """The words of a piece, their place, and whether they are only wished for: "Java, Kotlin would be a plus" asks for one thing and
    wishes for another."""
    if not wishes(piece.text):
        return [(piece.text, piece.at, False)]
    # Places hold as long as no space was taken out before the comma.
    exact = piece.at.end - piece.at.start == len(piece.text)
    for comma in reversed([*_COMMA.finditer(piece.text)] if exact else []):
        before, after = piece.text[: comma.start()].rstrip(), piece.text[comma.end() :]
        if wishes(after) and not wishes(before) and len(before.split()) > 1 and "(" not in after:
            middle = piece.at.start + len(before)
            return [
                (before, Span(piece.at.start, middle), False),
                (after, Span(piece.at.start + comma.end(), piece.at.end), True),
            ]
    return [(piece.text, piece.at, True)]


@functools.cache
def head_words() -> dict[str, re.Pattern[str]]:
    """What the head of a section of each kind has, and what pieces are told by (resources/lexicon/offer_heads.json)."""
    patterns = msgspec.json.decode(resource("lexicon/offer_heads.json").read_bytes(), type=dict[str, list[str]])
    return {name: re.compile("|".join(listed), re.I) for name, listed in patterns.items()}


def _lines(text: str) -> Iterator[_Line]:
    """Lines without their marks, a wrapped paragraph as one. Every character keeps its place."""
    begun: _Line | None = None
    blank = True
    place = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.rstrip()
        mark = _MARK.match(bare)
        length = mark.end() if mark else 0
        words = bare[length:]
        start, place = place + length, place + len(raw)
        if not words.strip(" *_#=-–—|:"):
            if begun:
                yield begun
            begun, blank = None, True
            continue
        line = _Line(words, start, bare[:length], blank)
        if begun and not blank and _goes_on(begun, line):
            begun = _Line(text[begun.start : start + len(words)], begun.start, begun.mark, begun.alone)
        else:
            if begun:
                yield begun
            begun = line
        blank = False
    if begun:
        yield begun


def _goes_on(before: _Line, line: _Line) -> bool:
    """Whether a line is the next of a wrapped paragraph."""
    if _BULLET.search(line.mark) or before.text.rstrip()[-1:] in ":;":
        return False
    last = before.text.rpartition("\n")[2]
    if line.text[:1].islower():
        return len(last) >= _WRAPPED_FROM // 2 and not last.endswith((".", "!", "?"))
    return len(last) >= _WRAPPED_FROM and not last.endswith((".", "!", "?")) and not before.mark.strip("*_ ")


def _head(line: _Line, following: _Line | None, added: Added) -> tuple[Level | None, int, str] | None:
    """The level of the section that a line begins (None: an unknown one), the length of the head in the line, and its style; None where
    the line begins none: a short line without a stop, or what stands before a colon."""
    whole = _EMPHASIS.sub("", line.text)
    before, colon, after = line.text.partition(":")
    if head_words()["no_head"].search(line.text):
        return None
    if colon and len(before) <= _LONGEST_HEAD and after.strip(" *_"):
        level = _level(before)
        # "Java: five years" is a label, and no head of anything.
        return (level, len(before) + 1, "") if level is not None else None
    # A head may have a picture before it, "🙌 Ton profil".
    bulleted = bool(_PLAIN_BULLET.search(line.mark))
    ended = line.text.rstrip("*_ ").endswith(":")
    if not ended and (bulleted or whole.endswith((".", ";", ","))):
        return None
    if len(whole) > _LONGEST_HEAD or (not ended and len(whole.split()) > _MOST_WORDS_IN_HEAD):
        return None
    level = _level(whole)
    if level is not None and not ended and _is_item(line, whole, added):
        return None
    style = "#" * line.mark.count("#") + "*" * ("*" in line.mark) + "A" * whole.isupper()
    style += "" if style or not line.alone else ":" if ended else " "
    if level is None and not (
        line.alone and not bulleted and (ended or style[:1] in ("#", "A") or _announces(line, following, added))
    ):
        return None
    return level, len(line.text), style


def _is_item(line: _Line, words: str, added: Added) -> bool:
    """Whether a line that has a head's words is one of a list without bullets: "Experience with SAP", "Bonus points for French"."""
    if "#" in line.mark or "**" in line.mark or words.isupper() or len(words.split()) < _FEWEST_WORDS_OF_ITEM:
        return False
    return asks(words) or (
        not line.alone and (wishes(words) or bool(lexicon.read(words, added).skills) or "," in words)
    )


def _announces(line: _Line, following: _Line | None, added: Added) -> bool:
    """Whether a line that stands alone can be the head of an unknown section: bullets follow, and it asks for nothing itself."""
    return (
        following is not None
        and bool(_BULLET.search(following.mark))
        and not line.text[:1].islower()
        and not asks(line.text)
        and not lexicon.read(line.text, added).skills
    )


def _level(head: str) -> Level | None:
    return next((level for name, level in _LEVELS if head_words()[name].search(head)), None)


def _sentences(text: str, start: int) -> Iterator[tuple[str, Span]]:
    begin = 0
    cuts = [(found.start(), found.end()) for found in _SENTENCE_END.finditer(text)]
    for stop, following in [*cuts, (len(text), len(text))]:
        if stop < len(text) and _ABBREVIATION.search(text[max(0, stop - 8) : stop]):
            continue
        yield from _piece(text, begin, stop, start)
        begin = following


def _piece(text: str, begin: int, stop: int, start: int) -> Iterator[tuple[str, Span]]:
    words = text[begin:stop]
    bare = _JOINED.sub("", words.strip(" \t\n*_|-–—•·;").removesuffix("."))
    if any(character.isalnum() for character in bare):
        first = start + begin + words.index(bare)
        yield " ".join(bare.split()), Span(first, first + len(bare))
