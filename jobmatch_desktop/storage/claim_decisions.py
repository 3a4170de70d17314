"""A person's decisions about words without a fact, and about parts that were set aside."""

import sqlite3

from jobmatch_desktop.domain.claim_decision import ClaimDecision
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.task import TaskId
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database


class ClaimDecisionRepository:
    """The decisions of a database. Any asyncio loop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, document: int) -> list[ClaimDecision]:
        """The decisions about a document, the oldest first; empty for an unknown one."""
        rows = await self._database.read(
            lambda connection: connection.execute(
                "SELECT said, sentence, fact FROM claim_decision WHERE document = ? ORDER BY created, sentence, said",
                (document,),
            ).fetchall()
        )
        return [ClaimDecision(*row) for row in rows]

    async def decide(self, document: int, decision: ClaimDecision) -> None:
        """Keeps a decision, in the place of one about the same words of the same sentence. Raises `RecordNotFound`."""

        def insert(connection: sqlite3.Connection) -> None:
            if not connection.execute("SELECT 1 FROM document WHERE id = ?", (document,)).fetchone():
                raise RecordNotFound(thing="Document", id=document)
            connection.execute(
                "INSERT OR REPLACE INTO claim_decision (document, sentence, said, fact, created) VALUES (?, ?, ?, ?, ?)",
                (document, decision.sentence, decision.said, decision.fact, moments.now()),
            )

        await self._database.write(insert)

    async def forget(self, document: int, decision: ClaimDecision) -> None:
        """Takes a decision back; nothing where there is none."""
        await self._database.write(
            lambda connection: connection.execute(
                "DELETE FROM claim_decision WHERE document = ? AND sentence = ? AND said = ?",
                (document, decision.sentence, decision.said),
            )
        )

    async def decided_parts(self, task: TaskId) -> frozenset[str]:
        """The keys of a task's parts that the person has decided about."""
        rows = await self._database.read(
            lambda connection: connection.execute(
                "SELECT key FROM part_decision JOIN task ON task.number = part_decision.task WHERE task.id = ?", (task,)
            ).fetchall()
        )
        return frozenset(key for (key,) in rows)

    async def decide_part(self, task: TaskId, key: str) -> None:
        """Keeps that the person has decided about a part; nothing for an unknown task."""
        await self._database.write(
            lambda connection: connection.execute(
                "INSERT OR IGNORE INTO part_decision (task, key) SELECT number, ? FROM task WHERE id = ?", (key, task)
            )
        )
