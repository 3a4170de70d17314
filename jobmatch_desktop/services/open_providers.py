"""The providers in use: opened once for each name and address, closed together."""

import asyncio
from collections.abc import Awaitable, Callable

from jobmatch_desktop.providers.protocol import Provider


class OpenProviders:
    """One provider for each name and address, so that connections are kept. Engine loop only.

    `make` opens one, with its settings and its key, at an address (None: where the person has it).
    """

    def __init__(self, make: Callable[[str, str | None], Awaitable[Provider]]) -> None:
        self._make = make
        self._open: dict[tuple[str, str | None], Provider] = {}
        self._opening = asyncio.Lock()

    async def get(self, name: str, base_url: str | None = None) -> Provider:
        """The provider of that name at that address. Raises a domain error for an unknown name or an address that is none."""
        key = (name, base_url)
        async with self._opening:
            if key not in self._open:
                self._open[key] = await self._make(*key)
            return self._open[key]

    async def forget(self, name: str) -> None:
        """Its settings or its key changed: the next `get` opens it anew. Streams under way end as their connections close."""
        for key in [key for key in self._open if key[0] == name]:
            await self._open.pop(key).close()

    async def close(self) -> None:
        """Closes every connection."""
        while self._open:
            await self._open.popitem()[1].close()
