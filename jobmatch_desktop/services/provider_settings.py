"""What a person sets for the providers: checked here, once, before it is stored. What is stored acts from the next use on."""

import asyncio
from collections.abc import Mapping

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.provider_errors import NoAddress, NoAnswer, UnusableAddress
from jobmatch_desktop.domain.settings_errors import (
    ContextTooLarge,
    ContextTooSmall,
    UnusableHost,
    UnusableTemperature,
    UnusableWidth,
    UnusableWord,
)
from jobmatch_desktop.domain.task import ModelSettings
from jobmatch_desktop.providers.address import Address, parse_address
from jobmatch_desktop.providers.registry import PROVIDERS, address_of
from jobmatch_desktop.services.lanes import lane_of, usual_width
from jobmatch_desktop.services.open_providers import OpenProviders
from jobmatch_desktop.services.opening import destination
from jobmatch_desktop.services.place_checks import check_authorities, check_headers, check_proxy
from jobmatch_desktop.services.preferences import Preferences
from jobmatch_desktop.storage.settings import WIDEST, ProviderPlace, Settings

LEAST_CONTEXT = 512
"""Tokens: less than the shortest part of a letter with its prompt."""

LONGEST_WORD = 200

ANSWER_SECONDS = 5.0
"""In which a server tells what a model holds."""

FIELDS = ProviderPlace.__struct_fields__


class PlaceNow(msgspec.Struct, frozen=True):
    """A provider as it is set: what the person gave, the address that comes of it (None: there is none yet), whether that is the
    environment's and not the person's, whether the machine is their own, how many tasks run there at a time, and whether the address
    is where a provider usually is, which is nobody's own machine."""

    place: ProviderPlace
    address: Address | None
    from_environment: bool
    own: bool
    width: int
    usual: bool = False


class ProviderPlaces:
    """The settings of the providers over those of a data folder. Coroutines run on the engine loop.

    `environment` is what addresses are taken from where the person gave none.
    """

    def __init__(self, preferences: Preferences, providers: OpenProviders, environment: Mapping[str, str]) -> None:
        self._preferences = preferences
        self._providers = providers
        self._environment = environment

    def now(self, provider: str) -> PlaceNow:
        """How a provider is set. Raises `UnknownProvider`, and `UnreadableInput` for an address in the file or the environment that
        cannot be used. Asks nobody."""
        place = self._preferences.place(provider)
        try:
            address = address_of(provider, place.base_url, self._environment)
        except NoAddress:
            return PlaceNow(place, None, False, False, place.width or usual_width(lane_of(provider, local=False)))
        from_environment = place.base_url is None and address != _without_environment(provider)
        own = destination(address, self._preferences.settings.own_hosts).own
        width = place.width or usual_width(lane_of(provider, own))
        return PlaceNow(place, address, from_environment, own, width, usual=address.host in usual_hosts())

    async def faults(self, provider: str) -> dict[str, Trouble]:
        """What of a provider's place as it is stored cannot be used, by field of `ProviderPlace`: the file may have been written by
        hand, the certificates' may be gone. An address of the environment is told as `base_url`."""
        place = self._preferences.place(provider)
        found = {}
        for field in FIELDS:
            try:
                await check_field(provider, field, place)
            except JobMatchError as error:
                found[field] = error.trouble
        try:
            self.now(provider)
        except JobMatchError as error:
            found["base_url"] = error.trouble
        return found

    async def change(self, provider: str, place: ProviderPlace) -> PlaceNow:
        """Stores where a provider is and how it is asked; streams under way go on with what they had.

        An empty address, certificate file or proxy is none. Raises a domain error for what cannot be used, each with one line,
        and storage faults; nothing is changed then.
        """
        place = msgspec.structs.replace(
            place,
            base_url=_none_if_empty(place.base_url),
            authorities=_none_if_empty(place.authorities),
            proxy=_none_if_empty(place.proxy),
            headers=tuple((name.strip(), value.strip()) for name, value in place.headers if name.strip()),
        )
        _without_environment(provider)  # raises for a name that is none
        before = self._preferences.place(provider)
        for field in FIELDS:
            # What was stored and can be used no more is no reason to refuse another field.
            if getattr(place, field) != getattr(before, field):
                await check_field(provider, field, place)
        await self._preferences.edit(
            lambda settings: msgspec.structs.replace(settings, providers={**settings.providers, provider: place})
        )
        return self.now(provider)

    async def mark_own(self, host: str, own: bool = True) -> None:
        """Marks a computer as the person's own, or no more: models on it count as local. `host` as in an address.

        Raises `UnusableHost`, `CredentialsInAddress` and storage faults.
        """
        try:
            name = parse_address(host, host, 80).host
        except UnusableAddress:
            raise UnusableHost(text=host.strip()[:100]) from None
        if not host.strip():
            raise UnusableHost(text="")

        def marked(settings: Settings) -> Settings:
            others = tuple(known for known in settings.own_hosts if known != name)
            return msgspec.structs.replace(settings, own_hosts=(*others, name) if own else others)

        await self._preferences.edit(marked)

    def model(self, provider: str, model: str) -> ModelSettings:
        """What is set for a model."""
        return self._preferences.settings.models.get(provider, {}).get(model, ModelSettings())

    async def set_model(self, provider: str, model: str, wanted: ModelSettings) -> None:
        """Stores what is set for a model. The provider is asked how much the model can hold, where a context is given and the
        provider answers. Raises `UnreadableInput` with one line for what cannot be, `ProviderError` and storage faults."""
        if wanted.temperature is not None and not 0 <= wanted.temperature <= 2:
            raise UnusableTemperature(asked=wanted.temperature)
        if wanted.context_tokens is not None:
            if wanted.context_tokens < LEAST_CONTEXT:
                raise ContextTooSmall(asked=wanted.context_tokens, least=LEAST_CONTEXT)
            opened = await self._providers.get(provider)
            try:
                async with asyncio.timeout(ANSWER_SECONDS):
                    known = await opened.capabilities(model)
            except TimeoutError:
                address = self.now(provider).address
                raise NoAnswer(
                    provider=provider, address=address.url if address else "", seconds=f"{ANSWER_SECONDS:.0f}"
                ) from None
            if known.context_tokens is not None and wanted.context_tokens > known.context_tokens:
                raise ContextTooLarge(model=model, limit=known.context_tokens, asked=wanted.context_tokens)
        await self._preferences.edit(
            lambda settings: msgspec.structs.replace(
                settings,
                models={**settings.models, provider: {**settings.models.get(provider, {}), model: wanted}},
            )
        )

    async def set_private_words(self, words: tuple[str, ...]) -> None:
        """Stores the words that are hidden from models elsewhere, each once, empty ones left out. Raises `UnusableWord` and storage
        faults."""
        kept = tuple(dict.fromkeys(filter(None, (word.strip() for word in words))))
        for word in kept:
            if not 2 <= len(word) <= LONGEST_WORD or len(word.splitlines()) > 1:
                raise UnusableWord(word=" ".join(word.split())[:40], most=LONGEST_WORD)
        await self._preferences.change(private_words=kept)


async def check_field(provider: str, field: str, place: ProviderPlace) -> None:
    """Raises a domain error, one line each, for a field of a place that cannot be used. Asks no server. Any loop."""
    if field == "base_url" and place.base_url is not None:
        address_of(provider, place.base_url, {})
    elif field == "headers":
        check_headers(place.headers)
    elif field == "proxy":
        check_proxy(place.proxy)
    elif field == "width" and place.width is not None and not 1 <= place.width <= WIDEST:
        raise UnusableWidth(width=place.width, most=WIDEST)
    elif field == "authorities" and place.authorities is not None:
        await asyncio.to_thread(check_authorities, place.authorities)


def usual_hosts() -> frozenset[str]:
    """Where providers are that are elsewhere, unless a person says otherwise: computers that are nobody's own."""
    usual = map(_without_environment, PROVIDERS)
    return frozenset(address.host for address in usual if address is not None and not address.loopback)


def _without_environment(provider: str) -> Address | None:
    try:
        return address_of(provider, None, {})
    except NoAddress:
        return None


def _none_if_empty(text: str | None) -> str | None:
    return (text or "").strip() or None
