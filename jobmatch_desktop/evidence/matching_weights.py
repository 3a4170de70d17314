"""What counts how much in a match (resources/matching.json), and the words that a requirement is read by (resources/lexicon/
offer_asked.json). docs/matching.md says what each weight means."""

import functools
import re

import msgspec

from jobmatch_desktop.domain.offer import RequirementLevel
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.resources import resource

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
    """Patterns by what they tell; `degrees` and `ranks` highest first."""

    degrees: tuple[tuple[int, re.Pattern[str]], ...]
    any_degree: re.Pattern[str]
    language: re.Pattern[str]
    languages: dict[str, str]
    ranks: tuple[tuple[int, re.Pattern[str]], ...]
    field: re.Pattern[str]
    fields: dict[str, str]
    examples: re.Pattern[str]
    alternative: re.Pattern[str]
    run: re.Pattern[str]
    no_years: re.Pattern[str]
    generic: frozenset[str]

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

    def stems(self, text: str, reading: lexicon.Reading) -> frozenset[str]:
        """The stems of a text as `reading` has them, but a field of study or work, in any of its names, as one: "informatique" is
        "computer science"."""
        found = [self.fields[" ".join(said.casefold().split())] for said in self.field.findall(text)]
        if not found:
            return reading.stems
        return lexicon.read(self.field.sub(", ", text)).stems | frozenset(found)

    def language_names(self, text: str) -> list[str]:
        """The languages that a text names."""
        found = (said.casefold() for said in self.language.findall(text))
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
    generic: list[str]


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
        re.compile(
            "|".join(
                r"\b" + re.escape(name).replace("\\ ", r"\s+") + r"\b"
                for name in sorted((name for names in listed.fields for name in names), key=len, reverse=True)
            ),
            re.I,
        ),
        {name: names[0] for names in listed.fields for name in names},
        re.compile(listed.examples, re.I),
        re.compile(listed.alternative, re.I),
        re.compile(listed.run, re.I),
        re.compile(listed.no_years, re.I),
        frozenset(map(lexicon.stem, listed.generic)),
    )


def _by_number(patterns: dict[str, list[str]]) -> tuple[tuple[int, re.Pattern[str]], ...]:
    found = ((int(number), re.compile("|".join(listed), re.I)) for number, listed in patterns.items())
    return tuple(sorted(found, key=lambda one: -one[0]))


def _named(spellings: list[str]) -> re.Pattern[str]:
    """An English name has its capital: who will polish silver speaks no Polish."""
    english = "|".join(word for word in spellings if word[0].isupper())
    others = "|".join(word for word in spellings if not word[0].isupper())
    return re.compile(rf"\b(?:{english}|(?i:(?:{others})e?s?))\b")
