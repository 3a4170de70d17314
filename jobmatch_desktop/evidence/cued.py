"""Claims that a word gives away: a certificate, an award, a publication, a patent, a project of one's own."""

import functools
import re
from collections.abc import Iterator

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.claim_cues import claim_cues
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.evidence.fact_index import FactIndex, content
from jobmatch_desktop.evidence.sentences import Found, clause_at

_LISTED = 200
_GOES_ON = re.compile(r"(?:\sof|\sd[e’']\w*)$", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|d[eu]s?|d[’']|la|the)(?!\w)|\sd[’']", re.IGNORECASE)
_REST = re.compile(r"[^,;:.!?()–—\n]{0,60}(?!\w)")


def cued_claims(words: str, index: FactIndex, translated: bool) -> Iterator[Found]:
    """The words that give a claim away. A fact supports one that is of its kind or has such a word too, and that shares a word with
    the clause; where the text is in another language than the facts, words cannot be compared."""
    for kind, pattern in claim_cues().items():
        cues = list(pattern.finditer(words))
        empty = frozenset[str]().union(*(content(_OF.split(cue[0])[0]) for cue in cues)) | _of_time()
        for cue in cues:
            clause = clause_at(words, cue.start())
            if words[cue.end() : cue.end() + 2].strip().startswith(":"):
                clause = words[cue.end() : cue.end() + _LISTED]
            about = (content(clause) - empty) or (content(words) - empty)
            facts = tuple(
                fact for fact in index.cued[kind] if translated or not about or about & index.entry_words(fact)
            )
            rest = _REST.match(words, cue.end()) if not facts and _GOES_ON.search(cue[0]) else None
            if rest:
                yield Found(cue.start(), rest.end(), kind, facts)
            yield Found(*cue.span(), kind, facts)


@functools.cache
def _of_time() -> frozenset[str]:
    """The stems of the words of numbers and months, which tell nothing of what a claim is about."""
    return frozenset(map(lexicon.stem, (*claim_words().numbers, *date_words().months)))


def cue_kind(words: str) -> str | None:
    """The kind whose words a text has, if any."""
    return next((kind for kind, pattern in claim_cues().items() if pattern.search(words)), None)
