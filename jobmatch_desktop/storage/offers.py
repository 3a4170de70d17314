"""Offers as stored. Rows never change: an offer with another title is another row, and the id its version."""

import hashlib
import sqlite3
from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from jobmatch_desktop.domain.offer import Duty, Offer, Requirement
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database

Listed = TypeVar("Listed", Requirement, Duty)

_NAMES = ("text", "title", "company", "place", "deadline", "language", "contract", "salary", "source")
COLUMNS = (*_NAMES, "requirements", "duties")
"""Columns of an offer, as `offer_of` takes them."""

_SINCE_MIGRATION_4 = ("contract", "salary", "source", "requirements", "duties")


class OfferRepository:
    """The offers of a database. Any asyncio loop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, offer: Offer) -> int:
        """Stores an offer and returns its id: that of the same offer, if it was stored before."""
        return await self._database.write(lambda connection: insert_offer(connection, offer))

    async def get(self, offer: int) -> Offer:
        """The offer. Raises `RecordNotFound`."""

        def select(connection: sqlite3.Connection) -> Offer | None:
            row = connection.execute(f"SELECT {', '.join(COLUMNS)} FROM offer WHERE id = ?", (offer,)).fetchone()
            return offer_of(row) if row else None

        found = await self._database.read(select)
        if found is None:
            raise RecordNotFound(thing="Offer", id=offer)
        return found


def insert_offer(connection: sqlite3.Connection, offer: Offer) -> int:
    """Stores an offer in the transaction under way, unless it is there; returns its id."""
    values: dict[str, Any] = {name: getattr(offer, name) for name in _NAMES}
    values |= {"requirements": _json(offer.requirements), "duties": _json(offer.duties), "digest": _digest(offer)}
    values["created"] = moments.now()
    connection.execute(
        f"INSERT INTO offer ({', '.join(values)}) VALUES ({', '.join(f':{name}' for name in values)})"
        " ON CONFLICT (digest) DO NOTHING",
        values,
    )
    return int(connection.execute("SELECT id FROM offer WHERE digest = ?", (values["digest"],)).fetchone()[0])


def offer_of(row: Sequence[Any]) -> Offer:
    """The offer in a row of `COLUMNS`."""
    values = dict(zip(COLUMNS, row, strict=True))
    listed = {"requirements": _listed(values["requirements"], Requirement), "duties": _listed(values["duties"], Duty)}
    return Offer(**values | listed)


def _digest(offer: Offer) -> str:
    """What is empty of the younger fields is left out, so that an offer stored before they were there is found again."""
    fields = {name: getattr(offer, name) for name in COLUMNS}
    told = {name: value for name, value in fields.items() if value or name not in _SINCE_MIGRATION_4 or value == ()}
    return hashlib.sha256(msgspec.json.encode(told)).hexdigest()


def _json(listed: tuple[Requirement, ...] | tuple[Duty, ...] | None) -> str | None:
    return None if listed is None else msgspec.json.encode(listed).decode()


def _listed(text: str | None, kind: type[Listed]) -> tuple[Listed, ...] | None:
    return None if text is None else msgspec.json.decode(text, type=tuple[kind, ...])  # type: ignore[valid-type]
