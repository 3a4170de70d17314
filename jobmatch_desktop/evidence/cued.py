"""Claims that a word gives away: a certificate, an award, a publication, a patent, a project of one's own."""

import functools
import re
from collections.abc import Iterator

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.claim_cues import claim_cues
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content
from jobmatch_desktop.evidence.quantities import Quantity
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
_FEW = Quantity(0, 0, "number", frozenset({3.0}))
_REST = re.compile(r"[^,;:.!?()–—\n]{0,60}(?!\w)")


def cued_claims(words: str, index: FactIndex, translated: bool) -> Iterator[Found]:
    """The words that give a claim away. A fact supports one that is of its kind or has such a word too, and that shares a word with
    the clause; where the text is in another language than the facts, words cannot be compared."""
    for kind, pattern in claim_cues().items():
        for cue in pattern.finditer(words):
            clause = clause_at(words, cue.start())
            if _LISTS.match(words, cue.end()):
                clause = words[cue.end() : cue.end() + _LISTED]
            about = (content(clause) - _telling_nothing()) or (content(words) - _telling_nothing())
            least = (_MOST if _WORKS.search(cue[0]) else _SHARES.get(kind, 0)) * len(about) or min(1, len(about))
            facts = tuple(
                fact for fact in index.cued[kind] if translated or len(about & index.entry_words(fact)) >= least
            )
            if _SEVERAL.search(clause) and not index.with_count(_FEW, kind):
                facts = ()
            rest = _REST.match(words, cue.end()) if not facts and _GOES_ON.search(cue[0]) else None
            if rest:
                yield Found(cue.start(), rest.end(), kind, facts)
            yield Found(*cue.span(), kind, facts)


@functools.cache
def _telling_nothing() -> frozenset[str]:
    """The stems of words that tell nothing of what a claim is about: an award, a number, a month."""
    return frozenset(map(lexicon.stem, (*claim_words().telling_nothing, *claim_words().numbers, *date_words().months)))


def cue_kind(words: str) -> str | None:
    """The kind whose words a text has, if any."""
    return next((kind for kind, pattern in claim_cues().items() if pattern.search(words)), None)
