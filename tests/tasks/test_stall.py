"""Silence limits: by phase, never of the whole, and not while the machine sleeps."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import Any, TypeVar

import pytest

from jobmatch_desktop.domain.provider_errors import Stalled
from jobmatch_desktop.domain.stream import Chunk, End, Phase, Progress, Text, Thinking
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.tasks import stall
from jobmatch_desktop.tasks.stall import SILENCE, watched

T = TypeVar("T")
SHORT = {Phase.CONNECTING: 0.05, Phase.LOADING: 0.05, Phase.READING: 0.05, Phase.WRITING: 0.05}


class Timeless(asyncio.SelectorEventLoop):
    """A loop whose time passes only when it has nothing else to do, and then at once: no load of the machine is silence."""

    def __init__(self) -> None:
        self._now = 0.0
        super().__init__()

    def time(self) -> float:
        return self._now

    def _run_once(self) -> None:
        if not self._ready and self._scheduled:  # type: ignore[attr-defined]
            self._now = max(self._now, self._scheduled[0].when())  # type: ignore[attr-defined]
        super()._run_once()  # type: ignore[misc]


def run(main: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine on such a loop."""
    with asyncio.Runner(loop_factory=Timeless) as runner:
        return runner.run(main)


async def collect(stream: AsyncGenerator[Chunk]) -> list[Chunk]:
    return [chunk async for chunk in stream]


def silent_after(*chunks: Chunk) -> Callable[[list[str]], AsyncGenerator[Chunk]]:
    async def stream(closed: list[str]) -> AsyncGenerator[Chunk]:
        task = asyncio.current_task()
        try:
            for chunk in chunks:
                yield chunk
            await asyncio.Event().wait()
        finally:
            closed.append("in its own task" if asyncio.current_task() is task else "elsewhere")

    return stream


def test_the_limits_are_those_promised() -> None:
    assert [SILENCE.get(phase) for phase in Phase] == [None, 20.0, 600.0, 900.0, 120.0]


@pytest.mark.parametrize(
    ("chunks", "words"),
    [
        ([], "connecting"),
        ([Progress(Phase.CONNECTING)], "connecting"),
        ([Progress(Phase.LOADING)], "loading the model"),
        ([Progress(Phase.LOADING), Progress(Phase.READING)], "reading the prompt"),
        ([Progress(Phase.READING), Text("a")], "writing"),
        ([Progress(Phase.READING), Thinking("a")], "writing"),
    ],
)
def test_silence_is_told_by_its_phase_and_closes_the_stream(chunks: list[Chunk], words: str) -> None:
    closed: list[str] = []
    with pytest.raises(Stalled) as caught:
        run(collect(watched(silent_after(*chunks)(closed), SHORT, provider="Ollama")))
    assert caught.value.ending is Ending.STALL
    assert caught.value.trouble.values == {"provider": "Ollama", "seconds": "0", "phase": words}
    assert closed == ["in its own task"]


def test_each_phase_has_its_own_limit_and_one_without_may_last() -> None:
    async def stream() -> AsyncGenerator[Chunk]:
        yield Progress(Phase.QUEUED)
        await asyncio.sleep(0.2)
        yield Progress(Phase.READING)
        await asyncio.Event().wait()

    seen: list[Chunk] = []

    async def main() -> None:
        async for chunk in watched(stream(), {Phase.CONNECTING: 0.05, Phase.READING: 0.1}):
            seen.append(chunk)  # noqa: PERF401 - what came before the fault counts

    with pytest.raises(Stalled, match="reading the prompt"):
        run(main())
    assert seen == [Progress(Phase.QUEUED), Progress(Phase.READING)]


def test_the_whole_may_last_longer_than_any_limit() -> None:
    async def stream() -> AsyncGenerator[Chunk]:
        yield Progress(Phase.LOADING)
        for number in range(20):
            await asyncio.sleep(0.02)
            yield Progress(Phase.LOADING) if number < 10 else Text("a")
        yield End(Ending.STOP)

    limits = dict.fromkeys(SHORT, 0.3)
    assert len(run(collect(watched(stream(), limits)))) == 22


def test_a_slow_reader_is_no_silence() -> None:
    async def stream() -> AsyncGenerator[Chunk]:
        yield Text("a")
        yield Text("b")

    async def main() -> list[Chunk]:
        seen = []
        async for chunk in watched(stream(), SHORT):
            await asyncio.sleep(0.2)
            seen.append(chunk)
        return seen

    assert run(main()) == [Text("a"), Text("b")]


def test_the_streams_own_faults_pass() -> None:
    async def stream() -> AsyncGenerator[Chunk]:
        yield Text("a")
        raise TimeoutError("of the stream")

    with pytest.raises(TimeoutError, match="of the stream"):
        asyncio.run(collect(watched(stream(), SHORT)))


def test_closing_closes_the_stream_and_so_does_a_cancel() -> None:
    async def main() -> None:
        closed: list[str] = []
        stream = watched(silent_after(Text("a"))(closed), SILENCE)
        assert await anext(stream) == Text("a")
        await stream.aclose()
        assert closed == ["in its own task"]
        reader = asyncio.create_task(collect(watched(silent_after(Text("a"))(closed), SILENCE)))
        await asyncio.sleep(0.01)
        reader.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reader
        assert closed == ["in its own task"] * 2

    asyncio.run(main())


def test_sleep_of_the_machine_gives_fresh_time_and_a_dead_socket_is_caught_later() -> None:
    looks = 0

    def wall() -> float:
        """The machine sleeps for an hour before each of the first ten looks."""
        nonlocal looks
        looks += 1
        return 3600.0 * min(looks, 10)

    with pytest.raises(Stalled):
        run(collect(watched(silent_after(Text("a"))([]), SHORT, wall)))
    assert looks >= 10 + 4  # a look comes every quarter of the limit


def test_a_process_that_stood_still_gets_fresh_time_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stall, "SLEPT", 0.2)

    async def stream() -> AsyncGenerator[Chunk]:
        loop = asyncio.get_running_loop()
        loop.call_later(0.01, time.sleep, 1.0)
        # Due while the loop stands still, and run after every look that is due then.
        came = asyncio.Event()
        loop.call_later(1.0, loop.call_soon, came.set)
        await came.wait()
        yield Text("a")

    assert asyncio.run(collect(watched(stream(), dict.fromkeys(SHORT, 0.5)))) == [Text("a")]


def test_a_server_that_takes_the_question_and_says_nothing() -> None:
    async def main() -> None:
        gone = asyncio.Event()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read()
            writer.close()
            gone.set()

        async def stream(port: int) -> AsyncGenerator[Chunk]:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            try:
                yield Progress(Phase.READING)
                await reader.read(1)
            finally:
                writer.close()

        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            with pytest.raises(Stalled, match="reading the prompt"):
                await collect(watched(stream(server.sockets[0].getsockname()[1]), SHORT))
            await gone.wait()

    asyncio.run(main())
