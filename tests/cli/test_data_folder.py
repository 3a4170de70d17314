"""A data folder that cannot be used: one line and exit code 1, and nothing in it is touched."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from jobmatch_desktop.storage.database import database_path
from tests.cli.conftest import PROJECT, Terminal

VERBS = [["tasks", "--json"], ["models", "--provider", "composer"]]


def refused(terminal: Terminal, files: list[str]) -> list[str]:
    """The lines that verbs over the folder say, which none of them can use."""
    lines = []
    for words in (*VERBS, ["generate", "cv", *files]):
        said = terminal.run(*words)
        assert (said.code, said.out) == (1, "")
        lines.append(said.one_line())
    return lines


def test_a_file_in_its_place(terminal: Terminal, files: list[str]) -> None:
    terminal.data.write_text("mine", encoding="utf-8")
    assert all(str(terminal.data) in line for line in refused(terminal, files))
    assert terminal.data.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("data", [b"no database at all " * 1000, b"SQLite format 3\0" + b"\xff" * 5000])
def test_damaged(terminal: Terminal, files: list[str], data: bytes) -> None:
    terminal.data.mkdir()
    database_path(terminal.data).write_bytes(data)
    assert all("is damaged" in line or "not a JobMatch database" in line for line in refused(terminal, files))
    assert database_path(terminal.data).read_bytes() == data


def test_newer(terminal: Terminal, files: list[str]) -> None:
    terminal.tasks()
    with closing(sqlite3.connect(database_path(terminal.data))) as connection:
        connection.execute("PRAGMA user_version = 999")
    assert all("newer version of JobMatch" in line for line in refused(terminal, files))


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="POSIX modes")
def test_read_only(terminal: Terminal, files: list[str]) -> None:
    """Root may write anywhere, so as somebody else where the tests run as root."""
    if os.geteuid() == 0:
        pytest.skip("root may write into any folder")
    terminal.data.mkdir(mode=0o500)
    assert all("cannot be written" in line for line in refused(terminal, files))


def test_a_damaged_folder_does_not_hinder_what_needs_none(terminal: Terminal, files: list[str]) -> None:
    terminal.data.write_text("mine", encoding="utf-8")
    assert terminal.run("import", files[1]).code == 0


@pytest.mark.parametrize("option", [[], ["--data-dir", ""]])
def test_the_folder_of_the_environment(tmp_path: Path, option: list[str]) -> None:
    environment = {**os.environ, "JOBMATCH_DATA_DIR": str(tmp_path / "there")}
    subprocess.run(
        [sys.executable, "-m", "jobmatch_desktop", *option, "tasks"],
        cwd=PROJECT,
        env=environment,
        check=True,
        timeout=60,
    )
    assert database_path(tmp_path / "there").is_file()
