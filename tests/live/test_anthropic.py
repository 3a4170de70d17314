"""The contract of providers/protocol against `/v1/messages` of a real Ollama with `smollm2:135m`."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import TypeVar

from jobmatch_desktop.domain.provider_errors import ModelMissing, ModelNotOffered
from jobmatch_desktop.domain.stream import Message, Phase, Request, Sent, Text
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers.anthropic import AnthropicProvider
from jobmatch_desktop.providers.protocol import State
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.providers.streaming import MODEL, collected, request

_Result = TypeVar("_Result")

TRIES = 3
"""Times that Stop is tried: somebody else may be using the same server."""


def with_provider(url: str, use: Callable[[AnthropicProvider], Awaitable[_Result]]) -> _Result:
    async def run() -> _Result:
        provider = AnthropicProvider(ProviderSettings(base_url=url), environment={})
        try:
            return await use(provider)
        finally:
            await provider.close()

    return asyncio.run(run())


def test_discovery(ollama_base_url: str) -> None:
    availability = with_provider(ollama_base_url, lambda provider: provider.availability())
    assert availability.state is State.READY
    assert MODEL in [model.name for model in availability.models]


def test_stream(ollama_base_url: str) -> None:
    came = with_provider(ollama_base_url, lambda one: collected(one, request("Write a short letter.", 24)))
    assert came.ending is Ending.LENGTH
    assert came.phases == [Phase.CONNECTING, Phase.READING, Phase.WRITING]
    assert came.text.strip()
    assert came.end.usage.tokens_written == 24
    assert came.end.usage.tokens_read
    (sent,) = [chunk for chunk in came.chunks if isinstance(chunk, Sent)]
    assert sent.url == f"{ollama_base_url}/v1/messages"


def test_missing_model(ollama_base_url: str) -> None:
    missing = Request("nothing-of-the-kind:1b", (Message("user", "Hi"),), 5)
    came = with_provider(ollama_base_url, lambda one: collected(one, missing))
    assert type(came.fault) in (ModelMissing, ModelNotOffered)


def test_stop_leaves_the_server_idle_within_a_second(ollama_base_url: str) -> None:
    """As tests/live/test_ollama: the next request is answered as soon as the server has stopped."""
    small = request("Count to a hundred.", 1)
    endless = request("Count to a hundred.", 7000)

    async def seconds(provider: AnthropicProvider) -> float:
        begun = time.monotonic()
        await collected(provider, small)
        return time.monotonic() - begun

    async def use(provider: AnthropicProvider) -> list[float]:
        beyond = []
        for _ in range(TRIES):
            await seconds(provider)
            control = await seconds(provider)
            words = 0
            async with aclosing(provider.stream(endless)) as chunks:
                async for chunk in chunks:
                    words += isinstance(chunk, Text)
                    if words == 5:
                        break
            assert words == 5
            beyond.append(await seconds(provider) - control)
            if beyond[-1] <= 1.0:
                break
        return beyond

    assert with_provider(ollama_base_url, use)[-1] <= 1.0
