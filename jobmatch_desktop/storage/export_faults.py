"""Refusals of the file system where a person's own files are written, in words that fit a folder of theirs."""

import errno
import os
import sys
from pathlib import Path

from jobmatch_desktop.domain.export_errors import (
    DriveGone,
    ExportFull,
    ExportRefused,
    FileInUse,
    FolderGone,
    FolderInPlace,
    NameRefused,
)
from jobmatch_desktop.domain.storage_errors import DiskFull, FolderReadOnly, StorageFault
from jobmatch_desktop.storage.atomic import write_whole
from jobmatch_desktop.storage.file_faults import file_fault

_AWAY = frozenset(
    getattr(errno, name)
    for name in (
        "ESTALE",
        "EIO",
        "ENODEV",
        "ENXIO",
        "ETIMEDOUT",
        "EHOSTDOWN",
        "EHOSTUNREACH",
        "ENETDOWN",
        "ENETUNREACH",
    )
    if hasattr(errno, name)
)
_NAMES = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})
_IN_USE = frozenset({32, 33})  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION of Windows


def write_export(path: Path, data: bytes) -> None:
    """As `write_whole`, with what a person can do about it. Raises `StorageFault` or one of the kinds in domain/export_errors.py; an older
    file is then as it was. Blocks for the disk."""
    try:
        write_whole(path, data)
    except StorageFault as fault:
        if isinstance(fault.__cause__, OSError):
            raise export_fault(fault.__cause__, path) from fault
        raise


def make_folder(folder: Path) -> None:
    """Makes a folder and those above it, where they are not there. Raises as `write_export`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise export_fault(error, folder) from error


def export_fault(error: OSError, path: Path) -> StorageFault:
    """The domain error for a refusal at a file or folder of a person's. Looks at the disk: blocks."""
    reason = os.strerror(error.errno) if error.errno else "no reason given"
    if getattr(error, "winerror", None) in _IN_USE:
        return FileInUse(path=path)
    if error.errno in _AWAY:
        return DriveGone(path=path, folder=path.parent, reason=reason)
    if error.errno in _NAMES:
        return NameRefused(path=path, name=path.name, reason=reason)
    fault = file_fault(error, path)
    if isinstance(fault, DiskFull):
        return ExportFull(path=path)
    if _is_folder(path) and error.errno != errno.EEXIST:
        return FolderInPlace(path=path)
    if isinstance(fault, FolderReadOnly):
        # Windows tells no more of a document that Word has open.
        in_use = sys.platform == "win32" and _is_file(path) and os.access(path, os.W_OK)
        return FileInUse(path=path) if in_use else ExportRefused(path=path)
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST):
        return FolderGone(path=path, folder=path if error.errno == errno.EEXIST else path.parent)
    return fault


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
