"""Whether a provider can be written with as it is set: what is in the way, or what answered. Nothing is generated, and nothing of the
person's is sent."""

import asyncio
import time

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.provider_errors import ModelMissing, ModelNotOffered, NotForWriting
from jobmatch_desktop.providers.protocol import Capabilities, Model
from jobmatch_desktop.services.models import Models
from jobmatch_desktop.services.provider_settings import ANSWER_SECONDS

OLLAMA = "ollama"


class Tried(msgspec.Struct, frozen=True):
    """What a test found: the `models` that the provider has, `model` the one looked for (empty: none), `milliseconds` in which the
    server answered (0: it did not), and in `trouble` what is in the way and what to do (None: nothing is)."""

    provider: str
    models: tuple[Model, ...]
    model: str
    milliseconds: int = 0
    trouble: Trouble | None = None


async def try_connection(models: Models, provider: str, model: str, title: str) -> Tried:
    """Asks a provider what it has, and looks for a model in it (empty: none); `title` is the provider as people write it. Raises
    nothing that a person can mend: that is the result.

    Engine loop; cancelling closes the connection.
    """
    try:
        found = await models.availability(provider)
        if found.trouble is not None:
            return Tried(provider, found.models, model, trouble=found.trouble)
        # The first answer waited for the SDK to be imported, certificates to be read and the connection: this one is the server's.
        begun = time.monotonic()
        found = await models.availability(provider)
        took = round((time.monotonic() - begun) * 1000)
    except JobMatchError as error:
        return Tried(provider, (), model, trouble=error.trouble)
    trouble = found.trouble or trouble_with(provider, model, found.models, title)
    return Tried(provider, found.models, model, took, trouble)


async def known_capabilities(models: Models, provider: str, model: str) -> Capabilities | None:
    """What a model takes; None where the provider does not tell within some seconds. A test says why. Engine loop."""
    try:
        async with asyncio.timeout(ANSWER_SECONDS):
            return await models.capabilities(provider, model)
    except (JobMatchError, TimeoutError):
        return None


def trouble_with(provider: str, model: str, models: tuple[Model, ...], title: str) -> Trouble | None:
    """What is wrong with a model of a provider that has `models`: it is not there, or cannot write. None: nothing, or there is no
    model."""
    chosen = found_model(provider, model, models)
    if not model or (chosen is not None and chosen.writes):
        return None
    if chosen is not None:
        return NotForWriting(model=model).trouble
    return missing(provider, model, title).trouble


def found_model(provider: str, model: str, models: tuple[Model, ...]) -> Model | None:
    """The model of that name among those; Ollama's names without a tag mean `:latest`."""
    names = {model}
    if provider == OLLAMA and ":" not in model:
        names.add(f"{model}:latest")
    return next((one for one in models if one.name in names), None)


def missing(provider: str, model: str, title: str) -> JobMatchError:
    """The fault of a model that a provider does not have."""
    if provider == OLLAMA:
        return ModelMissing(provider=title, model=model)
    return ModelNotOffered(provider=title, model=model, name=provider)
