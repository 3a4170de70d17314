"""How much of a stream's speed the program keeps: tasks, journal and feed against the SDK alone, from a server without a rate."""

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from bench.apart import apart, served
from bench.row import Row, at, times
from jobmatch_desktop.bridge.engine import Engine
from jobmatch_desktop.bridge.feed import Feed
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.events import PartEnded, TaskEvent, TextArrived
from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.choice import Choice

COUNT = 5000
RUNS = 5
MODEL = "smollm2:135m"
GOAL = 0.98


def measure() -> list[Row]:
    """Medians over the parts of five documents, and as many answers to the SDK, by turns."""
    with served("bench.flooding", str(COUNT)) as url:
        own, raw = apart(speeds, url)
    mine, theirs = at(own, 0.5), at(raw, 0.5)
    return [
        Row(
            "stream throughput, server as fast as it can",
            f"{mine:,.0f} tokens/s (engine, tasks, journal, feed)",
            f"{theirs:,.0f} tokens/s (ollama's AsyncClient)",
            times(mine / theirs),
            f">= {GOAL:.2f}x",
            mine / theirs >= GOAL,
        )
    ]


def speeds(url: str) -> tuple[list[float], list[float]]:
    """Tokens a second of each part of the program, and of each answer to the SDK."""
    application = QCoreApplication([])
    engine = Engine(lambda what, fault: print(what, fault))
    engine.start()
    feed = Feed()
    own: list[float] = []
    raw: list[float] = []

    async def both() -> None:
        for _ in range(RUNS):
            with tempfile.TemporaryDirectory() as folder:
                own.extend(await _document(Path(folder), url, feed))
            raw.extend([await _answer(url) for _ in range(4)])

    engine.post(both)
    while len(raw) < 4 * RUNS:
        application.processEvents()
        time.sleep(0.002)
    engine.stop(2.0)
    return own, raw


async def _document(folder: Path, url: str, feed: Feed) -> list[float]:
    moments: list[tuple[float, TaskEvent]] = []

    def observe(event: TaskEvent) -> None:
        feed.put(event)
        moments.append((time.perf_counter(), event))

    async with open_program(folder, observe) as services:
        application = await services.applications.add_sample()
        choice = Choice("ollama", MODEL, base_url=url)
        await services.generation.wait(await services.generation.start(application.id, DocumentKind.CV, choice))
    parts: list[list[tuple[float, int]]] = [[]]
    for moment, event in moments:
        if isinstance(event, TextArrived):
            parts[-1].append((moment, len(event.text.split())))
        elif isinstance(event, PartEnded):
            parts.append([])
    whole = [part for part in parts if sum(count for _, count in part) == COUNT]
    assert whole, "no part came whole"
    # The words of the first moment came before it.
    return [(COUNT - part[0][1]) / (part[-1][0] - part[0][0]) for part in whole]


async def _answer(url: str) -> float:
    import ollama

    client = ollama.AsyncClient(url)
    messages = [{"role": "user", "content": "Write."}]
    stream = await client.chat(MODEL, messages, stream=True, options={"num_ctx": 4096, "num_predict": COUNT})
    moments = [time.perf_counter() async for part in stream if part.message.content]
    await client.close()
    assert len(moments) == COUNT
    return (COUNT - 1) / (moments[-1] - moments[0])
