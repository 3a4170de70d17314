"""Kept profiles as stored: each change a step with its version, so that it can be undone another day."""

import sqlite3
from typing import Any

import msgspec

from jobmatch_desktop.domain.kept_profile import Change, ProfileChanged, ProfileState
from jobmatch_desktop.domain.profile_edits import identified
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.profiles import insert_profile

STEPS_KEPT = 200
"""So many steps can be undone; a quarter more may be stored before the oldest go."""

_STATE = """
SELECT kept_profile.id, profile_step.profile, kept_profile.step, profile.source, profile_step.ids,
       EXISTS (SELECT 1 FROM profile_step older WHERE older.kept = kept_profile.id AND older.number < kept_profile.step),
       EXISTS (SELECT 1 FROM profile_step later WHERE later.kept = kept_profile.id AND later.number > kept_profile.step)
FROM kept_profile
JOIN profile_step ON profile_step.kept = kept_profile.id AND profile_step.number = kept_profile.step
JOIN profile ON profile.id = profile_step.profile
"""
_UNUSED = """
DELETE FROM profile WHERE id = ?1
AND NOT EXISTS (SELECT 1 FROM profile_step WHERE profile = ?1)
AND NOT EXISTS (SELECT 1 FROM application WHERE profile = ?1)
AND NOT EXISTS (SELECT 1 FROM conversation WHERE profile = ?1)
AND NOT EXISTS (SELECT 1 FROM said_fact WHERE profile = ?1)
AND NOT EXISTS (SELECT 1 FROM task WHERE json_extract(inputs, '$.profile') = ?1 OR json_extract(inputs, '$.facts') = ?1)
"""


class KeptProfileRepository:
    """The kept profiles of a database. Any asyncio loop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, source: dict[str, Any]) -> ProfileState:
        """Keeps a document; the profile that stands so already, if there is one. A new one has the applications that stand at this document
        and have none, since theirs was deleted."""

        def insert(connection: sqlite3.Connection) -> ProfileState:
            version = insert_profile(connection, source)
            if (kept := _standing_at(connection, version)) is None:
                kept = _begin(connection, version, identified(source, {}))
            return _state(connection, kept)

        return await self._database.write(insert)

    async def get(self, kept: int) -> ProfileState:
        """The profile as it stands, every line with its id. Raises `RecordNotFound`."""

        def read(connection: sqlite3.Connection) -> ProfileState:
            state = _state(connection, kept)
            whole = identified(state.source, state.ids)
            if whole != state.ids:
                connection.execute(
                    "UPDATE profile_step SET ids = ? WHERE kept = ? AND number = ?",
                    (_json(whole), kept, state.step),
                )
            return msgspec.structs.replace(state, ids=whole)

        # Behind the writes, not beside them: an export right after a keystroke has it.
        return await self._database.write(read)

    async def list(self) -> "list[ProfileState]":
        """Every profile, the one last changed first."""
        order = " ORDER BY kept_profile.changed DESC, kept_profile.id DESC"
        return await self._database.read(lambda connection: [_of(row) for row in connection.execute(_STATE + order)])

    async def change(
        self, before: ProfileState, source: dict[str, Any], ids: dict[str, str], why: Change, instead: bool = False
    ) -> ProfileState:
        """A further step, or one `instead` of the step that `before` is; what had been undone is gone with it, and applications and
        talks follow. Raises `ProfileChanged` where the profile stands no longer as `before`, and `RecordNotFound`."""

        def step(connection: sqlite3.Connection) -> ProfileState:
            present = _state(connection, before.id)
            if (present.step, present.version) != (before.step, before.version):
                raise ProfileChanged()
            version = insert_profile(connection, source)
            if instead:
                _replace(connection, present, version, ids)
            else:
                _advance(connection, present, version, ids, why)
            return _state(connection, before.id)

        return await self._database.write(step)

    async def move(self, before: ProfileState, by: int) -> ProfileState:
        """One step back (`by` -1) or forward (1) in the history. Raises as `change`; where there is no such step nothing is done."""

        def step(connection: sqlite3.Connection) -> ProfileState:
            present = _state(connection, before.id)
            if (present.step, present.version) != (before.step, before.version):
                raise ProfileChanged()
            way = ("<", "DESC") if by < 0 else (">", "ASC")
            found = connection.execute(
                f"SELECT number, profile FROM profile_step WHERE kept = ? AND number {way[0]} ? ORDER BY number {way[1]} LIMIT 1",
                (before.id, present.step),
            ).fetchone()
            if found is not None:
                connection.execute(
                    "UPDATE kept_profile SET step = ?, changed = ? WHERE id = ?", (found[0], moments.now(), before.id)
                )
                _follow(connection, before.id, found[1])
            return _state(connection, before.id)

        return await self._database.write(step)

    async def advance(self, version: int, source: dict[str, Any]) -> int:
        """Stores a document that has more lines than a version, and returns its id. Where a kept profile stands at that version, that is
        its next step, and applications and talks follow."""
        return await self._database.write(lambda connection: advance_profile(connection, version, source))

    async def standing_at(self, version: int) -> int | None:
        """The kept profile that stands at a version; None where none does."""
        return await self._database.read(lambda connection: _standing_at(connection, version))

    async def remove(self, kept: int) -> None:
        """Deletes a profile and its history; applications keep the version that they had. Raises `RecordNotFound`."""

        def delete(connection: sqlite3.Connection) -> None:
            versions = connection.execute(
                "SELECT DISTINCT profile FROM profile_step WHERE kept = ?", (kept,)
            ).fetchall()
            if not connection.execute("DELETE FROM kept_profile WHERE id = ?", (kept,)).rowcount:
                raise RecordNotFound(thing="Profile", id=kept)
            connection.executemany(_UNUSED, versions)

        await self._database.write(delete)


def advance_profile(connection: sqlite3.Connection, version: int | None, source: dict[str, Any]) -> int:
    """See `KeptProfileRepository.advance`; inside the caller's transaction. A `version` of None is that of nobody yet: the document
    becomes a profile of its own."""
    further = insert_profile(connection, source)
    kept = None if version is None else _standing_at(connection, version)
    if kept is not None:
        present = _state(connection, kept)
        # The document has lines at the ends of its lists beside those that it had.
        _advance(connection, present, further, identified(source, present.ids), Change.SAID)
    elif version is None and _standing_at(connection, further) is None:
        _begin(connection, further, identified(source, {}))
    return further


def kept_with(connection: sqlite3.Connection, version: int) -> int | None:
    """The kept profile that stands at a version, or that had it once; None for a version of none."""
    standing = _standing_at(connection, version)
    if standing is not None:
        return standing
    row = connection.execute("SELECT max(kept) FROM profile_step WHERE profile = ?", (version,)).fetchone()
    return None if row is None or row[0] is None else int(row[0])


def _standing_at(connection: sqlite3.Connection, version: int) -> int | None:
    row = connection.execute(
        "SELECT kept_profile.id FROM profile_step JOIN kept_profile"
        " ON kept_profile.id = profile_step.kept AND kept_profile.step = profile_step.number"
        " WHERE profile_step.profile = ? ORDER BY kept_profile.id LIMIT 1",
        (version,),
    ).fetchone()
    return None if row is None else int(row[0])


def _begin(connection: sqlite3.Connection, version: int, ids: dict[str, str]) -> int:
    moment = moments.now()
    (kept,) = connection.execute(
        "INSERT INTO kept_profile (step, created, changed) VALUES (1, ?, ?) RETURNING id", (moment, moment)
    ).fetchone()
    _add_step(connection, kept, 1, version, ids, Change.IMPORTED)
    # Applications that stand at this very version, whose profile was deleted, have one again.
    connection.execute("UPDATE application SET kept = ? WHERE profile = ? AND kept IS NULL", (kept, version))
    return int(kept)


def _advance(
    connection: sqlite3.Connection, present: ProfileState, version: int, ids: dict[str, str], why: Change
) -> None:
    if version == present.version:
        return
    connection.execute("DELETE FROM profile_step WHERE kept = ? AND number > ?", (present.id, present.step))
    step = present.step + 1
    _add_step(connection, present.id, step, version, ids, why)
    connection.execute("UPDATE kept_profile SET step = ?, changed = ? WHERE id = ?", (step, moments.now(), present.id))
    _follow(connection, present.id, version)
    _forget_oldest(connection, present.id)


def _replace(connection: sqlite3.Connection, present: ProfileState, version: int, ids: dict[str, str]) -> None:
    if version == present.version:
        return
    _follow(connection, present.id, version)
    connection.execute("DELETE FROM profile_step WHERE kept = ? AND number > ?", (present.id, present.step))
    connection.execute(
        "UPDATE profile_step SET profile = ?, ids = ? WHERE kept = ? AND number = ?",
        (version, _json(ids), present.id, present.step),
    )
    connection.execute("UPDATE kept_profile SET changed = ? WHERE id = ?", (moments.now(), present.id))
    connection.execute(_UNUSED, (present.version,))


def _add_step(
    connection: sqlite3.Connection, kept: int, number: int, version: int, ids: dict[str, str], why: Change
) -> None:
    connection.execute(
        "INSERT INTO profile_step (kept, number, profile, ids, cause, created) VALUES (?, ?, ?, ?, ?, ?)",
        (kept, number, version, _json(ids), why, moments.now()),
    )


def _follow(connection: sqlite3.Connection, kept: int, version: int) -> None:
    """Applications and talks of the profile have its new version from now on."""
    connection.execute("UPDATE application SET profile = ? WHERE kept = ?", (version, kept))
    connection.execute(
        "UPDATE conversation SET profile = ? WHERE application IS NULL"
        " AND profile IN (SELECT profile FROM profile_step WHERE kept = ?)",
        (version, kept),
    )


def _forget_oldest(connection: sqlite3.Connection, kept: int) -> None:
    (count, latest) = connection.execute(
        "SELECT count(*), max(number) FROM profile_step WHERE kept = ?", (kept,)
    ).fetchone()
    if count < STEPS_KEPT * 5 // 4:
        return
    forgotten = connection.execute(
        "DELETE FROM profile_step WHERE kept = ? AND number <= ? RETURNING profile", (kept, latest - STEPS_KEPT)
    ).fetchall()
    connection.executemany(_UNUSED, set(forgotten))


def _state(connection: sqlite3.Connection, kept: int) -> ProfileState:
    row = connection.execute(_STATE + " WHERE kept_profile.id = ?", (kept,)).fetchone()
    if row is None:
        raise RecordNotFound(thing="Profile", id=kept)
    return _of(row)


def _of(row: tuple[Any, ...]) -> ProfileState:
    kept, version, step, source, ids, may_undo, may_redo = row
    return ProfileState(
        kept,
        version,
        step,
        msgspec.json.decode(source),
        msgspec.json.decode(ids, type=dict[str, str]),
        bool(may_undo),
        bool(may_redo),
    )


def _json(ids: dict[str, str]) -> str:
    return msgspec.json.encode(ids).decode()
