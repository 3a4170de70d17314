"""The composition root: a verb or the window, over the parts of the program."""

import argparse
import asyncio
import functools
import io
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

from jobmatch_desktop.cli.exit_codes import CANCELLED, FAILED, UNKNOWN_TASK, WRONG_USE
from jobmatch_desktop.domain.errors import JobMatchError, UnreadableInput
from jobmatch_desktop.domain.task import TaskNotFound

if TYPE_CHECKING:
    from jobmatch_desktop.cli.progress import Progress
    from jobmatch_desktop.services.parts import Services

    Verb = Callable[[argparse.Namespace, Services, Progress], Awaitable[int]]


def run_verb(arguments: argparse.Namespace) -> int:
    """Runs a verb and returns its exit code; a fault is one line on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a character must not end a task.
            stream.reconfigure(errors="replace")
    try:
        return _run(arguments)
    except TaskNotFound as error:
        return _fault(error, UNKNOWN_TASK)
    except UnreadableInput as error:
        return _fault(error, WRONG_USE)
    except JobMatchError as error:
        return _fault(error, FAILED)
    except KeyboardInterrupt:
        return CANCELLED
    except BrokenPipeError:
        # Whoever read the text has seen enough; nobody is left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _run(arguments: argparse.Namespace) -> int:
    """The verbs that touch no data folder, then those that do."""
    match arguments.verb:
        case "import":
            from jobmatch_desktop.cli import import_profile

            return import_profile.run(arguments)
        case "export":
            from jobmatch_desktop.cli import export
            from jobmatch_desktop.formats.writers.pdf import PdfWriter
            from jobmatch_desktop.services.exporting import Exporter

            return export.run(arguments, Exporter(PdfWriter()))
        case "generate":
            from jobmatch_desktop.cli.generate import run
        case "tasks":
            from jobmatch_desktop.cli.tasks import run
        case "models":
            from jobmatch_desktop.cli.models import run
        case _:
            from jobmatch_desktop.cli.pull import run
    return asyncio.run(_over_data(arguments, run))


async def _over_data(arguments: argparse.Namespace, verb: "Verb") -> int:
    from jobmatch_desktop.cli.progress import Progress
    from jobmatch_desktop.program import open_program
    from jobmatch_desktop.storage.folders import data_folder

    progress = Progress()
    folder = data_folder(str(arguments.data_dir) if arguments.data_dir else None, os.environ)
    async with open_program(folder, progress.observe) as services:
        return await verb(arguments, services, progress)


def _fault(error: JobMatchError, code: int) -> int:
    print(error.trouble.text(), file=sys.stderr)
    return code


def open_window(data_dir: Path | None) -> int:
    """Opens the window and returns when it is closed."""
    from jobmatch_desktop.bridge.window_loop import run_window
    from jobmatch_desktop.program import open_program
    from jobmatch_desktop.storage.folders import data_folder
    from jobmatch_desktop.ui.assembly import make_application, show

    folder = data_folder(str(data_dir) if data_dir else None, os.environ)
    return run_window(make_application(), functools.partial(show, folder, open_program))
