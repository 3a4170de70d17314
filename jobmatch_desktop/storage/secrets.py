"""Keys in the system's keyring: Secret Service, KWallet, macOS Keychain, Windows Credential Locker. The only module that imports
`keyring`, when it is first asked.

A keyring may ask the person for its password, and D-Bus may hang. So each question has a thread of its own, which holds up
neither a loop nor the pool nor the end of the program, and waits so long and no longer.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.secret_errors import (
    KeyringFailed,
    KeyringLocked,
    KeyringSilent,
    KeyringTrouble,
    NoKeyKept,
    NoKeyring,
)

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "jobmatch-desktop"

LOOK_SECONDS = 5.0
"""For what needs no password: whether there is a keyring, and whether it holds a key."""

ASK_SECONDS = 120.0
"""For what may ask a person for the keyring's password."""

_PLAIN = ("keyring.backends.fail", "keyring.backends.null", "keyrings.")
"""Modules of what is no keyring of the system: nothing at all, or files (`keyrings.alt`, `keyrings.cryptfile`)."""

T = TypeVar("T")


async def keyring_trouble() -> Trouble | None:
    """What is wrong with the keyring, if anything: whether there is one, whether it answers. A locked one can be unlocked, and is
    well. Any loop."""
    try:
        await _asked(_backend, LOOK_SECONDS)
    except KeyringTrouble as error:
        return error.trouble
    return None


async def has_key(provider: str) -> bool:
    """Whether the keyring holds a key; where the keyring can say so without its password, it does not ask for it.

    Raises a `KeyringTrouble`. Any loop.
    """
    backend = await _asked(_backend, LOOK_SECONDS)
    return await _asked(lambda: _holds(backend, provider), LOOK_SECONDS if _is_secret_service(backend) else ASK_SECONDS)


async def read_key(provider: str) -> str | None:
    """The key, or None; a locked keyring asks the person for its password if it holds one. Raises a `KeyringTrouble`. Any loop."""
    if not await has_key(provider):
        return None
    return await _unlocked(lambda backend: backend.get_password(SERVICE, provider))


async def store_key(provider: str, key: str) -> None:
    """Puts a key in the place of the one that was there. Raises a `KeyringTrouble`. Any loop."""
    await _unlocked(lambda backend: backend.set_password(SERVICE, provider, key))


async def delete_key(provider: str) -> None:
    """Raises `NoKeyKept` if there is none, or a `KeyringTrouble`. Any loop."""
    if not await has_key(provider):
        raise NoKeyKept(provider=provider)
    await _unlocked(lambda backend: backend.delete_password(SERVICE, provider))


async def _unlocked(use: Callable[["KeyringBackend"], T]) -> T:
    """What comes of using the keyring once the person gave its password. Only that is waited for so long: one that does not answer
    at all is known sooner."""
    backend = await _asked(_backend, LOOK_SECONDS)

    def unlock_and_use() -> T:
        _unlock(backend)
        return use(backend)

    return await _asked(unlock_and_use, ASK_SECONDS)


async def _asked(question: Callable[[], T], seconds: float) -> T:
    """What a question to the keyring answers, from a thread that is left alone if it takes longer."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[T] = loop.create_future()

    def give(result: T | None, fault: Exception | None) -> None:
        if answer.done():
            return
        if fault is not None:
            answer.set_exception(fault)
        else:
            answer.set_result(result)  # type: ignore[arg-type]

    def ask() -> None:
        result, fault = None, None
        try:
            result = question()
        except Exception as error:  # noqa: BLE001 - told where it is awaited
            fault = error
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits for it any more
            loop.call_soon_threadsafe(give, result, fault)

    threading.Thread(target=ask, name="keyring", daemon=True).start()
    try:
        async with asyncio.timeout(seconds):
            return await answer
    except TimeoutError:
        raise KeyringSilent(seconds=f"{seconds:.0f}") from None
    except KeyringTrouble:
        raise
    except Exception as error:
        raise _fault(error) from error


def _backend() -> "KeyringBackend":
    """The system's own keyring. Raises `NoKeyring` where there is none, or only files. Blocks."""
    import keyring

    try:
        found = keyring.get_keyring()
    except (
        ImportError,
        AttributeError,
        ValueError,
        RuntimeError,
    ) as error:  # the one that the person named cannot be used
        raise NoKeyring from error
    # Where several are there, the first real one keeps the key, and no file after it.
    for backend in getattr(found, "backends", [found]):
        if not type(backend).__module__.startswith(_PLAIN):
            return backend  # type: ignore[no-any-return]
    raise NoKeyring


def _holds(backend: "KeyringBackend", provider: str) -> bool:
    if not _is_secret_service(backend):
        return backend.get_password(SERVICE, provider) is not None
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        return next(secretstorage.search_items(bus, {"service": SERVICE, "username": provider}), None) is not None


def _unlock(backend: "KeyringBackend") -> None:
    """Raises `KeyringLocked` where its password is not given. Blocks for as long as the window that asks is open."""
    if _is_secret_service(backend):
        import secretstorage

        with closing(secretstorage.dbus_init()) as bus:
            collection = secretstorage.get_default_collection(bus)
            if collection.is_locked() and collection.unlock():
                raise KeyringLocked


def _is_secret_service(backend: "KeyringBackend") -> bool:
    return type(backend).__module__ == "keyring.backends.SecretService"


def _fault(error: Exception) -> KeyringTrouble:
    """By the names of the exceptions: the modules that have them are not on every system."""
    names = {kind.__name__ for kind in type(error).__mro__}
    if names & {"KeyringLocked", "LockedException", "PromptDismissedException"}:
        return KeyringLocked()
    if names & {"NoKeyringError", "SecretServiceNotAvailableException"}:
        return NoKeyring()
    return KeyringFailed()
