"""A monkey at the real window, killed again and again: `python -m bench.monkey [--minutes 60] [--seed 1] [--folder PLACE]`.

Each round is tests/crash/monkey.py in a process of its own, on the data that the round before left; most are killed with SIGKILL at a
moment that the seed chooses. What is on disk then must be a state that the text was in, and no older than `PROMISE`. Every tenth round
begins with nothing. A finding ends it: its data, states and words stay in the folder.
"""

import argparse
import asyncio
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.program import open_program
from tests.crash.killing import check_database
from tests.crash.monkey import TYPED, digest_of

PROMISE = 1.0
"""Seconds of edits that a kill may cost (DESIGN §11)."""
SLACK = 1.0
"""More seconds, since the machine is busy with the monkey itself: bench/kills.py measures the promise."""
ROUNDS = 10
"""Rounds on the same data."""
PATIENCE = 120.0


def main(minutes: float, seed: int, folder: Path) -> int:
    """0 where nothing was found."""
    folder.mkdir(parents=True, exist_ok=True)
    end, number, kills = time.monotonic() + 60 * minutes, 0, 0
    while time.monotonic() < end:
        data = folder / f"{seed}-{number // ROUNDS}"
        if number % ROUNDS == 0 and number:
            shutil.rmtree(folder / f"{seed}-{number // ROUNDS - 1}", ignore_errors=True)
        chance = random.Random(seed * 10_007 + number)
        killed = chance.random() < 0.8
        found = play(data, seed * 10_007 + number, chance.uniform(3, 20), killed)
        number, kills = number + 1, kills + killed
        if found:
            print(f"seed {seed}, round {number}: {found}\nkept: {data}")
            return 1
    print(f"seed {seed}: {number} rounds, {kills} of them killed, in {minutes:.0f} minutes: nothing found")
    return 0


def play(data: Path, seed: int, seconds: float, killed: bool) -> str:
    """One round; what was found."""
    states, said = data.with_suffix(".states"), data.with_suffix(".said")
    states.touch()
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    before = states.stat().st_size
    words = [sys.executable, "-m", "tests.crash.monkey", str(data), str(seed), str(PATIENCE if killed else seconds)]
    with said.open("wb") as output:
        program = subprocess.Popen(words, stdout=output, stderr=output, env=environment)
    try:
        if not killed:
            code = program.wait(seconds + PATIENCE)
            return "" if code == 0 else f"it ended with {code}: {_last(said)}"
        until = time.monotonic() + PATIENCE
        while states.stat().st_size == before and program.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        time.sleep(seconds)
        if program.poll() is not None:
            return f"it ended with {program.returncode}: {_last(said)}"
        moment = time.monotonic()
    finally:
        program.kill()
        program.wait()
    return "; ".join(check_database(data) + _compare(asyncio.run(_texts(data)), states, moment))


async def _texts(data: Path) -> dict[DocumentKind, str]:
    """What is on disk."""
    async with open_program(data, lambda _event: None) as services:
        listed = await services.applications.list()
        documents = await services.documents.of(listed[0].id) if listed else {}
        return {kind: document.text for kind, document in documents.items()}


def _compare(texts: dict[DocumentKind, str], states: Path, moment: float) -> list[str]:
    """What of it is no state that the text was in lately."""
    found: list[str] = []
    lines = [line.split() for line in states.read_text(encoding="utf-8").splitlines()]
    for kind, text in texts.items():
        own = [(float(line[1]), line[3], line[4:]) for line in lines if line[2] == kind]
        if complaint := _lost(kind, text, own, moment):
            found.append(complaint)
    return found


def _lost(kind: DocumentKind, text: str, states: list[tuple[float, str, list[str]]], moment: float) -> str:
    """`states` are moment, digest and typed words, in order. While another writes, and right after, the words alone are told."""
    digest = digest_of(text)
    at = max((index for index, (_, seen, _) in enumerate(states) if seen == digest), default=None)
    if at is None:
        has = sorted(TYPED.findall(text))
        at = max((index for index, (_, _, typed) in enumerate(states) if sorted(typed) == has), default=None)
        if at is None:
            return f"{kind} is stored as it never was"
    later = [when for when, seen, _ in states[at + 1 :] if seen not in (digest, "writing")]
    lost = moment - later[0] if later else 0.0
    return f"{kind}: an edit that was {lost:.2f} s old is lost" if lost > PROMISE + SLACK else ""


def _last(said: Path) -> str:
    return said.read_text(encoding="utf-8", errors="replace").strip().rpartition("\n")[2][:2_000]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m bench.monkey")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=Path("build/monkey"))
    given = parser.parse_args()
    sys.exit(main(given.minutes, given.seed, given.folder))
