"""OpenAI and the servers that speak as it does: what is asked, in which way, and how an answer ends. Faults of every kind are
in tests/faults."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from typing import Any, TypeVar

import pytest

from jobmatch_desktop.domain.provider_errors import (
    CannotManage,
    EnvironmentProxy,
    ModelNotOffered,
    NoAddress,
    NoKey,
    PromptTooLong,
    ProviderError,
    QuotaUsedUp,
    UnexpectedAnswer,
)
from jobmatch_desktop.domain.stream import Phase, Sent, Text
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers import openai as module
from jobmatch_desktop.providers.openai import OpenAIProvider, open_compatible, open_openai
from jobmatch_desktop.providers.protocol import Availability, State
from jobmatch_desktop.providers.settings import ProviderSettings, Secret
from tests.loopback.cloud_servers import CompatibleServer, OpenAIServer
from tests.loopback.event_streams import event
from tests.loopback.http import Received, Wire
from tests.loopback.script import TEXT, Cut, House, LoopbackModel, Script
from tests.providers.streaming import Came, collected, request

_Result = TypeVar("_Result")
KEY = Secret("sk-planted-1")
KINDS = (open_openai, open_compatible)
Open = Callable[[ProviderSettings, dict[str, str]], OpenAIProvider]


def using(
    server: OpenAIServer, use: Callable[[OpenAIProvider], Awaitable[_Result]], open_: Any = open_openai
) -> _Result:
    """What `use` gives, with a provider of its own."""

    async def run() -> _Result:
        provider = open_(ProviderSettings(base_url=server.base_url, key=KEY, headers=(("X-Team", "blue"),)), {})
        try:
            return await use(provider)
        finally:
            await provider.close()

    return asyncio.run(run())


def streamed(server: OpenAIServer, open_: Any = open_openai, **more: object) -> Came:
    return using(server, lambda provider: collected(provider, request(**more)), open_)  # type: ignore[arg-type]


def sent(came: Came) -> list[Sent]:
    return [chunk for chunk in came.chunks if isinstance(chunk, Sent)]


@pytest.mark.parametrize("open_", KINDS)
def test_an_answer(open_: Open) -> None:
    with OpenAIServer(Script(thinking=("Hm", "."), cut=Cut.BYTES, text="Zoë écrit à Łódź.")) as server:
        came = streamed(server, open_)
    assert (came.text, came.thinking, came.ending) == ("Zoë écrit à Łódź.", "Hm.", Ending.STOP)
    assert came.phases == [Phase.CONNECTING, Phase.READING, Phase.WRITING]
    assert came.end.usage.tokens_written
    (chat,) = server.chats
    assert chat.path == ("/v1/responses" if open_ is open_openai else "/v1/chat/completions")
    assert server.key_of(chat) == KEY.reveal()
    assert chat.headers["x-team"] == "blue"
    assert chat.headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("open_", KINDS)
def test_what_is_told_is_what_is_sent(open_: Open) -> None:
    async def use(provider: OpenAIProvider) -> tuple[Sent, Came]:
        asked = request("Écris à Zoë.", stop=("\n\n",))
        return await provider.outgoing(asked), await collected(provider, asked)

    with OpenAIServer() as server:
        told, came = using(server, use, open_)
    (chat,) = server.chats
    assert sent(came) == [told]
    assert told.url == f"{server.url}{chat.path}"
    assert json.loads(told.body) == chat.body
    assert len(told.body) == int(chat.headers["content-length"])
    assert KEY.reveal().encode() not in told.body


def test_nothing_leaves_to_tell_what_would() -> None:
    with OpenAIServer() as server:
        using(server, lambda provider: provider.outgoing(request("Zoë Quartz")))
    assert server.requests == []


def test_openai_is_asked_to_keep_nothing() -> None:
    with OpenAIServer() as server:
        streamed(server, temperature=None)
    (chat,) = server.chats
    assert chat.body["store"] is False
    assert "temperature" not in chat.body


def test_a_server_without_responses_is_asked_by_chat_from_then_on() -> None:
    async def use(provider: OpenAIProvider) -> list[Came]:
        return [await collected(provider, request()), await collected(provider, request())]

    with CompatibleServer() as server:
        first, second = using(server, use)
        paths = [one.path for one in server.requests]
    assert first.text == second.text == TEXT
    assert paths == ["/v1/responses", "/v1/chat/completions", "/v1/chat/completions"]
    assert [one.url.rpartition("/v1")[2] for one in sent(first)] == ["/responses", "/chat/completions"]


def test_neither_path_is_another_kind_of_server() -> None:
    class Nothing(OpenAIServer):
        paths = ()

    with Nothing() as server:
        assert type(streamed(server).fault) is UnexpectedAnswer


@pytest.mark.parametrize(
    ("open_", "refused", "kept"),
    [
        (open_openai, "temperature", "max_output_tokens"),
        (open_compatible, "temperature", "max_tokens"),
        (open_compatible, "stream_options", "max_tokens"),
        (open_compatible, "max_tokens", "max_completion_tokens"),
    ],
)
def test_a_field_that_is_refused_is_left_out_from_then_on(open_: Open, refused: str, kept: str) -> None:
    class Refusing(OpenAIServer):
        refuses = (refused,)

    async def use(provider: OpenAIProvider) -> list[Came]:
        return [await collected(provider, request()), await collected(provider, request())]

    with Refusing() as server:
        first, second = using(server, use, open_)
    assert first.text == second.text == TEXT
    assert len(sent(first)) == 2
    assert len(sent(second)) == 1
    assert [refused in chat.body for chat in server.chats] == [True, False, False]
    assert all(kept in chat.body for chat in server.chats[1:])


def test_a_prompt_that_is_too_long_is_not_sent_again() -> None:
    """The servers name fields there too."""
    said = (
        "'max_tokens' is too large: 400. This model's maximum context length is 4096 tokens and your request has 5000 "
        "tokens (400 in max_tokens)."
    )
    with OpenAIServer(Script(status=400, error=said)) as server:
        came = streamed(server, open_compatible)
    assert type(came.fault) is PromptTooLong
    assert len(server.chats) == 1


@pytest.mark.parametrize("open_", KINDS)
@pytest.mark.parametrize(("reason", "ending"), [("length", Ending.LENGTH), ("refusal", Ending.REFUSAL)])
def test_endings(open_: Open, reason: str, ending: Ending) -> None:
    with OpenAIServer(Script(text="As far as", done_reason=reason)) as server:
        came = streamed(server, open_)
    assert (came.text, came.ending) == ("As far as", ending)


@pytest.mark.parametrize("open_", KINDS)
def test_an_answer_without_words_is_empty(open_: Open) -> None:
    with OpenAIServer(Script(pieces=())) as server:
        assert streamed(server, open_).ending is Ending.EMPTY


@pytest.mark.parametrize("open_", KINDS)
def test_an_answer_ends_at_a_stop_text(open_: Open) -> None:
    with OpenAIServer(Script(pieces=("Dear", " all,\n", "\nnever", " seen"), tokens_per_second=200)) as server:
        came = streamed(server, open_, stop=("\n\n",))
    assert (came.text, came.ending) == ("Dear all,", Ending.STOP)


def _chat(delta: dict[str, object], reason: str | None = None) -> bytes:
    return event(
        {
            "id": "1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": "m",
            "choices": [{"index": 0, "delta": delta, "finish_reason": reason}],
        }
    )


def _played(*events: bytes) -> Script:
    body = b"".join(events) + b"data: [DONE]\n\n"
    return Script(body=body.decode(), content_type="text/event-stream")


@pytest.mark.parametrize(
    ("events", "text", "thinking"),
    [
        ([{"content": "One", "x": 1}, {"content": " two"}], "One two", ""),
        ([{"reasoning": "Hm."}, {"content": "One"}], "One", "Hm."),
        ([{"reasoning_content": "Hm."}, {"content": "One"}], "One", "Hm."),
        ([{"content": "<thi"}, {"content": "nk>Hm.</think>\n\nOne"}], "One", "Hm."),
    ],
)
def test_reasoning_in_every_shape(events: list[dict[str, object]], text: str, thinking: str) -> None:
    with OpenAIServer(_played(*(_chat(delta) for delta in events), _chat({}, "stop"))) as server:
        came = streamed(server, open_compatible)
    assert (came.text, came.thinking, came.ending) == (text, thinking, Ending.STOP)


def test_an_empty_reason_is_no_end() -> None:
    """Some servers say `"finish_reason": ""` with every piece."""
    with OpenAIServer(
        _played(_chat({"content": "One"}, ""), _chat({"content": " two"}, ""), _chat({}, "stop"))
    ) as server:
        came = streamed(server, open_compatible)
    assert (came.text, came.ending) == ("One two", Ending.STOP)


def test_a_refusal() -> None:
    with OpenAIServer(_played(_chat({"refusal": "I cannot."}), _chat({}, "stop"))) as server:
        came = streamed(server, open_compatible)
    assert (came.text, came.ending) == ("I cannot.", Ending.REFUSAL)


def test_a_call_of_a_tool_is_no_end() -> None:
    with OpenAIServer(_played(_chat({"content": "One"}), _chat({}, "tool_calls"))) as server:
        assert streamed(server, open_compatible).ending is Ending.CUT


def _delta(number: int, words: str) -> bytes:
    return event(
        {
            "type": "response.output_text.delta",
            "sequence_number": number,
            "item_id": "m",
            "output_index": 0,
            "content_index": 0,
            "delta": words,
            "logprobs": [],
        }
    )


def test_events_told_twice_are_left_out_and_swapped_ones_are_a_fault() -> None:
    with OpenAIServer(_played(_delta(1, "One"), _delta(2, " two"), _delta(2, " two"), _delta(1, "One"))) as server:
        came = streamed(server)
    assert (came.text, came.ending) == ("One two", Ending.CUT)
    with OpenAIServer(_played(_delta(1, "One"), _delta(3, " three"), _delta(2, " two"))) as server:
        came = streamed(server)
    assert (came.text, came.ending) == ("One three", Ending.CUT)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ({"code": "insufficient_quota", "message": "You exceeded your current quota"}, QuotaUsedUp),
        (
            {"code": 400, "type": "exceed_context_size_error", "message": "5000 tokens, context 4096 tokens"},
            PromptTooLong,
        ),
        ({"code": "model_not_found", "message": "gone"}, ModelNotOffered),
    ],
)
def test_a_fault_told_inside_a_stream(error: dict[str, object], kind: type[ProviderError]) -> None:
    with OpenAIServer(_played(event({"error": error}))) as server:
        assert type(streamed(server, open_compatible).fault) is kind


def test_a_model_that_loads_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LOADING_SECONDS", 0.01)
    loading = Script(status=503, error="Loading model")
    with CompatibleServer(loading, loading, Script()) as server:
        came = streamed(server, open_compatible)
    assert came.text == TEXT
    assert came.phases == [
        Phase.CONNECTING,
        Phase.READING,
        *[Phase.LOADING] * 4,
        Phase.READING,
        Phase.WRITING,
    ]


@pytest.mark.parametrize("open_", KINDS)
def test_stop_closes_the_connection(open_: Open) -> None:
    async def use(provider: OpenAIProvider) -> None:
        async with aclosing(provider.stream(request())) as chunks:
            async for chunk in chunks:
                if isinstance(chunk, Text):
                    break
        assert await server.until(lambda: server.chats[-1].closed_at is not None)

    with OpenAIServer(Script(repeat=100, tokens_per_second=50)) as server:
        using(server, use, open_)
        assert server.chats[-1].sent < 100


def test_the_list_of_models() -> None:
    models = tuple(map(LoopbackModel, ("gpt-4o", "text-embedding-3-small", "whisper-1", "dall-e-3", "mine")))
    with OpenAIServer(house=House(models=models)) as server:
        available = using(server, lambda provider: provider.availability())
    assert available.state is State.READY
    assert [model.name for model in available.models if model.writes] == ["gpt-4o", "mine"]
    assert available.models[0].context_tokens == 128_000


@pytest.mark.parametrize(
    "extra",
    [{"meta": {"n_ctx": 4096, "n_ctx_train": 8192}}, {"max_model_len": 4096}, {"loaded_context_length": 4096}],
)
def test_the_context_that_a_server_tells(extra: dict[str, object]) -> None:
    class Telling(CompatibleServer):
        def listed(self) -> dict[str, Any]:
            return {"object": "list", "data": [{**one, **extra} for one in super().listed()["data"]]}

    async def use(provider: OpenAIProvider) -> int | None:
        (model,) = (await provider.availability()).models
        capabilities = await provider.capabilities(model.name)
        # It may answer to names that it does not list.
        assert (await provider.capabilities("another")).context_tokens is None
        assert model.context_tokens == capabilities.context_tokens
        return model.context_tokens

    with Telling() as server:
        assert using(server, use, open_compatible) == 4096


def test_nothing_that_writes() -> None:
    with OpenAIServer(house=House(models=())) as server:
        available = using(server, lambda provider: provider.availability())
    assert available.state is State.NO_MODEL
    assert available.trouble


def test_a_refused_key_is_a_state() -> None:
    with OpenAIServer(house=House(key="another")) as server:
        available = using(server, lambda provider: provider.availability())
    assert available.state is State.NOT_RUNNING
    assert available.trouble
    assert available.trouble.kind == "KeyRefused"


def test_openai_without_a_key_is_told_before_anything_is_sent() -> None:
    async def run() -> None:
        provider = open_openai(ProviderSettings(), {})
        assert (await provider.availability()).state is State.NOT_SET_UP
        assert type((await collected(provider, request())).fault) is NoKey  # type: ignore[arg-type]
        with pytest.raises(NoKey):
            await provider.outgoing(request())
        await provider.close()

    asyncio.run(run())


def test_without_a_key_no_header_of_one_is_sent() -> None:
    async def run(url: str) -> None:
        provider = open_compatible(ProviderSettings(base_url=url), {"OPENAI_API_KEY": "sk-of-openai"})
        await collected(provider, request())  # type: ignore[arg-type]
        await provider.close()

    with CompatibleServer() as server:
        asyncio.run(run(server.base_url))
    assert all("authorization" not in one.headers for one in server.requests)


def test_a_compatible_server_wants_an_address() -> None:
    with pytest.raises(NoAddress):
        open_compatible(ProviderSettings(), {})
    assert open_compatible(ProviderSettings(), {"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}).local


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "ftp://proxy", "proxy:80 80"])
def test_a_proxy_of_the_environment_that_cannot_be_used(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)

    async def run() -> None:
        provider = open_openai(ProviderSettings(base_url="http://192.0.2.1/v1", key=KEY), {})
        available = await provider.availability()
        assert available.trouble
        assert available.trouble.kind == EnvironmentProxy.__name__
        await provider.close()

    asyncio.run(run())


def test_models_are_not_managed() -> None:
    async def use(provider: OpenAIProvider) -> None:
        with pytest.raises(CannotManage):
            await provider.delete("gpt-4o")
        with pytest.raises(CannotManage):
            await anext(provider.pull("gpt-4o"))

    with OpenAIServer() as server:
        using(server, use)
    assert server.requests == []


def test_a_server_that_lists_no_models_says_what_to_do() -> None:
    class Silent(CompatibleServer):
        async def _answer(self, wire: Wire, received: Received) -> bool:
            if received.path == "/v1/models":
                await wire.whole(404, b"404 page not found", "text/plain")
                return True
            return await super()._answer(wire, received)

    async def main(url: str) -> Availability:
        provider = open_compatible(ProviderSettings(base_url=url), {})
        found = await provider.availability()
        await provider.close()
        return found

    with Silent() as server:
        found = asyncio.run(main(server.base_url))
    assert found.state is State.NO_MODEL
    assert "type the name of a model" in str(found.trouble)


def test_the_names_of_openais_models_tell_nothing_of_anothers() -> None:
    async def use(provider: OpenAIProvider) -> list[bool]:
        return [model.writes for model in (await provider.availability()).models]

    models = (LoopbackModel("SmolLM2-135M-Instruct.gguf"), LoopbackModel("nomic-embed-text"))
    with OpenAIServer(house=House(models=models)) as server:
        assert using(server, use, open_openai) == [True, False]
