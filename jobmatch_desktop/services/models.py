"""Who can write: the providers with their state and models, loading one ahead, downloading and removing one."""

import asyncio
import os
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing

import msgspec

from jobmatch_desktop.domain.child_environment import without_keys
from jobmatch_desktop.domain.errors import JobMatchError
from jobmatch_desktop.domain.provider_errors import NoAddress, NotStarted
from jobmatch_desktop.providers.address import Address
from jobmatch_desktop.providers.local_servers import USUAL_PORTS, LocalServer, find_servers
from jobmatch_desktop.providers.ollama_program import start_program
from jobmatch_desktop.providers.protocol import Availability, Capabilities, PullProgress, State
from jobmatch_desktop.services.choice import COMPOSER, Choice
from jobmatch_desktop.services.machine import memory_bytes
from jobmatch_desktop.services.open_providers import OpenProviders
from jobmatch_desktop.services.pulls import Pulls
from jobmatch_desktop.services.recommended import Advice, load_advice

STARTING_SECONDS = 20.0
"""In which an Ollama that was started answers, on a slow disk too."""

LOOK_SECONDS = 0.3
"""Between two looks at whether it does."""


class Writer(msgspec.Struct, frozen=True):
    """Somebody a generation can be given to: `provider` as in `Choice`, with what it has now."""

    provider: str
    availability: Availability


def first_that_writes(available: Availability) -> str:
    """The model that is taken where none was chosen; empty if there is none."""
    return next((model.name for model in available.models if model.writes), "")


async def chosen_model(providers: OpenProviders, choice: Choice) -> str:
    """The chosen model, else the provider's first that can write; empty where there is none, which the task then says.

    Raises what the provider raises where no model is chosen. Engine loop only.
    """
    if choice.model or choice.provider == COMPOSER:
        return choice.model
    provider = await providers.get(choice.provider, choice.base_url)
    return first_that_writes(await provider.availability())


class OwnMachine(msgspec.Struct, frozen=True):
    """What is advised for this machine, and its memory in bytes (None: not known)."""

    advice: Advice
    memory: int | None


class Models:
    """What a page or a verb asks of models. `names` are the providers that need a model, in the order they are shown;
    `ollama_address` tells where Ollama is set to be; `elsewhere` how a provider stands that is on nobody's own machine, without asking
    it (None: it is on one). `pulls` are the downloads that go on whatever page is shown."""

    def __init__(
        self,
        providers: OpenProviders,
        names: tuple[str, ...],
        ollama_address: Callable[[], Address],
        elsewhere: Callable[[str], Awaitable[State | None]],
        local_ports: Mapping[int, str] = USUAL_PORTS,
    ) -> None:
        self._providers = providers
        self._names = names
        self._ollama_address = ollama_address
        self._elsewhere = elsewhere
        self._local_ports = local_ports
        self.pulls = Pulls(self.pull)

    async def writers(self) -> list[Writer]:
        """The composer, which is always ready, then every provider that is set up: as it is now where it is on a machine of the
        person's own, and unasked where it is not, since nobody elsewhere is spoken to before it is chosen."""
        found = await asyncio.gather(*map(self._availability, self._names))
        writers = [Writer(COMPOSER, Availability(State.READY)), *map(Writer, self._names, found)]
        return [writer for writer in writers if writer.availability.state is not State.NOT_SET_UP]

    async def _availability(self, provider: str) -> Availability:
        """How a provider stands; what keeps one from being opened (its settings, its key) is told with it, not instead of the others."""
        try:
            unasked = await self._elsewhere(provider)
            return await self.availability(provider) if unasked is None else Availability(unasked)
        except JobMatchError as error:
            return Availability(State.NOT_RUNNING, trouble=error.trouble)

    async def availability(self, provider: str, base_url: str | None = None) -> Availability:
        """State and models of one provider. Raises `UnreadableInput` for a name or an address that is none."""
        try:
            opened = await self._providers.get(provider, base_url)
        except NoAddress as error:
            return Availability(State.NOT_SET_UP, trouble=error.trouble)
        return await opened.availability()

    async def capabilities(self, provider: str, model: str) -> Capabilities:
        """What a model can do. Raises as `Provider.capabilities`, and `UnreadableInput` for an address or a key that cannot be used."""
        return await (await self._providers.get(provider)).capabilities(model)

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

    async def delete(self, provider: str, model: str) -> None:
        """Removes a downloaded model. Raises `ModelMissing`, `CannotManage` and other `ProviderError`s."""
        await (await self._providers.get(provider)).delete(model)

    async def found_locally(self) -> tuple[LocalServer, ...]:
        """The model servers that answer on the usual ports of this machine, within some seconds."""
        return await find_servers(self._local_ports)

    async def start_ollama(self) -> None:
        """Starts the Ollama of this machine and returns once it answers; it goes on when the program ends. It is asked for by the
        person alone. Raises `NotInstalled`, and `NotStarted` where it does not answer in time."""
        address = self._ollama_address()
        await asyncio.to_thread(start_program, address, without_keys(os.environ))
        try:
            async with asyncio.timeout(STARTING_SECONDS):
                while (await self.availability("ollama")).state in (State.NOT_RUNNING, State.NOT_INSTALLED):  # noqa: ASYNC110 - it happens in another program
                    await asyncio.sleep(LOOK_SECONDS)
        except TimeoutError:
            raise NotStarted(provider="Ollama", address=address.url) from None

    async def own_machine(self) -> OwnMachine:
        """What is advised for this machine."""
        return OwnMachine(await asyncio.to_thread(load_advice), await asyncio.to_thread(memory_bytes))
