"""Everything that can go wrong with an Ollama server, as domain errors. No text of the SDK, of httpx or of the server
is passed on.

Statuses and texts as Ollama 0.20 gives them (server/routes.go, server/sched.go, llm/server.go).
"""

import json
import socket
import ssl
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from jobmatch_desktop.domain import provider_errors as faults
from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.providers.ollama_host import NAME

if TYPE_CHECKING:
    import httpx

_LONGEST_BODY = 64 * 1024
"""Bytes of an error's body that are read, at most."""

_LONGEST_WAIT = 86_400.0

_UNREADABLE = (ValueError, TypeError, AttributeError, KeyError, RecursionError)
"""What the SDK's parsing raises for lines that are not what it expects."""


class Asked(msgspec.Struct, frozen=True):
    """What a fault is told of: the server's address, the model (empty: none), and whether words of the answer had
    come."""

    address: str
    model: str = ""
    begun: bool = False


class HttpFault(Exception):
    """An answer that is none: its status, the server's own words (never shown), where it sends to, and how long to
    wait."""

    def __init__(self, status: int, said: str = "", target: str = "", retry_after: float | None = None) -> None:
        super().__init__(f"status {status}")
        self.status = status
        self.said = said
        self.target = target
        self.retry_after = retry_after


async def check_response(response: "httpx.Response") -> None:
    """A response hook: raises `HttpFault` unless this is an answer to go on with. Reads no more of an error than it
    needs."""
    if response.has_redirect_location:
        raise HttpFault(response.status_code, target=_without_query(response))
    if response.status_code >= 300:
        body = await _beginning(response)
        raise HttpFault(response.status_code, _error_text(body), retry_after=_retry_after(response))
    if response.headers.get("content-type", "").lower().startswith("text/html"):
        raise HttpFault(response.status_code)


def is_window_too_small(error: Exception) -> bool:
    """Whether the server said, before it wrote anything, that the prompt does not fit into the context that was asked
    for."""
    return isinstance(error, HttpFault) and error.status == 400 and "context length" in error.said


def translate(error: Exception, asked: Asked) -> ProviderError:
    """The domain error for what a call of the SDK raised: `HttpFault`, an exception of httpx, or one that its parsing
    raised. The SDK's own `ResponseError` is an `error_line`."""
    if isinstance(error, ProviderError):
        return error
    if isinstance(error, HttpFault):
        return _of_status(error, asked)
    if isinstance(error, _UNREADABLE):
        return _unreadable(error, asked)
    return _of_connection(error, asked)


def error_line(said: str, asked: Asked) -> ProviderError:
    """The fault that a server told of in the middle of a stream, or with a 5xx."""
    named = {"provider": NAME, "model": asked.model}
    if _is_memory(said):
        return faults.NotEnoughMemory(**named)
    if not asked.begun and "not found" in said and "model" in said:
        return faults.ModelMissing(**named)
    return faults.ServerFailed(**named)


def ended_without_done(asked: Asked) -> ProviderError:
    """The fault of a stream that simply stops: Ollama also ends one so whose model says the same token over and
    over."""
    return faults.CutOff(provider=NAME) if asked.begun else faults.ConnectionLost(provider=NAME)


def _of_status(fault: HttpFault, asked: Asked) -> ProviderError:
    place = {"provider": NAME, "address": asked.address}
    named = {"provider": NAME, "model": asked.model}
    match fault.status:
        case _ if fault.target:
            return faults.Redirected(target=fault.target, **place)
        case 401:
            return faults.KeyRefused(**place)
        case 403:
            return faults.AccessDenied(**place)
        case 404 if "not found" in fault.said and asked.model:
            return faults.ModelMissing(**named)
        case 429 | 503 | 529:
            busy = faults.Busy(provider=NAME)
            busy.retry_after = fault.retry_after
            return busy
        case 400 if "does not support" in fault.said and "thinking" not in fault.said:
            return faults.NotForWriting(model=asked.model)
        case status if status >= 500:
            return error_line(fault.said, asked)
        case 404 | 405:
            return faults.UnexpectedAnswer(**place)
        case status if status >= 400 and fault.said:
            return faults.RequestRefused(status=status, **named)
    return faults.UnexpectedAnswer(**place)


def _unreadable(error: Exception, asked: Asked) -> ProviderError:
    """Half a line is a server that went away; what does not even begin like an answer is no Ollama."""
    if asked.begun:
        return faults.CutOff(provider=NAME)
    if isinstance(error, json.JSONDecodeError) and error.doc.lstrip().startswith("{"):
        return faults.ConnectionLost(provider=NAME)
    return faults.UnexpectedAnswer(provider=NAME, address=asked.address)


def _of_connection(error: Exception, asked: Asked) -> ProviderError:
    import httpx

    place = {"provider": NAME, "address": asked.address}
    if isinstance(error, httpx.DecodingError):
        return _unreadable(error, asked)
    if isinstance(error, httpx.ProxyError | httpx.UnsupportedProtocol):
        return faults.Unreachable(**place)
    # The SDK makes a builtin ConnectionError of httpx.ConnectError.
    connecting = isinstance(error, httpx.ConnectError | httpx.ConnectTimeout) or type(error) is ConnectionError
    if connecting:
        causes = list(_causes(error))
        if any(isinstance(cause, socket.gaierror) for cause in causes):
            return faults.HostUnknown(**place)
        # A server that does not speak TLS answers the greeting in plain words, or just hangs up.
        hung_up = asked.address.startswith("https:") and any(
            isinstance(cause, ConnectionResetError) for cause in causes
        )
        if hung_up or any(isinstance(cause, ssl.SSLError) for cause in causes):
            return faults.UntrustedServer(**place)
        if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
            return faults.NotRunning(**place)
        return faults.Unreachable(**place)
    if isinstance(error, httpx.RemoteProtocolError) and not asked.begun and not _closed(error):
        return faults.UnexpectedAnswer(**place)
    return ended_without_done(asked)


def _closed(error: Exception) -> bool:
    """Whether a protocol error is only the connection's end; else what came was no HTTP."""
    said = str(error)
    return "disconnected" in said or "closed connection" in said or "without" in said


def _causes(error: BaseException) -> Iterator[BaseException]:
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


def _is_memory(said: str) -> bool:
    """Such as "model requires more system memory (5.6 GiB) than is available (3.1 GiB)", "cudaMalloc failed: out of
    memory"."""
    said = said.lower()
    return "system memory" in said or "out of memory" in said or "insufficient memory" in said


async def _beginning(response: "httpx.Response") -> bytes:
    body = b""
    async for chunk in response.aiter_bytes():
        body += chunk
        if len(body) >= _LONGEST_BODY:
            break
    return body[:_LONGEST_BODY]


def _error_text(body: bytes) -> str:
    """The `error` of Ollama's `{"error": "…"}`; empty where the body is anything else."""
    try:
        return msgspec.json.decode(body, type=_ErrorBody).error
    except msgspec.MsgspecError:
        return ""


class _ErrorBody(msgspec.Struct):
    error: str


def _retry_after(response: "httpx.Response") -> float | None:
    """Seconds; the form with a date is not read."""
    try:
        return min(max(float(response.headers.get("retry-after", "")), 0.0), _LONGEST_WAIT)
    except ValueError:
        return None


def _without_query(response: "httpx.Response") -> str:
    import httpx

    try:
        target = response.url.join(response.headers["location"])
    except (httpx.InvalidURL, ValueError):
        return "?"
    return f"{target.scheme}://{target.host}{f':{target.port}' if target.port else ''}"
