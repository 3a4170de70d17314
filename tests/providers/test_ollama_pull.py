"""Downloads: progress over all layers, cancelled and gone on with, every fault in words."""

import asyncio
from contextlib import aclosing

import pytest

from jobmatch_desktop.domain.provider_errors import KeyRefused, ModelUnknown, NotRunning, ProviderError, PullFailed
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.ollama_pull import Layers
from jobmatch_desktop.providers.protocol import PullProgress
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.script import House


def pulled(url: str, model: str = "smollm2:135m", stop_at: int | None = None) -> list[PullProgress]:
    async def run() -> list[PullProgress]:
        provider = OllamaProvider(ProviderSettings(base_url=url), environment={})
        steps: list[PullProgress] = []
        try:
            async with aclosing(provider.pull(model)) as progress:
                async for step in progress:
                    steps.append(step)
                    if stop_at is not None and step.done >= stop_at:
                        break
        finally:
            await provider.close()
        return steps

    return asyncio.run(run())


def test_progress_is_summed_over_layers() -> None:
    with OllamaServer() as server:
        steps = pulled(server.url)
    assert steps[0] == PullProgress("pulling manifest")
    assert PullProgress("pulling aa", 500_000, 4_000_000) in steps
    assert PullProgress("pulling bb", 4_001_000, 4_001_000) in steps
    assert steps[-1] == PullProgress("success", 4_001_000, 4_001_000)
    assert [step.done for step in steps] == sorted(step.done for step in steps)


def test_cancelled_pull_stops_the_server_and_goes_on_later() -> None:
    with OllamaServer(house=House(pull_seconds=0.02)) as server:
        first = pulled(server.url, stop_at=1_000_000)
        assert first[-1].done == 1_000_000
        assert server.wait_for(lambda: server.requests[0].closed_at is not None)
        second = pulled(server.url)
    done = [step.done for step in second if step.done]
    assert done[0] > 1_000_000
    assert second[-1].step == "success"


@pytest.mark.parametrize(("model", "kind"), [("nowhere:1b", ModelUnknown), ("offline:1b", PullFailed)])
def test_faults_inside_the_stream(model: str, kind: type[ProviderError]) -> None:
    with OllamaServer() as server, pytest.raises(kind, match=model) as raised:
        pulled(server.url, model)
    assert "dial tcp" not in str(raised.value)


def test_other_faults() -> None:
    with OllamaServer(house=House(key="k")) as server, pytest.raises(KeyRefused):
        pulled(server.url)
    with pytest.raises(NotRunning):
        pulled(f"127.0.0.1:{closed_port()}")


def test_a_server_that_goes_away() -> None:
    server = OllamaServer(house=House(pull_seconds=0.02))

    async def run() -> None:
        provider = OllamaProvider(ProviderSettings(base_url=server.url), environment={})
        try:
            async with aclosing(provider.pull("smollm2:135m")) as progress:
                async for step in progress:
                    if step.done:
                        await asyncio.to_thread(server.__exit__, None, None, None)
        finally:
            await provider.close()

    server.__enter__()
    with pytest.raises(PullFailed):
        asyncio.run(run())


def test_layers_take_what_came_last() -> None:
    layers = Layers()
    assert layers.heard("pulling a", "a", None, 10) == PullProgress("pulling a", 0, 10)
    assert layers.heard("pulling a", "a", 4, 10) == PullProgress("pulling a", 4, 10)
    assert layers.heard("pulling b", "b", 1, 5) == PullProgress("pulling b", 5, 15)
    assert layers.heard("pulling a", "a", 12, 10) == PullProgress("pulling a", 11, 15)
    assert layers.heard(None, None, None, None) == PullProgress("", 11, 15)
