"""How far a profile's facts answer an offer: requirement by requirement, with the facts, and a total. docs/matching.md explains it."""

import math
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from jobmatch_desktop.domain.offer import Requirement
from jobmatch_desktop.evidence.matching_asked import Asked, asked_in
from jobmatch_desktop.evidence.matching_support import Shown, Support
from jobmatch_desktop.evidence.matching_weights import weights

_MOST_FACTS = 8


class Answer(msgspec.Struct, frozen=True):
    """How far facts answer one thing that is asked for: `strength` 0 to 1, `facts` the strongest first."""

    asked: Asked
    strength: float = 0.0
    shown: Shown | None = None
    facts: tuple[str, ...] = ()


class Answered(msgspec.Struct, frozen=True):
    """A requirement and what answers it: `strength` 0 to 1, `met` from one half on, where more than half of it has facts. `shown` is the
    best of its facts' ways, None without facts; `facts` are ids, the strongest first."""

    requirement: Requirement
    strength: float
    met: bool
    shown: Shown | None
    facts: tuple[str, ...]
    answers: tuple[Answer, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """The words of what no fact answers, but for examples of something."""
        return tuple(one.asked.words for one in self.answers if not one.facts and one.asked.kind != "example")


class Match(msgspec.Struct, frozen=True):
    """`score` is 0 to 100, of which `exact` is the value before rounding, to rank by; both 0 where nothing is asked for."""

    score: int
    exact: float
    requirements: tuple[Answered, ...]

    @property
    def counts(self) -> bool:
        """Whether anything is asked for that a fact could answer: without that there is no score to tell."""
        return any(one.answers for one in self.requirements)


def match(support: Support, requirements: Sequence[Requirement]) -> Match:
    """Holds requirements against facts. Each requirement once more is no new one. Pure, any thread; deterministic to the last digit.

    Only facts raise it: of facts that support the same thing the strongest counts, so that more facts never lower it.
    """
    answered = tuple(_answered(support, requirement) for requirement in requirements)
    counted = [(weights().levels[one.requirement.level], one) for one in answered if one.answers]
    whole = math.fsum(weight for weight, _ in counted)
    exact = round(100 * math.fsum(weight * one.strength for weight, one in counted) / whole, 6) if whole else 0.0
    return Match(math.floor(exact + 0.5), exact, answered)


def _answered(support: Support, requirement: Requirement) -> Answered:
    answers = tuple(_answer(support, asked) for asked in asked_in(requirement.text, support.added))
    parts = weights().parts
    whole = math.fsum(parts[one.asked.kind] for one in answers)
    strength = round(math.fsum(parts[one.asked.kind] * one.strength for one in answers) / whole, 6) if whole else 0.0
    missing = math.fsum(parts[one.asked.kind] for one in answers if not one.facts)
    best = sorted((one for one in answers if one.facts), key=lambda one: -one.strength)
    facts = tuple(dict.fromkeys(fact for one in best for fact in one.facts))[:_MOST_FACTS]
    shown = max((one.shown for one in best if one.shown is not None), default=None)
    met = strength >= weights().met and missing < whole / 2
    return Answered(requirement, strength, met, shown, facts, answers)


def _answer(support: Support, asked: Asked) -> Answer:
    match asked.kind:
        case "years":
            return _years(support, asked)
        case "degree":
            return _degree(support, asked)
        case "language":
            return _language(support, asked)
        case "words":
            return _words(support, asked)
        case _:
            return _skill(support, asked)


def _skill(support: Support, asked: Asked) -> Answer:
    found = []
    for place in dict.fromkeys(place for name in asked.names for place in support.with_skill.get(name, ())):
        line = support.lines[place]
        share = max(line.skills.get(name, 0.0) for name in asked.names)
        found.append((share * line.shown.share, line.shown, line.id))
    return _strongest(asked, [*found, *_worded(support, asked.either)])


def _words(support: Support, asked: Asked) -> Answer:
    return _strongest(asked, _worded(support, (asked.stems, *asked.either)))


def _worded(support: Support, either: Sequence[frozenset[str]]) -> Iterator[tuple[float, Shown, str]]:
    """Lines that have most of the words of one of several, for what the lexicon does not know."""
    for stems in either:
        hits: dict[int, int] = {}
        for stem in stems:
            for place in support.with_stem.get(stem, ()):
                hits[place] = hits.get(place, 0) + 1
        for place, count in sorted(hits.items()):
            share = count / len(stems)
            if share >= weights().fewest_words:
                line = support.lines[place]
                yield share * weights().by_words * line.shown.share, line.shown, line.id


def _years(support: Support, asked: Asked) -> Answer:
    """The months of all jobs in the field, what overlaps counted once; all jobs where no field is named."""
    names, stems = set(asked.names), asked.stems
    any_field = not names and not stems
    jobs = [job for job in support.jobs if any_field or names & job.skills or stems & job.stems]
    total, covered = 0, 0
    for job in sorted(jobs, key=lambda job: (job.begin, job.end)):
        total += max(job.end - max(job.begin, covered), 0)
        covered = max(covered, job.end)
    strength = min(total / asked.amount, 1.0)
    latest = sorted(jobs, key=lambda job: (-job.end, job.begin))
    return Answer(
        asked,
        round(strength, 6),
        max((job.shown for job in jobs), default=None),
        tuple(job.fact for job in latest if job.fact)[:_MOST_FACTS],
    )


def _degree(support: Support, asked: Asked) -> Answer:
    """A degree at least as high; one in another field, or one step lower, counts less."""
    found = []
    for study in support.studies:
        field = (not asked.stems and not asked.names) or bool(
            asked.stems & study.stems or set(asked.names) & study.skills
        )
        strength = 1.0 if field else weights().other_area
        if study.degree < asked.amount:
            strength *= weights().near_degree * study.degree / asked.amount
        found.append((strength, Shown.STATED, study.fact))
    return _strongest(asked, found)


def _language(support: Support, asked: Asked) -> Answer:
    """The language named is half of it, its level the rest."""
    named = weights().language_named
    best = Answer(asked)
    for tongue in support.tongues:
        if tongue.name in asked.names:
            reached = min(tongue.rank / (asked.amount or weights().usual_rank), 1.0)
            strength = round(named + (1 - named) * reached, 6)
            if strength > best.strength:
                best = Answer(asked, strength, Shown.STATED, tongue.facts)
    return best


def _strongest(asked: Asked, found: Iterable[tuple[float, Shown, str]]) -> Answer:
    ordered = sorted(found, key=lambda one: -one[0])
    if not ordered:
        return Answer(asked)
    facts = tuple(dict.fromkeys(fact for _, _, fact in ordered))[:_MOST_FACTS]
    return Answer(asked, round(ordered[0][0], 6), ordered[0][1], facts)
