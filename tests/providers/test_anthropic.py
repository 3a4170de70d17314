"""What Anthropic's Messages are asked, with which key, and what is made of their events."""

import asyncio
import json
from types import SimpleNamespace
from typing import Any

import pytest

from jobmatch_desktop.domain.provider_errors import (
    Busy,
    CutOff,
    KeyRefused,
    ModelNotOffered,
    NoKey,
    PromptTooLong,
    ProviderError,
    QuotaUsedUp,
    Redirected,
)
from jobmatch_desktop.domain.stream import Message, Request, Sent, Text
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers.answer import Answer
from jobmatch_desktop.providers.anthropic import THINKING_TOKENS, AnthropicProvider
from jobmatch_desktop.providers.anthropic_answer import MessageAnswer
from jobmatch_desktop.providers.anthropic_faults import said_inside, translate
from jobmatch_desktop.providers.faults import Asked, HttpFault
from jobmatch_desktop.providers.protocol import State
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.loopback.cloud_servers import AnthropicServer
from tests.loopback.script import Script
from tests.providers.streaming import MODEL, Came, collected, request

ASKED = Asked("Anthropic", "https://api.anthropic.com", MODEL)
KEY = "sk-ant-planted"


def streamed(server: AnthropicServer, asked: Request, environment: dict[str, str] | None = None) -> Came:
    async def run() -> Came:
        provider = AnthropicProvider(ProviderSettings(base_url=server.url), environment or {})
        try:
            return await collected(provider, asked)  # type: ignore[arg-type]
        finally:
            await provider.close()

    return asyncio.run(run())


def test_what_leaves_is_what_is_told() -> None:
    talk = (
        Message("system", "Be brief."),
        Message("user", "Écris à Zoë."),
        Message("user", "Now."),
        Message("assistant", "Yes"),
    )
    asked = Request(MODEL, talk, 50, stop=("\n\n", "END"))

    async def main(url: str) -> tuple[Sent, Came]:
        provider = AnthropicProvider(ProviderSettings(base_url=url), {"ANTHROPIC_API_KEY": KEY})
        told = await provider.outgoing(asked)
        came = await collected(provider, asked)  # type: ignore[arg-type]
        await provider.close()
        return told, came

    with AnthropicServer(Script(text="One.\n\nTwo.")) as server:
        told, came = asyncio.run(main(server.url))
    (chat,) = server.chats
    assert [chunk for chunk in came.chunks if isinstance(chunk, Sent)] == [told]
    assert told.url == f"{server.url}/v1/messages"
    assert json.loads(told.body) == chat.body
    assert len(told.body) == int(chat.headers["content-length"])
    assert chat.body["system"] == "Be brief."
    assert [turn["role"] for turn in chat.body["messages"]] == ["user", "assistant"]
    # The API refuses stop sequences of white space alone: the program cuts at them.
    assert chat.body["stop_sequences"] == ["END"]
    assert came.text == "One."
    assert chat.headers["authorization"] == f"Bearer {KEY}"  # SDK 2.13


def test_no_key_of_another_place_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_API_KEY", "of-the-process")
    monkeypatch.setenv("ANTHROPIC_AUTH_TOKEN", "planted-token")
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "X-Planted: planted-header\nAuthorization: Bearer planted")
    with AnthropicServer() as server:
        came = streamed(server, request())
    assert came.ending is Ending.STOP
    headers = server.chats[0].headers
    assert {"authorization", "x-api-key", "x-planted"}.isdisjoint(headers)
    assert not any("planted" in value or "of-the-process" in value for value in headers.values())


def test_without_a_key_nothing_is_sent_to_anthropic() -> None:
    async def main() -> Came:
        provider = AnthropicProvider(environment={})
        assert (await provider.availability()).state is State.NOT_SET_UP
        return await collected(provider, request())  # type: ignore[arg-type]

    came = asyncio.run(main())
    assert type(came.fault) is NoKey
    assert not [chunk for chunk in came.chunks if isinstance(chunk, Sent)]


def test_thinking_is_asked_for_as_far_as_the_model_takes_it() -> None:
    class Older(AnthropicServer):
        refuses = ("thinking",)

    with Older() as server:
        came = streamed(server, request(maximum_tokens=50, thinking=True))
    assert came.fault is None
    assert [chat.body.get("thinking") for chat in server.chats] == [
        {"type": "adaptive"},
        {"type": "enabled", "budget_tokens": THINKING_TOKENS},
        None,
    ]
    # A model that does not think is asked for no room to: it may be more than it writes.
    assert [chat.body["max_tokens"] for chat in server.chats] == [50 + THINKING_TOKENS] * 2 + [50]


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (HttpFault(401, "authentication_error invalid x-api-key"), KeyRefused),
        (HttpFault(404, "not_found_error model: nothing"), ModelNotOffered),
        (HttpFault(400, "invalid_request_error Your credit balance is too low"), QuotaUsedUp),
        (HttpFault(529, "overloaded_error Overloaded"), Busy),
        (HttpFault(307, target="https://elsewhere"), Redirected),
    ],
)
def test_faults(fault: HttpFault, kind: type[ProviderError]) -> None:
    assert type(translate(fault, ASKED)) is kind


def test_a_prompt_that_is_too_long_is_told_with_its_numbers() -> None:
    error = translate(HttpFault(400, "invalid_request_error prompt is too long: 210000 tokens > 200000 maximum"), ASKED)
    assert type(error) is PromptTooLong
    assert "210" in str(error.trouble)


def test_an_overload_inside_a_stream_is_busy() -> None:
    assert type(said_inside("overloaded_error Overloaded", ASKED)) is Busy


def event(kind: str, **fields: Any) -> SimpleNamespace:
    return SimpleNamespace(type=kind, **fields)


def words(index: int, text: str) -> SimpleNamespace:
    return event("content_block_delta", index=index, delta=SimpleNamespace(text=text))


def told(events: list[SimpleNamespace]) -> tuple[str, MessageAnswer]:
    answer = Answer(ASKED, (Message("user", "Hi"),), ())
    message = MessageAnswer(answer)
    chunks = [chunk for one in events for chunk in message.take(one)] + answer.rest()
    return "".join(chunk.text for chunk in chunks if isinstance(chunk, Text)), message


ENDED = event("message_stop")
FIRST = [event("content_block_start", index=0), words(0, "One."), event("content_block_stop", index=0)]


def reason(word: str | None) -> SimpleNamespace:
    usage = SimpleNamespace(
        input_tokens=5, cache_read_input_tokens=7, cache_creation_input_tokens=None, output_tokens=3
    )
    return event("message_delta", delta=SimpleNamespace(stop_reason=word), usage=usage)


@pytest.mark.parametrize(
    ("word", "ending"),
    [
        ("end_turn", Ending.STOP),
        ("stop_sequence", Ending.STOP),
        ("max_tokens", Ending.LENGTH),
        ("model_context_window_exceeded", Ending.LENGTH),
        ("refusal", Ending.REFUSAL),
    ],
)
def test_endings(word: str, ending: Ending) -> None:
    end = told([*FIRST, reason(word), ENDED])[1].end()
    assert end.ending is ending
    assert (end.usage.tokens_read, end.usage.tokens_written) == (12, 3)


@pytest.mark.parametrize("rest", [[], [reason("end_turn")], [reason(None), ENDED], [reason("pause_turn"), ENDED]])
def test_what_is_no_whole_answer(rest: list[SimpleNamespace]) -> None:
    with pytest.raises(CutOff):
        told([*FIRST, *rest])[1].end()


def test_nothing_said_is_empty() -> None:
    assert told([reason("end_turn"), ENDED])[1].end().ending is Ending.EMPTY


def test_a_block_told_again_is_not_doubled() -> None:
    assert told([*FIRST, *FIRST, reason("end_turn"), ENDED])[0] == "One."


def test_blocks_out_of_order_are_not_mixed() -> None:
    with pytest.raises(CutOff):
        told([event("content_block_start", index=0), words(0, "One."), words(1, "Two.")])
