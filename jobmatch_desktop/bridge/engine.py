"""The engine: one thread with an asyncio loop, where every stream and the task runner live."""

import asyncio
import inspect
import threading
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import aclosing, contextmanager
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

Report = Callable[[str, BaseException | None], None]
"""Hears of every fault that nobody awaits: what was going on, and the exception. Called on the engine thread."""


async def _generator(iterator: AsyncIterator[T]) -> AsyncGenerator[T]:
    async for item in iterator:
        yield item


@contextmanager
def _closed(loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    try:
        yield
    finally:
        asyncio.set_event_loop(None)
        loop.close()


class Engine:
    """Runs services on its own loop for a window that awaits them on its own. Started and stopped once, by one thread.

    `pool` becomes the loop's default executor; whoever made it shuts it down after `stop`.
    """

    def __init__(self, report: Report, pool: ThreadPoolExecutor | None = None) -> None:
        self._report = report
        self._pool = pool
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="engine", daemon=True)

    def start(self) -> None:
        """Starts the thread; calls made from now on are run."""
        self._loop.set_exception_handler(self._unhandled)
        if self._pool is not None:
            self._loop.set_default_executor(self._pool)
        self._thread.start()

    def call(self, function: Callable[P, Awaitable[T]], *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[T]":
        """Runs a coroutine function on the engine; what it returns or raises comes to the loop that runs here.

        Cancelling the future cancels the coroutine. An exception that nobody awaits is for the calling loop to report.
        """

        async def run() -> T:
            return await function(*args, **kwargs)

        return asyncio.wrap_future(self._give(run()))

    def post(self, function: Callable[P, Any], *args: P.args, **kwargs: P.kwargs) -> None:
        """Runs a function, or a coroutine function to its end, on the engine; what it raises is reported."""

        async def run() -> None:
            result = function(*args, **kwargs)
            if inspect.isawaitable(result):
                await result

        def done(future: "Future[None]") -> None:
            fault = None if future.cancelled() else future.exception()
            if fault is not None:
                self._report(f"in {getattr(function, '__qualname__', function)}", fault)

        self._give(run()).add_done_callback(done)

    async def iterate(
        self, function: Callable[P, AsyncIterator[T]], *args: P.args, **kwargs: P.kwargs
    ) -> AsyncGenerator[T]:
        """The items of an asynchronous iterator that lives on the engine, in one task of it from first item to close.

        Closing this generator closes that one. Items that come faster than they are taken are kept.
        """
        here = asyncio.get_running_loop()
        items: asyncio.Queue[T] = asyncio.Queue()

        async def pump() -> None:
            iterator = function(*args, **kwargs)
            with_close = iterator if isinstance(iterator, AsyncGenerator) else _generator(iterator)
            async with aclosing(with_close) as source:
                async for item in source:
                    here.call_soon_threadsafe(items.put_nowait, item)

        pumping = self.call(pump)
        taking: asyncio.Task[T] | None = None
        try:
            while True:
                taking = asyncio.ensure_future(items.get())
                either: set[asyncio.Future[Any]] = {pumping, taking}
                await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
                if taking.done():
                    yield taking.result()
                elif items.empty():
                    break
            await pumping
        finally:
            pumping.cancel()
            if taking is not None:
                taking.cancel()

    def stop(self, timeout: float) -> bool:
        """Cancels what still runs, closes asynchronous generators, ends the thread; True if that took no longer than
        `timeout` seconds.

        Blocks: for the end of the program, before the window's own loop is closed. What does not end is left to the end
        of the process.
        """
        if not self._thread.is_alive():
            return True
        self._give(self._wind_up(timeout * 0.8))
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _give(self, coroutine: Coroutine[Any, Any, T]) -> "Future[T]":
        if self._loop.is_closed():
            coroutine.close()
            raise RuntimeError("the engine has stopped")
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop)

    async def _wind_up(self, timeout: float) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        if tasks:
            _, left = await asyncio.wait(tasks, timeout=timeout)
            for task in left:
                self._report(f"{task.get_name()} did not end when it was cancelled", None)
        await self._loop.shutdown_asyncgens()
        self._loop.stop()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        with _closed(self._loop):
            self._loop.run_forever()

    def _unhandled(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self._report(str(context["message"]), context.get("exception"))
