"""What can be undone in a document, kept with its text: stored in the same transaction, so that the two always fit."""

import secrets
import sqlite3

from jobmatch_desktop.domain.undoing import History, Step, Tail
from jobmatch_desktop.storage.database import Database


async def load(database: Database, document: int) -> History:
    """What can be undone in the stored text of a document; nothing where it was changed elsewhere since. Any loop.

    All of it counts as fresh, so that the first save makes it its own, whoever else has it open.
    """
    return await database.read(lambda connection: _load(connection, document))


def keep(connection: sqlite3.Connection, document: int, revision: int, tail: Tail) -> None:
    """Stores what is new of a history, which fits the text of `revision`. Within the transaction that stores the text.

    Where another window's history stands there, it gives way; what this one had stored before is then forgotten on disk.
    """
    stored = connection.execute("SELECT owner FROM undo WHERE document = ?", (document,)).fetchone()
    first = tail.first if stored == (tail.owner,) else tail.fresh
    connection.execute(
        "INSERT INTO undo (document, revision, done, owner) VALUES (?, ?, ?, ?) ON CONFLICT (document)"
        " DO UPDATE SET revision = excluded.revision, done = excluded.done, owner = excluded.owner",
        (document, revision, tail.done, tail.owner),
    )
    connection.execute(
        "DELETE FROM undo_step WHERE document = ? AND (number < ? OR number >= ?)", (document, first, tail.fresh)
    )
    connection.executemany(
        "INSERT INTO undo_step (document, number, position, removed, inserted, batch, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (document, number, step.position, step.removed, step.inserted, step.batch, step.created)
            for number, step in enumerate(tail.steps, start=tail.fresh)
        ],
    )


def _load(connection: sqlite3.Connection, document: int) -> History:
    owner = secrets.token_hex(8)
    state = connection.execute(
        "SELECT done FROM undo JOIN document ON document.id = undo.document"
        " WHERE document.id = ? AND undo.revision = document.revision",
        (document,),
    ).fetchone()
    rows = connection.execute(
        "SELECT number, position, removed, inserted, batch, created FROM undo_step WHERE document = ? ORDER BY number",
        (document,),
    ).fetchall()
    # What comes after a step that is lost cannot be done again.
    if state is None or not rows or state[0] < rows[0][0]:
        return History(owner=owner)
    steps = tuple(Step(*row[1:]) for row in rows)
    first = rows[0][0]
    return History(steps, state[0] - first, first, first, owner)
