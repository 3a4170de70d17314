"""Whose tasks are whose: a process's lease is a lock on a file, which the system lets go when the process ends."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from jobmatch_desktop.domain.storage_errors import DatabaseBusy
from jobmatch_desktop.storage.file_faults import file_fault
from jobmatch_desktop.storage.folders import make_private

_SECONDS_FOR_OTHERS = 10.0
"""How long to wait for another program that looks at the leases; it takes well under a millisecond."""


class Lease:
    """One owner's lease, held from `take` to `release`, or to the end of the process however it comes.

    The file is not inherited by programs that this one starts, nor by forked children. Any thread.
    """

    def __init__(self, folder: Path, owner: str, lock: filelock.BaseFileLock) -> None:
        self.owner = owner
        self._folder = folder
        self._lock = lock

    @classmethod
    def take(cls, folder: Path) -> "Lease":
        """A new owner's lease in a data folder. Raises `StorageFault` or one of its kinds."""
        owner = secrets.token_hex(8)
        make_private(_leases(folder))
        with _alone(folder):
            lock = _lock(_leases(folder) / f"{owner}.lock")
            lock.acquire(blocking=False)
        return cls(folder, owner, lock)

    def is_alive(self, owner: str) -> bool:
        """Whether the owner's process lives; this lease's own owner always does. Removes the file of a dead one."""
        if owner == self.owner:
            return True
        with _alone(self._folder):
            return not _remove_if_dead(_leases(self._folder) / f"{owner}.lock")

    def release(self) -> None:
        """Ends the lease: what is left of its owner's tasks counts as interrupted from now on."""
        with _alone(self._folder):
            self._lock.release()
            (_leases(self._folder) / f"{self.owner}.lock").unlink(missing_ok=True)


def anybody_alive(folder: Path) -> bool:
    """Whether any process holds a lease in the data folder. Removes the files of dead ones."""
    if not _leases(folder).exists():
        return False
    with _alone(folder):
        alive = [path for path in _leases(folder).glob("*.lock") if not _remove_if_dead(path)]
    return bool(alive)


def _leases(folder: Path) -> Path:
    return folder / "leases"


def _remove_if_dead(path: Path) -> bool:
    if not path.exists():
        return True
    lock = _lock(path)
    try:
        lock.acquire(blocking=False)
    except filelock.Timeout:
        return False
    lock.release()
    path.unlink(missing_ok=True)
    return True


def _lock(path: Path) -> filelock.BaseFileLock:
    # Soft locks, for file systems without locks, end by time and not with the process.
    return filelock.FileLock(path, mode=0o600, thread_local=False, fallback_to_soft=False)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One program at a time looks at leases: a look is a short lock, which another would take for a living process."""
    looking = _lock(folder / "leases.lock")
    try:
        with looking.acquire(timeout=_SECONDS_FOR_OTHERS, poll_interval=0.002):
            yield
    except filelock.Timeout as error:
        raise DatabaseBusy(path=folder / "leases.lock", seconds=f"{_SECONDS_FOR_OTHERS:g}") from error
    except OSError as error:
        raise file_fault(error, _leases(folder)) from error
