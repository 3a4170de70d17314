"""What is said to leave is, byte for byte, what leaves."""

import asyncio
import json

import pytest

from jobmatch_desktop.domain.provider_errors import ModelMissing, PromptTooLong
from jobmatch_desktop.domain.stream import Message, Request, Sent
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import House, LoopbackModel
from tests.providers.streaming import collected, request


def test_what_ollama_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main(url: str) -> tuple[Sent, list[Sent]]:
        provider = OllamaProvider(ProviderSettings(base_url=url, headers=(("X-Team", "blue"),)), {})
        asked = request("Écris à Zoë.", stop=("\n\n",))
        told = await provider.outgoing(asked)
        came = await collected(provider, asked)
        await provider.close()
        return told, [chunk for chunk in came.chunks if isinstance(chunk, Sent)]

    with OllamaServer() as server:
        told, sent = asyncio.run(main(server.url))
    (chat,) = server.chats
    assert sent == [told]
    assert told.url == f"{server.url}/api/chat"
    assert json.loads(told.body) == chat.body
    assert len(told.body) == int(chat.headers["content-length"])
    assert chat.body["truncate"] is False
    assert chat.headers["x-team"] == "blue"


def test_nothing_of_the_prompt_leaves_to_tell_what_would(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main(url: str) -> None:
        provider = OllamaProvider(ProviderSettings(base_url=url), {})
        await provider.outgoing(request("Zoë Quartz"))
        await provider.close()

    with OllamaServer() as server:
        asyncio.run(main(server.url))
    assert server.chats == []
    assert "Quartz" not in repr([one.body for one in server.requests])


def test_what_cannot_be_sent_is_told_as_when_sending() -> None:
    async def main(url: str, asked: Request) -> None:
        provider = OllamaProvider(ProviderSettings(base_url=url), {})
        try:
            await provider.outgoing(asked)
        finally:
            await provider.close()

    with OllamaServer(house=House(models=(LoopbackModel(context=2048),))) as server:
        with pytest.raises(PromptTooLong):
            asyncio.run(main(server.url, request("word " * 9000)))
        with pytest.raises(ModelMissing):
            asyncio.run(main(server.url, Request("other:1b", (Message("user", "Write."),), 10)))


def test_without_a_temperature_the_models_own_stands() -> None:
    async def main(url: str) -> Sent:
        provider = OllamaProvider(ProviderSettings(base_url=url), {})
        told = await provider.outgoing(request(temperature=None))
        await provider.close()
        return told

    with OllamaServer() as server:
        assert "temperature" not in json.loads(asyncio.run(main(server.url)).body)["options"]


def test_a_model_is_deleted() -> None:
    async def main(url: str) -> None:
        provider = OllamaProvider(ProviderSettings(base_url=url), {})
        await provider.delete("smollm2:135m")
        assert (await provider.availability()).models == ()
        with pytest.raises(ModelMissing):
            await provider.delete("smollm2:135m")
        await provider.close()

    with OllamaServer() as server:
        asyncio.run(main(server.url))
