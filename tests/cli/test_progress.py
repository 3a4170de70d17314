"""What is said beside the text while a task runs."""

from tests.cli.conftest import Terminal
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script


def test_a_prompt_that_the_server_cut_is_told(terminal: Terminal, by_ollama: list[str], server: OllamaServer) -> None:
    server.scripts = (Script(prompt_tokens=5),)
    said = terminal.run("generate", "cv", *by_ollama)
    told = [line for line in said.notes.splitlines() if line.startswith("summary: ")]
    assert told == [
        "summary: smollm2:135m read only the end of what it was given (5 tokens). The server cut the prompt to its own"
        " context. Check this text with care, or choose a model with a larger context."
    ]
    assert "context" not in said.out


def test_a_prompt_that_was_read_whole_is_not_told_of(terminal: Terminal, by_ollama: list[str]) -> None:
    assert "read only" not in terminal.run("generate", "cv", *by_ollama).notes
