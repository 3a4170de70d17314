"""A server in a process of its own whose words say when they were written to the socket: `python -m bench.stamping RATE`.

Every other token is a stamp: a word of a `q` and six letters, which count the tenths of a millisecond of `time.monotonic()`,
the clock that all processes of a machine share. The others are words of a letter, a sentence ends after each twelve tokens,
and an answer has as many tokens as a paragraph or the bullets of a job: 80 to 160.
"""

import asyncio
import itertools
import math
import re
import sys
import time

from tests.loopback.answer import last_line, line
from tests.loopback.http import Received, Wire
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import TEXT, Script

STAMP = re.compile(r"\bq([a-z]{6})\b")
TICK = 1e-4
ROUND = 26**6
"""Stamps begin anew after so many ticks: nine hours."""
WORDS = tuple(re.findall(r"[a-z]+", TEXT))
LENGTHS = (80, 120, 160, 100, 140)


class StampingServer(OllamaServer):
    """Plays every answer at `rate` tokens a second; `endless`: as long as the request lets it."""

    def __init__(self, rate: float, endless: bool) -> None:
        super().__init__()
        self._rate = rate
        self._lengths = itertools.cycle(LENGTHS)
        self._endless = endless

    async def _chat(self, wire: Wire, received: Received) -> bool:
        if not received.body.get("messages"):
            return await super()._chat(wire, received)
        model, options = received.body["model"], received.body["options"]
        self.loaded[model] = int(options["num_ctx"])
        await wire.head(200, ("Content-Type", "application/x-ndjson"), ("Transfer-Encoding", "chunked"))
        begun = time.monotonic()
        count = int(options["num_predict"]) if self._endless else next(self._lengths)
        for number in range(count):
            wait = begun + number / self._rate - time.monotonic()
            if wait > 0:
                await asyncio.sleep(wait)
            word = WORDS[number % len(WORDS)] if number % 2 else stamp(time.monotonic())
            await wire.chunk(line(model, f" {word}{'.' if number % 12 == 11 else ''}"))
        await wire.chunk(last_line(model, Script(), 100, count))
        await wire.end()
        return True


def stamp(now: float) -> str:
    """The word that says `now` (seconds of `time.monotonic()`)."""
    left, letters = math.floor(now / TICK) % ROUND, ""
    for _ in range(6):
        left, digit = divmod(left, 26)
        letters = chr(ord("a") + digit) + letters
    return f"q{letters}"


def ages(text: str, seen: set[str], now: float) -> list[float]:
    """How old (seconds) the stamps in `text` are that are not yet `seen`, which they then are."""
    fresh = set(STAMP.findall(text)) - seen
    seen |= fresh
    return [_age(letters, now) for letters in fresh]


def _age(letters: str, now: float) -> float:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("a")
    return ((math.floor(now / TICK) - value) % ROUND) * TICK


if __name__ == "__main__":
    asyncio.run(StampingServer(float(sys.argv[1]), "endless" in sys.argv).serve(lambda port: print(port, flush=True)))
