"""What a process that this program starts may know. Pure."""

import contextlib
from collections.abc import Iterator, Mapping, MutableMapping

READ_IN_CHILD = "--read-in-child"
"""The word that makes a process of this program read one file for another and nothing else (services/reading.py)."""

SPELL_IN_CHILD = "--spell-in-child"
"""The word that makes a process of this program look words up for another and nothing else (services/spelling.py)."""

_KEY = "_API_KEY"


def without_keys(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment to start a process with: no key of any provider is in it."""
    return {name: value for name, value in environment.items() if not name.upper().endswith(_KEY)}


@contextlib.contextmanager
def keys_taken(environment: MutableMapping[str, str]) -> Iterator[dict[str, str]]:
    """The keys of an environment, by variable. While inside they are out of it, so that no process inherits one which Qt or another
    library starts by itself."""
    keys = {name: environment[name] for name in environment.keys() - without_keys(environment).keys()}
    for name in keys:
        del environment[name]
    try:
        yield keys
    finally:
        environment.update(keys)
