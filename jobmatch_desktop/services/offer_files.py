"""Offers from files and pages: their text, and what was read from it."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.offer_errors import LogInPage, OfferTooLarge, PageWithoutText
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.evidence.offer_reading_sameness import likeness, same_offer, shingles
from jobmatch_desktop.evidence.offer_reading_several import split_offers
from jobmatch_desktop.formats.readers.html_offer_page import MOST_BYTES, OfferPage, Posting, is_packed, is_page
from jobmatch_desktop.formats.readers.offer_source import read_offer_source
from jobmatch_desktop.services.fetching import Fetched, fetch
from jobmatch_desktop.services.file_bytes import bytes_of
from jobmatch_desktop.services.reading import SECONDS, read_apart

_LEAST_TOLD = 300
_FEWEST_WORDS = 25
_FIELDS = ("title", "company", "place", "deadline", "contract", "salary")


class OffersFound(msgspec.Struct, frozen=True):
    """What a file or a page holds: one offer mostly, or several in their order. `hidden` are passages that the page does not show and
    that were left out; `fetched_from` and `passed` are the addresses that a page came from and by."""

    offers: tuple[Offer, ...]
    hidden: tuple[str, ...] = ()
    fetched_from: str = ""
    passed: tuple[str, ...] = ()


async def offers_in(path: Path) -> OffersFound:
    """The offers in a file. Raises `FileUnreadable`, and what `offers_in_file` raises. Any asyncio loop."""
    return await offers_in_file(path.name, await asyncio.to_thread(bytes_of, path, MOST_BYTES))


async def offers_in_file(name: str, data: bytes) -> OffersFound:
    """The offers in a file's bytes; `name` tells the format where they do not, and is kept as the source.

    A page, a PDF and a Word document are read in a process of their own, a text in a thread. Raises an `UnreadableInput`. Any asyncio loop.
    """
    page = await _read(name, data)
    return await asyncio.to_thread(_found, page, name, "")


async def offers_at(address: str, on_redirect: Callable[[str], None] | None = None) -> OffersFound:
    """The offers on a page elsewhere; `on_redirect` is told each further address before it is asked.

    Raises what `fetch` and `offers_in_file` raise, and `LogInPage` for a page that is a form for logging in.
    """
    fetched = await fetch(address, on_redirect)
    page = await _read(_name_of(fetched), fetched.data, fetched.charset)
    host = urlsplit(fetched.address).hostname or ""
    if page.asks_to_log_in and not page.postings:
        raise LogInPage(host=host)
    found = await asyncio.to_thread(_found, page, fetched.address, host)
    return msgspec.structs.replace(found, fetched_from=fetched.address, passed=fetched.passed)


def same_among(offer: Offer, others: Sequence[Offer]) -> tuple[int, ...]:
    """The places in `others` of offers that are this one, the likest first: same address, or near the same text."""
    mine = shingles(offer.text)
    alike = [place for place, other in enumerate(others) if same_offer(offer, other)]
    return tuple(sorted(alike, key=lambda place: (-likeness(mine, shingles(others[place].text)), place)))


async def _read(name: str, data: bytes, *charset: str) -> OfferPage:
    if len(data) > MOST_BYTES:
        raise OfferTooLarge(megabytes=MOST_BYTES // 1_000_000)
    if not is_packed(data) and not is_page(name, data):
        return await asyncio.to_thread(read_offer_source, name, data)
    return await read_apart("offer", name, data, OfferPage, SECONDS, *charset)


def _found(page: OfferPage, source: str, host: str) -> OffersFound:
    if page.postings:
        offers = tuple(_of_posting(posting, page, source) for posting in page.postings)
    else:
        if page.scripted and len(page.text.split()) < (_FEWEST_WORDS if host else 1):
            raise PageWithoutText
        offers = tuple(read_offer(text) for text in split_offers(page.text))
    return OffersFound(tuple(msgspec.structs.replace(offer, source=source) for offer in offers), page.hidden)


def _of_posting(posting: Posting, page: OfferPage, source: str) -> Offer:
    """What the page says to machines goes before what is read out of its text."""
    short = posting.told < _LEAST_TOLD and len(page.postings) == 1 and len(page.text) > len(posting.text)
    offer = read_offer(page.text if short else posting.text)
    said = {name: value for name in _FIELDS if (value := getattr(posting, name))}
    return msgspec.structs.replace(offer, **said)


def _name_of(fetched: Fetched) -> str:
    """The name whose ending tells the format: that of the address, or one by what the server says."""
    if fetched.kind in ("text/html", "application/xhtml+xml"):
        return "page.html"
    name = urlsplit(fetched.address).path.rpartition("/")[2]
    return "page.txt" if fetched.kind == "text/plain" or not name else name
