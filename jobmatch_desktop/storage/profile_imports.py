"""Files that were read and wait for their review, and the one that each kept profile was last brought in from, as stored."""

import sqlite3
from datetime import datetime
from typing import Any

import msgspec

from jobmatch_desktop.domain.profile_import import AlreadyReviewed, Decided
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database

_SELECT = "SELECT id, name, found, decided, kept, placed, created FROM profile_import"


class StoredImport(msgspec.Struct, frozen=True):
    """An import: the file's `name`, what was read from it (`found`, JSON as the reader gives it) and what was decided. `kept` is the
    profile that it went into, `placed` the ids that its items have there by their paths in `found`; both None while it waits."""

    id: int
    name: str
    found: bytes
    decided: Decided
    kept: int | None
    placed: dict[str, str] | None
    created: datetime


class ProfileImportRepository:
    """The imports of a database. Any asyncio loop. Raises `RecordNotFound` for one that is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, name: str, data: bytes, found: bytes, decided: Decided) -> StoredImport:
        """Stores one that waits; where a file with the same bytes waits already, that one as it stands."""

        def insert(connection: sqlite3.Connection) -> StoredImport:
            row = connection.execute(
                "SELECT id FROM profile_import WHERE placed IS NULL AND data = ? ORDER BY id DESC LIMIT 1", (data,)
            ).fetchone()
            if row is None:
                row = connection.execute(
                    "INSERT INTO profile_import (name, data, found, decided, created) VALUES (?, ?, ?, ?, ?) RETURNING id",
                    (name, data, found.decode(), _json(decided), moments.now()),
                ).fetchone()
            return _get(connection, row[0])

        return await self._database.write(insert)

    async def get(self, number: int) -> StoredImport:
        """One of them."""
        return await self._database.read(lambda connection: _get(connection, number))

    async def waiting(self) -> list[StoredImport]:
        """Those that wait for their review, the newest first."""
        order = " WHERE placed IS NULL ORDER BY id DESC"
        return await self._database.read(lambda connection: [_of(row) for row in connection.execute(_SELECT + order)])

    async def last_of(self, kept: int) -> StoredImport | None:
        """The one that a kept profile was last brought in from."""

        def read(connection: sqlite3.Connection) -> StoredImport | None:
            row = connection.execute(_SELECT + " WHERE kept = ? ORDER BY id DESC LIMIT 1", (kept,)).fetchone()
            return None if row is None else _of(row)

        return await self._database.read(read)

    async def data(self, number: int) -> bytes:
        """The file's bytes."""

        def read(connection: sqlite3.Connection) -> bytes:
            row = connection.execute("SELECT data FROM profile_import WHERE id = ?", (number,)).fetchone()
            if row is None:
                raise RecordNotFound(thing="Import", id=number)
            return bytes(row[0])

        return await self._database.read(read)

    async def decide(self, number: int, decided: Decided) -> None:
        """Stores what was decided so far. Raises `AlreadyReviewed`."""

        def change(connection: sqlite3.Connection) -> None:
            _waits(connection, number)
            connection.execute("UPDATE profile_import SET decided = ? WHERE id = ?", (_json(decided), number))

        await self._database.write(change)

    async def accept(self, number: int, decided: Decided, kept: int, placed: dict[str, str]) -> None:
        """Stores that it went into a profile; the one that this was brought in from before goes. Raises `AlreadyReviewed`."""

        def change(connection: sqlite3.Connection) -> None:
            _waits(connection, number)
            connection.execute("DELETE FROM profile_import WHERE kept = ?", (kept,))
            connection.execute(
                "UPDATE profile_import SET decided = ?, kept = ?, placed = ? WHERE id = ?",
                (_json(decided), kept, msgspec.json.encode(placed).decode(), number),
            )

        await self._database.write(change)

    async def drop(self, number: int) -> None:
        """Deletes one that waits. Raises `AlreadyReviewed`."""

        def delete(connection: sqlite3.Connection) -> None:
            _waits(connection, number)
            connection.execute("DELETE FROM profile_import WHERE id = ?", (number,))

        await self._database.write(delete)


def _waits(connection: sqlite3.Connection, number: int) -> None:
    row = connection.execute("SELECT placed IS NULL FROM profile_import WHERE id = ?", (number,)).fetchone()
    if row is None or not row[0]:
        raise AlreadyReviewed()


def _get(connection: sqlite3.Connection, number: int) -> StoredImport:
    row = connection.execute(_SELECT + " WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise RecordNotFound(thing="Import", id=number)
    return _of(row)


def _of(row: tuple[Any, ...]) -> StoredImport:
    number, name, found, decided, kept, placed, created = row
    return StoredImport(
        number,
        name,
        found.encode(),
        msgspec.json.decode(decided, type=Decided),
        kept,
        None if placed is None else msgspec.json.decode(placed, type=dict[str, str]),
        moments.moment(created),
    )


def _json(decided: Decided) -> str:
    return msgspec.json.encode(decided).decode()
