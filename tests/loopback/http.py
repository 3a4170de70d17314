"""As much of HTTP/1.1 as a loopback server needs: requests in, answers out, and whether the client is still there."""

import asyncio
import json
import socket
import struct
import threading
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


class ClientGone(Exception):
    """The client closed the connection."""


@dataclass
class Received:
    """A request, and what became of it: `sent` pieces of an answer, `sent_at` when each was given to the socket, `ended`
    when it was answered whole, `closed_at` when the client closed the connection before that. Times are those of
    `time.monotonic()`."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any
    received_at: float = field(default_factory=time.monotonic)
    sent: int = 0
    sent_at: list[float] = field(default_factory=list)
    ended: bool = False
    closed_at: float | None = None


class Wire:
    """One connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def request(self) -> Received | None:
        """The next request; None when the client is done."""
        try:
            first = await self._reader.readexactly(1)
            if not first.isalpha():
                # As Go's server answers somebody who speaks TLS to it.
                self._writer.write(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n400 Bad Request")
                return None
            head = (first + await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            method, path, _ = head[0].split(" ")
            headers = {
                name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)
            }
            body = await self._reader.readexactly(int(headers.get("content-length", 0)))
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        return Received(method, path.partition("?")[0], headers, json.loads(body) if body else None)

    @property
    def gone(self) -> bool:
        """Whether the client closed."""
        return self._reader.at_eof() or self._reader.exception() is not None or self._writer.is_closing()

    async def send(self, data: bytes) -> None:
        """Raises `ClientGone`."""
        if self.gone:
            raise ClientGone
        try:
            self._writer.write(data)
            await self._writer.drain()
        except ConnectionError:
            raise ClientGone from None

    async def head(self, status: int, *headers: tuple[str, str]) -> None:
        """The head of an answer."""
        phrase = HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "?"
        lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {value}" for name, value in headers)]
        await self.send(("\r\n".join(lines) + "\r\n\r\n").encode())

    async def whole(self, status: int, body: bytes, content_type: str, *headers: tuple[str, str]) -> None:
        """A whole answer."""
        await self.head(status, ("Content-Type", content_type), ("Content-Length", str(len(body))), *headers)
        await self.send(body)

    async def reply(self, value: object, status: int = 200) -> None:
        """A whole answer of JSON."""
        await self.whole(status, json.dumps(value).encode(), "application/json; charset=utf-8")

    async def chunk(self, data: bytes) -> None:
        """One HTTP chunk."""
        await self.send(b"%x\r\n%s\r\n" % (len(data), data))

    async def end(self) -> None:
        """The last HTTP chunk."""
        await self.send(b"0\r\n\r\n")

    async def wait(self, seconds: float) -> None:
        """Time passes; raises `ClientGone` within 20 ms of the client's closing."""
        until = time.monotonic() + seconds
        while True:
            if self.gone:
                raise ClientGone
            left = until - time.monotonic()
            if left <= 0:
                return
            await asyncio.sleep(min(left, 0.02))

    async def wait_for(self, event: threading.Event) -> None:
        """Returns once the event is set; raises `ClientGone` as `wait` does."""
        while not event.is_set():
            await self.wait(0.005)

    def reset(self) -> None:
        """Ends the connection with a TCP reset."""
        connection = self._writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.transport.abort()

    def drop(self) -> None:
        """Ends the connection to a client that is gone: what was not sent yet is for nobody."""
        self._writer.transport.abort()

    async def close(self) -> None:
        """Ends the connection in order."""
        self._writer.close()
        try:
            await self._writer.wait_closed()
        except (ConnectionError, OSError):
            return
