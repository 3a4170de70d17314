"""The one place where a name becomes a provider. A new one is a module here and a line below; its SDK is imported
inside it, when it is first used."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from jobmatch_desktop.domain.provider_errors import UnknownProvider
from jobmatch_desktop.providers.address import Address
from jobmatch_desktop.providers.anthropic import AnthropicProvider
from jobmatch_desktop.providers.anthropic_place import place_of as anthropic_place
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.ollama_place import place_of as ollama_place
from jobmatch_desktop.providers.openai import open_compatible, open_openai
from jobmatch_desktop.providers.openai_place import compatible_place, openai_place
from jobmatch_desktop.providers.protocol import Provider
from jobmatch_desktop.providers.settings import ProviderSettings


class Kind(msgspec.Struct, frozen=True):
    """How a provider is opened, and where it is for an address as the person wrote it (None: not) and an environment; both
    raise `UnreadableInput` for an address that cannot be used. `key_variable` names the environment variable of its key (empty:
    it has none); `needs_key` says that it answers nobody without one, but on this machine."""

    open: Callable[[ProviderSettings], Provider]
    place: Callable[[str | None, Mapping[str, str]], Address]
    key_variable: str = ""
    needs_key: bool = False


PROVIDERS: Mapping[str, Kind] = MappingProxyType(
    {
        "ollama": Kind(OllamaProvider, ollama_place, "OLLAMA_API_KEY"),
        "openai": Kind(open_openai, openai_place, "OPENAI_API_KEY", needs_key=True),
        "anthropic": Kind(AnthropicProvider, anthropic_place, "ANTHROPIC_API_KEY", needs_key=True),
        "compatible": Kind(open_compatible, compatible_place),
    }
)
"""By the name that `--provider` takes, in the order they are shown."""


def open_provider(name: str, settings: ProviderSettings) -> Provider:
    """A provider that nothing has been asked of yet. Raises `UnknownProvider`, and `UnreadableInput` for settings that
    cannot be used."""
    return _kind(name).open(settings)


def address_of(name: str, base_url: str | None, environment: Mapping[str, str]) -> Address:
    """Where a provider is, without opening it. Raises `UnknownProvider`, and `UnreadableInput` for an address that cannot
    be used. Thread: any."""
    return _kind(name).place(base_url, environment)


def _kind(name: str) -> Kind:
    if name not in PROVIDERS:
        raise UnknownProvider(name=name, known=", ".join(PROVIDERS))
    return PROVIDERS[name]
