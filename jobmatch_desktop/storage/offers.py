"""Offers as stored. Rows never change: an offer with another title is another row, and the id its version."""

import hashlib
import sqlite3

import msgspec

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database


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
            row = connection.execute(
                "SELECT text, title, company, place, deadline, language FROM offer WHERE id = ?", (offer,)
            ).fetchone()
            return Offer(*row) if row else None

        found = await self._database.read(select)
        if found is None:
            raise RecordNotFound(thing="Offer", id=offer)
        return found


def insert_offer(connection: sqlite3.Connection, offer: Offer) -> int:
    """Stores an offer in the transaction under way, unless it is there; returns its id."""
    digest = hashlib.sha256(msgspec.json.encode(offer)).hexdigest()
    connection.execute(
        "INSERT INTO offer (digest, text, title, company, place, deadline, language, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING",
        (digest, offer.text, offer.title, offer.company, offer.place, offer.deadline, offer.language, moments.now()),
    )
    return int(connection.execute("SELECT id FROM offer WHERE digest = ?", (digest,)).fetchone()[0])
