"""Ollama through its own SDK, the only module that imports it: discovery, loading ahead, streaming, downloading.

The SDK is imported off the loop at the first call (0.3 s). It has no time-outs here: silence is watched by tasks/stall.
"""

import asyncio
import os
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, TypeVar, cast

from jobmatch_desktop.domain.provider_errors import (
    NoAnswer,
    NoModel,
    NotInstalled,
    NotRunning,
    PromptTooLong,
    ProviderError,
    RequestRefused,
    UnexpectedAnswer,
)
from jobmatch_desktop.domain.stream import Chunk, Phase, Progress, Request, Sent
from jobmatch_desktop.providers.connection import bounded, captured, proxies_checked, proxy_between, tls_context
from jobmatch_desktop.providers.context_window import USUAL, limit, windows
from jobmatch_desktop.providers.faults import Asked, HttpFault, check_response, ended_early, reported
from jobmatch_desktop.providers.ollama_answer import Answer, Counts
from jobmatch_desktop.providers.ollama_connection import capturing_transport, never_cut
from jobmatch_desktop.providers.ollama_discovery import Known, Loaded, full_name, is_installed, known_of, loaded_of
from jobmatch_desktop.providers.ollama_faults import is_window_too_small, translate
from jobmatch_desktop.providers.ollama_place import NAME, place_of
from jobmatch_desktop.providers.ollama_pull import SUCCESS, Layers, pull_fault
from jobmatch_desktop.providers.protocol import Availability, Capabilities, Model, PullProgress, State
from jobmatch_desktop.providers.settings import ProviderSettings, parse_key
from jobmatch_desktop.providers.token_estimate import least_tokens, tokens_of_messages

if TYPE_CHECKING:
    import ollama

DISCOVERY_SECONDS = 5.0
"""A look at what a server has: no answer for so long is one."""

DETAILS_AT_ONCE = 4
"""Models that are asked about at the same time."""

LOOK_SECONDS = 0.5
"""Between two looks at whether the model is loaded."""

_Line = TypeVar("_Line")


class OllamaProvider:
    """One Ollama server. Fits `protocol.Provider`; every coroutine runs on one loop."""

    name = "ollama"
    title = NAME

    def __init__(self, settings: ProviderSettings | None = None, environment: Mapping[str, str] | None = None) -> None:
        """`environment` (None: the process's) gives `OLLAMA_HOST` and `OLLAMA_API_KEY` where the settings are silent.

        Raises `UnreadableInput` for an address or a key that cannot be used.
        """
        settings = settings or ProviderSettings()
        environment = os.environ if environment is None else environment
        self._host = place_of(settings.base_url, environment)
        self._key = settings.key or parse_key(environment.get("OLLAMA_API_KEY", ""), NAME)
        self._settings = settings
        self._client: ollama.AsyncClient | None = None
        self._capturing: ollama.AsyncClient | None = None
        self._opening = asyncio.Lock()

    @property
    def local(self) -> bool:
        return self._host.loopback

    async def availability(self) -> Availability:
        try:
            client = await self._open()  # importing the SDK is no silence of the server
            async with asyncio.timeout(DISCOVERY_SECONDS):
                models = await self._models(client)
        except TimeoutError:
            fault: ProviderError = NoAnswer(provider=NAME, address=self._host.url, seconds=f"{DISCOVERY_SECONDS:.0f}")
        except ProviderError as error:
            fault = error
        else:
            if any(model.writes for model in models):
                return Availability(State.READY, models)
            return Availability(State.NO_MODEL, models, NoModel(provider=NAME).trouble)
        if isinstance(fault, NotRunning) and self.local and not await asyncio.to_thread(is_installed):
            return Availability(
                State.NOT_INSTALLED, trouble=NotInstalled(provider=NAME, address=self._host.url).trouble
            )
        return Availability(State.NOT_RUNNING, trouble=fault.trouble)

    async def capabilities(self, model: str) -> Capabilities:
        known = await self._known(await self._open(), model)
        return Capabilities(
            streams=True,
            thinking=known.thinks,
            counts_tokens=False,
            reports_usage=True,
            context_tokens=known.context_tokens,
        )

    async def preload(self, model: str, context_tokens: int | None) -> None:
        """Asks for a model to be loaded with the context of the coming request (None: the one it has, else the usual
        one). Returns when it is; cancelling stops the loading. Raises a `ProviderError`."""
        client = await self._open()
        known = await self._known(client, model)
        window = context_tokens or await self._loaded_window(client, model) or USUAL
        window = min(window, limit(known.context_tokens))
        try:
            await client.chat(model, [], options={"num_ctx": window}, think=False if known.thinks else None)
        except Exception as error:
            raise _fault(error, self._asked(model)) from error

    async def stream(self, request: Request) -> AsyncGenerator[Chunk]:
        """See `protocol.Provider.stream`. Raises `PromptTooLong` before anything is sent where prompt and answer do not
        fit the model."""
        yield Progress(Phase.CONNECTING)
        client = await self._open()
        known, loaded, largest = await self._fitting(client, request)
        needed = _needed(request)
        for window in windows(needed, largest, loaded if request.context_tokens is None else largest):
            yield await self._would_send(request, known, window)
            try:
                async with aclosing(self._answer(client, request, known, window, loaded == window)) as chunks:
                    async for chunk in chunks:
                        yield chunk
                return
            except HttpFault:
                # The estimate was too low for this text and this model, as the server said: the next larger context.
                needed = max(needed, window + 1)
        raise _too_long(request, needed, largest)

    async def outgoing(self, request: Request) -> Sent:
        """See `protocol.Provider.outgoing`. The server is asked what it has, to choose the context."""
        client = await self._open()
        known, loaded, largest = await self._fitting(client, request)
        for window in windows(_needed(request), largest, loaded if request.context_tokens is None else largest):
            return await self._would_send(request, known, window)
        raise _too_long(request, _needed(request), largest)

    async def pull(self, model: str) -> AsyncGenerator[PullProgress]:
        """See `protocol.Provider.pull`. Ends after the step `success`; raises a `ProviderError` where it does not
        come."""
        client = await self._open()
        layers = Layers()
        asked = self._asked(model)
        try:
            async with aclosing(_generator(await client.pull(model, stream=True))) as lines:
                async for line in lines:
                    yield layers.heard(line.status, line.digest, line.completed, line.total)
                    if line.status == SUCCESS:
                        return
        except Exception as error:
            said = getattr(error, "error", None) or getattr(error, "said", None) or ""
            raise pull_fault(model, str(said), _fault(error, asked)) from error
        raise pull_fault(model, "", ended_early(asked))

    async def delete(self, model: str) -> None:
        client = await self._open()
        try:
            await client.delete(model)
        except Exception as error:
            raise _fault(error, self._asked(model)) from error

    async def close(self) -> None:
        clients = (self._client, self._capturing)
        self._client = self._capturing = None
        for client in filter(None, clients):
            await client.close()  # type: ignore[no-untyped-call]

    async def _answer(
        self, client: "ollama.AsyncClient", request: Request, known: Known, window: int, ready: bool
    ) -> AsyncGenerator[Chunk]:
        """One request. Raises `HttpFault` only where the server says that the prompt does not fit into `window`."""
        yield Progress(Phase.READING if ready else Phase.LOADING)
        answer = Answer(self._asked(request.model), least_tokens(request.messages), window)
        try:
            lines = _generator(await _ask(client, request, known, window))
            async with aclosing(lines):
                first = asyncio.ensure_future(_next(lines))
                # No headers come before the first token, so another question tells loading from reading.
                loading = asyncio.ensure_future(self._until_loaded(client, request.model, window))
                try:
                    if not ready:
                        await asyncio.wait({first, loading}, return_when=asyncio.FIRST_COMPLETED)
                        if not first.done() and loading.exception() is None:
                            yield Progress(Phase.READING)
                    line = await first
                finally:
                    await _stopped(first, loading)
                while line is not None:
                    for chunk in answer.words(line.message.content, line.message.thinking):
                        yield chunk
                    if line.done:
                        break
                    line = await anext(lines, None)
        except Exception as error:
            if is_window_too_small(error):
                raise
            for chunk in answer.rest():
                yield chunk
            raise _fault(error, answer.asked) from error
        for chunk in answer.rest():
            yield chunk
        if line is None:
            raise ended_early(answer.asked)
        yield answer.end(
            line.done_reason,
            Counts(
                line.prompt_eval_count,
                line.eval_count,
                line.load_duration,
                line.prompt_eval_duration,
                line.eval_duration,
            ),
        )

    async def _fitting(self, client: "ollama.AsyncClient", request: Request) -> tuple[Known, int | None, int]:
        """What is known of the model, the context it is loaded with, and the largest that it may be given."""
        known = await self._known(client, request.model)
        largest = limit(known.context_tokens)
        if request.context_tokens is not None:
            largest = min(request.context_tokens, largest)
        return known, await self._loaded_window(client, request.model), largest

    async def _would_send(self, request: Request, known: Known, window: int) -> Sent:
        async with self._opening:
            if self._capturing is None:
                self._capturing = await asyncio.to_thread(self._make_client, capturing=True)
        try:
            await anext(_generator(await _ask(self._capturing, request, known, window)))
        except Exception as error:
            if sent := captured(error):
                return sent
            raise
        raise AssertionError("a capturing client sends nothing")

    async def _open(self) -> "ollama.AsyncClient":
        async with self._opening:
            if self._client is None:
                self._client = await asyncio.to_thread(self._make_client)
            return self._client

    @proxies_checked()
    def _make_client(self, capturing: bool = False) -> "ollama.AsyncClient":
        import httpx
        import ollama

        # Compression would hold tokens back.
        headers = {**dict(self._settings.headers), "accept-encoding": "identity"}
        if self._key:
            headers["authorization"] = f"Bearer {self._key.reveal()}"
        loopback, proxy = self._host.loopback, self._settings.proxy
        return ollama.AsyncClient(
            self._host.url,
            headers=headers,
            timeout=None,
            follow_redirects=False,
            transport=capturing_transport() if capturing else None,
            # Proxies of the environment are for other hosts.
            trust_env=not loopback and proxy is None and not capturing,
            proxy=None if capturing else proxy,
            verify=tls_context(self._settings.authorities)
            if not capturing and (self._host.scheme == "https" or not loopback or proxy)
            else False,
            event_hooks={"request": [never_cut], "response": [check_response, bounded(httpx.AsyncByteStream)]},
        )

    def _asked(self, model: str = "") -> Asked:
        return Asked(NAME, self._host.url, model, proxy=proxy_between(self._settings, self._host))

    async def _known(self, client: "ollama.AsyncClient", model: str) -> Known:
        """What the server tells of a model; nothing where it is too old to be asked. Raises a `ProviderError`."""
        try:
            shown = await client.show(model)
            return known_of(shown.modelinfo, shown.capabilities, shown.parameters)
        except Exception as error:
            fault = _fault(error, self._asked(model))
            if isinstance(fault, UnexpectedAnswer | RequestRefused):
                return Known()
            raise fault from error

    async def _loaded(self, client: "ollama.AsyncClient") -> dict[str, Loaded]:
        """The models in memory, by name. Empty where the server cannot say."""
        try:
            return {
                full_name(model.model or model.name or ""): loaded_of(model.context_length, model.size, model.size_vram)
                for model in (await client.ps()).models
            }
        except Exception as error:
            fault = _fault(error, self._asked())
            if isinstance(fault, UnexpectedAnswer | RequestRefused):
                return {}
            raise fault from error

    async def _loaded_window(self, client: "ollama.AsyncClient", model: str) -> int | None:
        found = (await self._loaded(client)).get(full_name(model))
        return found.window if found else None

    async def _until_loaded(self, client: "ollama.AsyncClient", model: str, window: int) -> None:
        """Returns once the model is in memory with this context."""
        while await self._loaded_window(client, model) != window:  # noqa: ASYNC110 - it happens in another program
            await asyncio.sleep(LOOK_SECONDS)

    async def _models(self, client: "ollama.AsyncClient") -> tuple[Model, ...]:
        try:
            listed = (await client.list()).models
        except Exception as error:
            raise _fault(error, self._asked()) from error
        loaded = await self._loaded(client)
        gate = asyncio.Semaphore(DETAILS_AT_ONCE)

        async def known(name: str) -> Known:
            async with gate:
                try:
                    return await self._known(client, name)
                except ProviderError:
                    # Deleted since it was listed, or damaged: it is shown with what the list says.
                    return Known()

        names = [model.model or "" for model in listed]
        details = await asyncio.gather(*map(known, names))
        return tuple(
            Model(
                name=name,
                size=None if model.size is None else int(model.size),  # the SDK's own kind of int
                parameters=(model.details and model.details.parameter_size) or "",
                quantisation=(model.details and model.details.quantization_level) or "",
                context_tokens=detail.context_tokens,
                loaded=full_name(name) in loaded,
                graphics_share=loaded[full_name(name)].graphics_share if full_name(name) in loaded else None,
                writes=detail.writes,
            )
            for name, model, detail in zip(names, listed, details, strict=True)
        )


def _fault(error: Exception, asked: Asked) -> ProviderError:
    import ollama

    if isinstance(error, ollama.ResponseError):
        return reported(str(error.error), asked)
    return translate(error, asked)


async def _ask(client: "ollama.AsyncClient", request: Request, known: Known, window: int) -> "AsyncIterator[Any]":
    options: dict[str, Any] = {"num_ctx": window, "num_predict": request.maximum_tokens}
    if request.temperature is not None:
        options["temperature"] = request.temperature
    if request.stop and not known.thinks:
        # Reasoning has blank lines of its own, so it would be cut by them.
        options["stop"] = [*known.stop, *request.stop]
    return await client.chat(
        request.model,
        [{"role": message.role, "content": message.content} for message in request.messages],
        stream=True,
        think=request.thinking if known.thinks else None,
        options=options,
    )


def _needed(request: Request) -> int:
    return tokens_of_messages(request.messages) + request.maximum_tokens


def _too_long(request: Request, needed: int, largest: int) -> PromptTooLong:
    return PromptTooLong(model=request.model, needed=needed, over=max(needed - largest, 1), limit=largest)


def _generator(lines: AsyncIterator[_Line]) -> AsyncGenerator[_Line]:
    """The SDK calls its generators iterators; closing them closes the connection."""
    return cast("AsyncGenerator[_Line]", lines)


async def _next(lines: AsyncGenerator[_Line]) -> _Line | None:
    async for line in lines:
        return line
    return None


async def _stopped(*tasks: asyncio.Future[Any]) -> None:
    """Ends tasks and hears what they have to say."""
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
