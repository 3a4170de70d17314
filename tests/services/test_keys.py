"""Where a key is taken from, how it is kept, and where it may go."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, TypeVar

import keyring
import pytest

from jobmatch_desktop.domain.provider_errors import UnusableKey
from jobmatch_desktop.domain.secret_errors import (
    KeyringLocked,
    KeyWouldTravelOpenly,
    NoKeyGiven,
    NoKeyKept,
    NoKeyring,
)
from jobmatch_desktop.providers.address import Address
from jobmatch_desktop.providers.settings import ProviderSettings
from jobmatch_desktop.services.keys import KeyPlace, Keys
from jobmatch_desktop.services.opening import destination, provider_settings
from jobmatch_desktop.storage.settings import ProviderPlace, settings_path
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import Script
from tests.services.house import CV, answers, opened

VARIABLES = {"openai": "OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY", "compatible": ""}
T = TypeVar("T")


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    return asyncio.run(coroutine)


def revealed(keys: Keys, provider: str) -> str | None:
    key = run(keys.get(provider))
    return None if key is None else key.reveal()


def in_keyring(provider: str) -> str | None:
    return keyring.get_password("jobmatch-desktop", provider)


def test_a_key_is_kept_in_the_keyring_without_the_space_around_it(file_keyring: Path) -> None:
    keys = Keys(VARIABLES, {})
    kept = run(keys.set("openai", "  sk-one\n"))
    assert (kept.place, kept.trouble) == (KeyPlace.KEYRING, None)
    assert in_keyring("openai") == "sk-one"
    assert revealed(Keys(VARIABLES, {}), "openai") == "sk-one"
    assert run(keys.known()) == {"openai": KeyPlace.KEYRING}
    assert run(keys.in_keyring()) == ["openai"]
    run(keys.delete("openai"))
    assert revealed(keys, "openai") is None
    with pytest.raises(NoKeyKept):
        run(keys.delete("openai"))


def test_without_a_keyring_it_serves_this_session_and_that_is_said() -> None:
    keys = Keys(VARIABLES, {})
    kept = run(keys.set("openai", "sk-one"))
    assert kept.place is KeyPlace.SESSION
    assert kept.trouble is not None
    assert kept.trouble.kind == "NoKeyring"
    assert revealed(keys, "openai") == "sk-one"
    assert run(keys.known()) == {"openai": KeyPlace.SESSION}
    assert revealed(Keys(VARIABLES, {}), "openai") is None
    run(keys.delete("openai"))
    assert revealed(keys, "openai") is None
    with pytest.raises(NoKeyring):
        run(keys.delete("openai"))


def test_a_locked_keyring_keeps_it_for_the_session_and_an_unlocked_one_takes_it_over(file_keyring: Path) -> None:
    keys = Keys(VARIABLES, {})
    lock = file_keyring.with_suffix(".locked")
    lock.touch()
    kept = run(keys.set("openai", "sk-one"))
    assert kept.trouble is not None
    assert (kept.place, kept.trouble.kind) == (KeyPlace.SESSION, "KeyringLocked")
    assert revealed(keys, "openai") == "sk-one"
    with pytest.raises(KeyringLocked):
        run(keys.get("anthropic"))
    lock.unlink()
    assert run(keys.set("openai", "sk-two")).place is KeyPlace.KEYRING
    assert revealed(Keys(VARIABLES, {}), "openai") == "sk-two"
    assert run(keys.known()) == {"openai": KeyPlace.KEYRING}


def test_the_environment_serves_one_run_before_the_keyring(file_keyring: Path) -> None:
    run(Keys(VARIABLES, {}).set("openai", "sk-kept"))
    keys = Keys(VARIABLES, {"OPENAI_API_KEY": " sk-given\n", "ANTHROPIC_API_KEY": "  "})
    assert revealed(keys, "openai") == "sk-given"
    assert run(keys.known()) == {"openai": KeyPlace.ENVIRONMENT}
    assert revealed(keys, "anthropic") is None
    assert in_keyring("openai") == "sk-kept"


def test_a_provider_without_a_variable_takes_nothing_from_the_environment() -> None:
    keys = Keys(VARIABLES, {"OPENAI_API_KEY": "sk-given"})
    assert revealed(keys, "compatible") is None
    assert run(keys.known()) == {"openai": KeyPlace.ENVIRONMENT}


@pytest.mark.parametrize("text", ["sk one", "sk-one\nsk-two", "sk-é", "sk-\x00", "sk-\tone", "\u200bsk-one"])
def test_what_is_no_key_is_kept_nowhere(file_keyring: Path, text: str) -> None:
    keys = Keys(VARIABLES, {"ANTHROPIC_API_KEY": text})
    with pytest.raises(UnusableKey) as raised:
        run(keys.set("openai", text))
    assert text not in str(raised.value)
    with pytest.raises(UnusableKey):
        run(keys.get("anthropic"))
    assert in_keyring("openai") is None
    assert revealed(keys, "openai") is None


@pytest.mark.parametrize("text", ["", " \n"])
def test_nothing_is_no_key(file_keyring: Path, text: str) -> None:
    with pytest.raises(NoKeyGiven):
        run(Keys(VARIABLES, {}).set("openai", text))


AWAY = Address("http", "models.example", 80)


def made(address: Address, environment: dict[str, str], own_hosts: tuple[str, ...] = ()) -> ProviderSettings:
    where = destination(address, own_hosts)
    return run(provider_settings("openai", None, ProviderPlace(), where, Keys(VARIABLES, environment)))


def test_a_key_does_not_travel_openly_to_other_machines() -> None:
    given = {"OPENAI_API_KEY": "sk-one"}
    with pytest.raises(KeyWouldTravelOpenly) as raised:
        made(AWAY, given)
    assert "models.example" in str(raised.value)
    assert "sk-one" not in str(raised.value)
    assert made(AWAY, {}).key is None
    for address, own in [
        (Address("https", "models.example", 443), ()),
        (Address("http", "127.0.0.1", 80), ()),
        (Address("http", "::1", 80), ()),
        (AWAY, ("models.example",)),
    ]:
        key = made(address, given, own).key
        assert key is not None
        assert key.reveal() == "sk-one"


def test_a_keyring_in_trouble_is_none_for_a_machine_of_ones_own(file_keyring: Path) -> None:
    file_keyring.with_suffix(".locked").touch()
    assert made(Address("http", "127.0.0.1", 80), {}).key is None
    with pytest.raises(KeyringLocked):
        made(Address("https", "models.example", 443), {})


def test_a_key_set_while_a_provider_is_in_use_goes_with_the_next_request(file_keyring: Path, tmp_path: Path) -> None:
    async def main() -> None:
        async with opened(tmp_path / "data") as house:
            application = await house.sample()
            steps = await house.steps(application)
            with OllamaServer(*answers(steps), *answers(steps), Script()) as server:
                await house.run(application, server)
                assert not any("authorization" in chat.headers for chat in server.chats)
                await house.services.keys.set("ollama", "key-one")
                await house.run(application, server, CV)
                assert server.chats[-1].headers["authorization"] == "Bearer key-one"
                await house.services.keys.delete("ollama")
                await house.services.models.availability("ollama", server.url)
                assert "authorization" not in server.requests[-1].headers
        path = settings_path(tmp_path / "data")
        assert not path.exists() or "key-one" not in path.read_text(encoding="utf-8")

    run(main())
