"""Runs one task to its end in this terminal: shared by generate, retry and continue."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

from jobmatch_desktop.cli.exit_codes import CANCELLED, DONE, FAILED
from jobmatch_desktop.cli.files import stdout_fault
from jobmatch_desktop.cli.foreseen import actual_line, foreseen_line
from jobmatch_desktop.cli.progress import Progress
from jobmatch_desktop.cli.signals import INTERRUPT, on_signal
from jobmatch_desktop.domain.task import IllegalTransition, Status, Task, TaskId
from jobmatch_desktop.services.choice import COMPOSER
from jobmatch_desktop.services.parts import Services
from jobmatch_desktop.services.remark_words import RemarkWords


async def follow(services: Services, progress: Progress, start: Callable[[], Awaitable[TaskId]]) -> int:
    """Starts a task, prints it until it has ended, writes its files if it completed, and returns the exit code.

    Ctrl+C cancels the task, with what came kept. A request to end the process leaves it interrupted, to be continued; so does a
    reader of stdout that went away, where no file is waited for: nobody would see the rest.
    """
    task = await start()
    progress.follow(task)
    try:
        begun = await services.generation.task(task)
        if line := foreseen_line(begun, await services.preflights.elsewhere(begun)):
            progress.note(line)
        for note in await services.generation.notes(task):
            progress.note(note)
        ended = await _ended(services, progress, task)
    except asyncio.CancelledError:
        progress.note(f"Ended from outside; what came is kept. {_way_on(task)}")
        raise
    if ended:
        took = await services.preflights.actual(ended)
        if line := actual_line(ended, took):
            progress.note(line)
    code = await _finish(services, progress, ended) if ended else _unread(progress, task)
    if progress.unread.done() and not isinstance(progress.unread.result(), BrokenPipeError):
        raise stdout_fault(progress.unread.result())
    return code


async def _ended(services: Services, progress: Progress, task: TaskId) -> Task | None:
    """The task as it ended; None if it still runs and nobody is there to read it."""
    asked = asyncio.Event()
    with on_signal(INTERRUPT, asked.set):
        ended = asyncio.ensure_future(services.generation.wait(task))
        interrupted = asyncio.ensure_future(asked.wait())
        waited: set[asyncio.Future[Any]] = {ended, interrupted, progress.unread}
        await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
        interrupted.cancel()
        if asked.is_set() and not ended.done():
            with contextlib.suppress(IllegalTransition):  # it ended in the meantime
                await services.generation.stop(task)
        elif not ended.done() and await _for_a_reader_alone(services, task):
            return None
        return await ended


async def _for_a_reader_alone(services: Services, task: TaskId) -> bool:
    """Whether nothing but the text on stdout is waited for. The composer's is whole by then."""
    spec = (await services.generation.task(task)).spec
    return spec.provider != COMPOSER and not spec.options.outs


def _unread(progress: Progress, task: TaskId) -> int:
    progress.note(f"Nobody reads the text any more, so the task stops here; what came is kept. {_way_on(task)}")
    return FAILED


async def _finish(services: Services, progress: Progress, task: Task) -> int:
    if task.status is Status.COMPLETED:
        for written in await services.generation.write_outs(task):
            progress.note(f"written: {written.path} {RemarkWords().all(written.warnings)}".rstrip())
        return DONE
    if task.status is Status.CANCELLED:
        progress.note(f"cancelled; what came is kept: jobmatch-desktop tasks show {task.id}")
        return CANCELLED
    why = task.trouble.text() if task.trouble else f"The answer ended early ({task.ending})."
    progress.note(f"{why} {_way_on(task.id)}")
    return FAILED


def _way_on(task: TaskId) -> str:
    return f"To go on: jobmatch-desktop tasks continue {task}"
