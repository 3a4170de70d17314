"""What a loopback server plays: frozen values, decodable from JSON for a server in a process of its own."""

import enum
import math
import re

import msgspec

TEXT = (
    "I have spent eight years building payment services in Python, and I would like to bring that to your team. "
    "At my last post I led the move of one large program to small services, and the median answer came down from "
    "900 ms to 120 ms. I enjoy working with people who care how things are made."
)


class Fault(enum.StrEnum):
    """What goes wrong, once `Script.fault_after` pieces were sent (0: before any header, where that makes sense)."""

    RESET = "reset"
    """TCP reset."""
    RESET_IN_HEADERS = "reset in headers"
    CLOSE = "close"
    """A clean end without the last line (with `fault_after` 0: of the connection, without an answer)."""
    HALF_LINE = "half line"
    """Half of the next line, then the connection ends."""
    CLEAN_HALF_LINE = "clean half line"
    """Half of the next line, then the body ends as if it were whole."""
    SILENCE = "silence"
    """Nothing more; the connection stays open until the client closes it."""
    ERROR_LINE = "error line"
    """`{"error": Script.error}` inside the stream."""
    GARBAGE = "garbage"
    """A line that is no JSON."""
    NO_OBJECT = "no object"
    """A line of JSON that is no object."""
    NOT_HTTP = "not http"
    """Bytes that are no HTTP at all."""


class Cut(enum.StrEnum):
    """How the body is cut into writes."""

    LINES = "lines"
    """A write for each line (several where the rate leaves no time between them)."""
    BYTES = "bytes"
    """A write for each byte: every character beyond ASCII is split."""
    WHOLE = "whole"
    """One HTTP chunk for everything."""


class Script(msgspec.Struct, frozen=True):
    """One answer. `Script()` is a whole one of some 60 pieces, as fast as it can.

    `pieces` are the tokens exactly; without them `text` is cut before each space; either is played `repeat` times.
    `thinking` comes first, in the field of that name. `tokens_per_second` is kept on average, from the first piece on.
    `loading_seconds` pass before the model is listed as loaded (only if it is not), `reading_seconds` then before the
    first piece; no header comes before it, as with Ollama. `prompt_tokens` is what the prompt counts (None: its
    characters by four); where that is more than `num_ctx` the server cuts silently, or refuses if asked to. `status`
    other than 200 answers with `error` as Ollama does, or with `body` and `content_type` (empty: the server's
    usual one). `done_reason` None leaves it out. Once `held_after` pieces were sent nothing more comes until the server is told to
    `go_on` (Ollama's alone).
    """

    text: str = TEXT
    pieces: tuple[str, ...] | None = None
    repeat: int = 1
    thinking: tuple[str, ...] = ()
    tokens_per_second: float = math.inf
    loading_seconds: float = 0.0
    reading_seconds: float = 0.0
    prompt_tokens: int | None = None
    done_reason: str | None = "stop"
    fault: Fault | None = None
    fault_after: int = 0
    held_after: int | None = None
    status: int = 200
    error: str = "something failed"
    body: str | None = None
    content_type: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    cut: Cut = Cut.LINES
    gzip: bool = False

    def tokens(self) -> tuple[str, ...]:
        """The pieces of the answer's text."""
        pieces = self.pieces if self.pieces is not None else tuple(re.findall(r"\s*\S+|\s+$", self.text))
        return pieces * self.repeat


class LoopbackModel(msgspec.Struct, frozen=True):
    """A model as `/api/tags` and `/api/show` tell of it. `context` None leaves it out; `capabilities` None is an old
    server's."""

    name: str = "smollm2:135m"
    size: int = 98_363_007
    parameters: str = "134.52M"
    quantisation: str = "Q4_1"
    context: int | None = 8192
    capabilities: tuple[str, ...] | None = ("completion",)
    stop: tuple[str, ...] = ("<|im_end|>", "<|im_start|>")


class Layer(msgspec.Struct, frozen=True):
    """A layer of a download: bytes in all, and bytes between two lines. What was sent stays: a later pull goes on from
    there."""

    digest: str
    total: int
    step: int


class House(msgspec.Struct, frozen=True):
    """The server itself. `key` is the bearer token it wants. Answers run side by side unless `one_by_one`, which is
    Ollama's default of one request at a time. `show`, `ps` False: an old server that does not know the path.
    `pull_seconds` pass between two lines of a download."""

    models: tuple[LoopbackModel, ...] = (LoopbackModel(),)
    loaded: dict[str, int] = {}
    key: str | None = None
    one_by_one: bool = False
    show: bool = True
    ps: bool = True
    layers: tuple[Layer, ...] = (Layer("sha256:aa", 4_000_000, 500_000), Layer("sha256:bb", 1_000, 1_000))
    pull_seconds: float = 0.0
