"""The parts put together: closed in the middle of a stream and gone on with in another program; result and status as one."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from jobmatch_desktop.domain.events import DocumentChanged, PartStarted, TaskChanged, TextArrived
from jobmatch_desktop.domain.storage_errors import DatabaseDamaged
from jobmatch_desktop.domain.task import Ending, Status
from jobmatch_desktop.storage.database import database_path
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import LETTER, answers, opened, parts, reworded, silent_after


def test_closed_in_the_middle_of_a_stream_and_gone_on_with_in_the_next_program(tmp_path: Path) -> None:
    async def main() -> None:
        with OllamaServer() as server:
            async with opened(tmp_path) as house:
                application = await house.sample()
                steps = await house.steps(application)
                first, second = reworded(steps[0]), reworded(steps[1])
                begun = "".join(Script(text=second).tokens()[:9])
                server.scripts = [*answers(steps[:1]), silent_after(second, 9)]
                task = await house.start(application, server)
                waiting = await house.start(application, server, LETTER)
                await house.heard(lambda: "".join(event.text for event in house.all(TextArrived)) == first + begun)
            # The program is closed: the server has stopped, every end was told, the whole part is in the document.
            assert await server.until(lambda: server.chats[-1].closed_at is not None)
            ends = {event.task.id: event.task for event in house.all(TaskChanged)}
            assert (ends[task].status, ends[task].ending) == (Status.INTERRUPTED, Ending.CUT)
            assert ends[waiting].status is Status.INTERRUPTED
            assert any(first in event.text for event in house.all(DocumentChanged))
        with OllamaServer(Script(text=second[begun.rindex(" ") :]), *answers(steps[2:]), port=server.port):
            async with opened(tmp_path) as house:
                generation = house.services.generation
                assert (await generation.task(task)).status is Status.INTERRUPTED
                assert await generation.text(task) == first + begun
                assert parts(await house.document(application))["summary"] == first
                await generation.resume(task)
                assert (await house.ended(task)).status is Status.COMPLETED
                [started] = [event for event in house.all(PartStarted) if event.begun]
                assert (started.key, started.begun) == (steps[1].key, begun)
                assert parts(await house.document(application)) == {step.key: reworded(step) for step in steps}

    asyncio.run(main())


def test_a_program_that_was_killed_leaves_interrupted_tasks(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            with OllamaServer(silent_after("One two", 2)) as server:
                task = await house.start(application, server)
                await house.heard(lambda: "".join(event.text for event in house.all(TextArrived)) == "One two")
        with closing(sqlite3.connect(database_path(tmp_path))) as connection, connection:
            # As a killed program leaves it: running, of an owner that holds no lease any more.
            connection.execute("UPDATE task SET status = 'processing', ending = NULL, trouble = NULL, owner = 'gone'")
        async with opened(tmp_path) as house:
            found = await house.services.generation.task(task)
            assert (found.status, found.ending) == (Status.INTERRUPTED, Ending.CUT)
            await house.heard(lambda: house.all(TaskChanged))
            assert [event.task.status for event in house.all(TaskChanged)] == [Status.INTERRUPTED]
            assert await house.services.generation.text(task) == "One two"

    asyncio.run(main())


def test_result_and_status_are_one_transaction(tmp_path: Path) -> None:
    """A trigger refuses the status: the text must not have changed either."""

    async def main() -> None:
        faults: list[object] = []
        asyncio.get_running_loop().set_exception_handler(lambda _loop, context: faults.append(context["exception"]))
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application)
            with closing(sqlite3.connect(database_path(tmp_path))) as connection, connection:
                connection.execute(
                    "CREATE TRIGGER refuse BEFORE UPDATE ON task WHEN NEW.status = 'completed'"
                    " BEGIN SELECT RAISE(ABORT, 'refused'); END"
                )
            with OllamaServer(*answers(await house.steps(application))) as server:
                ended = await house.run(application, server)
            assert ended.status is Status.FAILED
            assert [type(fault) for fault in faults] == [sqlite3.IntegrityError]
            assert await house.document(application) == before
            assert len(await house.services.documents.versions(before.id)) == 1

    asyncio.run(main())


def test_a_database_that_goes_away_in_the_middle_is_told_and_the_program_closes(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            with OllamaServer(silent_after("One two", 2)) as server:
                task = await house.start(application, server)
                await house.heard(lambda: "".join(event.text for event in house.all(TextArrived)) == "One two")
                path = database_path(tmp_path)
                await asyncio.to_thread(path.rename, path.with_suffix(".away"))
                await house.services.generation.stop(task)
                await house.heard(lambda: house.all(TaskChanged)[-1].task.trouble)
                trouble = house.all(TaskChanged)[-1].task.trouble
                assert trouble is not None
                assert trouble.kind == "DatabaseGone"

    asyncio.run(main())


def test_a_folder_that_cannot_be_opened_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path):
            pass
        path = database_path(tmp_path)
        await asyncio.to_thread(path.write_bytes, b"nothing of ours" * 1000)
        with pytest.raises(DatabaseDamaged):
            async with opened(tmp_path):
                pass
        assert (await asyncio.to_thread(path.read_bytes)).startswith(b"nothing of ours")

    asyncio.run(main())
