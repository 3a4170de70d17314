"""Who can write, loading a model ahead, downloading one."""

import asyncio
from contextlib import aclosing
from pathlib import Path

import pytest

from jobmatch_desktop.domain.provider_errors import ModelMissing, UnknownProvider
from jobmatch_desktop.domain.task import Status
from jobmatch_desktop.providers.protocol import State
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.storage.settings import ProviderPlace
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import House, Script
from tests.services.house import CV, MODEL, answers, opened


def test_the_composer_can_always_write_and_a_provider_as_it_is_now(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            composer, ollama = await house.services.models.writers()
            assert (composer.provider, composer.availability.state) == (COMPOSER, State.READY)
            assert ollama.provider == "ollama"
            assert ollama.availability.state in (State.NOT_INSTALLED, State.NOT_RUNNING)
            assert ollama.availability.trouble is not None
            with OllamaServer() as server:
                await house.services.preferences.change(providers={"ollama": ProviderPlace(base_url=server.url)})
                _, ollama = await house.services.models.writers()
                assert ollama.availability.state is State.READY
                assert [model.name for model in ollama.availability.models] == [MODEL]
            with OllamaServer(house=House(models=())) as server:
                found = await house.services.models.availability("ollama", server.url)
                assert found.state is State.NO_MODEL

    asyncio.run(main())


def test_a_changed_address_holds_for_the_next_generation(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            application = await house.sample()
            steps = await house.steps(application)
            choice = Choice(provider="ollama", model=MODEL)
            with OllamaServer(*answers(steps)) as first, OllamaServer(*answers(steps)) as second:
                for server in (first, second):
                    await house.services.preferences.change(providers={"ollama": ProviderPlace(base_url=server.url)})
                    task = await house.services.generation.start(application.id, CV, choice)
                    assert (await house.ended(task)).status is Status.COMPLETED
                    assert len(server.chats) == len(steps)

    asyncio.run(main())


def test_a_model_is_loaded_ahead(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            with OllamaServer(Script()) as server:
                await house.services.preferences.change(providers={"ollama": ProviderPlace(base_url=server.url)})
                await house.services.models.preload("ollama", MODEL)
                assert MODEL in server.loaded
                assert server.chats == []
                with pytest.raises(ModelMissing):
                    await house.services.models.preload("ollama", "gone:1b")
                with pytest.raises(UnknownProvider):
                    await house.services.models.preload("nobody", MODEL)

    asyncio.run(main())


def test_a_download_stops_when_it_is_closed_and_goes_on_later(tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path) as house:
            with OllamaServer(house=House(pull_seconds=0.02)) as server:
                models = house.services.models
                async with aclosing(models.pull(MODEL, base_url=server.url)) as progresses:
                    async for progress in progresses:
                        if progress.done >= 1_000_000:
                            break
                assert await server.until(lambda: server.requests[0].closed_at is not None)
                again = [progress async for progress in models.pull(MODEL, base_url=server.url)]
                assert next(progress.done for progress in again if progress.done) > 1_000_000
                assert again[-1].step == "success"

    asyncio.run(main())
