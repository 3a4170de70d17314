"""How fast each model was on this machine, as a moving average."""

import sqlite3

import msgspec

from jobmatch_desktop.storage.database import Database

WEIGHT = 0.3
"""Of the newest measure: `average + 0.3 * (measured - average)`; the first measure stands as it is."""


class Speed(msgspec.Struct, frozen=True):
    """What was measured of a model, or of one run; None: not measured.

    `reading` and `rereading` are tokens a second of a prompt that is new to the server, and of one whose beginning it has just read;
    `writing` tokens a second of the answer; `loading` seconds until a model that was not loaded is. `counted` is how many tokens the
    server counts for each one estimated of a prompt, `answered` how many it writes for each one estimated of the draft.
    """

    reading: float | None = None
    rereading: float | None = None
    writing: float | None = None
    loading: float | None = None
    counted: float | None = None
    answered: float | None = None


_COLUMNS = Speed.__struct_fields__
_AVERAGES = ", ".join(
    f"{name} = coalesce({name} + {WEIGHT} * (excluded.{name} - {name}), excluded.{name}, {name})" for name in _COLUMNS
)
_RECORD = (
    f"INSERT INTO speed (provider, place, model, {', '.join(_COLUMNS)}) VALUES (?, ?, ?{', ?' * len(_COLUMNS)}) "
    f"ON CONFLICT (provider, place, model) DO UPDATE SET {_AVERAGES}"
)
_GET = f"SELECT {', '.join(_COLUMNS)} FROM speed WHERE provider = ? AND place = ? AND model = ?"


class SpeedRepository:
    """The speeds of a database; `place` is the server's address. Any asyncio loop. Raises storage faults."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, provider: str, place: str, model: str, measured: Speed) -> None:
        """Takes one run into the average; what it did not measure stays as it was."""
        values = (provider, place, model, *msgspec.structs.astuple(measured))

        def upsert(connection: sqlite3.Connection) -> None:
            connection.execute(_RECORD, values)

        await self._database.write(upsert)

    async def get(self, provider: str, place: str, model: str) -> Speed:
        """What is known of a model: nothing, where it never ran here."""
        row = await self._database.read(
            lambda connection: connection.execute(_GET, (provider, place, model)).fetchone()
        )
        return Speed(*row) if row else Speed()
