"""Files written whole or not at all: a temporary file beside it, fsync, rename, fsync of the folder."""

import contextlib
import os
import secrets
import stat
import sys
from pathlib import Path

from jobmatch_desktop.storage.file_faults import file_fault


def write_whole(path: Path, data: bytes) -> None:
    """Puts `data` at `path`: at any moment, a power cut included, what was there before stands, or all of it.

    An existing file keeps its mode, and a symbolic link stays one. Raises `DiskFull`, `FolderReadOnly` or
    `StorageFault`, and then leaves nothing behind. Blocks for the disk: not for the UI thread.
    """
    try:
        target = Path(os.path.realpath(path))  # Path.resolve() raises no OSError for links that lead in circles
        temporary = target.with_name(f".{target.name[:200]}.{secrets.token_hex(4)}.tmp")
        try:
            _write_new(temporary, data, _mode_of(target))
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)
    except OSError as error:
        raise file_fault(error, path) from error


def sync_file(descriptor: int) -> None:
    """Waits until the file's bytes are on the disk itself, not in its cache (macOS's fsync stops at the cache)."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):  # a file system that lacks it still has the fsync below
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Waits until names made or changed in `folder` are on disk. Windows has no such call, and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_new(path: Path, data: bytes, mode: int | None) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - a descriptor has no path
        if mode is not None:
            path.chmod(mode)
        file.write(data)
        file.flush()
        sync_file(descriptor)


def _mode_of(path: Path) -> int | None:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except FileNotFoundError:
        return None
