"""The gate and the ticks do catch what they are for."""

import os
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from tests.bridge.gate import Blocked, Gate, Ticks, _guarded

pytest_plugins = "pytester"

Blocking = Callable[[Path], object]


def connect(_folder: Path) -> None:
    with socket.socket() as one:
        one.connect_ex(("127.0.0.1", 9))


BLOCKING: dict[str, Blocking] = {
    "connect": lambda _folder: socket.create_connection(("127.0.0.1", 9)),
    "connect anyhow": connect,
    "resolve": lambda _folder: socket.getaddrinfo("localhost", 80),
    "sleep": lambda _folder: time.sleep(0),
    "open": lambda folder: (folder / "file").open("w"),
    "append": lambda folder: open(folder / "file", "ab"),  # noqa: SIM115, PTH123
    "low open": lambda folder: os.open(folder / "file", os.O_CREAT | os.O_WRONLY),
    "write": lambda folder: (folder / "file").write_text("x", encoding="utf-8"),
    "rename": lambda folder: folder.rename(folder / "x"),
    "sqlite": lambda folder: sqlite3.connect(folder / "base"),
    "child": lambda _folder: subprocess.run([sys.executable, "-V"], check=True, capture_output=True),
    "event": lambda _folder: threading.Event().wait(),
    "result": lambda _folder: Future().result(),
}


@pytest.mark.parametrize("name", BLOCKING)
def test_blocking_calls_raise_on_the_main_thread(gate: Gate, tmp_path: Path, name: str) -> None:
    with pytest.raises(Blocked):
        BLOCKING[name](tmp_path)
    assert len(gate.caught) == 1
    gate.caught.clear()
    with gate.lifted():
        assert list(tmp_path.iterdir()) == []


def test_a_join_raises_and_other_threads_may_block(gate: Gate, tmp_path: Path) -> None:
    done: list[str] = []

    def work() -> None:
        time.sleep(0)
        (tmp_path / "file").write_text("x", encoding="utf-8")
        sqlite3.connect(tmp_path / "base").close()
        done.append("all")

    thread = threading.Thread(target=work)
    with gate.lifted():
        thread.start()
    with pytest.raises(Blocked):
        thread.join()
    gate.caught.clear()
    with gate.lifted():
        thread.join()
    assert done == ["all"]


def test_reading_is_let_through(gate: Gate) -> None:
    assert Path(__file__).read_text(encoding="utf-8")


def test_the_keyring_and_heavy_imports_raise(gate: Gate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with gate.lifted():
        (tmp_path / "ollama.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "ollama", raising=False)
    with pytest.raises(Blocked):
        __import__("ollama")
    keyring = ModuleType("keyring")
    keyring.get_password = _guarded(gate, "keyring.get_password", lambda: "", lambda: True)  # type: ignore[attr-defined]
    with pytest.raises(Blocked):
        keyring.get_password()
    gate.caught.clear()


def test_what_is_swallowed_still_fails_the_test(pytester: pytest.Pytester) -> None:
    swallowing = pytester.makepyfile(
        """
        import contextlib
        import time
        from tests.bridge.gate import gate, listener

        def test_swallows(gate):
            with contextlib.suppress(Exception):
                time.sleep(0)
        """
    )
    settings = Path(__file__).parents[2] / "pyproject.toml"  # which puts the project on the path
    result = pytester.runpytest_subprocess("-c", str(settings), "--rootdir", ".", str(swallowing))
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*about to block*", "time.sleep"])


def test_a_slot_that_sleeps_shows_in_the_ticks(qapp: QCoreApplication, ticks: Ticks) -> None:
    ticks.start()
    QTimer.singleShot(20, lambda: time.sleep(0.2))
    until = time.monotonic() + 0.4
    while time.monotonic() < until:
        qapp.processEvents()
    ticks.stop()
    assert ticks.worst >= 0.15
    assert ticks.at(0.0) < 0.15


def test_too_few_ticks_prove_nothing(qapp: QCoreApplication, ticks: Ticks) -> None:
    ticks.start()
    time.sleep(0.1)
    ticks.stop()
    assert not ticks.enough
