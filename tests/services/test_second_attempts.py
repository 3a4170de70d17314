"""A part that does not stand is asked for once more, with the reasons; the better attempt is kept, whatever happens between."""

import asyncio
from pathlib import Path

import msgspec
import pytest

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.events import PartDoubted, PartEnded, PartStarted, TextArrived
from jobmatch_desktop.domain.stream import Usage
from jobmatch_desktop.domain.task import Ending, Status
from jobmatch_desktop.evidence import whys
from jobmatch_desktop.services.actuals import actual_of
from jobmatch_desktop.services.fitting import asked_again, tokens_of_step
from jobmatch_desktop.writing import strays
from jobmatch_desktop.writing.recipes import Step, corrections
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import LETTER, LIE, answers, opened, parts, reworded, silent_after

SMALLER_LIE = "Backend engineer who keeps systems running in Haskell."


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_reasons_stand_at_the_end_of_the_very_prompt_and_what_then_stands_is_used(
    tmp_path: Path, language: str
) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            await house.services.documents.of(application.id)
            steps = await house.steps(application, language=language)
            with OllamaServer(Script(text=LIE), *answers(steps)) as server:
                ended = await house.run(application, server, language=language)
                first, second, third = (chat.body["messages"] for chat in server.chats[:3])
            assert ended.status is Status.COMPLETED
            assert first[0] == second[0] == third[0]
            begin, again = first[1]["content"], second[1]["content"]
            assert again.startswith(begin)
            asked = again.removeprefix(begin)
            assert all(word in asked for word in ("93", "Haskell", "Google", "1987")), asked
            assert ("thrown away" if language == "en" else "a été jetée") in asked
            assert asked.rpartition("\n")[2] == begin.rpartition("\n")[2]
            assert (await house.document(application)).text.count(reworded(steps[0])) == 1
            [doubted] = house.all(PartDoubted)
            assert {why.said for why in doubted.reasons} >= {"93", "Haskell", "Google"}
            assert [(part.key, part.attempt) for part in house.all(PartStarted)][:3] == [
                ("summary", 1),
                ("summary", 2),
                ("work/0", 1),
            ]
            assert all(part.accepted for part in house.all(PartEnded))
            streamed = await house.services.generation.text(ended.id)
            assert streamed == LIE + "".join(map(reworded, steps))
            journal = await house.services.generation.journal(ended.id)
            usages = [msgspec.json.decode(entry.text, type=Usage) for entry in journal if entry.kind == "usage"]
            assert len(usages) == len(steps) + 1
            assert actual_of(journal, None).tokens_written == sum(usage.tokens_written or 0 for usage in usages)

    asyncio.run(main())


@pytest.mark.parametrize(
    ("attempts", "offered"),
    [
        ((LIE, SMALLER_LIE), SMALLER_LIE),
        ((SMALLER_LIE, LIE), SMALLER_LIE),
        (("In Haskell I keep systems running.", SMALLER_LIE), SMALLER_LIE),
        ((SMALLER_LIE, "", ""), SMALLER_LIE),
    ],
)
def test_of_two_that_do_not_stand_the_better_is_offered_and_the_draft_stays(
    tmp_path: Path, attempts: tuple[str, ...], offered: str
) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            before = await house.document(application)
            steps = await house.steps(application)
            with OllamaServer(*(Script(text=text) for text in attempts), *answers(steps[1:])) as server:
                ended = await house.run(application, server)
                assert len(server.chats) == len(steps) - 1 + len(attempts)
            assert (ended.status, ended.ending) == (Status.COMPLETED, Ending.STOP)
            assert parts(await house.document(application))["summary"] == parts(before)["summary"]
            [aside] = [part for part in house.all(PartEnded) if not part.accepted]
            assert (aside.key, aside.body) == ("summary", offered)
            assert [why.said for why in aside.reasons if why.said] == ["Haskell"]
            assert parts(await house.services.generation.use(ended.id, "summary"))["summary"] == offered

    asyncio.run(main())


def test_stopped_between_and_within_the_attempts_it_goes_on_with_the_second(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            with OllamaServer(Script(text=LIE), silent_after("x", 0)) as server:
                task = await house.start(application, server)
                await house.heard(lambda: [part for part in house.all(PartStarted) if part.attempt == 2])
                await house.services.generation.stop(task)
                await house.ended(task)
        async with opened(tmp_path) as house:
            whole = reworded(steps[0])
            half = whole[: whole.rindex(" ", 0, len(whole) // 2)] + " ha"
            with OllamaServer(silent_after(half, len(half.split())), port=server.port) as server:
                await house.services.generation.resume(task)
                await house.heard(lambda: "".join(event.text for event in house.all(TextArrived)) == half)
                [chat] = server.chats
                assert "Haskell" in chat.body["messages"][-1]["content"]
                await house.services.generation.stop(task)
                await house.ended(task)
        async with opened(tmp_path) as house:
            rest = whole.removeprefix(half.removesuffix(" ha"))
            with OllamaServer(Script(text=rest), *answers(steps[1:]), port=server.port) as server:
                await house.services.generation.resume(task)
                assert (await house.ended(task)).status is Status.COMPLETED
                asked = server.chats[0].body["messages"]
            assert [message["role"] for message in asked] == ["system", "user", "assistant", "user"]
            assert "Haskell" in asked[1]["content"]
            assert asked[2]["content"] == half.removesuffix(" ha")
            assert parts(await house.document(application)) == {step.key: reworded(step) for step in steps}
            assert await house.services.generation.text(task) == LIE + half + rest + "".join(map(reworded, steps[1:]))

    asyncio.run(main())


def test_a_letter_of_a_model_that_speaks_of_its_task_is_told_so(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application, LETTER)
            beside = "The candidate's cover letter is a great example of how one may begin such a text."
            with OllamaServer(Script(text=beside), *answers(steps)) as server:
                assert (await house.run(application, server, LETTER)).status is Status.COMPLETED
                assert "nothing about the task" in server.chats[1].body["messages"][-1]["content"]

    asyncio.run(main())


def test_what_the_reasons_leave_no_room_for_is_not_asked_again(tmp_path: Path) -> None:
    async def main() -> Step:
        async with opened(tmp_path) as house:
            return (await house.steps(await house.sample()))[0]

    step = asyncio.run(main())
    told = corrections((Why("“{said}” has no fact.", "Haskell"),), "en")
    needed = tokens_of_step(step)
    assert asked_again(step, told, None) == asked_again(step, told, needed + 500)
    shorter = asked_again(step, told, needed)
    assert shorter is not None
    assert step.maximum_tokens / 2 <= shorter.maximum_tokens < step.maximum_tokens
    assert tokens_of_step(shorter) == needed
    assert asked_again(step, told, needed - round(step.maximum_tokens * 0.5)) is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_reason_has_its_correction(language: str) -> None:
    known = [why for module in (whys, strays) for why in vars(module).values() if isinstance(why, Why)]
    assert len(known) >= 12
    for why in known:
        said = msgspec.structs.replace(why, said="Haskell")
        assert corrections((said,), language) != f"- {said}"
        assert ("Haskell" in corrections((said,), language)) == ("{said}" in why.template)
