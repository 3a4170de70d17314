"""Rows of the version table: written within the transaction that changes a document, which others' ends share."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from jobmatch_desktop.domain.document import Cause, Document, Version, VersionEntry
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.version_keeping import LETTERS, PAUSE, Burst, superfluous
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.options import options_of, options_text
from jobmatch_desktop.writing.differing import changed_letters

_VERSION = "SELECT id, document, cause, text, language, created, task, name, source FROM version"

_ENTRIES = """
SELECT version.id, version.document, document.application, version.cause, version.language, version.created,
    length(version.text), version.name, version.source, task.provider, task.model, version.template, version.options
FROM version JOIN document ON document.id = version.document LEFT JOIN task ON task.id = version.task
WHERE version.document = ? ORDER BY version.id DESC
"""

# Of edits that another edit follows, those that nothing else needs.
_BURSTS = """
SELECT id, created FROM (
    SELECT id, cause, created, name, lead(cause) OVER (ORDER BY id) AS next FROM version WHERE document = ?1
) AS typed
WHERE cause = 'edited' AND next = 'edited' AND name IS NULL
    AND id NOT IN (SELECT coalesce(base, 0) FROM document WHERE id = ?1)
    AND id NOT IN (SELECT coalesce(json_extract(inputs, '$.base'), 0) FROM task WHERE document = ?1)
    AND NOT EXISTS (SELECT 1 FROM version AS restored WHERE restored.source = typed.id)
    AND NOT EXISTS (SELECT 1 FROM version_file WHERE version = typed.id)
ORDER BY id
"""


def add(
    connection: sqlite3.Connection,
    document: int,
    cause: Cause,
    text: str,
    language: str,
    task: str | None = None,
    source: int | None = None,
    files: Sequence[str] = (),
) -> int:
    """Keeps a version; its id."""
    (version,) = connection.execute(
        "INSERT INTO version (document, cause, text, language, created, task, source) VALUES (?, ?, ?, ?, ?, ?, ?)"
        " RETURNING id",
        (document, cause, text, language, moments.now(), task, source),
    ).fetchone()
    connection.executemany(
        "INSERT OR IGNORE INTO version_file (version, path) VALUES (?, ?)", [(version, path) for path in files]
    )
    return int(version)


def keep_look(connection: sqlite3.Connection, version: int, exported: Document) -> None:
    """Keeps what a version looked like when it was exported."""
    connection.execute(
        "UPDATE version SET template = ?, options = ? WHERE id = ?",
        (exported.template, options_text(exported.options), version),
    )


def get(connection: sqlite3.Connection, number: int) -> Version:
    """The version. Raises `RecordNotFound`."""
    row = connection.execute(_VERSION + " WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise RecordNotFound(thing="Version", id=number)
    return _version(row)


def all_of(connection: sqlite3.Connection, document: int) -> list[Version]:
    """The versions of a document, newest first."""
    rows = connection.execute(_VERSION + " WHERE document = ? ORDER BY id DESC", (document,))
    return [_version(row) for row in rows]


def entries(connection: sqlite3.Connection, document: int) -> list[VersionEntry]:
    """The versions of a document without their texts, newest first."""
    files: dict[int, list[str]] = {}
    for version, path in connection.execute(
        "SELECT version, path FROM version_file JOIN version ON version.id = version WHERE document = ? ORDER BY path",
        (document,),
    ):
        files.setdefault(version, []).append(path)
    found: list[VersionEntry] = []
    for row in connection.execute(_ENTRIES, (document,)):
        number, of, application, cause, language, created, letters, name, source, provider, model, template, look = row
        moment, paths = moments.moment(created), tuple(files.get(number, ()))
        found.append(
            VersionEntry(
                number,
                of,
                application,
                Cause(cause),
                language,
                moment,
                letters,
                name,
                source,
                provider,
                model,
                paths,
                template,
                options_of(look) if look is not None else None,
            )
        )
    return found


def rename(connection: sqlite3.Connection, number: int, name: str | None) -> Version:
    """Gives a version the person's own name, or none. Raises `RecordNotFound`."""
    connection.execute("UPDATE version SET name = ? WHERE id = ?", (name, number))
    return get(connection, number)


def keep_edit(connection: sqlite3.Connection, before: Document, text: str) -> None:
    """Keeps a person's edit: in the version of the burst of typing that it goes on with, else in one of its own."""
    newest, older = _newest(connection, before.id)
    if newest and _goes_on(newest, older, text, moments.moment(moments.now())):
        connection.execute("UPDATE version SET text = ?, created = ? WHERE id = ?", (text, moments.now(), newest.id))
        return
    add(connection, before.id, Cause.EDITED, text, before.language)
    _thin_out(connection, before.id)


def keep_before(connection: sqlite3.Connection, before: Document) -> None:
    """Keeps the text that is about to be replaced, unless the newest version has it."""
    newest, _ = _newest(connection, before.id)
    if newest is None or newest.text != before.text:
        add(connection, before.id, Cause.EDITED, before.text, before.language)


def _goes_on(newest: Version, older: Version | None, text: str, now: datetime) -> bool:
    if newest.cause is not Cause.EDITED or newest.name is not None or now - newest.created >= PAUSE:
        return False
    return older is None or changed_letters(older.text, text, LETTERS) <= LETTERS


def _thin_out(connection: sqlite3.Connection, document: int) -> None:
    bursts = [Burst(number, moments.moment(created)) for number, created in connection.execute(_BURSTS, (document,))]
    gone = superfluous(bursts, moments.moment(moments.now()))
    connection.executemany("DELETE FROM version WHERE id = ?", [(number,) for number in gone])


def _newest(connection: sqlite3.Connection, document: int) -> tuple[Version | None, Version | None]:
    """The newest version and the one before it."""
    rows = connection.execute(_VERSION + " WHERE document = ? ORDER BY id DESC LIMIT 2", (document,)).fetchall()
    newest, older, *_ = [*map(_version, rows), None, None]
    return newest, older


def _version(row: tuple[Any, ...]) -> Version:
    number, document, cause, text, language, created, task, name, source = row
    return Version(number, document, Cause(cause), text, language, moments.moment(created), task, name, source)
