"""What a look for Ollama finds: honest states, models with their sizes, loading ahead."""

import asyncio
import socket
from pathlib import Path

import pytest

from jobmatch_desktop.domain.provider_errors import ModelMissing
from jobmatch_desktop.providers import ollama, ollama_discovery
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.ollama_discovery import full_name, known_of
from jobmatch_desktop.providers.protocol import Availability, Capabilities, Model, State
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.script import House, LoopbackModel, Script
from tests.providers.streaming import MODEL, request, streamed

EMBEDDER = LoopbackModel("nomic-embed-text:latest", context=2048, capabilities=("embedding",))


def found(url: str) -> Availability:
    async def run() -> Availability:
        provider = OllamaProvider(ProviderSettings(base_url=url), environment={})
        try:
            return await provider.availability()
        finally:
            await provider.close()

    return asyncio.run(run())


def test_ready() -> None:
    models = (LoopbackModel(), LoopbackModel("qwen3:8b", 5_200_000_000, "8.2B", "Q4_K_M", 40960), EMBEDDER)
    with OllamaServer(house=House(models=models, loaded={"qwen3:8b": 8192})) as server:
        availability = found(server.url)
    assert availability.state is State.READY
    assert availability.trouble is None
    assert availability.models == (
        Model(MODEL, 98_363_007, "134.52M", "Q4_1", 8192),
        Model("qwen3:8b", 5_200_000_000, "8.2B", "Q4_K_M", 40960, loaded=True, graphics_share=0.0),
        Model("nomic-embed-text:latest", 98_363_007, "134.52M", "Q4_1", 2048, writes=False),
    )


@pytest.mark.parametrize("models", [(), (EMBEDDER,)], ids=["none", "none that writes"])
def test_no_model(models: tuple[LoopbackModel, ...]) -> None:
    with OllamaServer(house=House(models=models)) as server:
        availability = found(server.url)
    assert availability.state is State.NO_MODEL
    assert "jobmatch-desktop pull" in str(availability.trouble)


def test_not_running_and_not_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(ollama, "is_installed", lambda: False)
    url = f"http://127.0.0.1:{closed_port()}"
    assert found(url).state is State.NOT_INSTALLED
    monkeypatch.setattr(ollama, "is_installed", lambda: True)
    availability = found(url)
    assert availability.state is State.NOT_RUNNING
    assert url in str(availability.trouble)


def test_installed_is_a_program_on_the_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "ollama"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ollama_discovery.is_installed()


@pytest.mark.parametrize("house", [House(key="k"), House(models=(), show=False, ps=False)], ids=["key wanted", "old"])
def test_other_servers_are_a_state_too(house: House) -> None:
    with OllamaServer(house=house) as server:
        availability = found(server.url)
    assert availability.state is not State.READY
    assert availability.trouble


def test_silent_server_is_a_state(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ollama, "DISCOVERY_SECONDS", 0.2)

    with socket.create_server(("127.0.0.1", 0)) as silent:
        availability = found(f"http://127.0.0.1:{silent.getsockname()[1]}")
    assert availability.state is State.NOT_RUNNING
    assert availability.trouble is not None
    assert availability.trouble.kind == "NoAnswer"


def test_models_of_an_old_server_are_listed_without_details() -> None:
    with OllamaServer(house=House(show=False, ps=False)) as server:
        availability = found(server.url)
    assert availability.models == (Model(MODEL, 98_363_007, "134.52M", "Q4_1"),)


def test_capabilities() -> None:
    async def run(server: OllamaServer, model: str) -> Capabilities:
        provider = OllamaProvider(ProviderSettings(base_url=server.url), environment={})
        try:
            return await provider.capabilities(model)
        finally:
            await provider.close()

    thinker = LoopbackModel("thinker:1b", context=40960, capabilities=("completion", "thinking"))
    with OllamaServer(house=House(models=(LoopbackModel(), thinker))) as server:
        assert asyncio.run(run(server, MODEL)).thinking is False
        capabilities = asyncio.run(run(server, "thinker:1b"))
        with pytest.raises(ModelMissing):
            asyncio.run(run(server, "gone:1b"))
    assert capabilities == Capabilities(
        streams=True, thinking=True, counts_tokens=False, reports_usage=True, context_tokens=40960
    )


@pytest.mark.parametrize(
    ("wanted", "loaded", "window"),
    [(8192, None, 8192), (None, None, 4096), (None, 2048, 2048), (32768, None, 8192)],
    ids=["as asked", "usual", "as it is", "no more than the model holds"],
)
def test_preload_loads_with_the_options_of_the_request(wanted: int | None, loaded: int | None, window: int) -> None:
    async def run(server: OllamaServer) -> None:
        provider = OllamaProvider(ProviderSettings(base_url=server.url), environment={})
        await provider.preload(MODEL, wanted)
        await provider.close()

    with OllamaServer(Script(), house=House(loaded={} if loaded is None else {MODEL: loaded})) as server:
        asyncio.run(run(server))
        assert server.loaded == {MODEL: window}
        assert server.chats == []
        streamed(server, request())
        assert server.loaded == {MODEL: window}


def test_preload_of_a_missing_model_says_so() -> None:
    async def run(server: OllamaServer) -> None:
        provider = OllamaProvider(ProviderSettings(base_url=server.url), environment={})
        try:
            await provider.preload("gone:1b", None)
        finally:
            await provider.close()

    with OllamaServer() as server, pytest.raises(ModelMissing):
        asyncio.run(run(server))


def test_known_of_odd_answers() -> None:
    assert known_of(None, None).writes
    assert known_of({"general.architecture": "x", "x.context_length": "many"}, []).context_tokens is None
    assert known_of({"general.architecture": "gemma3", "gemma3.context_length": 131072}, None).context_tokens == 131072


def test_full_name() -> None:
    assert full_name("llama3.2") == "llama3.2:latest"
    assert full_name("llama3.2:1b") == "llama3.2:1b"
    assert full_name("localhost:5000/me/model") == "localhost:5000/me/model:latest"
