"""Applications as stored: a profile, an offer, how far it is, notes."""

import sqlite3
from typing import Any

from jobmatch_desktop.domain.application import Application, ApplicationStatus
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.kept_profiles import kept_with
from jobmatch_desktop.storage.offers import COLUMNS, insert_offer, offer_of

_SELECT = f"""
SELECT application.id, application.profile, application.offer,
       {", ".join(f"offer.{name}" for name in COLUMNS)},
       profile.person,
       application.status, application.notes, application.created, application.changed,
       application.kept, application.targeting
FROM application JOIN offer ON offer.id = application.offer JOIN profile ON profile.id = application.profile
"""


class ApplicationRepository:
    """The applications of a database. Any asyncio loop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, profile: int, offer: Offer) -> Application:
        """A new application with an offer, which is stored with it. Raises `RecordNotFound` for an unknown profile."""

        def insert(connection: sqlite3.Connection) -> Application:
            if not connection.execute("SELECT 1 FROM profile WHERE id = ?", (profile,)).fetchone():
                raise RecordNotFound(thing="Profile", id=profile)
            moment = moments.now()
            (application,) = connection.execute(
                "INSERT INTO application (profile, offer, status, notes, created, changed, kept)"
                " VALUES (?, ?, ?, '', ?, ?, ?) RETURNING id",
                (
                    profile,
                    insert_offer(connection, offer),
                    ApplicationStatus.IN_PROGRESS,
                    moment,
                    moment,
                    kept_with(connection, profile),
                ),
            ).fetchone()
            return _get(connection, application)

        return await self._database.write(insert)

    async def get(self, application: int) -> Application:
        """The application. Raises `RecordNotFound`."""
        return await self._database.read(lambda connection: _get(connection, application))

    async def list(self) -> "list[Application]":
        """Every application, the one last changed first."""
        order = " ORDER BY application.changed DESC, application.id DESC"
        return await self._database.read(
            lambda connection: [_application(row) for row in connection.execute(_SELECT + order)]
        )

    async def update(self, application: Application) -> Application:
        """Stores status, notes, targeting and offer as given; a changed offer is a new row. The profile is not touched:
        it may have moved on since this was read. Raises `RecordNotFound`."""

        def change(connection: sqlite3.Connection) -> Application:
            changed = connection.execute(
                "UPDATE application SET offer = ?, status = ?, notes = ?, targeting = ?, changed = ? WHERE id = ?",
                (
                    insert_offer(connection, application.offer),
                    application.status,
                    application.notes,
                    application.targeting,
                    moments.now(),
                    application.id,
                ),
            )
            if not changed.rowcount:
                raise RecordNotFound(thing="Application", id=application.id)
            return _get(connection, application.id)

        return await self._database.write(change)

    async def set_profile(self, application: int, profile: int) -> Application:
        """Lets the application have a version of a profile, and follow the profile that stands at it. Raises `RecordNotFound`."""

        def change(connection: sqlite3.Connection) -> Application:
            changed = connection.execute(
                "UPDATE application SET profile = ?1, kept = ?2, changed = ?3,"
                " targeting = CASE WHEN kept IS ?2 THEN targeting END WHERE id = ?4",
                (profile, kept_with(connection, profile), moments.now(), application),
            )
            if not changed.rowcount:
                raise RecordNotFound(thing="Application", id=application)
            return _get(connection, application)

        return await self._database.write(change)

    async def remove(self, application: int) -> None:
        """Deletes the application, its documents, versions, tasks and journals, and offers that nothing else names.

        Tasks at work on it are to be stopped before: the store no longer knows them. Raises `RecordNotFound`.
        """

        def delete(connection: sqlite3.Connection) -> None:
            offers = connection.execute(
                "SELECT offer FROM application WHERE id = :id"
                " UNION SELECT json_extract(inputs, '$.offer') FROM task WHERE application = :id",
                {"id": application},
            ).fetchall()
            if not connection.execute("DELETE FROM application WHERE id = ?", (application,)).rowcount:
                raise RecordNotFound(thing="Application", id=application)
            connection.executemany(
                "DELETE FROM offer WHERE id = :id AND id NOT IN (SELECT offer FROM application)"
                " AND NOT EXISTS (SELECT 1 FROM task WHERE json_extract(inputs, '$.offer') = :id)",
                [{"id": offer} for (offer,) in offers],
            )

        await self._database.write(delete)


def _get(connection: sqlite3.Connection, number: int) -> Application:
    row = connection.execute(_SELECT + " WHERE application.id = ?", (number,)).fetchone()
    if row is None:
        raise RecordNotFound(thing="Application", id=number)
    return _application(row)


def _application(row: tuple[Any, ...]) -> Application:
    number, profile, offer_id, *offer, person, status, notes, created, changed, kept, targeting = row
    return Application(
        id=number,
        profile=profile,
        offer_id=offer_id,
        offer=offer_of(offer),
        person=person,
        status=ApplicationStatus(status),
        notes=notes,
        created=moments.moment(created),
        changed=moments.moment(changed),
        kept=kept,
        targeting=targeting,
    )
