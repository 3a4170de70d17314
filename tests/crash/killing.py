"""The real program killed with SIGKILL in the midst of a stream, and what must hold after it. Standard library, msgspec; no pytest.

`kill(folder, seed)` is one run: the moment, the pace and the words follow from the seed. The bench runs a hundred.
"""

import asyncio
import contextlib
import json
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import msgspec
import pypdfium2

from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.program import open_program
from jobmatch_desktop.resources import resource
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script

PROMISE = 0.5
"""Seconds of stream that a kill may cost (DESIGN §11). The bench holds `Outcome.lost` against it: a test does not time."""

STREAM = 2.0
"""Seconds that the streams of one document last, about."""

PARTS = 4
"""Parts that a document has, about: the sample's CV has four."""

SAMPLE, OFFER = resource("samples/sample.resume.json"), resource("samples/sample-offer.txt")

PATIENCE = 60.0
"""Seconds after which a program that does not do what it should is given up."""


class Outcome(msgspec.Struct, frozen=True):
    """What a kill left. `lost` is in seconds: how long before the kill the first piece that is not kept was sent (0: all was
    kept). `complaints` says, a line each, what did not hold."""

    seed: int
    after: float
    status: str
    ending: str | None
    sent: int
    kept: int
    lost: float
    continued: bool
    complaints: tuple[str, ...]


class _Run:
    """One program over one folder, writing one document with the loopback server."""

    def __init__(self, folder: Path, server: OllamaServer, kind: str) -> None:
        self.data = folder / "data"
        self.outs = [folder / "out" / f"document.{ending}" for ending in ("pdf", "md")]
        self.notes = folder / "notes"
        self.kind = kind
        self.person = str(json.loads(SAMPLE.read_bytes())["basics"]["name"])
        self._server = server
        (folder / "out").mkdir(parents=True)

    def start(self) -> "subprocess.Popen[bytes]":
        words = ["generate", self.kind, "--provider", "ollama", "--base-url", self._server.url]
        words += ["--profile", str(SAMPLE)]
        words += ["--offer", str(OFFER)]
        for out in self.outs:
            words += ["--out", str(out)]
        with self.notes.open("wb") as notes:
            return subprocess.Popen(self._command(*words), stdout=subprocess.DEVNULL, stderr=notes)

    def verb(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            self._command(*words), capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
        )

    def tasks(self) -> list[dict[str, Any]]:
        shown = self.verb("tasks", "--json")
        return list(json.loads(shown.stdout)) if shown.returncode == 0 else []

    def parts(self) -> int | None:
        """How many parts the program said that the document has."""
        found = re.search(r"part \d+ of (\d+)", self.notes.read_text(encoding="utf-8"))
        return int(found[1]) if found else None

    def pieces(self) -> list[tuple[float, str]]:
        """What the server sent, over all its answers, with the moment of each piece."""
        return [
            piece
            for chat, script in zip(self._server.chats, self._server.scripts, strict=False)
            for piece in zip(list(chat.sent_at), script.tokens(), strict=False)
        ]

    def _command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "jobmatch_desktop", "--data-dir", str(self.data), *words]


def kill(folder: Path, seed: int) -> Outcome:
    """Runs the program in `folder` (which must not be there yet), kills it at the seed's moment and looks at what is left.

    Every fifth seed kills around the end, where results and files are written; every third continues what was cut.
    Blocks for some five seconds.
    """
    chance = random.Random(seed)
    rate = chance.choice((20, 60, 150, 400))
    scripts = [_script(chance, part, rate) for part in range(40)]
    with OllamaServer(*scripts) as server:
        run = _Run(folder, server, chance.choice(("cv", "letter")))
        program = run.start()
        try:
            at_end = seed % 5 == 0
            after = chance.uniform(0.0, 0.25) if at_end else chance.uniform(0.0, STREAM)
            begun = _wait_for_end(run, server) if at_end else _wait(lambda: bool(run.pieces()))
            time.sleep(after)
            killed_at = time.monotonic()
        finally:
            program.kill()
            program.wait()
        complaints = [] if begun else [f"nothing was streamed: {run.notes.read_text(encoding='utf-8')[-300:]}"]
        complaints += check_database(run.data)
        return _look(run, seed, after, killed_at, complaints, go_on=seed % 3 == 0)


def kill_many(folder: Path, seeds: Iterable[int], workers: int = 4) -> list[Outcome]:
    """One run for each seed, several side by side, each in a folder of its own under `folder`."""
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(lambda seed: kill(folder / str(seed), seed), seeds))


def _script(chance: random.Random, part: int, rate: int) -> Script:
    """Words that stand nowhere else, so that a gap or a doubled word is seen."""
    count = max(3, round(rate * STREAM / PARTS))
    return Script(
        pieces=tuple(f" {part}-{number}{chance.choice(('', 'é', '漢', '😀'))}" for number in range(count)),
        tokens_per_second=rate,
        reading_seconds=chance.choice((0.0, 0.05)),
    )


def _wait(happened: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while not happened():
        if time.monotonic() > until:
            return False
        time.sleep(0.005)
    return True


def _wait_for_end(run: _Run, server: OllamaServer) -> bool:
    """Whether the last part was sent whole."""
    return _wait(lambda: len(server.chats) == run.parts() and server.chats[-1].ended)


def check_database(data: Path) -> list[str]:
    """As the next program would find it, before any has opened it."""
    with contextlib.closing(sqlite3.connect(data / "jobmatch.sqlite3")) as connection:
        said = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        strangers = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [f"integrity_check: {line}" for line in said if line != "ok"] + [f"foreign key: {row}" for row in strangers]


def _look(run: _Run, seed: int, after: float, killed_at: float, complaints: list[str], *, go_on: bool) -> Outcome:
    """Compares what is left with what was sent."""
    pieces = [(moment, piece) for moment, piece in run.pieces() if moment <= killed_at]
    every = "".join(piece for _, piece in run.pieces())
    tasks = run.tasks()
    if len(tasks) != 1:
        return Outcome(seed, after, "", None, len(every), 0, 0.0, False, (*complaints, f"{len(tasks)} tasks are shown"))
    task, kept = tasks[0], str(tasks[0]["text"])
    if not every.startswith(kept):
        complaints.append(f"kept text is no beginning of what was sent: {kept[-80:]!r}")
    lost = _lost(pieces, len(kept), killed_at)
    if task["status"] == "completed":
        complaints += [] if kept == every else ["completed without all of its text"]
    elif (task["status"], task["ending"]) != ("interrupted", "cut"):
        complaints.append(f"the task is {task['status']} ({task['ending']})")
    complaints += _files(run, whole=False) + asyncio.run(_document(run))
    continued = go_on and task["status"] == "interrupted"
    if continued:
        complaints += _continue(run, task["id"], kept)
    return Outcome(
        seed, after, task["status"], task["ending"], len(every), len(kept), lost, continued, tuple(complaints)
    )


def _lost(pieces: list[tuple[float, str]], kept: int, killed_at: float) -> float:
    """Seconds between the first piece beyond `kept` characters and the kill."""
    length = 0
    for moment, piece in pieces:
        length += len(piece)
        if length > kept:
            return killed_at - moment
    return 0.0


def _files(run: _Run, *, whole: bool) -> list[str]:
    """Each file is whole, or (unless `whole` is wanted) not there."""
    complaints = [f"{out.name} is not there" for out in run.outs if whole and not out.exists()]
    for out in run.outs:
        if out.exists():
            try:
                text = _pdf_text(out) if out.suffix == ".pdf" else out.read_text(encoding="utf-8")
            except (pypdfium2.PdfiumError, UnicodeError) as error:
                complaints.append(f"{out.name} cannot be read: {error}")
            else:
                complaints += [] if run.person in text else [f"{out.name} is not whole"]
    return complaints


def _pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


async def _document(run: _Run) -> list[str]:
    """The document can be opened as it was: composed, with every section, and every version of it."""
    async with open_program(run.data, lambda _event: None) as services:
        (application,) = await services.applications.list()
        document = (await services.documents.of(application.id))[DocumentKind(run.kind)]
        versions = await services.documents.versions(document.id)
    read = parse(document.text)
    complaints = [] if read.name == run.person else [f"the document is headed {read.name!r}"]
    if not any(version.id == document.base for version in versions):
        complaints.append("the document's base is not kept")
    first = parse(versions[-1].text)
    if [section.title for section in read.sections] != [section.title for section in first.sections]:
        complaints.append("the document has not the sections it had")
    return complaints


def _continue(run: _Run, task: str, kept: str) -> list[str]:
    """What was cut is gone on with to its end, after the words that were kept."""
    ended = run.verb("tasks", "continue", task)
    if ended.returncode != 0:
        return [f"continue ended with {ended.returncode}: {ended.stderr[-300:]}"]
    (shown,) = run.tasks()
    complaints = [] if shown["status"] == "completed" else [f"continued, the task is {shown['status']}"]
    if not shown["text"].startswith(kept):
        complaints.append("continued, the text does not begin with what was kept")
    if ended.stdout and not shown["text"].endswith(ended.stdout):
        complaints.append("continued, the text does not end with what was streamed")
    return complaints + _files(run, whole=True) + asyncio.run(_document(run))
