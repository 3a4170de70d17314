"""A lane: one named thread that does what it is given on one SQLite connection, in the order it was given."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from jobmatch_desktop.domain.storage_errors import DatabaseGone, StorageFault
from jobmatch_desktop.storage.database_faults import database_fault
from jobmatch_desktop.storage.file_faults import file_fault

T = TypeVar("T")


class Lane:
    """Runs functions one after the other, each in one transaction that begins with `begin`. Owns `connection`."""

    def __init__(self, name: str, connection: sqlite3.Connection, begin: str, path: Path, busy_seconds: float) -> None:
        self._connection = connection
        self._begin = begin
        self._path = path
        self._busy_seconds = busy_seconds
        self._file = _identity(path)
        self._closed: Future[object] | None = None
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    def submit(self, function: Callable[[sqlite3.Connection], T]) -> "Future[T]":
        """Queues `function`; returns at once. The future holds its result, or the domain error of what failed.

        What was given is done: cancelling the future, or who awaits it, does not take it out of the queue. Any thread.
        """
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        try:
            self._thread.submit(self._run, function, future)
        except RuntimeError:
            future.set_exception(StorageFault(path=self._path, reason="the program is closing"))
        return future

    def close(self) -> "Future[object]":
        """Takes nothing more; the future is done when everything queued is done and the connection is closed."""
        if self._closed is None:
            self._closed = self._thread.submit(self._connection.close)
            self._thread.shutdown(wait=False)
        return self._closed

    def _run(self, function: Callable[[sqlite3.Connection], T], future: "Future[T]") -> None:
        try:
            result = self._in_transaction(function)
        except sqlite3.Error as error:
            fault = database_fault(error, self._path, self._busy_seconds)
            if fault:
                fault.__cause__ = error
            future.set_exception(fault or error)
        except OSError as error:
            fault = file_fault(error, self._path)
            fault.__cause__ = error
            future.set_exception(fault)
        except BaseException as error:  # noqa: BLE001 - it is raised where the future is awaited
            future.set_exception(error)
        else:
            future.set_result(result)

    def _in_transaction(self, function: Callable[[sqlite3.Connection], T]) -> T:
        # SQLite would go on in a file that has lost its name, and all of it would be gone at the end.
        if _identity(self._path) != self._file:
            raise DatabaseGone(path=self._path)
        self._connection.execute(self._begin)
        try:
            result = function(self._connection)
            self._connection.execute("COMMIT")
        except BaseException:
            # After some faults SQLite has rolled back by itself.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        return result


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    return status.st_dev, status.st_ino
