"""Anthropic, and every server with its Messages, through its own SDK: the only module that imports it, off the loop at the
first call (1 s)."""

import asyncio
import os
from collections.abc import AsyncGenerator, Mapping
from typing import TYPE_CHECKING, Any

from jobmatch_desktop.domain.provider_errors import (
    CannotManage,
    ModelNotOffered,
    NoAnswer,
    NoKey,
    NothingOffered,
    ProviderError,
)
from jobmatch_desktop.domain.stream import Chunk, Message, Phase, Progress, Request, Sent
from jobmatch_desktop.providers.answer import Answer
from jobmatch_desktop.providers.anthropic_answer import MessageAnswer
from jobmatch_desktop.providers.anthropic_faults import refused_field, translate
from jobmatch_desktop.providers.anthropic_place import NAME, place_of
from jobmatch_desktop.providers.connection import (
    check_streams,
    make_capturing_client,
    make_client,
    proxy_between,
    timeouts,
    would_send,
)
from jobmatch_desktop.providers.faults import Asked
from jobmatch_desktop.providers.openai_models import context_told
from jobmatch_desktop.providers.protocol import Availability, Capabilities, Model, PullProgress, State
from jobmatch_desktop.providers.settings import ProviderSettings, parse_key

if TYPE_CHECKING:
    import anthropic

DISCOVERY_SECONDS = 5.0
"""A look at what a server has: no answer for so long is one."""

THINKING_TOKENS = 8192
"""How many tokens a model may think before it answers, beside those of the answer: at least 1,024 (SDK 2.13)."""

FIELDS = ("thinking", "stop_sequences")
"""Fields of a request that some models refuse: the answer is then asked for without."""

ADAPTIVE = "adaptive"
"""The thinking whose length the model chooses: newer models take only this, older ones only a budget (SDK 2.13,
`types/thinking_config_*_param`). Asked for first; where it is refused a budget is, and then none."""


class AnthropicProvider:
    """One server. Fits `protocol.Provider`; every coroutine runs on one loop."""

    name = "anthropic"
    title = NAME

    def __init__(self, settings: ProviderSettings | None = None, environment: Mapping[str, str] | None = None) -> None:
        """`environment` (None: the process's) gives `ANTHROPIC_BASE_URL` and `ANTHROPIC_API_KEY` where the settings are
        silent. Raises `UnreadableInput` for an address or a key that cannot be used."""
        environment = os.environ if environment is None else environment
        self._settings = settings or ProviderSettings()
        self._address = place_of(self._settings.base_url, environment)
        self._key = self._settings.key or parse_key(environment.get("ANTHROPIC_API_KEY", ""), NAME)
        self._refused: dict[str, set[str]] = {}
        self._clients: tuple[anthropic.AsyncAnthropic, anthropic.AsyncAnthropic] | None = None
        self._opening = asyncio.Lock()

    @property
    def local(self) -> bool:
        return self._address.loopback

    async def availability(self) -> Availability:
        try:
            await self._open()  # its import on a busy machine is not the server's silence
            async with asyncio.timeout(DISCOVERY_SECONDS):
                models = tuple(map(_model, await self._listed()))
        except TimeoutError:
            fault: ProviderError = NoAnswer(
                provider=NAME, address=self._address.url, seconds=f"{DISCOVERY_SECONDS:.0f}"
            )
            return Availability(State.NOT_RUNNING, trouble=fault.trouble)
        except NoKey as error:
            return Availability(State.NOT_SET_UP, trouble=error.trouble)
        except ProviderError as error:
            return Availability(State.NOT_RUNNING, trouble=error.trouble)
        if models:
            return Availability(State.READY, models)
        return Availability(State.NO_MODEL, models, NothingOffered(provider=NAME).trouble)

    async def capabilities(self, model: str) -> Capabilities:
        found = next((one for one in await self._listed() if one.id == model), None)
        if found is None:
            raise ModelNotOffered(provider=NAME, model=model, name=self.name)
        thinking = getattr(getattr(found, "capabilities", None), "thinking", None)
        return Capabilities(
            streams=True,
            thinking=bool(getattr(thinking, "supported", False)),
            counts_tokens=True,
            reports_usage=True,
            context_tokens=_model(found).context_tokens,
            temperature=False,  # SDK 2.13 takes none
        )

    async def preload(self, model: str, context_tokens: int | None) -> None:
        """Nothing: the server loads a model when it is asked."""

    async def outgoing(self, request: Request) -> Sent:
        """See `protocol.Provider.outgoing`. Nothing is asked of the server."""
        return await would_send(self._ask((await self._open())[1], request))

    async def stream(self, request: Request) -> AsyncGenerator[Chunk]:
        """See `protocol.Provider.stream`."""
        yield Progress(Phase.CONNECTING)
        client, capturing = await self._open()
        answer = Answer(self._asked(request.model), request.messages, request.stop)
        message = MessageAnswer(answer)
        stream: Any = None
        try:
            while stream is None:
                yield await would_send(self._ask(capturing, request))
                yield Progress(Phase.READING)
                try:
                    stream = await self._ask(client, request)
                except Exception as error:
                    if not self._gives_way(error, request.model):
                        raise
            check_streams(stream.response)
            async for event in stream:
                for chunk in message.take(event):
                    yield chunk
                if message.over:
                    break
        except Exception as error:
            for chunk in answer.rest():
                yield chunk
            raise translate(error, answer.asked) from error
        finally:
            if stream is not None:
                await stream.close()
        for chunk in answer.rest():
            yield chunk
        yield message.end()

    async def pull(self, model: str) -> AsyncGenerator[PullProgress]:
        """Raises `CannotManage`."""
        yield self._cannot_manage()

    async def delete(self, model: str) -> None:
        """Raises `CannotManage`."""
        self._cannot_manage()

    async def close(self) -> None:
        clients, self._clients = self._clients, None
        for client in clients or ():
            await client.close()

    def _cannot_manage(self) -> PullProgress:
        raise CannotManage(provider=NAME)

    async def _open(self) -> "tuple[anthropic.AsyncAnthropic, anthropic.AsyncAnthropic]":
        """The client, and one that sends nothing. Raises `NoKey`."""
        if self._key is None and not self._address.loopback:
            raise NoKey(provider=NAME, name=self.name)
        async with self._opening:
            if self._clients is None:
                self._clients = await asyncio.to_thread(self._make_clients)
            return self._clients

    def _make_clients(self) -> "tuple[anthropic.AsyncAnthropic, anthropic.AsyncAnthropic]":
        import anthropic

        def made(http_client: Any) -> anthropic.AsyncAnthropic:
            client = anthropic.AsyncAnthropic(
                # A key given outright keeps the SDK from looking for others in the environment and in files.
                api_key=self._key.reveal() if self._key else "none",
                base_url=self._address.url,
                http_client=http_client,
                max_retries=0,
                timeout=timeouts(),
            )
            # SDK 2.13 adds the headers of ANTHROPIC_CUSTOM_HEADERS, keys among them, and has no option against it.
            client._custom_headers = {}
            return client

        return made(make_client(self._settings, self._address)), made(make_capturing_client(self._settings))

    async def _listed(self) -> list[Any]:
        client = (await self._open())[0]
        try:
            return [model async for model in client.models.list(limit=1000, extra_headers=self._key_header())]
        except Exception as error:
            raise translate(error, self._asked()) from error

    def _asked(self, model: str = "") -> Asked:
        return Asked(NAME, self._address.url, model, proxy=proxy_between(self._settings, self._address))

    async def _ask(self, client: "anthropic.AsyncAnthropic", request: Request) -> Any:
        fields = _fields(request, frozenset(self._refused.get(request.model, ())))
        create: Any = client.messages.create
        return await create(stream=True, extra_headers=self._key_header(), **fields)

    def _key_header(self) -> dict[str, Any]:
        """Without a key no header that would hold one is sent."""
        import anthropic

        return {} if self._key else {"Authorization": anthropic.Omit(), "X-Api-Key": anthropic.Omit()}

    def _gives_way(self, error: Exception, model: str) -> bool:
        """Whether the same is to be asked without a field that is refused."""
        refused = self._refused.setdefault(model, set())
        field = refused_field(error, tuple(field for field in FIELDS if field not in refused))
        if field is None:
            return False
        refused.add(ADAPTIVE if field == "thinking" and ADAPTIVE not in refused else field)
        return True


def _fields(request: Request, refused: frozenset[str]) -> dict[str, Any]:
    """What `/v1/messages` is asked. Its stop sequences may not be white space alone: those the program cuts at itself."""
    system = "\n\n".join(message.content for message in request.messages if message.role == "system")
    stop = [] if "stop_sequences" in refused else [text for text in request.stop if text.strip()]
    thinks = request.thinking and "thinking" not in refused
    budget = {"type": "enabled", "budget_tokens": THINKING_TOKENS}
    thinking = budget if ADAPTIVE in refused else {"type": ADAPTIVE}
    return {
        "model": request.model,
        "max_tokens": request.maximum_tokens + (THINKING_TOKENS if thinks else 0),
        "messages": _turns(request.messages),
        **({"system": system} if system else {}),
        **({"stop_sequences": stop} if stop else {}),
        **({"thinking": thinking} if thinks else {}),
    }


def _turns(messages: tuple[Message, ...]) -> list[dict[str, str]]:
    """The talk without instructions; two turns of one side in a row are one."""
    turns: list[dict[str, str]] = []
    for message in messages:
        if message.role == "system":
            continue
        if turns and turns[-1]["role"] == message.role:
            turns[-1]["content"] += "\n\n" + message.content
        else:
            turns.append({"role": message.role, "content": message.content})
    return turns


def _model(listed: Any) -> Model:
    """A listed model, in Anthropic's shape or in OpenAI's, which Ollama gives."""
    told = getattr(listed, "max_input_tokens", None)
    extra = getattr(listed, "model_extra", None)
    return Model(name=listed.id, context_tokens=told if type(told) is int else context_told(extra))
