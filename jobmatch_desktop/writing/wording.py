"""The fixed words of documents, by language: resources/wording/."""

import functools
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.resources import resource

LANGUAGES = ("en", "fr")
"""The languages that documents are framed in."""


class Wording(msgspec.Struct, frozen=True):
    """One language's words. `cv`, `dates`, `letter` and `note` are templates with `{named}` values; `tones` are those of `letter` that
    another tone than the plain one says otherwise, by tone. `kinds` are what a CV and a letter are called, by `cv` and `letter`.

    `in_language` and `languages` are by ISO 639-1 code; `in_words` stands for `in_language` where the language is no
    other or not known.
    """

    months: tuple[str, ...]
    months_short: tuple[str, ...]
    until_now: str
    colon: str
    conjunction: str = msgspec.field(name="and")
    quotes: tuple[str, str]
    cv: dict[str, str]
    dates: dict[str, str]
    kinds: dict[str, str]
    letter: dict[str, str]
    tones: dict[str, dict[str, str]]
    in_words: str
    in_language: dict[str, str]
    note: str
    languages: dict[str, str]

    def listed(self, texts: Sequence[str], last: str | None = None) -> str:
        """`A, B and C`; `last` takes the place of the word between the last two."""
        *before, end = texts
        return (", ".join(before) + (last or self.conjunction) if before else "") + end

    def quoted(self, text: str) -> str:
        """The text in the language's quotation marks."""
        return self.quotes[0] + text + self.quotes[1]


class Openings(msgspec.Struct, frozen=True):
    """How lines of a profile begin in a language, as far as it tells how they go into a sentence.

    Words are in small letters; `wish` and `hobby` are regular expressions.
    """

    past: frozenset[str]
    present: frozenset[str]
    passive: frozenset[str]
    passive_before: frozenset[str]
    active_before_any: frozenset[str]
    not_verbs: frozenset[str]
    gerund_not: frozenset[str]
    first_person: frozenset[str]
    wish: str
    hobby: str


@functools.cache
def wording(language: str) -> Wording:
    """The words of `en` or `fr`. Raises `FileNotFoundError` for another language."""
    return msgspec.json.decode(resource(f"wording/{language}.json").read_bytes(), type=Wording)


@functools.cache
def openings(language: str) -> Openings:
    """How lines begin in `en` or `fr`. Raises `KeyError` for another language."""
    return msgspec.json.decode(resource("lexicon/openings.json").read_bytes(), type=dict[str, Openings])[language]
