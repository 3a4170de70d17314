"""The terminal's main job with a real Ollama and `smollm2:135m`, from the sample."""

import json
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from jobmatch_desktop.resources import resource
from tests.providers.streaming import MODEL

PROJECT = Path(__file__).parents[2]
SECONDS = 300.0
"""Nothing takes so long, unless others use the same server."""

FREE_SECONDS = 2.0
TRIES = 3
"""Times that Stop is tried, for the same reason."""

pytestmark = pytest.mark.timeout(2 * SECONDS)

ENDINGS = {"stop": "completed", "length": "interrupted", "cut": "interrupted", "empty": "failed", "refusal": "failed"}


@dataclass
class Program:
    """The program over one data folder, with the words for a generation by the real model."""

    folder: Path
    generation: list[str]

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        """stdout goes to a file, so that it can be looked at as it grows."""
        with self.out.open("wb") as out, self.notes.open("wb") as notes:
            return subprocess.Popen(self._command(words), cwd=PROJECT, stdout=out, stderr=notes)

    def run(self, *words: str) -> int:
        process = self.start(*words)
        try:
            return process.wait(SECONDS)
        finally:
            process.kill()
            process.wait()

    def until_written(self, process: "subprocess.Popen[bytes]", characters: int) -> None:
        """Waits until the program that runs has streamed so many bytes."""
        until = time.monotonic() + SECONDS
        while self.out.stat().st_size < characters:
            assert process.poll() is None, self.notes.read_text(encoding="utf-8")
            assert time.monotonic() < until
            time.sleep(0.02)

    def tasks(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads(
            subprocess.check_output(self._command(("tasks", "--json")), cwd=PROJECT, text=True)
        )
        return found

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def notes(self) -> Path:
        return self.folder / "notes"

    def _command(self, words: tuple[str, ...]) -> list[str]:
        return [sys.executable, "-m", "jobmatch_desktop", "--data-dir", str(self.folder / "data"), *words]


@pytest.fixture
def program(ollama_base_url: str, tmp_path: Path) -> Program:
    profile, offer = resource("samples/sample.resume.json"), resource("samples/sample-offer.txt")
    words = ["--profile", str(profile), "--offer", str(offer), "--provider", "ollama", "--model", MODEL]
    return Program(tmp_path, [*words, "--base-url", ollama_base_url])


def test_a_letter_ends_honestly(program: Program) -> None:
    """Whatever a small model makes of it, exit code, status and ending agree, and stdout is the task's text."""
    file = program.folder / "letter.pdf"
    code = program.run("generate", "letter", *program.generation, "--out", str(file))
    (task,) = program.tasks()
    assert task["status"] == ENDINGS[task["ending"]]
    assert code == (0 if task["status"] == "completed" else 1)
    assert file.exists() == (code == 0)
    text = program.out.read_text(encoding="utf-8")
    assert text == task["text"]
    assert text.strip()


def seconds_to_answer(url: str) -> float:
    """What a request of one token takes: a server that runs one at a time begins once it has stopped."""
    begun = time.monotonic()
    asked = {"model": MODEL, "prompt": "Hi", "stream": False, "options": {"num_predict": 1, "num_ctx": 4096}}
    httpx.post(f"{url}/api/generate", json=asked, trust_env=False, timeout=SECONDS).raise_for_status()
    return time.monotonic() - begun


def test_ctrl_c_frees_the_server_and_the_task_goes_on(program: Program, ollama_base_url: str) -> None:
    beyond = []
    for _ in range(TRIES):
        process = program.start("generate", "letter", *program.generation)
        program.until_written(process, 20)
        process.send_signal(signal.SIGINT)
        after = seconds_to_answer(ollama_base_url)
        assert process.wait(SECONDS) == 130
        beyond.append(after - seconds_to_answer(ollama_base_url))
        if beyond[-1] <= FREE_SECONDS:
            break
    assert beyond[-1] <= FREE_SECONDS
    task = program.tasks()[0]
    kept = program.out.read_text(encoding="utf-8")
    assert (task["status"], task["text"]) == ("cancelled", kept)

    process = program.start("tasks", "continue", task["id"])
    program.until_written(process, 20)
    process.send_signal(signal.SIGINT)
    assert process.wait(SECONDS) == 130
    again = program.tasks()[0]
    assert (again["id"], again["status"]) == (task["id"], "cancelled")
    assert again["text"] == kept + program.out.read_text(encoding="utf-8")


def test_a_killed_program_leaves_its_text(program: Program) -> None:
    process = program.start("generate", "cv", *program.generation)
    program.until_written(process, 60)
    process.kill()
    process.wait()
    (task,) = program.tasks()
    assert (task["status"], task["ending"]) == ("interrupted", "cut")
    assert task["text"]
    assert program.out.read_text(encoding="utf-8").startswith(task["text"])
