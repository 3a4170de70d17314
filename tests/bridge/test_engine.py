"""The engine beside a qasync window loop: results, faults and cancels cross; it ends in time."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import TypeVar

import pytest
import qasync
from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.pool import PoolExecutor
from tests.patience import SECONDS, until, wait_until

T = TypeVar("T")
Run = Callable[[Awaitable[T]], T]


@pytest.fixture
def reported() -> list[tuple[str, BaseException | None]]:
    return []


@pytest.fixture
def engine(reported: list[tuple[str, BaseException | None]]) -> Iterator[Engine]:
    pool = PoolExecutor(2)
    engine = Engine(lambda message, fault: reported.append((message, fault)), pool)
    engine.start()
    yield engine
    assert engine.stop(SECONDS)
    pool.shutdown()


@pytest.fixture
def window(qapp: QCoreApplication) -> Iterator[qasync.QEventLoop]:
    with qasync.QEventLoop(qapp) as loop:
        yield loop


async def name() -> str:
    return threading.current_thread().name


def test_a_call_runs_on_the_engine_and_its_result_comes_to_the_window(
    window: qasync.QEventLoop, engine: Engine
) -> None:
    async def main() -> None:
        assert await engine.call(name) == "engine"
        assert threading.current_thread() is threading.main_thread()

    window.run_until_complete(main())


def test_a_fault_comes_to_who_awaits(
    window: qasync.QEventLoop, engine: Engine, reported: list[tuple[str, BaseException | None]]
) -> None:
    async def fail(why: str) -> None:
        raise ValueError(why)

    async def main() -> None:
        with pytest.raises(ValueError, match="so"):
            await engine.call(fail, why="so")

    window.run_until_complete(main())
    assert reported == []


def test_cancelling_the_future_cancels_the_coroutine(window: qasync.QEventLoop, engine: Engine) -> None:
    async def main() -> None:
        here = asyncio.get_running_loop()
        started, closed = asyncio.Event(), asyncio.Event()

        async def stream() -> None:
            here.call_soon_threadsafe(started.set)
            try:
                await asyncio.Event().wait()
            finally:
                here.call_soon_threadsafe(closed.set)

        call = engine.call(stream)
        await started.wait()
        call.cancel()
        await closed.wait()
        with pytest.raises(asyncio.CancelledError):
            await call

    window.run_until_complete(main())


def test_what_is_posted_and_what_is_left_alone_is_reported(
    window: qasync.QEventLoop, engine: Engine, reported: list[tuple[str, BaseException | None]]
) -> None:
    async def main() -> None:
        def fail(why: str) -> None:
            raise ValueError(why)

        async def fail_later(why: str) -> None:
            await asyncio.sleep(0)
            fail(why)

        async def leave_alone() -> None:
            asyncio.get_running_loop().call_soon(fail, "callback")

        engine.post(fail, "function")
        engine.post(fail_later, "coroutine")
        await engine.call(leave_alone)
        await until(lambda: len(reported) >= 3)

    window.run_until_complete(main())
    assert sorted(str(fault) for _, fault in reported) == ["callback", "coroutine", "function"]


def test_items_of_an_engine_iterator_come_in_order_from_one_task(window: qasync.QEventLoop, engine: Engine) -> None:
    tasks: set[asyncio.Task[object] | None] = set()

    async def count(until: int) -> AsyncIterator[int]:
        try:
            for number in range(until):
                tasks.add(asyncio.current_task())
                if number % 100 == 0:
                    await asyncio.sleep(0)
                yield number
        finally:
            tasks.add(asyncio.current_task())

    async def main() -> None:
        assert [number async for number in engine.iterate(count, 1000)] == list(range(1000))

    window.run_until_complete(main())
    assert len(tasks) == 1


def test_an_engine_iterator_passes_its_fault_on_and_is_closed_with_the_windows(
    window: qasync.QEventLoop, engine: Engine
) -> None:
    async def main() -> None:
        here = asyncio.get_running_loop()
        closed = asyncio.Event()

        async def fail() -> AsyncIterator[int]:
            yield 1
            raise ValueError("gone")

        async def for_ever() -> AsyncIterator[int]:
            try:
                while True:
                    yield 1
                    await asyncio.sleep(0.001)
            finally:
                here.call_soon_threadsafe(closed.set)

        failing = engine.iterate(fail)
        assert await anext(failing) == 1
        with pytest.raises(ValueError, match="gone"):
            await anext(failing)
        progress = engine.iterate(for_ever)
        assert await anext(progress) == 1
        await progress.aclose()
        await closed.wait()

    window.run_until_complete(main())


def test_blocking_work_of_the_engine_runs_in_the_pool(window: qasync.QEventLoop, engine: Engine) -> None:
    async def where() -> int:
        return await asyncio.to_thread(threading.get_ident)

    async def main() -> None:
        engine_thread = await engine.call(asyncio.to_thread, threading.get_ident)
        assert engine_thread not in {thread.ident for thread in threading.enumerate() if thread.name == "engine"}
        assert await engine.call(where) != threading.get_ident()

    window.run_until_complete(main())


def test_stop_cancels_what_runs_and_closes_generators(qapp: QCoreApplication) -> None:
    engine = Engine(lambda _message, _fault: None)
    engine.start()
    started = threading.Event()
    closed: list[str] = []

    async def numbers() -> AsyncIterator[int]:
        try:
            yield 1
        finally:
            closed.append("generator")

    async def stream() -> None:
        generator = numbers()
        await anext(generator)
        started.set()
        try:
            await asyncio.Event().wait()
        finally:
            closed.append("stream")
            kept.append(generator)

    kept: list[AsyncIterator[int]] = []
    engine.post(stream)
    assert started.wait(SECONDS)
    assert engine.stop(SECONDS)
    assert closed == ["stream", "generator"]
    with pytest.raises(RuntimeError, match="stopped"):
        engine.post(stream)


def test_stop_is_bounded_by_its_time(qapp: QCoreApplication) -> None:
    said: list[str] = []
    engine = Engine(lambda message, _fault: said.append(message))
    engine.start()
    started = threading.Event()
    let_go = threading.Event()

    async def stubborn() -> None:
        started.set()
        while not let_go.is_set():
            try:
                await asyncio.sleep(0.01)
            except asyncio.CancelledError:
                continue

    async def blocking() -> None:
        started.set()
        let_go.wait(SECONDS)

    engine.post(stubborn)
    assert started.wait(SECONDS)
    engine.stop(0.3)
    wait_until(lambda: said)
    assert "did not end" in said[0]
    let_go.set()
    wait_until(lambda: not engine._thread.is_alive())

    let_go.clear()
    engine = Engine(lambda message, _fault: said.append(message))
    engine.start()
    started.clear()
    engine.post(blocking)
    assert started.wait(SECONDS)
    assert not engine.stop(0.1)
    let_go.set()
    wait_until(lambda: not engine._thread.is_alive())
