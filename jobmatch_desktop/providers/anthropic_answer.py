"""From the events of Anthropic's Messages to chunks. Pure: takes the SDK's objects by their fields."""

from typing import Any

from jobmatch_desktop.domain.stream import Chunk, End
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.providers.answer import Answer, check_event
from jobmatch_desktop.providers.faults import ended_early

_REASONS = {
    "end_turn": Ending.STOP,
    "stop_sequence": Ending.STOP,
    "max_tokens": Ending.LENGTH,
    # The prompt fitted, the answer did not: what came is kept and can go on.
    "model_context_window_exceeded": Ending.LENGTH,
    "refusal": Ending.REFUSAL,
}
"""`stop_reason`; any other (a pause, a call of a tool) is no whole answer."""


class MessageAnswer:
    """An answer in events of `/v1/messages`. `over` once nothing more of it is to come."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._open: int | None = None
        self._closed: set[int] = set()
        self._reason: str | None = None
        self._ended = False
        self._read: int | None = None
        self._written: int | None = None

    @property
    def over(self) -> bool:
        """Whether the server may be left."""
        return self._answer.stopped or self._ended

    def take(self, event: Any) -> list[Chunk]:
        """The chunks of one event. Raises `CutOff` where blocks come out of their order, since words would be lost or out of
        place; a block that is told again is left out."""
        check_event(event)
        match getattr(event, "type", ""):
            case "message_start":
                self._count(getattr(event.message, "usage", None))
            case "content_block_start":
                if event.index not in self._closed and self._open not in (None, event.index):
                    raise ended_early(self._answer.asked)
                if event.index not in self._closed:
                    self._open = event.index
            case "content_block_delta" if event.index not in self._closed:
                if self._open is not None and event.index != self._open:
                    raise ended_early(self._answer.asked)
                delta = event.delta
                return self._answer.words(getattr(delta, "text", None), getattr(delta, "thinking", None))
            case "content_block_stop":
                self._closed.add(event.index)
                self._open = None
            case "message_delta":
                self._reason = getattr(event.delta, "stop_reason", None) or self._reason
                self._count(getattr(event, "usage", None))
            case "message_stop":
                self._ended = True
        return []

    def end(self) -> End:
        """How it ended, once nothing more comes. Raises `ProviderError` where that is no end."""
        if self._answer.stopped:
            return self._answer.end(Ending.STOP, self._read, self._written)
        ending = _REASONS.get(self._reason or "") if self._ended else None
        if ending is None:
            raise ended_early(self._answer.asked)
        return self._answer.end(ending, self._read, self._written)

    def _count(self, usage: Any) -> None:
        """The last count stands. What was read from a cache, or put there, was read too."""
        read = [
            getattr(usage, field, None)
            for field in ("input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens")
        ]
        counted = [one for one in read if type(one) is int]
        if read[0] is not None and counted:
            self._read = sum(counted)
        written = getattr(usage, "output_tokens", None)
        if type(written) is int:
            self._written = written
