"""Faults of the file system as domain errors."""

import errno
import os
from pathlib import Path

from jobmatch_desktop.domain.storage_errors import DiskFull, FolderReadOnly, StorageFault

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def file_fault(error: OSError, path: Path) -> StorageFault:
    """The domain error for a refusal of the file system at `path`. Any thread."""
    if error.errno in _FULL:
        return DiskFull(path=path)
    if error.errno in _READ_ONLY:
        return FolderReadOnly(path=path)
    return StorageFault(path=path, reason=os.strerror(error.errno) if error.errno else "no reason given")
