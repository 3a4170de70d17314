"""The task store on SQLite: it fits `tasks.store.TaskStore` by its shape.

Every step of a task is checked against the table of transitions inside the transaction that makes it. Tasks of dead
processes are marked before anything is shown or counted.
"""

import asyncio
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.conversation import AnswerUnderWay
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.journal import Creation, Entry
from jobmatch_desktop.domain.storage_errors import AlreadyUnderWay, RecordNotFound, TaskElsewhere
from jobmatch_desktop.domain.task import (
    RUNNING,
    Ending,
    GenerationOptions,
    IllegalTransition,
    Status,
    Task,
    TaskId,
    TaskNotFound,
    TaskSpec,
    check_transition,
)
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.task_rows import (
    insert_task,
    select_all,
    select_answering,
    select_changed,
    select_task,
    select_under_way,
    tail,
)

T = TypeVar("T")
Save = Callable[[Any], None]


class SqliteTaskStore:
    """The tasks of a database, for the owner of a lease. What each call does is said in `tasks.store.TaskStore`."""

    def __init__(self, database: Database, lease: Lease) -> None:
        self._database = database
        self._lease = lease
        self._creating: set[Future[None]] = set()

    def create_task(self, spec: TaskSpec) -> Creation:
        """Gives the id at once; to be called where an asyncio loop runs.

        `committed` holds `AlreadyUnderWay` where a task of this kind waits or runs for the document in any process
        (`AnswerUnderWay`: any task for the talk), and `RecordNotFound` where application, document or talk is not there.
        """
        task = TaskId(secrets.token_hex(6))
        committed = self._database.submit(lambda connection: self._insert(connection, task, spec))
        self._creating.add(committed)
        committed.add_done_callback(self._creating.discard)
        return Creation(task, asyncio.wrap_future(committed))

    async def update_status(
        self,
        task: TaskId,
        status: Status,
        *,
        ending: Ending | None = None,
        trouble: Trouble | None = None,
        save: Save | None = None,
    ) -> Task:
        """A step of the task's life, and `save`, in one transaction; also raises `TaskElsewhere` and `AlreadyUnderWay`.

        Where `ending` or `trouble` is None, what a run left before stays, until a new run begins.
        """
        return await self._database.write(
            lambda connection: self._step(connection, task, status, ending, trouble, save)
        )

    async def set_options(self, task: TaskId, options: GenerationOptions) -> Task:
        def change(connection: sqlite3.Connection) -> Task:
            stored = msgspec.json.encode(options).decode()
            connection.execute("UPDATE task SET options = ? WHERE id = ?", (stored, task))
            return select_task(connection, task)

        return await self._database.write(change)

    async def complete_task(self, task: TaskId, save: Save | None) -> Task:
        """`completed` with ending `stop`, and the result, in one transaction."""
        return await self.update_status(task, Status.COMPLETED, ending=Ending.STOP, save=save)

    async def fail_task(
        self, task: TaskId, trouble: Trouble, ending: Ending = Ending.ERROR, save: Save | None = None
    ) -> Task:
        """`failed` with the trouble, in one transaction with what was made so far."""
        return await self.update_status(task, Status.FAILED, ending=ending, trouble=trouble, save=save)

    async def get_task(self, task: TaskId) -> Task:
        """The task as it stands."""
        return await self._look(lambda connection: select_task(connection, task))

    async def list_tasks(self) -> list[Task]:
        """Every task, newest first."""
        return await self._look(select_all)

    async def changed_since(self, since: datetime) -> list[Task]:
        """The tasks that any process changed at `since` or after, oldest change first."""
        return await self._look(lambda connection: select_changed(connection, since))

    async def claim(self, lane: str, width: int) -> Task | None:
        """Starts this owner's next task of the lane if it is the lane's turn and there is room."""
        return await self._database.write(lambda connection: self._claim(connection, lane, width))

    async def under_way(self, document: int, kind: str) -> Task | None:
        """The task that waits or runs for this document, if any."""
        return await self._look(lambda connection: select_under_way(connection, document, kind))

    async def request_cancel(self, task: TaskId) -> Task:
        """Asks the owner to cancel a task that waits or runs."""

        def ask(connection: sqlite3.Connection) -> Task:
            self._mark_dead(connection)
            now = select_task(connection, task)
            if now.status not in RUNNING:
                raise IllegalTransition(id=task, status=now.status, wanted=Status.CANCELLED)
            connection.execute("UPDATE task SET cancel = 1 WHERE id = ?", (task,))
            return now

        return await self._database.write(ask)

    async def cancel_requests(self) -> Sequence[TaskId]:
        """This owner's tasks that somebody asked to cancel."""
        rows = await self._database.read(
            lambda connection: connection.execute(
                "SELECT id FROM task WHERE cancel = 1 AND owner = ? ORDER BY number", (self._lease.owner,)
            ).fetchall()
        )
        return [TaskId(task) for (task,) in rows]

    async def append(self, task: TaskId, entries: Sequence[Entry]) -> None:
        """Adds to the journal of the task's present run, whatever `run` the entries say; on disk when it returns."""

        def insert(connection: sqlite3.Connection) -> None:
            number, run = _row(connection, task, "number, run")
            connection.executemany(
                "INSERT INTO journal (task, run, kind, key, attempt, text, reasons) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(number, run, entry.kind, entry.key, entry.attempt, entry.text, _reasons(entry)) for entry in entries],
            )

        await self._database.write(insert)

    async def journal(self, task: TaskId) -> list[Entry]:
        """The journal since the last start over, in order."""

        def select(connection: sqlite3.Connection) -> list[Entry]:
            number, after = _row(connection, task, "number, journal_from")
            rows = connection.execute(
                "SELECT kind, key, attempt, text, reasons, run FROM journal"
                " WHERE task = ? AND number > ? ORDER BY number",
                (number, after),
            )
            return [
                Entry(kind, key, attempt, text, _whys(reasons) if reasons else (), run)
                for kind, key, attempt, text, reasons, run in rows
            ]

        await self._created()
        return await self._database.read(select)

    async def sent(self, task: TaskId) -> list[Entry]:
        """The entries of kind `sent` of all runs, in order, those before the last start over too."""

        def select(connection: sqlite3.Connection) -> list[Entry]:
            (number,) = _row(connection, task, "number")
            rows = connection.execute(
                "SELECT kind, key, attempt, text, run FROM journal WHERE task = ? AND kind = 'sent' ORDER BY number",
                (number,),
            )
            return [Entry(kind, key, attempt, text, run=run) for kind, key, attempt, text, run in rows]

        await self._created()
        return await self._database.read(select)

    async def start_over(self, task: TaskId) -> None:
        """Later `journal` calls begin after what is there now."""

        def mark(connection: sqlite3.Connection) -> None:
            (number,) = _row(connection, task, "number")
            connection.execute(
                "UPDATE task SET journal_from = coalesce((SELECT max(number) FROM journal WHERE task = ?), 0)"
                " WHERE number = ?",
                (number, number),
            )

        await self._database.write(mark)

    async def changes(self) -> int:
        """A number that differs after any process has written (sqlite.org, PRAGMA data_version)."""
        return await self._database.read(
            lambda connection: int(connection.execute("PRAGMA data_version").fetchone()[0])
        )

    async def recover(self) -> list[Task]:
        """Marks the tasks of dead processes and returns them."""
        return await self._database.write(
            lambda connection: [select_task(connection, task) for task in self._mark_dead(connection)]
        )

    async def _created(self) -> None:
        """Waits for the rows of ids that were given out, so that who holds an id finds its task."""
        if creating := tuple(self._creating):
            await asyncio.gather(*map(asyncio.wrap_future, creating), return_exceptions=True)

    async def _look(self, function: Callable[[sqlite3.Connection], T]) -> T:
        await self._created()
        while await self._database.read(self._dead_owners):
            await self.recover()
        return await self._database.read(function)

    def _insert(self, connection: sqlite3.Connection, task: TaskId, spec: TaskSpec) -> None:
        self._mark_dead(connection)
        _check_free(connection, spec)
        for table, number in (
            ("application", spec.application),
            ("document", spec.document),
            ("conversation", spec.conversation),
        ):
            if (
                number is not None
                and not connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone()
            ):
                raise RecordNotFound(thing=table.capitalize(), id=number)
        insert_task(connection, task, spec, self._lease.owner)

    def _step(
        self,
        connection: sqlite3.Connection,
        task: TaskId,
        status: Status,
        ending: Ending | None,
        trouble: Trouble | None,
        save: Save | None,
    ) -> Task:
        self._mark_dead(connection)
        before = select_task(connection, task)
        check_transition(task, before.status, status)
        if before.owner not in (None, self._lease.owner):
            raise TaskElsewhere(id=task, status=before.status, wanted=status)
        if status is Status.PENDING:
            _check_free(connection, before.spec)
            connection.execute(
                "UPDATE task SET status = ?, owner = ?, run = run + 1, turn = ?, ending = NULL, trouble = NULL,"
                " cancel = 0, changed = ? WHERE id = ?",
                (status, self._lease.owner, tail(connection, before.spec.lane), moments.now(), task),
            )
        else:
            connection.execute(
                "UPDATE task SET status = ?, owner = ?, ending = coalesce(?, ending), trouble = coalesce(?, trouble),"
                " cancel = 0, changed = ? WHERE id = ?",
                (
                    status,
                    self._lease.owner if status in RUNNING else None,
                    ending,
                    msgspec.json.encode(trouble).decode() if trouble else None,
                    moments.now(),
                    task,
                ),
            )
        if save:
            save(connection)
        return select_task(connection, task)

    def _claim(self, connection: sqlite3.Connection, lane: str, width: int) -> Task | None:
        self._mark_dead(connection)
        (running,) = connection.execute(
            "SELECT count(*) FROM task WHERE status = 'processing' AND lane = ?", (lane,)
        ).fetchone()
        first = connection.execute(
            "SELECT id, owner FROM task WHERE status = 'pending' AND lane = ? ORDER BY turn LIMIT 1", (lane,)
        ).fetchone()
        if running >= width or first is None or first[1] != self._lease.owner:
            return None
        connection.execute(
            "UPDATE task SET status = ?, changed = ? WHERE id = ?", (Status.PROCESSING, moments.now(), first[0])
        )
        return select_task(connection, first[0])

    def _dead_owners(self, connection: sqlite3.Connection) -> list[str]:
        # Two ranges beside this owner's, so that however many tasks wait here, none of them is read.
        owners: Iterable[tuple[str]] = connection.execute(
            "SELECT owner FROM task WHERE owner IS NOT NULL AND owner < :own"
            " UNION SELECT owner FROM task WHERE owner IS NOT NULL AND owner > :own",
            {"own": self._lease.owner},
        ).fetchall()
        return [owner for (owner,) in owners if not self._lease.is_alive(owner)]

    def _mark_dead(self, connection: sqlite3.Connection) -> list[TaskId]:
        marked: list[TaskId] = []
        for owner in self._dead_owners(connection):
            marked += [
                TaskId(task)
                for (task,) in connection.execute(
                    "UPDATE task SET status = ?, ending = ?, owner = NULL, cancel = 0, changed = ?"
                    " WHERE owner = ? RETURNING id",
                    (Status.INTERRUPTED, Ending.CUT, moments.now(), owner),
                ).fetchall()
            ]
        return marked


def _check_free(connection: sqlite3.Connection, spec: TaskSpec) -> None:
    if spec.document is not None and (other := select_under_way(connection, spec.document, spec.kind)):
        raise AlreadyUnderWay(other.id)
    if spec.conversation is not None and (other := select_answering(connection, spec.conversation)):
        raise AnswerUnderWay(other.id)


def _row(connection: sqlite3.Connection, task: TaskId, columns: str) -> tuple[Any, ...]:
    row: tuple[Any, ...] | None = connection.execute(f"SELECT {columns} FROM task WHERE id = ?", (task,)).fetchone()
    if row is None:
        raise TaskNotFound(id=task)
    return row


def _reasons(entry: Entry) -> str | None:
    return msgspec.json.encode(entry.reasons).decode() if entry.reasons else None


def _whys(reasons: str) -> tuple[Why, ...]:
    """Journals of earlier versions have whole sentences."""
    kept = msgspec.json.decode(reasons, type=list[Why | str])
    return tuple(why if isinstance(why, Why) else Why("{said}", why) for why in kept)
