"""A real Secret Service (gnome-keyring on a D-Bus of its own) keeps the keys, locked, unlocked and absent."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.loopback.ollama_server import OllamaServer

PROJECT = Path(__file__).parents[2]
PROGRAM = (sys.executable, "-m", "jobmatch_desktop")
KEY = "sk-planted-0123456789"
UNLOCKED = "printf 'a password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
LOCKED = "gnome-keyring-daemon --start --components=secrets >/dev/null"


@dataclass(frozen=True)
class Desktop:
    """A person's home on a machine with a keyring."""

    home: Path

    def run(self, state: str, *words: str, given: str = "") -> "subprocess.CompletedProcess[str]":
        """The program in a session whose keyring is in a state. The key of `given` comes through stdin."""
        (self.home / "given").write_text(given, encoding="utf-8")
        # What the bus and the keyring say themselves goes elsewhere than what the program says.
        script = f'{state}; exec "$@" <"$HOME/given" 2>"$HOME/notes"'
        ended = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", script, "sh", *PROGRAM, *words],
            cwd=PROJECT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        ended.stderr = (self.home / "notes").read_text(encoding="utf-8")
        assert KEY not in ended.stdout + ended.stderr
        assert "Traceback" not in ended.stderr
        return ended

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
        for name in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
            kept.pop(name, None)
        return kept | {
            "HOME": str(self.home),
            "XDG_DATA_HOME": str(self.home / "share"),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_RUNTIME_DIR": str(self.home),
            "JOBMATCH_DATA_DIR": str(self.home / "data"),
        }


@pytest.fixture
def desktop(tmp_path: Path) -> Desktop:
    for program in ("dbus-run-session", "gnome-keyring-daemon"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return Desktop(home)


def test_it_keeps_a_key_from_session_to_session(desktop: Desktop) -> None:
    assert desktop.run(UNLOCKED, "keys", "list").stdout == ""
    ended = desktop.run(UNLOCKED, "keys", "set", "ollama", given=KEY + "\n")
    assert (ended.returncode, ended.stderr) == (0, "")
    ended = desktop.run(UNLOCKED, "keys", "list")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "ollama\n", "")
    with OllamaServer() as server:
        assert desktop.run(UNLOCKED, "models", "--base-url", server.url).returncode == 0
        assert server.requests[-1].headers["authorization"] == f"Bearer {KEY}"
    for file in desktop.home.rglob("*"):
        if file.is_file() and file.name != "given":
            assert KEY.encode() not in file.read_bytes(), file
    assert desktop.run(UNLOCKED, "keys", "delete", "ollama").returncode == 0
    assert desktop.run(UNLOCKED, "keys", "list").stdout == ""
    ended = desktop.run(UNLOCKED, "keys", "delete", "ollama")
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)


def test_locked_it_lists_without_its_password_and_says_why_it_cannot_do_more(desktop: Desktop) -> None:
    assert desktop.run(UNLOCKED, "keys", "set", "ollama", given=KEY).returncode == 0
    ended = desktop.run(LOCKED, "keys", "list")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "ollama\n", "")
    for words in (("set", "ollama"), ("delete", "ollama")):
        ended = desktop.run(LOCKED, "keys", *words, given="sk-other")
        assert (ended.returncode, ended.stdout) == (1, "")
        assert "locked" in ended.stderr
        assert len(ended.stderr.splitlines()) == 1
    # A server of the person's own answers all the same.
    with OllamaServer() as server:
        assert desktop.run(LOCKED, "models", "--base-url", server.url).returncode == 0
        assert "authorization" not in server.requests[-1].headers
        assert desktop.run(UNLOCKED, "models", "--base-url", server.url).returncode == 0
        assert server.requests[-1].headers["authorization"] == f"Bearer {KEY}"


def test_a_session_without_a_keyring(desktop: Desktop) -> None:
    """D-Bus runs; what it would start as Secret Service is not there."""
    nothing = desktop.home / "empty"
    nothing.mkdir()
    config = desktop.home / "bus.conf"
    allowed = '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>'
    config.write_text(
        f"<busconfig><type>session</type><listen>unix:dir={desktop.home}</listen><servicedir>{nothing}</servicedir>"
        f'<policy context="default">{allowed}</policy></busconfig>',
        encoding="utf-8",
    )
    ended = subprocess.run(
        ["dbus-run-session", f"--config-file={config}", "--", *PROGRAM, "keys", "set", "ollama"],
        cwd=PROJECT,
        env=desktop.environment,
        input=KEY,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "no keyring" in ended.stderr.splitlines()[-1]


def test_without_d_bus(desktop: Desktop) -> None:
    ended = subprocess.run(
        [*PROGRAM, "keys", "set", "ollama"],
        cwd=PROJECT,
        env=desktop.environment,
        input=KEY,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ended.returncode, ended.stdout, len(ended.stderr.splitlines())) == (1, "", 1)
    assert "no keyring" in ended.stderr
