"""What every test is held to, beyond its own asserts.

pyproject.toml makes every Python warning an error and every Qt message from a warning up a failure; pytest-qt fails a
test in which a slot raised. Here are the guards that they leave out: Qt messages while a test is torn down, faults that
asyncio only logs, threads left running, and anything of the person's own on this machine.
"""

import gc
import logging
import os
import signal
import threading
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import patience


def pytest_configure() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell starts what it runs in the background deaf to Ctrl+C, and so would be every program of a test.
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """What was imported stays to the end: no collection after a test need look at it again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown() -> Generator[None, object, object]:
    """pytest-qt listens until the test function ends; this listens while the fixtures end and the widgets close."""
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler

    said: list[str] = []

    def listen(level: QtMsgType, _context: object, message: str) -> None:
        # That the offscreen platform leaves out a size tells nothing of the program; a late show of a widget may fall in here.
        if level not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) and "propagateSizeHints" not in message:
            said.append(message)

    before = qInstallMessageHandler(listen)
    try:
        result = yield
    finally:
        qInstallMessageHandler(before)
    if said:
        pytest.fail("Qt said while the test was torn down:\n" + "\n".join(said), pytrace=False)
    return result


class Faults(logging.Handler):
    """Keeps what asyncio can only log: an exception that nobody awaited, a callback that raised."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(logging.Formatter().format(record))


@pytest.fixture(autouse=True)
def no_unseen_asyncio_fault() -> Iterator[None]:
    faults = Faults()
    logger = logging.getLogger("asyncio")
    logger.addHandler(faults)
    yield
    logger.removeHandler(faults)
    if faults.texts:
        pytest.fail("asyncio logged:\n" + "\n".join(faults.texts), pytrace=False)


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Threads of fixtures with a wider scope started before and stay; those of Qt's own pools are Qt's to end."""
    before = set(threading.enumerate())
    yield
    left = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]
    for thread in left:
        thread.join(patience.SECONDS)
    running = [thread.name for thread in left if thread.is_alive()]
    if running:
        pytest.fail(f"threads still running after the test: {', '.join(running)}", pytrace=False)


@pytest.fixture(autouse=True)
def nothing_of_the_persons_own(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the data folder or the keys of whoever runs it, and only a live test the Ollama of this machine."""
    monkeypatch.setenv("JOBMATCH_DATA_DIR", str(tmp_path / "data"))
    for name in ("OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", *(name for name in os.environ if name.endswith("_API_KEY"))):
        monkeypatch.delenv(name, raising=False)
    if "live" not in request.keywords:
        monkeypatch.setenv("OLLAMA_HOST", "127.0.0.1:9")


@pytest.fixture(autouse=True)
def patient_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that answers late for the load of this machine is not silent. A test of silence sets the limit it needs."""
    from jobmatch_desktop.providers import anthropic, local_servers, ollama, openai
    from jobmatch_desktop.services import preflight, provider_settings, work_for
    from jobmatch_desktop.storage import secrets

    for module, name in (
        (anthropic, "DISCOVERY_SECONDS"),
        (local_servers, "SECONDS"),
        (ollama, "DISCOVERY_SECONDS"),
        (openai, "DISCOVERY_SECONDS"),
        (preflight, "PATIENCE"),
        (provider_settings, "ANSWER_SECONDS"),
        (secrets, "LOOK_SECONDS"),
        (work_for, "PATIENCE"),
    ):
        monkeypatch.setattr(module, name, patience.SECONDS)


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """Waits as long as every test does where it is not told how long."""
    for name in ("waitUntil", "waitSignal", "waitExposed"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=round(patience.SECONDS * 1000)))
    return qtbot


@pytest.fixture
def file_keyring(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A keyring that keeps keys, for this process and those it starts; without it there is none. Its file: see tests/file_keyring.py."""
    import keyring
    import keyring.backends.fail

    from tests.file_keyring import VARIABLE, FileKeyring

    file = tmp_path / "keyring" / "keys.json"
    file.parent.mkdir()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "tests.file_keyring.FileKeyring")
    monkeypatch.setenv(VARIABLE, str(file))
    keyring.set_keyring(FileKeyring())
    yield file
    keyring.set_keyring(keyring.backends.fail.Keyring())
