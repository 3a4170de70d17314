"""Every fault x every provider: the ending, what a person is told, the words that are kept, and nothing left behind."""

import asyncio
import contextlib
import gc
import importlib
import itertools
import socket
import ssl
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, aclosing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.stream import Message, Phase, Progress, Request, Text
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers import connection
from jobmatch_desktop.providers.protocol import Provider
from jobmatch_desktop.providers.settings import Secret
from jobmatch_desktop.tasks import stall
from jobmatch_desktop.tasks.stall import SILENCE, watched
from tests.faults.proxy import Proxy
from tests.faults.servers import SIDES, Side
from tests.faults.table import ROWS, SERVER_WORDS, Act, Outcome, Row, Way
from tests.loopback.http import Received
from tests.loopback.ollama_server import OllamaServer, closed_port
from tests.loopback.script import House
from tests.patience import until
from tests.providers.streaming import Came

MODEL = "smollm2:135m"
ASKED = Request(MODEL, (Message("system", "Write well."), Message("user", "Write.")), 4000)
SILENT = 0.3
"""Seconds of silence where it is waited for: once everything came that is to come before it."""
TLS = Path(__file__).parent.parent / "loopback" / "tls"
NO_WORDS_OF_OTHERS = ("Traceback", "httpx", "openai.", "anthropic.", "Errno", "SSL:", "0xdeadbeef", "key=1")


HANDSHAKES = (Way.UNTRUSTED, Way.TLS_TO_PLAIN, Way.SILENT_HANDSHAKE)
"""asyncio itself drops the socket of a TLS handshake that fails (CPython 3.11) until it is collected."""


def marked(row: Row) -> Any:
    """A row as a parameter of a test."""
    marks = [pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")] if row.way in HANDSHAKES else []
    return pytest.param(row, marks=marks, id=row.name)


@pytest.fixture(scope="module", autouse=True)
def _imported() -> None:
    """The SDKs take a second to import, which is no silence of a server."""
    for name in ("ollama", "openai", "anthropic"):
        importlib.import_module(name)
    gc.collect()
    gc.freeze()


@pytest.mark.parametrize("side", SIDES, ids=[side.name for side in SIDES])
@pytest.mark.parametrize("row", [marked(row) for row in ROWS])
def test_fault(row: Row, side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stall, "BEAT", 0.1)
    if row.way is Way.SILENT_HANDSHAKE:
        monkeypatch.setattr(connection, "CONNECT_SECONDS", 0.5)
    before = left_behind()
    expected = row.outcome(side.name)
    with ExitStack() as held:
        server = held.enter_context(served(row, side))
        url, proxy = held.enter_context(way(row.way, server))
        provider = side.open(url, proxy=proxy, key=Secret("sk-of-the-matrix"))
        came = asyncio.run(played(row, provider, server, expected))
    gc.collect()
    if row.way not in HANDSHAKES:
        assert left_behind() == before
    assert (came.text, came.thinking) == (expected.text, expected.thinking)
    if expected.ending is None:
        assert came.fault is None
        return
    assert type(came.fault) is (expected.fault or type(None))
    assert came.ending is expected.ending
    if came.fault is not None:
        assert came.fault.passing is expected.passing
        assert came.fault.retry_after == expected.retry_after
        tell_a_person(came.fault)


def tell_a_person(fault: ProviderError) -> None:
    """What happened and what to do, in words of the program's own."""
    trouble = fault.trouble
    assert trouble.what.endswith(".")
    assert trouble.remedy.endswith(".")
    told = trouble.text()
    assert "{" not in told
    assert not [words for words in (*NO_WORDS_OF_OTHERS, SERVER_WORDS) if words in told]


async def played(row: Row, provider: Provider, server: OllamaServer, expected: Outcome) -> Came:
    """What came of the row's stream, once the provider is closed and no task is left on the loop."""
    came = Came()
    limits = dict(SILENCE)
    looks = itertools.count()

    def clock() -> float:
        """The wall clock is an hour ahead at each look: the machine slept."""
        return time.time() + (3600.0 * next(looks) if row.act is Act.SLEEP else 0.0)

    def listen() -> None:
        silent = expected.ending is Ending.STALL and came.text == expected.text
        if silent or row.act is Act.SLEEP:
            limits.update(dict.fromkeys(SILENCE, SILENT))

    async def collect() -> None:
        listen()
        try:
            async with aclosing(watched(provider.stream(ASKED), limits, clock, provider=provider.title)) as chunks:
                async for chunk in chunks:
                    came.chunks.append(chunk)
                    listen()
        except ProviderError as fault:
            came.fault = fault

    collecting = asyncio.create_task(collect())
    if row.act in (Act.NOTHING, Act.SLEEP):
        await collecting
    else:
        await reached(row, came, server)
        collecting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await collecting
        if row.act is not Act.CANCEL_CONNECTING:
            # The connection is closed at once, so the server stops.
            assert await server.until(lambda: all(gone(chat) for chat in server.chats))
    await provider.close()
    # Generators of the SDKs that were left are closed by the loop, in tasks of its own.
    await until(lambda: asyncio.all_tasks() == {asyncio.current_task()})
    return came


def gone(chat: Received) -> bool:
    return chat.closed_at is not None or chat.ended


async def reached(row: Row, came: Came, server: OllamaServer) -> None:
    """The phase in which the row cancels."""
    if row.act is Act.CANCEL_CONNECTING:
        while Progress(Phase.CONNECTING) not in came.chunks:  # noqa: ASYNC110 - a list sets no event
            await asyncio.sleep(0)
        return
    assert await server.until(lambda: bool(server.chats))
    wanted = 3 if row.act is Act.CANCEL_WRITING else 0
    await until(lambda: sum(isinstance(chunk, Text) for chunk in came.chunks) >= wanted)


@contextmanager
def served(row: Row, side: Side) -> Iterator[OllamaServer]:
    """The server with its script, up."""
    tls = None
    if row.way is Way.UNTRUSTED:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(TLS / "server.pem", TLS / "server-key.pem")
    with side.server(row.script(side.name), house=House(loaded={MODEL: 8192}), tls=tls) as server:
        yield server


@contextmanager
def way(kind: Way, server: OllamaServer) -> Iterator[tuple[str, str | None]]:
    """The address to give, and the proxy."""
    match kind:
        case Way.CLOSED_PORT:
            yield f"http://127.0.0.1:{closed_port()}", None
        case Way.NO_SUCH_HOST:
            yield "http://no-such-host.invalid:11434", None
        case Way.TLS_TO_PLAIN:
            yield server.url.replace("http:", "https:"), None
        case Way.SILENT_HANDSHAKE:
            with socket.create_server(("127.0.0.1", 0)) as silent:
                yield f"https://127.0.0.1:{silent.getsockname()[1]}", None
        case Way.PROXY:
            with Proxy() as proxy:
                yield server.url, f"http://127.0.0.1:{proxy.port}"
            assert proxy.passed
        case Way.PROXY_REFUSES:
            with Proxy(refuses=True) as proxy:
                yield server.url, f"http://127.0.0.1:{proxy.port}"
        case Way.PROXY_GONE:
            yield server.url, f"http://127.0.0.1:{closed_port()}"
        case _:
            yield server.url, None


def left_behind() -> tuple[int, list[str]]:
    """Sockets that are open and threads that run, without those that Python did not start: they end when their owner likes."""
    sockets = 0
    if sys.platform == "linux":
        for descriptor in Path("/proc/self/fd").iterdir():
            with contextlib.suppress(FileNotFoundError):
                sockets += str(descriptor.readlink()).startswith("socket:")
    own = (thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread))
    return sockets, sorted(thread.name for thread in own)


def test_the_matrix_is_as_large_as_promised() -> None:
    assert len(ROWS) >= 25
    assert len(SIDES) == 4
    assert len({row.name for row in ROWS}) == len(ROWS)
