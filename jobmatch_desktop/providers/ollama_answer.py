"""From Ollama's lines to chunks of an answer: words and reasoning apart, and how it ended. Pure."""

import msgspec

from jobmatch_desktop.domain.provider_errors import ModelUnloaded
from jobmatch_desktop.domain.stream import Chunk, End, Phase, Progress, Text, Thinking, Usage
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers.faults import Asked, ended_early
from jobmatch_desktop.providers.ollama_place import NAME
from jobmatch_desktop.providers.thinking import ThinkingSplitter

_NANOSECONDS = 1e9


class Counts(msgspec.Struct, frozen=True):
    """The numbers of Ollama's last line, as it names them; durations in nanoseconds."""

    prompt_eval_count: int | None
    eval_count: int | None
    load_duration: int | None
    prompt_eval_duration: int | None
    eval_duration: int | None


class Answer:
    """One answer as it comes. `fewest` are the tokens its prompt has at least, `window` is the context it was given."""

    def __init__(self, asked: Asked, fewest: int, window: int) -> None:
        self._asked = asked
        self._fewest = fewest
        self._window = window
        self._splitter = ThinkingSplitter()
        self._wrote = False
        self.begun = False

    @property
    def asked(self) -> Asked:
        """What a fault of now is told of."""
        return msgspec.structs.replace(self._asked, begun=self.begun)

    def words(self, content: str | None, thinking: str | None) -> list[Chunk]:
        """The chunks of one line; `WRITING` is told before the first."""
        chunks: list[Text | Thinking] = [Thinking(thinking)] if thinking else []
        if content:
            chunks += self._splitter.feed(content)
        return self._told(chunks)

    def rest(self) -> list[Chunk]:
        """What was held back, once nothing more comes."""
        return self._told(self._splitter.finish())

    def end(self, reason: str | None, counts: Counts) -> End:
        """How an answer ended that the server calls done, after `rest`. Servers before 0.1.30 give no reason.

        Raises `ModelUnloaded`, `CutOff` or `ConnectionLost` where done does not mean that the model is.
        """
        match reason or "stop":
            case "stop":
                ending = Ending.STOP
            case "length":
                ending = Ending.LENGTH
            case "load" | "unload" if not self.begun:
                raise ModelUnloaded(provider=NAME, model=self._asked.model)
            case _:
                raise ended_early(self.asked)
        return End(ending if self._wrote else Ending.EMPTY, self._usage(counts))

    def _told(self, chunks: list[Text | Thinking]) -> list[Chunk]:
        if not self._wrote:
            self._wrote = any(isinstance(chunk, Text) and not chunk.text.isspace() for chunk in chunks)
        if self.begun or not chunks:
            return [*chunks]
        self.begun = True
        return [Progress(Phase.WRITING), *chunks]

    def _usage(self, counts: Counts) -> Usage:
        read = counts.prompt_eval_count
        return Usage(
            tokens_read=read,
            tokens_written=counts.eval_count,
            loading_seconds=_seconds(counts.load_duration),
            reading_seconds=_seconds(counts.prompt_eval_duration),
            writing_seconds=_seconds(counts.eval_duration),
            # A server that cuts fills its context to the brim, or leaves out whole messages.
            prompt_cut=bool(read and (read >= self._window or read < self._fewest)),
        )


def _seconds(nanoseconds: int | None) -> float | None:
    return None if nanoseconds is None else nanoseconds / _NANOSECONDS
