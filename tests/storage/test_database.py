"""The database: order, lanes, durability of what was asked for, opening by many at once."""

import asyncio
import sqlite3
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jobmatch_desktop.domain.storage_errors import StorageFault
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.profiles import ProfileRepository


def add(connection: sqlite3.Connection, name: str) -> int:
    connection.execute(
        "INSERT INTO profile (digest, source, created) VALUES (?, json_object('basics', json_object('name', ?)), 0)",
        (name, name),
    )
    return threading.get_ident()


def names(connection: sqlite3.Connection) -> list[str]:
    return [name for (name,) in connection.execute("SELECT person FROM profile ORDER BY id")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no mode bits")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "made" / "here"
    database = Database.open(folder)
    database.submit(lambda connection: add(connection, "a")).result()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.glob("jobmatch.sqlite3*")} == {0o600}
    assert len(list(folder.glob("jobmatch.sqlite3*"))) == 3
    assert database.close(30)


def test_it_is_as_safe_as_it_says(database: Database) -> None:
    def settings(connection: sqlite3.Connection) -> list[object]:
        return [
            connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert database.submit(settings).result() == ["wal", 2, 1]


def test_writes_are_done_in_order_on_one_named_thread(database: Database) -> None:
    with ThreadPoolExecutor(4) as pool:
        futures = list(pool.map(lambda number: database.submit(lambda c: add(c, str(number))), range(40)))
    assert len({future.result() for future in futures}) == 1
    order: list[int] = []
    for number in range(40):
        database.submit(lambda _c, number=number: order.append(number))  # type: ignore[misc]
    name = database.submit(lambda _c: threading.current_thread().name).result()
    assert order == list(range(40))
    assert name.startswith("storage")


def test_a_write_that_fails_leaves_nothing(database: Database) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        add(connection, "half")
        raise ValueError("no")

    async def main() -> None:
        with pytest.raises(ValueError, match="no"):
            await database.write(fail)
        await database.write(lambda connection: add(connection, "whole"))
        assert await database.read(names) == ["whole"]

    asyncio.run(main())


def test_reads_do_not_wait_behind_a_write_and_see_a_whole_view(database: Database) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> None:
        add(connection, "slow")
        inside.set()
        assert go_on.wait(30)

    async def main() -> None:
        writing = database.submit(slow)
        assert inside.wait(30)
        assert await database.read(names) == []
        assert not writing.done()
        go_on.set()
        await asyncio.wrap_future(writing)
        assert await database.read(names) == ["slow"]

    asyncio.run(main())


def test_it_serves_loops_in_several_threads(database: Database) -> None:
    async def use(number: int) -> list[str]:
        await database.write(lambda connection: add(connection, str(number)))
        return await database.read(names)

    with ThreadPoolExecutor(3) as pool:
        seen = list(pool.map(lambda number: asyncio.run(use(number)), range(3)))
    assert all(str(number) in names for number, names in enumerate(seen))


def test_closing_does_not_wait_for_ever_and_loses_nothing(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    inside, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> None:
        add(connection, "slow")
        inside.set()
        assert go_on.wait(30)

    database.submit(slow)
    queued = database.submit(lambda connection: add(connection, "queued"))
    assert inside.wait(30)
    assert not database.close(0.05)
    with pytest.raises(StorageFault, match="closing"):
        database.submit(lambda connection: add(connection, "late")).result()
    go_on.set()
    queued.result(30)
    again = Database.open(tmp_path)
    assert asyncio.run(again.read(names)) == ["slow", "queued"]
    assert again.close(30)


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    database.submit(lambda connection: add(connection, "a")).result()
    assert database.close(30)
    assert database.close(30)
    assert [path.name for path in tmp_path.glob("jobmatch.sqlite3*")] == ["jobmatch.sqlite3"]


STARTER = """
import sys
from pathlib import Path
from jobmatch_desktop.storage.database import Database
sys.stdin.readline()
database = Database.open(Path(sys.argv[1]))
name = sys.argv[2]
database.submit(lambda c: c.execute(
    "INSERT INTO profile (digest, source, created) VALUES (?, json_object('basics', json_object('name', ?)), 0)",
    (name, name),
)).result()
assert database.close(30)
"""


def test_programs_that_start_at_once_do_not_collide(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    programs = [
        subprocess.Popen([sys.executable, "-c", STARTER, str(folder), str(number)], stdin=subprocess.PIPE, text=True)
        for number in range(5)
    ]
    for program in programs:
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.close()
    assert [program.wait(60) for program in programs] == [0] * 5
    database = Database.open(folder)
    assert sorted(asyncio.run(database.read(names))) == ["0", "1", "2", "3", "4"]
    assert database.close(30)


def test_what_was_awaited_survives_a_kill(tmp_path: Path) -> None:
    code = """
import asyncio, os, signal, sys
from pathlib import Path
from jobmatch_desktop.storage.database import Database
from jobmatch_desktop.storage.profiles import ProfileRepository

async def main():
    await ProfileRepository(Database.open(Path(sys.argv[1]))).add({"basics": {"name": "kept"}})
    os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""
    assert subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False).returncode != 0
    database = Database.open(tmp_path)
    (profile,) = asyncio.run(ProfileRepository(database).list())
    assert profile.source == {"basics": {"name": "kept"}}
    assert database.close(30)
