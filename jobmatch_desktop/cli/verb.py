"""What a verb over a data folder is: prepared from its words alone, then run over the services."""

from collections.abc import Awaitable, Callable

from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.providers.registry import open_provider
from jobmatch_desktop.providers.settings import ProviderSettings
from jobmatch_desktop.services.parts import Services

Run = Callable[[Services, Progress], Awaitable[int]]
"""Does what was prepared and returns the exit code. `prepare(arguments)` of a verb's file makes one, and raises for wrong use
before the data folder is opened."""


def check_provider(name: str, base_url: str | None) -> None:
    """Raises `UnreadableInput` for a provider that this version does not have, or an address that is none. Asks nobody."""
    open_provider(name, ProviderSettings(base_url=base_url))
