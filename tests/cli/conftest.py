"""The program as a person starts it: a process, its exit code, and what it says on either stream."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pytest

from jobmatch_desktop.__main__ import main
from jobmatch_desktop.resources import resource
from tests.loopback.ollama_server import OllamaServer
from tests.patience import SECONDS

PROJECT = Path(__file__).parents[2]


@dataclass
class Said:
    """How a run ended."""

    code: int
    out: str
    notes: str

    def json(self) -> Any:
        return json.loads(self.out)

    def one_line(self) -> str:
        """What stderr holds, which is one line and no more."""
        lines = self.notes.splitlines()
        assert len(lines) == 1, self.notes
        return lines[0]


@dataclass
class Running:
    """A program that was started. Both streams go to files, so that it never waits to be read; with `pipe` stdout is one."""

    process: "subprocess.Popen[bytes]"
    out_file: Path
    notes_file: Path
    opened: list[IO[bytes]] = field(default_factory=list)

    @property
    def out(self) -> str:
        return self.out_file.read_text(encoding="utf-8")

    @property
    def notes(self) -> str:
        return self.notes_file.read_text(encoding="utf-8")

    def until(self, happened: Callable[[], bool]) -> None:
        until = time.monotonic() + SECONDS
        while not happened():
            assert self.process.poll() is None or happened(), f"ended with {self.process.returncode}: {self.notes}"
            assert time.monotonic() < until, self.notes
            time.sleep(0.01)

    @property
    def task(self) -> str:
        """The id that it says on stderr."""
        self.until(lambda: self.notes.startswith("task ") and "\n" in self.notes)
        return self.notes.split()[1]

    def signal(self, number: signal.Signals) -> None:
        self.process.send_signal(number)

    def end(self) -> Said:
        code = self.process.wait(timeout=SECONDS)
        assert "Traceback" not in self.notes, self.notes
        return Said(code, self.out, self.notes)


class Terminal:
    """Starts the program over one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.data = folder / "data"
        self.environment = dict(os.environ)
        self._capsys = capsys
        self._started: list[Running] = []

    def run(self, *words: str | Path) -> Said:
        """In this process: the same code from the words of the command line on."""
        self._capsys.readouterr()
        try:
            code = main(["--data-dir", str(self.data), *map(str, words)])
        except SystemExit as exit_:
            assert isinstance(exit_.code, int)
            code = exit_.code
        came = self._capsys.readouterr()
        return Said(code, came.out, came.err)

    def start(self, *words: str | Path, stdin: bytes | None = None, pipe: bool = False) -> Running:
        """In a process of its own."""
        number = len(self._started)
        out, notes = self.folder / f"out-{number}", self.folder / f"notes-{number}"
        given = self.folder / f"in-{number}"
        given.write_bytes(stdin or b"")
        command = [sys.executable, "-m", "jobmatch_desktop", "--data-dir", str(self.data), *map(str, words)]
        with out.open("wb") as out_file, notes.open("wb") as notes_file, given.open("rb") as stdin_file:
            process = subprocess.Popen(
                command,
                cwd=PROJECT,
                env=self.environment,
                stdin=stdin_file,
                stdout=subprocess.PIPE if pipe else out_file,
                stderr=notes_file,
            )
        running = Running(process, out, notes)
        self._started.append(running)
        return running

    def tasks(self) -> list[dict[str, Any]]:
        """What `tasks --json` says."""
        said = self.run("tasks", "--json")
        assert (said.code, said.notes) == (0, "")
        found: list[dict[str, Any]] = said.json()
        return found

    def close(self) -> None:
        for running in self._started:
            if running.process.poll() is None:
                running.process.kill()
            running.process.wait()
            if running.process.stdout:
                running.process.stdout.close()


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Terminal]:
    one = Terminal(tmp_path, capsys)
    yield one
    one.close()


@pytest.fixture
def server() -> Iterator[OllamaServer]:
    """An Ollama on loopback; `server.scripts` is what it plays."""
    with OllamaServer() as one:
        yield one


@pytest.fixture
def files() -> list[str]:
    """`--profile` and `--offer` with the bundled sample."""
    return [
        "--profile",
        str(resource("samples/sample.resume.json")),
        "--offer",
        str(resource("samples/sample-offer.txt")),
    ]


@pytest.fixture
def by_ollama(files: list[str], server: OllamaServer) -> list[str]:
    """The words that let the loopback server write from the sample."""
    return [*files, "--provider", "ollama", "--model", "smollm2:135m", "--base-url", server.url]
