"""What the words of a requirement ask for: skills, years, a degree, a language, or what its other words say."""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.matching_weights import asked_words
from jobmatch_desktop.evidence.quantities import quantities

Kind = Literal["skill", "example", "years", "degree", "language", "words"]

_TIME = re.compile(r"\b(?:year|yr|month|an|année|mois)s?\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;/+]|\b(?:and|or|et|ou)\b", re.IGNORECASE)
_MOST_YEARS = 40
_REMEMBERED = 20_000


class Asked(msgspec.Struct, frozen=True):
    """One thing that a requirement asks for. `names` are skills, any of which will do, or a language; `amount` is months, a degree
    (years after school) or a rank of a language; `stems` are words that tell the field of years or a degree, or all there is."""

    kind: Kind
    words: str
    names: tuple[str, ...] = ()
    amount: float = 0
    stems: frozenset[str] = frozenset()


@functools.lru_cache(_REMEMBERED)
def asked_in(text: str, added: Added = ()) -> tuple[Asked, ...]:
    """What a requirement asks for: nothing where its words say nothing that a fact could answer. `added` are skills that
    the person added to the lexicon. Pure, any thread."""
    words = asked_words()
    reading = lexicon.read(text, added)
    languages = words.language_names(text)
    skills = [skill for skill in reading.skills if skill.name not in languages]
    stems = (
        frozenset(stem for stem in words.stems(text, reading, added) if not stem.isdigit() and len(stem) > 1)
        - words.generic
        - _number_stems()
    )
    found: list[Asked] = list(_skills(text, skills))
    known = tuple(skill.name for skill in skills)
    if months := _months(text):
        found.append(Asked("years", text, known, months, stems))
    if degree := words.degree(text, highest=False):
        found.append(Asked("degree", text, known, degree, stems))
        found = [one for one in found if one.kind not in ("skill", "example")]
    found += _languages(text, languages)
    if not found and stems:
        found.append(Asked("words", text, (), 0, stems))
    return tuple(dict.fromkeys(found))


def _skills(text: str, skills: Sequence[lexicon.Skill]) -> Iterator[Asked]:
    """Skills in the order of the text: those joined by "or" ask for one of them, so do those in brackets or after "such as"."""
    words = asked_words()
    seen: set[tuple[str, ...]] = set()
    for run in _runs(text, skills):
        first = run[0].start
        example = _in_brackets(text, first) or bool(words.examples.search(text[:first]))
        gaps = [text[before.end : after.start] for before, after in itertools.pairwise(run)]
        one_of = example or any(words.alternative.search(gap) for gap in gaps)
        groups = [run] if one_of else [[skill] for skill in run]
        for group in groups:
            names = tuple(dict.fromkeys(skill.name for skill in group))
            if names not in seen:
                seen.add(names)
                yield Asked("example" if example else "skill", text[group[0].start : group[-1].end], names)


def _languages(text: str, names: Sequence[str]) -> list[Asked]:
    """Each with the level that is said of it; of several joined by "or" one will do."""
    if not names:
        return []
    words = asked_words()
    said = {name: words.rank(part) for part in _PARTS.split(text) for name in words.language_names(part)}
    ranks = {name: said.get(name) or words.rank(text) for name in names}
    if len(names) > 1 and words.alternative.search(text):
        return [Asked("language", " / ".join(names), tuple(names), min(ranks.values()))]
    return [Asked("language", name, (name,), rank) for name, rank in ranks.items()]


def _runs(text: str, skills: Sequence[lexicon.Skill]) -> Iterator[list[lexicon.Skill]]:
    """Skills with nothing but commas and "and" or "or" between them."""
    run: list[lexicon.Skill] = []
    for skill in skills:
        if run and not asked_words().run.match(text[run[-1].end : skill.start]):
            yield run
            run = []
        run.append(skill)
    if run:
        yield run


def _in_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place)


@functools.cache
def _number_stems() -> frozenset[str]:
    return frozenset(map(lexicon.stem, claim_words().numbers))


def _months(text: str) -> float:
    """The months of experience that are asked for: of a span of years its beginning; 0 for none."""
    if not _TIME.search(text) or asked_words().no_years.search(text):
        return 0
    months = [min(found.values) for found in quantities(text) if found.kind == "duration"]
    return min((value for value in months if 0 < value <= _MOST_YEARS * 12), default=0)
