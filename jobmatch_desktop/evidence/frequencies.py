"""How often something is said to be done, where a fact that speaks of the same gives how often."""

from collections.abc import Iterator

from jobmatch_desktop.evidence.agreement import periods_in
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content
from jobmatch_desktop.evidence.sentences import Found, clause_at

_OFTEN = ("minute", "hour", "shift", "night", "day", "week", "month", "quarter", "year")
_FEWEST = 2
_SHARE = 0.6


def frequency_claims(words: str, index: FactIndex) -> Iterator[Found]:
    """The words for how often in a sentence that the facts contradict, or give too. Without a fact that tells how often the same is
    done they claim nothing."""
    for start, end, period in periods_in(words):
        clause = clause_at(words, start)
        about = content(clause.replace(words[start:end], " "))
        about = about - index.employers or about
        if len(about) < _FEWEST:
            continue
        telling = {
            fact: {one for _, _, one in periods_in(index.texts[fact])}
            for fact, stems in index.words.items()
            if len(about & stems) >= max(_FEWEST, _SHARE * len(about))
        }
        known = {fact: periods for fact, periods in telling.items() if periods}
        if known:
            yield Found(
                start, end, "number", tuple(fact for fact, periods in known.items() if _is_within(period, periods))
            )


def _is_within(period: str, known: set[str]) -> bool:
    """Whether something is said to be done no oftener than a fact gives: what is done daily is done each week."""
    return _OFTEN.index(period) >= min(map(_OFTEN.index, known))
