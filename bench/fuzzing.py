"""Readers fed with broken files: `python -m bench.fuzzing [SECONDS] [FAMILY...]`, each family for that long (default 600).

A finding is anything but a CV or one clear line: an exception, a process that dies, one that says nothing for `SILENCE` seconds. It
is kept in build/fuzzing/. Where atheris is installed (`pip install atheris`, Python 3.11), its coverage chooses what is tried
next; else it is chance alone, the same from the same seed.
"""

import contextlib
import importlib
import importlib.util
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench.fuzzing_seeds import FAMILIES, mutated, seeds
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.formats.imported import Imported
from jobmatch_desktop.formats.readers.registry import read_cv
from jobmatch_desktop.services.child_limits import limit_this_process

SECONDS = 600
SILENCE = 20.0
BEGINNING = 240.0
MOST = 20
MEMORY = 1_500_000_000
FOUND = Path("build/fuzzing")


def check(name: str, data: bytes) -> bool:
    """Reads a file; whether it was a CV. Raises whatever is a finding."""
    try:
        found = read_cv(name, data)
    except JobMatchError as error:
        said = error.trouble.text()
        if not said.strip() or "Traceback" in said or len(said) > 600:
            raise AssertionError(f"not one clear line: {said!r}") from error
        return False
    _is_whole(found)
    return True


def _is_whole(found: Imported) -> None:
    """What the review page stands on: every place is one of the document's texts, every box has a page."""
    for path, place in found.places.items():
        value: Any = found.profile
        for key in path.split("/"):
            value = value[int(key)] if isinstance(value, list) else value[key]
        assert isinstance(value, str), path
        assert 0 <= place.confidence <= 1, path
        assert all(box.page >= 0 and box.left <= box.right and box.top <= box.bottom for box in place.boxes), path


def main(words: list[str]) -> int:
    """Prints one line a family; 1 where something was found."""
    seconds = int(words[0]) if words and words[0].isdigit() else SECONDS
    chosen = [word for word in words if word in FAMILIES] or list(FAMILIES)
    findings = sum(_watched(family, seconds) for family in chosen)
    return int(findings > 0)


def _watched(family: str, seconds: int) -> int:
    """Runs a family in processes of its own, a new one after each finding; gives how many findings there were."""
    FOUND.mkdir(parents=True, exist_ok=True)
    trying = FOUND / f"{family}.trying"
    until, seed, findings, tried = time.monotonic() + seconds, 0, 0, 0
    while (left := until - time.monotonic()) > 1:
        trying.write_bytes(b"")
        words = [sys.executable, "-m", "bench.fuzzing", "--child", family, str(seed), str(int(left)), str(trying)]
        with trying.with_suffix(".log").open("w+b") as log:
            # A pipe that nobody reads would stop the child.
            child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=log)
            why = _wait(child, trying)
            said, _ = child.communicate()
            log.seek(0)
            told = log.read()
        tried += int(said.split()[-1]) if said.split() and said.split()[-1].isdigit() else 0
        if not why:
            break
        findings += 1
        kept = FOUND / f"{family}-{seed}"
        kept.write_bytes(trying.read_bytes())
        (FOUND / f"{family}-{seed}.txt").write_bytes(told[-5000:])
        last = told.decode(errors="replace").strip().splitlines()[-1:] or [""]
        print(f"{family}: {why}: {kept}: {last[0]}", flush=True)
        seed += 1
        if findings >= MOST:
            break
    trying.unlink(missing_ok=True)
    trying.with_suffix(".log").unlink(missing_ok=True)
    how = "by atheris" if _guided() else "by chance"
    print(f"{family}: {findings} findings in {seconds} s, {tried or 'uncounted'} files {how}", flush=True)
    return findings


def _wait(child: "subprocess.Popen[bytes]", trying: Path) -> str:
    """Why a child ended before its time; empty for one that ended well."""
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            code = child.wait(1.0)
            return "" if code == 0 else f"ended with {code}"
        silence = SILENCE if trying.stat().st_size else BEGINNING
        if time.time() - trying.stat().st_mtime > silence:
            child.kill()
            return f"silent for {silence:.0f} s"


def _child(family: str, seed: int, seconds: int, trying: Path) -> None:
    limit_this_process(MEMORY, seconds + 60)
    chance = random.Random(f"{family} {seed}")
    known = seeds(family)
    if _guided():
        _by_coverage(family, known, chance, seconds, trying)
    until, tried = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        name, data = chance.choice(known)
        data = mutated(family, data, chance)
        trying.write_bytes(data)
        check(name, data)
        tried += 1
    print(tried, flush=True)


def _by_coverage(
    family: str, known: list[tuple[str, bytes]], chance: random.Random, seconds: int, trying: Path
) -> None:
    atheris: Any = importlib.import_module("atheris")

    name = known[0][0]
    corpus = FOUND / f"{family}.corpus"
    corpus.mkdir(exist_ok=True)
    for number, (_, data) in enumerate(known):
        (corpus / f"seed-{number}").write_bytes(data)

    def one(data: bytes) -> None:
        trying.write_bytes(data)
        check(name, data)

    def turned(data: bytes, most: int, seed: int) -> bytes:
        chance.seed(seed)
        return mutated(family, data, chance)[:most] if chance.random() < 0.6 else atheris.Mutate(data, most)

    atheris.instrument_all()
    atheris.Setup(
        [sys.argv[0], f"-max_total_time={seconds}", "-max_len=200000", "-rss_limit_mb=0", "-timeout=60", str(corpus)],
        one,
        custom_mutator=turned,
    )
    atheris.Fuzz()


def _guided() -> bool:
    return importlib.util.find_spec("atheris") is not None


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        _child(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]))
    else:
        sys.exit(main(sys.argv[1:]))
