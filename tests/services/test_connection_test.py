"""A provider is tested: what is in the way is named, and no model is asked for words."""

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from jobmatch_desktop.program import open_program
from jobmatch_desktop.providers import anthropic, ollama, openai
from jobmatch_desktop.services import connection_test
from jobmatch_desktop.services.connection_test import Tried, try_connection
from jobmatch_desktop.storage.settings import ProviderPlace
from tests.faults.proxy import Proxy
from tests.loopback.cloud_servers import AnthropicServer, OpenAIServer
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.saying import saying
from tests.loopback.script import House, LoopbackModel
from tests.providers.test_local_servers import answering

KEYS = {"OPENAI_API_KEY": "sk-one", "ANTHROPIC_API_KEY": "sk-two"}


def tried(
    folder: Path, provider: str, place: ProviderPlace | None, model: str = "", keys: Mapping[str, str] = KEYS
) -> Tried:
    async def run() -> Tried:
        async with open_program(folder, lambda event: None, key_variables=keys) as services:
            if place is not None:
                await services.preferences.change(providers={provider: place})
            return await try_connection(services.models, provider, model, "The server")

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
            "ProxyUnreachable": ProviderPlace(base_url="http://models.invalid/v1", proxy=refused.removesuffix("/v1")),
        }
        found = {wanted: kind(tried(tmp_path, "compatible", place)) for wanted, place in places.items()}
    assert found == {wanted: wanted for wanted in found}


@pytest.mark.parametrize("provider", ["ollama", "openai", "anthropic", "compatible"])
@pytest.mark.parametrize("proxy", ["gone", "unknown", "refusing"])
def test_the_proxy_is_what_is_wrong_and_is_named(tmp_path: Path, provider: str, proxy: str) -> None:
    with Proxy(refuses=True) as refusing:
        places = {"gone": f"127.0.0.1:{closed_port()}", "unknown": "nowhere.invalid:8080"}
        host = places.get(proxy, f"127.0.0.1:{refusing.port}")
        place = ProviderPlace(base_url="https://models.invalid/v1", proxy=f"http://{host}")
        found = tried(tmp_path, provider, place)
    assert kind(found) == ("ProxyRefused" if proxy == "refusing" else "ProxyUnreachable")
    assert host in str(found.trouble)


def test_the_proxy_of_the_environment_is_named_without_its_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = closed_port()
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, f"http://me:secret@127.0.0.1:{port}")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    told = str(tried(tmp_path, "compatible", ProviderPlace(base_url="https://models.invalid/v1")).trouble)
    assert f"The proxy 127.0.0.1:{port} cannot be reached" in told
    assert "secret" not in told
    monkeypatch.setenv("no_proxy", "models.invalid")
    assert kind(tried(tmp_path, "compatible", ProviderPlace(base_url="https://models.invalid/v1"))) == "HostUnknown"


def test_a_proxy_that_wants_a_password(tmp_path: Path) -> None:
    answer = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
    with saying(answer) as port:
        for address in ("http://models.invalid/v1", "https://models.invalid/v1"):
            place = ProviderPlace(base_url=address, proxy=f"http://127.0.0.1:{port}")
            assert kind(tried(tmp_path, "compatible", place)) == "ProxyRefused"


def test_access_denied(tmp_path: Path) -> None:
    with saying(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n") as port:
        for provider in ("ollama", "openai", "anthropic", "compatible"):
            place = ProviderPlace(base_url=f"http://127.0.0.1:{port}")
            assert kind(tried(tmp_path, provider, place)) == "AccessDenied"


def test_no_key(tmp_path: Path) -> None:
    for provider in ("openai", "anthropic"):
        assert kind(tried(tmp_path, provider, None, keys={})) == "NoKey"


def test_a_server_that_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (ollama, openai, anthropic):
        monkeypatch.setattr(module, "DISCOVERY_SECONDS", 0.2)
    with saying(b"") as port:
        for provider in ("ollama", "openai", "anthropic", "compatible"):
            found = tried(tmp_path, provider, ProviderPlace(base_url=f"http://127.0.0.1:{port}"))
            assert kind(found) == "NoAnswer"
            assert found.milliseconds == 0


def test_a_model_that_cannot_write(tmp_path: Path) -> None:
    house = House(models=(LoopbackModel("embed:latest", capabilities=("embedding",)), LoopbackModel("small:1b")))
    with OllamaServer(house=house) as server:
        place = ProviderPlace(base_url=server.url)
        assert kind(tried(tmp_path, "ollama", place, "embed")) == "NotForWriting"
        assert kind(tried(tmp_path, "ollama", place, "small:1b")) == ""


def test_the_time_told_is_that_of_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Making the client imports the SDK: however long that takes, it is no part of it."""
    clock = [0.0]
    monkeypatch.setattr(connection_test.time, "monotonic", lambda: clock[0])
    made = openai.make_client

    def slowly(*values: Any) -> Any:
        clock[0] += 1000
        return made(*values)

    monkeypatch.setattr(openai, "make_client", slowly)
    with OpenAIServer() as server:
        found = tried(tmp_path, "openai", ProviderPlace(base_url=server.base_url))
    assert (kind(found), clock[0], found.milliseconds) == ("", 1000.0, 0)


def test_what_a_silent_server_knows_of_a_model_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection_test, "ANSWER_SECONDS", 0.5)

    async def run(url: str) -> bool:
        async with open_program(tmp_path, lambda event: None, key_variables={}) as services:
            await services.preferences.change(providers={"ollama": ProviderPlace(base_url=url)})
            return await connection_test.known_capabilities(services.models, "ollama", "smollm2:135m") is not None

    with saying(b"") as port, OllamaServer() as server:
        assert not asyncio.run(run(f"http://127.0.0.1:{port}"))
        assert asyncio.run(run(server.url))
