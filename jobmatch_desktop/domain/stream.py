"""What a model's answer is made of while it comes: text, thinking, progress, an end."""

import enum

import msgspec

from jobmatch_desktop.domain.task import Ending


class Phase(enum.StrEnum):
    """What a provider is doing. Silence is measured per phase."""

    QUEUED = "queued"
    CONNECTING = "connecting"
    LOADING = "loading"
    READING = "reading"
    WRITING = "writing"


class Text(msgspec.Struct, frozen=True):
    """Words of the answer, as they came: never empty."""

    text: str


class Thinking(msgspec.Struct, frozen=True):
    """Words of the model's reasoning: never part of the answer."""

    text: str


class Progress(msgspec.Struct, frozen=True):
    """The provider has entered a phase; said again, it is a sign of life that does not reset the phase's clock."""

    phase: Phase


class Sent(msgspec.Struct, frozen=True):
    """What leaves for a server, exactly: the URL and the bytes of the body. Told in a stream right before it is sent,
    once for each request that carries the prompt; never with headers, which hold the key."""

    url: str
    body: bytes


class Usage(msgspec.Struct, frozen=True):
    """What the provider counted: tokens read and written, seconds of loading, reading and writing (None: not told). `prompt_cut`: the
    server read less than it was sent, so the answer rests on a part of the prompt (tell it with `PromptCut`). `seconds` is what this
    machine's clock says of the whole part, from the first time it was asked for; a provider tells none."""

    tokens_read: int | None = None
    tokens_written: int | None = None
    loading_seconds: float | None = None
    reading_seconds: float | None = None
    writing_seconds: float | None = None
    prompt_cut: bool = False
    seconds: float | None = None


class End(msgspec.Struct, frozen=True):
    """The last chunk of every stream that did not raise."""

    ending: Ending
    usage: Usage = Usage()


Chunk = Text | Thinking | Progress | Sent | End


class Message(msgspec.Struct, frozen=True):
    """One turn of what is sent: `role` is `system`, `user` or `assistant`."""

    role: str
    content: str


class Request(msgspec.Struct, frozen=True):
    """What a provider is asked.

    `context_tokens` is the window to allocate (None: the provider's own); `maximum_tokens` bounds the answer.
    `thinking` asks a capable model to think first. An answer ends at any text of `stop`, which is not part of it; a
    model that thinks first is not held to it. `temperature` is 0 to 2; None, or a model that takes none: the model's own.
    """

    model: str
    messages: tuple[Message, ...]
    maximum_tokens: int
    context_tokens: int | None = None
    temperature: float | None = 0.4
    thinking: bool = False
    stop: tuple[str, ...] = ()
