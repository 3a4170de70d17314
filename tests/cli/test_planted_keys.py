"""A key goes to its provider and nowhere else: not into the data folder, files, what is said, what a crash says, nor to processes.

Every flow of every provider is run with a planted key; then everything that it left is searched for it.
"""

import base64
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from jobmatch_desktop.providers.registry import PROVIDERS
from tests.cli.conftest import PROJECT, Running, Terminal
from tests.loopback.cloud_servers import AnthropicServer, CompatibleServer, OpenAIServer
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import MODEL, silent_after

KEY = "sk-planted/9f8e7d6c+5b4a=%41:end"
"""With characters that every way of writing it otherwise changes."""

SERVERS: dict[str, Callable[..., AbstractContextManager[Any]]] = {
    "ollama": OllamaServer,
    "openai": OpenAIServer,
    "anthropic": AnthropicServer,
    "compatible": CompatibleServer,
}
"""Who plays each provider's wire; called with the scripts to play."""

ECHO = f"The key {KEY} is not valid."
"""Real servers repeat the key that they refuse."""


def forms() -> list[bytes]:
    """The key as it may be written, whole."""
    plain = KEY.encode()
    found = {plain, plain[::-1], plain.hex().encode(), json.dumps(KEY)[1:-1].encode(), KEY.encode("utf-16-le")}
    found |= {quote(KEY).encode(), quote(KEY, safe="").encode(), quote_plus(KEY).encode()}
    for lead in range(3):
        # In base64 its first and last characters depend on what is around it.
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            found.add(encode(b"x" * lead + plain)[4 if lead else 0 :].rstrip(b"=")[:-2])
    return [form for form in found if form]


def leaks(where: str, content: bytes) -> list[str]:
    return [f"{form!r} in {where}" for form in forms() if form in content]


def left(folder: Path) -> Iterator[tuple[str, bytes]]:
    """All files of a folder but those that gave the key."""
    for file in folder.rglob("*"):
        if file.is_file() and not file.name.startswith("in-") and "keyring" not in file.parts:
            yield str(file.relative_to(folder)), file.read_bytes()


def processes(root: int) -> Iterator[tuple[str, bytes]]:
    """The command lines of a process and its descendants, and the environments of the latter. Linux only."""
    waiting = [root]
    while waiting:
        process = waiting.pop()
        folder = Path("/proc") / str(process)
        yield f"{process} cmdline", (folder / "cmdline").read_bytes()
        if process != root:
            yield f"{process} environ", (folder / "environ").read_bytes()
        for thread in (folder / "task").iterdir():
            waiting += map(int, (thread / "children").read_text().split())


def address(server: Any) -> str:
    """As a person gives it."""
    return str(getattr(server, "base_url", server.url))


class Flows:
    """The program with a planted key, run in every way; `found` is where the key was."""

    def __init__(self, terminal: Terminal, files: list[str], provider: str) -> None:
        self.terminal = terminal
        self.files = files
        self.provider = provider
        self.found: list[str] = []
        terminal.environment = {**os.environ, "PYTHONFAULTHANDLER": "1"}

    def words(self, server: Any) -> list[str]:
        return [*self.files, "--provider", self.provider, "--model", MODEL, "--base-url", address(server)]

    def run(self, code: int, *words: str, stdin: bytes = b"") -> None:
        running = self.terminal.start(*words, stdin=stdin)
        self.watch(running)
        assert running.process.wait(60) == code, running.notes

    def said(self, *words: str) -> None:
        """In this process."""
        said = self.terminal.run(*words)
        assert said.code == 0, said.notes
        self.found += leaks(words[0], (said.out + said.notes).encode())

    def generate(self, code: int, *scripts: Script, more: tuple[str, ...] = ()) -> None:
        with SERVERS[self.provider](*scripts) as server:
            self.run(code, "generate", "cv", *self.words(server), *more)
            self.heard(server)

    def killed(self, number: signal.Signals) -> None:
        """A stream that is under way when the process dies."""
        with SERVERS[self.provider](silent_after("I write", 2)) as server:
            running = self.terminal.start("generate", "letter", *self.words(server))
            running.until(lambda: bool(server.chats) and "I" in running.out)
            self.watch(running)
            running.signal(number)
            assert running.process.wait(60) == -number
            self.heard(server)

    def crashed(self) -> None:
        """A fault of the program itself, whose text holds the key."""
        crash = (
            "import sys\n"
            "from jobmatch_desktop import __main__\n"
            "from jobmatch_desktop.providers import registry\n"
            "from jobmatch_desktop.providers.settings import ProviderSettings\n"
            f"kind = type(registry.open_provider({self.provider!r}, ProviderSettings(base_url='http://127.0.0.1:9')))\n"
            f"def stream(self, request): raise ValueError({KEY!r}, vars(self))\n"
            "kind.stream = stream\n"
            "sys.exit(__main__.main(sys.argv[1:]))\n"
        )
        with SERVERS[self.provider]() as server:
            ended = subprocess.run(
                [
                    sys.executable,
                    "-c",
                    crash,
                    "--data-dir",
                    str(self.terminal.data),
                    "generate",
                    "cv",
                    *self.words(server),
                ],
                cwd=PROJECT,
                env=self.terminal.environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=60,
                check=False,
            )
            assert ended.returncode == 1
            self.found += leaks("what a crash says", ended.stdout + ended.stderr)

    def heard(self, server: Any) -> None:
        """The key came to the server, or all of this would prove nothing."""
        assert any(KEY in value for value in server.requests[-1].headers.values())

    def watch(self, running: Running) -> None:
        if sys.platform == "linux":
            try:
                for where, content in processes(running.process.pid):
                    self.found += leaks(where, content)
            except (FileNotFoundError, ProcessLookupError):
                pass  # it ended in between


def fail(flows: Flows) -> None:
    """The flows in which the server or the program fails."""
    flows.generate(1, Script(status=401, error=ECHO))
    flows.crashed()


def die(flows: Flows) -> None:
    """Ends of the process, whose marks do not depend on the provider."""
    if sys.platform != "win32":
        flows.killed(signal.SIGABRT)
        flows.killed(signal.SIGKILL)


def go_well(flows: Flows, folder: Path) -> None:
    """The others; those that the provider has no part in, in this process."""
    with SERVERS[flows.provider]() as server:
        flows.run(0, "models", "--provider", flows.provider, "--base-url", address(server))
        flows.heard(server)
    flows.generate(0, Script(), more=("--out", f"{folder}/a.md"))
    flows.said("tasks")
    for task in flows.terminal.tasks():
        flows.said("tasks", "show", task["id"], "--json")


def look(flows: Flows, folder: Path) -> None:
    """What all of it left."""
    for where, content in left(folder):
        flows.found += leaks(where, content)
    assert flows.found == []


@pytest.mark.parametrize("provider", PROVIDERS)
def test_a_key_of_the_keyring_stays_there(
    terminal: Terminal, file_keyring: Path, files: list[str], tmp_path: Path, provider: str
) -> None:
    flows = Flows(terminal, files, provider)
    flows.run(0, "keys", "set", provider, stdin=KEY.encode() + b"\n")
    go_well(flows, tmp_path)
    fail(flows)
    flows.said("keys", "list")
    flows.said("keys", "delete", provider)
    look(flows, tmp_path)


def test_no_file_of_any_format_and_no_end_of_the_process_holds_a_key(
    terminal: Terminal, file_keyring: Path, files: list[str], tmp_path: Path
) -> None:
    """They do not depend on which provider wrote the text: one shows all of them."""
    flows = Flows(terminal, files, "openai")
    flows.run(0, "keys", "set", "openai", stdin=KEY.encode() + b"\n")
    endings = ("pdf", "docx", "md", "html", "txt", "json")
    flows.generate(0, Script(), more=tuple(word for ending in endings for word in ("--out", f"{tmp_path}/a.{ending}")))
    flows.said("export", f"{tmp_path}/a.md", "--out", f"{tmp_path}/b.pdf", f"{tmp_path}/b.json")
    flows.generate(1, Script(status=400, body=f"<html>{ECHO}</html>", content_type="text/html"))
    die(flows)
    look(flows, tmp_path)


@pytest.mark.parametrize("provider", [name for name, kind in PROVIDERS.items() if kind.key_variable])
def test_a_key_of_the_environment_stays_there(
    terminal: Terminal, files: list[str], tmp_path: Path, provider: str
) -> None:
    flows = Flows(terminal, files, provider)
    terminal.environment[PROVIDERS[provider].key_variable] = KEY
    fail(flows)
    look(flows, tmp_path)


def test_a_key_that_no_keyring_takes_is_nowhere(terminal: Terminal, files: list[str], tmp_path: Path) -> None:
    flows = Flows(terminal, files, "anthropic")
    flows.run(1, "keys", "set", "anthropic", stdin=KEY.encode())
    flows.run(2, "keys", "set", "anthropic", stdin=KEY.encode() + b" and more")
    look(flows, tmp_path)


def test_what_is_searched_for_would_be_found(tmp_path: Path) -> None:
    for text in (
        KEY,
        f"Bearer {KEY}",
        f"x{KEY}",
        f"https://host/?key={quote(KEY, safe='')}&a=b",
        json.dumps({"key": KEY}),
    ):
        assert leaks("here", text.encode())
        assert leaks("here", base64.b64encode(text.encode())) or quote(KEY, safe="") in text
    (tmp_path / "log").write_text(KEY, encoding="utf-8")
    assert [where for where, content in left(tmp_path) if leaks(where, content)] == ["log"]
