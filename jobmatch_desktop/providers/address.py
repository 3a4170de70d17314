"""Where a server is: every form that a person, `OLLAMA_HOST` or `OPENAI_BASE_URL` may give it in, parsed once to a typed
value. Pure.

The forms without a scheme are those of Ollama's own `envconfig.Host` (v0.20). Places to listen on become places to
call: `0.0.0.0` is this machine. `localhost` becomes 127.0.0.1, since Windows tries `::1` first and loses two seconds.
"""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import urlsplit

import msgspec

from jobmatch_desktop.domain.provider_errors import CredentialsInAddress, SchemeMissing, UnusableAddress

_PORTS = {"http": 80, "https": 443}
_CALLABLE = {"": "127.0.0.1", "localhost": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}
_HOST_NAME = re.compile(r"(?!-)[\w-]+(\.[\w-]+)*\.?")


class Address(msgspec.Struct, frozen=True):
    """`host` is a name, an IPv4 address or an IPv6 address without brackets; `path` begins with `/` or is empty."""

    scheme: str
    host: str
    port: int
    path: str = ""

    @property
    def url(self) -> str:
        """The base URL, without a slash at the end, and without the port that its scheme has anyway."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}{self.path}"

    @property
    def loopback(self) -> bool:
        """Whether it is on this machine."""
        address = _address(self.host)
        return address is not None and address.is_loopback


def parse_address(text: str, provider: str, usual_port: int | None = None) -> Address:
    """The server that `text` names: `http(s)://…`, with or without a path; and, where `usual_port` is given, also empty
    (this machine), `host`, `host:port`, `:port`, `[IPv6]:port`, taken as http.

    Raises `CredentialsInAddress` for a user name or password, `UnusableAddress` for anything else that is no address.
    Thread: any.
    """
    text = text.strip().strip("\"'").strip()
    scheme, found, rest = text.partition("://")
    if not found:
        scheme, rest = "http", text
    if "@" in rest:
        raise CredentialsInAddress(provider=provider)
    unusable = UnusableAddress(provider=provider, text=text.partition("?")[0][:200])
    scheme = scheme.lower()
    if not found and usual_port is None:
        raise SchemeMissing(provider=provider, text=rest.partition("?")[0][:200])
    if scheme not in _PORTS or (found and not rest) or re.search(r"[\s?#\\]|//", rest):
        raise unusable
    if isinstance(_address(rest.rstrip("/")), IPv6Address):
        rest = f"[{rest.rstrip('/')}]"
    try:
        split = urlsplit(f"{scheme}://{rest}")
        host, port = split.hostname or "", split.port
    except ValueError:
        raise unusable from None
    if port == 0 or split.netloc.endswith(":") or (found and not host):
        raise unusable
    if host and _address(host) is None and not _HOST_NAME.fullmatch(host):
        raise unusable
    return Address(
        scheme=scheme,
        host=_CALLABLE.get(host, host),
        port=port or (_PORTS[scheme] if found or usual_port is None else usual_port),
        path=split.path.rstrip("/"),
    )


def _address(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None
