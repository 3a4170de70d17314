"""The database's format and the steps to it: numbered SQL files in resources/migrations, one transaction each."""

import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from jobmatch_desktop.resources import resource

APPLICATION_ID = 0x4A4D4454
"""`JMDT`: tells this program's databases from others' (sqlite.org, PRAGMA application_id)."""


def scripts() -> list[str]:
    """The SQL of every migration, the first one first. Their number is the format's."""
    return [path.read_text(encoding="utf-8") for path in sorted(resource("migrations").glob("*.sql"))]


def latest() -> int:
    """The newest format this program knows."""
    return len(list(resource("migrations").glob("*.sql")))


def format_of(connection: sqlite3.Connection) -> int | None:
    """The format of a database: 0 for an empty one, None for one that another program made."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application == APPLICATION_ID:
        return int(version)
    return None if application or version or tables else 0


def migrate(connection: sqlite3.Connection, number: int, script: str) -> None:
    """Takes the database from format `number - 1` to `number`, whole or not at all.

    `connection` is in autocommit with foreign keys off, for steps that rebuild a table; they are checked at the end.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements(script):
            connection.execute(statement)
        if broken := connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(f"migration {number} breaks a reference of table {broken[0]}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit before it begins."""
    statement = ""
    for piece in re.split("(?<=;)", script):
        statement += piece
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    # A script's last comment, or a statement that lacks its semicolon.
    yield statement


def is_sound(path: Path) -> bool:
    """Whether the file is a whole database that this program can read. Writes nothing, not even beside it."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:
        return False
    try:
        found = format_of(connection)
        return found is not None and 0 < found <= latest() and passes_quick_check(connection)
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()


def passes_quick_check(connection: sqlite3.Connection) -> bool:
    """Whether every page of the database is well-formed. Reads all of it: some 10 ms for each 10 MB on a warm disk."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
