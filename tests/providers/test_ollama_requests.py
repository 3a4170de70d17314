"""What is sent to an Ollama server, and the phases that are told while it works."""

import asyncio
from contextlib import aclosing

import pytest

from jobmatch_desktop.domain.provider_errors import PromptTooLong
from jobmatch_desktop.domain.stream import Message, Phase, Progress, Request, Usage
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers import ollama
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import House, LoopbackModel, Script
from tests.providers.streaming import MODEL, Came, request, streamed

THINKER = House(models=(LoopbackModel(capabilities=("completion", "tools", "thinking")),))
OLD = House(models=(LoopbackModel(capabilities=None),), show=False, ps=False)


def test_request_carries_the_options() -> None:
    messages = (Message("system", "Be brief."), Message("user", "Écris."))
    with OllamaServer() as server:
        streamed(server, Request(MODEL, messages, 300, temperature=0.2))
    body = server.chats[-1].body
    assert body["model"] == MODEL
    assert body["messages"] == [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Écris."}]
    assert body["options"] == {"num_ctx": 2048, "num_predict": 300, "temperature": 0.2}
    assert body["stream"] is True
    assert (body["truncate"], body["shift"]) == (False, False)


def test_a_stop_of_the_request_stands_beside_those_of_the_model() -> None:
    with OllamaServer() as server:
        streamed(server, request(stop=("\n\n",)))
    assert server.chats[-1].body["options"]["stop"] == ["<|im_end|>", "<|im_start|>", "\n\n"]


def test_reasoning_is_not_cut_by_a_stop() -> None:
    with OllamaServer(house=THINKER) as server:
        streamed(server, request(stop=("\n\n",)))
    assert "stop" not in server.chats[-1].body["options"]


@pytest.mark.parametrize(
    ("house", "asked", "sent"),
    [(House(), False, None), (House(), True, None), (THINKER, False, False), (THINKER, True, True), (OLD, True, None)],
    ids=["plain", "plain, asked", "capable", "capable, asked", "an old server, asked"],
)
def test_think_is_said_to_capable_models_alone(house: House, asked: bool, sent: bool | None) -> None:
    with OllamaServer(house=house) as server:
        came = streamed(server, request(thinking=asked))
    assert came.ending is Ending.STOP
    assert server.chats[-1].body.get("think") is sent


def test_thinking_is_kept_apart_in_every_shape() -> None:
    scripts = (
        Script(thinking=("Let me", " see."), pieces=("Yes", ".")),
        Script(pieces=("<thi", "nk>Let me see.</", "think>\n\nYes", ".")),
    )
    for script in scripts:
        with OllamaServer(script, house=THINKER) as server:
            came = streamed(server, request(thinking=True))
        assert (came.thinking, came.text, came.ending) == ("Let me see.", "Yes.", Ending.STOP)


def test_phases_of_a_model_that_must_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ollama, "LOOK_SECONDS", 0.02)

    async def run(server: OllamaServer) -> Came:
        """The first word comes once the client was told that the model is loaded."""
        provider, came = OllamaProvider(ProviderSettings(base_url=server.url), environment={}), Came()
        async with aclosing(provider.stream(request())) as chunks:
            async for chunk in chunks:
                came.chunks.append(chunk)
                if chunk == Progress(Phase.READING):
                    server.go_on.set()
        await provider.close()
        return came

    with OllamaServer(Script(loading_seconds=0.1, held_after=0)) as server:
        came = asyncio.run(run(server))
    assert came.phases == [Phase.CONNECTING, Phase.LOADING, Phase.READING, Phase.WRITING]


def test_phases_of_a_loaded_model() -> None:
    with OllamaServer(house=House(loaded={MODEL: 4096})) as server:
        came = streamed(server)
    assert came.phases == [Phase.CONNECTING, Phase.READING, Phase.WRITING]


def test_phases_of_a_server_that_cannot_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ollama, "LOOK_SECONDS", 0.02)
    with OllamaServer(Script(loading_seconds=0.2), house=OLD) as server:
        came = streamed(server)
    assert came.phases == [Phase.CONNECTING, Phase.LOADING, Phase.WRITING]
    assert came.ending is Ending.STOP


@pytest.mark.parametrize(
    ("words", "maximum", "loaded", "window"),
    [
        (10, 100, None, 2048),
        (1000, 300, None, 4096),
        (2500, 300, None, 8192),
        (10, 100, 8192, 8192),
        (2500, 300, 2048, 8192),
        (10, 100, 16384, 2048),
    ],
    ids=["small", "middle", "large", "loaded larger", "loaded smaller", "loaded beyond the model"],
)
def test_window_is_sized_from_the_prompt(words: int, maximum: int, loaded: int | None, window: int) -> None:
    house = House(loaded={} if loaded is None else {MODEL: loaded})
    with OllamaServer(house=house) as server:
        streamed(server, request("some " * words, maximum))
    assert server.chats[-1].body["options"]["num_ctx"] == window


def test_window_that_was_asked_for_is_used() -> None:
    with OllamaServer(house=House(loaded={MODEL: 8192})) as server:
        streamed(server, request(context_tokens=3000))
    assert server.chats[-1].body["options"]["num_ctx"] == 3000


def test_model_between_two_steps_is_used_whole() -> None:
    with OllamaServer(house=House(models=(LoopbackModel(context=5000),))) as server:
        streamed(server, request("some " * 2500))
    assert server.chats[-1].body["options"]["num_ctx"] == 5000


@pytest.mark.parametrize("context_tokens", [None, 2048], ids=["of the model", "asked for"])
def test_prompt_that_cannot_fit_is_never_sent(context_tokens: int | None) -> None:
    with OllamaServer() as server:
        came = streamed(server, request("some " * 6000, context_tokens=context_tokens))
    assert type(came.fault) is PromptTooLong
    assert server.chats == []
    values = came.fault.trouble.values
    assert int(values["limit"]) == (context_tokens or 8192)
    assert int(values["needed"]) - int(values["limit"]) == int(values["over"]) > 0


def test_prompt_that_counts_more_than_estimated_gets_a_larger_window() -> None:
    """The server says that it does not fit, where by default it would have cut it."""
    with OllamaServer(Script(prompt_tokens=5000)) as server:
        came = streamed(server, request("東京"))
    assert [one.body["options"]["num_ctx"] for one in server.chats] == [2048, 4096, 8192]
    assert came.ending is Ending.STOP
    assert came.end.usage.tokens_read == 5000
    assert not came.end.usage.prompt_cut


def test_prompt_that_counts_more_than_the_model_holds_is_told() -> None:
    with OllamaServer(Script(prompt_tokens=9000)) as server:
        came = streamed(server)
    assert type(came.fault) is PromptTooLong
    assert [one.body["options"]["num_ctx"] for one in server.chats] == [2048, 4096, 8192]


@pytest.mark.parametrize(
    ("read", "cut"), [(2048, True), (20, True), (60, False)], ids=["window full", "messages left out", "whole"]
)
def test_server_that_read_less_is_told(read: int, cut: bool) -> None:
    with OllamaServer(Script(prompt_tokens=read)) as server:
        came = streamed(server, request("word " * 50))
    assert came.end.usage.prompt_cut is cut


def test_usage_in_seconds() -> None:
    with OllamaServer(Script(pieces=("a", "b"), prompt_tokens=7)) as server:
        came = streamed(server)
    assert came.end.usage == Usage(7, 2, 0.0, 0.162016289, 0.142564158)
