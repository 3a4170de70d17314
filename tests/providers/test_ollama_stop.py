"""Closing a stream, in any of its phases, closes the connection: the server stops, and nothing is left behind."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing, suppress

import pytest

from jobmatch_desktop.domain.stream import Chunk, Phase, Progress, Text
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Fault, House, LoopbackModel, Script
from tests.patience import until
from tests.providers.streaming import MODEL, request

ENDLESS = ("word ",) * 100_000
LARGE = House(models=(LoopbackModel(context=131072),))
SLOW = Script(pieces=ENDLESS, tokens_per_second=200)

MOMENTS: list[tuple[str, Script, House, Callable[[Chunk], bool]]] = [
    ("loading", Script(loading_seconds=60), House(), lambda chunk: chunk == Progress(Phase.LOADING)),
    (
        "reading",
        Script(reading_seconds=60),
        House(loaded={MODEL: 2048}),
        lambda chunk: chunk == Progress(Phase.READING),
    ),
    ("writing", SLOW, House(), lambda chunk: isinstance(chunk, Text)),
    ("silent", Script(fault=Fault.SILENCE, fault_after=1), House(), lambda chunk: isinstance(chunk, Text)),
    ("as fast as it can", Script(pieces=ENDLESS), LARGE, lambda chunk: isinstance(chunk, Text)),
]


async def nothing_left() -> None:
    """Returns once every other task of this loop ended by itself: the interpreter closes the SDK's inner generators in tasks
    of their own."""
    await until(lambda: asyncio.all_tasks() == {asyncio.current_task()})


@pytest.mark.parametrize("way", ["closed", "cancelled"])
@pytest.mark.parametrize(("script", "house", "moment"), [row[1:] for row in MOMENTS], ids=[row[0] for row in MOMENTS])
def test_stop_reaches_the_server(script: Script, house: House, moment: Callable[[Chunk], bool], way: str) -> None:
    async def run(server: OllamaServer) -> None:
        provider = OllamaProvider(ProviderSettings(base_url=server.url), environment={})
        reached = asyncio.Event()

        async def read() -> None:
            async with aclosing(provider.stream(request(maximum_tokens=100_000 if house is LARGE else 1500))) as chunks:
                async for chunk in chunks:
                    if moment(chunk):
                        reached.set()
                        if way == "closed":
                            return

        reader = asyncio.ensure_future(read())
        await reached.wait()
        if way == "cancelled":
            await asyncio.sleep(0.05)
            reader.cancel()
        with suppress(asyncio.CancelledError):
            await reader
        stopped = await server.until(lambda: all(one.ended or one.closed_at for one in server.requests))
        await provider.close()
        assert stopped
        await nothing_left()

    with OllamaServer(script, house=house) as server:
        asyncio.run(run(server))
        # Closed while the phase was only about to begin, the question never left.
        assert all(not chat.ended for chat in server.chats)
        assert server.chats or way == "closed"


def test_closing_leaves_other_streams_alone() -> None:
    async def run(server: OllamaServer) -> str:
        provider = OllamaProvider(ProviderSettings(base_url=server.url), environment={})

        async def whole() -> str:
            async with aclosing(provider.stream(request())) as chunks:
                return "".join([chunk.text async for chunk in chunks if isinstance(chunk, Text)])

        other = asyncio.ensure_future(whole())
        async with aclosing(provider.stream(request())) as chunks:
            async for chunk in chunks:
                if isinstance(chunk, Text):
                    break
        text = await other
        await provider.close()
        return text

    with OllamaServer(Script(text="one two three four five", tokens_per_second=40)) as server:
        assert asyncio.run(run(server)) == "one two three four five"
