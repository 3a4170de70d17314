"""The task store: the calls, the table of transitions, lanes, the journal."""

import asyncio
from collections.abc import Callable

import pytest

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.journal import Entry
from jobmatch_desktop.domain.storage_errors import RecordNotFound, TaskElsewhere
from jobmatch_desktop.domain.task import (
    TRANSITIONS,
    Ending,
    GenerationOptions,
    IllegalTransition,
    Status,
    TaskId,
    TaskNotFound,
    TaskSpec,
)
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.tasks.store import TaskStore

ELSE = Why("It says something else than the draft.")
NewStore = Callable[[], SqliteTaskStore]
TROUBLE = Trouble("Stalled", "{provider} stopped.", "", "Wait.", {"provider": "ollama"})


def spec(lane: str = "ollama", **fields: object) -> TaskSpec:
    options = GenerationOptions(language="fr", today="2026-11-25", outs=("/tmp/é.pdf",))
    return TaskSpec(kind="cv", provider="ollama", model="smollm2:135m", lane=lane, options=options, **fields)  # type: ignore[arg-type]


async def create(store: SqliteTaskStore, **fields: object) -> TaskId:
    creation = store.create_task(spec(**fields))  # type: ignore[arg-type]
    await creation.committed
    return creation.id


async def bring_to(store: SqliteTaskStore, status: Status) -> TaskId:
    task = await create(store)
    if status is not Status.PENDING:
        await store.update_status(task, Status.PROCESSING)
    if status not in (Status.PENDING, Status.PROCESSING):
        await store.update_status(task, status, ending=Ending.CUT if status is Status.INTERRUPTED else None)
    return task


def test_fits_the_protocol(store: SqliteTaskStore) -> None:
    fitting: TaskStore = store
    assert fitting is store


def test_a_task_comes_back_as_it_was_asked_for(store: SqliteTaskStore) -> None:
    async def main() -> None:
        wanted = spec(inputs={"profile": 12, "offer": 7})
        creation = store.create_task(wanted)
        # Not awaited: who has an id finds its task all the same.
        task = await store.get_task(creation.id)
        assert task.spec == wanted
        assert (task.status, task.run, task.position, task.ending, task.trouble) == (Status.PENDING, 1, 1, None, None)
        assert [task] == await store.list_tasks()
        await creation.committed

    asyncio.run(main())


def test_a_task_for_what_is_not_there_is_not_made(store: SqliteTaskStore) -> None:
    async def main() -> None:
        creation = store.create_task(spec(application=99))
        with pytest.raises(RecordNotFound, match="Application 99"):
            await creation.committed
        with pytest.raises(TaskNotFound, match=creation.id):
            await store.get_task(creation.id)

    asyncio.run(main())


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("wanted", Status)
def test_only_the_steps_of_the_table_are_taken(store: SqliteTaskStore, status: Status, wanted: Status) -> None:
    async def main() -> None:
        task = await bring_to(store, status)
        before = await store.get_task(task)
        saved = []

        def save(connection: object) -> None:
            saved.append(connection)

        if wanted in TRANSITIONS[status]:
            assert (await store.update_status(task, wanted, save=save)).status is wanted
            assert len(saved) == 1
        else:
            with pytest.raises(IllegalTransition):
                await store.update_status(task, wanted, save=save)
            assert (await store.get_task(task), saved) == (before, [])

    asyncio.run(main())


def test_a_result_that_cannot_be_saved_leaves_the_task_as_it_was(store: SqliteTaskStore) -> None:
    def save(_connection: object) -> None:
        raise ValueError("no")

    async def main() -> None:
        task = await bring_to(store, Status.PROCESSING)
        with pytest.raises(ValueError, match="no"):
            await store.complete_task(task, save)
        assert (await store.get_task(task)).status is Status.PROCESSING

    asyncio.run(main())


def test_how_a_run_ended_stays_until_the_next_begins(store: SqliteTaskStore) -> None:
    async def main() -> None:
        task = await bring_to(store, Status.PROCESSING)
        failed = await store.fail_task(task, TROUBLE, Ending.STALL)
        assert (failed.status, failed.ending, failed.trouble, failed.owner) == (
            Status.FAILED,
            Ending.STALL,
            TROUBLE,
            None,
        )
        again = await store.update_status(task, Status.PENDING)
        assert (again.run, again.ending, again.trouble) == (2, None, None)
        await store.update_status(task, Status.PROCESSING)
        assert (await store.update_status(task, Status.INTERRUPTED, ending=Ending.LENGTH)).ending is Ending.LENGTH
        assert (await store.update_status(task, Status.CANCELLED)).ending is Ending.LENGTH

    asyncio.run(main())


def test_unknown_ids_are_told_by_every_call(store: SqliteTaskStore) -> None:
    nobody = TaskId("0" * 12)

    async def main() -> None:
        for call in (
            lambda: store.get_task(nobody),
            lambda: store.update_status(nobody, Status.PROCESSING),
            lambda: store.complete_task(nobody, None),
            lambda: store.fail_task(nobody, TROUBLE),
            lambda: store.request_cancel(nobody),
            lambda: store.append(nobody, []),
            lambda: store.journal(nobody),
            lambda: store.start_over(nobody),
        ):
            with pytest.raises(TaskNotFound, match=nobody):
                await call()

    asyncio.run(main())


def test_a_lane_takes_turns_over_all_programs(new_store: NewStore) -> None:
    async def main() -> None:
        mine, other = new_store(), new_store()
        first, second, third = await create(mine), await create(other), await create(mine)
        elsewhere = await create(mine, lane="openai")
        assert [task.position for task in await mine.list_tasks()] == [1, 3, 2, 1]
        assert await other.claim("ollama", 2) is None
        claimed = await mine.claim("ollama", 2)
        assert claimed is not None
        assert (claimed.id, claimed.status, claimed.position) == (first, Status.PROCESSING, 0)
        assert (await mine.get_task(third)).position == 2
        # The other program's task goes first.
        assert await mine.claim("ollama", 2) is None
        assert (await other.claim("ollama", 1)) is None
        claimed = await other.claim("ollama", 2)
        assert claimed is not None
        assert claimed.id == second
        assert await mine.claim("ollama", 2) is None
        await mine.complete_task(first, None)
        claimed = await mine.claim("ollama", 2)
        assert claimed is not None
        assert claimed.id == third
        claimed = await mine.claim("openai", 3)
        assert claimed is not None
        assert claimed.id == elsewhere

    asyncio.run(main())


def test_asking_again_goes_to_the_tail(store: SqliteTaskStore) -> None:
    async def main() -> None:
        failed = await bring_to(store, Status.FAILED)
        waiting = await create(store)
        assert (await store.update_status(failed, Status.PENDING)).position == 2
        claimed = await store.claim("ollama", 1)
        assert claimed is not None
        assert claimed.id == waiting

    asyncio.run(main())


def test_another_programs_task_is_only_asked_to_stop(new_store: NewStore) -> None:
    async def main() -> None:
        mine, other = new_store(), new_store()
        task = await bring_to(other, Status.PROCESSING)
        with pytest.raises(TaskElsewhere):
            await mine.update_status(task, Status.CANCELLED)
        assert list(await other.cancel_requests()) == []
        await mine.request_cancel(task)
        assert (list(await mine.cancel_requests()), list(await other.cancel_requests())) == ([], [task])
        await other.update_status(task, Status.CANCELLED)
        assert list(await other.cancel_requests()) == []
        with pytest.raises(IllegalTransition):
            await mine.request_cancel(task)
        # It has ended: anybody may take it up, and the old request does not count for the new run.
        assert (await mine.update_status(task, Status.PENDING)).status is Status.PENDING
        assert list(await mine.cancel_requests()) == []

    asyncio.run(main())


def test_reasons_that_an_earlier_version_wrote_as_sentences_are_read(store: SqliteTaskStore) -> None:
    async def main() -> None:
        task = await bring_to(store, Status.PROCESSING)
        await store.append(task, [Entry("rejected", "summary", 1, "Ten", (ELSE,))])
        written = """UPDATE journal SET reasons = '["“{40 %}” has no fact."]'"""
        await store._database.write(lambda connection: connection.execute(written))
        [entry] = await store.journal(task)
        assert list(map(str, entry.reasons)) == ["“{40 %}” has no fact."]

    asyncio.run(main())


def test_the_journal_keeps_order_runs_and_starts_over(store: SqliteTaskStore) -> None:
    async def main() -> None:
        task, other = await bring_to(store, Status.PROCESSING), await create(store)
        why = Why("“{said}” has no fact.", "Ten {years}")
        await store.append(task, [Entry("text", "summary", 1, "Ten "), Entry("thinking", "summary", 1, "hm")])
        await store.append(other, [Entry("text", "summary", 1, "not mine")])
        await store.append(task, [Entry("rejected", "summary", 1, "Ten years", (why, ELSE))])
        await store.update_status(task, Status.INTERRUPTED, ending=Ending.CUT)
        await store.update_status(task, Status.PENDING)
        await store.append(task, [Entry("text", "summary", 2, "more")])
        assert await store.journal(task) == [
            Entry("text", "summary", 1, "Ten ", run=1),
            Entry("thinking", "summary", 1, "hm", run=1),
            Entry("rejected", "summary", 1, "Ten years", (why, ELSE), run=1),
            Entry("text", "summary", 2, "more", run=2),
        ]
        await store.start_over(task)
        assert await store.journal(task) == []
        await store.append(task, [Entry("text", "summary", 1, "anew")])
        assert await store.journal(task) == [Entry("text", "summary", 1, "anew", run=2)]

    asyncio.run(main())


def test_changes_tells_of_every_write_and_of_nothing_else(store: SqliteTaskStore) -> None:
    async def main() -> None:
        task = await create(store)
        before = await store.changes()
        await store.get_task(task)
        assert await store.claim("empty", 1) is None
        assert await store.changes() == before
        await store.append(task, [Entry("text", "summary", 1, "x")])
        assert await store.changes() != before

    asyncio.run(main())


def test_a_write_that_was_asked_for_is_done_though_its_awaiter_is_cancelled(store: SqliteTaskStore) -> None:
    async def main() -> None:
        task = await create(store)
        append = asyncio.ensure_future(store.append(task, [Entry("text", "summary", 1, "kept")]))
        await asyncio.sleep(0)
        append.cancel()
        with pytest.raises(asyncio.CancelledError):
            await append
        assert (await store.update_status(task, Status.PROCESSING)).status is Status.PROCESSING
        assert [entry.text for entry in await store.journal(task)] == ["kept"]

    asyncio.run(main())
