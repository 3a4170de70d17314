"""Keys in a keyring, and every way that one can fail."""

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend

from jobmatch_desktop.domain.secret_errors import (
    KeyringFailed,
    KeyringLocked,
    KeyringSilent,
    NoKeyKept,
    NoKeyring,
)
from jobmatch_desktop.storage import secrets
from jobmatch_desktop.storage.secrets import delete_key, has_key, keyring_trouble, read_key, store_key
from tests.file_keyring import FileKeyring

T = TypeVar("T")


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(coroutine)


class PlaintextKeyring(FileKeyring):
    """As keyrings.alt has it."""

    __module__ = "keyrings.alt.file"


class StuckKeyring(FileKeyring):
    """Never answers while a test looks."""

    def __init__(self) -> None:
        super().__init__()
        self.let_go = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.let_go.wait(30)
        return None


class OddKeyring(FileKeyring):
    """Fails with a text of its own."""

    def get_password(self, service: str, username: str) -> str | None:
        raise ValueError("sk-secret text of the keyring")


def test_a_key_is_kept_found_replaced_and_deleted(file_keyring: Path) -> None:
    async def main() -> None:
        assert await keyring_trouble() is None
        assert not await has_key("openai")
        assert await read_key("openai") is None
        await store_key("openai", "sk-one")
        await store_key("anthropic", "sk-other")
        await store_key("openai", "sk-two")
        assert await read_key("openai") == "sk-two"
        assert await has_key("openai")
        await delete_key("openai")
        assert await read_key("openai") is None
        assert await read_key("anthropic") == "sk-other"
        with pytest.raises(NoKeyKept):
            await delete_key("openai")

    run(main())
    assert keyring.get_password("jobmatch-desktop", "anthropic") == "sk-other"


@pytest.mark.parametrize(
    "backend",
    [keyring.backends.fail.Keyring, keyring.backends.null.Keyring, PlaintextKeyring],
    ids=["fail", "null", "file"],
)
def test_a_file_and_nothing_are_no_keyring(file_keyring: Path, backend: type[KeyringBackend]) -> None:
    keyring.set_keyring(backend())
    for ask in (has_key, read_key, delete_key, lambda provider: store_key(provider, "sk-one")):
        with pytest.raises(NoKeyring):
            run(ask("openai"))
    trouble = run(keyring_trouble())
    assert trouble is not None
    assert trouble.kind == "NoKeyring"
    assert not file_keyring.exists()


class FirstOfTwo(ChainerBackend):
    """What keyring itself makes of several."""

    backends = (PlaintextKeyring(), FileKeyring())


def test_of_several_the_real_one_keeps_it(file_keyring: Path) -> None:
    keyring.set_keyring(FirstOfTwo())
    run(store_key("openai", "sk-one"))
    keyring.set_keyring(FileKeyring())
    assert run(read_key("openai")) == "sk-one"


def test_a_locked_one(file_keyring: Path) -> None:
    run(store_key("openai", "sk-one"))
    file_keyring.with_suffix(".locked").touch()
    for ask in (has_key, read_key, delete_key, lambda provider: store_key(provider, "sk-two")):
        with pytest.raises(KeyringLocked) as raised:
            run(ask("openai"))
        assert "of the keyring's own" not in str(raised.value)


def test_one_that_fails_is_told_of_in_words_of_the_program(file_keyring: Path) -> None:
    keyring.set_keyring(OddKeyring())
    with pytest.raises(KeyringFailed) as raised:
        run(read_key("openai"))
    assert "sk-secret" not in str(raised.value)


def test_one_that_never_answers_is_left_alone(file_keyring: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(secrets, "ASK_SECONDS", 0.05)
    stuck = StuckKeyring()
    keyring.set_keyring(stuck)

    async def main() -> None:
        with pytest.raises(KeyringSilent):
            await read_key("openai")
        # The loop ends while the question is still asked.

    run(main())
    stuck.let_go.set()


def test_a_cancelled_question_ends_at_once(file_keyring: Path) -> None:
    stuck = StuckKeyring()
    keyring.set_keyring(stuck)

    async def main() -> None:
        asking = asyncio.create_task(read_key("openai"))
        while not any(thread.name == "keyring" for thread in threading.enumerate()):  # noqa: ASYNC110 - another thread
            await asyncio.sleep(0.01)
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking

    run(main())
    stuck.let_go.set()


WITHOUT_ANSWER = """
import asyncio, sys
from jobmatch_desktop.storage import secrets
secrets.LOOK_SECONDS = float(sys.argv[1])
print(asyncio.run(secrets.keyring_trouble()).kind)
"""


def trouble_with(bus: str | None, seconds: float, **more: str) -> str:
    """The kind of trouble in a process whose D-Bus is at an address; it must end by itself."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"} | more
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    if bus:
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_ANSWER, str(seconds)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stderr == ""
    return ended.stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
def test_no_d_bus_is_no_keyring(tmp_path: Path) -> None:
    assert trouble_with(None, 30, XDG_RUNTIME_DIR=str(tmp_path)) == "NoKeyring"
    assert trouble_with(f"unix:path={tmp_path}/none", 30) == "NoKeyring"


def let_in_and_say_nothing(bus: socket.socket) -> None:
    """A D-Bus that lets a client in, and then hangs."""
    bus.settimeout(30)
    with contextlib.suppress(OSError):
        client, _ = bus.accept()
        with client:
            while said := client.recv(4096):
                if b"AUTH" in said:
                    client.sendall(b"OK 1234deadbeef1234deadbeef1234dead\r\n")
                elif b"NEGOTIATE_UNIX_FD" in said:
                    client.sendall(b"AGREE_UNIX_FD\r\n")


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's")
@pytest.mark.parametrize(("lets_in", "kind"), [(False, "NoKeyring"), (True, "KeyringSilent")])
def test_a_d_bus_that_hangs_holds_up_nothing(tmp_path: Path, lets_in: bool, kind: str) -> None:
    with socket.socket(socket.AF_UNIX) as bus:
        bus.bind(str(tmp_path / "bus"))
        bus.listen()
        hanging = threading.Thread(target=let_in_and_say_nothing, args=(bus,))
        if lets_in:
            hanging.start()
        assert trouble_with(f"unix:path={tmp_path}/bus", 5) == kind
        if lets_in:
            hanging.join()


def test_a_backend_that_is_not_there_is_no_keyring() -> None:
    environment = {"PYTHON_KEYRING_BACKEND": "nowhere.Keyring"}
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_ANSWER, "30"],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert ended.stdout.strip() == "NoKeyring"
