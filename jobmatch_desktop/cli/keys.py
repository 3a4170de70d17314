"""`keys set|list|delete`: the keys of the providers in the system's keyring. Touches no data folder."""

import argparse
import asyncio
import getpass
import sys

from jobmatch_desktop.cli.exit_codes import DONE, FAILED
from jobmatch_desktop.cli.files import say
from jobmatch_desktop.domain.secret_errors import NoKeyring, NoOwnerOfKeys
from jobmatch_desktop.providers.registry import PROVIDERS
from jobmatch_desktop.services.keys import KeyPlace, Keys

LONGEST = 64 * 1024
"""Characters of stdin that are looked at: no key is so long."""


def run(arguments: argparse.Namespace, keys: Keys) -> int:
    """Sets a key from stdin or a prompt, lists who has one, or deletes one.

    Raises a domain error for a provider that takes none, a key that is none, and a keyring that does not do it.
    """
    if arguments.provider is not None and arguments.provider not in PROVIDERS:
        raise NoOwnerOfKeys(name=arguments.provider, known=", ".join(PROVIDERS))
    match arguments.action:
        case "set":
            return asyncio.run(_set(keys, arguments.provider, _given(arguments.provider)))
        case "delete":
            return asyncio.run(_delete(keys, arguments.provider))
        case _:
            return asyncio.run(_list(keys, arguments.provider))


async def _set(keys: Keys, provider: str, text: str) -> int:
    kept = await keys.set(provider, text)
    if kept.place is not KeyPlace.KEYRING:
        print(kept.trouble, file=sys.stderr)
        return FAILED
    say(f"The key for {provider} is in the keyring.")
    return DONE


async def _delete(keys: Keys, provider: str) -> int:
    await keys.delete(provider)
    say(f"The key for {provider} is deleted.")
    return DONE


async def _list(keys: Keys, provider: str | None) -> int:
    try:
        found = await keys.in_keyring()
    except NoKeyring as error:
        # Where there is no keyring, no key is in it: the list is whole, and empty.
        print(error.trouble, file=sys.stderr)
        return DONE
    for name in found:
        if provider in (None, name):
            say(name)
    return DONE


def _given(provider: str) -> str:
    """What was typed or came through stdin; nothing is echoed."""
    if sys.stdin is None:
        return ""
    if not sys.stdin.isatty():
        return sys.stdin.buffer.read(LONGEST).decode("utf-8", errors="replace")
    try:
        return getpass.getpass(f"Key for {provider}: ", stream=sys.stderr)
    except EOFError:
        return ""
