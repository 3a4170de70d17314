"""A full disk, and rows that are gone: told, and nothing that streamed in is lost."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.events import TextArrived
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.storage_errors import AlreadyUnderWay, DatabaseBusy, DiskFull
from jobmatch_desktop.domain.task import Ending, Status, Task, TaskId, TaskNotFound
from jobmatch_desktop.storage.applications import ApplicationRepository
from jobmatch_desktop.storage.database import Database, database_path
from jobmatch_desktop.storage.documents import DocumentRepository
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.profiles import ProfileRepository
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.tasks import settlement
from jobmatch_desktop.tasks.work import Ground
from tests.tasks.stage import Stage, spec, stage

LONG = "words that need many pages " * 20_000


def fill(database: Database, pages: int = 0) -> asyncio.Future[object]:
    """Lets the database grow by `pages` and no more: SQLite then says what it says on a full disk."""

    def limit(connection: sqlite3.Connection) -> None:
        (now,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {now + pages}")

    return asyncio.ensure_future(database.write(limit))


async def empty(database: Database) -> None:
    await fill(database, 1_000_000)


async def text(store: SqliteTaskStore, task: TaskId) -> str:
    return "".join(entry.text for entry in await store.journal(task) if entry.kind == "text")


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settlement, "AGAIN", 0.05)


def test_a_disk_that_is_full_fails_the_task_and_takes_the_text_once_there_is_room(
    store: SqliteTaskStore, database: Database
) -> None:
    async def main() -> None:
        async with stage(store) as on:
            stopped: list[str] = []

            async def script(ground: Ground) -> Ending:
                await fill(database)
                ground.text("summary", 1, "before ")
                ground.text("summary", 1, LONG)
                try:
                    await asyncio.Event().wait()
                finally:
                    stopped.append("stream")
                return Ending.STOP

            on.scripts["any"] = script
            task = on.runner.submit(spec()).id
            ended = await on.runner.wait(task)
            assert (ended.status, ended.ending) == (Status.FAILED, Ending.ERROR)
            assert ended.trouble is not None
            assert ended.trouble.kind == DiskFull.__name__
            assert stopped == ["stream"]
            assert "".join(event.text for event in on.told if isinstance(event, TextArrived)) == "before " + LONG
            with pytest.raises(DiskFull):
                await on.runner.resume(task)
            await empty(database)
            given: list[str] = []

            async def go_on(ground: Ground) -> Ending:
                given.append("".join(entry.text for entry in ground.journal))
                return Ending.STOP

            on.scripts["any"] = go_on
            await on.runner.resume(task)
            assert (await on.runner.wait(task)).status is Status.COMPLETED
            assert given == ["before " + LONG]

    asyncio.run(main())


def test_text_that_found_no_room_is_written_when_there_is_some(store: SqliteTaskStore, database: Database) -> None:
    async def main() -> None:
        async with stage(store) as on:

            async def script(ground: Ground) -> Ending:
                await fill(database)
                ground.text("summary", 1, LONG)
                return Ending.STOP

            on.scripts["any"] = script
            task = on.runner.submit(spec()).id
            assert (await on.runner.wait(task)).status is Status.FAILED
            assert await text(store, task) == ""
            await empty(database)
            while await text(store, task) != LONG:  # noqa: ASYNC110 - ended by the test's own time-out
                await asyncio.sleep(0.02)

    asyncio.run(main())


def test_closing_is_a_last_chance_to_write(store: SqliteTaskStore, database: Database) -> None:
    async def main() -> None:
        on = Stage(store)

        async def script(ground: Ground) -> Ending:
            await fill(database)
            ground.text("summary", 1, LONG)
            return Ending.STOP

        on.scripts["any"] = script
        task = on.runner.submit(spec()).id
        await on.runner.wait(task)
        await empty(database)
        await on.runner.close()
        assert await text(store, task) == LONG

    asyncio.run(main())


def test_an_end_that_cannot_be_stored_is_told_and_stored_later(tmp_path: Path) -> None:
    async def main(database: Database, store: SqliteTaskStore) -> None:
        with closing(sqlite3.connect(database_path(tmp_path), isolation_level=None)) as another_program:
            async with stage(store) as on:

                async def script(ground: Ground) -> Ending:
                    another_program.execute("BEGIN IMMEDIATE")
                    ground.text("summary", 1, "words")
                    return Ending.STOP

                on.scripts["any"] = script
                task = on.runner.submit(spec()).id
                ended = await on.runner.wait(task)
                assert ended.status is Status.FAILED
                assert ended.trouble is not None
                assert ended.trouble.kind == DatabaseBusy.__name__
                assert (await store.get_task(task)).status is Status.PROCESSING
                another_program.execute("ROLLBACK")
                await on.heard(lambda: on.statuses(task).count((Status.FAILED, 0)) == 2)
                stored = await store.get_task(task)
                assert (stored.status, stored.trouble) == (Status.FAILED, ended.trouble)
                assert await text(store, task) == "words"

    database, lease = Database.open(tmp_path, busy_seconds=0.05), Lease.take(tmp_path)
    asyncio.run(main(database, SqliteTaskStore(database, lease)))
    lease.release()
    assert database.close(30)


def test_tasks_that_cannot_get_their_turn_are_told_why(tmp_path: Path) -> None:
    async def main(database: Database, store: SqliteTaskStore) -> None:
        with closing(sqlite3.connect(database_path(tmp_path), isolation_level=None)) as another_program:
            async with stage(store) as on:
                finish = asyncio.Event()

                async def script(_ground: Ground) -> Ending:
                    await finish.wait()
                    return Ending.STOP

                on.scripts["any"] = script
                first, second = (on.runner.submit(spec()) for _ in range(2))
                await on.heard(lambda: (Status.PENDING, 1) in on.statuses(second.id))
                another_program.execute("BEGIN IMMEDIATE")
                finish.set()
                for creation in (first, second):
                    ended = await on.runner.wait(creation.id)
                    assert ended.status is Status.FAILED
                    assert ended.trouble is not None
                    assert ended.trouble.kind == DatabaseBusy.__name__
                another_program.execute("ROLLBACK")
                await on.heard(lambda: on.statuses(second.id).count((Status.FAILED, 0)) == 2)
                await on.runner.resume(second.id)
                assert (await on.runner.wait(second.id)).status is Status.COMPLETED

    database, lease = Database.open(tmp_path, busy_seconds=0.05), Lease.take(tmp_path)
    asyncio.run(main(database, SqliteTaskStore(database, lease)))
    lease.release()
    assert database.close(30)


def test_closing_does_not_wait_for_a_stuck_disk_and_the_task_can_go_on_all_the_same(tmp_path: Path) -> None:
    async def main(database: Database, store: SqliteTaskStore) -> TaskId:
        on = Stage(store)
        on.scripts["any"] = for_ever
        running, waiting = (on.runner.submit(spec()) for _ in range(2))
        await on.heard(lambda: (Status.PENDING, 1) in on.statuses(waiting.id))
        while not await store.journal(running.id):  # noqa: ASYNC110 - ended by the test's own time-out
            await asyncio.sleep(0.02)
        with closing(sqlite3.connect(database_path(tmp_path), isolation_level=None)) as another_program:
            another_program.execute("BEGIN IMMEDIATE")
            await on.runner.close(0.2)  # busy for longer than this: what it waits for comes after it has returned
            another_program.execute("ROLLBACK")
        assert on.faults == []
        return running.id

    async def later(store: SqliteTaskStore) -> list[Task]:
        await store.recover()
        return await store.list_tasks()

    database, lease = Database.open(tmp_path, busy_seconds=60), Lease.take(tmp_path)
    running = asyncio.run(main(database, SqliteTaskStore(database, lease)))
    lease.release()
    lease = Lease.take(tmp_path)
    store = SqliteTaskStore(database, lease)
    assert {(task.status, task.ending) for task in asyncio.run(later(store))} == {(Status.INTERRUPTED, Ending.CUT)}
    assert asyncio.run(text(store, running)) == "words "
    lease.release()
    assert database.close(30)


async def document(database: Database) -> tuple[int, int]:
    """An application and its CV."""
    profile = await ProfileRepository(database).add({"basics": {"name": "Ada"}})
    offer = Offer("text", "title", "company", "place", "", "en")
    application = (await ApplicationRepository(database).add(profile, offer)).id
    cv = await DocumentRepository(database).create(application, DocumentKind.CV, "# Ada\n", "en", "classic")
    return application, cv.id


async def for_ever(ground: Ground) -> Ending:
    ground.text("summary", 1, "words ")
    await asyncio.Event().wait()
    return Ending.STOP


def test_asking_again_for_a_document_shows_the_task_under_way(store: SqliteTaskStore, database: Database) -> None:
    async def main() -> None:
        application, cv = await document(database)
        async with stage(store, width=9) as on:
            on.scripts["any"] = for_ever
            first = on.runner.submit(spec(application=application, document=cv))
            again = on.runner.submit(spec(application=application, document=cv))
            await asyncio.gather(first.committed, again.committed)
            assert again.id == first.id
            assert on.runner.submit(spec()).id != on.runner.submit(spec()).id
            await on.runner.cancel(first.id)
            await on.runner.wait(first.id)
            later = on.runner.submit(spec(application=application, document=cv))
            await later.committed
            assert later.id != first.id
            with pytest.raises(AlreadyUnderWay):
                await on.runner.resume(first.id)

    asyncio.run(main())


def test_tasks_of_an_application_that_is_removed_end_alone(store: SqliteTaskStore, database: Database) -> None:
    async def main() -> None:
        application, cv = await document(database)
        async with stage(store) as on:
            on.scripts = {"any": for_ever, "last": for_ever}
            running = on.runner.submit(spec(application=application, document=cv)).id
            await on.heard(lambda: any(isinstance(event, TextArrived) for event in on.told))
            waiting = on.runner.submit(spec(application=application)).id
            bystander = on.runner.submit(spec(model="last")).id
            await on.heard(lambda: (Status.PENDING, 2) in on.statuses(bystander))
            waits = [asyncio.ensure_future(on.runner.wait(task)) for task in (running, waiting)]
            await database.write(
                lambda connection: connection.execute("DELETE FROM application WHERE id = ?", (application,))
            )
            await on.runner.cancel(running)
            for wait in waits:
                with pytest.raises(TaskNotFound):
                    await wait
            await on.heard(lambda: (Status.PROCESSING, 0) in on.statuses(bystander))

    asyncio.run(main())
