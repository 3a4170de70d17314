"""Who can write: the providers with their state and models, loading one ahead of time, downloading one."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

import msgspec

from jobmatch_desktop.providers.protocol import Availability, Provider, PullProgress, State
from jobmatch_desktop.services.choice import COMPOSER


class Writer(msgspec.Struct, frozen=True):
    """Somebody a generation can be given to: `provider` as in `Choice`, with what it has now."""

    provider: str
    availability: Availability


def first_that_writes(available: Availability) -> str:
    """The model that is taken where none was chosen; empty if there is none."""
    return next((model.name for model in available.models if model.writes), "")


class OpenProviders:
    """The providers in use, one for each name and address, so that connections are kept. Engine loop only.

    `usual` gives the address of a provider where none is named (None: the provider's own), as the person has it set now.
    """

    def __init__(self, make: Callable[[str, str | None], Provider], usual: Callable[[str], str | None]) -> None:
        self._make = make
        self._usual = usual
        self._open: dict[tuple[str, str | None], Provider] = {}

    def get(self, name: str, base_url: str | None = None) -> Provider:
        """The provider of that name at that address. Raises a domain error for an unknown name or an address that is none."""
        key = (name, base_url or self._usual(name))
        if key not in self._open:
            self._open[key] = self._make(*key)
        return self._open[key]

    async def close(self) -> None:
        """Closes every connection."""
        while self._open:
            await self._open.popitem()[1].close()


class Models:
    """What a page or a verb asks of models. `names` are the providers that need a model, in the order they are shown."""

    def __init__(self, providers: OpenProviders, names: tuple[str, ...]) -> None:
        self._providers = providers
        self._names = names

    async def writers(self) -> list[Writer]:
        """The composer, which is always ready, then every provider as it is now."""
        found = await asyncio.gather(*(self.availability(name) for name in self._names))
        return [Writer(COMPOSER, Availability(State.READY)), *map(Writer, self._names, found)]

    async def availability(self, provider: str, base_url: str | None = None) -> Availability:
        """State and models of one provider."""
        return await self._providers.get(provider, base_url).availability()

    async def preload(self, provider: str, model: str) -> None:
        """Loads a model of this machine ahead of the first token. Raises a `ProviderError` where that fails."""
        opened = self._providers.get(provider)
        if opened.local:
            await opened.preload(model, None)

    async def pull(
        self, model: str, provider: str = "ollama", base_url: str | None = None
    ) -> AsyncGenerator[PullProgress]:
        """Downloads a model; closing the generator stops it, and a later pull goes on from there."""
        async with aclosing(self._providers.get(provider, base_url).pull(model)) as progresses:
            async for progress in progresses:
                yield progress
