"""What of a profile is shown for one kind of job, as stored."""

import sqlite3
from typing import Any

import msgspec

from jobmatch_desktop.domain.kept_profile import Targeting
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database

_SELECT = "SELECT id, kept, name, left_out, arranged, created, changed FROM targeting"


class TargetingRepository:
    """The targetings of a database. Any asyncio loop. Raises `RecordNotFound` for one that is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, kept: int, name: str) -> Targeting:
        """A new one of a profile, that shows all as it stands. Raises `RecordNotFound` for an unknown profile."""

        def insert(connection: sqlite3.Connection) -> Targeting:
            if not connection.execute("SELECT 1 FROM kept_profile WHERE id = ?", (kept,)).fetchone():
                raise RecordNotFound(thing="Profile", id=kept)
            moment = moments.now()
            (number,) = connection.execute(
                "INSERT INTO targeting (kept, name, left_out, arranged, created, changed)"
                " VALUES (?, ?, '[]', '{}', ?, ?) RETURNING id",
                (kept, name, moment, moment),
            ).fetchone()
            return _get(connection, number)

        return await self._database.write(insert)

    async def get(self, targeting: int) -> Targeting:
        """One of them."""
        return await self._database.read(lambda connection: _get(connection, targeting))

    async def of(self, kept: int) -> list[Targeting]:
        """Those of a profile, the oldest first."""
        return await self._database.read(
            lambda connection: [
                _of(row) for row in connection.execute(_SELECT + " WHERE kept = ? ORDER BY id", (kept,))
            ]
        )

    async def update(self, targeting: Targeting) -> Targeting:
        """Stores name, what is left out and the order as given."""

        def change(connection: sqlite3.Connection) -> Targeting:
            changed = connection.execute(
                "UPDATE targeting SET name = ?, left_out = ?, arranged = ?, changed = ? WHERE id = ?",
                (
                    targeting.name,
                    msgspec.json.encode(sorted(targeting.left_out)).decode(),
                    msgspec.json.encode(targeting.arranged).decode(),
                    moments.now(),
                    targeting.id,
                ),
            )
            if not changed.rowcount:
                raise RecordNotFound(thing="Targeting", id=targeting.id)
            return _get(connection, targeting.id)

        return await self._database.write(change)

    async def remove(self, targeting: int) -> None:
        """Deletes one; applications that had it show the whole profile again."""

        def delete(connection: sqlite3.Connection) -> None:
            if not connection.execute("DELETE FROM targeting WHERE id = ?", (targeting,)).rowcount:
                raise RecordNotFound(thing="Targeting", id=targeting)

        await self._database.write(delete)


def _get(connection: sqlite3.Connection, number: int) -> Targeting:
    row = connection.execute(_SELECT + " WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise RecordNotFound(thing="Targeting", id=number)
    return _of(row)


def _of(row: tuple[Any, ...]) -> Targeting:
    number, kept, name, left_out, arranged, created, changed = row
    return Targeting(
        number,
        kept,
        name,
        msgspec.json.decode(left_out, type=frozenset[str]),
        msgspec.json.decode(arranged, type=dict[str, tuple[str, ...]]),
        moments.moment(created),
        moments.moment(changed),
    )
