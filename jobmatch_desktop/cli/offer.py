"""`offer FILE|URL|-`: a job offer to JSON on stdout. Of the data folder it reads the added skills alone."""

import argparse
import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.files import added_skills, read, say
from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.domain.offer import Offer, Span
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.evidence.offer_reading_requirements import duties_of, requirements_of
from jobmatch_desktop.evidence.offer_reading_terms import places_of
from jobmatch_desktop.services.fetching import is_address
from jobmatch_desktop.services.offer_files import OffersFound, offers_at, offers_in_file

_SHOWN_OF_HIDDEN = 80


class NoSuchOffer(UnreadableInput):
    """An offer was asked for by a number that the page does not have."""

    what = "There is no offer {number}."
    why = "Offers that were found: {count}."
    remedy = "Give a number from 1 to {count}."


def run(arguments: argparse.Namespace) -> int:
    """Prints what was read, and on stderr where it came from, what a page hides, and what else it offers. Raises domain errors."""
    say(
        json.dumps(
            _told(offer_of(arguments.offer, arguments.number), added_skills(arguments)), ensure_ascii=False, indent=2
        )
    )
    return DONE


def offer_of(word: str, number: int | None = None) -> Offer:
    """The offer in a file, on a page or on stdin (`-`): the first, or that of `number`, which counts from 1. What is to be known of it
    goes to stderr, a line each.

    Raises domain errors. Runs an event loop of its own.
    """
    if is_address(word):
        found = asyncio.run(offers_at(word.strip(), lambda address: _note(f"The page leads to {address}")))
    else:
        path = Path(word)
        found = asyncio.run(offers_in_file("stdin" if word == "-" else path.name, read(path)))
    if not 1 <= (number or 1) <= len(found.offers):
        raise NoSuchOffer(number=number, count=len(found.offers))
    _tell(found, number)
    return found.offers[(number or 1) - 1]


def _tell(found: OffersFound, number: int | None) -> None:
    if found.hidden:
        words = found.hidden[0]
        said = words if len(words) <= _SHOWN_OF_HIDDEN else f"{words[:_SHOWN_OF_HIDDEN]}…"
        _note(f"Left out, for the page does not show it ({len(found.hidden)}): “{said}”")
    if len(found.offers) > 1 and number is None:
        titles = "; ".join(f"{place} {offer.title or '?'}" for place, offer in enumerate(found.offers, 1))
        _note(f"{len(found.offers)} offers, of which this is the first; --number gives another: {titles}")


def _note(text: str) -> None:
    print(" ".join(text.split()), file=sys.stderr, flush=True)


def _told(offer: Offer, added: Added) -> dict[str, Any]:
    return {
        "title": offer.title,
        "company": offer.company,
        "location": offer.place,
        "language": offer.language,
        "contract": offer.contract,
        "salary": offer.salary,
        "deadline": offer.deadline,
        "source": offer.source,
        "requirements": [
            {"text": one.text, "level": one.level.value, **_place(one.at)} for one in requirements_of(offer, added)
        ],
        "duties": [{"text": one.text, **_place(one.at)} for one in duties_of(offer, added)],
        "places": {
            "location" if field == "place" else field: [_place(span) for span in spans]
            for field, spans in places_of(offer).items()
            if spans
        },
        "text": offer.text,
    }


def _place(span: Span | None) -> dict[str, int]:
    return {} if span is None else {"start": span.start, "end": span.end}
