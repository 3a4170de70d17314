"""The providers in use: opened once for each name and address, closed together."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Hashable

from jobmatch_desktop.providers.protocol import Provider

Place = tuple[str, str | None]
"""A provider's name, and an address (None: where the person has it)."""


class OpenProviders:
    """One provider for each name and address, so that connections are kept. Engine loop only.

    `make` opens one, with its settings and its key; `settings` is what the person has set for a name now. One that was opened with
    other settings, or another key (`forget`), is not handed out again; who has it keeps it until `close`, so that a stream
    goes on undisturbed.
    """

    def __init__(
        self, make: Callable[[str, str | None], Awaitable[Provider]], settings: Callable[[str], Hashable]
    ) -> None:
        self._make = make
        self._settings = settings
        self._open: dict[Place, tuple[Hashable, Provider]] = {}
        self._superseded: list[Provider] = []
        self._opening: defaultdict[Place, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def get(self, name: str, base_url: str | None = None) -> Provider:
        """The provider of that name at that address. Raises a domain error for an unknown name, an address that is none, or a
        key that cannot be had or may not go there."""
        place = (name, base_url)
        async with self._opening[place]:  # a keyring that waits for its password holds up no other provider
            now = self._settings(name)
            if place in self._open and self._open[place][0] != now:
                self._supersede(place)
            if place not in self._open:
                self._open[place] = (now, await self._make(*place))
            return self._open[place][1]

    async def forget(self, name: str) -> None:
        """Its key changed: the next `get` opens it anew."""
        for place in [place for place in self._open if place[0] == name]:
            self._supersede(place)

    async def close(self) -> None:
        """Closes every connection."""
        for place in [*self._open]:
            self._supersede(place)
        while self._superseded:
            await self._superseded.pop().close()

    def _supersede(self, place: Place) -> None:
        self._superseded.append(self._open.pop(place)[1])
