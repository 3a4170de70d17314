"""Who can write: the providers with their state and models, loading one ahead of time, downloading one."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.provider_errors import NoAddress
from jobmatch_desktop.providers.protocol import Availability, PullProgress, State
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.services.open_providers import OpenProviders


class Writer(msgspec.Struct, frozen=True):
    """Somebody a generation can be given to: `provider` as in `Choice`, with what it has now."""

    provider: str
    availability: Availability


def first_that_writes(available: Availability) -> str:
    """The model that is taken where none was chosen; empty if there is none."""
    return next((model.name for model in available.models if model.writes), "")


class Models:
    """What a page or a verb asks of models. `names` are the providers that need a model, in the order they are shown."""

    def __init__(self, providers: OpenProviders, names: tuple[str, ...]) -> None:
        self._providers = providers
        self._names = names

    async def writers(self) -> list[Writer]:
        """The composer, which is always ready, then every provider as it is now, those that are set up."""
        found = await asyncio.gather(*map(self._availability, self._names))
        writers = [Writer(COMPOSER, Availability(State.READY)), *map(Writer, self._names, found)]
        return [writer for writer in writers if writer.availability.state is not State.NOT_SET_UP]

    async def _availability(self, provider: str) -> Availability:
        """As `availability`; what keeps one from being opened (its settings, its key) is told with it, not instead of the others."""
        try:
            return await self.availability(provider)
        except JobMatchError as error:
            return Availability(State.NOT_RUNNING, trouble=error.trouble)

    async def availability(self, provider: str, base_url: str | None = None) -> Availability:
        """State and models of one provider. Raises `UnreadableInput` for a name or an address that is none."""
        try:
            opened = await self._providers.get(provider, base_url)
        except NoAddress as error:
            return Availability(State.NOT_SET_UP, trouble=error.trouble)
        return await opened.availability()

    async def preload(self, provider: str, model: str) -> None:
        """Loads a model of this machine ahead of the first token. Raises a `ProviderError` where that fails."""
        opened = await self._providers.get(provider)
        if opened.local:
            await opened.preload(model, None)

    async def pull(
        self, model: str, provider: str = "ollama", base_url: str | None = None
    ) -> AsyncGenerator[PullProgress]:
        """Downloads a model; closing the generator stops it, and a later pull goes on from there."""
        opened = await self._providers.get(provider, base_url)
        async with aclosing(opened.pull(model)) as progresses:
            async for progress in progresses:
                yield progress
