"""Whether two quantities are the same, as far as the words before one of them ask for it."""

import functools
import re

from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.quantities import Quantity
from jobmatch_desktop.evidence.sentences import before, whole_words

_ABOUT = 0.1
_SOME_MORE = 0.3
_EXACT = 1e-6


def tolerance(quantity: Quantity, said: str) -> tuple[float, float]:
    """What of a number that is said a fact's may be, from and to: of "about ten" a tenth less or more, of "over ten" some more."""
    leading = before(said, quantity.start)
    if _at_least().search(leading) or said[: quantity.end].endswith("+"):
        return 1, 1 + _SOME_MORE
    return (1 - _ABOUT, 1 + _ABOUT) if quantity.vague or _vague().search(leading) else (1, 1)


def same(quantity: Quantity, known: Quantity, least: float = 1, most: float = 1) -> bool:
    if quantity.kind == "date":
        if known.kind == "date":
            if quantity.vague and any(given % 100 == 0 for given in known.values):
                years = {wanted // 100 for wanted in quantity.values}
                return any(given // 100 in years for given in known.values)
            return any(_date_in(wanted, given) for wanted in quantity.values for given in known.values)
        return known.kind == "number" and bool({value / 100 for value in quantity.values} & known.values)
    if quantity.kind != known.kind:
        return False
    if quantity.kind == "duration" or least == most:
        return bool(quantity.values & known.values)
    return any(
        least * value - _EXACT <= one <= most * value + _EXACT for value in quantity.values for one in known.values
    )


def _date_in(wanted: float, given: float) -> bool:
    """A year is said by any month of it; a month by that month alone."""
    return wanted == given or (wanted % 100 == 0 and given // 100 == wanted // 100)


@functools.cache
def _vague() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{whole_words(claim_words().vague).pattern}|près d[’'])\s?(?:an?\s|une?\s|the\s)?$", re.IGNORECASE
    )


@functools.cache
def _at_least() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{whole_words(claim_words().at_least).pattern}|plus d[’'])\s?(?:an?\s|une?\s)?$", re.IGNORECASE
    )
