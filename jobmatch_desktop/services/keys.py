"""The providers' keys: where each is, and how it is kept."""

import enum
from collections import Counter
from collections.abc import Mapping

import msgspec

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.secret_errors import KeyringTrouble, NoKeyGiven, NoKeyKept, NoKeyring
from jobmatch_desktop.providers.settings import Secret, parse_key
from jobmatch_desktop.storage.secrets import delete_key, has_key, keyring_trouble, read_key, store_key


class KeyPlace(enum.StrEnum):
    """Where a key is."""

    KEYRING = "keyring"
    SESSION = "session"
    """In memory, until the program ends."""
    ENVIRONMENT = "environment"
    """In its environment variable, for this run."""


class Kept(msgspec.Struct, frozen=True):
    """Where a key is now that it was set; `trouble` says why it is not in the keyring (None: it is)."""

    place: KeyPlace
    trouble: Trouble | None = None


class Keys:
    """The keys of the providers. Coroutines run on the engine loop; none of them holds it up.

    `variables` names each provider's environment variable (empty: it has none), in the order they are shown; `environment` is what
    the program was started with. A key typed for this session goes before the environment's, and that before the keyring's.
    """

    def __init__(self, variables: Mapping[str, str], environment: Mapping[str, str]) -> None:
        self._variables = variables
        self._environment = environment
        self._session: dict[str, Secret] = {}
        self._changes: Counter[str] = Counter()

    async def get(self, provider: str) -> Secret | None:
        """The key of a provider, None if it has none or there is no keyring.

        Raises `UnusableKey` for what stands in the environment or the keyring and is no key, a `KeyringTrouble` for a keyring that
        is locked, silent or broken.
        """
        if provider in self._session:
            return self._session[provider]
        if given := self._given(provider):
            return given
        try:
            text = await read_key(provider)
        except NoKeyring:
            return None
        return parse_key(text or "", provider)

    async def set(self, provider: str, text: str) -> Kept:
        """Keeps a key in the keyring; where that cannot be, for this session.

        Raises `NoKeyGiven` where nothing is left of it without the space around it, `UnusableKey` for what is no key.
        """
        key = parse_key(text, provider)
        if key is None:
            raise NoKeyGiven(provider=provider)
        try:
            await store_key(provider, key.reveal())
        except KeyringTrouble as error:
            self._session[provider] = key
            return Kept(KeyPlace.SESSION, error.trouble)
        else:
            self._session.pop(provider, None)
            return Kept(KeyPlace.KEYRING)
        finally:
            self._changes[provider] += 1

    async def delete(self, provider: str) -> None:
        """Forgets a key, in the keyring and in this session. Raises `NoKeyKept` if there is none, or a `KeyringTrouble`."""
        in_session = self._session.pop(provider, None) is not None
        try:
            await delete_key(provider)
        except (NoKeyKept, NoKeyring):
            if not in_session:
                raise
        finally:
            self._changes[provider] += 1

    async def known(self) -> dict[str, KeyPlace]:
        """The providers that have a key, with the place that it is taken from. Asks for no password.

        Where the keyring does not answer, those of the session and the environment; `trouble` says why.
        """
        try:
            found = dict.fromkeys(await self.in_keyring(), KeyPlace.KEYRING)
        except KeyringTrouble:
            found = {}
        given = [name for name, variable in self._variables.items() if self._environment.get(variable, "").strip()]
        found |= dict.fromkeys(given, KeyPlace.ENVIRONMENT) | dict.fromkeys(self._session, KeyPlace.SESSION)
        return {name: found[name] for name in self._variables if name in found}

    async def in_keyring(self) -> list[str]:
        """The providers that the keyring holds a key of. Asks for no password. Raises a `KeyringTrouble`."""
        return [provider for provider in self._variables if await has_key(provider)]

    async def trouble(self) -> Trouble | None:
        """Why a key would be kept for this session only; None: it would be in the keyring."""
        return await keyring_trouble()

    def changes(self, provider: str) -> int:
        """How often a provider's key was set or deleted since the program began."""
        return self._changes[provider]

    def _given(self, provider: str) -> Secret | None:
        return parse_key(self._environment.get(self._variables.get(provider, ""), ""), provider)
