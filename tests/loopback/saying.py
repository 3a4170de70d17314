"""A server that gives every request one answer, byte by byte as it is given, or none at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread


@contextmanager
def saying(answer: bytes) -> Iterator[int]:
    """The port of a server that answers every request with this; empty: it says nothing."""

    class Handler(StreamRequestHandler):
        def handle(self) -> None:
            with suppress(ConnectionError):
                while line := self.rfile.readline():
                    if line == b"\r\n":
                        self.wfile.write(answer)

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()
