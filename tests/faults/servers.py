"""The four providers, each with the loopback server of its wire."""

from collections.abc import Callable
from typing import Any

import msgspec

from jobmatch_desktop.providers.protocol import Provider
from jobmatch_desktop.providers.registry import open_provider
from jobmatch_desktop.providers.settings import ProviderSettings
from tests.loopback.cloud_servers import AnthropicServer, CompatibleServer, OpenAIServer
from tests.loopback.ollama_server import OllamaServer


class Side(msgspec.Struct, frozen=True):
    """A provider and its server; `path` is what its addresses end in."""

    name: str
    server: Callable[..., OllamaServer]
    path: str

    def open(self, url: str, **settings: Any) -> Provider:
        """The provider at a server's URL."""
        return open_provider(self.name, ProviderSettings(base_url=url + self.path, **settings))


SIDES = (
    Side("ollama", OllamaServer, ""),
    Side("openai", OpenAIServer, "/v1"),
    Side("anthropic", AnthropicServer, ""),
    Side("compatible", CompatibleServer, "/v1"),
)
