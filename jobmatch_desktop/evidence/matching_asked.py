"""What the words of a requirement ask for: skills, years, a degree, a language, or what its other words say."""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from jobmatch_desktop.domain.offer import Span
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.matching_segments import Segment, clauses, lists
from jobmatch_desktop.evidence.matching_weights import asked_words
from jobmatch_desktop.evidence.quantities import quantities
from jobmatch_desktop.evidence.spelling import WORD

Kind = Literal["skill", "example", "years", "degree", "language", "words"]

_TIME = re.compile(r"\b(?:year|yr|month|an|année|mois)s?\b", re.IGNORECASE)
_PARTS = re.compile(r"[,;/+]|\b(?:and|or|et|ou)\b", re.IGNORECASE)
_SHORT = re.compile(r"\(([A-Z][A-Za-z]*[A-Z])\)")
_MOST_YEARS = 40
_REMEMBERED = 20_000
_TELLING = 2
"""Words beside a skill of one ordinary word from which on they ask for something themselves."""


class Asked(msgspec.Struct, frozen=True):
    """One thing that a requirement asks for. `names` are skills, any of which will do, or a language; `amount` is months, a degree
    (years after school) or a rank of a language; `stems` are words that tell the field of years or a degree, or all there is. `either`
    are stems of other words, any of which will do instead of the names or the stems."""

    kind: Kind
    words: str
    names: tuple[str, ...] = ()
    amount: float = 0
    stems: frozenset[str] = frozenset()
    either: tuple[frozenset[str], ...] = ()


@functools.lru_cache(_REMEMBERED)
def asked_in(text: str, added: Added = ()) -> tuple[Asked, ...]:
    """What a requirement asks for: nothing where its words say nothing that a fact could answer. `added` are skills that
    the person added to the lexicon. Pure, any thread."""
    return tuple(dict.fromkeys(one for clause in clauses(text) for one in _asked(clause, added)))


def _asked(text: str, added: Added) -> list[Asked]:
    """What a clause asks for. Years and a degree ask for all of it."""
    words = asked_words()
    reading = lexicon.read(text, added)
    languages = words.language_names(text)
    named = frozenset(words.languages.values())
    skills = [skill for skill in reading.skills if skill.name not in named]
    found: list[Asked] = list(_skills(text, skills))
    known = tuple(skill.name for skill in skills)
    months, degree = _months(text), words.degree(text, highest=False)
    stems = _telling(text, reading, added) if months or degree else frozenset()
    if months:
        found.append(Asked("years", text.strip(), known, months, stems))
    if degree:
        found.append(Asked("degree", text.strip(), known, degree, stems))
        found = [one for one in found if one.kind not in ("skill", "example")]
    found += _languages(text, languages)
    return found if months or degree else _with_others(text, skills, found, bool(languages), added)


def _with_others(
    text: str, skills: Sequence[lexicon.Skill], found: list[Asked], spoken: bool, added: Added
) -> list[Asked]:
    """What was found, with what the clause's other words ask for, thing by thing: what the lexicon knows hides nothing of the others.
    `spoken` tells that the clause names languages."""
    others: list[Asked] = []
    for listed in lists(text, [Span(skill.start, skill.end) for skill in skills]):
        if spoken and any(asked_words().language_names(one.text) for one in listed):
            continue
        here = [skill for skill in skills if any(_stands_in(skill, one) for one in listed)]
        told = [stems for one in listed for stems in _told(text, one, here, added)]
        if here:
            others += _joined(text, listed, here, told, found, added)
        elif told:
            shown = _bare(text[listed[0].at.start : listed[-1].at.end])
            others.append(Asked("words", shown, (), 0, told[0], tuple(told[1:])))
    soft = asked_words().soft
    if found or any(not one.stems <= soft for one in others):
        others = [one for one in others if not one.stems <= soft]
    return found + others


def _joined(
    text: str,
    listed: Sequence[Segment],
    skills: Sequence[lexicon.Skill],
    told: Sequence[frozenset[str]],
    found: list[Asked],
    added: Added,
) -> list[Asked]:
    """For a list with skills: in place of what was `found` of one of them each of the others will do, and so will the words beside it
    with its own. Gives what is asked beside them."""
    beside = [*_beside(listed, skills, added)]
    if not told and not beside:
        return []
    named = {skill.name for skill in skills}
    place = next(place for place, one in enumerate(found) if named & set(one.names))
    either = (*found[place].either, *told, *(stems | own for _, stems, own in beside))
    words = found[place].words
    if told and len(listed) > 1:
        words = _bare(text[listed[0].at.start : listed[-1].at.end])
    found[place] = msgspec.structs.replace(found[place], words=words, either=either)
    return [Asked("words", words, (), 0, stems) for words, stems, _ in beside] if len(listed) == 1 else []


def _beside(
    listed: Sequence[Segment], skills: Sequence[lexicon.Skill], added: Added
) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """The words beside a skill that is an ordinary word and tells little without them, their stems, and its own: "Key Stage 2 phonics"
    where it is taught."""
    for one in listed:
        named = [skill for skill in skills if _stands_in(skill, one)]
        if len(named) == 1 and named[0].name.islower() and len(WORD.findall(named[0].words)) == 1:
            start, end = named[0].start - one.at.start, named[0].end - one.at.start
            before, after = one.text[:start], one.text[end:]
            beside = f"{before}, {after}"
            stems = _telling(beside, _plain(beside), added) - asked_words().soft
            if len(stems) >= _TELLING:
                yield _bare(max(before, after, key=len)), stems, frozenset({lexicon.stem(named[0].words)})


def _stands_in(skill: lexicon.Skill, one: Segment) -> bool:
    return one.at.start <= skill.start < one.at.end


def _told(text: str, one: Segment, skills: Sequence[lexicon.Skill], added: Added) -> Iterator[frozenset[str]]:
    """The stems of words of which no skill is known, and those of their short form in brackets, which says the same."""
    if not any(_stands_in(skill, one) for skill in skills) and (stems := _telling(one.text, _plain(one.text), added)):
        yield stems
    if short := _SHORT.search(text, one.at.start, one.at.end):
        yield frozenset({lexicon.stem(short[1])})


def _plain(text: str) -> lexicon.Reading:
    """Words that name no skill, as they are read."""
    return lexicon.Reading((), frozenset(map(lexicon.stem, WORD.findall(text))) - lexicon.stop_stems())


def _telling(text: str, reading: lexicon.Reading, added: Added) -> frozenset[str]:
    """The stems of the words of a text, as it was read, that tell what is asked for."""
    empty = {word: asked_words().is_generic(word) for word in WORD.findall(text)}
    generic = {lexicon.stem(word) for word, is_empty in empty.items() if is_empty}
    generic -= {lexicon.stem(word) for word, is_empty in empty.items() if not is_empty}
    stems = asked_words().stems(text, reading, added)
    told = {stem for stem in stems if not stem.isdigit() and len(stem) > 1}
    return frozenset(told - generic - _number_stems())


def _bare(text: str) -> str:
    """Words without those at their beginning that ask for anything: "drafting leases" of "Experience in drafting leases"."""
    words = (word for word in WORD.finditer(text) if not asked_words().is_generic(word[0]))
    told = next((word.start() for word in words if lexicon.stem(word[0]) not in lexicon.stop_stems()), 0)
    return text[told:].strip(" .,;:")


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
                either = tuple(stems for skill in group if len(stems := _own_stems(skill)) > 1)
                shown = text[group[0].start : group[-1].end]
                yield Asked("example" if example else "skill", shown, names, either=either)


def _own_stems(skill: lexicon.Skill) -> frozenset[str]:
    """The stems of a skill of common words: who "administered medication" has done "medication administration"."""
    if not skill.name.islower():
        return frozenset()
    return frozenset(map(lexicon.stem, WORD.findall(skill.words))) - lexicon.stop_stems()


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
