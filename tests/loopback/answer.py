"""Plays one answer in the dialect of a server: headers, lines at their rate, and the fault where it belongs."""

import asyncio
import itertools
import json
import threading
import time
import zlib
from collections.abc import Iterator
from typing import Any, Protocol

from tests.loopback.http import Received, Wire
from tests.loopback.script import Cut, Fault, Script

BATCH = 1
"""Lines in a write where the rate leaves no time between them."""

TICK = 0.002
"""Seconds that are too short to sleep for: lines due within them are sent together."""


def line(model: str, content: str = "", thinking: str = "", **more: object) -> bytes:
    """A line as Ollama 0.20 writes it."""
    message = {"role": "assistant", "content": content, **({"thinking": thinking} if thinking else {})}
    value = {"model": model, "created_at": "2026-11-25T01:11:20.442366714Z", "message": message, "done": False, **more}
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def last_line(model: str, script: Script, read: int, written: int) -> bytes:
    """The line that says how it ended, with Ollama's counts; durations in nanoseconds."""
    reason = {} if script.done_reason is None else {"done_reason": script.done_reason}
    return line(
        model,
        done=True,
        **reason,
        total_duration=694_567_183,
        load_duration=int(script.loading_seconds * 1e9),
        prompt_eval_count=read,
        prompt_eval_duration=int(script.reading_seconds * 1e9) or 162_016_289,
        eval_count=written,
        eval_duration=142_564_158,
    )


class Dialect(Protocol):
    """How a server writes an answer."""

    content_type: str

    def opening(self, model: str) -> bytes:
        """What comes before the first piece."""
        ...

    def piece(self, model: str, content: str, thinking: str = "") -> bytes:
        """A piece of the answer."""
        ...

    def closing(self, model: str, script: Script, read: int, written: int) -> bytes:
        """What comes after the last piece."""
        ...

    def whole_line(self, value: object) -> bytes:
        """Any value as a line of this dialect."""
        ...

    def error(self, script: Script) -> bytes:
        """The error told inside an answer."""
        ...

    def most(self, body: dict[str, Any]) -> int:
        """The tokens that were asked for at most."""
        ...


class OllamaDialect:
    """A JSON object a line."""

    content_type = "application/x-ndjson"

    def opening(self, model: str) -> bytes:
        return b""

    def piece(self, model: str, content: str, thinking: str = "") -> bytes:
        return line(model, content, thinking)

    def closing(self, model: str, script: Script, read: int, written: int) -> bytes:
        return last_line(model, script, read, written)

    def whole_line(self, value: object) -> bytes:
        return json.dumps(value).encode() + b"\n"

    def error(self, script: Script) -> bytes:
        return self.whole_line({"error": script.error})

    def most(self, body: dict[str, Any]) -> int:
        return int(body.get("options", {}).get("num_predict", 10**9))


class Sender:
    """Sends a body cut and compressed as the script says."""

    def __init__(self, wire: Wire, script: Script) -> None:
        self._wire = wire
        self._cut = script.cut
        self._compress = zlib.compressobj(wbits=31) if script.gzip else None
        self._kept: list[bytes] = []

    async def send(self, data: bytes) -> None:
        if self._compress is not None:
            data = self._compress.compress(data) + self._compress.flush(zlib.Z_SYNC_FLUSH)
        match self._cut:
            case Cut.WHOLE:
                self._kept.append(data)
            case Cut.BYTES:
                for byte in data:
                    await self._wire.chunk(bytes((byte,)))
                    await asyncio.sleep(0)
            case Cut.LINES:
                await self._wire.chunk(data)

    async def flush(self) -> None:
        if self._compress is not None:
            self._kept.append(self._compress.flush())
        if data := b"".join(self._kept):
            await self._wire.chunk(data)
        self._kept.clear()


async def play(
    wire: Wire,
    received: Received,
    script: Script,
    read: int,
    dialect: Dialect | None = None,
    go_on: threading.Event | None = None,
) -> bool:
    """Answers. True if the connection can take another request; `received.sent` counts the pieces. Raises
    `ClientGone`."""
    model = received.body["model"]
    dialect = dialect or OllamaDialect()
    headers = [
        ("Content-Type", script.content_type or dialect.content_type),
        ("Transfer-Encoding", "chunked"),
        *script.headers,
    ]
    if script.gzip:
        headers.append(("Content-Encoding", "gzip"))
    if script.fault is not None and script.fault_after == 0 and not await _before_headers(wire, script.fault):
        return False
    await wire.head(200, *headers)
    sender = Sender(wire, script)
    tokens = script.tokens()[: max(dialect.most(received.body), 0)]
    opening = dialect.opening(model)  # before the pieces: some dialects number what they make
    lines = [dialect.piece(model, "", piece) for piece in script.thinking]
    lines += [dialect.piece(model, piece) for piece in tokens]
    bound = len(lines) if script.fault is None else min(script.fault_after, len(lines))
    begun = time.monotonic()
    if opening:
        await sender.send(opening)
    for batch in _batches(lines[:bound], script):
        if received.sent == script.held_after and go_on is not None:
            await wire.wait_for(go_on)
        due = begun + (received.sent + len(batch) - 1) / script.tokens_per_second
        if due - time.monotonic() > TICK:
            await wire.wait(due - time.monotonic())
        received.sent_at += [time.monotonic()] * len(batch)
        await sender.send(b"".join(batch))
        received.sent += len(batch)
    if script.fault is not None:
        following = lines[bound] if bound < len(lines) else dialect.closing(model, script, read, len(lines))
        await sender.flush()
        if not await _inside(wire, sender, script, following, dialect):
            return False
    else:
        await sender.send(dialect.closing(model, script, read, len(lines)))
    await sender.flush()
    await wire.end()
    received.ended = True
    return True


def _batches(lines: list[bytes], script: Script) -> Iterator[tuple[bytes, ...]]:
    """One line each unless several are due within a tick."""
    size = min(BATCH, max(1, int(min(script.tokens_per_second, 1e9) * TICK)))
    rest = iter(lines)
    while batch := tuple(itertools.islice(rest, size)):
        yield batch


async def _before_headers(wire: Wire, fault: Fault) -> bool:
    """Whether to go on with the headers."""
    match fault:
        case Fault.RESET:
            wire.reset()
        case Fault.RESET_IN_HEADERS:
            await wire.send(b"HTTP/1.1 200 OK\r\nContent-Ty")
            await asyncio.sleep(0.02)
            wire.reset()
        case Fault.CLOSE:
            await wire.close()
        case Fault.NOT_HTTP:
            await wire.send(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")
            await wire.close()
        case Fault.SILENCE:
            await wire.wait(float("inf"))
        case _:
            return True
    return False


async def _inside(wire: Wire, sender: Sender, script: Script, following: bytes, dialect: Dialect) -> bool:
    """The fault in the middle; whether the body ends as if it were whole."""
    match script.fault:
        case Fault.RESET | Fault.RESET_IN_HEADERS:
            await asyncio.sleep(0.02)
            wire.reset()
            return False
        case Fault.CLOSE:
            return True
        case Fault.HALF_LINE:
            await sender.send(following[: len(following) // 2])
            await sender.flush()
            await wire.close()
            return False
        case Fault.CLEAN_HALF_LINE:
            await sender.send(following[: len(following) // 2])
        case Fault.SILENCE:
            await wire.wait(float("inf"))
        case Fault.ERROR_LINE:
            await sender.send(dialect.error(script))
        case Fault.GARBAGE:
            await sender.send(dialect.whole_line(0).replace(b"0", b"\x00\xff<<<nonsense>>>"))
        case Fault.NO_OBJECT:
            await sender.send(dialect.whole_line([1, 2]))
        case _:
            raise ValueError(f"{script.fault} cannot come after headers")
    return True
