"""Runs one task to its end in this terminal: shared by generate, retry and continue."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import Awaitable, Callable, Iterator

from jobmatch_desktop.cli.exit_codes import CANCELLED, DONE, FAILED
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.domain.task import Status, Task, TaskId
from jobmatch_desktop.services.parts import Services


async def follow(services: Services, progress: Progress, start: Callable[[], Awaitable[TaskId]]) -> int:
    """Starts a task, prints it until it has ended, writes its files if it completed, and returns the exit code.

    Ctrl+C cancels the task, with what came kept; a request to end the process leaves it interrupted, to be continued.
    """
    task = await start()
    progress.follow(task)
    with _interrupts(lambda: services.generation.stop(task)):
        ended = await services.generation.wait(task)
    return await _finish(services, ended)


async def _finish(services: Services, task: Task) -> int:
    if task.status is Status.COMPLETED:
        for written in await services.generation.write_outs(task):
            print(f"written: {written.path}", *written.warnings, file=sys.stderr)
        return DONE
    if task.status is Status.CANCELLED:
        print(f"\ncancelled; what came is kept: jobmatch-desktop tasks show {task.id}", file=sys.stderr)
        return CANCELLED
    why = task.trouble.text() if task.trouble else f"The answer ended early ({task.ending})."
    print(f"\n{why} To go on: jobmatch-desktop tasks continue {task.id}", file=sys.stderr)
    return FAILED


@contextlib.contextmanager
def _interrupts(stop: Callable[[], Awaitable[None]]) -> Iterator[None]:
    """While inside, Ctrl+C asks `stop` instead of raising, where the system lets a loop have signals."""
    loop = asyncio.get_running_loop()
    stopping: set[asyncio.Future[None]] = set()

    def interrupted() -> None:
        stopping.add(asyncio.ensure_future(stop()))

    try:
        loop.add_signal_handler(signal.SIGINT, interrupted)
    except NotImplementedError:
        yield
        return
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGINT)
