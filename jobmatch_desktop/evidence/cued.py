"""Claims that a word gives away: a certificate, an award, a publication, a patent, a project of one's own."""

import functools
import re
from collections.abc import Iterator

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.capital_runs import runs
from jobmatch_desktop.evidence.claim_cues import claim_cues
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.counting import with_count
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content, entry_of
from jobmatch_desktop.evidence.quantities import Quantity
from jobmatch_desktop.evidence.ranks import is_above, is_another, is_wider
from jobmatch_desktop.evidence.sentences import Found, clause_at

_LISTED = 200
_LISTS = re.compile(r"(?:\s\w+){0,2}\s?:")
_GOES_ON = re.compile(r"(?:\sof|\sd[e’']\w*)$", re.IGNORECASE)
_WORKS = re.compile(
    r"books?$|chapters?$|thesis|monograph|livres?$|peer-reviewed|ouvrages?$|chapitres?$|thèse|columnist|chroniqueu",
    re.IGNORECASE,
)
_MOST = 0.6
_SHARES = {"award": 0.6}
_SEVERAL = re.compile(
    r"(?<!\w)(?:several|numerous|many|various|multiple|plusieurs|nombreux|nombreuses|divers|diverses|de multiples)(?!\w)",
    re.IGNORECASE,
)
_AS_WELL = re.compile(r"\s(?:as well as|along with|ainsi que|in addition to|de même que)\s", re.IGNORECASE)
_ACRONYM = re.compile(r"(?<!\w)[A-Z]{2,6}(?!\w)")
_OF_PERIOD = re.compile(r"(?:of the|de l[’']|du) ?(?:year|month|quarter|année|mois|trimestre)", re.IGNORECASE)
_OF_THE = re.compile(r"([^\W\d_]+ (?:of the |de l[’']|du )[^\W\d_]+)$", re.IGNORECASE)
_RANKED = frozenset({"award", "publication", "patent"})
_MEDIA = re.compile(
    r"podcast|op-ed|keynote|column|tribune|chronique|thesis|thèse|poster|patent(?=s? pending)|album", re.IGNORECASE
)
_HONOUR = re.compile(r"palmes|légion|mérite|michelin|gourmand|obe|mbe|cbe|knighthood|arts", re.IGNORECASE)
"""Honours that go by one name alone."""
_THESIS = re.compile(r"thesis|thèse", re.IGNORECASE)
_OF_THESIS = re.compile(r"ph\.?d|doct|dphil|master|msc|maîtrise", re.IGNORECASE)
_PUBLISHED = re.compile(r"published|publiée?s?|publier|posters? (?:at|aux?)", re.IGNORECASE)
_GIVEN = re.compile(r"(?:awarded|obtenue?)(?=\s(?:in|by|with|at|on|en|par|\d)|[.,;:)]|$)", re.IGNORECASE)
_RANK_BEFORE = 25
_RANK_AFTER = 90
_CAPITAL = re.compile(r"[A-ZÀ-Ý][\w’'-]*")
_LICENSED = re.compile(r"licen[cs]ed|qualified", re.IGNORECASE)
_REGISTERED = re.compile(r"(?<!\w)(?:registered|licen[cs]ed?|qualified|certified)(?!\w)", re.IGNORECASE)
_OFFICES = {
    "us": re.compile(r"(?<!\w)(?:US|U\.S\.|USPTO|(?i:american|américaine?s?))(?!\w)"),
    "gb": re.compile(r"(?<!\w)(?:GB|UK|(?i:british|britanniques?))(?!\w)"),
    "ep": re.compile(r"(?<!\w)(?:EP|EPO|OEB|(?i:european|européens?))(?!\w)"),
    "fr": re.compile(r"(?<!\w)(?:FR|INPI|(?i:french|français))(?!\w)"),
}
_EARNED = ("degree", "certificate")
_HALF = 0.5
_FEW = Quantity(0, 0, "number", frozenset({3.0}))
_NAMES = re.compile(r"\s(?:(?:of|du|de|des|de la|for)\s|d[’']|de l[’'])", re.IGNORECASE)
"""After an award: what goes on to name it."""
_REST = re.compile(
    r"(?:(?!\s(?:avec|pour|dans|with|where|when|while|par|by|au sein|en (?:19|20)|in (?:19|20))(?!\w))[^,;:.!?()–—\n]){0,60}(?!\w)"
)


def cued_claims(words: str, index: FactIndex, translated: bool) -> Iterator[Found]:
    """The words that give a claim away. A fact supports one that is of its kind or has such a word too, and that shares a word with
    the clause, in no lower a rank; where the text is in another language than the facts, words cannot be compared."""
    for kind, pattern in claim_cues().items():
        for cue in pattern.finditer(words):
            clause = _clause(words, cue)
            facts = _supporting(words, cue, clause, kind, index, translated)
            if _SEVERAL.search(clause) and not with_count(index, _FEW, kind):
                facts = ()
            named = kind == "award" and _NAMES.match(words, cue.end())
            rest = _REST.match(words, cue.end()) if not facts and (named or _GOES_ON.search(cue[0])) else None
            if rest:
                yield Found(cue.start(), rest.end(), kind, facts)
            yield Found(*cue.span(), kind, facts)


def _clause(words: str, cue: re.Match[str]) -> str:
    if _LISTS.match(words, cue.end()):
        return words[cue.end() : cue.end() + _LISTED]
    clause = clause_at(words, cue.start())
    return next((part for part in _AS_WELL.split(clause) if cue[0] in part), clause)


def _supporting(
    words: str, cue: re.Match[str], clause: str, kind: str, index: FactIndex, translated: bool
) -> tuple[str, ...]:
    nothing = _telling_nothing() | (_telling_no_work() if kind in ("publication", "project") else frozenset())
    about = (content(clause) - nothing) or (content(words) - nothing)
    about = about - index.employers or about
    if kind == "award":
        about = _capitals(clause) & about or about
    least = (_MOST if _WORKS.search(cue[0]) else _SHARES.get(kind, 0)) * len(about) or min(1, len(about))
    facts = [fact for fact in index.cued[kind] if translated or len(about & index.entry_words(fact)) >= least]
    if not facts and kind == "patent" and len(about) <= 1:
        wider = content(words) - _telling_nothing()
        facts = [fact for fact in index.cued[kind] if len(wider & index.entry_words(fact)) >= _HALF * len(wider)]
    if medium := _MEDIA.search(cue[0]):
        facts = [fact for fact in facts if medium[0].casefold() in index.entry_text(fact).casefold()]
    if kind == "award" and (honour := _HONOUR.search(cue[0])):
        facts = [fact for fact in facts if honour[0].casefold() in index.entry_text(fact).casefold()]
    if kind == "publication":
        called = {
            entry_of(fact)
            for *_, named in index.named_in(words)
            for fact in named
            if index.kinds[fact] == "publication.name"
        }
        facts = [fact for fact in facts if not called or not entry_of(fact) or entry_of(fact) in called]
        if _THESIS.fullmatch(cue[0]):
            facts += [
                fact
                for fact in index.texts
                if index.kinds[fact] == "education.degree" and _OF_THESIS.search(index.texts[fact])
            ]
    if kind == "publication" and not translated and len(names := _capitals(clause) - index.employers) > 1:
        facts = [fact for fact in facts if len(names & index.entry_words(fact)) > _HALF * len(names)]
    if kind == "patent" and (office := _office(clause)):
        facts = [fact for fact in facts if _office(index.entry_text(fact)) in (office, "")]
    if kind == "award":
        called = {
            fact
            for start, end in runs(words)
            if start < cue.end() and cue.start() < end and " " in words[start:end]
            for fact in index.saying(words[start:end])
        }
        facts += [fact for fact in index.cued[kind] if fact in called]
    if kind == "certificate":
        if _LICENSED.fullmatch(cue[0]):
            facts += [fact for fact in index.texts if _REGISTERED.search(index.texts[fact])]
        letters = {one for word in _ACRONYM.finditer(clause) for one in index.with_initials(word[0])}
        facts += [fact for fact in index.cued[kind] if fact in letters]
    if kind in _RANKED:
        around = words[max(0, cue.start() - _RANK_BEFORE) : cue.end() + _RANK_AFTER]
        facts = [fact for fact in facts if not is_above(around, index.entry_text(fact))]
        if kind == "award":
            facts = [fact for fact in facts if not is_wider(_without_names(around, index), index.entry_text(fact))]
        if kind == "award" and is_another(clause, map(index.entry_text, facts)):
            facts = []
        named = _OF_THE.search(words[: cue.end()]) if _OF_PERIOD.search(cue[0]) else None
        if named and not translated:
            alike = set(index.with_all(named[1]))
            facts = [fact for fact in facts if fact in alike]
    if kind == "certificate" and not facts and not translated and len(about) > 1:
        facts = [
            fact
            for fact in index.texts
            if fact.startswith("education/") and len(about & index.words[fact]) >= _MOST * len(about)
        ]
    if kind == "publication" and not facts and _THESIS.search(cue[0]):
        facts = [
            fact
            for fact, of in index.kinds.items()
            if of == "education.degree" and (translated or len(about - {"thes"}) < 2 or about & index.entry_words(fact))
        ]
    if facts or translated:
        return tuple(dict.fromkeys(facts))
    if _PUBLISHED.fullmatch(cue[0]):
        return _published(cue[0], about, index)
    if _GIVEN.match(words, cue.start()):
        return tuple(fact for _, _, of, facts in index.named_in(words) for fact in facts if of in _EARNED)
    return ()


def _without_names(said: str, index: FactIndex) -> str:
    """Words without the names of the person's own things, which tell of no reach."""
    for start, end, _, _ in reversed(index.named_in(said)):
        said = said[:start] + said[end:]
    return said


def _capitals(clause: str) -> frozenset[str]:
    """The stems of the words of a clause that have a capital, but for one that begins it."""
    begins = len(clause) - len(clause.lstrip(" -*•#"))
    names = (word[0] for word in _CAPITAL.finditer(clause) if word.start() > begins)
    return content(" ".join(names)) - _telling_nothing()


def _office(text: str) -> str:
    """Which country's patent a text tells of; `""` where it does not."""
    return next((country for country, words in _OFFICES.items() if words.search(text)), "")


def _published(cue: str, about: frozenset[str], index: FactIndex) -> tuple[str, ...]:
    """The facts that tell of something else that was published, such as adverts."""
    said, word = content(cue), cue.partition(" ")[0].casefold()
    return tuple(
        fact.id
        for fact in index.facts
        if (said & index.words[fact.id] or word in fact.text.casefold()) and (about - said) & index.entry_words(fact.id)
    )


@functools.cache
def _telling_no_work() -> frozenset[str]:
    """Those that tell nothing of what was published."""
    return frozenset(map(lexicon.stem, claim_words().telling_no_work))


@functools.cache
def _telling_nothing() -> frozenset[str]:
    """The stems of words that tell nothing of what a claim is about: an award, a number, a month."""
    return frozenset(map(lexicon.stem, (*claim_words().telling_nothing, *claim_words().numbers, *date_words().months)))


def cue_kind(words: str) -> str | None:
    """The kind whose words a text has, if any."""
    return next((kind for kind, pattern in claim_cues().items() if pattern.search(words)), None)
