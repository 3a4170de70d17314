"""Faults of SQLite as domain errors."""

import os
import shutil
import sqlite3
from pathlib import Path

from jobmatch_desktop.domain.storage_errors import DatabaseBusy, DiskFull, FolderReadOnly, StorageFault
from jobmatch_desktop.storage.copies import damage
from jobmatch_desktop.storage.file_faults import file_fault

_NEARLY_NOTHING = 256 * 1024
"""Bytes of free space below which an input-output error that SQLite does not explain is taken for a full disk."""


def database_fault(error: sqlite3.Error, path: Path, busy_seconds: float) -> StorageFault | None:
    """The domain error for a refusal of SQLite; None for a mistake of this program, which is to be raised as it is.

    A full disk shows as SQLITE_FULL where SQLite writes, and as SQLITE_IOERR where it syncs or grows its shared memory,
    so free space decides there (sqlite.org, "Result and Error Codes"). Looks at copies after damage: this blocks.
    """
    code = getattr(error, "sqlite_errorcode", 0)
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(path=path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return FolderReadOnly(path=path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED | sqlite3.SQLITE_PROTOCOL:
            return DatabaseBusy(path=path, seconds=f"{busy_seconds:g}")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return damage(path)
        case sqlite3.SQLITE_IOERR | sqlite3.SQLITE_CANTOPEN:
            return _unexplained(path, error.sqlite_errorname)
    return None


def _unexplained(path: Path, name: str) -> StorageFault:
    try:
        if shutil.disk_usage(path.parent).free < _NEARLY_NOTHING:
            return DiskFull(path=path)
    except OSError as error:
        return file_fault(error, path)
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        return FolderReadOnly(path=path)
    return StorageFault(path=path, reason=f"input or output failed ({name})")
