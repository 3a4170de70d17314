"""Whether two texts agree on which way a thing went, and how often it is done."""

import functools
import re

from jobmatch_desktop.domain.patterns import either
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.sentences import whole_words

_PERIOD_REACH = 50
_WAY_REACH = 120
_ITEMS = re.compile(r"[•·;|\n]")
_SPANS = ("within", "in", "over", "of", "for", "after", "spent", "en", "un peu plus d’", "moins d’")
"""Before "a year": it is how long, not how often."""


def agree(said: str, known: str, place: int = 0) -> bool:
    """Whether two texts say that something rose or fell, and how often, without contradiction. `place` is that of the number in
    `said` (code points)."""
    around = (
        _ITEMS.split(said[max(0, place - _WAY_REACH) : place])[-1] + _ITEMS.split(said[place : place + _WAY_REACH])[0]
    )
    for rises, falls in ((_way("up"), _way("down")), (_way("down"), _way("up"))):
        if rises.search(around) and not falls.search(around) and falls.search(known) and not rises.search(known):
            return False
    periods, others = _periods(said[place : place + _PERIOD_REACH]), _periods(known)
    return not periods or not others or bool(periods & others)


def tells_way(text: str) -> bool:
    """Whether a text says that something rose or fell."""
    return _way("up").search(text) is not None or _way("down").search(text) is not None


def periods_in(text: str) -> list[tuple[int, int, str]]:
    """The words for how often that a text has: `(start, end, period)`."""
    table = claim_words()
    return [
        (
            *found.span(),
            table.period_units[found["unit"].casefold()]
            if found["unit"]
            else table.period_words[found["word"].casefold()],
        )
        for found in _period_words().finditer(text)
    ]


def _periods(text: str) -> set[str]:
    return {period for _, _, period in periods_in(text)}


@functools.cache
def _period_words() -> re.Pattern[str]:
    table = claim_words()
    no_span = "".join(rf"(?<!{word} )" for word in _SPANS)
    return re.compile(
        rf"(?<!\w){no_span}(?:(?:an?|per|each|every|par|chaque)\s(?P<unit>{either(table.period_units)})"
        rf"|(?P<word>{either(table.period_words)}))(?!\w)",
        re.IGNORECASE,
    )


@functools.cache
def _way(name: str) -> re.Pattern[str]:
    return whole_words(getattr(claim_words(), name))
