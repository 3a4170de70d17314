"""The contract of providers/protocol against a real Ollama with `smollm2:135m`."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import TypeVar

import httpx
import pytest

from jobmatch_desktop.domain.provider_errors import ModelMissing, ModelUnknown, PromptTooLong, PullFailed
from jobmatch_desktop.domain.stream import Message, Phase, Request, Text
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers import ollama
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.protocol import State
from jobmatch_desktop.providers.settings import ProviderSettings
from jobmatch_desktop.providers.token_estimate import least_tokens, tokens_of_messages
from tests.providers.streaming import MODEL, Came, collected, request
from tests.providers.test_context import COUNTED

_Result = TypeVar("_Result")

TRIES = 3
"""Times that Stop is tried: somebody else may be using the same server."""


def with_provider(url: str, use: Callable[[OllamaProvider], Awaitable[_Result]]) -> _Result:
    async def run() -> _Result:
        provider = OllamaProvider(ProviderSettings(base_url=url), environment={})
        try:
            return await use(provider)
        finally:
            await provider.close()

    return asyncio.run(run())


def streamed(url: str, asked: Request) -> Came:
    return with_provider(url, lambda provider: collected(provider, asked))


def test_discovery(ollama_base_url: str) -> None:
    availability = with_provider(ollama_base_url, lambda provider: provider.availability())
    assert availability.state is State.READY
    (model,) = [model for model in availability.models if model.name == MODEL]
    assert model.context_tokens == 8192
    assert model.size is not None
    assert model.size > 50_000_000
    assert (model.parameters, model.quantisation, model.writes) == ("134.52M", "Q4_1", True)


def test_capabilities(ollama_base_url: str) -> None:
    capabilities = with_provider(ollama_base_url, lambda provider: provider.capabilities(MODEL))
    assert (capabilities.context_tokens, capabilities.thinking) == (8192, False)


def test_stream(ollama_base_url: str) -> None:
    """Thinking is asked for of a model that cannot: it is not passed on, where the server would refuse it."""
    came = streamed(ollama_base_url, request("Write a short letter.", 24, thinking=True))
    assert came.ending is Ending.LENGTH
    assert came.phases[0] is Phase.CONNECTING
    assert came.phases[-2:] == [Phase.READING, Phase.WRITING]
    assert came.text.strip()
    usage = came.end.usage
    assert usage.tokens_written == 24
    assert usage.tokens_read
    assert not usage.prompt_cut
    assert usage.writing_seconds


def test_preload_loads_with_the_context_asked_for(ollama_base_url: str) -> None:
    async def use(provider: OllamaProvider) -> None:
        await provider.preload(MODEL, 4096)

    with_provider(ollama_base_url, use)
    loaded = httpx.get(f"{ollama_base_url}/api/ps", trust_env=False).json()["models"]
    assert [model["context_length"] for model in loaded if model["name"] == MODEL] == [4096]


def test_missing_model(ollama_base_url: str) -> None:
    came = streamed(ollama_base_url, Request("nothing-of-the-kind:1b", (Message("user", "Hi"),), 5))
    assert type(came.fault) is ModelMissing


def test_prompt_beyond_the_model(ollama_base_url: str) -> None:
    came = streamed(ollama_base_url, request("word " * 9000))
    assert type(came.fault) is PromptTooLong


def test_server_refuses_what_it_would_have_cut(ollama_base_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ollama, "tokens_of_messages", lambda messages: 1)
    came = streamed(ollama_base_url, request("word " * 200, 4, context_tokens=64))
    assert type(came.fault) is PromptTooLong


@pytest.mark.parametrize("text", COUNTED)
def test_estimate_is_never_below_what_the_server_counts(ollama_base_url: str, text: str) -> None:
    asked = request(text, 1)
    came = streamed(ollama_base_url, asked)
    assert came.end.usage.tokens_read is not None
    assert least_tokens(asked.messages) <= came.end.usage.tokens_read <= tokens_of_messages(asked.messages)


def test_download_that_fails(ollama_base_url: str) -> None:
    async def use(provider: OllamaProvider) -> None:
        async with aclosing(provider.pull("nothing-of-the-kind:1b")) as steps:
            async for _ in steps:
                pass

    with pytest.raises((PullFailed, ModelUnknown)):
        with_provider(ollama_base_url, use)


def test_stop_leaves_the_server_idle_within_a_second(ollama_base_url: str) -> None:
    """A server that runs one request at a time answers the next one as soon as it has stopped. The control is the same
    small request to the idle server; a generation that went on would take it minutes."""
    small = request("Count to a hundred.", 1, context_tokens=8192)
    endless = request("Count to a hundred.", 7000, context_tokens=8192)

    async def seconds(provider: OllamaProvider) -> float:
        begun = time.monotonic()
        await collected(provider, small)
        return time.monotonic() - begun

    async def use(provider: OllamaProvider) -> list[float]:
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
            beyond.append(await seconds(provider) - control)
            if beyond[-1] <= 1.0:
                break
        return beyond

    assert with_provider(ollama_base_url, use)[-1] <= 1.0
