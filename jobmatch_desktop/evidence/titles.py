"""Titles in a sentence, and the facts that have them."""

import functools
import re
from collections.abc import Iterator, Sequence

from jobmatch_desktop.evidence.capital_runs import ACRONYM, LINE_MARK, runs
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content
from jobmatch_desktop.evidence.sentences import Found, before, folded, whole_words

_AS = re.compile(
    r"(?<!\w)(?:as|as an?|comme|en tant que?|promoted to|became|nommée?|promue?|est|été|je suis|i am an?|i[’']m an?|appointed|hired as"
    r"|acting|named|en qualité d[e’']|devenue?|embauchée? comme|recrutée? comme)\s?(?:the\s|an?\s|une?\s)?$",
    re.IGNORECASE,
)
_TOOK = re.compile(
    r"(?<!\w)(?:(?:was|been|got)\s(?:appointed|made|promoted(?:\sto)?)|promoted to|appointed|became"
    r"|(?:hired|employed|worked|served|serving|working) as"
    r"|(?:role|position|post|job|capacity) of|(?:été|suis) (?:nommée?|promue?)|nommée?|promue?|devenue?|embauchée? (?:comme|en tant que)"
    r"|(?:exercé|travaillé|recrutée?) comme|en qualité d[e’']|(?:fonctions?|poste|rôle) d[e’'])\s?(?:an?\s|the\s|une?\s|la\s|le\s|l[’'])?"
    r"(?=[^\W\d_])",
    re.IGNORECASE,
)
_PHRASE = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*(?:\s[^\W\d_]+(?:[’'-][^\W\d_]+)*){0,3}")
_PHRASE_END = re.compile(
    r"(?:^|\s)(?:at|in|of|for|by|from|to|on|since|and|with|where|who|after|when|then|until|before|chez|à|au|aux|en|par|pour|et|depuis|dans|sur"
    r"|puis|avec|lors|jusqu|qui|de la|du)(?!\w)",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"(?<!\w)(?:(?:[Hh]ead|[Cc]hief|[Dd]ean|VP|[Vv]ice [Pp]resident) of\s(?:the\s)?(?:[A-Z]\w+)(?:\s[A-Z]\w+)?"
    r"|(?:[Cc]heff?e?|[Dd]oyen(?:ne)?)\s(?:des?\s|du\s|d[’'])\w+)(?!\w)"
)
_HEAD_OF = re.compile(r"head|chief|vp|vice|dean", re.IGNORECASE)
_OPENING = re.compile(r"(?:[^\W\d_]+(?:[’'-][^\W\d_]+)*\s){0,2}")
_HELD = re.compile(
    r"[^,;:.()\n]{0,50}?\s(?:chez|at|à la|à l[’']|au|aux|depuis|since|from|·|@|de (?:19|20)\d\d)(?:\s|(?<=[’']))"
    r"|,\s(?=[A-Z])"
)
_OWNED = re.compile(r"(?:(?:co-?)?owner\sof|responsable\s(?:du|de la|de l[’'])(?:\s|(?<=[’'])))", re.IGNORECASE)
"""Titles that are no verb where their object follows so."""
_RANKED = re.compile(r"(?<![\w’'-])(?P<rank>head|chief)\s(?!of\s)[^\W\d_]{4,}\s$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?<!\w)(?:the\s|la\s|le\s|l[’']|my\s|our\s|mon\s|ma\s|notre\s)$", re.IGNORECASE)
_WAS = re.compile(
    r"(?<!\w)(?:was|am|i[’']m|been|became|as|comme|étais|suis|été|devenue?|en tant que)\s(?:the\s|la\s|le\s|l[’'])$",
    re.IGNORECASE,
)
_FELLOW = re.compile(r"fellow\s[a-z]")
_BESIDE = re.compile(
    r"(?<!\w)(?:(?:with|alongside|beside|by|from|avec|auprès d[eu’']|aux côtés d[eu’'])\s?(?:another|an?|two|three|one|une?|deux|trois)\s"
    r"|(?:with|alongside|beside|by|from|under|avec|auprès de|sous)\s(?:my|our|mon|ma|notre)\s"
    r"|(?:another|un autre|une autre)\s|(?:if|when|whenever|si|quand|lorsqu[e’'])\s?(?:an?|une?)\s)"
    r"(?:(?!(?:title|titre|rank|role|rôle|post|poste)(?!\w))[\w’'-]+\s){0,2}$",
    re.IGNORECASE,
)
_STOOD_IN = re.compile(
    r"(?<!\w)(?:act(?:ed|ing)\s(?:up\s)?as|stood in as|stand(?:ing)? in as|filled in as|covered as|deputised as|intérim comme"
    r"|fait fonction de)\s(?:an?\s|the\s)?$",
    re.IGNORECASE,
)
_REPLACED = re.compile(
    r"(?<!\w)(?:(?:stood|standing|stand|filled|filling) in for|cover(?:ed|ing)? for"
    r"|deputi[sz](?:ed|ing) for|replac(?:ed|ing)|remplacé|remplaçant|remplace)"
    r"\s(?:the\s|an?\s|la\s|le\s|l[’'])?$",
    re.IGNORECASE,
)
_TEAM = re.compile(r"\s(?:d[’']une|de l[’']|d[’']|of (?:a|the)|of an?)\s?(?:équipe|team)(?!\w)", re.IGNORECASE)
_NEXT = re.compile(r"\s(\w+)")
_TRADE = re.compile(r"\w{4,}(?:iste|ologue|libérale?)")
_LAST = re.compile(r"(\w+)\W+$")
_CREDENTIAL = re.compile(
    r"(?<!\w)(?:titre|diplôme|certificat|formation|certificate|diploma|qualification|course)\s(?:de\s|d[’']|as an?\s|in\s)$",
    re.I,
)
_TRAINED = re.compile(r"\s(?:by (?:training|education|trade)|de formation)(?!\w)", re.IGNORECASE)
_FIELD = frozenset(
    {"regional", "régional", "régionale", "national", "global", "site", "technique", "financier", "financière"}
)
_ROOT = 5
_LAST_WORDS = 4
_ENOUGH = 0.5
_POSITION = (".position", ".role")
_CREDENTIALS = ("certificate.", "education.", "award.")


def title_claims(
    words: str, index: FactIndex, translated: bool, goal: bool, named: Sequence[tuple[int, int, str, tuple[str, ...]]]
) -> Iterator[Found]:
    """Titles, with the words that make another of them: a charge nurse is more than a nurse. What one was appointed to is a title,
    whatever it is called, unless it is the `goal`. `named` are the person's own names in the sentence."""
    for found in _HEADS.finditer(words):
        if translated:
            yield from _heading(found, words, index)
        elif _AS.search(before(words, found.start())) or LINE_MARK.fullmatch(words, 0, found.start()):
            yield Found(*found.span(), "title", index.with_title(found[0], "") or _named_so(found[0], index))
    for start, end in _titles(words, named):
        if not translated or (_is_in_either(words[start:end]) and not _REPLACED.search(before(words, start))):
            yield _claim(words, start, end, index, translated)
    if not translated and not goal:
        yield from _appointments(words, index)


def _heading(found: re.Match[str], words: str, index: FactIndex) -> Iterator[Found]:
    """Who heads something, in another language than the facts: where the words begin with it, anybody whose title is that of a leader
    does."""
    if _HEAD_OF.match(found[0]) and LINE_MARK.fullmatch(words, 0, found.start()):
        yield Found(*found.span(), "title", _leading(index))


def _named_so(said: str, index: FactIndex) -> tuple[str, ...]:
    """The titles that have all words of one, whatever joins them."""
    wanted = content(said)
    return tuple(
        fact
        for fact, kind in index.kinds.items()
        if kind.endswith((*_POSITION, ".label")) and wanted and wanted <= index.words[fact]
    )


def _leading(index: FactIndex) -> tuple[str, ...]:
    """The titles of who leads."""
    return tuple(fact for fact in index.kinds if index.kinds[fact].endswith(_POSITION) and index.is_leading(fact))


def _titles(words: str, named: Sequence[tuple[int, int, str, tuple[str, ...]]]) -> Iterator[tuple[int, int]]:
    """Where the words for titles stand, and the person's own titles that are none of them."""
    taken = 0
    for found in title_words().finditer(words):
        taken = found.end()
        if _FELLOW.match(words, found.start()) or _BESIDE.search(before(words, found.start())):
            continue
        if folded(found[0]) not in claim_words().loose_titles or _is_title(words, found):
            yield found.span()
    for start, end, kind, _ in named:
        if kind == "title" and start >= taken and _preceding(words, start) != start:
            yield start, end


def _is_in_either(title: str) -> bool:
    """Whether a title is known in both languages, so that facts in the other can have it."""
    known = {one for family in claim_words().title_families for one in family}
    return any(folded(word) in known for word in (title, *title.split()))


def _is_title(words: str, found: re.Match[str]) -> bool:
    """Whether an ordinary word that may be a title is one where it stands."""
    if _AS.search(before(words, found.start())):
        return True
    mark = LINE_MARK.match(words)
    begins = mark.end() if mark else 0
    if not _OPENING.fullmatch(words, begins, found.start()):
        return found[0][0].isupper()
    if found.start() > begins and found[0][0].isupper():
        return True
    verb = folded(found[0]) in claim_words().verb_titles and not (
        _OWNED.match(words, found.start()) or _is_headed(words, found.start())
    )
    opens = (
        words[begins].isupper() and folded(words[begins : found.start()].partition(" ")[0]) not in claim_words().openers
    )
    return opens and (not verb or _HELD.match(words, found.end()) is not None)


def _preceding(words: str, start: int) -> int:
    """Where a title begins with the words of rank before it."""
    preceding = before(words, start).split()[-2:]
    while preceding and preceding[-1].casefold().strip("(") in claim_words().seniority:
        start = words.rindex(preceding.pop(), 0, start)
    return start


def _is_headed(words: str, start: int) -> bool:
    """Whether a word of the highest rank stands before a title and the word for its field: "Head swimming coach"."""
    return _RANKED.search(before(words, start)) is not None


def _claim(words: str, start: int, end: int, index: FactIndex, translated: bool = False) -> Found:
    found, capital = words[start:end], words[start].isupper()
    if not translated and (ranked := _RANKED.search(before(words, start))):
        # Who heads one field of it may be called the head of all, or by all the words.
        very = index.with_title(f"{ranked['rank']} {found}", "")
        start -= len(ranked[0])
        return Found(start, end, "title", very or _named_so(words[start:end], index))
    start = _preceding(words, start)
    after = _NEXT.match(words, end)
    if after and (
        (after[1].casefold() in claim_words().seniority and (after[1].islower() or capital))
        or _TRADE.fullmatch(after[1])
    ):
        end = after.end()
    said = words[start:end]
    last = _LAST.search(before(words, start))
    facts = index.with_title(said, last[1] if last else "")
    others = _is_of_another(words, start - len(last[0]) if last else start)
    if last and not others:
        facts = tuple(fact for fact in facts if not index.is_of_another(fact, f"{last[1]} {said}"))
    if not facts and said != found:
        facts = tuple(fact for fact in index.with_all(said) if fact in index.with_title(found, ""))
    if not facts and " " in found:
        facts = tuple(fact for fact in index.with_all(said) if fact in index.with_title(found.split()[-1], ""))
    if not facts and translated and " " in found and not _is_ranked(said):
        # The noun alone, which a title in the other language may have beside other words.
        facts = index.with_title(found.split()[-1 if index.language == "fr" else 0], "")
    if not facts and _STOOD_IN.search(before(words, start)):
        facts = index.saying(f"acting {found}") or index.saying(f"acting as {found}")
    if not facts and folded(said) in claim_words().leaders and _TEAM.match(words, end):
        facts = _leading(index)
    if not facts and ACRONYM.fullmatch(said):
        facts = index.with_initials(said)
    if not facts and _CREDENTIAL.search(before(words, start)):
        facts = _credential(_phrase(words, start), index)
    if not facts and _TRAINED.match(words, end):
        facts = tuple(
            fact
            for fact, kind in index.kinds.items()
            if kind == "education.area" and _is_of_field(said, index.texts[fact])
        )
    if not facts and last:
        facts = _of_another(said, words[:start], others, index)
    if not facts and capital:
        first, last_end = next((run for run in runs(words) if run[0] <= start < run[1]), (start, end))
        facts = _credential(words[first:last_end], index)
        start = first
    return Found(start, end, "title", facts)


def _is_ranked(title: str) -> bool:
    """Whether a title has a word that makes a higher or lower one of it, and not only a wider field."""
    return any(word in claim_words().seniority and word not in _FIELD for word in folded(title).split())


def _is_of_another(words: str, start: int) -> bool:
    """Whether a title is that of somebody else, as the word before tells: "the site plumber and I"."""
    leading = before(words, start)
    return _DEFINITE.search(leading) is not None and _WAS.search(leading) is None


def _of_another(said: str, leading: str, others: bool, index: FactIndex) -> tuple[str, ...]:
    """The facts that name somebody by that title with whom the person did what the words before tell: "mentored a junior". `others` is
    whether the sentence gives it to somebody else."""
    words = leading.split()
    doing = content(" ".join(words[-_LAST_WORDS:]))
    # A word that is of the other's title tells nothing of what was done.
    titled = () if others else index.saying(f"{words[-1]} {said}")
    apart = content(" ".join(words[-_LAST_WORDS - 1 : -1])) if titled else doing
    return tuple(
        fact
        for fact in index.with_all(said)
        if index.kinds[fact].rpartition(".")[2] == "highlight"
        and (apart if fact in titled else doing) & index.words[fact]
    )


def _is_of_field(title: str, area: str) -> bool:
    """Whether a title is that of a field of study: a physicist of physics."""
    return any(folded(word)[:_ROOT] == folded(title)[:_ROOT] for word in area.split())


def _credential(run: str, index: FactIndex) -> tuple[str, ...]:
    """The certificates that a run of capitals names, a title as some of it sounds."""
    if " " not in run:
        return ()
    return tuple(fact for fact in index.with_all(run) if index.kinds[fact].startswith(_CREDENTIALS))


def _phrase(words: str, start: int) -> str:
    """The words from a place on that may be one title."""
    phrase = _PHRASE.match(words, start)
    end = _PHRASE_END.search(phrase[0]) if phrase else None
    return "" if phrase is None else phrase[0][: end.start()] if end else phrase[0]


def _appointments(words: str, index: FactIndex) -> Iterator[Found]:
    for cue in _TOOK.finditer(words):
        phrase = _PHRASE.match(words, cue.end())
        if phrase is None:
            continue
        said = _phrase(words, cue.end())
        wanted = content(said)
        if wanted and not title_words().search(said):
            facts = (fact.id for fact in index.facts if len(index.words[fact.id] & wanted) > _ENOUGH * len(wanted))
            yield Found(phrase.start(), phrase.start() + len(said), "title", tuple(facts))


@functools.cache
def title_words() -> re.Pattern[str]:
    """Words that are titles, one or some in a row."""
    one = whole_words(claim_words().titles).pattern
    return re.compile(rf"{one}(?:\s{one})*(?![’']s(?!\w))", re.IGNORECASE)
