"""A provider that failed before its first token is asked again, and a person is told."""

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing

from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.stream import Chunk, Text, Thinking

WAITS = (1.0, 3.0, 8.0)
"""Seconds before the second, third and fourth time."""

LONGEST = 120.0
"""Seconds beyond which a provider's own wish to be left alone is a failure to tell, not a wait."""


async def retried(
    open_stream: Callable[[], AsyncGenerator[Chunk]],
    *,
    tell: Callable[[int, float, str], None],
    waits: Sequence[float] = WAITS,
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> AsyncGenerator[Chunk]:
    """The chunks of a stream that is opened again after a passing fault, as long as no word has come.

    `tell` hears the number of the coming attempt (from 2), the seconds until then, and why. A fault's `retry_after`
    (seconds, or None) makes the wait longer. Raises what the stream raises where trying again is not the answer: a word
    has come, the fault is not `passing`, or it was the last time.
    """
    for attempt, wait in enumerate([*waits, None], start=2):
        begun = False
        try:
            async with aclosing(open_stream()) as stream:
                async for chunk in stream:
                    begun = begun or isinstance(chunk, Text | Thinking)
                    yield chunk
            return
        except ProviderError as fault:
            wanted = getattr(fault, "retry_after", None) or 0.0
            if begun or not fault.passing or wait is None or wanted > LONGEST:
                raise
            seconds = max(wait, wanted)
            tell(attempt, seconds, fault.trouble.text())
        await sleep(seconds)
