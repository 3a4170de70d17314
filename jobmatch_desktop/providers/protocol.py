"""The one shape of every provider. A provider turns its SDK's answers into `domain.stream` chunks and its faults into
`domain.provider_errors`; nothing of an SDK leaves its module."""

import enum
from collections.abc import AsyncGenerator
from typing import Protocol

import msgspec

from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.stream import Chunk, Request, Sent


class State(enum.StrEnum):
    """Whether a provider can write now."""

    NOT_SET_UP = "not set up"
    """It has no key or no address yet."""
    NOT_ASKED = "not asked"
    """It is on a machine that is not the person's own: it is asked once it is chosen."""
    NOT_INSTALLED = "not installed"
    NOT_RUNNING = "not running"
    NO_MODEL = "no model"
    READY = "ready"


class Model(msgspec.Struct, frozen=True):
    """A model a provider has. Sizes in bytes, context in tokens; None or empty where the provider does not tell.
    `writes` is False where it is known to do something else (embedding): it is listed, and cannot be asked.
    `graphics_share` is how much of a loaded model is in the graphics card's memory, 0 to 1."""

    name: str
    size: int | None = None
    parameters: str = ""
    quantisation: str = ""
    context_tokens: int | None = None
    loaded: bool = False
    writes: bool = True
    graphics_share: float | None = None


class Availability(msgspec.Struct, frozen=True):
    """A provider's state with its models; `trouble` says what is in the way and what to do (None: nothing is)."""

    state: State
    models: tuple[Model, ...] = ()
    trouble: Trouble | None = None


class Capabilities(msgspec.Struct, frozen=True):
    """What a model of a provider can do."""

    streams: bool
    thinking: bool
    counts_tokens: bool
    reports_usage: bool
    context_tokens: int | None
    temperature: bool = True
    """Whether it takes a temperature."""


class PullProgress(msgspec.Struct, frozen=True):
    """How far a download is: the server's own word for the step, and the bytes here and in all of the layers it has
    named so far. `total` is 0 before the first, and grows when a layer is named."""

    step: str
    done: int = 0
    total: int = 0


class Provider(Protocol):
    """Somebody who writes. Made for one address; coroutines run on the engine loop only."""

    @property
    def name(self) -> str:
        """`ollama`, `openai`, ... as in `--provider`."""
        ...

    @property
    def title(self) -> str:
        """As people write it: `Ollama`, `OpenAI`, ..."""
        ...

    @property
    def local(self) -> bool:
        """Whether it is on this machine (loopback)."""
        ...

    async def availability(self) -> Availability:
        """State and models. Never raises for a server that is away: that is a state."""
        ...

    async def capabilities(self, model: str) -> Capabilities:
        """Raises `ModelMissing` if the provider does not have the model."""
        ...

    async def preload(self, model: str, context_tokens: int | None) -> None:
        """Loads a model so that the first token comes sooner; nothing where the provider cannot."""
        ...

    def stream(self, request: Request) -> AsyncGenerator[Chunk]:
        """The answer as it comes, ended by one `End`. Raises a domain error on any fault. Closing the generator, from
        its own task, closes the connection, and the server stops."""
        ...

    async def outgoing(self, request: Request) -> Sent:
        """Exactly what `stream` would send for this request, without sending it. May ask the server what it has; nothing
        of the request leaves. Raises as `stream` does before anything is sent."""
        ...

    def pull(self, model: str) -> AsyncGenerator[PullProgress]:
        """Downloads a model; closing the generator stops it, and a later pull goes on from there. Raises `CannotManage`
        where models are not downloaded."""
        ...

    async def delete(self, model: str) -> None:
        """Removes a downloaded model. Raises `ModelMissing` if it is not there, `CannotManage` where models are not
        downloaded."""
        ...

    async def close(self) -> None:
        """Closes every connection."""
        ...
