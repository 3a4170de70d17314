"""A program killed with SIGKILL while a person edits, and how much of what was typed is gone. No pytest."""

import asyncio
import contextlib
import os
import random
import re
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.program import open_program
from tests.crash.killing import PATIENCE, check_database

PROMISE = 1.0
"""Seconds of edits that a kill may cost (DESIGN §11). The bench holds `EditOutcome.lost` against it: a test does not time."""

LONGEST = 2.5
"""Seconds of editing before the kill, at most, once the first edit is on disk."""


class EditOutcome(msgspec.Struct, frozen=True):
    """What a kill left: edits made and kept, and how long before the kill the first that is lost was made, in seconds."""

    seed: int
    made: int
    kept: int
    lost: float
    complaints: tuple[str, ...]


def kill_while_editing(folder: Path, seed: int, *, window: bool = False) -> EditOutcome:
    """Runs an editing program in `folder` (not there yet), kills it at the seed's moment and compares. Blocks for some seconds.

    `window`: keys are pressed in the real window; else edits are handed to the services.
    """
    module = "tests.crash.typing_in_window" if window else "tests.crash.editing"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = folder.with_suffix(".said")
    with said.open("wb") as output:
        program = subprocess.Popen([sys.executable, "-m", module, str(folder)], stdout=output, env=environment)
    try:
        until = time.monotonic() + PATIENCE
        while not _saved(folder) and program.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(random.Random(seed).uniform(0.0, LONGEST))
        killed_at = time.monotonic()
    finally:
        program.kill()
        program.wait()
    made = [float(line.split()[1]) for line in said.read_text(encoding="utf-8").splitlines()]
    if not made:
        return EditOutcome(seed, 0, 0, 0.0, ("nothing was edited",))
    complaints = check_database(folder)
    text = asyncio.run(_letter(folder))
    kept = [int(number) for number in re.findall(r" edit(\d+)\.", text)]
    if kept != list(range(len(kept))):
        complaints.append("what is kept has gaps")
    lost = killed_at - made[len(kept)] if len(kept) < len(made) else 0.0
    return EditOutcome(seed, len(made), len(kept), lost, tuple(complaints))


def kill_many_while_editing(folder: Path, seeds: Iterable[int], *, window: bool = False) -> list[EditOutcome]:
    """One run for each seed, two side by side, each in a folder of its own under `folder`."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda seed: kill_while_editing(folder / str(seed), seed, window=window), seeds))


def _saved(folder: Path) -> bool:
    """Whether an edit is on disk, while the program goes on."""
    path = folder / "jobmatch.sqlite3"
    try:
        with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            return connection.execute("SELECT 1 FROM document WHERE text LIKE '% edit0.%'").fetchone() is not None
    except sqlite3.Error:
        return False  # it is only being made


async def _letter(folder: Path) -> str:
    async with open_program(folder, lambda _event: None) as services:
        (application,) = await services.applications.list()
        return (await services.documents.of(application.id))[DocumentKind.LETTER].text
