"""What a provider is opened with: where the person has it, and its key if that may go there."""

import msgspec

from jobmatch_desktop.domain.secret_errors import KeyringTrouble, KeyWouldTravelOpenly
from jobmatch_desktop.providers.address import Address
from jobmatch_desktop.providers.settings import ProviderSettings, Secret
from jobmatch_desktop.services.keys import Keys
from jobmatch_desktop.storage.settings import ProviderPlace


class Destination(msgspec.Struct, frozen=True):
    """An address, and whether the machine there is the person's own: this one, or one that they marked as theirs."""

    address: Address
    own: bool


def destination(address: Address, own_hosts: tuple[str, ...]) -> Destination:
    """Whose machine is at an address."""
    return Destination(address, address.loopback or address.host in own_hosts)


async def provider_settings(
    name: str, base_url: str | None, place: ProviderPlace, where: Destination, keys: Keys
) -> ProviderSettings:
    """What a provider is opened with, its key included; `base_url` goes before the one in its place, and `where` is what both come to.

    Raises `KeyWouldTravelOpenly` where it would go over http to a machine that is not the person's own, and what `Keys.get` raises:
    but a machine of the person's own seldom wants a key, so there a keyring in trouble is none.
    """
    try:
        key = await keys.get(name)
    except KeyringTrouble:
        if not where.own:
            raise
        key = None
    check_key(name, where, key)
    return ProviderSettings(base_url or place.base_url, key, place.authorities, place.headers, place.proxy)


def check_key(name: str, where: Destination, key: Secret | None) -> None:
    """Raises `KeyWouldTravelOpenly` for a key that everybody on the way could read."""
    if key is not None and where.address.scheme == "http" and not where.own:
        raise KeyWouldTravelOpenly(provider=name, host=where.address.host)
