"""Claims that a word gives away: a certificate, an award, a publication, a patent, a project of one's own."""

from collections.abc import Iterator

from jobmatch_desktop.evidence.claim_cues import claim_cues
from jobmatch_desktop.evidence.fact_index import FactIndex, content
from jobmatch_desktop.evidence.sentences import Found, clause_at

_LISTED = 200


def cued_claims(words: str, index: FactIndex, translated: bool) -> Iterator[Found]:
    """The words that give a claim away. A fact supports one that is of its kind or has such a word too, and that shares a word with
    the clause; where the text is in another language than the facts, words cannot be compared."""
    for kind, pattern in claim_cues().items():
        for cue in pattern.finditer(words):
            of_cue = content(cue[0].split()[0])
            clause = clause_at(words, cue.start())
            if words[cue.end() : cue.end() + 2].strip().startswith(":"):
                clause = words[cue.end() : cue.end() + _LISTED]
            about = (content(clause) - of_cue) or (content(words) - of_cue)
            facts = tuple(
                fact for fact in index.cued[kind] if translated or not about or about & index.entry_words(fact)
            )
            yield Found(*cue.span(), kind, facts)


def cue_kind(words: str) -> str | None:
    """The kind whose words a text has, if any."""
    return next((kind for kind, pattern in claim_cues().items() if pattern.search(words)), None)
