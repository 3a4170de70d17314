"""Names, titles and degrees in a sentence, and the facts that have them."""

import functools
import re
from collections.abc import Iterator

from jobmatch_desktop.evidence.abbreviations import abbreviated
from jobmatch_desktop.evidence.capital_runs import ACRONYM, CONNECTING, ELISION, WORD, runs
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.cued import cue_kind
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.evidence.fact_index import FactIndex, is_whole_name
from jobmatch_desktop.evidence.fact_reading import content, entry_of
from jobmatch_desktop.evidence.places import with_place
from jobmatch_desktop.evidence.sentences import Found, before, clause_at, folded, whole_words
from jobmatch_desktop.evidence.titles import title_words

_BEFORE_EMPLOYER = re.compile(
    r"(?<!\w)(?:at|for|with|joined|by|chez|pour|au sein (?:de|du)|employer|client|via)\s(?:the\s|l[’'])?$",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(
    r"(?<!\w)(?:in|to|from|near|around|across|based in|à|au|aux|en|de|vers|près de|basée? à)\s$", re.IGNORECASE
)
_BASED = re.compile(r"(?<!\w)([A-Z][^\W\d_]+(?:\s[A-Z][^\W\d_]+)?)-(?:based|trained|born|educated)(?!\w)")
_PROJECT = re.compile(r"^(?:project|projet)\b", re.IGNORECASE)
_BEFORE_PROJECT = re.compile(r"\b(?:project|projet)s?\W+(?:\w+\W+)?$", re.IGNORECASE)
_HOLDS = re.compile(
    r"(?<!\w)(?:holds?|titulaire|diplômée?|obtenue?|graduated|earned|degree)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)
_AREA = re.compile(
    r"(?:\s+degree|\s+diploma)?(?:,\s*|\s(?:(?:of|in|en|de|du)\s|d[’'])"
    r"(?:(?:arts|science|sciences|degree)\s(?:degree\s)?(?:in|en)\s)?)((?:[^\W\d_]|[’'& -])+)",
    re.IGNORECASE,
)
_AREA_END = re.compile(
    r"(?:^|\s)(?:from|at|by|with|for|de l|à|au|chez|obtenue?|validée?|décrochée?|passée?|puis"
    r"|mention|depuis|complétée?|préparée?|suivi|pour|dans|avec|et|and|in|,|en|after|après|\d)(?!\w)|[,.;()·|]",
    re.IGNORECASE,
)
_AREA_BESIDE = re.compile(r"\s([^\W\d_]{4,})")
_GRADES = r"I{1,3}|IV|VI{0,3}|[1-9]"
_LEVEL = re.compile(_GRADES)
"""What makes another of a certificate, and belongs to the word before it."""
_AFTER_NAME = rf"\s(?:niveau\s|level\s|class\s|classe\s|grade\s)?({_GRADES})"
_GRADE = re.compile(rf"{_AFTER_NAME}(?=\s*(?:[,.;:()|·]|$)|\s(?:since|depuis|in|en|from|de|and|et)\s)")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_GRADED = re.compile(rf"{_AFTER_NAME}$")
_FRENCH = frozenset({"bts", "dut", "cap", "bep", "bp", "baccalauréat"})
_CAPITAL = re.compile(r"(?<=\s)[A-ZÀ-Ý][\w’'-]*")
_LONGEST_AREA = 6
_LONGEST_ACRONYM = 3
"""Letters of an ordinary word that is a degree in capitals alone: "Ma" is none."""
_NO_DEGREE = frozenset({"place", "region", "country", "url", "link", "organisation", "address"})
_FIELDS = {
    "organisation": "employer",
    "position": "title",
    "degree": "degree",
    "institution": "degree",
    "place": "place",
    "city": "place",
}


def degree_claims(words: str, index: FactIndex, translated: bool) -> Iterator[Found]:
    """Degrees, each with what it was in: a master of laws is no master of science."""
    for found in _degree_words().finditer(words):
        spelled = folded(found[0])
        short = len(found[0]) <= _LONGEST_ACRONYM
        ambiguous = spelled.rstrip(".") in claim_words().ambiguous_degrees and not (
            found[0].isupper() if short else found[0][0].isupper()
        )
        if ambiguous and not _HOLDS.search(before(words, found.start())):
            continue
        spellings = claim_words().degrees[_degree_of(spelled)]
        facts = tuple(
            dict.fromkeys(
                fact
                for spelling in spellings
                for fact in index.saying(spelling)
                if index.kinds[fact].rpartition(".")[2] not in _NO_DEGREE
            )
        )
        if not facts and ACRONYM.fullmatch(found[0]):
            facts = index.with_initials(found[0])
        end = found.end()
        area = _AREA.match(words, found.end() - (3 if spelled.endswith((" of", " in", " en")) else 0))
        if area and facts and not translated:
            said = area[1]
            stop = _AREA_END.search(said)
            said = _up_to_known(said[: stop.start()] if stop else said, index)
            about = content(said) - content(found[0])
            # After a comma stands an area with a capital, and not a month: "(BTS, June 2017)".
            listed = area[0].startswith(",") and (not said[:1].isupper() or folded(said.strip()) in date_words().months)
            if about and not listed and len(said.split()) <= _LONGEST_AREA:
                facts = tuple(fact for fact in facts if about <= index.entry_words(fact))
                end = area.start(1) + len(said.rstrip())
        elif not area and facts and not translated and _degree_of(spelled) in _FRENCH:
            told = _AREA_BESIDE.match(words, found.end())
            about = content(told[1]) if told and not _AREA_END.search(" " + told[1]) else frozenset[str]()
            if about and not any(about & index.entry_words(fact) for fact in facts):
                facts, end = (), told.end() if told else end
        yield Found(found.start(), end, "degree", facts)


def _up_to_known(area: str, index: FactIndex) -> str:
    """The words of an area without the name of something else that follows it in capitals: "Laws Amazon Web Services"."""
    for word in _CAPITAL.finditer(area):
        if word.start() > 0 and index.saying(word[0]) and not index.saying(area[: word.end()].strip()):
            return area[: word.start()].rstrip()
    return area


def name_claims(words: str, index: FactIndex) -> Iterator[Found]:
    """Runs of capitalised words, and words that look like no ordinary one. A sentence's first word is none by itself."""
    for based in _BASED.finditer(words):
        yield Found(*based.span(1), "place", index.saying(based[1]) or with_place(based[1], index.facts))
    for start, end in runs(words):
        said = words[start:end]
        facts = index.saying(said)
        if not facts and is_whole_name(said):
            telling = " ".join(word for word in WORD.findall(said) if word not in CONNECTING)
            facts = index.with_all(telling) or _of_one_entry(_pieces(said, index))
        elif not facts:
            facts = _pieces(said, index)
        if not facts and ACRONYM.fullmatch(said):
            facts = index.with_initials(said) or abbreviated(said, index.facts, content(words), index.words)
        facts = facts or index.like(said) or with_place(said, index.facts)
        if (graded := _GRADE.match(words, end)) and _are_certificates(facts, index):
            end = graded.end()
            facts = tuple(fact for fact in facts if any(f" {one} " in index.said[fact] for one in _spelled(graded[1])))
        yield Found(start, end, _kind_of(words, start, said, facts, index), facts)


def _spelled(grade: str) -> tuple[str, str]:
    """A grade as it is, and in the digits of the others: II and 2."""
    other = str(_ROMAN.index(grade) + 1) if grade in _ROMAN else _ROMAN[int(grade) - 1]
    return grade.casefold(), other.casefold()


def has_grade(said: str) -> bool:
    """Whether a name ends with a grade, as `name_claims` read it: "Diver 2"."""
    return _GRADED.search(said) is not None


def _are_certificates(facts: tuple[str, ...], index: FactIndex) -> bool:
    """Whether nothing but certificates has a name: what no fact has may yet be one, so that a fact more only loosens it."""
    return all(index.kinds[fact].startswith("certificate.") for fact in facts)


def _pieces(said: str, index: FactIndex) -> tuple[str, ...]:
    """The facts of a name that is several names in a row; none if one of them has none."""
    facts: list[str] = []
    parts = [_without_elision(part) for part in WORD.findall(said) if part not in CONNECTING]
    while parts:
        length = next((size for size in range(len(parts), 0, -1) if index.saying(" ".join(parts[:size]))), 0)
        if not length or (facts and length == 1 and _LEVEL.fullmatch(parts[0])):
            return ()
        facts += index.saying(" ".join(parts[:length]))
        parts = parts[length:]
    return tuple(dict.fromkeys(facts))


def _without_elision(word: str) -> str:
    elision = ELISION.match(word)
    return word[elision.end() :] if elision else word


def _of_one_entry(facts: tuple[str, ...]) -> tuple[str, ...]:
    """The facts where they are all of one entry."""
    return facts if len({entry_of(fact) for fact in facts}) == 1 else ()


def _kind_of(words: str, start: int, said: str, facts: tuple[str, ...], index: FactIndex) -> str:
    if facts:
        return _FIELDS.get(index.kinds[facts[0]].rpartition(".")[2], "name")
    if title_words().search(said):
        return "title"
    if is_whole_name(said) or _BEFORE_EMPLOYER.search(before(words, start)):
        return "employer"
    if kind := cue_kind(clause_at(words, start)):
        return kind
    if _PROJECT.search(said) or _BEFORE_PROJECT.search(before(words, start)):
        return "project"
    return "place" if _BEFORE_PLACE.search(before(words, start)) else "name"


@functools.cache
def _degree_words() -> re.Pattern[str]:
    return whole_words([spelling for spellings in claim_words().degrees.values() for spelling in spellings])


def _degree_of(spelled: str) -> str:
    return next(degree for degree, spellings in claim_words().degrees.items() if spelled in spellings)
