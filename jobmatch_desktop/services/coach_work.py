"""One answer of the coach by a model: streamed, kept with the task's last status. Fits `tasks.work.Work`."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing

import msgspec

from jobmatch_desktop.domain.conversation import ANSWER
from jobmatch_desktop.domain.journal import Entry, SentText
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.stream import Chunk, End, Message, Progress, Request, Sent, Text, Thinking
from jobmatch_desktop.domain.task import Ending, ModelSettings
from jobmatch_desktop.providers.protocol import Provider
from jobmatch_desktop.services.attempts import decided, unfinished
from jobmatch_desktop.services.model_work import Patience
from jobmatch_desktop.storage.conversations import answering
from jobmatch_desktop.tasks.retry import retried
from jobmatch_desktop.tasks.stall import watched
from jobmatch_desktop.tasks.store import Save
from jobmatch_desktop.tasks.work import Ground
from jobmatch_desktop.writing.coaching.prompts import Prompt, going_on
from jobmatch_desktop.writing.placeholders import NOTHING_HIDDEN, Placeholders
from jobmatch_desktop.writing.recipes import join


def answer_of(journal: Sequence[Entry]) -> tuple[str, str]:
    """The answer so far, and the thinking before it, by what the journal has."""
    thinking = "".join(entry.text for entry in journal if entry.kind == "thinking")
    whole = decided(tuple(journal)).get(ANSWER)
    if whole is not None:
        return whole.body, thinking
    cut = unfinished(tuple(journal))
    return (cut[1] if cut else ""), thinking


class Private(msgspec.Struct, frozen=True):
    """What is hidden where the model is on a machine that is not the person's own: of their profile, and words beside."""

    profile: Profile
    words: tuple[str, ...]

    def placeholders(self, messages: Sequence[Message]) -> Placeholders:
        """What stands for it in these messages."""
        return Placeholders.of(self.profile, self.words, (message.content for message in messages))


def told(url: str, body: bytes, hidden: Placeholders) -> SentText:
    """What a person is told of a request: its body is UTF-8, as every provider's JSON is."""
    text = body.decode(errors="backslashreplace")
    return SentText(url, text, hidden.standing_in(text))


class CoachWork:
    """Asks for one answer. `prompt` makes what is sent, when the work begins; `private` is None where it does not leave the person's
    own machines."""

    def __init__(
        self,
        turn: int,
        model: str,
        language: str,
        settings: ModelSettings,
        prompt: Callable[[], Awaitable[Prompt]],
        provider: Provider,
        patience: Patience,
        private: Private | None,
    ) -> None:
        self._turn = turn
        self._model = model
        self._language = language
        self._settings = settings
        self._prompt = prompt
        self._provider = provider
        self._patience = patience
        self._private = private
        self._save: Callable[[], Save | None] = lambda: None

    async def run(self, ground: Ground) -> Ending:
        """Streams the answer, or the rest of one that was cut. Raises `ProviderError` where the provider fails."""
        begun, thought = answer_of(ground.journal)
        words: list[str] = []
        thoughts: list[str] = [thought]

        def text() -> str:
            return join(begun, "".join(words)) if words else begun

        self._save = lambda: (
            answering(self._turn, ground.task.id, text(), "".join(thoughts))
            if text().strip() or any(thoughts)
            else None
        )
        request, hidden = await self.request(begun)
        ground.part_started(ANSWER, 1, 1, 1, begun)

        def attempt() -> AsyncGenerator[Chunk]:
            return watched(self._provider.stream(request), self._patience.silence, provider=self._provider.title)

        restoring, thinking = hidden.restorer(), hidden.restorer()

        def say(piece: str) -> None:
            if piece:
                words.append(piece)
                ground.text(ANSWER, 1, piece)

        def think(piece: str) -> None:
            if piece:
                thoughts.append(piece)
                ground.text(ANSWER, 1, piece, thinking=True)

        chunks = retried(attempt, tell=ground.retry_waits, waits=self._patience.waits)
        try:
            async with aclosing(chunks):
                async for chunk in chunks:
                    match chunk:
                        case Text(piece):
                            say(restoring.feed(piece))
                        case Thinking(piece):
                            think(thinking.feed(piece))
                        case Progress(phase):
                            ground.phase(phase)
                        case Sent(url, body) if self._private:
                            ground.sent(ANSWER, 1, told(url, body, hidden))
                        case End():
                            think(thinking.finish())
                            say(restoring.finish())
                            if not text().strip():
                                return Ending.EMPTY if chunk.ending is Ending.STOP else chunk.ending
                            if chunk.ending is Ending.STOP:
                                ground.part_ended(ANSWER, 1, text(), True, (), chunk.usage)
                            return chunk.ending
        finally:
            # A stream that was cut holds no word back.
            think(thinking.finish())
            say(restoring.finish())
        raise ProviderError()

    async def request(self, begun: str = "") -> tuple[Request, Placeholders]:
        """What a provider is asked, or for the rest of what `begun` is; and what stands for what in it."""
        sent = await self._prompt()
        messages = going_on(sent, self._language, begun) if begun else sent.messages
        hidden = await asyncio.to_thread(self._private.placeholders, messages) if self._private else NOTHING_HIDDEN
        request = Request(
            self._model,
            tuple(Message(one.role, hidden.hide(one.content)) for one in messages),
            sent.maximum_tokens,
            context_tokens=self._settings.context_tokens,
            temperature=0.4 if self._settings.temperature is None else self._settings.temperature,
            thinking=self._settings.thinking,
        )
        return request, hidden

    def save(self, ending: Ending | None) -> Save | None:
        """The words that came, for a whole answer and for a broken one alike."""
        return self._save()
