"""An answer as it comes, whichever server writes it: words and reasoning apart, cut at a stop text, and how it ended. Pure."""

import msgspec

from jobmatch_desktop.domain.stream import Chunk, End, Message, Phase, Progress, Text, Thinking, Usage
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers.faults import Asked
from jobmatch_desktop.providers.stop_text import StopText
from jobmatch_desktop.providers.thinking import ThinkingSplitter
from jobmatch_desktop.providers.token_estimate import least_tokens


def check_event(event: object) -> None:
    """Raises `ValueError` for what is no object of an SDK: it passes on any other JSON as it came."""
    if event is None or isinstance(event, list | dict | str | int | float):
        raise ValueError("no event")


class Answer:
    """One answer. `messages` is its prompt; at a text of `stop` it is over, unless the model has thought first."""

    def __init__(self, asked: Asked, messages: tuple[Message, ...], stop: tuple[str, ...]) -> None:
        self._asked = asked
        self._fewest = least_tokens(messages)
        self._splitter = ThinkingSplitter()
        self._cutter = StopText(stop)
        self._thought = False
        self._wrote = False
        self.begun = False

    @property
    def asked(self) -> Asked:
        """What a fault of now is told of."""
        return msgspec.structs.replace(self._asked, begun=self.begun)

    @property
    def stopped(self) -> bool:
        """Whether a stop text came: the server may be left."""
        return self._cutter.stopped

    def words(self, content: str | None, thinking: str | None = None) -> list[Chunk]:
        """The chunks of one piece; `WRITING` is told before the first."""
        chunks: list[Text | Thinking] = [Thinking(thinking)] if thinking else []
        if content:
            chunks += self._splitter.feed(content)
        return self._told(chunks)

    def rest(self) -> list[Chunk]:
        """What was held back, once nothing more comes."""
        chunks = self._told(self._splitter.finish())
        if held := self._cutter.finish():
            chunks += self._begin([Text(held)])
        return chunks

    def end(self, ending: Ending, tokens_read: int | None = None, tokens_written: int | None = None) -> End:
        """How it ended, after `rest`."""
        usage = Usage(
            tokens_read=tokens_read,
            tokens_written=tokens_written,
            prompt_cut=bool(tokens_read and tokens_read < self._fewest),
        )
        return End(Ending.EMPTY if ending is Ending.STOP and not self._wrote else ending, usage)

    def _told(self, chunks: list[Text | Thinking]) -> list[Chunk]:
        if self._thought:
            return self._begin(chunks)
        kept: list[Text | Thinking] = []
        for chunk in chunks:
            if isinstance(chunk, Thinking):
                # Reasoning has blank lines of its own, and what was held back of the words is no stop text then.
                self._thought = True
                if held := self._cutter.finish():
                    kept.append(Text(held))
                kept.append(chunk)
            elif self._thought:
                kept.append(chunk)
            elif words := self._cutter.feed(chunk.text):
                kept.append(Text(words))
        return self._begin(kept)

    def _begin(self, chunks: list[Text | Thinking]) -> list[Chunk]:
        if not self._wrote:
            self._wrote = any(isinstance(chunk, Text) and not chunk.text.isspace() for chunk in chunks)
        if self.begun or not chunks:
            return [*chunks]
        self.begun = True
        return [Progress(Phase.WRITING), *chunks]
