"""What counts how much in a match (resources/matching.json), and the words that a requirement is read by (resources/lexicon/
offer_asked.json). docs/matching.md says what each weight means."""

import functools
import re

import msgspec

from jobmatch_desktop.domain.offer import RequirementLevel
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.spelling import singular
from jobmatch_desktop.resources import resource

_WORD = re.compile(r"[^\W_]+")
_BACHELOR = 3


class Weights(msgspec.Struct, frozen=True):
    """All are shares of 1 but `levels` and `parts`, which count against each other, `recent_years` and `usual_rank`."""

    levels: dict[RequirementLevel, float]
    shown: dict[str, float]
    recent_years: int
    case_of: float
    by_words: float
    fewest_words: float
    met: float
    parts: dict[str, float]
    other_area: float
    near_degree: float
    language_named: float
    usual_rank: int


class AskedWords(msgspec.Struct, frozen=True):
    """Patterns by what they tell; `degrees` and `ranks` highest first, `fields` by their first words."""

    degrees: tuple[tuple[int, re.Pattern[str]], ...]
    any_degree: re.Pattern[str]
    language: re.Pattern[str]
    languages: dict[str, str]
    ranks: tuple[tuple[int, re.Pattern[str]], ...]
    fields: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    examples: re.Pattern[str]
    alternative: re.Pattern[str]
    run: re.Pattern[str]
    no_years: re.Pattern[str]
    clause: re.Pattern[str]
    exemplary: re.Pattern[str]
    no_language_after: re.Pattern[str]
    no_language_before: re.Pattern[str]
    generic: frozenset[str]
    soft: frozenset[str]

    def is_generic(self, word: str) -> bool:
        """Whether a word tells of nothing that is asked for: by itself, for "experiment" has the stem of "experience"."""
        return singular(word) in self.generic

    def degree(self, text: str, highest: bool) -> int:
        """The highest or the lowest degree that a text names, in years after school (school itself 1); 0 for none. "A degree" without
        more is one of three years."""
        found = [level for level, pattern in self.degrees if pattern.search(text)]
        if (highest or not found) and self.any_degree.search(text):
            found.append(_BACHELOR)
        return (max if highest else min)(found, default=0)

    def rank(self, text: str) -> int:
        """How well a language is spoken, by a text: 1 (A1) to 6 (C2), 7 for a mother tongue, 0 where it does not say."""
        return next((rank for rank, pattern in self.ranks if pattern.search(text)), 0)

    def stems(self, text: str, reading: lexicon.Reading, added: Added = ()) -> frozenset[str]:
        """The stems of a text as `reading` has them, but a field of study or work, in any of its names, as one: "informatique" is
        "computer science". `added` is what it was read with."""
        words = [(word[0].casefold(), word.start(), word.end()) for word in _WORD.finditer(text)]
        found, left, place = set[str](), [], 0
        while place < len(words):
            for parts, name in self.fields.get(words[place][0], ()):
                if tuple(word for word, _, _ in words[place : place + len(parts)]) == parts:
                    found.add(name)
                    place += len(parts)
                    break
            else:
                left.append(text[words[place][1] : words[place][2]])
                place += 1
        return lexicon.read(", ".join(left), added).stems | found if found else reading.stems

    def language_names(self, text: str) -> list[str]:
        """The languages that a text names; "French cuisine" and "droit anglais" name none."""
        found = (
            said[0].casefold()
            for said in self.language.finditer(text)
            if not self.no_language_after.match(text, said.end())
            and not self.no_language_before.search(text, 0, said.start())
        )
        # "anglaises" is a form of "anglais".
        bare = (said if said in self.languages else said.removesuffix("s").removesuffix("e") for said in found)
        return list(dict.fromkeys(self.languages[said] for said in bare if said in self.languages))


class _Listed(msgspec.Struct, frozen=True):
    degrees: dict[str, list[str]]
    any_degree: str
    languages: dict[str, list[str]]
    ranks: dict[str, list[str]]
    fields: list[list[str]]
    examples: str
    alternative: str
    run: str
    no_years: str
    clause: str
    exemplary: str
    no_language_after: str
    no_language_before: str
    generic: list[str]
    soft: list[str]


@functools.cache
def weights() -> Weights:
    """The table, read once. Raises `FileNotFoundError` in a broken installation."""
    return msgspec.json.decode(resource("matching.json").read_bytes(), type=Weights)


@functools.cache
def asked_words() -> AskedWords:
    """The table, read once. Raises `FileNotFoundError` in a broken installation."""
    listed = msgspec.json.decode(resource("lexicon/offer_asked.json").read_bytes(), type=_Listed)
    return AskedWords(
        _by_number(listed.degrees),
        re.compile(listed.any_degree, re.I),
        _named([spelling for spellings in listed.languages.values() for spelling in spellings]),
        {spelling.casefold(): name for name, spellings in listed.languages.items() for spelling in spellings},
        _by_number(listed.ranks),
        _by_first_word(listed.fields),
        re.compile(listed.examples, re.I),
        re.compile(listed.alternative, re.I),
        re.compile(listed.run, re.I),
        re.compile(listed.no_years, re.I),
        re.compile(listed.clause, re.I),
        re.compile(listed.exemplary, re.I),
        re.compile(listed.no_language_after, re.I),
        re.compile(listed.no_language_before, re.I),
        frozenset(map(singular, listed.generic)),
        frozenset(map(lexicon.stem, listed.soft)),
    )


def _by_first_word(listed: list[list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word to the fields whose names begin with it, longest first: (words, the field's first name)."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for names in listed:
        for name in names:
            words = tuple(_WORD.findall(name))
            found.setdefault(words[0], []).append((words, names[0]))
    return {first: tuple(sorted(named, key=lambda one: -len(one[0]))) for first, named in found.items()}


def _by_number(patterns: dict[str, list[str]]) -> tuple[tuple[int, re.Pattern[str]], ...]:
    found = ((int(number), re.compile("|".join(listed), re.I)) for number, listed in patterns.items())
    return tuple(sorted(found, key=lambda one: -one[0]))


def _named(spellings: list[str]) -> re.Pattern[str]:
    """An English name has its capital: who will polish silver speaks no Polish."""
    english = "|".join(word for word in spellings if word[0].isupper())
    others = "|".join(word for word in spellings if not word[0].isupper())
    return re.compile(rf"\b(?:{english}|(?i:(?:{others})e?s?))\b")
