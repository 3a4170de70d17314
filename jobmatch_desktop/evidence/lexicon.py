"""Names of skills and their other spellings (resources/lexicon/), and the reading of a text by them."""

import functools
import itertools
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.evidence.esco import Added, Labels, english
from jobmatch_desktop.evidence.spelling import SHORTEST_STEM, WORD, folded, singular
from jobmatch_desktop.resources import resource

# Longest first.
_ENDINGS = (
    "isation", "ization", "ations", "ements", "ables", "ation", "ement", "euses", "ments", "able",
    "ales", "ants", "eurs", "euse", "ings", "ives", "ment", "ale", "ant", "aux",
    "ees", "ers", "eur", "ing", "ite", "ity", "ive", "al", "ed", "ee",
    "er", "es", "if", "ly", "e", "s", "x",
)  # fmt: skip
_WORDS_REMEMBERED = 20_000
_TEXTS_REMEMBERED = 4_000


class Skill(msgspec.Struct, frozen=True):
    """A skill found in a text: its name in the lexicon, the words it stands as, and where (code points). `named` tells that the
    words name it wherever they stand; others, such as ESCO's "manage staff", are ordinary words too."""

    name: str
    words: str
    start: int
    end: int
    named: bool = True


class Reading(msgspec.Struct, frozen=True):
    """What a text says, in terms of the lexicon: the skills it names, in order, and the stems of its other words."""

    skills: tuple[Skill, ...]
    stems: frozenset[str]


@functools.lru_cache(_TEXTS_REMEMBERED)
def read(text: str, added: Added = ()) -> Reading:
    """The skills and the stems of a text. The longest name counts: "Node.js" is not also "JS". Names of the program's own list come
    first, those that the person `added` then, and ESCO's English ones last. Pure, any thread."""
    words = [(found[0], found.start(), found.end()) for found in WORD.finditer(text)]
    singles = [singular(word) for word, _, _ in words]
    own = list(_own(text, words, singles))
    taken = bytearray(len(words))
    for _, place, length in own:
        taken[place : place + length] = b"\x01" * length
    labelled: list[tuple[Skill, int, int]] = []
    for labels in (*added, english()):
        for found, place, length in _labelled(text, words, singles, taken, labels):
            if labels is not english():
                found = msgspec.structs.replace(found, name=_as_read(found.name))
            labelled.append((found, place, length))
            taken[place : place + length] = b"\x01" * length
    others = {word for (word, _, _), known in zip(words, taken, strict=True) if not known}
    skills = tuple(skill for skill, _, _ in sorted([*own, *labelled], key=lambda one: one[1]))
    return Reading(skills, frozenset({stem(word) for word in others} - stop_stems()))


_Words = list[tuple[str, int, int]]


def _own(text: str, words: _Words, singles: list[str]) -> Iterator[tuple[Skill, int, int]]:
    """Skills of the program's own list, each with the place of its first word and how many it has."""
    names = _names()
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
            length = len(parts)
            yield Skill(name, text[start:end], start, end), place, length
            break
        place += length or 1


def _labelled(
    text: str, words: _Words, singles: list[str], taken: bytearray, labels: Labels
) -> Iterator[tuple[Skill, int, int]]:
    """Skills of a list of labels where no word is taken."""
    plain = [word for word, _, _ in words]
    place = 0
    while place < len(words):
        found = None if taken[place] else labels.at(plain, singles, place)
        if (
            found is None
            or any(taken[place : place + found.length])
            or (found.length > 1 and not _joined(text, words[place : place + found.length]))
        ):
            place += 1
            continue
        start, end = words[place][1], words[place + found.length - 1][2]
        yield Skill(found.name, text[start:end], start, end, found.knowledge), place, found.length
        place += found.length


@functools.lru_cache(_WORDS_REMEMBERED)
def _as_read(name: str) -> str:
    """What ESCO's English name of a skill is read as: "carry out wound care" is wound care here, and so is what it is called elsewhere."""
    skills = read(name).skills
    return skills[0].name if len(skills) == 1 else name


def french_names() -> int:
    """How many skills the program's own list has in French."""
    return len(_french())


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
    """A word without accents, case and its usual English or French endings, so that its forms are one: those too that no ending
    tells, such as "wrote" and "rédaction" (resources/lexicon/irregular_words.json)."""
    shortened = _shortened(folded(word))
    return _irregular().get(shortened, shortened)


def _shortened(word: str) -> str:
    if len(word) <= SHORTEST_STEM or not word.isalpha():
        return word
    shortened = True
    while shortened:
        shortened = False
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
                word, shortened = word[: -len(ending)], True
                break
    if len(word) > SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word


@functools.cache
def _irregular() -> dict[str, str]:
    """The stems of irregular forms to that of the first of their family."""
    families = msgspec.json.decode(resource("lexicon/irregular_words.json").read_bytes(), type=list[list[str]])
    return {_shortened(folded(form)): _shortened(folded(forms[0])) for forms in families for form in forms}


class _Lexicon(msgspec.Struct, frozen=True):
    names: tuple[tuple[str, ...], ...]
    exact: frozenset[str]
    broader: dict[str, tuple[str, ...]]


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
        words = tuple(WORD.findall(spelling))
        parts = tuple(singular(word) for word in words)
        exact = words if spelling in lexicon.exact else ()
        found.setdefault(parts[0], {}).setdefault((parts, exact), name)
    return {
        first: sorted(((parts, name, exact) for (parts, exact), name in names.items()), key=lambda one: -len(one[0]))
        for first, names in found.items()
    }


def _spellings(lexicon: _Lexicon) -> Iterator[tuple[str, str]]:
    own: dict[str, str] = {}
    for names in lexicon.names:
        for spelling in names:
            own.setdefault(spelling.casefold(), names[0])
            yield names[0], spelling
    # A French name leads to the English one: that of the list above, else ESCO's, else one of its own.
    for spelled, spellings in _french().items():
        words = WORD.findall(spelled)
        label = english().at(words, [singular(word) for word in words], 0)
        name = own.get(spelled.casefold()) or (label.name if label and label.length == len(words) else spelled)
        for spelling in (spelled, *spellings):
            yield name, spelling


@functools.cache
def _french() -> dict[str, tuple[str, ...]]:
    return msgspec.json.decode(resource("lexicon/skills_fr.json").read_bytes(), type=dict[str, tuple[str, ...]])


@functools.cache
def stop_stems() -> frozenset[str]:
    """The stems of the stop words."""
    return frozenset(map(stem, stop_words()))
