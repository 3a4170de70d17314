"""Two programs on one folder: what one does is told in the other, a dead one's tasks are marked, lanes are shared."""

import asyncio
from pathlib import Path

from jobmatch_desktop.domain.events import DocumentChanged, TaskChanged, TextArrived
from jobmatch_desktop.domain.task import Ending, GenerationOptions, Status, Task, TaskSpec
from jobmatch_desktop.services.lanes import lane_of, width_of
from jobmatch_desktop.services.watching import watch_others
from jobmatch_desktop.storage.database import Database, database_path
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from tests.loopback.ollama_server import OllamaServer
from tests.patience import SECONDS
from tests.services.house import LETTER, MODEL, House, answers, opened, silent_after


def spec() -> TaskSpec:
    return TaskSpec("cv", "ollama", MODEL, "ollama", GenerationOptions(language="en", today="2026-11-25"))


async def _made_until_heard(store: SqliteTaskStore, heard: "asyncio.Queue[Task]") -> None:
    """Tasks are made until one is told: nobody knows when a watcher has looked for the first time."""
    made = []
    async with asyncio.timeout(SECONDS):
        while heard.empty():
            made.append(store.create_task(spec()))
            await made[-1].committed
            await asyncio.sleep(0.03)
    assert (await heard.get()).id in {one.id for one in made}


def told(house: House, task: str) -> list[Status]:
    return [event.task.status for event in house.all(TaskChanged) if event.task.id == task]


def test_what_another_program_does_is_told_with_the_text_it_made(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as other:
            application = await other.sample()
            steps = await other.steps(application)
            async with opened(tmp_path, watching=True) as house:
                with OllamaServer(*answers(steps)) as server:
                    ended = await other.run(application, server)
                    await house.heard(lambda: Status.COMPLETED in told(house, ended.id))
                after = await other.document(application)
                await house.heard(lambda: house.all(DocumentChanged))
                assert house.all(DocumentChanged) == [DocumentChanged(after.id, after.text, after.revision)]
                # Its own tasks are told by the runner alone, each change once.
                with OllamaServer(silent_after("Words", 1)) as server:
                    mine = await house.start(application, server, LETTER)
                    await house.heard(lambda: house.all(TextArrived))
                    await house.services.generation.stop(mine)
                    await house.ended(mine)
                await house.heard(lambda: Status.CANCELLED in told(house, mine))
                assert told(house, mine) == [Status.PENDING, Status.PROCESSING, Status.CANCELLED]

    asyncio.run(main())


def test_a_task_of_another_program_is_stopped_by_asking(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as other, opened(tmp_path) as house:
            application = await other.sample()
            with OllamaServer(silent_after("Words", 1)) as server:
                task = await other.start(application, server)
                await other.heard(lambda: other.all(TextArrived))
                assert await house.start(application, server) == task
                await house.services.generation.stop(task)
                assert (await house.ended(task)).status is Status.CANCELLED

    asyncio.run(main())


def test_the_tasks_of_a_program_that_died_are_told_as_interrupted(tmp_path: Path) -> None:
    async def main() -> None:
        database = Database.open(tmp_path)
        dying, mine = Lease.take(tmp_path), Lease.take(tmp_path)
        theirs, store = SqliteTaskStore(database, dying), SqliteTaskStore(database, mine)
        creation = theirs.create_task(spec())
        await creation.committed
        assert await theirs.claim("ollama", 1) is not None
        heard: asyncio.Queue[Task] = asyncio.Queue()
        watching = asyncio.create_task(
            watch_others(store, mine.owner, lambda event: heard.put_nowait(event.task), seconds=0.02)
        )
        await asyncio.sleep(0.1)
        assert heard.empty()
        dying.release()
        task = await asyncio.wait_for(heard.get(), SECONDS)
        assert (task.id, task.status, task.ending) == (creation.id, Status.INTERRUPTED, Ending.CUT)
        watching.cancel()
        await asyncio.wait({watching})
        assert heard.empty()
        mine.release()
        await asyncio.to_thread(database.close)

    asyncio.run(main())


def test_watching_outlasts_a_database_that_is_away_for_a_while(tmp_path: Path) -> None:
    """A disk that is unplugged: the next look finds what happened since."""

    async def main() -> None:
        database = Database.open(tmp_path)
        one, mine = Lease.take(tmp_path), Lease.take(tmp_path)
        theirs, store = SqliteTaskStore(database, one), SqliteTaskStore(database, mine)
        path = database_path(tmp_path)
        away = path.with_suffix(".away")
        heard: asyncio.Queue[Task] = asyncio.Queue()
        watching = asyncio.create_task(
            watch_others(store, mine.owner, lambda event: heard.put_nowait(event.task), seconds=0.02)
        )
        await _made_until_heard(theirs, heard)
        await asyncio.to_thread(path.rename, away)
        await asyncio.sleep(0.1)
        assert not watching.done()
        await asyncio.to_thread(away.rename, path)
        while not heard.empty():
            heard.get_nowait()
        await _made_until_heard(theirs, heard)
        watching.cancel()
        await asyncio.wait({watching})
        one.release()
        mine.release()
        await asyncio.to_thread(database.close)

    asyncio.run(main())


def test_one_text_at_a_time_is_written_on_this_machine_over_all_programs(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house, opened(tmp_path) as other:
            first, second = await house.sample(), await house.sample()
            steps = await house.steps(first)
            with OllamaServer(silent_after("Words", 1), *answers(steps)) as server:
                running = await house.start(first, server)
                await house.heard(lambda: house.all(TextArrived))
                waiting = await house.start(second, server)
                third = await other.start(first, server, LETTER)
                await house.heard(lambda: [e for e in house.all(TaskChanged) if e.task.id == waiting])
                positions = {
                    task: (await house.services.generation.task(task)).position for task in (running, waiting, third)
                }
                assert positions == {running: 0, waiting: 1, third: 2}
                assert len(server.chats) == 1
                await house.services.generation.stop(running)
                assert (await house.ended(waiting)).status is Status.COMPLETED
                await other.ended(third)

    asyncio.run(main())


def test_a_host_of_the_persons_own_counts_as_local(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            with OllamaServer(silent_after("Words", 1)) as server:
                local = await house.start(application, server)
                far = await house.start(application, server, LETTER, base_url="http://far.invalid:11434")
                assert (await house.services.generation.task(local)).spec.lane == lane_of("ollama", True)
                assert (await house.services.generation.task(far)).spec.lane == lane_of("ollama", False)
                await house.ended(far)
                await house.services.preferences.change(own_hosts=("far.invalid",))
                far = await house.start(application, server, LETTER, base_url="http://far.invalid:11434")
                assert (await house.services.generation.task(far)).spec.lane == lane_of("ollama", True)
        assert [width_of(lane_of("ollama", local), house.services.preferences.place) for local in (True, False)] == [
            1,
            3,
        ]

    asyncio.run(main())
