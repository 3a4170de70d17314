"""Which words make a text a job's title, an organisation, a school, a degree, a place or a language.

The words are in resources/reading/words.json, English and French. Every answer here is a likelihood, weighed with the layout.
"""

import functools
import re
import unicodedata

import msgspec

from jobmatch_desktop.resources import resource

_TOKEN = re.compile(r"[^\W_](?:[\w.'’+-]*\w)?\.?")
_CODED = re.compile(r"(.+?)[,\s]\s*([A-Z]{2,3})(?:\s+\d{5}(?:-\d{4})?)?")
_POSTAL = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,5}\s+[^\W\d][\w' -]+(?:,\s*[\w' -]+)?")
# A French town with the number of its département.
_DEPARTMENT = re.compile(r"([^()\d]+?)\s*\((?:\d{2,3}|2[AB])\)")
_PLACE_LABEL = re.compile(r"[^\W\d][\w.'’ -]*")
_LONGEST_PLACE = 60
_MOST_WORDS = 14
_HIT, _MINOR = 1.4, 0.25
_SHORT_DEGREE = 5


class _Words(msgspec.Struct, frozen=True):
    titles: tuple[str, ...]
    organisations: tuple[str, ...]
    schools: tuple[str, ...]
    degrees: tuple[str, ...]
    remote: tuple[str, ...]
    countries: tuple[str, ...]
    regions: tuple[str, ...]
    codes: frozenset[str]
    cities: tuple[str, ...]
    languages: tuple[str, ...]
    levels: tuple[str, ...]
    hobbies: tuple[str, ...]
    parts_last: tuple[str, ...]
    parts_first: tuple[str, ...]


def title_score(text: str) -> float:
    """How much a text reads like a job's title: 0 to 2."""
    return _leanings(text)[0]


def organisation_score(text: str) -> float:
    """How much a text reads like an organisation's name: 0 to 2."""
    return _leanings(text)[1]


@functools.lru_cache(20_000)
def _leanings(text: str) -> tuple[float, float]:
    """Title and organisation. Where words of both are in it, the main one tells: French has it first, English last."""
    words = tokens(text)
    if not words or len(words) > _MOST_WORDS:
        return 0.0, 0.0
    titles = [place for place, word in enumerate(words) if word in _set("titles")]
    names = [place for place, word in enumerate(words) if word in _set("organisations") or word in _set("schools")]
    title, name = min(2.0, _HIT * len(titles)), min(2.0, _HIT * len(names))
    if titles and names:
        if titles[0] == 0 or titles[-1] > names[-1]:
            return title, _MINOR * name
        return _MINOR * title, name
    return title, name


def school_score(text: str) -> float:
    """How much a text reads like a school's name: 0 to 2."""
    words = tokens(text)
    hits = sum(
        word in _set("schools") or any(len(part) > 3 and part in _set("schools") for part in word.split("-"))
        for word in words
    )
    return min(2.0, 1.5 * hits)


def degree_score(text: str) -> float:
    """How much a text reads like a degree: 0 to 2. A degree's word near the beginning counts more."""
    words = tokens(text)
    known = _set("degrees")
    hits = [
        place
        for place, word in enumerate(words)
        if word in known or word.rstrip(".") in known or word.replace(".", "") in _short_degrees()
    ]
    if not hits:
        return 0.0
    return 2.0 if hits[0] == 0 else 1.4 if hits[0] < 3 else 0.8


def ends_in_degree(text: str) -> bool:
    """Whether the last word is one of a degree: `Secondary School Diploma`."""
    words = tokens(text)
    return len(words) > 1 and words[-1] in _set("degrees") and len(words[-1]) > _SHORT_DEGREE


def is_language(text: str) -> bool:
    """Whether a text begins with the name of a natural language."""
    words = tokens(text)
    return bool(words) and words[0] in _set("languages")


def names_language(text: str) -> bool:
    """Whether a natural language is named anywhere in it."""
    return any(word in _set("languages") for word in tokens(text))


def is_part(text: str) -> bool:
    """Whether a text names a part of an organisation, such as a team or a ward: English has the word last, French first."""
    words = tokens(text)
    return len(words) > 1 and (words[-1] in _set("parts_last") or words[0] in _set("parts_first"))


def is_hobby(text: str) -> bool:
    """Whether a text names what people do in their free time."""
    words = tokens(text)
    return any(word in _set("hobbies") for word in (*words, " ".join(words)))


def is_level(text: str) -> bool:
    """Whether a text tells how well a language is known."""
    low = folded(text)
    return any(re.search(rf"(?<!\w){re.escape(level)}(?!\w)", low) for level in _set("levels"))


def is_place(text: str) -> bool:
    """Whether a text is a town, a country, a postal address's end, or says that the work is remote."""
    if (numbered := _DEPARTMENT.fullmatch(text.strip(" ,.;–—-|·"))) and is_place(numbered[1]):
        return True
    text = text.strip(" ,.;()–—-|·")
    if not text or len(text) > _LONGEST_PLACE or text.count(",") > 3:
        return False
    low = folded(text)
    if low in _places():
        # Without its accent a mason is a town of Burgundy.
        return low not in _set("titles") or text.casefold() in _words().cities
    if _POSTAL.fullmatch(text) and not re.match(r"(?:19|20)\d\d\s", text):
        return True
    halves = [half for half in re.split(r"\s+[&/–—-]\s+|\s*\(|\)|\s*;\s*|\s+(?:and|et|or|ou)\s+", text) if half.strip()]
    if len(halves) > 1:
        return len(halves) <= 3 and all(is_place(half) for half in halves)
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    if len(pieces) > 1:
        last = pieces[-1]
        lasting = re.sub(r"\s+\d{5}(?:-\d{4})?$", "", last)
        coded = lasting in _words().codes
        # "CO" is Colorado here, no company.
        if organisation_score(", ".join(pieces[:-1]) if coded else text) > 0 and folded(pieces[0]) not in _places():
            return False
        named = folded(lasting) in _lands()
        inner = all(folded(piece) in _lands() or piece in _words().codes for piece in pieces[1:-1])
        if (coded or named) and inner and _PLACE_LABEL.fullmatch(pieces[0]) and len(pieces[0].split()) <= 4:
            return title_score(text) == 0
        return all(folded(piece) in _places() for piece in pieces)
    words = text.split()
    if 2 < len(words) <= 4 and all(folded(word) in _places() or word in _words().codes for word in words):
        return True
    found = _CODED.fullmatch(text)
    return bool(found and found[2] in _words().codes and folded(found[1]) in _places())


def is_known_place(text: str) -> bool:
    """Whether a text is in the table of towns, regions and countries."""
    return folded(text) in _places()


def tokens(text: str) -> list[str]:
    """The words of a text in small letters without accents; `B.S.`, `co-founder` and `C++` are one each."""
    words = (word.removesuffix("'s") for word in _TOKEN.findall(folded(text)))
    return [word if "." in word[:-1] else word.rstrip(".") for word in words]


@functools.lru_cache(20_000)
def folded(text: str) -> str:
    """Small letters without accents."""
    spelled = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(sign for sign in spelled if not unicodedata.combining(sign)).strip()


@functools.cache
def _words() -> _Words:
    return msgspec.json.decode(resource("reading/words.json").read_bytes(), type=_Words)


@functools.cache
def _set(name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in getattr(_words(), name))


@functools.cache
def _lands() -> frozenset[str]:
    return _set("countries") | _set("regions")


@functools.cache
def _places() -> frozenset[str]:
    return _lands() | _set("cities") | _set("remote")


@functools.cache
def _short_degrees() -> frozenset[str]:
    return frozenset(word.replace(".", "") for word in _set("degrees") if "." in word)
