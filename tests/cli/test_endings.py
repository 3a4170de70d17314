"""How `generate` ends when its writer, its reader or a person ends it: exit codes, what is kept, what is said."""

import signal
import sys

import pytest

from tests.cli.conftest import Said, Terminal
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Fault, House, Script

SLOW = Script(repeat=100, tokens_per_second=20)
"""Longer than any test lasts: it is ended by what the test does."""
WORDS = ("I ", "have ", "spent ", "eight ", "years ")

FAULTS: dict[str, tuple[Script, str, str | None, str]] = {
    # what the server plays; the status, the ending and the text of the task
    "refused": (Script(status=401, error="unauthorized"), "failed", "error", ""),
    "page": (Script(body="<html>Log in</html>", content_type="text/html"), "failed", "error", ""),
    "dies mid-word": (Script(pieces=WORDS, fault=Fault.RESET, fault_after=3), "interrupted", "cut", "I have spent "),
    "half a line": (Script(pieces=WORDS, fault=Fault.HALF_LINE, fault_after=3), "interrupted", "cut", "I have spent "),
    "no end": (Script(pieces=WORDS, fault=Fault.CLOSE, fault_after=3), "interrupted", "cut", "I have spent "),
    "length": (Script(pieces=WORDS, done_reason="length"), "interrupted", "length", "".join(WORDS)),
    "empty": (Script(pieces=()), "failed", "empty", ""),
    "error line": (Script(pieces=WORDS, fault=Fault.ERROR_LINE, fault_after=3), "failed", "error", "I have spent "),
    "garbage": (Script(pieces=WORDS, fault=Fault.GARBAGE, fault_after=3), "interrupted", "cut", "I have spent "),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_writer_that_fails(terminal: Terminal, by_ollama: list[str], server: OllamaServer, fault: str) -> None:
    script, status, ending, text = FAULTS[fault]
    server.scripts = [script]
    out = terminal.folder / "out.md"
    out.write_text("older", encoding="utf-8")
    said = terminal.run("generate", "letter", *by_ollama, "--out", out)
    assert said.code == 1
    (task,) = terminal.tasks()
    assert (task["status"], task["ending"], task["text"]) == (status, ending, text)
    assert said.out == text
    assert said.notes.splitlines()[-1].endswith(f"To go on: jobmatch-desktop tasks continue {task['id']}")
    assert (task["error"] or "") in said.notes
    assert "written:" not in said.notes
    assert out.read_text(encoding="utf-8") == "older"


def test_a_model_that_is_gone(terminal: Terminal, by_ollama: list[str]) -> None:
    words = ["missing:1b" if word == "smollm2:135m" else word for word in by_ollama]
    said = terminal.run("generate", "cv", *words)
    (task,) = terminal.tasks()
    assert (said.code, said.out, task["status"]) == (1, "", "failed")
    assert "has no model named missing:1b" in said.notes


def test_a_server_without_a_model(terminal: Terminal, files: list[str]) -> None:
    with OllamaServer(house=House(models=())) as server:
        said = terminal.run("generate", "cv", *files, "--provider", "ollama", "--base-url", server.url)
    (task,) = terminal.tasks()
    assert (said.code, said.out, task["status"]) == (1, "", "failed")
    assert "has no model yet" in said.notes


def test_ctrl_c_cancels_with_the_text_kept(terminal: Terminal, by_ollama: list[str], server: OllamaServer) -> None:
    server.scripts = [SLOW]
    running = terminal.start("generate", "letter", *by_ollama, "--out", terminal.folder / "out.md")
    running.until(lambda: running.out.count(" ") > 3)
    running.signal(signal.SIGINT)
    running.signal(signal.SIGINT)  # an impatient person
    said = running.end()
    assert said.code == 130
    (task,) = terminal.tasks()
    assert (task["status"], task["text"]) == ("cancelled", said.out)
    assert said.notes.splitlines()[-1].startswith("cancelled; what came is kept: ")
    assert server.wait_for(lambda: server.chats[-1].closed_at is not None)
    assert not (terminal.folder / "out.md").exists()


def test_ctrl_c_while_it_waits_for_the_model(terminal: Terminal, by_ollama: list[str], server: OllamaServer) -> None:
    server.scripts = [Script(reading_seconds=60)]
    running = terminal.start("generate", "letter", *by_ollama)
    running.until(lambda: bool(server.chats))
    running.signal(signal.SIGINT)
    assert running.end().code == 130
    assert [(task["status"], task["text"]) for task in terminal.tasks()] == [("cancelled", "")]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_ended_from_outside_it_can_go_on(
    terminal: Terminal, by_ollama: list[str], server: OllamaServer, number: str
) -> None:
    server.scripts = [SLOW, Script()]
    running = terminal.start("generate", "letter", *by_ollama, "--out", terminal.folder / "out.md")
    running.until(lambda: running.out.count(" ") > 3)
    running.signal(signal.Signals[number])
    said = running.end()
    assert said.code == 1
    (task,) = terminal.tasks()
    assert (task["status"], task["text"]) == ("interrupted", said.out)
    assert said.notes.splitlines()[-1].endswith(f"tasks continue {task['id']}")
    assert server.wait_for(lambda: server.chats[-1].closed_at is not None)
    more = terminal.run("tasks", "continue", task["id"])
    assert more.code == 0
    assert (terminal.folder / "out.md").exists()
    (task,) = terminal.tasks()
    assert (task["status"], task["text"]) == ("completed", said.out + more.out)


def killed(terminal: Terminal, by_ollama: list[str], server: OllamaServer) -> str:
    """The id of a task whose program was killed in the middle of its text."""
    server.scripts = [SLOW, Script()]
    running = terminal.start("generate", "letter", *by_ollama)
    running.until(lambda: running.out.count(" ") > 12)
    running.process.kill()
    running.process.wait()
    return running.task


def test_the_task_of_a_killed_program_is_interrupted_with_its_text(
    terminal: Terminal, by_ollama: list[str], server: OllamaServer
) -> None:
    task_id = killed(terminal, by_ollama, server)
    (task,) = terminal.tasks()
    assert (task["id"], task["status"], task["ending"]) == (task_id, "interrupted", "cut")
    assert "".join(SLOW.tokens()).startswith(task["text"])
    assert task["text"]
    assert terminal.run("tasks", "show", task_id, "--json").json() == task


def closed_early(terminal: Terminal, *words: str) -> Said:
    """As `| head -c 20`: a reader that closes stdout after it has seen something."""
    running = terminal.start(*words, pipe=True)
    assert running.process.stdout
    assert len(running.process.stdout.read(20)) == 20
    running.process.stdout.close()
    return running.end()


def test_a_reader_that_has_seen_enough_leaves_the_task_to_go_on(
    terminal: Terminal, by_ollama: list[str], server: OllamaServer
) -> None:
    server.scripts = [SLOW, Script()]
    said = closed_early(terminal, "generate", "letter", *by_ollama)
    assert said.code == 1
    (task,) = terminal.tasks()
    assert task["status"] == "interrupted"
    assert "".join(SLOW.tokens()).startswith(task["text"])
    assert len(task["text"]) > 20
    assert said.notes.splitlines()[-1].startswith("Nobody reads the text any more")
    assert server.wait_for(lambda: server.chats[-1].closed_at is not None)
    assert terminal.run("tasks", "continue", task["id"]).code == 0


def test_files_are_waited_for_without_a_reader(terminal: Terminal, by_ollama: list[str], server: OllamaServer) -> None:
    out = terminal.folder / "out.md"
    server.scripts = [Script(tokens_per_second=60), Script()]
    said = closed_early(terminal, "generate", "letter", *by_ollama, "--out", str(out))
    assert said.code == 0
    assert out.exists()
    (task,) = terminal.tasks()
    assert task["status"] == "completed"
    assert task["text"].startswith(Script().text)


@pytest.mark.parametrize("verb", ["import", "tasks"])
def test_other_verbs_whose_reader_went_away(terminal: Terminal, files: list[str], verb: str) -> None:
    terminal.run("generate", "cv", *files)
    terminal.run("generate", "letter", *files)
    said = closed_early(terminal, *(["tasks", "--json"] if verb == "tasks" else ["import", files[1]]))
    assert said.code in (0, 1)  # whether it was written before the reader went is chance
    assert said.notes == ""


def test_ten_megabytes_in_one_piece(terminal: Terminal, by_ollama: list[str], server: OllamaServer) -> None:
    server.scripts = [Script(pieces=("word " * 2_000_000,)), Script()]
    running = terminal.start("generate", "letter", *by_ollama)
    said = running.end()
    (task,) = terminal.tasks()
    assert said.out == task["text"]
    assert len(said.out) > 10_000_000
    assert said.code == 0
