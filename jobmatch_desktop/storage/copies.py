"""Copies of the database: one a day, one before each migration; and going back to one."""

import os
import secrets
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from jobmatch_desktop.domain.storage_errors import CopyUnusable, DatabaseDamaged, DatabaseDamagedWithCopy
from jobmatch_desktop.storage.atomic import sync_file, sync_folder
from jobmatch_desktop.storage.file_faults import file_fault
from jobmatch_desktop.storage.migrations import format_of, is_sound

DAILY = "daily"
MIGRATION = "migration"
KEPT = {DAILY: 7, MIGRATION: 3}
"""How many copies of each kind stay; older ones are removed when a newer one is whole."""


def copies_folder(path: Path) -> Path:
    """Where the copies of the database at `path` are."""
    return path.parent / "copies"


def keep_copy(connection: sqlite3.Connection, path: Path, kind: str, now: datetime) -> Path:
    """Copies the database behind `connection`: whole, on disk, one file, named with format and time.

    Raises `sqlite3.Error` and `OSError`. Other programs may write meanwhile. Blocks for as long as the disk takes.
    """
    folder = copies_folder(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{path.stem}-v{format_of(connection)}-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{kind}.sqlite3"
    _remove_unfinished(folder, now)
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        copy = sqlite3.connect(temporary, isolation_level=None)
        try:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        _sync(temporary)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(folder)
    for old in copies(path, kind)[KEPT[kind] :]:
        old.unlink(missing_ok=True)
    return target


def _remove_unfinished(folder: Path, now: datetime) -> None:
    """Removes what a program that was killed while it copied has left; a day old, so that nobody writes it any more."""
    for unfinished in folder.glob(".*.tmp"):
        if unfinished.stat().st_mtime < now.timestamp() - 86_400:
            unfinished.unlink(missing_ok=True)


def copies(path: Path, kind: str = "*") -> list[Path]:
    """The copies of the database at `path`, newest first."""
    found = copies_folder(path).glob(f"{path.stem}-v*-{kind}.sqlite3")
    return sorted(found, key=lambda copy: copy.stem.split("-")[-2], reverse=True)


def copy_is_due(path: Path, now: datetime) -> bool:
    """Whether no daily copy was made on this day (in UTC)."""
    newest = next(iter(copies(path, DAILY)), None)
    return newest is None or f"-{now.astimezone(UTC):%Y%m%d}T" not in newest.name


def newest_good_copy(path: Path) -> Path | None:
    """The newest copy that is sound; reads through the copies until one is."""
    return next((copy for copy in copies(path) if is_sound(copy)), None)


def damage(path: Path) -> DatabaseDamaged:
    """What to tell of the damaged database at `path`: with its newest good copy, if there is one."""
    copy = newest_good_copy(path)
    if copy is None:
        return DatabaseDamaged(path=path, copies=copies_folder(path))
    date = datetime.strptime(copy.stem.split("-")[-2], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return DatabaseDamagedWithCopy(path=path, copies=copies_folder(path), copy=copy, date=f"{date:%Y-%m-%d %H:%M} UTC")


def put_in_place(path: Path, copy: Path, now: datetime) -> Path:
    """Puts `copy` in the place of the database at `path`; returns the folder where the files that were there are now.

    The caller has made sure that no program has the database open. Raises `CopyUnusable` before anything is touched,
    and `StorageFault` or one of its kinds; at any moment the old database or the whole copy stands at `path`.
    """
    if not is_sound(copy):
        raise CopyUnusable(path=copy)
    aside = path.with_name(f"set-aside-{now.astimezone(UTC):%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}")
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        aside.mkdir(mode=0o700)
        try:
            shutil.copyfile(copy, temporary)
            temporary.chmod(0o600)
            _sync(temporary)
            # The log goes first: SQLite would play an old log into the new file.
            for log in (path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
                if log.exists():
                    log.rename(aside / log.name)
            _set_aside(path, aside / path.name)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(aside)
        sync_folder(path.parent)
    except OSError as error:
        raise file_fault(error, path) from error
    return aside


def _set_aside(path: Path, target: Path) -> None:
    """Gives the file a second name, so that `path` is never missing; moves it where a file can have one name only."""
    if path.exists():
        try:
            target.hardlink_to(path)
        except OSError:
            path.rename(target)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)
