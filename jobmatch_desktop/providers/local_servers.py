"""Model servers on this machine, found by what they answer on their usual ports. Nothing but loopback is asked, without a key."""

import asyncio
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

import msgspec

if TYPE_CHECKING:
    import httpx

SECONDS = 1.0
"""A server of this machine that does not answer for so long is not counted."""

LONGEST_ANSWER = 4 * 1024 * 1024

_Body = TypeVar("_Body")


class LocalServer(msgspec.Struct, frozen=True):
    """`kind` is `ollama`, `lm studio`, `llama.cpp`, or `compatible` for another that speaks OpenAI's way; `base_url` is what its provider
    is set to; `models` are the names of those it has."""

    kind: str
    base_url: str
    models: tuple[str, ...]


USUAL_PORTS: Mapping[int, str] = MappingProxyType({11434: "ollama", 1234: "lm studio", 8080: "llama.cpp"})
"""Ports, and what usually listens there; what answers decides what it is.

Sources: docs.ollama.com/faq (OLLAMA_HOST), lmstudio.ai/docs (server port), llama.cpp tools/server/README (`--port`).
"""


async def find_servers(ports: Mapping[int, str] = USUAL_PORTS) -> tuple[LocalServer, ...]:
    """The servers that answer now, in the order of the ports. Raises nothing; at most some seconds."""
    client = await asyncio.to_thread(_make_client)
    try:
        found = await asyncio.gather(*(_server_at(client, port) for port in ports))
    finally:
        await client.aclose()
    return tuple(server for server in found if server is not None)


class _Named(msgspec.Struct):
    id: str
    owned_by: str = ""


class _OpenAIModels(msgspec.Struct):
    data: list[_Named]


class _OllamaVersion(msgspec.Struct):
    version: str


class _OllamaModel(msgspec.Struct):
    name: str


class _OllamaModels(msgspec.Struct):
    models: list[_OllamaModel]


class _StudioModel(msgspec.Struct):
    id: str
    state: str


class _StudioModels(msgspec.Struct):
    data: list[_StudioModel]


class _LlamaProps(msgspec.Struct):
    default_generation_settings: dict[str, object]


async def _server_at(client: "httpx.AsyncClient", port: int) -> LocalServer | None:
    place = f"http://127.0.0.1:{port}"
    if await _asked(client, f"{place}/api/version", _OllamaVersion):
        tags = await _asked(client, f"{place}/api/tags", _OllamaModels)
        return LocalServer("ollama", place, tuple(model.name for model in tags.models) if tags else ())
    listed = await _asked(client, f"{place}/v1/models", _OpenAIModels)
    if listed is None:
        return None
    return LocalServer(await _kind(client, place, listed), f"{place}/v1", tuple(model.id for model in listed.data))


async def _kind(client: "httpx.AsyncClient", place: str, listed: _OpenAIModels) -> str:
    if any(model.owned_by == "llamacpp" for model in listed.data):
        return "llama.cpp"
    if await _asked(client, f"{place}/api/v0/models", _StudioModels):
        return "lm studio"
    if await _asked(client, f"{place}/props", _LlamaProps):
        return "llama.cpp"
    return "compatible"


async def _asked(client: "httpx.AsyncClient", url: str, kind: type[_Body]) -> _Body | None:
    """The answer, if it is one of this kind."""
    import httpx

    try:
        async with asyncio.timeout(SECONDS), client.stream("GET", url) as response:
            if response.status_code != httpx.codes.OK:
                return None
            body = b""
            async for piece in response.aiter_bytes():
                body += piece
                if len(body) > LONGEST_ANSWER:
                    return None
        return msgspec.json.decode(body, type=kind)
    except (httpx.HTTPError, TimeoutError, msgspec.MsgspecError):
        return None


def _make_client() -> "httpx.AsyncClient":
    import httpx

    # No proxy and no TLS: nothing of this leaves the machine. Compression is refused by not being asked for.
    return httpx.AsyncClient(
        timeout=None, follow_redirects=False, trust_env=False, verify=False, headers={"accept-encoding": "identity"}
    )
