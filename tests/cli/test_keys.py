"""`keys`: what it keeps where, what it says, and how it ends."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Said, Terminal
from tests.loopback.ollama_server import OllamaServer
from tests.services.house import MODEL, silent_after

KEY = "sk-planted-0123456789"


def set_key(terminal: Terminal, text: str, provider: str = "ollama") -> Said:
    terminal.environment = dict(os.environ)
    said = terminal.start("keys", "set", provider, stdin=text.encode()).end()
    assert KEY not in said.out + said.notes
    return said


def test_a_key_is_set_listed_used_and_deleted(terminal: Terminal, file_keyring: Path, server: OllamaServer) -> None:
    assert terminal.run("keys", "list").out == ""
    said = set_key(terminal, KEY + "\n")
    assert (said.code, said.notes) == (0, "")
    said = terminal.run("keys", "list")
    assert (said.code, said.out, said.notes) == (0, "ollama\n", "")
    assert terminal.run("models", "--base-url", server.url).code == 0
    assert server.requests[-1].headers["authorization"] == f"Bearer {KEY}"
    said = terminal.run("keys", "delete", "ollama")
    assert (said.code, said.notes) == (0, "")
    assert terminal.run("keys", "list").out == ""
    said = terminal.run("keys", "delete", "ollama")
    assert (said.code, said.out) == (1, "")
    assert said.one_line()


def test_without_a_keyring_set_ends_with_one_line(terminal: Terminal) -> None:
    said = set_key(terminal, KEY)
    assert (said.code, said.out) == (1, "")
    assert "keyring" in said.one_line()
    said = terminal.run("keys", "delete", "ollama")
    assert (said.code, said.out) == (1, "")
    assert said.one_line()
    said = terminal.run("keys", "list")
    assert (said.code, said.out) == (0, "")
    assert said.one_line()


def test_a_locked_keyring_ends_with_one_line(terminal: Terminal, file_keyring: Path) -> None:
    file_keyring.with_suffix(".locked").touch()
    for said in (set_key(terminal, KEY), terminal.run("keys", "list"), terminal.run("keys", "delete", "ollama")):
        assert (said.code, said.out) == (1, "")
        assert "locked" in said.one_line()


@pytest.mark.parametrize("text", ["", " \n", "two words", f"{KEY}\n{KEY}", "sk-\udce9"])
def test_what_is_no_key_is_wrong_use(terminal: Terminal, file_keyring: Path, text: str) -> None:
    terminal.environment = dict(os.environ)
    said = terminal.start("keys", "set", "ollama", stdin=text.encode(errors="surrogateescape")).end()
    assert (said.code, said.out) == (2, "")
    assert KEY not in said.one_line()
    assert terminal.run("keys", "list").out == ""


@pytest.mark.parametrize("provider", ["nobody", "composer", "Ollama"])
@pytest.mark.parametrize("action", ["set", "list", "delete"])
def test_who_takes_no_key(terminal: Terminal, file_keyring: Path, action: str, provider: str) -> None:
    said = terminal.run("keys", action, provider)
    assert (said.code, said.out) == (2, "")
    assert provider in said.one_line()


@pytest.mark.parametrize("words", [[], ["set"], ["delete"], ["show", "ollama"], ["set", "ollama", KEY]])
def test_wrong_words(terminal: Terminal, file_keyring: Path, words: list[str]) -> None:
    said = terminal.run("keys", *words)
    assert (said.code, said.out) == (2, "")
    assert said.notes.startswith("usage: ")
    assert terminal.run("keys", "list").out == ""


@pytest.mark.skipif(sys.platform == "win32", reason="no pty")
@pytest.mark.parametrize(("typed", "code"), [(KEY.encode() + b"\n", 0), (b"\x04", 2), (b"\x03", 130)])
def test_a_key_that_is_typed_is_not_shown(terminal: Terminal, file_keyring: Path, typed: bytes, code: int) -> None:
    import pty

    process, screen = pty.fork()
    if process == 0:
        os.execv(sys.executable, [sys.executable, "-m", "jobmatch_desktop", "keys", "set", "ollama"])
    try:
        shown = b""
        while b"Key for ollama" not in shown:
            shown += os.read(screen, 4096)
        os.write(screen, typed)
        try:
            while more := os.read(screen, 4096):
                shown += more
        except OSError:
            pass  # Linux tells so that the other end is closed
        _, status = os.waitpid(process, 0)
    finally:
        os.close(screen)
    assert os.waitstatus_to_exitcode(status) == code
    assert KEY.encode() not in shown
    assert b"Traceback" not in shown
    assert terminal.run("keys", "list").out == ("ollama\n" if code == 0 else "")


def test_the_keys_can_be_changed_while_another_program_runs(
    terminal: Terminal, file_keyring: Path, files: list[str]
) -> None:
    with OllamaServer(silent_after("I", 1)) as server:
        terminal.environment = dict(os.environ)
        words = ["--provider", "ollama", "--model", MODEL, "--base-url", server.url]
        running = terminal.start("generate", "cv", *files, *words)
        running.until(lambda: bool(server.chats))
        assert set_key(terminal, KEY).code == 0
        assert terminal.run("keys", "list").out == "ollama\n"
        assert running.process.poll() is None


def test_a_key_of_the_environment_serves_one_run(
    terminal: Terminal, file_keyring: Path, server: OllamaServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OLLAMA_API_KEY", KEY)
    for _ in range(2):
        assert terminal.run("models", "--base-url", server.url).code == 0
        assert server.requests[-1].headers["authorization"] == f"Bearer {KEY}"
    assert terminal.run("keys", "list").out == ""
    monkeypatch.setenv("OLLAMA_API_KEY", "two words")
    said = terminal.run("models", "--base-url", server.url)
    assert said.code == 2
    assert "two words" not in said.one_line()


def test_a_key_is_not_sent_openly_to_another_machine(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, files: list[str]
) -> None:
    monkeypatch.setenv("OLLAMA_API_KEY", KEY)
    away = ["--base-url", "http://models.invalid:8080"]
    for words in (["models", *away], ["pull", MODEL, *away]):
        said = terminal.run(*words)
        assert (said.code, said.out) == (2, "")
        assert "models.invalid" in said.one_line()
    said = terminal.run("generate", "cv", *files, "--provider", "ollama", "--model", MODEL, *away)
    assert said.code != 0
    assert "models.invalid" in said.notes.splitlines()[-1]
