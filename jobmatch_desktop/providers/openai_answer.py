"""From the events of OpenAI's two ways of answering to chunks. Pure: takes the SDK's objects by their fields."""

from typing import Any

from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.stream import Chunk, End
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers.answer import Answer, check_event
from jobmatch_desktop.providers.faults import ended_early
from jobmatch_desktop.providers.openai_faults import said_inside

_FINISHED = {"stop": Ending.STOP, "length": Ending.LENGTH, "content_filter": Ending.REFUSAL, "eos": Ending.STOP}
"""`finish_reason`; any other (a call of a tool) is no whole answer. `eos`: text-generation-inference."""


class ChatAnswer:
    """An answer in chunks of `/chat/completions`. `over` once nothing more of it is to come."""

    def __init__(self, answer: Answer, name: str) -> None:
        self._answer = answer
        self._name = name
        self._reason: str | None = None
        self._refused = False
        self._counts: tuple[int | None, int | None] = (None, None)

    @property
    def over(self) -> bool:
        """Whether the server may be left: its last count may still come after the last word."""
        return self._answer.stopped

    def take(self, event: Any) -> list[Chunk]:
        """The chunks of one event. Raises `ValueError` for what is none."""
        check_event(event)
        if usage := getattr(event, "usage", None):
            self._counts = (getattr(usage, "prompt_tokens", None), getattr(usage, "completion_tokens", None))
        chunks: list[Chunk] = []
        for choice in getattr(event, "choices", None) or ():
            if getattr(choice, "index", 0) or self._reason is not None:
                continue  # another draft of the same answer, or words after its end
            if delta := getattr(choice, "delta", None):
                thinking = getattr(delta, "reasoning_content", None) or getattr(delta, "reasoning", None)
                refusal = getattr(delta, "refusal", None)
                self._refused = self._refused or bool(refusal)
                chunks += self._answer.words(_text(getattr(delta, "content", None)) or refusal, _text(thinking))
            self._reason = getattr(choice, "finish_reason", None) or None  # some say "" until the end
        return chunks

    def end(self) -> End:
        """How it ended, once nothing more comes. Raises `ProviderError` where that is no end."""
        if self._answer.stopped:
            return self._answer.end(Ending.STOP, *self._counts)
        ending = _FINISHED.get(self._reason or "")
        if ending is None:
            raise ended_early(self._answer.asked)
        return self._answer.end(Ending.REFUSAL if self._refused else ending, *self._counts)


class ResponsesAnswer:
    """An answer in events of `/responses`. `limit` are the most tokens it was to have: Ollama (0.20) calls one that was cut there
    completed."""

    def __init__(self, answer: Answer, name: str, limit: int) -> None:
        self._limit = limit
        self._answer = answer
        self._name = name
        self._seen: set[int] = set()
        self._latest = -1
        self._refused = False
        self._ending: Ending | None = None
        self._counts: tuple[int | None, int | None] = (None, None)

    @property
    def over(self) -> bool:
        """Whether the server may be left."""
        return self._answer.stopped or self._ending is not None

    def take(self, event: Any) -> list[Chunk]:
        """The chunks of one event. Raises `ProviderError` for a fault told inside, and `CutOff` where an event comes after
        those that follow it, since words would be lost or out of place."""
        check_event(event)
        number = getattr(event, "sequence_number", None)
        if type(number) is int:
            if number in self._seen:
                return []
            if number < self._latest:
                raise ended_early(self._answer.asked)
            self._seen.add(number)
            self._latest = number
        match getattr(event, "type", ""):
            case "response.output_text.delta":
                return self._answer.words(event.delta)
            case "response.refusal.delta":
                self._refused = True
                return self._answer.words(event.delta)
            case "response.reasoning_summary_text.delta" | "response.reasoning_text.delta":
                return self._answer.words(None, event.delta)
            case "response.completed" | "response.incomplete":
                self._ended(event.response)
            case "response.failed" | "response.cancelled":
                raise self._fault(getattr(event.response, "error", None))
            case "error":
                raise self._fault(event)
        return []

    def end(self) -> End:
        """How it ended, once nothing more comes. Raises `ProviderError` where that is no end."""
        if self._ending is None and not self._answer.stopped:
            raise ended_early(self._answer.asked)
        ending = self._ending or Ending.STOP
        return self._answer.end(Ending.REFUSAL if self._refused else ending, *self._counts)

    def _ended(self, response: Any) -> None:
        if usage := getattr(response, "usage", None):
            self._counts = (getattr(usage, "input_tokens", None), getattr(usage, "output_tokens", None))
        details = getattr(response, "incomplete_details", None)
        match getattr(details, "reason", None):
            case None if getattr(response, "status", "completed") != "incomplete":
                written = self._counts[1]
                self._ending = Ending.LENGTH if written is not None and written >= self._limit else Ending.STOP
            case "content_filter":
                self._ending = Ending.REFUSAL
            case _:
                self._ending = Ending.LENGTH

    def _fault(self, error: Any) -> ProviderError:
        parts = [getattr(error, field, None) for field in ("code", "message")]
        return said_inside(" ".join(str(part) for part in parts if part), self._answer.asked, self._name)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
