"""Retries: passing faults, before the first word, with back-off, and told."""

import asyncio
from collections.abc import AsyncGenerator, Callable

import pytest

from jobmatch_desktop.domain.provider_errors import ProviderError
from jobmatch_desktop.domain.stream import Chunk, End, Phase, Progress, Text, Thinking
from jobmatch_desktop.domain.task import Ending
from jobmatch_desktop.tasks.retry import retried


class Busy(ProviderError):
    passing = True
    what = "The server is busy."

    def __init__(self, retry_after: float | None = None) -> None:
        super().__init__()
        self.retry_after = retry_after


class Gone(ProviderError):
    what = "The model is not there."


class Attempts:
    """Streams that end one after the other as a test says."""

    def __init__(self, *endings: list[Chunk | Exception]) -> None:
        self._endings = iter(endings)
        self.opened = 0
        self.closed = 0
        self.told: list[tuple[int, float, str]] = []
        self.slept: list[float] = []

    async def stream(self) -> AsyncGenerator[Chunk]:
        self.opened += 1
        try:
            for item in next(self._endings):
                if isinstance(item, Exception):
                    raise item
                yield item
        finally:
            self.closed += 1

    def collect(self) -> list[Chunk]:
        async def sleep(seconds: float) -> None:
            assert self.closed == self.opened
            self.slept.append(seconds)

        async def main() -> list[Chunk]:
            stream = retried(self.stream, tell=lambda *said: self.told.append(said), sleep=sleep)
            return [chunk async for chunk in stream]

        return asyncio.run(main())


PROGRESS = Progress(Phase.CONNECTING)
WHOLE: list[Chunk | Exception] = [PROGRESS, Text("a"), End(Ending.STOP)]


def test_a_stream_without_fault_is_opened_once() -> None:
    attempts = Attempts(WHOLE)
    assert attempts.collect() == WHOLE
    assert (attempts.opened, attempts.told) == (1, [])


def test_passing_faults_are_told_and_waited_for() -> None:
    attempts = Attempts([Busy()], [PROGRESS, Busy()], [Busy()], WHOLE)
    assert attempts.collect() == [PROGRESS, *WHOLE]
    assert attempts.told == [
        (2, 1.0, "The server is busy."),
        (3, 3.0, "The server is busy."),
        (4, 8.0, "The server is busy."),
    ]
    assert attempts.slept == [1.0, 3.0, 8.0]


def test_the_fourth_fault_is_the_last() -> None:
    attempts = Attempts(*([Busy()] for _ in range(4)))
    with pytest.raises(Busy):
        attempts.collect()
    assert attempts.opened == 4


@pytest.mark.parametrize(
    "ending", [[Gone()], [Text("a"), Busy()], [Thinking("a"), Busy()], [ValueError()], [Busy(retry_after=3600)]]
)
def test_what_does_not_pass_or_came_after_a_word_is_not_tried_again(ending: list[Chunk | Exception]) -> None:
    attempts = Attempts(ending)
    with pytest.raises(type(ending[-1])):  # type: ignore[arg-type]
        attempts.collect()
    assert (attempts.opened, attempts.closed, attempts.told) == (1, 1, [])


@pytest.mark.parametrize(("wanted", "waited"), [(30.0, 30.0), (0.5, 1.0), (None, 1.0)])
def test_the_providers_own_wish_makes_the_wait_longer(wanted: float | None, waited: float) -> None:
    attempts = Attempts([Busy(wanted)], WHOLE)
    attempts.collect()
    assert attempts.slept == [waited]


def test_closing_in_the_midst_closes_the_stream() -> None:
    async def main(make: Callable[[], AsyncGenerator[Chunk]]) -> None:
        stream = retried(make, tell=lambda *_said: None)
        await anext(stream)
        await stream.aclose()

    attempts = Attempts(WHOLE)
    asyncio.run(main(attempts.stream))
    assert attempts.closed == 1
