"""Names of skills and their other spellings (resources/lexicon/), and the reading of a text by them."""

import functools
import itertools
import re
import unicodedata
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.resources import resource

_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
# Longest first.
_ENDINGS = (
    "isation", "ization", "ations", "ements", "ables", "ation", "ement", "euses", "ments", "able",
    "ales", "ants", "eurs", "euse", "ings", "ives", "ment", "ale", "ant", "aux",
    "ees", "ers", "eur", "ing", "ite", "ity", "ive", "al", "ed", "ee",
    "er", "es", "if", "ly", "e", "s", "x",
)  # fmt: skip
_SHORTEST_STEM = 4
_WORDS_REMEMBERED = 20_000


class Skill(msgspec.Struct, frozen=True):
    """A skill found in a text: its name in the lexicon, the words it stands as, and where (code points)."""

    name: str
    words: str
    start: int
    end: int


class Reading(msgspec.Struct, frozen=True):
    """What a text says, in terms of the lexicon: the skills it names, in order, and the stems of its other words."""

    skills: tuple[Skill, ...]
    stems: frozenset[str]


def read(text: str) -> Reading:
    """The skills and the stems of a text. The longest name counts: "Node.js" is not also "JS". Pure, any thread."""
    names = _names()
    words = [(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]
    singles = [_singular(word) for word, _, _ in words]
    skills: list[Skill] = []
    others: set[str] = set()
    place = 0
    while place < len(words):
        length = 0
        for parts, name, exact in names.get(singles[place], ()):
            if tuple(singles[place : place + len(parts)]) != parts:
                continue
            if exact and tuple(word for word, _, _ in words[place : place + len(exact)]) != exact:
                continue
            start, end = words[place][1], words[place + len(parts) - 1][2]
            if len(parts) > 1 and not _joined(text, words[place : place + len(parts)]):
                continue
            # "C-suite" and "R&D" name no programming language.
            if end - start == 1 and text[end : end + 1] in ("-", "&", "'", "’"):
                continue
            skills.append(Skill(name, text[start:end], start, end))
            length = len(parts)
            break
        if not length:
            others.add(words[place][0])
        place += length or 1
    return Reading(tuple(skills), frozenset({stem(word) for word in others} - _stop_stems()))


def broader(name: str) -> tuple[str, ...]:
    """Skills that a skill is a case of: who knows PostgreSQL knows some SQL."""
    return _lexicon().broader.get(name, ())


@functools.cache
def stop_words() -> frozenset[str]:
    """Words of English and French that tell one offer or CV from no other, in small letters."""
    words = msgspec.json.decode(resource("lexicon/stop_words.json").read_bytes(), type=dict[str, list[str]])
    return frozenset(word for listed in words.values() for word in listed)


@functools.lru_cache(_WORDS_REMEMBERED)
def stem(word: str) -> str:
    """A word without accents, case and its usual English or French endings, so that its forms are one."""
    word = _folded(word)
    if len(word) <= _SHORTEST_STEM or not word.isalpha():
        return word
    shortened = True
    while shortened:
        shortened = False
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
                word, shortened = word[: -len(ending)], True
                break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


class _Lexicon(msgspec.Struct, frozen=True):
    names: tuple[tuple[str, ...], ...]
    exact: frozenset[str]
    broader: dict[str, tuple[str, ...]]


def _folded(word: str) -> str:
    if not word.isascii():
        word = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    return word.casefold()


@functools.lru_cache(_WORDS_REMEMBERED)
def _singular(word: str) -> str:
    word = _folded(word)
    return word[:-1] if len(word) > _SHORTEST_STEM and word[-1] in "sx" and word[-2] != "s" else word


def _joined(text: str, words: list[tuple[str, int, int]]) -> bool:
    """Whether words are one name: no line end, stop or comma stands between them."""
    gaps = (text[before[2] : after[1]] for before, after in itertools.pairwise(words))
    return all(gap in (".", " & ") or gap.strip(" \u00a0\u202f") in ("", "-", "/", "'", "’", "&") for gap in gaps)


@functools.cache
def _lexicon() -> _Lexicon:
    return msgspec.json.decode(resource("lexicon/skills.json").read_bytes(), type=_Lexicon)


_Name = tuple[tuple[str, ...], str, tuple[str, ...]]


@functools.cache
def _names() -> dict[str, list[_Name]]:
    """First word to the names that begin with it, longest first: (words, name, the exact words where case tells)."""
    lexicon = _lexicon()
    found: dict[str, dict[tuple[tuple[str, ...], tuple[str, ...]], str]] = {}
    for name, spelling in _spellings(lexicon):
        words = tuple(_WORD.findall(spelling))
        parts = tuple(_singular(word) for word in words)
        exact = words if spelling in lexicon.exact else ()
        found.setdefault(parts[0], {}).setdefault((parts, exact), name)
    return {
        first: sorted(((parts, name, exact) for (parts, exact), name in names.items()), key=lambda one: -len(one[0]))
        for first, names in found.items()
    }


def _spellings(lexicon: _Lexicon) -> Iterator[tuple[str, str]]:
    for names in lexicon.names:
        for spelling in names:
            yield names[0], spelling


@functools.cache
def _stop_stems() -> frozenset[str]:
    return frozenset(map(stem, stop_words()))
