"""A stream that says nothing for too long is given up. Only silence counts, never the whole."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing

from jobmatch_desktop.domain.provider_errors import Stalled
from jobmatch_desktop.domain.stream import Chunk, Phase, Progress, Text, Thinking

SILENCE: Mapping[Phase, float] = {
    Phase.CONNECTING: 20.0,
    Phase.LOADING: 600.0,
    Phase.READING: 900.0,
    Phase.WRITING: 120.0,
}
"""Seconds of silence that a phase may last; a phase that is not here may be silent for ever."""

DOING: Mapping[Phase, str] = {
    Phase.QUEUED: "waiting in its queue",
    Phase.CONNECTING: "connecting",
    Phase.LOADING: "loading the model",
    Phase.READING: "reading the prompt",
    Phase.WRITING: "writing",
}
"""The phase in words, as in "nothing came while ..."."""

BEAT = 1.0
"""Seconds between looks at the clock, at most."""

SLEPT = 5.0
"""A beat that comes so many seconds late was slept through, by the machine or by this process."""


class Patience:
    """Counts the silence of one stream, awake time only: after the machine slept, a phase has its whole time again.

    A beat looks at both clocks, since the steady one stands still during sleep on some systems and goes on on others. Where
    silence lasts too long it cancels the reader, which asks `gave_up` then; a time-out for each token would cost a fifth of
    the stream's speed.
    """

    def __init__(self, limits: Mapping[Phase, float], clock: Callable[[], float]) -> None:
        self._loop = asyncio.get_running_loop()
        self._limits = limits
        self._clock = clock
        self._beat = min(BEAT, *(limit / 4 for limit in limits.values())) if limits else BEAT
        self._seen = (self._loop.time(), clock())
        self._silent_since = self._seen[0]
        self._waiting = False
        self._gave_up = False
        reader = asyncio.current_task()
        assert reader is not None, "a stream is read by a task"
        self._reader = reader
        self._cancelled_before = reader.cancelling()
        self._timer = self._loop.call_later(self._beat, self._look)
        self.phase = Phase.CONNECTING

    @property
    def limit(self) -> float | None:
        """Seconds of silence that the present phase may last; None: any."""
        return self._limits.get(self.phase)

    def listen(self) -> None:
        """The next chunk is waited for, from now."""
        self._silent_since = self._loop.time()
        self._waiting = True

    def heard(self, chunk: Chunk) -> None:
        """A chunk came."""
        self._waiting = False
        if type(chunk) is Text or type(chunk) is Thinking:
            self.phase = Phase.WRITING
        elif type(chunk) is Progress:
            self.phase = chunk.phase

    def gave_up(self) -> bool:
        """Whether the cancellation that the reader has just met was for silence, and nobody else's."""
        return self._gave_up and self._reader.uncancel() <= self._cancelled_before

    def stop(self) -> None:
        """Looks no more."""
        self._timer.cancel()

    def _look(self) -> None:
        now = (self._loop.time(), self._clock())
        passed = max(now[0] - self._seen[0], now[1] - self._seen[1])
        self._seen = now
        if passed > self._beat + SLEPT:
            self._silent_since = now[0]
        limit = self.limit
        if self._waiting and limit is not None and now[0] - self._silent_since >= limit:
            self._gave_up = True
            self._reader.cancel()
            return
        self._timer = self._loop.call_later(self._beat, self._look)


async def watched(
    stream: AsyncGenerator[Chunk],
    limits: Mapping[Phase, float] = SILENCE,
    clock: Callable[[], float] = time.time,
    *,
    provider: str = "The provider",
) -> AsyncGenerator[Chunk]:
    """The chunks of `stream`, closed when this one is closed, from the task that iterates.

    Raises `Stalled` when nothing came for longer than `limits` allows in the phase the stream is in. `clock` is the
    wall clock, in seconds; `provider` is named in the fault. What the reader takes between two chunks is no silence.
    """
    patience = Patience(limits, clock)
    try:
        async with aclosing(stream):
            patience.listen()
            # A cancellation is met where the next chunk is waited for: who reads is not inside here between two.
            async for chunk in stream:
                patience.heard(chunk)
                yield chunk
                patience.listen()
    except asyncio.CancelledError:
        if not patience.gave_up():
            raise
        seconds = f"{patience.limit:.0f}"
        raise Stalled(provider=provider, seconds=seconds, phase=DOING[patience.phase]) from None
    finally:
        patience.stop()
