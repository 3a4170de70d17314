"""Documents as stored, and their versions: no text of a person's is replaced without being kept as one."""

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from jobmatch_desktop.domain.document import Cause, Document, DocumentKind, Version
from jobmatch_desktop.domain.options import USUAL, Options
from jobmatch_desktop.domain.storage_errors import RecordNotFound, StaleRevision
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.domain.undoing import Tail
from jobmatch_desktop.storage import moments, undo, version_rows
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.options import options_of, options_text

_ROW = "SELECT id, application, kind, text, revision, base, language, template, changed, options, shows_photo"
_BARE = f"{_ROW}, NULL FROM document"
_DOCUMENT = f"""{_ROW},
    CASE WHEN shows_photo AND kind = 'cv' THEN (
        SELECT data FROM profile_photo JOIN application ON application.kept = profile_photo.kept
        WHERE application.id = document.application
    ) END
FROM document
"""
_LOOK_BEFORE = """
SELECT document.template, document.options FROM document
JOIN application other ON other.id = document.application
JOIN application this ON this.id = ?1 AND this.kept = other.kept AND this.id <> other.id
WHERE document.kind = ?2 ORDER BY document.changed DESC, document.id DESC LIMIT 1
"""


class DocumentRepository:
    """The documents of a database. Any asyncio loop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(
        self,
        application: int,
        kind: DocumentKind,
        text: str,
        language: str,
        template: str,
        options: Options = USUAL,
    ) -> Document:
        """A composed document with its first version, which is its base.

        Where the application has one of this kind, as when two windows make it at once, that is returned as it is.
        Raises `RecordNotFound` for an unknown application.
        """

        def insert(connection: sqlite3.Connection) -> Document:
            if not connection.execute("SELECT 1 FROM application WHERE id = ?", (application,)).fetchone():
                raise RecordNotFound(thing="Application", id=application)
            row = connection.execute(
                "INSERT INTO document (application, kind, text, revision, language, template, changed, options)"
                " VALUES (?, ?, ?, 1, ?, ?, ?, ?) ON CONFLICT (application, kind) DO NOTHING RETURNING id",
                (application, kind, text, language, template, moments.now(), options_text(options)),
            ).fetchone()
            if row:
                version = version_rows.add(connection, row[0], Cause.COMPOSED, text, language)
                connection.execute("UPDATE document SET base = ? WHERE id = ?", (version, row[0]))
            return _document(
                connection.execute(_DOCUMENT + " WHERE application = ? AND kind = ?", (application, kind)).fetchone()
            )

        return await self._database.write(insert)

    async def of_application(self, application: int) -> dict[DocumentKind, Document]:
        """The documents of an application by kind; empty for an unknown one."""
        rows = await self._database.read(
            lambda connection: connection.execute(_DOCUMENT + " WHERE application = ?", (application,)).fetchall()
        )
        return {document.kind: document for document in map(_document, rows)}

    async def look_before(self, application: int, kind: DocumentKind) -> tuple[str, Options] | None:
        """Template and options of the document of this kind that was last worked on for another application of the same profile; None
        where there is none."""
        row = await self._database.read(
            lambda connection: connection.execute(_LOOK_BEFORE, (application, kind)).fetchone()
        )
        return None if row is None else (row[0], options_of(row[1]))

    async def get(self, document: int) -> Document:
        """The document. Raises `RecordNotFound`."""
        return await self._database.read(lambda connection: _get(connection, document))

    async def save_text(self, document: int, text: str, revision: int, history: Tail | None = None) -> Document:
        """Stores a person's edit of the text at `revision`, and keeps it as a version (see domain/version_keeping.py).

        `history` is what is new of what can be undone in `text`; without it nothing can be undone in another session.
        Raises `StaleRevision` if the stored text is another revision, unless it is this very text; `RecordNotFound`.
        """

        def save(connection: sqlite3.Connection) -> Document:
            before = _before(connection, document)
            if before.text != text:
                if before.revision != revision:
                    raise StaleRevision(document=document, stored=before.revision, given=revision)
                version_rows.keep_edit(connection, before, text)
                _store(connection, before, text, base=before.base, language=before.language, template=before.template)
            after = _get(connection, document)
            if history is not None and revision == before.revision:
                undo.keep(connection, document, after.revision, history)
            return after

        return await self._database.write(save)

    async def replace_text(
        self, document: int, text: str, revision: int, cause: Cause, files: Sequence[str]
    ) -> Document:
        """Stores a whole text that the person took from elsewhere, as a version with its cause; what stood there stays as one.

        Raises as `save_text`.
        """

        def save(connection: sqlite3.Connection) -> Document:
            before = _before(connection, document)
            if before.revision != revision:
                raise StaleRevision(document=document, stored=before.revision, given=revision)
            version_rows.keep_before(connection, before)
            version_rows.add(connection, document, cause, text, before.language, files=files)
            return _store(
                connection, before, text, base=before.base, language=before.language, template=before.template
            )

        return await self._database.write(save)

    async def set_look(self, document: int, template: str, options: Options, shows_photo: bool = True) -> Document:
        """Stores how the document is printed; its text and revision stay. The photo in `options` is not: it is the profile's
        (storage/photos.py). Raises `RecordNotFound`."""

        def change(connection: sqlite3.Connection) -> Document:
            before = _before(connection, document)
            moment = moments.now()
            connection.execute(
                "UPDATE document SET template = ?, options = ?, shows_photo = ?, changed = ? WHERE id = ?",
                (template, options_text(options), shows_photo, moment, document),
            )
            connection.execute("UPDATE application SET changed = ? WHERE id = ?", (moment, before.application))
            return _get(connection, document)

        return await self._database.write(change)

    async def versions(self, document: int) -> list[Version]:
        """The document's versions with their texts, newest first; empty for an unknown one."""
        return await self._database.read(lambda connection: version_rows.all_of(connection, document))

    async def version(self, version: int) -> Version:
        """The version. Raises `RecordNotFound`."""
        return await self._database.read(lambda connection: version_rows.get(connection, version))

    async def add_version(
        self, document: int, cause: Cause, read: Document | None = None, files: Sequence[str] = ()
    ) -> Version:
        """Keeps the text as it stands, or as it was `read`, as a version, with the files that it went to and, where it
        is exported, what it looks like. Raises `RecordNotFound`."""

        def insert(connection: sqlite3.Connection) -> Version:
            now = read or _before(connection, document)
            added = version_rows.add(connection, document, cause, now.text, now.language, files=files)
            if cause is Cause.EXPORTED:
                version_rows.keep_look(connection, added, now)
            return version_rows.get(connection, added)

        return await self._database.write(insert)

    async def restore(self, version: int) -> Document:
        """Makes a version's text the document's again; what stood there stays as a version. Raises `RecordNotFound`."""

        def change(connection: sqlite3.Connection) -> Document:
            wanted = version_rows.get(connection, version)
            before = _before(connection, wanted.document)
            if before.text == wanted.text and before.language == wanted.language:
                return _get(connection, wanted.document)
            version_rows.keep_before(connection, before)
            version_rows.add(
                connection, before.id, Cause.RESTORED, wanted.text, wanted.language, wanted.task, source=wanted.id
            )
            return _store(
                connection, before, wanted.text, base=before.base, language=wanted.language, template=before.template
            )

        return await self._database.write(change)


def placing(
    document: int,
    place: Callable[[str, str], tuple[str, str] | None],
    *,
    cause: Cause,
    task: TaskId | None,
    language: str,
    template: str | None,
    country: str | None = None,
) -> Callable[[sqlite3.Connection], None]:
    """What the task store saves with a task's last status: `place` is given the document's text as it stands then, and
    the text of its base. `template` is what it is printed with from then on, and `country` whose habit lays a letter out, each None
    for what it has already.

    It returns the program's own text, which is kept as a version and becomes the base that a person's edits are told from,
    and the document's new text, which holds those edits too; or None, and then nothing is stored. `place` runs inside the
    transaction: it must be quick. Raises `RecordNotFound` for a document that was removed.
    """

    def save(connection: sqlite3.Connection) -> None:
        before = _before(connection, document)
        placed = place(
            before.text, before.text if before.base is None else version_rows.get(connection, before.base).text
        )
        if placed is None:
            return
        own, text = placed
        version_rows.keep_before(connection, before)
        base = version_rows.add(connection, document, cause, own, language, task)
        if text != own:
            version_rows.add(connection, document, Cause.EDITED, text, language)
        _store(connection, before, text, base=base, language=language, template=template or before.template)
        if country is not None and country != before.options.country:
            options = options_text(msgspec.structs.replace(before.options, country=country))
            connection.execute("UPDATE document SET options = ? WHERE id = ?", (options, document))

    return save


def _store(
    connection: sqlite3.Connection, before: Document, text: str, *, base: int | None, language: str, template: str
) -> Document:
    moment = moments.now()
    connection.execute(
        "UPDATE document SET text = ?, revision = ?, base = ?, language = ?, template = ?, changed = ? WHERE id = ?",
        (text, before.revision + (text != before.text), base, language, template, moment, before.id),
    )
    # A list of applications shows the one last worked on first.
    connection.execute("UPDATE application SET changed = ? WHERE id = ?", (moment, before.application))
    return _get(connection, before.id)


def _get(connection: sqlite3.Connection, number: int) -> Document:
    return _selected(connection, _DOCUMENT, number)


def _before(connection: sqlite3.Connection, number: int) -> Document:
    """A document that is about to be changed: without its photo, which may be megabytes and is none of its row."""
    return _selected(connection, _BARE, number)


def _selected(connection: sqlite3.Connection, statement: str, number: int) -> Document:
    row = connection.execute(f"{statement} WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise RecordNotFound(thing="Document", id=number)
    return _document(row)


def _document(row: tuple[Any, ...]) -> Document:
    number, application, kind, text, revision, base, language, template, changed, options, shows_photo, photo = row
    return Document(
        number,
        application,
        DocumentKind(kind),
        text,
        revision,
        base,
        language,
        template,
        moments.moment(changed),
        options_of(options, photo or b""),
        bool(shows_photo),
    )
