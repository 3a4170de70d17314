"""A database with some pages in it, and harm to it."""

import asyncio
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from jobmatch_desktop.storage import copies
from jobmatch_desktop.storage.database import Database, database_path
from jobmatch_desktop.storage.profiles import ProfileRepository


def fill(folder: Path, count: int = 200) -> Path:
    """A database with some pages in it, closed."""
    database = Database.open(folder)

    async def main() -> None:
        repository = ProfileRepository(database)
        for number in range(count):
            await repository.add({"basics": {"name": str(number), "summary": "x" * 1000}})

    asyncio.run(main())
    assert database.close(30)
    return database_path(folder)


def count(folder: Path) -> int:
    database = Database.open(folder)
    try:
        return len(asyncio.run(ProfileRepository(database).list()))
    finally:
        assert database.close(30)


def overwrite_a_page(path: Path, number: int = 2) -> None:
    # Page 2 is the root of the profile table (a database's first table).
    with path.open("r+b") as file:
        file.seek((number - 1) * 4096)
        file.write(b"\xff" * 4096)


def make_copy(path: Path, when: datetime) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        return copies.keep_copy(connection, path, copies.DAILY, when)
