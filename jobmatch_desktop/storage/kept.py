"""What a person kept of their talks: successes, pitches, and where lines of a profile came from."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from jobmatch_desktop.domain.conversation import Conversation, Pitch, Success
from jobmatch_desktop.domain.kept_profile import ProfileChanged
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.kept_profiles import advance_profile

Kept = TypeVar("Kept", Success, Pitch)

_SUCCESS = ("title", "situation", "task", "action", "result")
_COMMON = "id, person, application, conversation, language"


class KeptRepository:
    """The successes and pitches of a database. Any asyncio loop. Raises `RecordNotFound` for one that is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add_success(self, person: str, talk: Conversation, fields: Mapping[str, str]) -> Success:
        """Keeps a success: `fields` by name (title, situation, task, action, result), those not given are empty."""
        values = {name: fields.get(name, "") for name in _SUCCESS}
        return await self._database.write(lambda connection: _insert(connection, Success, person, talk, values))

    async def add_pitch(self, person: str, talk: Conversation, seconds: int, text: str) -> Pitch:
        """Keeps a pitch."""
        values = {"seconds": seconds, "text": text}
        return await self._database.write(lambda connection: _insert(connection, Pitch, person, talk, values))

    async def successes(self, person: str) -> list[Success]:
        """A person's, newest first."""
        return await self._database.read(lambda connection: _list(connection, Success, person))

    async def pitches(self, person: str) -> list[Pitch]:
        """A person's, newest first."""
        return await self._database.read(lambda connection: _list(connection, Pitch, person))

    async def update(self, kept: Kept) -> Kept:
        """Stores the words of one as given."""
        values = _values(kept)

        def change(connection: sqlite3.Connection) -> Kept:
            settings = ", ".join(f"{name} = :{name}" for name in values)
            changed = connection.execute(
                f"UPDATE {_table(type(kept))} SET {settings}, changed = :changed WHERE id = :id",
                {**values, "changed": moments.now(), "id": kept.id},
            )
            if not changed.rowcount:
                raise RecordNotFound(thing=type(kept).__name__, id=kept.id)
            return _get(connection, type(kept), kept.id)

        return await self._database.write(change)

    async def remove(self, kept: Success | Pitch) -> None:
        """Deletes one."""

        def delete(connection: sqlite3.Connection) -> None:
            table = _table(type(kept))
            if not connection.execute(f"DELETE FROM {table} WHERE id = ?", (kept.id,)).rowcount:
                raise RecordNotFound(thing=type(kept).__name__, id=kept.id)

        await self._database.write(delete)

    async def add_lines(
        self, talk: Conversation, before: int | None, source: dict[str, Any], paths: Sequence[str]
    ) -> int:
        """Stores a profile that has more lines than the version `before`, notes that these (`paths`) come from a talk, and lets the talk's
        application, or the talk without one, follow it: all or nothing. Returns the id. Raises `ProfileChanged` where they followed
        another version meanwhile."""

        def insert(connection: sqlite3.Connection) -> int:
            profile = advance_profile(connection, before, source)
            moment = moments.now()
            connection.execute(
                "INSERT INTO said_fact (profile, path, conversation, created)"
                " SELECT ?, path, conversation, created FROM said_fact WHERE profile IS ? ON CONFLICT DO NOTHING",
                (profile, before),
            )
            connection.executemany(
                "INSERT INTO said_fact (profile, path, conversation, created) VALUES (?, ?, ?, ?)"
                " ON CONFLICT DO NOTHING",
                [(profile, path, talk.id, moment) for path in paths],
            )
            table, number = ("conversation", talk.id) if talk.application is None else ("application", talk.application)
            # Those of a kept profile have followed it already.
            followed = connection.execute(
                f"UPDATE {table} SET profile = ?1, changed = ?2 WHERE id = ?3 AND (profile IS ?4 OR profile = ?1)",
                (profile, moment, number, before),
            )
            if not followed.rowcount:
                raise ProfileChanged()
            return profile

        return await self._database.write(insert)

    async def said_facts(self, profile: int) -> dict[str, int | None]:
        """The lines of a profile that were said in a talk, by path: which one (None: it was deleted)."""
        rows = await self._database.read(
            lambda connection: connection.execute(
                "SELECT path, conversation FROM said_fact WHERE profile = ?", (profile,)
            ).fetchall()
        )
        return dict(rows)


def _table(kind: type[Success] | type[Pitch]) -> str:
    return "success" if kind is Success else "pitch"


def _columns(kind: type[Success] | type[Pitch]) -> tuple[str, ...]:
    return _SUCCESS if kind is Success else ("seconds", "text")


def _values(kept: Success | Pitch) -> dict[str, Any]:
    return {name: getattr(kept, name) for name in _columns(type(kept))}


def _insert(
    connection: sqlite3.Connection, kind: type[Kept], person: str, talk: Conversation, values: Mapping[str, Any]
) -> Kept:
    moment = moments.now()
    row = {
        "person": person,
        "application": talk.application,
        "conversation": talk.id,
        "language": talk.language,
        **values,
        "created": moment,
        "changed": moment,
    }
    names, places = ", ".join(row), ", ".join(f":{name}" for name in row)
    (number,) = connection.execute(
        f"INSERT INTO {_table(kind)} ({names}) VALUES ({places}) RETURNING id", row
    ).fetchone()
    return _get(connection, kind, number)


def _select(kind: type[Success] | type[Pitch]) -> str:
    return f"SELECT {_COMMON}, {', '.join(_columns(kind))}, created, changed FROM {_table(kind)}"


def _list(connection: sqlite3.Connection, kind: type[Kept], person: str) -> list[Kept]:
    rows = connection.execute(_select(kind) + " WHERE person = ? ORDER BY id DESC", (person,))
    return [_kept(kind, row) for row in rows]


def _get(connection: sqlite3.Connection, kind: type[Kept], number: int) -> Kept:
    row = connection.execute(_select(kind) + " WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise RecordNotFound(thing=kind.__name__, id=number)
    return _kept(kind, row)


def _kept(kind: type[Kept], row: tuple[Any, ...]) -> Kept:
    *fields, created, changed = row
    names = _COMMON.split(", ") + list(_columns(kind))
    values: dict[str, Any] = dict(zip(names, fields, strict=True))
    return kind(**values, created=moments.moment(created), changed=moments.moment(changed))
