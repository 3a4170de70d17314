"""A data folder with much in it: rows of a real application and a real task, repeated."""

import asyncio
import contextlib
import secrets
import sqlite3
from pathlib import Path
from typing import Any

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.storage.database import database_path


def fill(folder: Path, applications: int, tasks: int) -> None:
    """Makes the sample application and a task of it with the program, and repeats them until there are so many of each.

    Every application has an offer of its own, both documents and their versions. Blocks for seconds.
    """
    asyncio.run(_first(folder))
    with contextlib.closing(sqlite3.connect(database_path(folder), isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN")
        offer, application, task = (_row(connection, table) for table in ("offer", "application", "task"))
        documents = connection.execute("SELECT * FROM document").fetchall()
        versions = {row["document"]: row for row in connection.execute("SELECT * FROM version ORDER BY id")}
        for number in range(1, applications):
            made = _copy(connection, "offer", offer, title=f"{offer['title']} {number}", digest=secrets.token_hex(32))
            owner = _copy(connection, "application", application, offer=made)
            for document in documents:
                copied = _copy(connection, "document", document, application=owner, base=None)
                version = _copy(connection, "version", versions[document["id"]], document=copied, task=None)
                connection.execute("UPDATE document SET base = ? WHERE id = ?", (version, copied))
        for _ in range(1, tasks):
            _copy(connection, "task", task, key="number", id=secrets.token_hex(6))
        connection.execute("COMMIT")


async def _first(folder: Path) -> None:
    async with open_program(folder, lambda _event: None) as services:
        application = await services.applications.add_sample()
        await services.generation.wait(await services.generation.start(application.id, DocumentKind.CV, Choice()))


def _row(connection: sqlite3.Connection, table: str) -> sqlite3.Row:
    found: sqlite3.Row = connection.execute(f"SELECT * FROM {table}").fetchone()
    return found


def _copy(connection: sqlite3.Connection, table: str, row: sqlite3.Row, key: str = "id", **changed: Any) -> int:
    """Inserts a row like this one, with a new `key`; returns that."""
    values = {name: row[name] for name in row.keys() if name != key} | changed  # noqa: SIM118 - a Row is no mapping
    names, marks = ", ".join(values), ", ".join("?" * len(values))
    done = connection.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))
    assert done.lastrowid is not None
    return done.lastrowid
