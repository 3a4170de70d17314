"""OpenAI, and every server that speaks as it does, through OpenAI's own SDK: the only module that imports it, off the loop
at the first call (0.5 s).

OpenAI is asked by `/responses`, and by `/chat/completions` where a server has none; compatible servers, most of which
have only the latter, by that at once.
"""

import asyncio
import os
from collections.abc import AsyncGenerator, Callable, Mapping
from typing import TYPE_CHECKING, Any

from jobmatch_desktop.domain.provider_errors import (
    CannotManage,
    ModelNotOffered,
    NoAnswer,
    NoKey,
    NoModelList,
    NothingOffered,
    ProviderError,
)
from jobmatch_desktop.domain.stream import Chunk, Phase, Progress, Request, Sent
from jobmatch_desktop.providers.address import Address
from jobmatch_desktop.providers.answer import Answer
from jobmatch_desktop.providers.connection import (
    check_streams,
    make_capturing_client,
    make_client,
    proxy_between,
    timeouts,
    would_send,
)
from jobmatch_desktop.providers.faults import Asked
from jobmatch_desktop.providers.openai_answer import ChatAnswer, ResponsesAnswer
from jobmatch_desktop.providers.openai_faults import is_loading, is_unknown_path, refused_field, translate
from jobmatch_desktop.providers.openai_models import Families, Family, context_told, load_families
from jobmatch_desktop.providers.openai_place import COMPATIBLE, OPENAI, USUAL_HOST, compatible_place, openai_place
from jobmatch_desktop.providers.protocol import Availability, Capabilities, Model, PullProgress, State
from jobmatch_desktop.providers.settings import ProviderSettings, parse_key

if TYPE_CHECKING:
    import openai

DISCOVERY_SECONDS = 5.0
"""A look at what a server has: no answer for so long is one."""

THINKING_TOKENS = 8192
"""More tokens for a model that thinks: its reasoning counts among those of the answer."""

LEAST_THINKING_TOKENS = 2048
"""The same for a model that cannot be kept from it, asked for as little as it takes."""

FIELDS = ("temperature", "reasoning", "stop", "stream_options", "max_completion_tokens", "max_tokens", "store")
"""Fields of a request that some servers and models refuse: the answer is then asked for without, or with the other of the two that
bound it."""

LOADING_SECONDS = 1.0
"""Between two questions to a server that loads its model."""


class OpenAIProvider:
    """One server. Fits `protocol.Provider`; every coroutine runs on one loop."""

    def __init__(
        self,
        name: str,
        title: str,
        address: Address,
        settings: ProviderSettings,
        key_name: str | None,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        """`name` is `openai` or `compatible`, `title` how people write it. `key_name` is the environment's variable for
        the key; `environment` None is the process's. Raises `UnusableKey`."""
        environment = os.environ if environment is None else environment
        self.name = name
        self.title = title
        self._address = address
        self._settings = settings
        self._key = settings.key or (parse_key(environment.get(key_name, ""), title) if key_name else None)
        self._chats = name == "compatible"
        self._refused: dict[str, set[str]] = {}
        self._clients: tuple[openai.AsyncOpenAI, openai.AsyncOpenAI, Families] | None = None
        self._opening = asyncio.Lock()

    @property
    def local(self) -> bool:
        return self._address.loopback

    async def availability(self) -> Availability:
        try:
            await self._open()  # importing the SDK is no silence of the server
            async with asyncio.timeout(DISCOVERY_SECONDS):
                models = await self._models()
        except TimeoutError:
            fault: ProviderError = NoAnswer(
                provider=self.title, address=self._address.url, seconds=f"{DISCOVERY_SECONDS:.0f}"
            )
            return Availability(State.NOT_RUNNING, trouble=fault.trouble)
        except NoKey as error:
            return Availability(State.NOT_SET_UP, trouble=error.trouble)
        except NoModelList as error:
            return Availability(State.NO_MODEL, trouble=error.trouble)
        except ProviderError as error:
            return Availability(State.NOT_RUNNING, trouble=error.trouble)
        if any(model.writes for model in models):
            return Availability(State.READY, models)
        return Availability(State.NO_MODEL, models, NothingOffered(provider=self.title).trouble)

    async def capabilities(self, model: str) -> Capabilities:
        family = (await self._open())[2].of(model) if self.name == "openai" else Family("")
        found = None
        if family.context is None:
            found = next((one for one in await self._models() if one.name == model), None)
            if found is None and self.name == "openai":
                # A compatible server may answer to names that it does not list.
                raise ModelNotOffered(provider=self.title, model=model, name=self.name)
        return Capabilities(
            streams=True,
            thinking=family.reasons,
            counts_tokens=False,
            reports_usage=True,
            context_tokens=family.context or (found.context_tokens if found else None),
            temperature=not family.reasons,
        )

    async def preload(self, model: str, context_tokens: int | None) -> None:
        """Nothing: these servers load a model when they are asked."""

    async def outgoing(self, request: Request) -> Sent:
        """See `protocol.Provider.outgoing`. Nothing is asked of the server."""
        _, capturing, families = await self._open()
        return await would_send(self._ask(capturing, request, families.of(request.model)))

    async def stream(self, request: Request) -> AsyncGenerator[Chunk]:
        """See `protocol.Provider.stream`."""
        yield Progress(Phase.CONNECTING)
        client, capturing, families = await self._open()
        family = families.of(request.model)
        limit = request.maximum_tokens + _thinking_tokens(request, family)
        answer = Answer(
            self._asked(request.model),
            request.messages,
            () if family.reasons else request.stop,
        )
        stream: Any = None
        phase = Phase.READING
        try:
            while stream is None:
                yield await would_send(self._ask(capturing, request, family))
                yield Progress(phase)
                try:
                    stream = await self._ask(client, request, family)
                except Exception as error:
                    if is_loading(error):
                        phase = Phase.LOADING  # until there is an answer: a load that never ends is a stall
                        yield Progress(phase)
                        await asyncio.sleep(LOADING_SECONDS)
                    elif not self._gives_way(error, request, family):
                        raise
            if phase is Phase.LOADING:
                yield Progress(Phase.READING)
            kind = ChatAnswer(answer, self.name) if self._chats else ResponsesAnswer(answer, self.name, limit)
            check_streams(stream.response)
            async for event in stream:
                for chunk in kind.take(event):
                    yield chunk
                if kind.over:
                    break
        except Exception as error:
            for chunk in answer.rest():
                yield chunk
            raise translate(error, answer.asked, self.name) from error
        finally:
            if stream is not None:
                await stream.close()
        for chunk in answer.rest():
            yield chunk
        yield kind.end()

    async def pull(self, model: str) -> AsyncGenerator[PullProgress]:
        """Raises `CannotManage`."""
        yield self._cannot_manage()

    async def delete(self, model: str) -> None:
        """Raises `CannotManage`."""
        self._cannot_manage()

    async def close(self) -> None:
        clients, self._clients = self._clients, None
        if clients is not None:
            await clients[0].close()
            await clients[1].close()

    def _cannot_manage(self) -> PullProgress:
        raise CannotManage(provider=self.title)

    async def _open(self) -> "tuple[openai.AsyncOpenAI, openai.AsyncOpenAI, Families]":
        """The client, one that sends nothing, and what is known of models by their names. Raises `NoKey`."""
        if self._key is None and self.name == "openai" and not self._address.loopback:
            raise NoKey(provider=self.title, name=self.name)
        async with self._opening:
            if self._clients is None:
                self._clients = await asyncio.to_thread(self._make_clients)
            return self._clients

    def _make_clients(self) -> "tuple[openai.AsyncOpenAI, openai.AsyncOpenAI, Families]":
        import openai

        made = [
            openai.AsyncOpenAI(
                api_key=self._key.reveal() if self._key else "none",
                base_url=self._address.url,
                http_client=http_client,
                max_retries=0,
                timeout=timeouts(),
            )
            for http_client in (make_client(self._settings, self._address), make_capturing_client(self._settings))
        ]
        return made[0], made[1], load_families()

    async def _models(self) -> tuple[Model, ...]:
        client, _, families = await self._open()
        try:
            listed = [model async for model in client.models.list(extra_headers=self._key_header())]
            return tuple(
                Model(
                    name=model.id,
                    context_tokens=(families.of(model.id).context if self.name == "openai" else None)
                    or context_told(model.model_extra),
                    writes=families.writes(model.id, self._address.host == USUAL_HOST),
                )
                for model in listed
            )
        except Exception as error:
            if is_unknown_path(error):
                raise NoModelList(provider=self.title, address=self._address.url) from error
            raise translate(error, self._asked(), self.name) from error

    def _asked(self, model: str = "") -> Asked:
        return Asked(self.title, self._address.url, model, proxy=proxy_between(self._settings, self._address))

    async def _ask(self, client: "openai.AsyncOpenAI", request: Request, family: Family) -> Any:
        create: Callable[..., Any] = client.chat.completions.create if self._chats else client.responses.create
        return await create(stream=True, extra_headers=self._key_header(), **self._fields(request, family))

    def _key_header(self) -> dict[str, Any]:
        """Without a key no header that would hold one is sent."""
        import openai

        return {} if self._key else {"Authorization": openai.Omit()}

    def _fields(self, request: Request, family: Family) -> dict[str, Any]:
        fields = self._chat_fields(request, family) if self._chats else self._responses_fields(request, family)
        refused = self._refused.get(request.model, ())
        return {name: value for name, value in fields.items() if name not in refused}

    def _responses_fields(self, request: Request, family: Family) -> dict[str, Any]:
        return {
            "model": request.model,
            "input": [{"role": message.role, "content": message.content} for message in request.messages],
            "max_output_tokens": request.maximum_tokens + _thinking_tokens(request, family),
            "store": False,  # by default OpenAI keeps an answer for thirty days
            **_temperature(request, family),
            **({"reasoning": _reasoning(request, family)} if family.reasons else {}),
        }

    def _chat_fields(self, request: Request, family: Family) -> dict[str, Any]:
        tokens = request.maximum_tokens + _thinking_tokens(request, family)
        # The older name is the one that compatible servers know; OpenAI's newer models refuse it.
        names = (
            ("max_completion_tokens", "max_tokens")
            if self.name == "openai"
            else ("max_tokens", "max_completion_tokens")
        )
        refused = self._refused.get(request.model, ())
        return {
            "model": request.model,
            "messages": [{"role": message.role, "content": message.content} for message in request.messages],
            names[names[0] in refused]: tokens,
            "stream_options": {"include_usage": True},
            **({"stop": list(request.stop)} if request.stop and not family.reasons else {}),
            **_temperature(request, family),
        }

    def _gives_way(self, error: Exception, request: Request, family: Family) -> bool:
        """Whether the same is to be asked in another way: by the other path, or without a field that is refused."""
        if not self._chats and is_unknown_path(error):
            self._chats = True
            return True
        asked = self._fields(request, family)
        field = refused_field(error, tuple(field for field in FIELDS if field in asked))
        if field is None:
            return False
        self._refused.setdefault(request.model, set()).add(field)
        return True


def open_openai(settings: ProviderSettings, environment: Mapping[str, str] | None = None) -> OpenAIProvider:
    """OpenAI at the address and with the key of the settings, else of the environment. Raises `UnreadableInput`."""
    given = os.environ if environment is None else environment
    place = openai_place(settings.base_url, given)
    return OpenAIProvider("openai", OPENAI, place, settings, "OPENAI_API_KEY", given)


def open_compatible(settings: ProviderSettings, environment: Mapping[str, str] | None = None) -> OpenAIProvider:
    """A compatible server; it gets no key but its own. Raises `NoAddress` and `UnreadableInput`."""
    given = os.environ if environment is None else environment
    return OpenAIProvider("compatible", COMPATIBLE, compatible_place(settings.base_url, given), settings, None, given)


def _temperature(request: Request, family: Family) -> dict[str, float]:
    return {} if request.temperature is None or family.reasons else {"temperature": request.temperature}


def _thinking_tokens(request: Request, family: Family) -> int:
    if not family.reasons or (family.least_effort == "none" and not request.thinking):
        return 0
    return THINKING_TOKENS if request.thinking else LEAST_THINKING_TOKENS


def _reasoning(request: Request, family: Family) -> dict[str, str]:
    return {"effort": "medium", "summary": "auto"} if request.thinking else {"effort": family.least_effort}
