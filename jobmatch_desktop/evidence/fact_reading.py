"""What the facts say, read once for the index of them: their words, names, quantities, spans of time and languages."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.partial_date import parse_date
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.quantities import Quantity, quantities
from jobmatch_desktop.evidence.sentences import whole_words
from jobmatch_desktop.evidence.spoken import Spoken, level_of, spoken_languages

WORD = re.compile(r"[^\W_]+(?:[+#]+)?")
_BRACKETS = re.compile(r"\([^()]*\)")
_LEGAL_FORM = re.compile(
    r",?\s(?:Ltd|Limited|plc|LLP|LLC|Inc|Corp|GmbH|AG|KG|SE|SAS|SARL|SASU|SA|SCOP|EURL|BV|NV|Srl|SpA|Pty)\.?$"
)
_A_YEAR = re.compile(
    r"(?<!\w)(?:within|in|over|after|of|en|sous|après)\s(?:a|one|un)\s(?:year|an)(?!\w)", re.IGNORECASE
)
_TWELVE_MONTHS = Quantity(0, 0, "duration", frozenset({12.0}))
_POSSESSIVE = re.compile(r"[’']s(?!\w)")
_CONTACT_KINDS = frozenset(
    {"basics.phone", "basics.email", "basics.url", "basics.link", "basics.address", "basics.postal_code"}
)
_SECTIONS = frozenset(
    {"work", "volunteer", "education", "projects", "awards", "certificates", "publications", "languages"}
)
NAMED = {
    "work.organisation": "employer", "volunteer.organisation": "employer", "education.institution": "degree",
    "work.position": "title", "volunteer.position": "title", "basics.label": "title", "project.role": "title",
    "education.degree": "degree", "education.area": "degree", "project.name": "project", "certificate.name": "certificate",
    "certificate.issuer": "certificate", "award.name": "award", "award.issuer": "award", "publication.name": "publication",
    "publication.issuer": "publication", "work.place": "place", "volunteer.place": "place", "basics.city": "place",
    "basics.region": "place", "basics.name": "name",
}  # fmt: skip
_CONNECTING = frozenset({"of", "the", "for", "in", "and", "de", "du", "des", "la", "le", "les", "d", "l", "et", "en"})


class Name(msgspec.Struct, frozen=True):
    """What a fact is called by: the stems of its words, and the kind of claim that naming it makes."""

    stems: tuple[str, ...]
    kind: str
    fact: str


def entry_of(fact: str) -> str:
    """The path of the job, course, project or credential that a fact is of, by its id; `""` for none of them."""
    section, _, rest = fact.partition("/")
    return f"{section}/{rest.partition('/')[0]}" if section in _SECTIONS else ""


def content(text: str) -> frozenset[str]:
    """The stems of the words of a text that tell what it is about."""
    reading = lexicon.read(text)
    named = {
        lexicon.stem(word) for skill in reading.skills for word in WORD.findall(skill.words)
    } - lexicon.stop_stems()
    return frozenset(stem for stem in reading.stems | named if stem[0].isalpha() and len(stem) > 1)


def wider(name: str) -> Iterable[str]:
    seen: dict[str, None] = {}
    waiting = [name]
    while waiting:
        for wider in lexicon.broader(waiting.pop()):
            if wider not in seen:
                seen[wider] = None
                waiting.append(wider)
    return seen


def phrase_of(words: str) -> str:
    return " " + " ".join(lexicon.stem(word) for word in WORD.findall(_POSSESSIVE.sub("", words))) + " "


def spans_of(facts: Sequence[Fact], today: date | None) -> dict[str, tuple[int, int]]:
    """The months from the first to the one after the last that each job, course or project took, by its path (a month is
    `year * 12 + month - 1`). What has no end goes on to `today`, or is left out without it."""
    ends = {fact.id.rpartition("/")[0]: fact for fact in facts if fact.kind.endswith(".end")}
    spans: dict[str, tuple[int, int]] = {}
    for fact in facts:
        if not fact.kind.endswith(".start"):
            continue
        path = fact.id.rpartition("/")[0]
        first = parse_date(fact.text)
        last = parse_date(ends[path].text) if path in ends else None
        if first is None:
            continue
        begin = first.year * 12 + max(first.month, 1) - 1
        if last is not None:
            spans[path] = begin, last.year * 12 + (last.month or 12)
        elif today is not None:
            spans[path] = begin, today.year * 12 + today.month
    return spans


def together(spans: Iterable[tuple[int, int]]) -> int:
    """How many months some spans cover, those of two but once."""
    total, covered = 0, 0
    for begin, finish in sorted(spans):
        total += max(finish - max(begin, covered), 0)
        covered = max(covered, finish)
    return total


def durations_of(spans: dict[str, tuple[int, int]], begun: dict[str, str]) -> list[tuple[str, float, bool]]:
    """The months that each job or course took, and all jobs together, each with the fact that begins it (`begun`, by path)."""
    found: list[tuple[str, float, bool]] = [
        (begun[path], finish - begin, False) for path, (begin, finish) in spans.items()
    ]
    jobs = {path: span for path, span in spans.items() if path.startswith("work/")}
    if jobs:
        first = min(jobs, key=lambda path: (*jobs[path], begun[path]))
        found.append((begun[first], together(jobs.values()), True))
    return found


@functools.cache
def leaders() -> re.Pattern[str]:
    return whole_words(claim_words().leaders)


@functools.cache
def lesser() -> re.Pattern[str]:
    """Words that make a lesser title of one: an assistant cook is no cook."""
    return whole_words(claim_words().lesser)


@functools.cache
def assisting(title: str) -> tuple[str, ...]:
    """The stems of words that give a title to somebody else when they stand before it; "assistant" does where it is that of a leader."""
    words = claim_words()
    leading = title.casefold() in words.leaders
    return tuple(phrase_of(word).strip() for word in (*words.assisting, *(("assistant",) if leading else ())))


def spoken_of(facts: Sequence[Fact]) -> Iterator[tuple[tuple[str, ...], Spoken]]:
    """The languages of the facts with their levels; a language and the fluency of its entry are one."""
    fluencies = {entry_of(fact.id): fact for fact in facts if fact.kind == "language.fluency"}
    for fact in facts:
        if fact.kind == "language.fluency":
            continue
        fluency = fluencies.get(entry_of(fact.id)) if fact.kind == "language.name" else None
        for spoken in spoken_languages(fact.text):
            if fluency is not None:
                rank = max(spoken.rank, level_of(fluency.text))
                yield (fact.id, fluency.id), msgspec.structs.replace(spoken, rank=rank)
            else:
                yield (fact.id,), spoken


def names_of(facts: Sequence[Fact]) -> dict[str, tuple[Name, ...]]:
    """First stem to the names that begin with it, longest first."""
    found: dict[str, list[Name]] = {}
    for fact in facts:
        if kind := NAMED.get(fact.kind):
            for stems in dict.fromkeys(tuple(phrase_of(said).split()) for said in _spellings(fact.text)):
                if stems:
                    found.setdefault(stems[0], []).append(Name(stems, kind, fact.id))
    return {first: tuple(sorted(names, key=lambda name: -len(name.stems))) for first, names in found.items()}


def _spellings(name: str) -> tuple[str, ...]:
    """A name as it is, without what stands in brackets, and without the form of the company."""
    bare = _BRACKETS.sub(" ", name).strip(" ,")
    return name, bare, _LEGAL_FORM.sub("", bare)


def initials_of(text: str) -> str:
    """The first letters of a name, without small words and what stands in brackets."""
    return "".join(word[0] for word in WORD.findall(_BRACKETS.sub(" ", text).casefold()) if word not in _CONNECTING)


def places_of(phrases: Sequence[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for place, (_, said) in enumerate(phrases):
        for stem in dict.fromkeys(said.split()):
            found.setdefault(stem, []).append(place)
    return {stem: tuple(places) for stem, places in found.items()}


def quantities_of(facts: Sequence[Fact]) -> dict[str, tuple[tuple[str, Quantity], ...]]:
    """Kind to the quantities of the facts, but for those of addresses."""
    found: dict[str, list[tuple[str, Quantity]]] = {}
    for fact in facts:
        if fact.kind not in _CONTACT_KINDS:
            for quantity in quantities(fact.text):
                found.setdefault(quantity.kind, []).append((fact.id, quantity))
            if _A_YEAR.search(fact.text):
                found.setdefault("duration", []).append((fact.id, _TWELVE_MONTHS))
    return {kind: tuple(listed) for kind, listed in found.items()}
