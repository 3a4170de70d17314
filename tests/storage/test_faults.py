"""Full disks, read-only places, locked, damaged, foreign and newer files: a clear line, and nothing overwritten."""

import asyncio
import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jobmatch_desktop.domain.storage_errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseDamagedWithCopy,
    DatabaseForeign,
    DatabaseGone,
    DatabaseNewer,
    DiskFull,
    FolderReadOnly,
    StorageFault,
)
from jobmatch_desktop.storage import migrations
from jobmatch_desktop.storage.database import Database, database_path
from jobmatch_desktop.storage.file_faults import file_fault
from jobmatch_desktop.storage.profiles import ProfileRepository
from tests.storage.filled import count, fill


def test_a_full_database_says_so_and_keeps_what_it_had(database: Database) -> None:
    async def main() -> None:
        repository = ProfileRepository(database)
        kept = await repository.add({"basics": {"name": "kept"}})
        await database.write(lambda connection: connection.execute("PRAGMA max_page_count = 40").fetchone())
        with pytest.raises(DiskFull, match="disk is full"):
            await repository.add({"basics": {"summary": "x" * 1_000_000}})
        assert [profile.id for profile in await repository.list()] == [kept]
        await database.write(lambda connection: connection.execute("PRAGMA max_page_count = 100000").fetchone())
        await repository.add({"basics": {"summary": "x" * 1_000_000}})

    asyncio.run(main())


ON_A_SMALL_DISK = """
import asyncio, sys
from pathlib import Path
from jobmatch_desktop.domain.storage_errors import DiskFull
from jobmatch_desktop.storage.atomic import write_whole
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.profiles import ProfileRepository

disk = Path(sys.argv[1])
ballast = disk / "ballast"

async def main():
    database = Database.open(disk / "data")
    repository = ProfileRepository(database)
    kept = 0
    try:
        while True:
            await repository.add({"basics": {"name": str(kept), "summary": "x" * 20_000}})
            kept += 1
    except DiskFull as error:
        assert "disk is full" in str(error), error
    assert kept > 10, kept
    assert len(await repository.list()) == kept
    try:
        write_whole(disk / "export", b"x" * 5_000_000)
    except DiskFull:
        pass
    else:
        raise AssertionError("5 MB fitted")
    assert (disk / "export").read_text() == "before"
    assert not list(disk.glob(".*tmp")), list(disk.iterdir())
    # Another program that starts now opens it, or says why it cannot.
    try:
        Database.open(disk / "data").close()
    except DiskFull:
        pass
    ballast.unlink()
    await repository.add({"basics": {"name": "room again"}})
    assert len(await repository.list()) == kept + 1
    assert database.close(30)
    again = Database.open(disk / "data")
    assert len(await ProfileRepository(again).list()) == kept + 1
    assert again.close(30)
    with open(ballast, "wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            pass
    try:
        Database.open(disk / "elsewhere")
    except DiskFull:
        print("whole")

ballast.write_bytes(b"x" * 1_000_000)
(disk / "export").write_text("before")
asyncio.run(main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs a small disk of its own, by Linux namespaces")
def test_a_really_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = 'mount -t tmpfs -o size=4m none "$1" 2>/dev/null || exit 77; exec "$2" -c "$3" "$1"'
    alone = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"])]
    try:
        done = subprocess.run(
            [*alone, "sh", "-c", mount, "sh", str(disk), sys.executable, ON_A_SMALL_DISK],
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
    except FileNotFoundError:
        pytest.skip("no unshare here")
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no small disk may be mounted here")
    assert (done.stdout, done.stderr) == ("whole\n", "")


AS_NOBODY = """
import os, sys, tempfile
from pathlib import Path
from jobmatch_desktop.domain.storage_errors import FolderReadOnly
from jobmatch_desktop.storage.database import Database
# Python's own files may be this user's alone: everything is imported before it becomes another.
with tempfile.TemporaryDirectory() as other:
    Database.open(Path(other)).close()
if os.geteuid() == 0:
    os.setuid(65534)
try:
    Database.open(Path(sys.argv[1]))
except FolderReadOnly as error:
    print(error)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that others than this test's user may enter, as pytest's own are not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
@pytest.mark.parametrize("what", ["folder", "file", "no folder"])
def test_read_only_places(open_folder: Path, what: str) -> None:
    folder = open_folder / "data"
    if what == "no folder":
        open_folder.chmod(0o555)
    else:
        path = fill(folder, 1)
        for file in folder.rglob("*"):
            file.chmod(0o666)
        path.chmod(0o444)
        folder.chmod(0o777 if what == "file" else 0o555)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = subprocess.run([sys.executable, "-c", AS_NOBODY, str(folder)], capture_output=True, text=True, check=False)
    if "ModuleNotFoundError" in done.stderr or "Permission denied" in done.stderr:
        pytest.skip("the program's own files cannot be read by another user here")
    assert "cannot be written" in done.stdout, done.stderr
    assert "--data-dir" in done.stdout
    assert {path: path.read_bytes() for path in before} == before


def test_locked_by_another_program(tmp_path: Path) -> None:
    path = fill(tmp_path, 1)
    database = Database.open(tmp_path, busy_seconds=0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseBusy, match=r"in use.*0\.1 seconds"):
            asyncio.run(ProfileRepository(database).add({}))
        with pytest.raises(DatabaseBusy):
            Database.open(tmp_path, busy_seconds=0.1)
        other.execute("ROLLBACK")
    asyncio.run(ProfileRepository(database).add({}))
    assert database.close(30)


def test_newer(tmp_path: Path) -> None:
    path = fill(tmp_path, 1)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {migrations.latest() + 1}")
    before = path.read_bytes()
    with pytest.raises(DatabaseNewer, match="newer version"):
        Database.open(tmp_path)
    assert path.read_bytes() == before


def test_another_programs_database(tmp_path: Path) -> None:
    path = database_path(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
    before = path.read_bytes()
    with pytest.raises(DatabaseForeign, match="not a JobMatch database"):
        Database.open(tmp_path)
    assert path.read_bytes() == before


def test_no_database_at_all_and_no_copy(tmp_path: Path) -> None:
    path = database_path(tmp_path)
    path.write_bytes(b"%PDF-1.7 no database " * 500)
    before = path.read_bytes()
    with pytest.raises(DatabaseDamaged, match="No good copy") as raised:
        Database.open(tmp_path)
    assert not isinstance(raised.value, DatabaseDamagedWithCopy)
    assert path.read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not let go of a file that is open")
def test_a_file_that_is_taken_away_while_open(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    path = fill(folder, 1)
    assert Database.open(folder).close(30)  # with the day's copy made
    database = Database.open(folder)
    repository = ProfileRepository(database)
    folder.rename(tmp_path / "moved")
    with pytest.raises(DatabaseGone, match="no longer where it was"):
        asyncio.run(repository.add({"basics": {"name": "lost?"}}))
    # Another file in its place, as a program that synchronises folders puts there, is not ours to write to.
    shutil.copytree(tmp_path / "moved", folder)
    with pytest.raises(DatabaseGone):
        asyncio.run(repository.list())
    shutil.rmtree(folder)
    (tmp_path / "moved").rename(folder)
    assert path.exists()
    asyncio.run(repository.add({"basics": {"name": "back"}}))
    assert database.close(30)
    assert count(folder) == 2


def test_a_folder_where_the_file_would_be(tmp_path: Path) -> None:
    database_path(tmp_path).mkdir()
    with pytest.raises(StorageFault, match=r"jobmatch\.sqlite3"):
        Database.open(tmp_path)


def test_another_program_that_never_finishes_opening(tmp_path: Path) -> None:
    code = """
import sys, filelock
with filelock.FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "opening.lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(DatabaseBusy, match="in use"):
            Database.open(tmp_path, busy_seconds=0.1)
        other.communicate()
    assert Database.open(tmp_path).close(30)


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EDQUOT, DiskFull), (errno.EROFS, FolderReadOnly), (errno.EIO, StorageFault)],
)
def test_what_the_system_says_in_our_words(number: int, kind: type[StorageFault]) -> None:
    fault = file_fault(OSError(number, "?"), Path("/a/b"))
    assert type(fault) is kind
    assert "/a/b" in str(fault)
