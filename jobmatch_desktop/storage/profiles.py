"""Profiles as stored: the JSON Resume document as it came.

Rows never change: an edited profile is a new row, and the id is its version.
"""

import hashlib
import sqlite3
from typing import Any

import msgspec

from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database


class StoredProfile(msgspec.Struct, frozen=True):
    """A profile's row: its id, and the document as it came."""

    id: int
    source: dict[str, Any]


class ProfileRepository:
    """The profiles of a database. Any asyncio loop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, source: dict[str, Any]) -> int:
        """Stores a document and returns its id: that of an equal one (keys in any order), if one was stored before."""
        return await self._database.write(lambda connection: insert_profile(connection, source))

    async def get(self, profile: int) -> StoredProfile:
        """The profile. Raises `RecordNotFound`."""
        row = await self._database.read(
            lambda connection: connection.execute("SELECT source FROM profile WHERE id = ?", (profile,)).fetchone()
        )
        if row is None:
            raise RecordNotFound(thing="Profile", id=profile)
        return StoredProfile(profile, msgspec.json.decode(row[0]))

    async def list(self) -> "list[StoredProfile]":
        """Every profile, newest first."""
        return await self._database.read(
            lambda connection: [
                StoredProfile(number, msgspec.json.decode(source))
                for number, source in connection.execute("SELECT id, source FROM profile ORDER BY id DESC")
            ]
        )


def insert_profile(connection: sqlite3.Connection, source: dict[str, Any]) -> int:
    """Stores a document, inside the caller's transaction; see `ProfileRepository.add`."""
    text = msgspec.json.encode(source).decode()
    digest = hashlib.sha256(msgspec.json.encode(source, order="deterministic")).hexdigest()
    connection.execute(
        "INSERT INTO profile (digest, source, created) VALUES (?, ?, ?) ON CONFLICT (digest) DO NOTHING",
        (digest, text, moments.now()),
    )
    return int(connection.execute("SELECT id FROM profile WHERE digest = ?", (digest,)).fetchone()[0])
