"""The one place where a name becomes a provider. A new one is a module here and a line below; its SDK is imported
inside it, when it is first used."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from jobmatch_desktop.domain.provider_errors import UnknownProvider
from jobmatch_desktop.providers.ollama import OllamaProvider
from jobmatch_desktop.providers.protocol import Provider
from jobmatch_desktop.providers.settings import ProviderSettings

PROVIDERS: Mapping[str, Callable[[ProviderSettings], Provider]] = MappingProxyType(
    {
        "ollama": OllamaProvider,
    }
)
"""By the name that `--provider` takes, in the order they are shown."""


def open_provider(name: str, settings: ProviderSettings) -> Provider:
    """A provider that nothing has been asked of yet. Raises `UnknownProvider`, and `UnreadableInput` for settings that
    cannot be used."""
    if name not in PROVIDERS:
        raise UnknownProvider(name=name, known=", ".join(PROVIDERS))
    return PROVIDERS[name](settings)
