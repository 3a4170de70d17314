"""An offer that the person changes: its text anew, or some of it back as it was read. What they typed stays theirs."""

from typing import TypeVar

import msgspec

from jobmatch_desktop.domain.offer import Duty, Offer, Requirement
from jobmatch_desktop.evidence.offer_reading import read_offer
from jobmatch_desktop.evidence.offer_reading_terms import FIELDS, place_of

Line = TypeVar("Line", Requirement, Duty)

READ = (*FIELDS, "language")
"""The fields of an offer that are read from its text."""


def with_text(offer: Offer, text: str) -> Offer:
    """The offer with another text: fields that stood as read are read anew, what the person typed stays, and points at its words where
    the new text has them. Raises `EmptyOffer`. Pure, any thread."""
    before, after = read_offer(offer.text), read_offer(text)
    anew = {name: getattr(after, name) for name in READ if getattr(offer, name) == getattr(before, name)}
    changed = msgspec.structs.replace(offer, text=after.text, **anew)
    return msgspec.structs.replace(
        changed,
        requirements=None
        if offer.requirements is None
        else tuple(placed(one, after.text) for one in offer.requirements),
        duties=None if offer.duties is None else tuple(placed(one, after.text) for one in offer.duties),
    )


def fields_as_read(offer: Offer) -> Offer:
    """The offer with its fields as its text says them."""
    read = read_offer(offer.text)
    return msgspec.structs.replace(offer, **{name: getattr(read, name) for name in READ})


def placed(line: Line, text: str) -> Line:
    """A line with the place of its words in the text; None where they do not stand there."""
    return msgspec.structs.replace(line, at=place_of(line.text, text))
