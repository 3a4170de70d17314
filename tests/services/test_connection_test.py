"""A provider is tested: what is in the way is named, and no model is asked for words."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

import pytest

from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.connection_test import Tried, try_connection
from jobmatch_desktop.storage.settings import ProviderPlace
from tests.loopback.cloud_servers import AnthropicServer, OpenAIServer
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.script import House
from tests.providers.test_local_servers import answering

KEYS = {"OPENAI_API_KEY": "sk-one", "ANTHROPIC_API_KEY": "sk-two"}


def tried(
    folder: Path, provider: str, place: ProviderPlace | None, model: str = "", keys: Mapping[str, str] = KEYS
) -> Tried:
    async def run() -> Tried:
        async with open_program(folder, lambda event: None, key_variables=keys) as services:
            if place is not None:
                await services.preferences.change(providers={provider: place})
            return await try_connection(services.models, provider, model)

    return asyncio.run(run())


def kind(found: Tried) -> str:
    return found.trouble.kind if found.trouble else ""


@pytest.mark.parametrize(("model", "trouble"), [("", ""), ("smollm2:135m", ""), ("smollm2", "ModelMissing")])
def test_the_model_is_looked_for(tmp_path: Path, model: str, trouble: str) -> None:
    with OllamaServer() as server:
        found = tried(tmp_path, "ollama", ProviderPlace(base_url=server.url), model)
        assert kind(found) == trouble
        assert [one.name for one in found.models] == ["smollm2:135m"]
        assert found.milliseconds >= 0
        assert not any(one.path in ("/api/chat", "/api/generate") for one in server.requests)


def test_a_model_that_a_cloud_does_not_offer(tmp_path: Path) -> None:
    with OpenAIServer() as openai, AnthropicServer() as anthropic:
        for name, server in (("openai", openai), ("anthropic", anthropic)):
            place = ProviderPlace(base_url=server.base_url)
            assert kind(tried(tmp_path, name, place, "smollm2:135m")) == ""
            assert kind(tried(tmp_path, name, place, "retired-1")) == "ModelNotOffered"
            assert server.chats == []


def test_the_key_is_what_is_wrong(tmp_path: Path) -> None:
    with OpenAIServer(house=House(key="sk-other")) as server:
        place = ProviderPlace(base_url=server.base_url)
        assert kind(tried(tmp_path, "openai", place)) == "KeyRefused"
    assert kind(tried(tmp_path, "compatible", None)) == "NoAddress"
    assert kind(tried(tmp_path, "openai", ProviderPlace(base_url="http://models.invalid/v1"))) == "KeyWouldTravelOpenly"


def test_the_place_is_what_is_wrong(tmp_path: Path) -> None:
    refused = f"http://127.0.0.1:{closed_port()}/v1"
    with answering({"/v1/models": b"<html>"}) as port, OllamaServer() as plain:
        places = {
            "NotRunning": ProviderPlace(base_url=refused),
            "UnexpectedAnswer": ProviderPlace(base_url=f"http://127.0.0.1:{port}/v1"),
            "UntrustedServer": ProviderPlace(base_url=plain.url.replace("http:", "https:") + "/v1"),
            "HostUnknown": ProviderPlace(base_url="http://nowhere.invalid/v1"),
            "Unreachable": ProviderPlace(base_url="http://models.invalid/v1", proxy=refused.removesuffix("/v1")),
        }
        found = {wanted: kind(tried(tmp_path, "compatible", place)) for wanted, place in places.items()}
    assert found.pop("Unreachable") in ("Unreachable", "NotRunning")
    assert found == {wanted: wanted for wanted in found}
