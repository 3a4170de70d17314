"""The photo of a kept profile, as stored: once, for every document that shows it."""

import sqlite3

from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage.database import Database


class PhotoRepository:
    """The photos of a database. Any asyncio loop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, kept: int) -> bytes:
        """The picture's bytes; none for a profile without a photo, or an unknown one."""
        row = await self._database.read(
            lambda connection: connection.execute("SELECT data FROM profile_photo WHERE kept = ?", (kept,)).fetchone()
        )
        return bytes(row[0]) if row else b""

    async def set(self, kept: int, data: bytes) -> None:
        """Stores a picture in the place of the one before; no bytes take it away. Raises `RecordNotFound`."""

        def change(connection: sqlite3.Connection) -> None:
            if not connection.execute("SELECT 1 FROM kept_profile WHERE id = ?", (kept,)).fetchone():
                raise RecordNotFound(thing="Profile", id=kept)
            connection.execute("DELETE FROM profile_photo WHERE kept = ?", (kept,))
            if data:
                connection.execute("INSERT INTO profile_photo (kept, data) VALUES (?, ?)", (kept, data))

        await self._database.write(change)
