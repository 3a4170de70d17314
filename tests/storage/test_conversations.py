"""Talks in the database: one answer at a time, whoever asks; a change of the profile whole or not at all."""

import asyncio
from collections.abc import Callable

import pytest

from jobmatch_desktop.domain.conversation import AnswerUnderWay, Conversation, TalkKind
from jobmatch_desktop.domain.kept_profile import ProfileChanged
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.task import Ending, GenerationOptions, Status, TaskId, TaskSpec
from jobmatch_desktop.storage.conversations import ConversationRepository, answering
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.kept import KeptRepository
from jobmatch_desktop.storage.profiles import ProfileRepository
from jobmatch_desktop.storage.tasks import SqliteTaskStore


def asking(conversation: int, turn: int) -> TaskSpec:
    options = GenerationOptions("en", "2026-11-25")
    return TaskSpec("coach", "ollama", "m", "ollama", options, conversation=conversation, inputs={"turn": turn})


async def begun(database: Database) -> tuple[ConversationRepository, Conversation, int]:
    talks = ConversationRepository(database)
    talk = await talks.create(None, None, TalkKind.SUCCESS, "en")
    return talks, talk, await talks.say(talk.id, "I did it.")


def test_one_answer_at_a_time_over_programs(database: Database, new_store: Callable[[], SqliteTaskStore]) -> None:
    async def run() -> None:
        store, other = new_store(), new_store()
        talks, talk, turn = await begun(database)
        first = store.create_task(asking(talk.id, turn))
        await first.committed
        for one in (store, other):
            with pytest.raises(AnswerUnderWay) as refused:
                await one.create_task(asking(talk.id, turn)).committed
            assert refused.value.task == first.id
        with pytest.raises(AnswerUnderWay):
            await talks.say(talk.id, "More.")
        await store.update_status(first.id, Status.CANCELLED)
        second = other.create_task(asking(talk.id, turn))
        await second.committed
        with pytest.raises(AnswerUnderWay):
            await store.update_status(first.id, Status.PENDING)
        with pytest.raises(RecordNotFound):
            await store.create_task(asking(99, turn)).committed

    asyncio.run(run())


def test_an_answer_is_saved_with_its_tasks_end(database: Database, store: SqliteTaskStore) -> None:
    async def run() -> None:
        talks, talk, turn = await begun(database)
        creation = store.create_task(asking(talk.id, turn))
        await creation.committed
        await store.claim("ollama", 1)
        ended = await store.complete_task(creation.id, answering(turn, creation.id, "Good?", "Mh."))
        [said] = await talks.said(talk.id)
        assert said.shown == ended
        assert ended.ending is Ending.STOP
        assert said.texts == {creation.id: ("Good?", "Mh.")}
        await talks.remove(talk.id)
        assert await store.list_tasks() == []
        with pytest.raises(RecordNotFound):
            await talks.said(talk.id)

    asyncio.run(run())


def test_a_step_that_is_not_legal_saves_nothing(database: Database, store: SqliteTaskStore) -> None:
    async def run() -> None:
        talks, talk, turn = await begun(database)
        creation = store.create_task(asking(talk.id, turn))
        await creation.committed
        with pytest.raises(Exception, match="cannot become"):
            await store.complete_task(creation.id, answering(turn, creation.id, "Good?", ""))
        [said] = await talks.said(talk.id)
        assert said.texts == {}

    asyncio.run(run())


def test_what_replaces_a_turn_keeps_it(database: Database) -> None:
    async def run() -> None:
        talks, talk, first = await begun(database)
        second = await talks.say(talk.id, "Then this.")
        third = await talks.say(talk.id, "I did that.", instead_of=first)
        assert [said.turn.id for said in await talks.said(talk.id)] == [third]
        rows = await database.read(
            lambda connection: connection.execute("SELECT id, text, superseded FROM turn ORDER BY id").fetchall()
        )
        assert rows == [(first, "I did it.", 1), (second, "Then this.", 1), (third, "I did that.", 0)]
        for gone in (first, second, 99):
            with pytest.raises(RecordNotFound):
                await talks.say(talk.id, "Again.", instead_of=gone)
        with pytest.raises(RecordNotFound):
            await talks.choose(99, TaskId("x"))

    asyncio.run(run())


def test_a_profile_that_was_changed_meanwhile_gets_no_lines(database: Database) -> None:
    async def run() -> None:
        _, talk, _ = await begun(database)
        kept, profiles = KeptRepository(database), ProfileRepository(database)
        first = await kept.add_lines(talk, None, {"skills": [{"name": "Go"}]}, ["skills/0/name"])
        assert await kept.said_facts(first) == {"skills/0/name": talk.id}
        with pytest.raises(ProfileChanged):
            await kept.add_lines(talk, None, {"skills": [{"name": "C"}]}, ["skills/0/name"])
        assert [row.id for row in await profiles.list()] == [first]

    asyncio.run(run())
