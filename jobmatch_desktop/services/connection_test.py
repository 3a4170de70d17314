"""Whether a provider can be written with as it is set: what is in the way, or what answered. Nothing is generated, and nothing of the
person's is sent."""

import time

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.provider_errors import ModelMissing, ModelNotOffered
from jobmatch_desktop.providers.protocol import Model
from jobmatch_desktop.services.models import Models

OLLAMA = "ollama"


class Tried(msgspec.Struct, frozen=True):
    """What a test found: the `models` that the provider has, `model` the one looked for (empty: none), `milliseconds` from the question to
    the answer, and in `trouble` what is in the way and what to do (None: nothing is)."""

    provider: str
    models: tuple[Model, ...]
    model: str
    milliseconds: int
    trouble: Trouble | None = None


async def try_connection(models: Models, provider: str, model: str = "") -> Tried:
    """Asks a provider once what it has, and looks for a model in it. Raises nothing that a person can mend: that is the result.

    Engine loop; cancelling closes the connection.
    """
    begun = time.monotonic()
    try:
        found = await models.availability(provider)
    except JobMatchError as error:
        return Tried(provider, (), model, _since(begun), error.trouble)
    trouble = found.trouble
    if trouble is None and model and not has_model(provider, model, found.models):
        trouble = missing(provider, model).trouble
    return Tried(provider, found.models, model, _since(begun), trouble)


def has_model(provider: str, model: str, models: tuple[Model, ...]) -> bool:
    """Whether a model is among those; Ollama's names without a tag mean `:latest`."""
    names = {one.name for one in models}
    return model in names or (provider == OLLAMA and ":" not in model and f"{model}:latest" in names)


def missing(provider: str, model: str) -> JobMatchError:
    """The fault of a model that a provider does not have."""
    if provider == OLLAMA:
        return ModelMissing(provider="Ollama", model=model)
    titles = {"openai": "OpenAI", "anthropic": "Anthropic"}
    return ModelNotOffered(provider=titles.get(provider, "The compatible server"), model=model, name=provider)


def _since(begun: float) -> int:
    return round((time.monotonic() - begun) * 1000)
