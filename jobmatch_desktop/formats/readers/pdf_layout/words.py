"""Characters to words: by the space between them, since a PDF need not hold spaces."""

import itertools
import re
import statistics
import unicodedata
from collections.abc import Iterable, Iterator

from jobmatch_desktop.formats.cv_lines.line import Style, Word
from jobmatch_desktop.formats.imported import Box
from jobmatch_desktop.formats.readers.pdf_layout.character import Character
from jobmatch_desktop.formats.readers.pdf_layout.right_to_left import turned

# In parts of the font's size.
_WORD_GAP = 0.13
_BACKWARDS = -0.6
_SAME_LINE = 0.12
_RAISED = 0.6
_ASCENT, _DESCENT = 0.75, 0.22
_LETTER_SPACED = 0.1
_SPACED_WORD = 1.7
_HYPHENS = {"\x02": "-", "\xad": "-", "\u2010": "-", "\u2011": "-", "\ufffe": "-"}
_ACCENTS = {
    "`": "\u0300", "\xb4": "\u0301", "^": "\u0302", "\u02c6": "\u0302", "~": "\u0303", "\u02dc": "\u0303",
    "\xa8": "\u0308", "\xb8": "\u0327", "\u02c7": "\u030c", "\u02da": "\u030a",
}  # fmt: skip
_PRIVATE = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_ICON_FONTS = re.compile(r"(?i)awesome|icon|material|glyph(?!less)|typicons|marvosym|bbding|entypo|ifsym")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME_OF_ICON = re.compile(r"[a-z_]{2,30}")
# Circles, squares, arrows and ticks that stand before the items of a list, by their names and by Font Awesome's numbers.
_ICONS_OF_LISTS = frozenset(
    "•‣●○◦◯■□▪▫▶▸►➢✓✔→\uf111\uf10c\uf192\uf0c8\uf04d\uf0da\uf054\uf105\uf101\uf061\uf00c\uf35a\uf138\uf152"
)


def words_on(characters: Iterable[Character], page: int) -> list[Word]:
    """The words of a page in the order they are drawn. Ligatures are spelled out, letters set apart are one word."""
    words: list[Word] = []
    for run in _runs(turned(characters)):
        words.extend(_words(run, page))
    return words


def _runs(characters: Iterable[Character]) -> Iterator[list[Character]]:
    """Characters that follow each other on one baseline."""
    run: list[Character] = []
    for one in characters:
        if run:
            last = run[-1]
            size = max(last.style.size, one.style.size)
            level = abs(one.base - last.base) <= _SAME_LINE * size
            # A raised ordinal, as in 1st, belongs to its number.
            raised = one.style.size != last.style.size and abs(one.base - last.base) <= _RAISED * size
            if (
                not (level or (raised and abs(one.left - last.right) < 0.3 * size))
                or one.left < last.left + _BACKWARDS * size
            ):
                yield run
                run = []
        run.append(one)
    if run:
        yield run


def _words(run: list[Character], page: int) -> Iterator[Word]:
    extra = _letter_spacing(run)
    word: list[Character] = []
    for one in run:
        if one.sign.isspace():
            if not extra and word:
                yield _word(word, page)
                word = []
            continue
        if word:
            gap = (one.left - word[-1].right) / max(one.style.size, word[-1].style.size)
            apart = gap > (extra * _SPACED_WORD if extra else _WORD_GAP)
            if apart or _is_icon(one) != _is_icon(word[-1]):
                yield _word(word, page)
                word = []
        word.append(one)
    if word:
        yield _word(word, page)


def _letter_spacing(run: list[Character]) -> float:
    """The space that stands between all letters of a run, in font sizes; 0 where they are set as usual.

    Spaces typed between single letters count too.
    """
    shown = [one for one in run if not one.sign.isspace()]
    if len(shown) < 3:
        return 0.0
    gaps = [(after.left - before.right) / max(after.style.size, 1.0) for before, after in itertools.pairwise(shown)]
    middle = statistics.median(gaps)
    if middle < _LETTER_SPACED:
        return 0.0
    # Set apart evenly: most gaps are about the same. Single letters in a list are not.
    alike = sum(abs(gap - middle) <= 0.35 * middle for gap in gaps)
    letters = sum(one.sign.isalpha() for one in shown)
    # Times are set apart as their titles are: `J U L Y  2 0 2 1`.
    named = letters >= 0.7 * len(shown) or _YEAR.search("".join(one.sign for one in shown)) is not None
    return middle if alike >= 0.6 * len(gaps) and named else 0.0


def _word(characters: list[Character], page: int) -> Word:
    text = _spelled(characters)
    counts: dict[Style, int] = {}
    for one in characters:
        counts[one.style] = counts.get(one.style, 0) + (3 if one.sign.isalnum() else 1)
    style = max(counts, key=lambda found: counts[found])
    left, right = min(one.left for one in characters), max(one.right for one in characters)
    base = characters[0].base
    box = Box(page, left, base - _ASCENT * style.size, right, base + _DESCENT * style.size)
    if _is_mark(characters[0]):
        return Word("•", style, box)
    return Word(text, style, box, icon=_is_icon(characters[0]) and _names_icon(text))


def _is_icon(one: Character) -> bool:
    return bool(_PRIVATE.match(one.sign)) or bool(_ICON_FONTS.search(one.style.font))


def _names_icon(text: str) -> bool:
    """Whether what stands in a font of icons is one: a sign, or its name as fonts with ligatures have it. Anything longer is what the
    file says that the icon stands for, such as an address (ActualText)."""
    return len(text) == 1 or bool(_PRIVATE.match(text)) or _NAME_OF_ICON.fullmatch(text) is not None


def _is_mark(one: Character) -> bool:
    """Whether a character is the mark of a list, as Word's fonts for symbols and those of icons have it."""
    if _ICON_FONTS.search(one.style.font):
        return one.sign in _ICONS_OF_LISTS
    return bool(_PRIVATE.match(one.sign))


def _spelled(characters: list[Character]) -> str:
    signs: list[str] = []
    for place, one in enumerate(characters):
        sign = _HYPHENS.get(one.sign, one.sign)
        accent = _ACCENTS.get(sign)
        if accent and signs and _overlap(one, characters[place - 1]):
            signs[-1] = unicodedata.normalize("NFC", signs[-1] + accent)
            continue
        before = characters[place - 1] if place else None
        if before and before.sign in _ACCENTS and signs and _overlap(one, before) and sign.isalpha():
            signs[-1] = unicodedata.normalize("NFC", sign + _ACCENTS[before.sign])
            continue
        signs.append(sign)
    text = "".join(signs)
    if any("\ufb00" <= sign <= "\ufb06" for sign in text):
        text = "".join(unicodedata.normalize("NFKC", sign) if "\ufb00" <= sign <= "\ufb06" else sign for sign in text)
    return unicodedata.normalize("NFC", text)


def _overlap(one: Character, other: Character) -> bool:
    """Whether two characters stand over each other."""
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared > 0.4 * min(one.right - one.left, other.right - other.left) > 0
