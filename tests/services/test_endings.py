"""How a generation can end, what is left of it, and how it goes on: stop, length, a server that fails, silence."""

import asyncio
from pathlib import Path

import msgspec
import pytest

from jobmatch_desktop.domain.errors import UnreadableInput
from jobmatch_desktop.domain.events import PartEnded, PartStarted, RetryWaits, TaskChanged, TextArrived
from jobmatch_desktop.domain.provider_errors import UnknownProvider
from jobmatch_desktop.domain.stream import Phase
from jobmatch_desktop.domain.task import Ending, IllegalTransition, Status, TaskId, TaskNotFound
from jobmatch_desktop.services.attempts import NOTHING_WRITTEN
from jobmatch_desktop.services.choice import Choice
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.script import Fault, House, LoopbackModel, Script
from tests.services.house import CV, LIE, MODEL, answers, opened, parts, reworded, silent_after

SHORT = dict.fromkeys((Phase.CONNECTING, Phase.LOADING, Phase.READING, Phase.WRITING), 0.3)


def test_stopped_it_keeps_what_was_whole_and_goes_on_with_the_part_that_was_cut(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application)
            steps = await house.steps(application)
            first, second = reworded(steps[0]), reworded(steps[1])
            with OllamaServer(*answers(steps[:1]), silent_after(second, 9)) as server:
                task = await house.start(application, server)
                begun = "".join(Script(text=second).tokens()[:9])
                await house.heard(lambda: "".join(event.text for event in house.all(TextArrived)) == first + begun)
                await house.services.generation.stop(task)
                stopped = await house.ended(task)
                assert await server.until(lambda: server.chats[-1].closed_at is not None)
            assert (stopped.status, stopped.ending) == (Status.CANCELLED, None)
            assert parts(await house.document(application)) == {**parts(before), "summary": first}
            assert await house.services.generation.text(task) == first + begun
            with pytest.raises(IllegalTransition):
                await house.services.generation.stop(task)

            # The last word may be half of one: a model goes on from the one before.
            rest = second[begun.rindex(" ") :]
            server_again = OllamaServer(Script(text=rest), *answers(steps[2:]), port=server.port)
            with server_again as server:
                assert await house.services.generation.resume(task) == task
                assert (await house.ended(task)).status is Status.COMPLETED
                assert len(server.chats) == len(steps) - 1
                *asked, answered, more = server.chats[0].body["messages"]
                assert [message["content"] for message in asked] == [one.content for one in steps[1].messages]
                assert answered["role"] == "assistant"
                assert answered["content"] == begun[: begun.rindex(" ")]
                assert more["role"] == "user"
            started = [event for event in house.all(PartStarted) if event.begun]
            assert [(event.key, event.begun, event.number) for event in started] == [("work/0", begun, 2)]
            after = parts(await house.document(application))
            assert after == {step.key: reworded(step) for step in steps}
            words = await house.services.generation.text(task)
            assert words == first + begun + rest + "".join(map(reworded, steps[2:]))

    asyncio.run(main())


def test_a_part_that_was_cut_twice_goes_on_from_all_its_words(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            words = reworded(steps[0]).split()
            one, two, three = " ".join(words[:6]), " ".join(words[6:12]), " ".join(words[12:])
            cut = [Script(text=text + " gar", fault=Fault.CLOSE, fault_after=7) for text in (one, two)]
            with OllamaServer(*cut, Script(text=three), *answers(steps[1:])) as server:
                task = await house.start(application, server)
                assert (await house.ended(task)).ending is Ending.CUT
                await house.services.generation.resume(task)
                assert (await house.ended(task)).ending is Ending.CUT
                await house.services.generation.resume(task)
                assert (await house.ended(task)).status is Status.COMPLETED
                assert server.chats[2].body["messages"][-2]["content"] == f"{one} {two}"
            assert parts(await house.document(application))["summary"] == reworded(steps[0])

    asyncio.run(main())


def test_started_over_it_writes_everything_anew_its_own_first_words_too(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application)
            steps = await house.steps(application)
            with OllamaServer(*answers(steps[:2]), silent_after("Half", 1)) as server:
                task = await house.start(application, server)
                await house.heard(lambda: [event for event in house.all(TextArrived) if event.text == "Half"])
                await house.services.generation.stop(task)
                await house.ended(task)
            assert parts(await house.document(application))["work/0"] == reworded(steps[1])
            await house.edit(await house.document(application), "wo junior", "hree junior")
            scripts = [Script(text=step.draft) for step in steps]
            with OllamaServer(*scripts, port=server.port) as server:
                assert await house.services.generation.retry(task) == task
                assert (await house.ended(task)).status is Status.COMPLETED
                assert len(server.chats) == len(scripts)
            after = parts(await house.document(application))
            assert after["summary"] == parts(before)["summary"] == steps[0].draft
            theirs = [line for line in after["work/0"].split("\n") if "hree junior" in line]
            assert len(theirs) == 1
            assert {*after["work/0"].split("\n")} - {*theirs} < {*steps[1].draft.split("\n")}
            assert await house.services.generation.text(task) == "".join(script.text for script in scripts)
            with pytest.raises(IllegalTransition):
                await house.services.generation.retry(task)

    asyncio.run(main())


def test_kept_as_it_is_the_part_that_was_cut_stands_and_the_task_is_settled(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            text = "Backend engineer who keeps systems running. I write"
            with OllamaServer(silent_after(text, 8)) as server:
                task = await house.start(application, server)
                await house.heard(lambda: "".join(event.text for event in house.all(TextArrived)) == text)
                with pytest.raises(IllegalTransition):
                    await house.services.generation.keep(task)
                edited = await house.edit(await house.document(application), "led 14 postmortems", "led postmortems")
            ended = await house.ended(task)
            assert (ended.status, ended.ending) == (Status.INTERRUPTED, Ending.CUT)
            kept = await house.services.generation.keep(task)
            assert parts(kept) == {**parts(edited), steps[0].key: text}
            assert (await house.services.generation.task(task)).status is Status.CANCELLED
            await house.heard(lambda: house.all(TaskChanged)[-1].task.status is Status.CANCELLED)

    asyncio.run(main())


def test_an_answer_cut_at_its_length_can_go_on(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            whole = reworded(steps[0])
            said = whole[:60].rindex(" ")
            with OllamaServer(
                Script(text=whole[:60], done_reason="length"), Script(text=whole[said:]), *answers(steps[1:])
            ) as server:
                ended = await house.run(application, server)
                assert (ended.status, ended.ending) == (Status.INTERRUPTED, Ending.LENGTH)
                assert ended.trouble is not None
                assert ended.trouble.kind == "ReachedLength"
                assert (await house.document(application)).revision == 1
                await house.services.generation.resume(ended.id)
                assert (await house.ended(ended.id)).status is Status.COMPLETED
            assert parts(await house.document(application))["summary"] == whole

    asyncio.run(main())


def test_an_answer_cut_at_its_length_that_says_more_than_was_asked_for_is_whole(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            scripts = answers(steps)
            scripts[1] = Script(text=f"{reworded(steps[1])}\n{reworded(steps[1])}\n- Kept the h", done_reason="length")
            with OllamaServer(*scripts) as server:
                ended = await house.run(application, server)
            assert (ended.status, ended.ending) == (Status.COMPLETED, Ending.STOP)
            assert parts(await house.document(application))["work/0"] == reworded(steps[1])

    asyncio.run(main())


@pytest.mark.parametrize("fault", [Fault.RESET, Fault.CLOSE, Fault.HALF_LINE, Fault.CLEAN_HALF_LINE])
def test_a_server_that_dies_mid_word_leaves_a_task_that_goes_on(tmp_path: Path, fault: Fault) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            scripts = [*answers(steps[:1]), Script(text=reworded(steps[1]), fault=fault, fault_after=4)]
            with OllamaServer(*scripts) as server:
                ended = await house.run(application, server)
            assert (ended.status, ended.ending) == (Status.INTERRUPTED, Ending.CUT)
            assert ended.trouble is not None
            assert ended.trouble.kind == "CutOff"
            words = "".join(Script(text=reworded(steps[1])).tokens()[:4])
            assert await house.services.generation.text(ended.id) == reworded(steps[0]) + words
            assert parts(await house.document(application))["summary"] == reworded(steps[0])

    asyncio.run(main())


def test_an_error_of_the_server_ends_it_with_what_came_kept(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            scripts = [*answers(steps[:1]), Script(fault=Fault.ERROR_LINE, fault_after=3, error="secret stack trace")]
            with OllamaServer(*scripts) as server:
                ended = await house.run(application, server)
            assert (ended.status, ended.ending) == (Status.FAILED, Ending.ERROR)
            assert ended.trouble is not None
            assert "secret" not in ended.trouble.text()
            assert parts(await house.document(application))["summary"] == reworded(steps[0])
            assert await house.services.generation.text(ended.id) == reworded(steps[0]) + "I have spent"

    asyncio.run(main())


def test_nothing_written_is_asked_again_without_a_stop_and_then_set_aside(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application)
            steps = await house.steps(application)
            with OllamaServer(Script(text=""), Script(text=""), *answers(steps[1:])) as server:
                ended = await house.run(application, server)
                assert "\n\n" in server.chats[0].body["options"]["stop"]
                assert "\n\n" not in server.chats[1].body["options"].get("stop", [])
                assert "\n\n" in server.chats[2].body["options"]["stop"]
            assert ended.status is Status.COMPLETED
            assert [(event.key, event.attempt) for event in house.all(PartStarted)][:3] == [
                ("summary", 1),
                ("summary", 2),
                ("work/0", 1),
            ]
            empty = house.all(PartEnded)[0]
            assert (empty.body, empty.accepted, empty.reasons) == ("", False, (NOTHING_WRITTEN,))
            assert parts(await house.document(application))["summary"] == parts(before)["summary"]

    asyncio.run(main())


def test_a_model_that_never_writes_anything_fails(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application)
            with OllamaServer(Script(text="")) as server:
                ended = await house.run(application, server)
            assert (ended.status, ended.ending) == (Status.FAILED, Ending.EMPTY)
            assert ended.trouble is not None
            assert ended.trouble.kind == "NothingWritten"
            assert await house.document(application) == before

    asyncio.run(main())


def test_a_refused_connection_is_tried_again_and_then_told(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path, waits=(0.0, 0.01)) as house:
            application = await house.sample()
            choice = Choice(provider="ollama", model=MODEL, base_url=f"http://127.0.0.1:{closed_port()}")
            task = await house.services.generation.start(application.id, CV, choice)
            ended = await house.ended(task)
            assert (ended.status, ended.ending) == (Status.FAILED, Ending.ERROR)
            assert ended.trouble is not None
            assert ended.trouble.kind in ("NotRunning", "NotInstalled")
            if ended.trouble.kind == "NotRunning":
                assert [(event.attempt, event.seconds) for event in house.all(RetryWaits)] == [(2, 0.0), (3, 0.01)]
            assert (await house.document(application)).revision == 1

    asyncio.run(main())


def test_a_busy_server_is_asked_again_and_then_writes(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path, waits=(0.0,)) as house:
            application = await house.sample()
            steps = await house.steps(application)
            with OllamaServer(Script(status=503), *answers(steps)) as server:
                ended = await house.run(application, server)
            assert ended.status is Status.COMPLETED
            assert [event.attempt for event in house.all(RetryWaits)] == [2]
            assert parts(await house.document(application))["summary"] == reworded(steps[0])

    asyncio.run(main())


def test_silence_in_the_middle_is_given_up_and_what_came_is_kept(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path, silence=SHORT) as house:
            application = await house.sample()
            with OllamaServer(silent_after("One two three", 2)) as server:
                ended = await house.run(application, server)
                assert await server.until(lambda: server.chats[0].closed_at is not None)
            assert (ended.status, ended.ending) == (Status.FAILED, Ending.STALL)
            assert await house.services.generation.text(ended.id) == "One two"

    asyncio.run(main())


def test_a_model_that_is_gone_is_named(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            with OllamaServer() as server:
                ended = await house.run(application, server, model="gone:1b")
            assert (ended.status, ended.ending) == (Status.FAILED, Ending.ERROR)
            assert ended.trouble is not None
            assert ended.trouble.kind == "ModelMissing"
            assert "gone:1b" in ended.trouble.text()

    asyncio.run(main())


def test_without_a_chosen_model_the_first_that_writes_is_taken_and_without_any_it_is_said(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            search = LoopbackModel(name="search:1", capabilities=("embedding",))
            with OllamaServer(house=House(models=(search,))) as server:
                ended = await house.run(application, server, model="")
                assert (ended.status, ended.spec.model) == (Status.FAILED, "")
                assert ended.trouble is not None
                assert ended.trouble.kind == "NoModel"
                assert server.chats == []
            with OllamaServer(
                *answers(steps), house=House(models=(search, LoopbackModel())), port=server.port
            ) as server:
                # One was downloaded since: the same task can be started over.
                await house.services.generation.retry(ended.id)
                assert (await house.ended(ended.id)).status is Status.COMPLETED
                assert {chat.body["model"] for chat in server.chats} == {MODEL}
            with OllamaServer(Script(text=LIE), house=House(models=(search, LoopbackModel()))) as server:
                assert (await house.run(application, server, model="")).spec.model == MODEL

    asyncio.run(main())


def test_an_unknown_provider_and_an_address_that_is_none_start_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            generation = house.services.generation
            with pytest.raises(UnknownProvider):
                await generation.start(application.id, CV, Choice(provider="nobody", model="any"))
            with pytest.raises(UnreadableInput):
                await generation.start(application.id, CV, Choice(provider="ollama", model="any", base_url="http://"))
            assert await generation.tasks() == []

    asyncio.run(main())


def test_an_unknown_task_is_told_everywhere(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            generation = house.services.generation
            for call in (generation.stop, generation.retry, generation.resume, generation.wait, generation.task):
                with pytest.raises(TaskNotFound):
                    await call(TaskId("nothing"))
            for read in (generation.text, generation.journal, generation.keep):
                with pytest.raises(TaskNotFound):
                    await read(TaskId("nothing"))
            with pytest.raises(TaskNotFound):
                await generation.use(TaskId("nothing"), "summary")

    asyncio.run(main())


def test_what_a_task_reads_is_as_it_was_when_it_was_asked_for(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            with OllamaServer(Script(status=500)) as server:
                ended = await house.run(application, server)
                assert ended.status is Status.FAILED
            offer = msgspec.structs.replace(application.offer, text="Deep sea diver wanted.", title="Diver")
            await house.services.applications.update(msgspec.structs.replace(application, offer=offer))
            with OllamaServer(*answers(steps), port=server.port) as server:
                await house.services.generation.retry(ended.id)
                assert (await house.ended(ended.id)).status is Status.COMPLETED
                asked = [message["content"] for message in server.chats[0].body["messages"]]
                assert asked == [message.content for message in steps[0].messages]

    asyncio.run(main())


def test_a_retry_in_another_language_than_the_document_has_now_finds_its_frame(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            with OllamaServer(Script(status=500)) as server:
                failed = await house.run(application, server)
            french = await house.services.generation.start(application.id, CV, Choice(language="fr"))
            await house.ended(french)
            document = await house.document(application)
            assert document.language == "fr"
            await house.edit(document, "# Nora", "# Eleonora")
            with OllamaServer(*answers(steps), port=server.port) as server:
                await house.services.generation.retry(failed.id)
                assert (await house.ended(failed.id)).status is Status.COMPLETED
            after = await house.document(application)
            assert (after.language, parts(after)["summary"]) == ("en", reworded(steps[0]))
            assert "## Experience" in after.text
            assert after.text.startswith("# Eleonora")

    asyncio.run(main())
