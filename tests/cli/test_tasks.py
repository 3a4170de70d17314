"""`tasks`: the store from a terminal, with other programs at work on the same data."""

import signal
from typing import Any

import pytest

from tests.cli.conftest import Running, Terminal
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Fault, Script

ENDLESS = Script(pieces=("word ",), repeat=100_000, tokens_per_second=30)
CUT = Script(pieces=("I ", "have "), fault=Fault.CLOSE, fault_after=2)


def shown(terminal: Terminal, task: str) -> dict[str, Any]:
    said = terminal.run("tasks", "show", task, "--json")
    assert (said.code, said.notes) == (0, "")
    found: dict[str, Any] = said.json()
    return found


def writing(terminal: Terminal, by_ollama: list[str]) -> Running:
    """A program in the middle of its text."""
    running = terminal.start("generate", "letter", *by_ollama)
    running.until(lambda: running.out.count(" ") > 2)
    return running


def test_nothing_yet(terminal: Terminal) -> None:
    assert terminal.tasks() == []
    said = terminal.run("tasks")
    assert (said.code, said.out, said.notes) == (0, "", "")


def test_newest_first_a_line_each(terminal: Terminal, files: list[str]) -> None:
    for kind in ("cv", "letter", "cv"):
        assert terminal.run("generate", kind, *files).code == 0
    tasks = terminal.tasks()
    assert [task["kind"] for task in tasks] == ["cv", "letter", "cv"]
    assert [task["created"] for task in tasks] == sorted((task["created"] for task in tasks), reverse=True)
    lines = terminal.run("tasks").out.splitlines()
    assert [line.split()[0] for line in lines] == [task["id"] for task in tasks]
    said = terminal.run("tasks", "show", tasks[0]["id"])
    assert lines[0] in said.out
    assert tasks[0]["text"] in said.out


@pytest.mark.parametrize("action", ["show", "cancel", "retry", "continue"])
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_an_unknown_id(terminal: Terminal, action: str, form: list[str]) -> None:
    said = terminal.run("tasks", action, "nothing", *form)
    assert (said.code, said.out) == (4, "")
    assert said.one_line().startswith("task not found: nothing.")


def test_an_id_that_is_no_text(terminal: Terminal) -> None:
    assert terminal.run("tasks", "show", "\udcff").code == 4


@pytest.mark.parametrize("words", [["show"], ["cancel", "--json"], ["stop", "x"], ["show", "x", "y"]])
def test_wrong_use(terminal: Terminal, words: list[str]) -> None:
    said = terminal.run("tasks", *words)
    assert (said.code, said.out) == (2, "")
    assert "usage: jobmatch-desktop" in said.notes


@pytest.mark.parametrize("action", ["cancel", "retry", "continue"])
def test_what_is_completed_stays_so(terminal: Terminal, files: list[str], action: str) -> None:
    terminal.run("generate", "cv", *files)
    (task,) = terminal.tasks()
    said = terminal.run("tasks", action, task["id"])
    assert (said.code, said.out) == (1, "")
    assert task["id"] in said.one_line()
    assert terminal.tasks() == [task]


def test_another_programs_task_is_shown_as_it_grows_and_is_not_taken_over(
    terminal: Terminal, by_ollama: list[str], server: OllamaServer
) -> None:
    server.scripts = [ENDLESS]
    running = writing(terminal, by_ollama)
    before = shown(terminal, running.task)
    assert (before["status"], before["ending"], before["position"]) == ("processing", None, 0)
    running.until(lambda: len(shown(terminal, running.task)["text"]) > len(before["text"]) + 20)
    for action in ("retry", "continue"):
        said = terminal.run("tasks", action, running.task)
        assert (said.code, said.out) == (1, "")
        assert said.one_line()
    assert shown(terminal, running.task)["status"] == "processing"


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_another_program_obeys_a_wish_to_cancel(
    terminal: Terminal, by_ollama: list[str], server: OllamaServer, form: list[str]
) -> None:
    server.scripts = [ENDLESS]
    running = writing(terminal, by_ollama)
    said = terminal.run("tasks", "cancel", running.task, *form)
    assert (said.code, said.notes) == (0, "")
    ended = running.end()
    assert ended.code == 130
    task = shown(terminal, running.task)
    assert (task["status"], task["text"]) == ("cancelled", ended.out)
    if form:
        assert said.json() == task
    else:
        assert said.out.startswith(f"{running.task}  ")
        assert "cancelled" in said.out
    assert server.wait_for(lambda: server.chats[-1].closed_at is not None)


def test_three_at_once_have_their_turn_one_by_one(
    terminal: Terminal, by_ollama: list[str], server: OllamaServer
) -> None:
    server.scripts = [ENDLESS, ENDLESS, Script()]
    first = writing(terminal, by_ollama)
    second = terminal.start("generate", "cv", *by_ollama)
    second_task = second.task
    third = terminal.start("generate", "letter", *by_ollama)
    third_task = third.task
    assert [(task["status"], task["position"]) for task in terminal.tasks()] == [
        ("pending", 2),
        ("pending", 1),
        ("processing", 0),
    ]
    third.until(lambda: "waiting: 1 before this one" in third.notes)
    assert len(server.chats) == 1
    first.signal(signal.SIGINT)
    assert first.end().code == 130
    second.until(lambda: second.out.count(" ") > 2)
    assert shown(terminal, third_task)["position"] == 1
    assert third.out == ""
    # One that waits is cancelled as well, by its own Ctrl+C or from elsewhere.
    fourth = terminal.start("generate", "cv", *by_ollama)
    assert shown(terminal, fourth.task)["position"] == 2
    assert terminal.run("tasks", "cancel", fourth.task).code == 0
    assert fourth.end().code == 130
    second.signal(signal.SIGINT)
    assert second.end().code == 130
    assert third.end().code == 0
    assert {task["id"]: task["status"] for task in terminal.tasks()} == {
        first.task: "cancelled",
        second_task: "cancelled",
        third_task: "completed",
        fourth.task: "cancelled",
    }


def test_the_killed_programs_turn_goes_to_the_next(
    terminal: Terminal, by_ollama: list[str], server: OllamaServer
) -> None:
    server.scripts = [ENDLESS, Script()]
    first = writing(terminal, by_ollama)
    second = terminal.start("generate", "cv", *by_ollama)
    assert second.task
    first.process.kill()
    assert second.end().code == 0
    assert shown(terminal, first.task)["status"] == "interrupted"


def interrupted(terminal: Terminal, by_ollama: list[str], server: OllamaServer) -> str:
    """The id of a task that was cut short after a few words; what comes next is whole."""
    server.scripts = [CUT, Script()]
    assert terminal.run("generate", "letter", *by_ollama, "--out", terminal.folder / "out.md").code == 1
    (task,) = terminal.tasks()
    assert (task["status"], task["text"]) == ("interrupted", "I have ")
    assert not (terminal.folder / "out.md").exists()
    return str(task["id"])


@pytest.mark.parametrize("action", ["retry", "continue"])
def test_on_with_it(terminal: Terminal, by_ollama: list[str], server: OllamaServer, action: str) -> None:
    task_id = interrupted(terminal, by_ollama, server)
    said = terminal.run("tasks", action, task_id)
    assert said.code == 0
    assert (terminal.folder / "out.md").exists()
    task = shown(terminal, task_id)
    assert (task["status"], task["error"]) == ("completed", None)
    assert task["text"] == ("I have " if action == "continue" else "") + said.out
    assert len(terminal.tasks()) == 1


@pytest.mark.parametrize("action", ["retry", "continue"])
def test_json_of_going_on_is_one_object_and_nothing_else(
    terminal: Terminal, by_ollama: list[str], server: OllamaServer, action: str
) -> None:
    task_id = interrupted(terminal, by_ollama, server)
    said = terminal.run("tasks", action, task_id, "--json")
    assert said.code == 0
    assert said.json() == shown(terminal, task_id)
    assert said.json()["status"] == "completed"
    assert "part 1 of" in said.notes


def test_json_of_going_on_that_fails_again(terminal: Terminal, by_ollama: list[str], server: OllamaServer) -> None:
    task_id = interrupted(terminal, by_ollama, server)
    server.scripts = [Script(status=401, error="unauthorized")]
    said = terminal.run("tasks", "continue", task_id, "--json")
    assert said.code == 1
    assert said.json() == shown(terminal, task_id)
    assert (said.json()["status"], said.json()["text"]) == ("failed", "I have ")
    assert said.json()["error"] in said.notes


def test_what_came_can_be_settled_for(terminal: Terminal, by_ollama: list[str], server: OllamaServer) -> None:
    """Cancelling what is interrupted keeps its text as it is."""
    task_id = interrupted(terminal, by_ollama, server)
    said = terminal.run("tasks", "cancel", task_id, "--json")
    assert said.code == 0
    assert (said.json()["status"], said.json()["text"]) == ("cancelled", "I have ")
