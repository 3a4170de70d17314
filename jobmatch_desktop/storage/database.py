"""The database file: opened, checked and brought to today's format by one program at a time; then two lanes to it."""

import asyncio
import logging
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import filelock

from jobmatch_desktop.domain.storage_errors import (
    DatabaseBusy,
    DatabaseForeign,
    DatabaseInUse,
    DatabaseNewer,
    StorageFault,
)
from jobmatch_desktop.storage import copies, leases, migrations
from jobmatch_desktop.storage.database_faults import database_fault
from jobmatch_desktop.storage.file_faults import file_fault
from jobmatch_desktop.storage.folders import make_private
from jobmatch_desktop.storage.lane import Lane

T = TypeVar("T")

BUSY_SECONDS = 10.0
"""How long another program may keep the database locked before the person is told."""


class Database:
    """Two lanes to one database file: `write` and `submit` in order on the storage lane, `read` beside it.

    A read sees every write that was awaited before it and never waits for the disk behind one. Any thread, any asyncio
    loop. Faults are raised as `StorageFault` or one of its kinds; after each, the database is as it was before.
    """

    def __init__(self, path: Path, writes: Lane, reads: Lane, copying: threading.Thread | None) -> None:
        self.path = path
        self._writes = writes
        self._reads = reads
        self._copying = copying

    @classmethod
    def open(cls, folder: Path, busy_seconds: float = BUSY_SECONDS) -> "Database":
        """Opens `jobmatch.sqlite3` in `folder`, making both where they are not there. Blocks: not for the UI thread.

        Raises `DatabaseNewer`, `DatabaseForeign`, `DatabaseDamaged`, `DatabaseBusy`, `FolderReadOnly`, `DiskFull` or
        `StorageFault`, and then has changed nothing.
        """
        path = database_path(folder.absolute())
        make_private(folder)
        with _one_at_a_time(path, busy_seconds), _faults(path, busy_seconds):
            was_there = _prepare(path, busy_seconds)
            with ExitStack() as unused:
                writer, reader = (unused.enter_context(closing(_connect(path, busy_seconds))) for _ in range(2))
                reader.execute("PRAGMA query_only = ON")
                writes = Lane("storage", writer, "BEGIN IMMEDIATE", path, busy_seconds)
                reads = Lane("storage-reads", reader, "BEGIN", path, busy_seconds)
                unused.pop_all()
        return cls(path, writes, reads, _start_daily_copy(path) if was_there else None)

    def submit(self, function: Callable[[sqlite3.Connection], T]) -> "Future[T]":
        """Queues a write and returns at once; the future is done when it is on disk. See `write`."""
        return self._writes.submit(function)

    async def write(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Runs `function` in one transaction on the storage lane; on disk (fsync) when it returns, undone if it raises.

        Cancelling the awaiting task does not stop a write that was asked for.
        """
        return await asyncio.wrap_future(self._writes.submit(function))

    async def read(self, function: Callable[[sqlite3.Connection], T]) -> T:
        """Runs `function` on one unchanging view of the database, on the reading lane."""
        return await asyncio.wrap_future(self._reads.submit(function))

    def close(self, seconds: float = 2.0) -> bool:
        """Finishes what was asked for and closes; True if that took no longer than `seconds`.

        Where it took longer it goes on in the background, and the end of the program waits for it.
        """
        until = time.monotonic() + seconds
        # The reading connection goes first: the last one to close empties the log into the file.
        reads_closed = self._reads.close()
        wait([reads_closed], max(0.0, until - time.monotonic()))
        writes_closed = self._writes.close()
        done, _ = wait([reads_closed, writes_closed], max(0.0, until - time.monotonic()))
        if self._copying:
            self._copying.join(max(0.0, until - time.monotonic()))
        return len(done) == 2


def database_path(folder: Path) -> Path:
    """The database file of a data folder."""
    return folder / "jobmatch.sqlite3"


def restore_copy(folder: Path, copy: Path) -> Path:
    """Puts a copy in the place of the database; returns the folder where the files that were there are now.

    Raises `DatabaseInUse` while any program of ours works on the folder, `CopyUnusable` for a copy that is not sound,
    `StorageFault` or one of its kinds. Blocks for the disk.
    """
    path = database_path(folder)
    with _one_at_a_time(path, BUSY_SECONDS):
        if leases.anybody_alive(folder):
            raise DatabaseInUse(path=path)
        return copies.put_in_place(path, copy, datetime.now(UTC))


@contextmanager
def _one_at_a_time(path: Path, seconds: float) -> Iterator[None]:
    lock = filelock.FileLock(
        path.with_name("opening.lock"), timeout=seconds, mode=0o600, poll_interval=0.01, fallback_to_soft=False
    )
    try:
        lock.acquire()
    except filelock.Timeout as error:
        raise DatabaseBusy(path=path, seconds=f"{seconds:g}") from error
    except OSError as error:
        raise file_fault(error, path) from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _faults(path: Path, busy_seconds: float) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        fault = database_fault(error, path, busy_seconds)
        if fault is None:
            raise
        raise fault from error
    except OSError as error:
        raise file_fault(error, path) from error


def _prepare(path: Path, busy_seconds: float) -> bool:
    """Checks the file and brings it to today's format; True if there was a database before."""
    log = path.with_name(f"{path.name}-wal")
    # A log left behind while nobody is at work: the last program did not come to close.
    cut_off = log.exists() and log.stat().st_size > 0 and not leases.anybody_alive(path.parent)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)) as connection:
        found = migrations.format_of(connection)
        if found is None:
            raise DatabaseForeign(path=path)
        if found > migrations.latest():
            raise DatabaseNewer(path=path, found=found, known=migrations.latest())
        if cut_off and not migrations.passes_quick_check(connection):
            raise copies.damage(path)
        # Says at once that the file cannot be written, rather than at the first edit (BEGIN IMMEDIATE alone does not).
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"PRAGMA user_version = {found}")
        connection.execute("ROLLBACK")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        for number, script in enumerate(migrations.scripts()[found:], start=found + 1):
            if found:
                copies.keep_copy(connection, path, copies.MIGRATION, datetime.now(UTC))
            migrations.migrate(connection, number, script)
    return found > 0


def _connect(path: Path, busy_seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # Only macOS heeds these: its plain fsync stops at the disk's cache.
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA checkpoint_fullfsync = ON")
    return connection


def _start_daily_copy(path: Path) -> threading.Thread | None:
    if not copies.copy_is_due(path, datetime.now(UTC)):
        return None
    # A daemon: a program that ends meanwhile does not wait; the next one makes the copy.
    thread = threading.Thread(target=_copy_daily, args=(path,), name="storage-copy", daemon=True)
    thread.start()
    return thread


def _copy_daily(path: Path) -> None:
    try:
        # Not made anew where it was taken away meanwhile.
        name = f"{path.as_uri()}?mode=rw"
        with closing(sqlite3.connect(name, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
            copies.keep_copy(connection, path, copies.DAILY, datetime.now(UTC))
    except (sqlite3.Error, OSError, StorageFault) as error:
        # The work itself is not in danger, and a full disk will be told of where it is.
        reason = getattr(error, "sqlite_errorname", type(error).__name__)
        logging.getLogger(__name__).info("no daily copy: %s", reason)
