"""The runner on a real store: a task's life, the queue, stop, retry, continue, close."""

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.events import PartDoubted, PartEnded, PhaseChanged, RetryWaits, TextArrived
from jobmatch_desktop.domain.provider_errors import ProviderError, Stalled
from jobmatch_desktop.domain.storage_errors import RecordNotFound
from jobmatch_desktop.domain.stream import Phase, Usage
from jobmatch_desktop.domain.task import Ending, IllegalTransition, Status, TaskId, TaskNotFound
from jobmatch_desktop.storage.tasks import SqliteTaskStore
from jobmatch_desktop.tasks.faults import Unexpected
from jobmatch_desktop.tasks.store import Save
from jobmatch_desktop.tasks.work import Ground
from tests.tasks.stage import spec, stage
from tests.tasks.works import ends, for_ever, texts

NO_FACT = Why("“{said}” has no fact.", "Two")


def raises(fault: BaseException) -> Callable[[Ground], Any]:
    async def script(ground: Ground) -> Ending:
        ground.text("summary", 1, "words ")
        raise fault

    return script


def test_a_task_is_committed_runs_and_completes(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store) as on:
            seen: list[Status] = []

            async def write(ground: Ground) -> Ending:
                seen.append((await store.get_task(ground.task.id)).status)
                ground.phase(Phase.CONNECTING)
                ground.phase(Phase.CONNECTING)
                ground.phase(Phase.WRITING)
                ground.part_started("summary", 1, 2, 1)
                for word in ("One ", "two "):
                    ground.text("summary", 1, word)
                ground.text("summary", 1, "")
                ground.text("summary", 1, "hm", thinking=True)
                ground.retry_waits(2, 1.0, "busy")
                ground.part_doubted("summary", 1, "Two", (NO_FACT,), Usage(tokens_written=1))
                ground.part_ended("summary", 1, "One two", False, (NO_FACT,), Usage(tokens_written=2))
                return Ending.STOP

            on.scripts["any"] = write
            creation = on.runner.submit(spec())
            await creation.committed
            ended = await on.runner.wait(creation.id)
            assert (ended.status, ended.ending, ended.trouble) == (Status.COMPLETED, Ending.STOP, None)
            assert seen == [Status.PROCESSING]
            assert on.statuses(creation.id) == [(Status.PENDING, 1), (Status.PROCESSING, 0), (Status.COMPLETED, 0)]
            phases = [event.phase for event in on.told if isinstance(event, PhaseChanged)]
            assert phases == [Phase.CONNECTING, Phase.WRITING]
            assert [event.text for event in on.told if isinstance(event, TextArrived)] == ["One two ", "hm"]
            assert sum(isinstance(event, RetryWaits) for event in on.told) == 1
            assert [event.reasons for event in on.told if isinstance(event, PartDoubted)] == [(NO_FACT,)]
            [part] = [event for event in on.told if isinstance(event, PartEnded)]
            assert (part.body, part.accepted, part.reasons) == ("One two", False, (NO_FACT,))
            journal = [(entry.kind, entry.text, entry.reasons) for entry in await store.journal(creation.id)]
            assert [entry for entry in journal if entry[0] != "usage"] == [
                ("text", "One two ", ()),
                ("thinking", "hm", ()),
                ("doubted", "Two", (NO_FACT,)),
                ("rejected", "One two", (NO_FACT,)),
            ]
        usages = [msgspec.json.decode(text, type=Usage) for kind, text, _ in journal if kind == "usage"]
        assert [usage.tokens_written for usage in usages] == [1, 2]

    asyncio.run(main())


@pytest.mark.parametrize(
    ("script", "status", "ending", "kind"),
    [
        (ends(Ending.LENGTH), Status.INTERRUPTED, Ending.LENGTH, "ReachedLength"),
        (ends(Ending.CUT), Status.INTERRUPTED, Ending.CUT, "CutShort"),
        (ends(Ending.REFUSAL), Status.FAILED, Ending.REFUSAL, "Refused"),
        (ends(Ending.EMPTY), Status.FAILED, Ending.EMPTY, "NothingWritten"),
        (ends(Ending.ERROR), Status.FAILED, Ending.ERROR, "ProviderFailed"),
        (ends(Ending.STALL), Status.FAILED, Ending.STALL, "WentSilent"),
        (
            raises(Stalled(provider="Ollama", seconds=20, phase="connecting")),
            Status.FAILED,
            Ending.STALL,
            "Stalled",
        ),
        (raises(ProviderError()), Status.FAILED, Ending.ERROR, "ProviderError"),
    ],
)
def test_every_ending_has_its_status_and_its_words(
    store: SqliteTaskStore, script: Callable[[Ground], Any], status: Status, ending: Ending, kind: str
) -> None:
    async def main() -> None:
        async with stage(store) as on:
            on.scripts["any"] = script
            task = on.runner.submit(spec()).id
            ended = await on.runner.wait(task)
            assert (ended.status, ended.ending) == (status, ending)
            assert ended.trouble is not None
            assert ended.trouble.kind == kind
            assert await texts(store, task) == "words "

    asyncio.run(main())


def test_an_unexpected_fault_is_told_in_plain_words_and_reported_once(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store) as on:
            fault = ValueError("secret text of an SDK")
            on.scripts["any"] = raises(fault)
            ended = await on.runner.wait(on.runner.submit(spec()).id)
            assert (ended.status, ended.ending) == (Status.FAILED, Ending.ERROR)
            assert ended.trouble == Unexpected().trouble
            assert on.faults == [fault]
            on.faults.clear()

    asyncio.run(main())


def test_the_result_is_saved_with_the_status_or_the_task_fails(store: SqliteTaskStore) -> None:
    async def main() -> None:
        broken = True
        fault = ValueError("no such column")
        endings: list[Ending | None] = []

        def save(ending: Ending | None) -> Save:
            endings.append(ending)

            def write(connection: Any) -> None:
                connection.execute("UPDATE task SET model = 'saved'")
                if broken:
                    raise fault

            return write

        async with stage(store, save=save) as on:
            on.scripts["any"] = ends(Ending.STOP)
            task = on.runner.submit(spec()).id
            ended = await on.runner.wait(task)
            assert (ended.status, ended.trouble, ended.spec.model) == (Status.FAILED, Unexpected().trouble, "any")
            assert await texts(store, task) == "words "
            assert on.faults == [fault]
            on.faults.clear()
            broken = False
            ended = await on.runner.wait((await on.runner.start_over(task)).id)
            assert (ended.status, ended.spec.model) == (Status.COMPLETED, "saved")
        assert endings == [Ending.STOP, Ending.STOP]

    asyncio.run(main())


def test_work_that_cannot_even_be_made_fails_its_task(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store) as on:
            ended = await on.runner.wait(on.runner.submit(spec(model="gone")).id)
            assert ended.status is Status.FAILED
            assert [type(fault) for fault in on.faults] == [KeyError]
            on.faults.clear()

    asyncio.run(main())


def test_a_row_that_cannot_be_written_is_no_task(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store) as on:
            creation = on.runner.submit(spec(application=99))
            with pytest.raises(RecordNotFound):
                await creation.committed
            with pytest.raises(TaskNotFound):
                await on.runner.wait(creation.id)
            assert on.told == []

    asyncio.run(main())


def test_a_lane_runs_so_many_and_the_others_hear_where_they_stand(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store, width=2) as on:
            gates = {name: asyncio.Event() for name in "abcd"}
            running: list[str] = []

            def gated(name: str) -> Callable[[Ground], Any]:
                async def script(_ground: Ground) -> Ending:
                    running.append(name)
                    await gates[name].wait()
                    return Ending.STOP

                return script

            on.scripts = {name: gated(name) for name in gates}
            ids = {name: on.runner.submit(spec(model=name)).id for name in gates}
            await on.heard(lambda: (Status.PENDING, 2) in on.statuses(ids["d"]))
            assert running == ["a", "b"]
            elsewhere = on.runner.submit(spec(model="a", lane="cloud")).id
            await on.heard(lambda: (Status.PROCESSING, 0) in on.statuses(elsewhere))
            gates["b"].set()
            await on.heard(lambda: (Status.PENDING, 1) in on.statuses(ids["d"]))
            assert running == ["a", "b", "a", "c"]
            for gate in gates.values():
                gate.set()
            assert {(await on.runner.wait(task)).status for task in ids.values()} == {Status.COMPLETED}
            assert running[-1] == "d"

    asyncio.run(main())


def test_continue_goes_on_from_the_journal_and_start_over_does_not(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store) as on:
            given: list[str] = []

            async def script(ground: Ground) -> Ending:
                given.append("".join(entry.text for entry in ground.journal))
                ground.text("summary", 1, f"run {ground.task.run} ")
                return Ending.LENGTH

            on.scripts["any"] = script
            task = on.runner.submit(spec()).id
            await on.runner.wait(task)
            for again in (on.runner.resume, on.runner.resume, on.runner.start_over, on.runner.resume):
                assert (await again(task)).status is Status.PENDING
                assert (await on.runner.wait(task)).status is Status.INTERRUPTED
            assert given == ["", "run 1 ", "run 1 run 2 ", "", "run 4 "]

    asyncio.run(main())


def test_only_an_ended_task_goes_again(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store) as on:
            on.scripts["any"] = for_ever
            task = on.runner.submit(spec()).id
            await on.heard(lambda: any(isinstance(event, TextArrived) for event in on.told))
            for again in (on.runner.resume, on.runner.start_over):
                with pytest.raises(IllegalTransition):
                    await again(task)
                with pytest.raises(TaskNotFound):
                    await again(TaskId("nobody"))
            await on.runner.cancel(task)
            await on.runner.wait(task)
            assert await texts(store, task) == "words "

    asyncio.run(main())


def test_a_caller_who_gives_up_does_not_leave_the_task_half_queued(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store) as on:
            on.scripts["any"] = ends(Ending.LENGTH)
            task = on.runner.submit(spec()).id
            await on.runner.wait(task)
            caller = asyncio.create_task(on.runner.resume(task))
            await asyncio.sleep(0)
            caller.cancel()
            with pytest.raises(asyncio.CancelledError):
                await caller
            one_run = [(Status.PENDING, 1), (Status.PROCESSING, 0), (Status.INTERRUPTED, 0)]
            await on.heard(lambda: on.statuses(task) == one_run + one_run)

    asyncio.run(main())


def test_nothing_is_asked_of_the_store_while_nothing_runs(
    store: SqliteTaskStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def main() -> None:
        asked: list[str] = []
        changes = store.changes

        async def counted() -> int:
            asked.append("changes")
            return await changes()

        monkeypatch.setattr(store, "changes", counted)
        async with stage(store) as on:
            on.scripts["any"] = ends(Ending.STOP)
            await on.runner.wait(on.runner.submit(spec()).id)
            # The queue's own task, which asks, ends.
            await asyncio.gather(*(task for task in asyncio.all_tasks() if task is not asyncio.current_task()))
            assert asked

    asyncio.run(main())


def test_an_observer_that_raises_ends_no_task(store: SqliteTaskStore) -> None:
    async def main() -> None:
        async with stage(store) as on:
            on.scripts["any"] = ends(Ending.STOP)
            heard = on.told.append

            class Deaf(list):  # type: ignore[type-arg]
                def append(self, event: object) -> None:
                    if isinstance(event, TextArrived):
                        raise ValueError("deaf")
                    heard(event)  # type: ignore[arg-type]

            on.told = Deaf()
            assert (await on.runner.wait(on.runner.submit(spec()).id)).status is Status.COMPLETED
            assert [str(fault) for fault in on.faults] == ["deaf"]
            on.faults.clear()

    asyncio.run(main())
