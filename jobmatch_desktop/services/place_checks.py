"""What of a provider's place cannot be used: headers, proxy, certificate file."""

import re
import ssl

from jobmatch_desktop.domain.provider_errors import (
    CredentialsInAddress,
    UnusableAddress,
    UnusableCertificates,
)
from jobmatch_desktop.domain.settings_errors import (
    CredentialsInProxy,
    HeaderOfTheProgram,
    KeyInHeader,
    UnusableHeader,
    UnusableProxy,
)
from jobmatch_desktop.providers.address import parse_address

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, 5.6.2
_VALUE = re.compile(r"[\x20-\x7e]*")
_KEY = re.compile(r"auth|key|token|secret|cookie|password|credential", re.IGNORECASE)
_OWN = frozenset(
    {"host", "content-length", "content-type", "transfer-encoding", "connection", "accept-encoding", "accept", "te"}
)


def check_headers(headers: tuple[tuple[str, str], ...]) -> None:
    """Raises `UnusableHeader`, `KeyInHeader` or `HeaderOfTheProgram` for the first that cannot go with a request."""
    for name, value in headers:
        if not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
            raise UnusableHeader(name=" ".join(name.split())[:60])
        if name.lower() in _OWN:
            raise HeaderOfTheProgram(name=name)
        if _KEY.search(name) or re.match(r"(bearer|basic) ", value, re.IGNORECASE):
            raise KeyInHeader(name=name)


def check_proxy(proxy: str | None) -> None:
    """Raises `CredentialsInProxy`, or `UnusableProxy` for what is no http or https address."""
    if proxy is None:
        return
    try:
        address = parse_address(proxy, "proxy")
    except CredentialsInAddress:
        raise CredentialsInProxy from None
    except UnusableAddress:
        raise UnusableProxy from None
    if address.path:
        raise UnusableProxy


def check_authorities(path: str) -> None:
    """Raises `UnusableCertificates` for a file that cannot be read or holds no certificate in PEM form. Blocks for the disk."""
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(path)
    except OSError as error:  # SSLError is one
        raise UnusableCertificates(path=path) from error
