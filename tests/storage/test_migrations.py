"""Formats: every step whole or not at all, with a copy before it; copies by the day."""

import asyncio
import os
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from jobmatch_desktop.resources import resource
from jobmatch_desktop.storage import copies, migrations
from jobmatch_desktop.storage.database import Database, database_path
from jobmatch_desktop.storage.profiles import ProfileRepository


@pytest.fixture
def newer_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program with one more migration than this one: the folder of its migrations."""
    folder = tmp_path / "program" / "resources" / "migrations"
    shutil.copytree(resource("migrations"), folder)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "program"), raising=False)
    return folder


def old_database(folder: Path, newer: Path, step: str) -> Path:
    """A database with one profile, in the format before `step`."""
    database = Database.open(folder)
    asyncio.run(ProfileRepository(database).add({"basics": {"name": "Ada"}}))
    assert database.close(30)
    (newer / f"{migrations.latest() + 1:04d}.sql").write_text(step, encoding="utf-8")
    return database_path(folder)


def formats(path: Path) -> int | None:
    with closing(sqlite3.connect(path)) as connection:
        return migrations.format_of(connection)


STEP = """
-- A column; and a trigger, whose semicolons do not end it.
ALTER TABLE profile ADD COLUMN shade TEXT NOT NULL DEFAULT 'grey';
CREATE TRIGGER shade AFTER INSERT ON profile BEGIN
    UPDATE profile SET shade = 'blue' WHERE id = new.id;
    SELECT 1;
END;
"""


def test_a_step_keeps_the_data_and_a_copy_of_what_was(tmp_path: Path, newer_program: Path) -> None:
    before = migrations.latest()
    path = old_database(tmp_path / "data", newer_program, STEP)
    database = Database.open(path.parent)
    rows = asyncio.run(database.read(lambda c: c.execute("SELECT person, shade FROM profile").fetchall()))
    assert rows == [("Ada", "grey")]
    assert database.close(30)
    assert formats(path) == before + 1
    (copy,) = copies.copies(path, copies.MIGRATION)
    assert f"-v{before}-" in copy.name
    assert formats(copy) == before
    assert migrations.is_sound(copy)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT person FROM profile").fetchall() == [("Ada",)]


@pytest.mark.parametrize(
    ("step", "error"),
    [
        ("CREATE TABLE half (a); INSERT INTO nowhere VALUES (1);", "no such table"),
        (
            "CREATE TABLE half (a INTEGER REFERENCES profile (id));\nINSERT INTO half VALUES (99);",
            "breaks a reference of table half",
        ),
    ],
)
def test_a_step_that_fails_changes_nothing(tmp_path: Path, newer_program: Path, step: str, error: str) -> None:
    before = migrations.latest()
    path = old_database(tmp_path / "data", newer_program, step)
    with pytest.raises(sqlite3.Error, match=error):
        Database.open(path.parent)
    assert formats(path) == before
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT person FROM profile").fetchall() == [("Ada",)]
        assert not connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'half'").fetchall()
    assert len(copies.copies(path, copies.MIGRATION)) == 1


def test_a_new_database_has_todays_format_and_no_copies(tmp_path: Path) -> None:
    assert Database.open(tmp_path).close(30)
    assert formats(database_path(tmp_path)) == migrations.latest()
    assert copies.copies(database_path(tmp_path)) == []


def test_the_days_first_program_makes_the_days_copy(tmp_path: Path) -> None:
    database = Database.open(tmp_path)
    asyncio.run(ProfileRepository(database).add({"basics": {"name": "Ada"}}))
    assert database.close(30)
    for _ in range(2):
        assert Database.open(tmp_path).close(30)
    (copy,) = copies.copies(database_path(tmp_path))
    assert copy.name.endswith("-daily.sqlite3")
    assert migrations.is_sound(copy)


def test_a_copy_is_whole_while_others_write(database: Database) -> None:
    repository = ProfileRepository(database)

    def copy_now() -> Path:
        with closing(sqlite3.connect(database.path)) as connection:
            return copies.keep_copy(connection, database.path, copies.DAILY, datetime.now(UTC))

    async def main() -> Path:
        await asyncio.gather(*(repository.add({"basics": {"name": str(number)}}) for number in range(50)))
        later = [asyncio.ensure_future(repository.add({"basics": {"name": str(n)}})) for n in range(50, 150)]
        copy = await asyncio.to_thread(copy_now)
        await asyncio.gather(*later)
        return copy

    copy = asyncio.run(main())
    assert migrations.is_sound(copy)
    with closing(sqlite3.connect(copy)) as connection:
        assert 50 <= connection.execute("SELECT count(*) FROM profile").fetchone()[0] <= 150


def test_seven_days_are_kept(tmp_path: Path) -> None:
    assert Database.open(tmp_path).close(30)
    path = database_path(tmp_path)
    start = datetime(2026, 11, 1, 23, 59, tzinfo=UTC)
    with closing(sqlite3.connect(path)) as connection:
        for day in range(10):
            moment = start + timedelta(days=day)
            assert copies.copy_is_due(path, moment)
            copies.keep_copy(connection, path, copies.DAILY, moment)
            assert not copies.copy_is_due(path, moment)
        copies.keep_copy(connection, path, copies.MIGRATION, start)
    days = [copy.name.split("-")[2][:8] for copy in copies.copies(path, copies.DAILY)]
    assert days == [f"202611{day:02d}" for day in range(10, 3, -1)]
    assert len(copies.copies(path, copies.MIGRATION)) == 1
    assert not list(copies.copies_folder(path).glob(".*"))


def test_what_a_killed_copy_left_is_removed_when_nobody_can_be_at_it(tmp_path: Path) -> None:
    assert Database.open(tmp_path).close(30)
    path = database_path(tmp_path)
    copies.copies_folder(path).mkdir()
    old, fresh = copies.copies_folder(path) / ".old.tmp", copies.copies_folder(path) / ".fresh.tmp"
    now = datetime.now(UTC)
    for file, age in ((old, 90_000), (fresh, 60)):
        file.touch()
        os.utime(file, (now.timestamp() - age,) * 2)
    with closing(sqlite3.connect(path)) as connection:
        copies.keep_copy(connection, path, copies.DAILY, now)
    assert not old.exists()
    assert fresh.exists()
