"""A damaged database: found, told with the newest good copy, and nothing deleted on the way back."""

import asyncio
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jobmatch_desktop.domain.storage_errors import (
    CopyUnusable,
    DatabaseDamaged,
    DatabaseDamagedWithCopy,
    DatabaseInUse,
)
from jobmatch_desktop.storage.database import Database, restore_copy
from jobmatch_desktop.storage.leases import Lease
from jobmatch_desktop.storage.profiles import ProfileRepository
from tests.storage.filled import count, fill, make_copy, overwrite_a_page


def test_damage_names_the_newest_good_copy_and_going_back_deletes_nothing(tmp_path: Path) -> None:
    path = fill(tmp_path)
    make_copy(path, datetime(2026, 11, 1, 8, tzinfo=UTC))
    good = make_copy(path, datetime(2026, 11, 20, 8, 30, tzinfo=UTC))
    bad = make_copy(path, datetime(2026, 11, 24, tzinfo=UTC))
    overwrite_a_page(bad)
    path.write_bytes(b"garbage" * 1000)
    with pytest.raises(DatabaseDamagedWithCopy, match="2026-11-20 08:30") as raised:
        Database.open(tmp_path)
    assert raised.value.trouble.values["copy"] == str(good)
    assert path.read_bytes() == b"garbage" * 1000

    with pytest.raises(CopyUnusable):
        restore_copy(tmp_path, bad)
    lease = Lease.take(tmp_path)
    with pytest.raises(DatabaseInUse, match="Another JobMatch"):
        restore_copy(tmp_path, good)
    lease.release()
    assert path.read_bytes() == b"garbage" * 1000

    aside = restore_copy(tmp_path, good)
    assert (aside / path.name).read_bytes() == b"garbage" * 1000
    assert good.exists()
    assert count(tmp_path) == 200


def test_an_old_log_does_not_follow_a_restored_copy(tmp_path: Path) -> None:
    path = fill(tmp_path, 3)
    good = make_copy(path, datetime(2026, 11, 20, tzinfo=UTC))
    end_without_closing(tmp_path)
    assert path.with_name("jobmatch.sqlite3-wal").stat().st_size > 0
    aside = restore_copy(tmp_path, good)
    assert (aside / "jobmatch.sqlite3-wal").stat().st_size > 0
    assert count(tmp_path) == 3


def end_without_closing(folder: Path) -> None:
    """A program adds a profile and is gone, its log still beside the file."""
    code = """
import asyncio, os, sys
from pathlib import Path
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.profiles import ProfileRepository
asyncio.run(ProfileRepository(Database.open(Path(sys.argv[1]))).add({"basics": {"name": "last"}}))
os._exit(9)
"""
    assert subprocess.run([sys.executable, "-c", code, str(folder)], check=False).returncode == 9


def test_damage_is_found_at_open_when_the_last_program_did_not_close(tmp_path: Path) -> None:
    path = fill(tmp_path)
    end_without_closing(tmp_path)
    pages = path.stat().st_size // 4096
    overwrite_a_page(path, pages - 20)
    with pytest.raises(DatabaseDamaged):
        Database.open(tmp_path)


def test_a_log_alone_is_no_damage(tmp_path: Path) -> None:
    fill(tmp_path, 2)
    end_without_closing(tmp_path)
    assert count(tmp_path) == 3


def test_damage_is_told_where_it_is_met(tmp_path: Path) -> None:
    path = fill(tmp_path)
    good = make_copy(path, datetime(2026, 11, 20, tzinfo=UTC))
    overwrite_a_page(path)
    database = Database.open(tmp_path)
    with pytest.raises(DatabaseDamagedWithCopy, match=good.name):
        asyncio.run(ProfileRepository(database).list())
    assert database.close(30)


def test_a_copy_that_is_no_database(tmp_path: Path) -> None:
    path = fill(tmp_path, 1)
    before = path.read_bytes()
    (tmp_path / "other").write_bytes(b"%PDF-1.7 " * 1000)
    for copy in (tmp_path / "other", tmp_path / "nowhere"):
        with pytest.raises(CopyUnusable, match=copy.name):
            restore_copy(tmp_path, copy)
    assert path.read_bytes() == before
    assert not (tmp_path / "nowhere").exists()
