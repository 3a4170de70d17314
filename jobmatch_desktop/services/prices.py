"""What a model costs, from resources/prices.json; what is not in it is unknown."""

import functools
import re

import msgspec

from jobmatch_desktop.resources import resource

_DATE = re.compile(r"-(\d{8}|\d{4}-\d{2}-\d{2}|latest)\Z")
_MILLION = 1_000_000


class Price(msgspec.Struct, frozen=True):
    """US dollars per million tokens; `cached` for those read again from the provider's cache (None: not known)."""

    read: float
    written: float
    cached: float | None = None


class PriceList(msgspec.Struct, frozen=True):
    """The prices of one provider, by model id without its date; `date` (`2026-06`) and `source` say how old they are."""

    date: str
    source: str
    models: dict[str, Price]


class _File(msgspec.Struct, frozen=True):
    providers: dict[str, PriceList]


def price_of(provider: str, model: str) -> Price | None:
    """The price of a model, `gpt-4o-2024-08-06` like `gpt-4o`; None where it is not known. Reads a small file once."""
    prices = price_list(provider)
    return prices.models.get(_DATE.sub("", model)) if prices else None


def price_list(provider: str) -> PriceList | None:
    """All prices of a provider; None where none are known."""
    return _lists().get(provider)


def dollars(price: Price, read: float, written: float) -> float:
    """What so many tokens cost, none of them from the provider's cache: at most what will be paid."""
    return (price.read * read + price.written * written) / _MILLION


@functools.cache
def _lists() -> dict[str, PriceList]:
    return msgspec.json.decode(resource("prices.json").read_bytes(), type=_File).providers
