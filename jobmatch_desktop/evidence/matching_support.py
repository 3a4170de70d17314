"""A profile's facts, as a requirement asks for them: what shows a skill, how many months, which degree, which language."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import IntEnum

import msgspec

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.partial_date import parse_date
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.matching_weights import asked_words, weights


class Shown(IntEnum):
    """How a fact supports something: it stands in a list, in a job or a project, or in one of the last five years."""

    STATED = 1
    SHOWN = 2
    RECENT = 3

    @property
    def share(self) -> float:
        """What it counts, 0 to 1."""
        return weights().shown[self.name.lower()]


class Line(msgspec.Struct, frozen=True):
    """A fact that can answer a requirement; `skills` with what each counts: 1, or less for what it is only a case of."""

    id: str
    shown: Shown
    job: str
    skills: dict[str, float]
    stems: frozenset[str]


class Job(msgspec.Struct, frozen=True):
    """A job's months, from `begin` to before `end` since year 0, and what its lines name. `fact` stands for it."""

    fact: str
    shown: Shown
    begin: int
    end: int
    skills: frozenset[str]
    stems: frozenset[str]


class Study(msgspec.Struct, frozen=True):
    """A degree: years after school, and the words of its field."""

    fact: str
    degree: int
    skills: frozenset[str]
    stems: frozenset[str]


class Tongue(msgspec.Struct, frozen=True):
    """A language and how well: 1 to 7, 0 where it is not said."""

    facts: tuple[str, ...]
    name: str
    rank: int


class Support(msgspec.Struct, frozen=True):
    """Made once for a profile by `support_of`; `with_skill` and `with_stem` are places in `lines`, `added` the skills that the person
    added to the lexicon."""

    lines: tuple[Line, ...]
    with_skill: dict[str, tuple[int, ...]]
    with_stem: dict[str, tuple[int, ...]]
    jobs: tuple[Job, ...]
    studies: tuple[Study, ...]
    tongues: tuple[Tongue, ...]
    added: Added = ()


_STATED = frozenset(
    {"skill.name", "skill.keyword", "certificate.name", "certificate.summary", "award.name", "award.summary"}
    | {"publication.name", "publication.summary", "education.area", "education.course", "education.degree"}
    | {"language.name"}
)
_SHOWN = frozenset(
    {
        f"{post}.{field}"
        for post in ("work", "volunteer")
        for field in ("position", "description", "summary", "highlight")
    }
    | {f"project.{field}" for field in ("name", "description", "role", "keyword", "highlight")}
)


def support_of(facts: Sequence[Fact], today: date, added: Added = ()) -> Support:
    """What the facts can answer. Free prose about the person (`basics`, references) and interests answer nothing.

    A job without an end goes on. Only a date that ends a job can lower what the facts support; all else adds. Pure, any thread.
    """
    entries: dict[str, dict[str, Fact]] = {}
    for fact in facts:
        section, _, rest = fact.id.partition("/")
        number, _, field = rest.partition("/")
        entries.setdefault(f"{section}/{number}", {}).setdefault(field, fact)
    spans = {entry: span for entry, fields in entries.items() if (span := _span(fields, today))}
    now = today.year * 12 + today.month - 1
    lines = tuple(_lines(facts, lambda entry: _is_recent(spans.get(entry), now), added))
    return Support(
        lines,
        _places(line.skills for line in lines),
        _places(line.stems for line in lines),
        tuple(_jobs(entries, spans, lines, now)),
        tuple(_studies(entries, added)),
        tuple(_tongues(entries)),
        added,
    )


def _lines(facts: Sequence[Fact], is_recent: Callable[[str], bool], added: Added) -> Iterable[Line]:
    for fact in facts:
        if fact.kind not in _SHOWN and fact.kind not in _STATED:
            continue
        entry = "/".join(fact.id.split("/")[:2])
        shown = Shown.STATED
        if fact.kind in _SHOWN:
            shown = Shown.RECENT if is_recent(entry) else Shown.SHOWN
        reading = lexicon.read(fact.text, added)
        skills = {wider: weights().case_of for skill in reading.skills for wider in _wider(skill.name)}
        skills |= {skill.name: 1.0 for skill in reading.skills}
        words = {lexicon.stem(word) for skill in reading.skills for word in skill.words.split()}
        yield Line(fact.id, shown, entry, skills, asked_words().stems(fact.text, reading, added) | words)


def _jobs(
    entries: dict[str, dict[str, Fact]], spans: dict[str, tuple[int, int]], lines: Sequence[Line], now: int
) -> Iterable[Job]:
    for entry, fields in entries.items():
        if not entry.startswith("work/") or entry not in spans:
            continue
        own = [line for line in lines if line.job == entry]
        named = next((fields[name].id for name in ("position", "name", "startDate") if name in fields), "")
        yield Job(
            named,
            Shown.RECENT if _is_recent(spans[entry], now) else Shown.SHOWN,
            *spans[entry],
            frozenset(skill for line in own for skill in line.skills),
            frozenset(stem for line in own for stem in line.stems),
        )


def _studies(entries: dict[str, dict[str, Fact]], added: Added) -> Iterable[Study]:
    for entry, fields in entries.items():
        told = [fields[name] for name in ("studyType", "area") if name in fields]
        # "Licence" alone may be one to drive; of a study it is one in something.
        degree = asked_words().degree(" en ".join([*(fact.text for fact in told), ""]), highest=True)
        if entry.startswith("education/") and degree:
            said = ", ".join(fact.text for fact in told)
            reading = lexicon.read(said, added)
            skills = frozenset(skill.name for skill in reading.skills)
            yield Study(told[0].id, degree, skills, asked_words().stems(said, reading, added))


def _tongues(entries: dict[str, dict[str, Fact]]) -> Iterable[Tongue]:
    for entry, fields in entries.items():
        if entry.startswith("languages/") and "language" in fields:
            fluency = fields.get("fluency")
            ids = (fields["language"].id, *((fluency.id,) if fluency else ()))
            said = [fields["language"].text, *([fluency.text] if fluency else ())]
            for name in asked_words().language_names(said[0].title()):
                yield Tongue(ids, name, max(map(asked_words().rank, said)))


def _span(fields: dict[str, Fact], today: date) -> tuple[int, int] | None:
    """From month to before month; of a job of which only the end is known, that month."""
    start, end = (parse_date(fields[name].text) if name in fields else None for name in ("startDate", "endDate"))
    now = today.year * 12 + today.month - 1
    first = start.year * 12 + max(start.month or 1, 1) - 1 if start else None
    last = end.year * 12 + (end.month or 12) - 1 if end else now if first is not None else None
    if last is None:
        return None
    last = min(last, now)
    return (min(last if first is None else first, last), last + 1)


def _is_recent(span: tuple[int, int] | None, now: int) -> bool:
    return span is not None and span[1] > now - weights().recent_years * 12


def _wider(name: str) -> Iterable[str]:
    seen: dict[str, None] = {}
    waiting = [name]
    while waiting:
        for wider in lexicon.broader(waiting.pop()):
            if wider not in seen and wider != name:
                seen[wider] = None
                waiting.append(wider)
    return seen


def _places(keys: Iterable[Iterable[str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for place, named in enumerate(keys):
        for key in named:
            found.setdefault(key, []).append(place)
    return {key: tuple(places) for key, places in found.items()}
