"""Downloads one after the other: paused, gone on with, given up, failed; against an Ollama on loopback."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from jobmatch_desktop.domain.provider_errors import ModelUnknown
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.settings import ProviderSettings
from jobmatch_desktop.services.pulls import Pull, Pulls, PullState
from jobmatch_desktop.storage.settings import ProviderPlace
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import House, Layer
from tests.patience import SECONDS
from tests.services.house import opened

SLOW = House(layers=(Layer("sha256:aa", 4_000_000, 4_000),), pull_seconds=0.02)


@asynccontextmanager
async def pulling(folder: Path, server: OllamaServer) -> AsyncIterator[Pulls]:
    async with opened(folder) as house:
        await house.services.preferences.change(providers={"ollama": ProviderPlace(base_url=server.url)})
        yield house.services.models.pulls


def run(folder: Path, server: OllamaServer, act: Callable[[Pulls], Awaitable[None]]) -> None:
    async def main() -> None:
        async with pulling(folder, server) as pulls:
            await act(pulls)

    asyncio.run(main())


async def until(pulls: Pulls, holds: Callable[[dict[str, Pull]], object]) -> dict[str, Pull]:
    async with asyncio.timeout(SECONDS):
        while True:
            now = {pull.model: pull for pull in await pulls.now()}
            if holds(now):
                return now
            await asyncio.sleep(0.01)


def asked(server: OllamaServer) -> list[str]:
    return [request.body["model"] for request in server.requests if request.path == "/api/pull"]


def test_one_after_the_other(tmp_path: Path) -> None:
    async def act(pulls: Pulls) -> None:
        await pulls.start("first:1b")
        await pulls.start(" second:1b\n")
        await pulls.start("first:1b")
        now = await until(pulls, lambda now: now["first:1b"].state is PullState.RUNNING)
        assert now["second:1b"].state is PullState.WAITING
        now = await until(pulls, lambda now: now["second:1b"].state is PullState.DONE)
        assert now["first:1b"].state is PullState.DONE
        assert now["first:1b"].progress.done == now["first:1b"].progress.total > 0
        await pulls.cancel("first:1b")
        assert [pull.model for pull in await pulls.now()] == ["second:1b"]

    with OllamaServer(house=House(pull_seconds=0.005)) as server:
        run(tmp_path, server, act)
        assert asked(server) == ["first:1b", "second:1b"]


def test_paused_and_gone_on_with_where_it_stood(tmp_path: Path) -> None:
    async def act(pulls: Pulls) -> None:
        await pulls.start("big:8b")
        await until(pulls, lambda now: now["big:8b"].progress.done >= 100_000)
        await pulls.pause("big:8b")
        (paused,) = await pulls.now()
        assert (paused.state, paused.speed) == (PullState.PAUSED, None)
        assert await server.until(lambda: server.requests[-1].closed_at is not None)
        server.house = House(layers=SLOW.layers)
        await pulls.start("big:8b")
        now = await until(pulls, lambda now: now["big:8b"].state is not PullState.WAITING)
        assert now["big:8b"].progress.done >= paused.progress.done
        await until(pulls, lambda now: now["big:8b"].state is PullState.DONE)

    with OllamaServer(house=SLOW) as server:
        run(tmp_path, server, act)
        assert asked(server) == ["big:8b", "big:8b"]


def test_the_next_begins_when_one_is_paused_or_given_up(tmp_path: Path) -> None:
    async def act(pulls: Pulls) -> None:
        for model in ("one:1b", "two:1b", "three:1b"):
            await pulls.start(model)
        await until(pulls, lambda now: now["one:1b"].progress.done)
        await pulls.pause("one:1b")
        await until(pulls, lambda now: now["two:1b"].progress.done)
        await pulls.cancel("two:1b")
        now = await until(pulls, lambda now: now["three:1b"].progress.done)
        assert list(now) == ["one:1b", "three:1b"]
        assert now["one:1b"].state is PullState.PAUSED
        assert await server.until(lambda: sum(one.closed_at is not None for one in server.requests) == 2)

    with OllamaServer(house=SLOW) as server:
        run(tmp_path, server, act)


def test_one_that_waits_can_be_paused_and_given_up(tmp_path: Path) -> None:
    async def act(pulls: Pulls) -> None:
        for model in ("one:1b", "two:1b", "three:1b"):
            await pulls.start(model)
        await pulls.pause("two:1b")
        await pulls.cancel("three:1b")
        now = {pull.model: pull.state for pull in await pulls.now()}
        assert now == {"one:1b": PullState.RUNNING, "two:1b": PullState.PAUSED}

    with OllamaServer(house=SLOW) as server:
        run(tmp_path, server, act)
        assert set(asked(server)) <= {"one:1b"}


def test_a_failure_is_told_and_does_not_hold_up_the_next(tmp_path: Path) -> None:
    async def act(pulls: Pulls) -> None:
        await pulls.start("nowhere:1b")
        await pulls.start("here:1b")
        now = await until(pulls, lambda now: now["here:1b"].state is PullState.DONE)
        failed = now["nowhere:1b"]
        assert failed.state is PullState.FAILED
        assert failed.trouble is not None
        assert failed.trouble.kind == "ModelUnknown"
        await pulls.start("nowhere:1b")
        await until(pulls, lambda now: now["nowhere:1b"].state is PullState.FAILED)

    with OllamaServer() as server:
        run(tmp_path, server, act)
        assert asked(server) == ["nowhere:1b", "here:1b", "nowhere:1b"]


@pytest.mark.parametrize("name", ["", "  ", "two words", "line\nbreak", "bell\a"])
def test_a_name_that_cannot_be_one(tmp_path: Path, name: str) -> None:
    async def act(pulls: Pulls) -> None:
        with pytest.raises(ModelUnknown) as raised:
            await pulls.start(name)
        assert "\n" not in str(raised.value)
        assert await pulls.now() == ()

    with OllamaServer() as server:
        run(tmp_path, server, act)
        assert asked(server) == []


def test_the_end_of_the_program_stops_it(tmp_path: Path) -> None:
    async def act(pulls: Pulls) -> None:
        await pulls.start("big:8b")
        await until(pulls, lambda now: now["big:8b"].progress.done)

    with OllamaServer(house=SLOW) as server:
        run(tmp_path, server, act)
        assert server.wait_for(lambda: server.requests[-1].closed_at is not None)


def test_speed_and_time_left_are_of_this_moment() -> None:
    moment = 0.0

    async def main() -> None:
        nonlocal moment
        with OllamaServer(house=SLOW) as server:
            provider = OllamaProvider(ProviderSettings(base_url=server.url), environment={})
            pulls = Pulls(provider.pull, lambda: moment)
            await pulls.start("big:8b")
            await until(pulls, lambda now: now["big:8b"].progress.done >= 20_000)
            moment = 2.0
            now = await until(pulls, lambda now: now["big:8b"].progress.done >= 60_000)
            assert now["big:8b"].speed
            assert now["big:8b"].seconds_left
            await pulls.close()
            await provider.close()

    asyncio.run(main())
