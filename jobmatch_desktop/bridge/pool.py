"""Worker threads for what blocks or computes: Qt's, behind the face of a Python executor."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

from PySide6.QtCore import QThreadPool

P = ParamSpec("P")
T = TypeVar("T")


class PoolExecutor(ThreadPoolExecutor):
    """Runs calls on a QThreadPool of its own. With one thread it runs them one after the other, as pdfium needs.

    A `ThreadPoolExecutor` by name alone, since asyncio takes no other as its default; it starts none of its threads.
    """

    def __init__(self, threads: int, patience: float = 1.0) -> None:
        """`threads` at most; `shutdown` waits no longer than `patience` seconds for calls under way."""
        super().__init__(max_workers=threads)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(threads)
        self._patience = patience
        self._lock = threading.Lock()
        self._waiting: set[Future[Any]] = set()
        self._open = True
        self.left_behind = False
        """Whether a call still ran when `shutdown` had waited long enough."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "Future[T]":
        """Queues a call. Raises `RuntimeError` after `shutdown`, as every executor."""
        future: Future[T] = Future()

        def run() -> None:
            with self._lock:
                self._waiting.discard(future)
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as fault:  # noqa: BLE001 - it goes to whoever waits for the future
                future.set_exception(fault)
            else:
                future.set_result(result)

        with self._lock:
            if not self._open:
                raise RuntimeError("cannot schedule new futures after shutdown")
            self._waiting.add(future)
            self._pool.start(run)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = True) -> None:
        """Takes no more calls, cancels those that wait, and gives those under way `patience` seconds.

        One that then still runs is left behind, as `left_behind` tells: nothing waits for it.
        """
        with self._lock:
            was_open, self._open = self._open, False
            waiting = list(self._waiting) if cancel_futures else []
        for future in waiting:
            future.cancel()
        if was_open and wait:
            # A call that goes on keeps this object, and so Qt's pool, whose destructor would wait for it for ever.
            self.left_behind = not self._pool.waitForDone(int(self._patience * 1000))
