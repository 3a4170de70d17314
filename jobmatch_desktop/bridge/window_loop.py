"""The two loops of a program with a window: qasync's on the UI thread, the engine's beside it."""

import asyncio
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor
from typing import Any

import qasync
from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.bridge.collecting import Collecting
from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.feed import Feed
from jobmatch_desktop.bridge.pool import PoolExecutor
from jobmatch_desktop.domain.program_fault import described

POOL_THREADS = 3
STOPPING = 2.0
"""Seconds that the engine has to end, after the window is closed and its tasks are marked."""

Main = Callable[[Engine, Feed, Executor], Awaitable[int]]


def run_window(application: QCoreApplication, main: Main, leave: Callable[[int], object] = os._exit) -> int:
    """Runs `main` on the UI thread with an engine, its feed and an executor for pdfium; returns what `main` returns.

    The engine is stopped within `STOPPING` seconds of that. Where a worker still computes then, the process ends at once, by `leave`.
    UI thread; blocks until the end of the program.
    """
    # A word that is streamed must not wait for a worker's Python: the usual 5 ms are a third of a frame.
    sys.setswitchinterval(0.0005)
    pool, pdfium = PoolExecutor(POOL_THREADS), PoolExecutor(1)
    engine = Engine(_report, pool)
    engine.start()
    feed = Feed()
    collecting = Collecting()
    try:
        with qasync.QEventLoop(application) as loop:
            loop.set_exception_handler(_unhandled)
            running = loop.create_task(main(engine, feed, pdfium))
            try:
                code = int(loop.run_until_complete(running))
            except RuntimeError:
                if running.done():
                    raise
                # The display is gone, and Qt with it. What was running is interrupted, and can go on.
                code = 1
    finally:
        collecting.stop()
        engine.stop(STOPPING)
        pdfium.shutdown()
        pool.shutdown()
    if pool.left_behind or pdfium.left_behind:
        # All is saved and closed. Python that ends beside a thread which still imports or computes may crash.
        logging.shutdown()
        leave(code)
    return code


def _report(what: str, fault: BaseException | None) -> None:
    """The one place where a fault of the program itself ends: its kind and place go to the log, never its words."""
    logging.getLogger("jobmatch_desktop").error("%s: %s", what, described(fault) if fault else "")


def _unhandled(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    _report(str(context["message"]), context.get("exception"))
