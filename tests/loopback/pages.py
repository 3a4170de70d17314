"""A server of pages: what it says to each path, as bytes, and what it was asked."""

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Page:
    """An answer. `wait` holds it back until the test lets go; `hurt` breaks the connection in its middle."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: threading.Event | None = None
    hurt: bool = False


@dataclass
class Pages:
    """The server: `pages` by path may be changed at any time; `asked` are the requests' paths and headers, in order."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@contextmanager
def serving(host: str = "127.0.0.1") -> Iterator[Pages]:
    """The server, on a thread that is joined at the end."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked.append((self.path, {name.casefold(): value for name, value in self.headers.items()}))
            page = served.pages.get(self.path, Page(b"nothing here", 404))
            if page.wait:
                page.wait.wait(30)
            self.send_response(page.status)
            length = len(page.body) * 2 if page.hurt else len(page.body)
            for name, value in {"Content-Length": str(length), "Connection": "close", **page.headers}.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(page.body)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = False
    served = Pages(server.server_address[1])
    thread = threading.Thread(target=lambda: server.serve_forever(0.01), name="loopback pages")
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
