"""Talks with the coach as stored. What a person said is on disk before an answer to it begins, and never changes."""

import sqlite3
from collections.abc import Callable
from typing import Any

import msgspec

from jobmatch_desktop.domain.conversation import AnswerUnderWay, Conversation, Speaker, TalkKind, Turn
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.task import Task, TaskId
from jobmatch_desktop.storage import moments
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.task_rows import select_answering, select_talk

_SELECT = """
SELECT id, application, profile, kind, language, created, changed, coalesce((
    SELECT text FROM turn WHERE turn.conversation = conversation.id AND NOT superseded ORDER BY turn.id LIMIT 1
), '')
FROM conversation
"""


class Said(msgspec.Struct, frozen=True):
    """A person's words, and the tasks that answered them, oldest first; `shown` is the answer that is shown, if there is any. `texts`
    are answers and thinking by task, of those that were saved."""

    turn: Turn
    tasks: tuple[Task, ...]
    texts: dict[TaskId, tuple[str, str]]
    shown: Task | None


class ConversationRepository:
    """The talks of a database. Any asyncio loop. Raises `RecordNotFound` for a talk that is not there."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def create(self, application: int | None, profile: int | None, kind: TalkKind, language: str) -> Conversation:
        """A talk in which nothing was said yet. Raises `RecordNotFound` for an unknown application or profile."""

        def insert(connection: sqlite3.Connection) -> Conversation:
            for table, number in (("application", application), ("profile", profile)):
                known = connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone()
                if number is not None and not known:
                    raise RecordNotFound(thing=table.capitalize(), id=number)
            moment = moments.now()
            (number,) = connection.execute(
                "INSERT INTO conversation (application, profile, kind, language, created, changed)"
                " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                (application, profile, kind, language, moment, moment),
            ).fetchone()
            return _get(connection, number)

        return await self._database.write(insert)

    async def get(self, conversation: int) -> Conversation:
        """The talk."""
        return await self._database.read(lambda connection: _get(connection, conversation))

    async def list(self, application: int | None) -> "list[Conversation]":
        """The talks of an application, or those of none; the one last changed first."""
        order = " WHERE application IS ? ORDER BY changed DESC, id DESC"
        return await self._database.read(
            lambda connection: [_conversation(row) for row in connection.execute(_SELECT + order, (application,))]
        )

    async def newest(self) -> Conversation | None:
        """The talk last changed, of whatever application."""
        order = " ORDER BY changed DESC, id DESC LIMIT 1"

        def read(connection: sqlite3.Connection) -> Conversation | None:
            row = connection.execute(_SELECT + order).fetchone()
            return _conversation(row) if row else None

        return await self._database.read(read)

    async def remove(self, conversation: int) -> None:
        """Deletes a talk with its answers and their tasks; what was kept of it stays. Its task is to be stopped before."""

        def delete(connection: sqlite3.Connection) -> None:
            _get(connection, conversation)
            connection.execute("DELETE FROM task WHERE conversation = ?", (conversation,))
            connection.execute("DELETE FROM conversation WHERE id = ?", (conversation,))

        await self._database.write(delete)

    async def said(self, conversation: int) -> tuple[Said, ...]:
        """What is shown of a talk, in order."""
        return await self._database.read(lambda connection: _said(connection, conversation))

    async def say(
        self, conversation: int, text: str, *, question: str | None = None, instead_of: int | None = None
    ) -> int:
        """Adds what a person said and returns its id; on disk when it returns.

        `instead_of` is a turn that these words replace: it and, unless it answers a guided question, all that came after are kept
        and no longer shown. Raises `AnswerUnderWay` while the talk is being answered.
        """

        def insert(connection: sqlite3.Connection) -> int:
            _get(connection, conversation)
            if other := select_answering(connection, conversation):
                raise AnswerUnderWay(other.id)
            if instead_of is not None:
                _supersede(connection, conversation, instead_of, alone=question is not None)
            moment = moments.now()
            (turn,) = connection.execute(
                "INSERT INTO turn (conversation, text, question, created) VALUES (?, ?, ?, ?) RETURNING id",
                (conversation, text, question, moment),
            ).fetchone()
            connection.execute("UPDATE conversation SET changed = ? WHERE id = ?", (moment, conversation))
            return int(turn)

        return await self._database.write(insert)

    async def conversation_of(self, turn: int) -> int:
        """The talk in which something was said. Raises `RecordNotFound`."""
        row = await self._database.read(
            lambda connection: connection.execute("SELECT conversation FROM turn WHERE id = ?", (turn,)).fetchone()
        )
        if row is None:
            raise RecordNotFound(thing="Message", id=turn)
        return int(row[0])

    async def choose(self, turn: int, task: TaskId | None) -> None:
        """Which of the answers to a turn is shown; None: the newest. Raises `RecordNotFound`."""

        def change(connection: sqlite3.Connection) -> None:
            if not connection.execute("UPDATE turn SET chosen = ? WHERE id = ?", (task, turn)).rowcount:
                raise RecordNotFound(thing="Message", id=turn)

        await self._database.write(change)


def answering(turn: int, task: TaskId, text: str, thinking: str) -> Callable[[sqlite3.Connection], None]:
    """Saves an answer, inside the transaction that ends its task. What is empty is not kept."""

    def save(connection: sqlite3.Connection) -> None:
        connection.execute(
            "INSERT INTO answer (task, turn, text, thinking) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (task) DO UPDATE SET text = excluded.text, thinking = excluded.thinking",
            (task, turn, text, thinking),
        )
        connection.execute(
            "UPDATE conversation SET changed = ? WHERE id = (SELECT conversation FROM turn WHERE id = ?)",
            (moments.now(), turn),
        )

    return save


def _supersede(connection: sqlite3.Connection, conversation: int, turn: int, alone: bool) -> None:
    """Shows a turn no longer, and unless it goes `alone`, nothing of what came after it. Raises `RecordNotFound` where it is not shown."""
    shown = "SELECT 1 FROM turn WHERE id = ? AND conversation = ? AND NOT superseded"
    if not connection.execute(shown, (turn, conversation)).fetchone():
        raise RecordNotFound(thing="Message", id=turn)
    connection.execute(
        f"UPDATE turn SET superseded = 1 WHERE conversation = ? AND id {'=' if alone else '>='} ?", (conversation, turn)
    )


def _said(connection: sqlite3.Connection, conversation: int) -> tuple[Said, ...]:
    _get(connection, conversation)
    tasks: dict[int, list[Task]] = {}
    for task in select_talk(connection, conversation):
        tasks.setdefault(task.spec.inputs["turn"], []).append(task)
    texts: dict[int, dict[TaskId, tuple[str, str]]] = {}
    for turn, task_id, text, thinking in connection.execute(
        "SELECT answer.turn, answer.task, answer.text, answer.thinking FROM answer JOIN turn ON turn.id = answer.turn"
        " WHERE turn.conversation = ? AND NOT turn.superseded",
        (conversation,),
    ):
        texts.setdefault(turn, {})[TaskId(task_id)] = (text, thinking)
    said: list[Said] = []
    for number, text, question, chosen, created in connection.execute(
        "SELECT id, text, question, chosen, created FROM turn WHERE conversation = ? AND NOT superseded ORDER BY id",
        (conversation,),
    ):
        answers = tasks.get(number, [])
        newest = answers[-1] if answers else None
        shown = next((task for task in answers if task.id == chosen), newest)
        turn = Turn(Speaker.PERSON, text, number, question, created=moments.moment(created))
        said.append(Said(turn, tuple(answers), texts.get(number, {}), shown))
    return tuple(said)


def _get(connection: sqlite3.Connection, number: int) -> Conversation:
    row = connection.execute(_SELECT + " WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise RecordNotFound(thing="Conversation", id=number)
    return _conversation(row)


def _conversation(row: tuple[Any, ...]) -> Conversation:
    number, application, profile, kind, language, created, changed, begins = row
    moment = moments.moment
    return Conversation(
        number, application, profile, TalkKind(kind), language, moment(created), moment(changed), begins
    )
