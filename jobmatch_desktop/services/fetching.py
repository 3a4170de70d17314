"""A page that the person named, and nothing else: no scripts, no cookies, no pictures; where it leads is told."""

import asyncio
import ipaddress
import re
import socket
import ssl
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urljoin, urlsplit, urlunsplit

import msgspec

from jobmatch_desktop import __version__
from jobmatch_desktop.domain.offer_errors import (
    AddressOfNoPage,
    AddressUnusable,
    AddressWithName,
    LogInPage,
    NoSuchServer,
    NotServerOfPages,
    PageGone,
    PageNeedsLogIn,
    PageRefused,
    PageTooLarge,
    PageTooSlow,
    PageUnreachable,
    RedirectIntoPrivate,
    RedirectRefused,
    RedirectsWithoutEnd,
    ServerNotTrusted,
)

if TYPE_CHECKING:
    import httpx

SECONDS = 30.0
"""The whole, redirects included."""

MOST_BYTES = 10_000_000
MOST_REDIRECTS = 5

_SCHEME = re.compile(r"[a-z][a-z\d+.-]*://|https?:", re.I)
_CONNECT_SECONDS = 10.0
_LOG_IN = (
    "login",
    "log-in",
    "signin",
    "sign-in",
    "authwall",
    "auth",
    "sso",
    "connexion",
    "account",
    "uas",
    "checkpoint",
    "session",
)
_ENCODINGS = ("", "identity", "gzip", "x-gzip", "deflate")


class Fetched(msgspec.Struct, frozen=True):
    """A page as its server sent it. `address` is where it came from in the end, `passed` the addresses before that, in order;
    `charset` is what the server says it is in, `kind` its media type, both in small letters and empty where it does not say."""

    address: str
    data: bytes
    kind: str = ""
    charset: str = ""
    passed: tuple[str, ...] = ()

    @property
    def other_host(self) -> str:
        """The server that the page came from where that is not the one which was asked; else empty."""
        first = urlsplit(self.passed[0]).hostname if self.passed else None
        last = urlsplit(self.address).hostname
        return last if first and last and first.removeprefix("www.") != last.removeprefix("www.") else ""


def is_address(word: str) -> bool:
    """Whether a person's words are meant as an address of a page."""
    return bool(_SCHEME.match(word.strip()))


async def fetch(address: str, on_redirect: Callable[[str], None] | None = None, seconds: float = SECONDS) -> Fetched:
    """Gets one page. `on_redirect` is told each further address before it is asked.

    Raises `AddressUnusable`, or a `FetchFailed` that says what happened. A redirect is followed to http and https alone, and to an
    address of this machine or of a private network only where that is the host which the person gave. Any asyncio loop; cancelling
    closes the connection.
    """
    given = _checked(address)
    host = given.hostname or ""
    try:
        async with asyncio.timeout(seconds):
            return await _followed(given, on_redirect or (lambda _: None))
    except TimeoutError as error:
        raise PageTooSlow(host=host, seconds=round(seconds)) from error


async def _followed(given: SplitResult, on_redirect: Callable[[str], None]) -> Fetched:
    tls = None
    place, passed = given, list[str]()
    known: tuple[str, ...] = ()  # where the host that was given is, if that is this machine or a private network
    while True:
        if place.scheme == "https" and tls is None:
            tls = await asyncio.to_thread(_trusted)
        proxy = _proxy_of(place)
        address = None
        if proxy is None:
            addresses = await _resolved(place)
            if not passed:
                known = tuple(one for one in addresses if not _is_public(one))
            elif not (addresses := [one for one in addresses if _is_public(one) or one in known]):
                raise RedirectIntoPrivate(host=urlsplit(passed[-1]).hostname, target=place.hostname)
            address = addresses[0]
        answer = await _asked(place, address, proxy, tls)
        if isinstance(answer, Fetched):
            return msgspec.structs.replace(answer, passed=tuple(passed))
        following = _next_place(place, answer)
        passed.append(_without_fragment(place))
        if len(passed) > MOST_REDIRECTS:
            raise RedirectsWithoutEnd(host=place.hostname, target=following.hostname)
        on_redirect(_without_fragment(following))
        place = following


async def _asked(
    place: SplitResult, address: str | None, proxy: str | None, tls: ssl.SSLContext | None
) -> "Fetched | str":
    """The page, or the place that the server sends on to."""
    import httpx

    host = place.hostname or ""
    port = f":{place.port}" if place.port else ""
    named = (
        f"[{address}]" if address and ":" in address else address or place.netloc.rpartition("@")[2].removesuffix(port)
    ) + port
    headers = {
        "Host": place.netloc,
        "User-Agent": f"Mozilla/5.0 (compatible; JobMatchDesktop/{__version__})",
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5",
        "Accept-Encoding": "gzip",
    }
    try:
        url = httpx.URL(urlunsplit((place.scheme, named, place.path or "/", place.query, "")))
    except httpx.InvalidURL as error:
        raise AddressUnusable from error
    try:
        # A client for each: nothing that one server says, such as a cookie, reaches another, or itself again.
        async with (
            httpx.AsyncClient(
                verify=tls or False, trust_env=False, proxy=proxy, timeout=httpx.Timeout(None, connect=_CONNECT_SECONDS)
            ) as client,
            client.stream("GET", url, headers=headers, extensions={"sni_hostname": host}) as response,
        ):
            if response.is_redirect and response.headers.get("location"):
                return str(response.headers["location"])
            _check_status(host, response.status_code)
            data = await _body(host, response)
    except httpx.TimeoutException as error:
        raise PageTooSlow(host=host, seconds=round(_CONNECT_SECONDS)) from error
    except httpx.InvalidURL as error:
        # httpx reads where a redirect leads, though it is not to follow it.
        raise RedirectRefused(host=host, target="…") from error
    except (httpx.HTTPError, ssl.SSLError, OSError) as error:
        raise _unreachable(error)(host=host) from error
    kind, _, rest = response.headers.get("content-type", "").casefold().partition(";")
    charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'")
    return Fetched(_without_fragment(place), data, kind.strip(), charset)


async def _body(host: str, response: "httpx.Response") -> bytes:
    """The bytes, unpacked no further than they may be."""
    encoding = response.headers.get("content-encoding", "").strip().casefold()
    if encoding not in _ENCODINGS:
        raise NotServerOfPages(host=host)
    unpacker = zlib.decompressobj(wbits=47) if encoding not in ("", "identity") else None
    data = bytearray()
    async for piece in response.aiter_raw():
        try:
            data += unpacker.decompress(piece, MOST_BYTES + 1 - len(data)) if unpacker else piece
        except zlib.error as error:
            raise NotServerOfPages(host=host) from error
        if len(data) > MOST_BYTES or (unpacker and unpacker.unconsumed_tail):
            raise PageTooLarge(host=host, megabytes=MOST_BYTES // 1_000_000)
    return bytes(data)


def _check_status(host: str, status: int) -> None:
    if status in (404, 410):
        raise PageGone(host=host, status=status)
    # LinkedIn answers 999 to programs; 403 and 429 are what boards say to who has not logged in.
    if status in (401, 403, 407, 429, 451, 999):
        raise PageNeedsLogIn(host=host, status=status)
    if status != 200:
        raise PageRefused(host=host, status=status)


def _next_place(place: SplitResult, location: str) -> SplitResult:
    host = place.hostname or ""
    try:
        following = urlsplit(urljoin(urlunsplit(place), location.strip()))
        target, _ = following.hostname, following.port
        following = _plain(following)
    except ValueError as error:
        raise RedirectRefused(host=host, target="…") from error
    if following.scheme not in ("http", "https") or not target:
        raise RedirectRefused(host=host, target=following.scheme or location[:40])
    words = unquote(following.path).casefold().strip("/").replace("/", " ").replace("_", "-").split()
    if any(word.split(".")[0] in _LOG_IN for word in words[:3]) and following.path != place.path:
        raise LogInPage(host=host)
    return following


async def _resolved(place: SplitResult) -> list[str]:
    """The addresses of the host: looked up once, so that what was checked is what is asked."""
    host, port = place.hostname or "", place.port or (443 if place.scheme == "https" else 80)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NoSuchServer(host=host) from error
    return [str(entry[4][0]) for entry in found]


def _is_public(address: str) -> bool:
    known = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(known, "ipv4_mapped", None) or getattr(known, "sixtofour", None)
    return known.is_global and not known.is_multicast and (mapped is None or mapped.is_global)


def _proxy_of(place: SplitResult) -> str | None:
    """The system's or the environment's proxy for a place, as browsers use it."""
    import urllib.request  # as slow as all else here together

    if urllib.request.proxy_bypass(place.hostname or ""):
        return None
    proxy = urllib.request.getproxies().get(place.scheme)
    return proxy if proxy is None or "://" in proxy else f"http://{proxy}"


def _checked(address: str) -> SplitResult:
    words = address.strip()
    if any(sign.isspace() or sign < " " for sign in words):
        raise AddressUnusable
    try:
        place = urlsplit(words)
        host, _ = place.hostname, place.port
    except ValueError as error:
        raise AddressUnusable from error
    if place.scheme not in ("http", "https"):
        raise AddressOfNoPage
    if not host:
        raise AddressUnusable
    if place.username or place.password:
        raise AddressWithName
    try:
        return _plain(place)
    except UnicodeError as error:
        raise AddressUnusable from error


def _plain(place: SplitResult) -> SplitResult:
    """The place with its server's name as networks spell it, and without a name or password. Raises `UnicodeError`."""
    host = place.hostname or ""
    named = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    return place._replace(netloc=f"{named}:{place.port}" if place.port else named)


def _without_fragment(place: SplitResult) -> str:
    return urlunsplit(place._replace(fragment=""))


def _trusted() -> ssl.SSLContext:
    """The usual certificate authorities. Blocks for the disk."""
    import httpx

    return httpx.create_ssl_context()


def _unreachable(error: Exception) -> type[PageUnreachable]:
    text = str(error).casefold()
    if "certificate" in text or "ssl" in text or isinstance(error, ssl.SSLError):
        return ServerNotTrusted
    return NotServerOfPages if type(error).__name__ == "RemoteProtocolError" else PageUnreachable
