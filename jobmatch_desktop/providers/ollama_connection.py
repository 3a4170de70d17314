"""What goes out with every request to an Ollama server."""

import json
from typing import TYPE_CHECKING

from jobmatch_desktop.domain.stream import Sent
from jobmatch_desktop.providers.connection import Captured

if TYPE_CHECKING:
    import httpx


def capturing_transport() -> "httpx.AsyncBaseTransport":
    """Connects nowhere: each request ends in a `connection.Captured`, which the SDK lets through."""
    import httpx

    class Capturing(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            assert isinstance(request.stream, httpx.AsyncByteStream)
            raise Captured(Sent(str(request.url), b"".join([piece async for piece in request.stream])))

    return Capturing()


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
