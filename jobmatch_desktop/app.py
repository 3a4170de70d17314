"""The composition root: a verb or the window, over the parts of the program."""

import argparse
import asyncio
import contextlib
import functools
import io
import os
import sys
import threading
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jobmatch_desktop.cli.exit_codes import CANCELLED, FAILED, UNKNOWN_TASK, WRONG_USE
from jobmatch_desktop.domain.child_environment import keys_taken
from jobmatch_desktop.domain.display_errors import NoDisplay
from jobmatch_desktop.domain.errors import JobMatchError, UnreadableInput
from jobmatch_desktop.domain.program_fault import described
from jobmatch_desktop.domain.task import TaskNotFound

if TYPE_CHECKING:
    from jobmatch_desktop.cli.verb import Run
    from jobmatch_desktop.services.parts import Services


SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Variables of which one says where a window is shown."""


def run_verb(arguments: argparse.Namespace) -> int:
    """Runs a verb and returns its exit code; a fault is one line on stderr. Main thread."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a character must not end a task, and what a program reads is UTF-8.
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
    try:
        with keys_taken(os.environ) as keys, _faults_without_words():
            return _run(arguments, keys)
    except TaskNotFound as error:
        return _fault(error, UNKNOWN_TASK)
    except UnreadableInput as error:
        return _fault(error, WRONG_USE)
    except JobMatchError as error:
        return _fault(error, FAILED)
    except KeyboardInterrupt:
        return CANCELLED
    except (asyncio.CancelledError, BrokenPipeError):
        # Ended from outside, or whoever read the text has seen enough.
        return FAILED
    except Exception as error:  # noqa: BLE001 - its words and those of its traceback may hold a key
        _tell(error)
        return FAILED
    finally:
        _let_go_of_stdout()


def _run(arguments: argparse.Namespace, keys: Mapping[str, str]) -> int:
    """The verbs that change no data folder, then those that may. `keys` are those of the environment."""
    match arguments.verb:
        case "import":
            from jobmatch_desktop.cli import import_profile

            return import_profile.run(arguments)
        case "offer":
            from jobmatch_desktop.cli import offer

            return offer.run(arguments)
        case "match":
            from jobmatch_desktop.cli import match as match_verb

            return match_verb.run(arguments)
        case "check":
            from jobmatch_desktop.cli import check

            return check.run(arguments)
        case "export":
            from jobmatch_desktop.cli import export
            from jobmatch_desktop.formats.writers.pdf import PdfWriter
            from jobmatch_desktop.services.exporting import Exporter, template_folders
            from jobmatch_desktop.storage.folders import data_folder

            folder = data_folder(arguments.data_dir, os.environ)
            return export.run(arguments, folder, Exporter(PdfWriter(*template_folders(folder))))
        case "keys":
            from jobmatch_desktop.cli import keys as keys_verb
            from jobmatch_desktop.program import keys_of

            return keys_verb.run(arguments, keys_of(keys))
        case "generate":
            from jobmatch_desktop.cli.generate import prepare
        case "tasks":
            from jobmatch_desktop.cli.tasks import prepare
        case "models":
            from jobmatch_desktop.cli.models import prepare
        case _:
            from jobmatch_desktop.cli.pull import prepare
    return asyncio.run(_over_data(arguments, prepare(arguments), keys))


async def _over_data(arguments: argparse.Namespace, run: "Run", keys: Mapping[str, str]) -> int:
    """Runs a verb over the data folder. A request to end the process cancels it, and the program closes in order."""
    from jobmatch_desktop.cli.progress import Progress
    from jobmatch_desktop.cli.signals import END, on_signal
    from jobmatch_desktop.program import open_program
    from jobmatch_desktop.storage.folders import data_folder

    asyncio.get_running_loop().set_exception_handler(lambda _, context: _tell(context.get("exception")))
    verb = asyncio.current_task()
    assert verb is not None
    progress = Progress(quiet=arguments.verb == "tasks" and arguments.json)
    folder = data_folder(arguments.data_dir, os.environ)
    with on_signal(END, verb.cancel):
        async with open_program(folder, progress.observe, key_variables=keys) as services:
            return await run(services, progress)


def _let_go_of_stdout() -> None:
    """What could not be written is not tried once more when Python ends: that would print a traceback."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextlib.contextmanager
def _faults_without_words() -> Iterator[None]:
    """While inside, what nobody caught on any thread is told by its kind and place alone."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = lambda _kind, fault, _trace: _tell(fault)
    threading.excepthook = lambda caught: _tell(caught.exc_value)
    sys.unraisablehook = lambda caught: _tell(caught.exc_value)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def _tell(fault: BaseException | None) -> None:
    """A fault of the program itself."""
    if fault is not None and sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"A fault of the program itself: {described(fault)}.", file=sys.stderr, flush=True)


def _fault(error: JobMatchError, code: int) -> int:
    with contextlib.suppress(BrokenPipeError):  # the exit code says it too
        print(error.trouble.text(), file=sys.stderr, flush=True)
    return code


def open_window(data_dir: str | None) -> int:
    """Opens the window and returns when it is closed."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        return _fault(NoDisplay(), FAILED)
    from jobmatch_desktop.bridge.plain_import import import_plainly

    import_plainly()
    from jobmatch_desktop.bridge.window_loop import run_window
    from jobmatch_desktop.storage.folders import data_folder
    from jobmatch_desktop.ui.assembly import make_application, show

    @contextlib.asynccontextmanager
    async def opener(*values: Any, **more: Any) -> AsyncIterator["Services"]:
        # Most of the program: imported on the engine, while the window paints itself.
        from jobmatch_desktop.program import open_program

        async with open_program(*values, key_variables=keys, **more) as services:
            yield services

    folder = data_folder(data_dir, os.environ)
    with keys_taken(os.environ) as keys, _faults_without_words():
        return run_window(make_application(), functools.partial(show, folder, opener))
