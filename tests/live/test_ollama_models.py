"""Models of a real Ollama: deleted, told where they are loaded, found on this machine."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar
from urllib.parse import urlsplit

import httpx
import pytest

from jobmatch_desktop.domain.provider_errors import ModelMissing
from jobmatch_desktop.providers.local_servers import find_servers
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.providers.streaming import MODEL

COPY = "jobmatch-test-copy:latest"
_Result = TypeVar("_Result")


def with_provider(url: str, use: Callable[[OllamaProvider], Awaitable[_Result]]) -> _Result:
    async def run() -> _Result:
        provider = OllamaProvider(ProviderSettings(base_url=url), environment={})
        try:
            return await use(provider)
        finally:
            await provider.close()

    return asyncio.run(run())


def test_a_copy_is_deleted(ollama_base_url: str) -> None:
    copied = httpx.post(f"{ollama_base_url}/api/copy", json={"source": MODEL, "destination": COPY}, trust_env=False)
    copied.raise_for_status()

    async def use(provider: OllamaProvider) -> None:
        assert COPY in {model.name for model in (await provider.availability()).models}
        await provider.delete(COPY)
        assert COPY not in {model.name for model in (await provider.availability()).models}
        with pytest.raises(ModelMissing):
            await provider.delete(COPY)

    with_provider(ollama_base_url, use)


def test_where_a_model_is_loaded(ollama_base_url: str) -> None:
    async def use(provider: OllamaProvider) -> None:
        await provider.preload(MODEL, 4096)
        (model,) = [model for model in (await provider.availability()).models if model.name == MODEL]
        assert model.loaded
        assert model.graphics_share is not None
        assert 0 <= model.graphics_share <= 1

    with_provider(ollama_base_url, use)


def test_it_is_found_on_this_machine(ollama_base_url: str) -> None:
    address = urlsplit(ollama_base_url)
    if address.hostname not in ("127.0.0.1", "localhost"):
        pytest.skip("the real Ollama is on another machine")
    (server,) = asyncio.run(find_servers({address.port or 80: ""}))
    assert server.kind == "ollama"
    assert MODEL in server.models
