"""How a test waits for what another thread, process or machine does: for the thing itself, and never for a time."""

import asyncio
import time
from collections.abc import Callable

SECONDS = 60.0
"""How long, at most, before the test fails. Much more than anything takes on the most loaded machine: only who fails waits."""


async def until(holds: Callable[[], object], seconds: float = SECONDS) -> None:
    """Lets the loop live until something holds. Raises `AssertionError` if it does not come about.

    No `asyncio.timeout`: on the window's loop, qasync leaves its timer running.
    """
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        await asyncio.sleep(0.005)


def wait_until(holds: Callable[[], object], seconds: float = SECONDS) -> None:
    """As `until`, where no loop runs: blocks the calling thread."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.005)
