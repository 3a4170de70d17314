"""Everything that can go wrong with a server, as domain errors, whichever SDK asked. No text of an SDK, of its HTTP
library or of the server is passed on.

openai and anthropic stand on httpx2, ollama on httpx: two families of exceptions with the same names, so they are told
apart by their names. What only one server says in its own words stands beside its provider.
"""

import json
import socket
import ssl
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any, Protocol

import msgspec

from jobmatch_desktop.domain import provider_errors as faults
from jobmatch_desktop.domain.provider_errors import ProviderError

_LONGEST_BODY = 64 * 1024
"""Bytes of an error's body that are read, at most."""

_LONGEST_WAIT = 86_400.0

_UNREADABLE = (ValueError, TypeError, AttributeError, KeyError, RecursionError)
"""What an SDK's parsing raises for lines that are not what it expects."""


class Asked(msgspec.Struct, frozen=True):
    """What a fault is told of: the provider as people write it, the server's address, the model (empty: none),
    whether words of the answer had come, and the proxy in between (host and port; empty: none)."""

    provider: str
    address: str
    model: str = ""
    begun: bool = False
    proxy: str = ""


class HttpFault(Exception):
    """An answer that is none: its status, the server's own words (never shown), where it sends to, and how long to
    wait."""

    def __init__(self, status: int, said: str = "", target: str = "", retry_after: float | None = None) -> None:
        super().__init__(f"status {status}")
        self.status = status
        self.said = said
        self.target = target
        self.retry_after = retry_after


class Response(Protocol):
    """What is used of a response of httpx and of httpx2."""

    status_code: int
    has_redirect_location: bool

    @property
    def headers(self) -> Mapping[str, str]: ...

    @property
    def url(self) -> Any: ...

    def aiter_bytes(self) -> AsyncIterator[bytes]: ...


async def check_response(response: Response) -> None:
    """A response hook: raises `HttpFault` unless this is an answer to go on with. Reads no more of an error than it
    needs."""
    if response.has_redirect_location:
        raise HttpFault(response.status_code, target=_without_query(response))
    if response.headers.get("content-encoding", "identity").lower() not in ("", "identity"):
        # Compression was not asked for: it would hold tokens back, and a few bytes may unfold to gigabytes.
        raise HttpFault(response.status_code)
    if response.status_code >= 300:
        body = await _beginning(response)
        raise HttpFault(response.status_code, _error_text(body), retry_after=_retry_after(response))
    if response.headers.get("content-type", "").lower().startswith("text/html"):
        raise HttpFault(response.status_code)


def http_fault(error: BaseException) -> HttpFault | None:
    """The `HttpFault` that an SDK's own exception was raised from, if any."""
    return next((cause for cause in causes(error) if isinstance(cause, HttpFault)), None)


def translate(error: Exception, asked: Asked) -> ProviderError:
    """The domain error for what a call of an SDK raised: a `ProviderError` as it is, `HttpFault`, an exception of the
    HTTP library, or one that the SDK's parsing raised, each also as the cause of an exception of the SDK."""
    if isinstance(error, ProviderError):
        return error
    if fault := http_fault(error):
        return of_status(fault, asked)
    if isinstance(error, _UNREADABLE):
        return _unreadable(error, asked)
    return _of_connection(error, asked)


def reported(said: str, asked: Asked) -> ProviderError:
    """The fault that a server told of in the middle of a stream, or with a 5xx."""
    named = {"provider": asked.provider, "model": asked.model}
    if _is_memory(said):
        return faults.NotEnoughMemory(**named)
    if not asked.begun and "not found" in said and "model" in said:
        return faults.ModelMissing(**named)
    return faults.ServerFailed(**named)


def ended_early(asked: Asked) -> ProviderError:
    """The fault of a stream that simply stops."""
    return faults.CutOff(provider=asked.provider) if asked.begun else faults.ConnectionLost(provider=asked.provider)


def of_status(fault: HttpFault, asked: Asked) -> ProviderError:
    """The domain error for an answer that is none."""
    place = {"provider": asked.provider, "address": asked.address}
    named = {"provider": asked.provider, "model": asked.model}
    match fault.status:
        case _ if fault.target:
            return faults.Redirected(target=fault.target, **place)
        case 401:
            return faults.KeyRefused(**place)
        case 403:
            return faults.AccessDenied(**place)
        case 407 if asked.proxy:
            return faults.ProxyRefused(proxy=asked.proxy, **place)
        case 404 if "not found" in fault.said and asked.model:
            return faults.ModelMissing(**named)
        case 429 | 503 | 529:
            busy = faults.Busy(provider=asked.provider)
            busy.retry_after = fault.retry_after
            return busy
        case status if status >= 500:
            return reported(fault.said, asked)
        case 404 | 405:
            return faults.UnexpectedAnswer(**place)
        case status if status >= 400 and fault.said:
            return faults.RequestRefused(status=status, **named)
    return faults.UnexpectedAnswer(**place)


def causes(error: BaseException) -> Iterator[BaseException]:
    """The exception, what caused it, and so on, members of groups included."""
    waiting: list[BaseException] = [error]
    seen: set[int] = set()
    while waiting:
        cause = waiting.pop()
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting.extend(inner for inner in (cause.__cause__, cause.__context__) if inner is not None)
        if isinstance(cause, BaseExceptionGroup):
            waiting.extend(cause.exceptions)


def _unreadable(error: Exception, asked: Asked) -> ProviderError:
    """Half a line is a server that went away; what does not even begin like an answer is none."""
    if asked.begun:
        return faults.CutOff(provider=asked.provider)
    if isinstance(error, json.JSONDecodeError) and error.doc.lstrip().startswith("{"):
        return faults.ConnectionLost(provider=asked.provider)
    return faults.UnexpectedAnswer(provider=asked.provider, address=asked.address)


def _of_connection(error: Exception, asked: Asked) -> ProviderError:
    place = {"provider": asked.provider, "address": asked.address}
    chain = list(causes(error))
    if _any(chain, "DecodingError"):
        return _unreadable(error, asked)
    if _any(chain, "ProxyError") and asked.proxy:
        return faults.ProxyRefused(proxy=asked.proxy, **place)
    if _any(chain, "ProxyError", "UnsupportedProtocol"):
        return faults.Unreachable(**place)
    # Ollama's SDK makes a builtin ConnectionError of httpx.ConnectError.
    if _any(chain, "ConnectError", "ConnectTimeout") or type(error) is ConnectionError:
        if asked.proxy and not any(isinstance(cause, ssl.SSLError) for cause in chain):
            return faults.ProxyUnreachable(proxy=asked.proxy, provider=asked.provider)
        if any(isinstance(cause, socket.gaierror) for cause in chain):
            return faults.HostUnknown(**place)
        if _any(chain, "ConnectTimeout"):
            return faults.Unreachable(**place)
        # A server that does not speak TLS answers the greeting in plain words, or just hangs up.
        hung_up = asked.address.startswith("https:") and any(isinstance(cause, ConnectionResetError) for cause in chain)
        if hung_up or any(isinstance(cause, ssl.SSLError) for cause in chain):
            return faults.UntrustedServer(**place)
        if any(isinstance(cause, ConnectionRefusedError) for cause in chain):
            return faults.NotRunning(**place)
        return faults.Unreachable(**place)
    broken = next((cause for cause in chain if _named(cause, "RemoteProtocolError")), None)
    if broken is not None and not asked.begun and not _closed(broken):
        return faults.UnexpectedAnswer(**place)
    return ended_early(asked)


def _any(chain: list[BaseException], *names: str) -> bool:
    return any(_named(cause, *names) for cause in chain)


def _named(error: BaseException, *names: str) -> bool:
    """Whether it is one of these exceptions of httpx or httpx2, or of a kind of them."""
    return any(kind.__name__ in names and kind.__module__.startswith("httpx") for kind in type(error).__mro__)


def _closed(error: BaseException) -> bool:
    """Whether a protocol error is only the connection's end; else what came was no HTTP."""
    said = str(error)
    return "disconnected" in said or "closed connection" in said or "without" in said


def _is_memory(said: str) -> bool:
    """Such as "model requires more system memory (5.6 GiB) than is available (3.1 GiB)", "cudaMalloc failed: out of
    memory"."""
    said = said.lower()
    return "system memory" in said or "out of memory" in said or "insufficient memory" in said


async def _beginning(response: Response) -> bytes:
    body = b""
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) >= _LONGEST_BODY:
            break
    return body[:_LONGEST_BODY]


def _error_text(body: bytes) -> str:
    """The message of `{"error": "…"}` (Ollama) and of `{"error": {"message": "…", "code": "…", "type": "…"}}` (OpenAI,
    Anthropic, compatible servers), the last with its code and type before it; empty where the body is anything else."""
    try:
        error = msgspec.json.decode(body, type=_ErrorBody).error
    except msgspec.MsgspecError:
        return ""
    if isinstance(error, str):
        return error
    return " ".join(str(part) for part in (error.code, error.type, error.message) if part)


class _ErrorDetail(msgspec.Struct):
    message: str | None = None
    code: str | int | None = None
    type: str | None = None


class _ErrorBody(msgspec.Struct):
    error: str | _ErrorDetail


def _retry_after(response: Response) -> float | None:
    """Seconds; the form with a date is not read."""
    try:
        return min(max(float(response.headers.get("retry-after", "")), 0.0), _LONGEST_WAIT)
    except ValueError:
        return None


def _without_query(response: Response) -> str:
    try:
        target = response.url.join(response.headers["location"])
    except ValueError:
        return "?"
    except Exception as error:
        if type(error).__name__ != "InvalidURL":
            raise
        return "?"
    return f"{target.scheme}://{target.host}{f':{target.port}' if target.port else ''}"
