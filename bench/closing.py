"""How long the window takes to close while two documents are being written, which stay to be continued."""

import asyncio
import tempfile
import time
from pathlib import Path

from bench.apart import apart, served
from bench.row import Row, milliseconds, times
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.ui.assembly import make_application
from tests.ui.driven import Driven, drive, until

GOAL = 2.0


def measure() -> list[Row]:
    """The longest of three, while a document streams and one waits; beside it, with nothing under way."""
    with served("bench.stamping", "100", "endless") as url:
        busy = max(apart(close, url, True) for _ in range(3))
        idle = max(apart(close, url, False) for _ in range(3))
    return [
        Row(
            "closing while a document streams and one waits, longest of 3",
            milliseconds(busy),
            f"{milliseconds(idle)} (nothing under way)",
            times(busy / idle),
            f"<= {GOAL:.0f} s",
            busy <= GOAL,
        )
    ]


def close(url: str, writing: bool) -> float:
    """Seconds from the close to the end of the engine. Raises `AssertionError` unless both tasks are interrupted then."""

    async def act(driven: Driven) -> float:
        application = await driven.call(driven.services.applications.add_sample)
        driven.open(application.id)
        for kind in DocumentKind if writing else ():
            choice = Choice("ollama", "smollm2:135m", base_url=url)
            await driven.call(driven.services.generation.start, application.id, kind, choice)
        if writing:
            await until(lambda: any(live.characters for live in driven.workspace.presenter.live.under_way()))
        await asyncio.sleep(0.5)
        begun = time.monotonic()
        await driven.close()
        return begun

    with tempfile.TemporaryDirectory() as folder:
        begun = drive(make_application(), Path(folder), act)
        seconds = time.monotonic() - begun
        statuses = asyncio.run(_statuses(Path(folder)))
    assert statuses == (["interrupted"] * 2 if writing else []), statuses
    return seconds


async def _statuses(folder: Path) -> list[str]:
    async with open_program(folder, lambda _event: None) as services:
        return [str(task.status) for task in await services.generation.tasks()]
