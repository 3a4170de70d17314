"""The words for what a person's part in something was (resources/lexicon/roles.json)."""

import functools
import re

import msgspec

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.sentences import whole_words
from jobmatch_desktop.resources import resource


@functools.cache
def number_stems() -> frozenset[str]:
    """The stems of the words for numbers."""
    return frozenset(map(lexicon.stem, claim_words().numbers))


@functools.cache
def generic_stems() -> frozenset[str]:
    """The stems of words, such as "project", that go with any work."""
    return frozenset(map(lexicon.stem, role_words().generic))


class RoleWords(msgspec.Struct, frozen=True):
    """In small letters. `lead`, `run`, `make`, `found` and `decide` are verbs of a large part, those `lead_before_article` where one
    follows, `weak` those of a small one and `makes_too` those of a fact that make as well; `nouns` are those that begin a line. `all`,
    `alone`, `idioms` and `time_units` are for "all"; `people`, `anybody` and `learners` may be led, by who is said to `teach` as well.
    `puffery` and `generic` words tell nothing of what was done."""

    lead: tuple[str, ...]
    lead_before_article: tuple[str, ...]
    leads_too: tuple[str, ...]
    run: tuple[str, ...]
    people: tuple[str, ...]
    make: tuple[str, ...]
    found: frozenset[str]
    makes_too: tuple[str, ...]
    decide: tuple[str, ...]
    teach: tuple[str, ...]
    learners: tuple[str, ...]
    anybody: tuple[str, ...]
    nouns: frozenset[str]
    weak: tuple[str, ...]
    alone: frozenset[str]
    all: tuple[str, ...]
    idioms: tuple[str, ...]
    time_units: frozenset[str]
    puffery: frozenset[str]
    generic: tuple[str, ...]


@functools.cache
def role_words() -> RoleWords:
    """The table, read once. Raises `FileNotFoundError` in a broken installation."""
    return msgspec.json.decode(resource("lexicon/roles.json").read_bytes(), type=RoleWords)


def time_units() -> frozenset[str]:
    """Words after which "all" and "every" tell of time."""
    return role_words().time_units


def puffery() -> frozenset[str]:
    """Praise, which tells nothing of what was done."""
    return role_words().puffery


@functools.cache
def verbs() -> re.Pattern[str]:
    """The verbs that give a part in something."""
    table = role_words()
    return whole_words([*table.lead, *table.lead_before_article, *table.run, *table.make, *table.found, *table.decide])


@functools.cache
def leads() -> re.Pattern[str]:
    """Verbs of who leads."""
    table = role_words()
    return whole_words([*table.lead, *table.lead_before_article, *table.run, *table.leads_too])


@functools.cache
def makes() -> re.Pattern[str]:
    """Verbs of who makes."""
    table = role_words()
    return whole_words([*table.make, *table.found, *table.makes_too])


@functools.cache
def people() -> re.Pattern[str]:
    """Words for people whom somebody may lead."""
    return whole_words(role_words().people)


@functools.cache
def teaches() -> re.Pattern[str]:
    """Verbs of who teaches."""
    return whole_words(role_words().teach)


@functools.cache
def anybody() -> re.Pattern[str]:
    """Words for people in general."""
    return whole_words(role_words().anybody)


@functools.cache
def anybody_stems() -> frozenset[str]:
    """Their stems."""
    return frozenset(map(lexicon.stem, role_words().anybody))


@functools.cache
def learner_stems() -> frozenset[str]:
    """The stems of words for who is taught."""
    return frozenset(map(lexicon.stem, role_words().learners))


@functools.cache
def weak() -> re.Pattern[str]:
    """Words for a part smaller than that of the maker."""
    return whole_words(role_words().weak)


@functools.cache
def alone() -> re.Pattern[str]:
    """Words for having done something without others."""
    return whole_words(role_words().alone)


@functools.cache
def all_of() -> re.Pattern[str]:
    """Words for all of something."""
    return whole_words(role_words().all)


@functools.cache
def idioms() -> re.Pattern[str]:
    """Phrases in which those words claim nothing."""
    return whole_words(role_words().idioms)
