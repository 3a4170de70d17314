"""Names, titles and degrees in a sentence, and the facts that have them."""

import functools
import re
from collections.abc import Iterator

from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.cued import cue_kind
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.evidence.fact_index import FactIndex, is_whole_name
from jobmatch_desktop.evidence.fact_reading import content, entry_of
from jobmatch_desktop.evidence.lexicon import stop_words
from jobmatch_desktop.evidence.sentences import Found, before, clause_at, folded, whole_words

_LINE_MARK = re.compile(r"\s*(?:[-*+•]\s+|#{1,6}\s+|\d+[.)]\s+)?")
_OPENS = re.compile(r"[.!?…:“«\"][\s“«\"]*$")
_BREAK = re.compile(r"\s[·|]\s")
_WORD = re.compile(r"[^\W_]+(?:[.&'’+#/-]*[^\W_]+)*[+#]*")
_ELISION = re.compile(r"(?:[ldnsjcmtLDNSJCMT]|qu|Qu)[’'](?=\w)")
_TECHNICAL = re.compile(
    r"(?=\w*[A-Z])(?=\w*\d)\w+|\w*[a-zà-ÿ][A-Z]\w*|[A-Z][A-Z&]+s?|\w+(?:\+\+|#)|\w+\.(?:js|py|net|io|ai)", re.ASCII
)
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}")
_CONNECTING = frozenset({"of", "the", "for", "de", "du", "des", "la", "le", "les", "d", "l", "von", "van"})
_LONGEST_NAME = 8
_SENTENCES_REMEMBERED = 200
_BEFORE_EMPLOYER = re.compile(
    r"(?<!\w)(?:at|for|with|joined|by|chez|pour|au sein (?:de|du)|employer|client|via)\s(?:the\s|l[’'])?$",
    re.IGNORECASE,
)
_BEFORE_PLACE = re.compile(
    r"(?<!\w)(?:in|to|from|near|around|across|based in|à|au|aux|en|de|vers|près de|basée? à)\s$", re.IGNORECASE
)
_BASED = re.compile(r"(?<!\w)([A-Z][^\W\d_]+(?:\s[A-Z][^\W\d_]+)?)-based(?!\w)")
_PROJECT = re.compile(r"^(?:project|projet)\b", re.IGNORECASE)
_BEFORE_PROJECT = re.compile(r"\b(?:project|projet)s?\W+(?:\w+\W+)?$", re.IGNORECASE)
_HOLDS = re.compile(
    r"(?<!\w)(?:holds?|titulaire|diplômée?|obtenue?|graduated|earned|degree)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)
_AS = re.compile(
    r"(?<!\w)(?:as|as an?|comme|en tant que?|promoted to|became|nommée?|promue?|est|je suis|i am an?|i[’']m an?)\s$",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"(?<!\w)(?:(?:[Hh]ead|[Cc]hief|[Dd]ean|VP|[Vv]ice [Pp]resident) of\s(?:the\s)?(?:[A-Z]\w+)(?:\s[A-Z]\w+)?"
    r"|(?:[Cc]heff?e?|[Dd]oyen(?:ne)?)\s(?:de\s|d[’'])\w+)(?!\w)"
)
_AREA = re.compile(
    r"(?:\s+degree|\s+diploma)?(?:,\s*|\s(?:(?:of|in|en|de|du)\s|d[’'])"
    r"(?:(?:arts|science|sciences|degree)\s(?:degree\s)?(?:in|en)\s)?)((?:[^\W\d_]|[’'& -])+)",
    re.IGNORECASE,
)
_AREA_END = re.compile(
    r"(?:^|\s)(?:from|at|by|with|for|de l|à|au|chez|obtenu|et|and|in|,|en|after|après|\d)(?!\w)|[,.;()·|]",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s(\w+)")
_LAST = re.compile(r"(\w+)\W+$")
_LONGEST_AREA = 6
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
        ambiguous = spelled.rstrip(".") in claim_words().ambiguous_degrees and not found[0][0].isupper()
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
        if not facts and _ACRONYM.fullmatch(found[0]):
            facts = index.with_initials(found[0])
        end = found.end()
        area = _AREA.match(words, found.end() - (3 if spelled.endswith((" of", " in", " en")) else 0))
        if area and facts and not translated:
            said = area[1]
            stop = _AREA_END.search(said)
            said = said[: stop.start()] if stop else said
            about = content(said) - content(found[0])
            # After a comma stands an area with a capital, and not a month: "(BTS, June 2017)".
            listed = area[0].startswith(",") and (not said[:1].isupper() or folded(said.strip()) in date_words().months)
            if about and not listed and len(said.split()) <= _LONGEST_AREA:
                facts = tuple(fact for fact in facts if about <= index.entry_words(fact))
                end = area.start(1) + len(said.rstrip())
        yield Found(found.start(), end, "degree", facts)


def title_claims(words: str, index: FactIndex, translated: bool) -> Iterator[Found]:
    """Titles, with the words that make another of them: a charge nurse is more than a nurse."""
    for found in () if translated else _HEADS.finditer(words):
        if _AS.search(before(words, found.start())) or _LINE_MARK.fullmatch(words, 0, found.start()):
            yield Found(*found.span(), "title", index.with_title(found[0], ""))
    runs = _runs(words)
    for found in _title_words().finditer(words):
        capital = found[0][0].isupper()
        if folded(found[0]) in claim_words().loose_titles and not (
            (capital and found.start() > 0) or _AS.search(before(words, found.start()))
        ):
            continue
        start, end = found.span()
        preceding = before(words, start).split()[-2:]
        while preceding and preceding[-1].casefold().strip("(") in claim_words().seniority:
            start = words.rindex(preceding.pop(), 0, start)
        after = _NEXT.match(words, end)
        if after and after[1].casefold() in claim_words().seniority and (after[1].islower() or capital):
            end = after.end()
        said = words[start:end]
        last = _LAST.search(before(words, start))
        facts = index.with_title(said, last[1] if last else "")
        if not facts and start != found.start():
            facts = tuple(fact for fact in index.with_all(said) if fact in index.with_title(found[0], ""))
        if not facts and " " in found[0]:
            facts = tuple(fact for fact in index.with_all(said) if fact in index.with_title(found[0].split()[-1], ""))
        if not facts and _ACRONYM.fullmatch(said):
            facts = index.with_initials(said)
        if not facts and capital:
            start = next((first for first, last in runs if first <= start < last), start)
        yield Found(start, end, "title", facts)


def name_claims(words: str, index: FactIndex) -> Iterator[Found]:
    """Runs of capitalised words, and words that look like no ordinary one. A sentence's first word is none by itself."""
    for based in _BASED.finditer(words):
        yield Found(*based.span(1), "place", index.saying(based[1]))
    for start, end in _runs(words):
        said = words[start:end]
        facts = index.saying(said)
        if not facts and is_whole_name(said):
            facts = index.with_all(said) or _of_one_entry(_pieces(said, index))
        elif not facts:
            facts = _pieces(said, index)
        if not facts and _ACRONYM.fullmatch(said):
            facts = index.with_initials(said)
        facts = facts or index.like(said)
        yield Found(start, end, _kind_of(words, start, said, facts, index), facts)


@functools.lru_cache(_SENTENCES_REMEMBERED)
def _runs(words: str) -> tuple[tuple[int, int], ...]:
    return tuple(_each_run(words))


def _each_run(words: str) -> Iterator[tuple[int, int]]:
    mark = _LINE_MARK.match(words)
    begins = mark.end() if mark else 0
    heading = words.lstrip().startswith("#")
    run: list[tuple[int, int]] = []
    previous: re.Match[str] | None = None
    for word in _WORD.finditer(words, begins):
        gap = words[previous.end() : word.start()] if previous else ""
        first = previous is None or bool(_OPENS.search(gap))
        breaks = bool(_BREAK.search(gap))
        elision = _ELISION.match(word[0])
        start = word.start() + (elision.end() if elision else 0)
        said = words[start : word.end()]
        technical = bool(_TECHNICAL.fullmatch(said))
        opens_name = first and not elision and _is_name_beginning(words, word)
        capital = said[0].isupper() and (not first or bool(elision) or heading or breaks or opens_name)
        if (
            (capital or technical)
            and not _is_ordinary(said)
            and not (breaks and words[word.end() :].lstrip().startswith(":"))
        ):
            joined = not gap.strip() and (not elision or elision[0][0] in "dl")
            if run and ((not joined and gap.strip(" ") not in ("&", "-", "/")) or len(run) == _LONGEST_NAME):
                yield from _without_number(words, run)
                run = []
            run.append((start, word.end()))
        elif not (run and word[0] in _CONNECTING and not gap.strip() and _capital_follows(words, word.end())):
            if run:
                yield from _without_number(words, run)
            run = []
        previous = word
    if run:
        yield from _without_number(words, run)


def _without_number(words: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A run without a number that ends it: the years in "Hooli, Six years" are no name."""
    while run and words[run[-1][0] : run[-1][1]].casefold() in claim_words().numbers:
        run = run[:-1]
    if run:
        yield run[0][0], run[-1][1]


def _is_name_beginning(words: str, word: re.Match[str]) -> bool:
    """Whether a sentence begins with a name: another capital follows at once, and the word is no usual one."""
    following = _WORD.match(words, word.end() + 1)
    if words[word.end() : word.end() + 1] != " " or following is None or not following[0][0].isupper():
        return False
    spelled = word[0].casefold()
    if spelled in claim_words().openers:
        return False
    return spelled not in stop_words() and not spelled.endswith(("ed", "ing", "ly", "é", "ée")) and len(spelled) > 2


def _is_ordinary(word: str) -> bool:
    spelled = word.casefold().replace("’", "'").removesuffix("'s")
    return spelled in claim_words().ordinary_capitals or spelled in date_words().months


def _capital_follows(words: str, place: int) -> bool:
    following = _WORD.match(words, place + 1)
    return following is not None and (following[0][0].isupper() or following[0] in _CONNECTING)


def _pieces(said: str, index: FactIndex) -> tuple[str, ...]:
    """The facts of a name that is several names in a row; none if one of them has none."""
    facts: list[str] = []
    parts = [part for part in _WORD.findall(said) if part not in _CONNECTING]
    while parts:
        length = next((size for size in range(len(parts), 0, -1) if index.saying(" ".join(parts[:size]))), 0)
        if not length:
            return ()
        facts += index.saying(" ".join(parts[:length]))
        parts = parts[length:]
    return tuple(dict.fromkeys(facts))


def _of_one_entry(facts: tuple[str, ...]) -> tuple[str, ...]:
    """The facts where they are all of one entry."""
    return facts if len({entry_of(fact) for fact in facts}) == 1 else ()


def _kind_of(words: str, start: int, said: str, facts: tuple[str, ...], index: FactIndex) -> str:
    if facts:
        return _FIELDS.get(index.kinds[facts[0]].rpartition(".")[2], "name")
    if _title_words().search(said):
        return "title"
    if is_whole_name(said) or _BEFORE_EMPLOYER.search(before(words, start)):
        return "employer"
    if kind := cue_kind(clause_at(words, start)):
        return kind
    if _PROJECT.search(said) or _BEFORE_PROJECT.search(before(words, start)):
        return "project"
    return "place" if _BEFORE_PLACE.search(before(words, start)) else "name"


@functools.cache
def _title_words() -> re.Pattern[str]:
    one = whole_words(claim_words().titles).pattern
    return re.compile(rf"{one}(?:\s{one})*(?![’']s(?!\w))", re.IGNORECASE)


@functools.cache
def _degree_words() -> re.Pattern[str]:
    return whole_words([spelling for spellings in claim_words().degrees.values() for spelling in spellings])


def _degree_of(spelled: str) -> str:
    return next(degree for degree, spellings in claim_words().degrees.items() if spelled in spellings)
