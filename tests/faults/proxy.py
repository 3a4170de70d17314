"""A proxy on loopback: it passes requests of http on, or refuses them."""

import asyncio
import threading
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit


class Proxy:
    """A context manager; `passed` counts the requests that went through."""

    def __init__(self, refuses: bool = False) -> None:
        self._refuses = refuses
        self._up = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="loopback proxy")
        self.port = 0
        self.passed = 0

    def __enter__(self) -> Self:
        self._thread.start()
        self._up.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._loop is not None
        assert self._stop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join()

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        running: set[asyncio.Task[None]] = set()

        async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            running.add(task)
            task.add_done_callback(running.discard)
            try:
                await self._pass_on(reader, writer)
            except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                return  # the client went, or the test is over: asyncio takes a cancelled connection for a fault
            finally:
                writer.transport.abort()

        server = await asyncio.start_server(connected, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._up.set()
        await self._stop.wait()
        for _ in range(3):
            await asyncio.sleep(0)  # who is just being let in is let in whole
        server.close()
        for task in list(running):
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        for _ in range(3):
            await asyncio.sleep(0)  # what was dropped is closed in the loop's next turns

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection carries requests for one host, which is all that a test asks."""
        there: asyncio.StreamWriter | None = None
        back: asyncio.Task[None] | None = None
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                method, target, rest = head.split(b" ", 2)
                length = next(
                    (
                        int(line.partition(b":")[2])
                        for line in head.split(b"\r\n")
                        if line.lower().startswith(b"content-length:")
                    ),
                    0,
                )
                body = await reader.readexactly(length)
                if self._refuses:
                    writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\nContent-Type: text/html\r\n\r\nno")
                    await writer.drain()
                    continue
                url = urlsplit(target.decode())
                if there is None:
                    answers, there = await asyncio.open_connection(url.hostname, url.port)
                    back = asyncio.create_task(_copy(answers, writer))
                self.passed += 1
                there.write(b" ".join([method, (url.path or "/").encode(), rest]) + body)
                await there.drain()
        finally:
            if back is not None:
                back.cancel()
                await asyncio.gather(back, return_exceptions=True)
            if there is not None:
                there.transport.abort()


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
