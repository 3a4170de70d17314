"""How the connection to an Ollama server is made: whom it trusts, and what goes out with every request."""

import json
import ssl
from typing import TYPE_CHECKING

from jobmatch_desktop.domain.provider_errors import UnusableCertificates

if TYPE_CHECKING:
    import httpx


def tls_context(authorities: str | None) -> ssl.SSLContext:
    """The usual certificate authorities, and those of a PEM file. Reads files: not on a loop.

    Raises `UnusableCertificates` for a file that is missing or none.
    """
    import httpx

    context = httpx.create_ssl_context()
    if authorities:
        try:
            context.load_verify_locations(cafile=authorities)
        except OSError:
            raise UnusableCertificates(path=authorities) from None
    return context


async def never_cut(request: "httpx.Request") -> None:
    """A request hook: asks the server to refuse a prompt that does not fit, where by default it cuts the front off and
    says nothing, and to end an answer at the context's end rather than forget its beginning. The SDK (0.6.3) has no
    parameters for the two fields; servers that do not know them ignore them."""
    import httpx

    if not request.url.path.endswith("/api/chat"):
        return
    body = json.dumps({**json.loads(request.content), "truncate": False, "shift": False}).encode()
    request.stream = httpx.ByteStream(body)
    request.headers["content-length"] = str(len(body))
