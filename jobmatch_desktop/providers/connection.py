"""How connections to servers are made for the SDKs on httpx2: whom they trust, what they refuse, what goes out with each
request. Imported without httpx2: making a client imports it and reads files: not on a loop."""

import os
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jobmatch_desktop.domain.provider_errors import EnvironmentProxy, UnusableCertificates
from jobmatch_desktop.domain.stream import Sent
from jobmatch_desktop.providers.address import Address
from jobmatch_desktop.providers.faults import HttpFault, causes, check_response
from jobmatch_desktop.providers.settings import ProviderSettings

if TYPE_CHECKING:
    import httpx2

LONGEST_ANSWER = 256 * 1024 * 1024
"""Bytes of one answer that are read, a hundred times what a model writes in an hour. A server that goes on is none."""


CONNECT_SECONDS = 20.0
"""A connection, its TLS handshake included, that takes longer is given up; tasks/stall watches what comes after."""


class Captured(Exception):
    """A request that was built and not sent."""

    def __init__(self, sent: Sent) -> None:
        super().__init__("captured")
        self.sent = sent


@contextmanager
def proxies_checked() -> Iterator[None]:
    """Making a client of httpx or httpx2 reads the environment's proxies, and fails with an exception of any kind where they
    are not what it takes. Raises `EnvironmentProxy` for it."""
    try:
        yield
    except (ImportError, ValueError) as error:
        if isinstance(error, ImportError) and "SOCKS" not in str(error):
            raise
        raise EnvironmentProxy from error
    except Exception as error:
        if type(error).__name__ != "InvalidURL":
            raise
        raise EnvironmentProxy from error


@proxies_checked()
def make_client(settings: ProviderSettings, address: Address) -> "httpx2.AsyncClient":
    """A client for a server: no time-outs once it is connected (tasks/stall watches silence), no redirects (keys do not
    follow), no proxy of the environment for this machine.

    Raises `UnusableCertificates`, `EnvironmentProxy`. Blocks for the disk.
    """
    import httpx2

    return httpx2.AsyncClient(
        headers=_headers(settings),
        timeout=timeouts(),
        follow_redirects=False,
        trust_env=not address.loopback and settings.proxy is None,
        proxy=settings.proxy,
        verify=tls_context(settings.authorities) if _needs_tls(settings, address) else False,
        event_hooks={"response": [check_response, bounded(httpx2.AsyncByteStream)]},
    )


def proxy_between(settings: ProviderSettings, address: Address) -> str:
    """The proxy that a client asks a server through, as `host:port` to be shown (never a user name or a password of the
    environment's); empty where there is none. Reads the environment (on Windows and macOS the system's settings), asks nobody.
    """
    # 30 ms, which httpx has spent by then
    from urllib.request import getproxies, proxy_bypass_environment  # type: ignore[attr-defined]

    if settings.proxy is not None:
        return urlsplit(settings.proxy).netloc.rpartition("@")[2]
    if address.loopback:
        return ""
    known = getproxies()
    if proxy_bypass_environment(address.host, known):
        return ""
    return urlsplit(known.get(address.scheme) or known.get("all") or "").netloc.rpartition("@")[2]


def timeouts() -> "httpx2.Timeout":
    """For the client and for the SDK, which has some of its own."""
    import httpx2

    return httpx2.Timeout(None, connect=CONNECT_SECONDS)


def make_capturing_client(settings: ProviderSettings) -> "httpx2.AsyncClient":
    """A client that connects nowhere: each request ends in an exception that `captured` reads."""
    import httpx2

    class Capturing(httpx2.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
            raise Captured(Sent(str(request.url), await request.aread()))

    return httpx2.AsyncClient(headers=_headers(settings), timeout=None, transport=Capturing(), trust_env=False)


def captured(error: BaseException) -> Sent | None:
    """What a request of a capturing client would have sent, from what the SDK raised; None for any other exception."""
    return next((cause.sent for cause in causes(error) if isinstance(cause, Captured)), None)


async def would_send(asking: Awaitable[object]) -> Sent:
    """What a request of a capturing client would have sent. Raises what the SDK raises before it sends anything."""
    try:
        await asking
    except Exception as error:
        if sent := captured(error):
            return sent
        raise
    raise AssertionError("a capturing client sends nothing")


def check_streams(response: Any) -> None:
    """Raises `HttpFault` where the answer is no stream of events: a server that does not know how to."""
    if response.headers.get("content-type", "").lower().startswith("application/json"):
        raise HttpFault(response.status_code)


def tls_context(authorities: str | None) -> ssl.SSLContext:
    """The usual certificate authorities (`SSL_CERT_FILE` and `SSL_CERT_DIR` name others), and those of a PEM file.

    Raises `UnusableCertificates` for a file that is missing or none. Blocks for the disk.
    """
    import certifi

    usual = os.environ.get("SSL_CERT_FILE") or (None if os.environ.get("SSL_CERT_DIR") else certifi.where())
    try:
        context = ssl.create_default_context(cafile=usual, capath=os.environ.get("SSL_CERT_DIR"))
    except OSError:
        raise UnusableCertificates(path=usual) from None
    if authorities:
        try:
            context.load_verify_locations(cafile=authorities)
        except OSError:
            raise UnusableCertificates(path=authorities) from None
    return context


def _needs_tls(settings: ProviderSettings, address: Address) -> bool:
    """Reading the authorities takes 20 ms: a server of this machine without TLS is spared them."""
    return address.scheme == "https" or not address.loopback or bool(settings.proxy)


def _headers(settings: ProviderSettings) -> list[tuple[str, str]]:
    # Compression would hold tokens back.
    return [*settings.headers, ("accept-encoding", "identity")]


def bounded(kind: Any) -> Callable[[Any], Awaitable[None]]:
    """A response hook for httpx or httpx2, whose `AsyncByteStream` is `kind`: an answer without an end is none."""

    class Bounded(kind):  # type: ignore[misc]
        def __init__(self, inner: Any, status: int) -> None:
            self._inner = inner
            self._status = status

        async def __aiter__(self) -> AsyncIterator[bytes]:
            left = LONGEST_ANSWER
            async for piece in self._inner:
                left -= len(piece)
                if left < 0:
                    raise HttpFault(self._status)
                yield piece

        async def aclose(self) -> None:
            await self._inner.aclose()

    async def bound(response: Any) -> None:
        response.stream = Bounded(response.stream, response.status_code)

    return bound
