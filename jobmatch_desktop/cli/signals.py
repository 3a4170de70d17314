"""Signals as calls on the loop, on every system: asyncio's own way is missing on Windows."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Iterator

INTERRUPT = ("SIGINT",)
"""Ctrl+C."""

END = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""The system or a person ends the process, or its terminal is closed."""


@contextlib.contextmanager
def on_signal(names: tuple[str, ...], call: Callable[[], object]) -> Iterator[None]:
    """While inside, a signal of these names (those that the system knows) makes one `call` on the running loop and nothing else.

    Main thread only.
    """
    loop = asyncio.get_running_loop()
    known = [signal.Signals[name] for name in names if name in signal.Signals.__members__]
    before = {number: signal.signal(number, lambda *_: loop.call_soon_threadsafe(call)) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
