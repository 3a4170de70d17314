"""Stop, and the end of the program: the stream is closed, the text kept, the task left resumable."""

import asyncio

import pytest

from jobmatch_desktop.domain.events import TextArrived
from jobmatch_desktop.domain.task import Ending, IllegalTransition, Status, TaskId, TaskNotFound
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.tasks.faults import Closing
from jobmatch_desktop.tasks.work import Ground
from tests.tasks.stage import Stage, spec, stage
from tests.tasks.works import ends, for_ever, texts


def test_stop_closes_the_stream_and_keeps_the_text(store: SqliteTaskStore) -> None:
    async def main() -> None:
        endings: list[Ending | None] = []

        def save(ending: Ending | None) -> None:
            endings.append(ending)

        async with stage(store, save=save) as on:
            closed: list[str] = []

            async def script(ground: Ground) -> Ending:
                try:
                    return await for_ever(ground)
                finally:
                    closed.append("stream")

            on.scripts["any"] = script
            running, waiting = (on.runner.submit(spec()).id for _ in range(2))
            await on.heard(lambda: any(isinstance(event, TextArrived) for event in on.told))
            await on.runner.cancel(waiting)
            assert (await on.runner.wait(waiting)).status is Status.CANCELLED
            assert closed == []
            await on.runner.cancel(running)
            ended = await on.runner.wait(running)
            assert (ended.status, ended.ending, ended.trouble) == (Status.CANCELLED, None, None)
            assert closed == ["stream"]
            assert endings == [None]
            assert await texts(store, running) == "words "
            with pytest.raises(IllegalTransition):
                await on.runner.cancel(running)
            with pytest.raises(TaskNotFound):
                await on.runner.cancel(TaskId("nobody"))

    asyncio.run(main())


def test_work_that_will_not_stop_loses_its_ground(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store) as on:
            let_go = asyncio.Event()
            left = asyncio.Event()

            async def stubborn(ground: Ground) -> Ending:
                ground.text("summary", 1, "before ")
                while not let_go.is_set():
                    try:
                        await let_go.wait()
                    except asyncio.CancelledError:
                        continue
                ground.text("summary", 1, "after")
                left.set()
                return Ending.STOP

            on.scripts["any"] = stubborn
            task = on.runner.submit(spec()).id
            await on.heard(lambda: any(isinstance(event, TextArrived) for event in on.told))
            await on.runner.cancel(task)
            assert (await on.runner.wait(task)).status is Status.CANCELLED
            let_go.set()
            await left.wait()
            assert await texts(store, task) == "before "
            assert [event.text for event in on.told if isinstance(event, TextArrived)] == ["before "]
            assert [type(fault) for fault in on.faults] == [TimeoutError]
            on.faults.clear()

    asyncio.run(main())


def test_a_whole_answer_that_came_with_the_stop_is_kept(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store) as on:

            async def script(ground: Ground) -> Ending:
                try:
                    return await for_ever(ground)
                except asyncio.CancelledError:
                    return Ending.STOP

            on.scripts["any"] = script
            task = on.runner.submit(spec()).id
            await on.heard(lambda: any(isinstance(event, TextArrived) for event in on.told))
            await on.runner.cancel(task)
            assert (await on.runner.wait(task)).status is Status.COMPLETED

    asyncio.run(main())


def test_close_leaves_every_task_resumable(store: SqliteTaskStore) -> None:
    async def main() -> None:
        on = Stage(store, width=2)
        on.scripts["any"] = for_ever
        ids = [on.runner.submit(spec()).id for _ in range(4)]
        await on.heard(lambda: sum(isinstance(event, TextArrived) for event in on.told) == 2)
        late = on.runner.submit(spec()).id
        await on.runner.close(2.0)
        for task in [*ids, late]:
            now = await store.get_task(task)
            assert (now.status, now.ending) == (Status.INTERRUPTED, Ending.CUT)
            assert on.statuses(task)[-1] == (Status.INTERRUPTED, 0)
        assert [await texts(store, task) for task in ids] == ["words ", "words ", "", ""]
        with pytest.raises(Closing):
            on.runner.submit(spec())
        with pytest.raises(Closing):
            await on.runner.resume(late)
        assert on.faults == []
        async with stage(store) as after:
            after.scripts["any"] = ends(Ending.STOP)
            await after.runner.resume(ids[0])
            assert (await after.runner.wait(ids[0])).status is Status.COMPLETED

    asyncio.run(main())


def test_what_is_still_on_its_way_into_the_queue_when_it_closes_is_left_resumable(store: SqliteTaskStore) -> None:
    async def main() -> None:
        on = Stage(store)
        task = on.runner.submit(spec()).id
        await on.runner.close()
        assert on.statuses(task) == [(Status.PENDING, 1), (Status.INTERRUPTED, 0)]
        assert (await store.get_task(task)).ending is Ending.CUT

    asyncio.run(main())
