"""What a generation will take, told before it, against real servers on this machine."""

import asyncio
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.stream import Message, Usage
from jobmatch_desktop.domain.task import Status
from jobmatch_desktop.providers.token_estimate import tokens_of_messages
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.services.measuring import PartTimes, speed_of
from jobmatch_desktop.services.preflight import FREE, foreseen
from jobmatch_desktop.services.prices import Price
from jobmatch_desktop.storage.settings import ProviderPlace
from jobmatch_desktop.storage.speeds import Speed
from tests.loopback.http import Received
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Fault, LoopbackModel, Script
from tests.loopback.script import House as Machine
from tests.services.house import CV, LETTER, MODEL, answers, chosen, opened


def test_what_it_takes_is_told_and_nothing_of_the_prompt_is_sent(tmp_path: Path) -> None:
    async def main() -> None:
        with OllamaServer() as server:
            async with opened(tmp_path) as house:
                application = await house.sample()
                found = await house.services.preflights.of(application.id, CV, chosen(server))
                steps = await house.steps(application)
                assert [part.key for part in found.parts] == [step.key for step in steps]
                assert found.estimate.tokens_read > found.estimate.largest > 0
                assert found.fits
                assert found.own
                assert found.estimate.dollars == 0
                assert found.estimate.total_seconds is None
                assert found.trouble is None
                assert not server.chats

    asyncio.run(main())


def test_parts_that_the_person_edited_are_not_counted(tmp_path: Path) -> None:
    async def main() -> None:
        with OllamaServer() as server:
            async with opened(tmp_path) as house:
                application = await house.sample()
                before = await house.services.preflights.of(application.id, CV, chosen(server))
                [first, *_] = await house.steps(application)
                await house.edit(await house.document(application), first.draft[:20], "Mine: " + first.draft[:20])
                after = await house.services.preflights.of(application.id, CV, chosen(server))
                assert {part.key for part in before.parts} - {part.key for part in after.parts} == {first.key}
                again = await house.services.preflights.of(application.id, CV, chosen(server, rewrite_edited=True))
                assert len(again.parts) == len(before.parts)

    asyncio.run(main())


def test_a_server_that_is_away_is_told_and_not_raised(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            choice = Choice("ollama", "m", base_url="http://127.0.0.1:1")
            found = await house.services.preflights.of(application.id, LETTER, choice)
            assert found.trouble is not None
            assert found.parts
            assert found.context_limit is None

    asyncio.run(main())


def test_the_composer_takes_nothing(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            found = await house.services.preflights.of(application.id, CV, Choice())
            assert (found.parts, found.estimate.tokens_read, found.estimate.dollars, found.address) == ((), 0, 0.0, "")

    asyncio.run(main())


@pytest.mark.parametrize("limit", [2048, 1024])
def test_a_small_context_gets_prompts_that_fit_and_what_is_left_out_is_told(tmp_path: Path, limit: int) -> None:
    async def main() -> None:
        with OllamaServer(house=Machine(models=(LoopbackModel(context=limit),))) as server:
            async with opened(tmp_path) as house:
                sample = await house.sample()
                application = await house.services.applications.add(sample.profile, long_offer())
                found = await house.services.preflights.of(application.id, CV, chosen(server))
                assert found.context_limit == limit
                assert max((part.tokens for part in found.parts), default=0) <= limit
                assert found.left_out
                if found.parts:
                    server.scripts = answers(await house.steps(application))
                    task = await house.ended(await house.services.generation.start(application.id, CV, found.agreed))
                    assert task.trouble is None
                    assert task.spec.options.estimate == found.estimate

    asyncio.run(main())


def test_the_second_run_knows_the_speed_of_the_first(tmp_path: Path) -> None:
    async def main() -> None:
        with OllamaServer() as server:
            async with opened(tmp_path) as house:
                application = await house.sample()
                server.scripts = answers(await house.steps(application))
                task = await house.run(application, server)
                assert task.status is Status.COMPLETED
                took = await house.services.preflights.actual(task)
                assert took.tokens_read
                assert took.tokens_written
                assert took.dollars == 0
            async with opened(tmp_path) as house:  # what was measured is on disk when the program has ended
                found = await house.services.preflights.of(application.id, CV, chosen(server))
                assert found.estimate.total_seconds is not None
                assert found.estimate.first_token_seconds is not None
                assert found.estimate.first_token_seconds < found.estimate.total_seconds

    asyncio.run(main())


def times(key: str, asked: float, first: float, ended: float, usage: Usage) -> PartTimes:
    return PartTimes(key, False, asked, first, ended, usage)


def test_speeds_are_the_servers_own_where_it_tells_them() -> None:
    told = Usage(1000, 50, loading_seconds=2.0, reading_seconds=4.0, writing_seconds=5.0)
    later = Usage(1000, 50, loading_seconds=0.01, reading_seconds=0.5, writing_seconds=5.0)
    measured = speed_of([times("a", 0, 90, 99, told), times("b", 100, 101, 199, later)], {})
    assert measured == Speed(reading=250.0, rereading=2000.0, writing=10.0, loading=2.0)


def test_a_server_that_tells_no_seconds_is_measured_by_the_clock() -> None:
    measured = speed_of([times("a", 10.0, 12.0, 17.0, Usage(1000, 100))], {})
    assert (measured.reading, measured.writing, measured.loading) == (500.0, 20.0, None)


def test_a_part_that_did_not_end_measures_nothing() -> None:
    assert speed_of([PartTimes("a", False, 0.0, 1.0)], {}) == Speed()


def test_an_estimate_comes_from_speeds_and_prices(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            steps = await house.steps(await house.sample())
        cold = foreseen(steps, Speed(), FREE, loaded=False)
        assert (cold.first_token_seconds, cold.total_seconds, cold.dollars) == (None, None, 0.0)
        speed = Speed(reading=100.0, rereading=1000.0, writing=10.0, loading=3.0, counted=0.5)
        known = foreseen(steps, speed, Price(1.0, 2.0), loaded=False)
        assert known.tokens_read == pytest.approx(cold.tokens_read / 2, abs=1)
        assert known.largest == cold.largest  # what fits is judged by the most it can be
        assert known.first_token_seconds is not None
        assert known.total_seconds is not None
        warm = foreseen(steps, speed, Price(1.0, 2.0), loaded=True)
        assert warm.first_token_seconds == pytest.approx(known.first_token_seconds - 3.0)
        assert known.dollars == pytest.approx((known.tokens_read + 2 * known.tokens_written) / 1e6, rel=0.01)
        assert (
            foreseen(steps, msgspec.structs.replace(speed, counted=1.7), None, loaded=True).tokens_read
            <= cold.tokens_read
        )

    asyncio.run(main())


def long_offer() -> str:
    line = "We look for an engineer. Kubernetes and Go are a must, and so is patience.\n"
    return "Senior engineer\n" + "".join(f"{number}. {line}" for number in range(2_000))


@pytest.mark.parametrize("kind", [CV, LETTER])
def test_who_does_not_wait_for_the_preflight_gets_prompts_that_fit_too(tmp_path: Path, kind: DocumentKind) -> None:
    async def main() -> None:
        with OllamaServer(house=Machine(models=(LoopbackModel(context=2048),))) as server:
            async with opened(tmp_path) as house:
                sample = await house.sample()
                application = await house.services.applications.add(sample.profile, long_offer())
                choice = chosen(server)
                shown = await house.services.sending.outgoing(application.id, kind, choice)
                found = await house.services.preflights.of(application.id, kind, choice)
                assert [record.key for record in shown.records] == [part.key for part in found.parts] != []
                task = await house.ended(await house.services.generation.start(application.id, kind, choice))
                assert task.trouble is None
                assert task.spec.options.context_limit == 2048
                fitted = [
                    tokens_of_messages(messages(one)) + one.body["options"]["num_predict"] for one in server.chats
                ]
                assert max(fitted) <= 2048
                # What is said in the loopback model's usual answer has no fact: each part is asked for twice.
                assert [one.body for one in server.chats[::2]] == [json.loads(one.what.body) for one in shown.records]
                assert any("offer" in note for note in await house.services.generation.notes(task.id))

    asyncio.run(main())


def messages(asked: Received) -> list[Message]:
    return [Message(one["role"], one["content"]) for one in asked.body["messages"]]


def test_a_cut_part_is_gone_on_with_in_what_the_model_holds(tmp_path: Path) -> None:
    async def main() -> None:
        with OllamaServer(house=Machine(models=(LoopbackModel(context=1500),))) as server:
            async with opened(tmp_path) as house:
                application = await house.sample()
                choice = chosen(server)
                found = await house.services.preflights.of(application.id, LETTER, choice)
                words = " ".join(f"word{number}" for number in range(250))
                server.scripts = [Script(text=words, fault=Fault.RESET, fault_after=240)]
                task = await house.services.generation.start(application.id, LETTER, found.agreed)
                assert (await house.ended(task)).status is not Status.COMPLETED
                server.scripts = [Script(text="And that is all.")]
                await house.services.generation.resume(task)
                ended = await house.ended(task)
                assert ended.trouble is None
                going_on = next(one for one in server.chats if one.body["messages"][-2]["role"] == "assistant")
                assert going_on.body["messages"][-2]["content"].endswith(" word238")
                assert tokens_of_messages(messages(going_on)) + going_on.body["options"]["num_predict"] <= 1500
                text = await house.services.generation.text(task)
                assert text.startswith("word0 word1 ")  # what came is kept whole

    asyncio.run(main())


@pytest.mark.parametrize("kind", [CV, LETTER])
@pytest.mark.parametrize(
    "asked",
    [{}, {"rewrite_edited": True}, {"language": "fr"}, {"language": "fr", "rewrite_edited": True}],
    ids=["as it is", "edits too", "in French", "edits in French"],
)
def test_what_is_foreseen_shown_and_sent_is_the_same(tmp_path: Path, kind: DocumentKind, asked: dict[str, Any]) -> None:
    async def main() -> None:
        with OllamaServer(house=Machine(models=(LoopbackModel(context=1500),))) as server:
            async with opened(tmp_path) as house:
                # What is hidden is longer than what stands for it: the prompts that leave must fit as they leave.
                await house.services.provider_settings.change(
                    "ollama", ProviderPlace(base_url="http://writer.example:11434", proxy=server.url)
                )
                await house.services.provider_settings.set_private_words(("is", "in", "Go", "and", "the"))
                sample = await house.sample()
                application = await house.services.applications.add(sample.profile, long_offer())
                [first, *_] = await house.steps(application, kind)
                await house.edit(await house.document(application, kind), first.draft[:20], "Mine: " + first.draft[:20])
                choice = Choice("ollama", MODEL, **asked)
                found = await house.services.preflights.of(application.id, kind, choice)
                shown = await house.services.sending.outgoing(application.id, kind, found.agreed)
                server.scripts = [Script(text="Yes.")] * len(found.parts)
                task = await house.services.generation.start(application.id, kind, found.agreed)
                await house.ended(task)
                sent = await house.services.sending.sent(task)
                keys = [part.key for part in found.parts]
                assert keys == [record.key for record in shown.records]
                assert keys == list(dict.fromkeys(record.key for record in sent.records))
                assert bool(keys) == bool(server.chats)
                sizes = [
                    tokens_of_messages(messages(one)) + one.body["options"]["num_predict"]
                    for one in server.chats
                    if one.body["options"].get("stop")
                ]
                assert sizes == [part.tokens for part in found.parts]
                assert all(size <= 1500 for size in sizes)

    asyncio.run(main())
