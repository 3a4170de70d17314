"""A task's row and the domain's `Task`, one from the other."""

import sqlite3
from datetime import datetime
from typing import Any

import msgspec

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.task import Ending, GenerationOptions, Status, Task, TaskId, TaskNotFound, TaskSpec
from jobmatch_desktop.storage import moments

_COLUMNS = """
task.id, task.kind, task.provider, task.model, task.lane, task.application, task.conversation, task.document,
task.options, task.inputs, task.status, task.created, task.changed, task.ending, task.trouble, task.owner, task.run
"""
_ONE = f"""
SELECT {_COLUMNS}, CASE status WHEN 'pending' THEN (
    SELECT count(*) FROM task AS other
    WHERE other.status = 'pending' AND other.lane = task.lane AND other.turn <= task.turn
) ELSE 0 END
FROM task
"""
_ALL = f"""
SELECT {_COLUMNS}, coalesce(waiting.place, 0) FROM task LEFT JOIN (
    SELECT number, row_number() OVER (PARTITION BY lane ORDER BY turn) AS place FROM task WHERE status = 'pending'
) AS waiting ON waiting.number = task.number
ORDER BY task.number DESC
"""


def select_changed(connection: sqlite3.Connection, since: datetime) -> list[Task]:
    """The tasks that changed at `since` or after, in the order of their changes."""
    rows = connection.execute(_ONE + " WHERE changed >= ? ORDER BY changed, number", (moments.stored(since),))
    return [_task(row) for row in rows]


def insert_task(connection: sqlite3.Connection, task: TaskId, spec: TaskSpec, owner: str) -> None:
    """Adds a pending task at the tail of its lane."""
    moment = moments.now()
    connection.execute(
        "INSERT INTO task (id, kind, provider, model, lane, application, conversation, document, options, inputs,"
        " status, owner, turn, created, changed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            task,
            spec.kind,
            spec.provider,
            spec.model,
            spec.lane,
            spec.application,
            spec.conversation,
            spec.document,
            msgspec.json.encode(spec.options).decode(),
            msgspec.json.encode(spec.inputs).decode(),
            Status.PENDING,
            owner,
            tail(connection, spec.lane),
            moment,
            moment,
        ),
    )


def tail(connection: sqlite3.Connection, lane: str) -> int:
    """The turn after those of all tasks that wait in a lane."""
    (last,) = connection.execute("SELECT max(turn) FROM task WHERE status = 'pending' AND lane = ?", (lane,)).fetchone()
    return (last or 0) + 1


def select_task(connection: sqlite3.Connection, task: TaskId) -> Task:
    """The task as it stands. Raises `TaskNotFound`."""
    row = connection.execute(_ONE + " WHERE task.id = ?", (task,)).fetchone()
    if row is None:
        raise TaskNotFound(id=task)
    return _task(row)


def select_under_way(connection: sqlite3.Connection, document: int, kind: str) -> Task | None:
    """The task that waits or runs for a document, if any."""
    row = connection.execute(
        _ONE + " WHERE task.document = ? AND task.kind = ? AND task.owner IS NOT NULL", (document, kind)
    ).fetchone()
    return _task(row) if row else None


def select_answering(connection: sqlite3.Connection, conversation: int) -> Task | None:
    """The task that waits or runs for a talk, if any."""
    row = connection.execute(
        _ONE + " WHERE task.conversation = ? AND task.owner IS NOT NULL", (conversation,)
    ).fetchone()
    return _task(row) if row else None


def select_talk(connection: sqlite3.Connection, conversation: int) -> list[Task]:
    """Every task of a talk, oldest first."""
    rows = connection.execute(_ONE + " WHERE task.conversation = ? ORDER BY task.number", (conversation,))
    return [_task(row) for row in rows]


def select_all(connection: sqlite3.Connection) -> list[Task]:
    """Every task, newest first."""
    return [_task(row) for row in connection.execute(_ALL)]


def _task(row: tuple[Any, ...]) -> Task:
    id_, kind, provider, model, lane, application, conversation, document, options, inputs, *life = row
    status, created, changed, ending, trouble, owner, run, position = life
    return Task(
        id=TaskId(id_),
        spec=TaskSpec(
            kind=kind,
            provider=provider,
            model=model,
            lane=lane,
            options=msgspec.json.decode(options, type=GenerationOptions),
            application=application,
            conversation=conversation,
            document=document,
            inputs=msgspec.json.decode(inputs, type=dict[str, int]),
        ),
        status=Status(status),
        created=moments.moment(created),
        changed=moments.moment(changed),
        ending=Ending(ending) if ending else None,
        trouble=msgspec.json.decode(trouble, type=Trouble) if trouble else None,
        owner=owner,
        run=run,
        position=position,
    )
