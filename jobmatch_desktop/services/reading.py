"""CVs' files read apart: a hostile or broken one takes only its own process down (DESIGN §3)."""

import asyncio
import contextlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import msgspec

from jobmatch_desktop.domain.child_environment import READ_IN_CHILD, without_keys
from jobmatch_desktop.domain.errors import Trouble, UnreadableInput
from jobmatch_desktop.domain.reading_errors import FileTooLarge, ReaderStopped, ReaderTooMuch, ReaderTooSlow
from jobmatch_desktop.formats.imported import Imported
from jobmatch_desktop.formats.readers.registry import MOST_BYTES, TEXTS, is_binary, read_cv
from jobmatch_desktop.services.child_limits import TOO_MUCH_MEMORY
from jobmatch_desktop.services.reading_child import MEMORY, Answer

T = TypeVar("T")

NO_WINDOW = 0x08000000
"""CREATE_NO_WINDOW of CreateProcess."""

SECONDS = 30.0
"""How long a file may take; a 20-page CV takes under two."""


async def read_cv_file(name: str, data: bytes, seconds: float = SECONDS) -> Imported:
    """What a CV's file holds; its bytes tell the format, else the ending of `name`.

    All but JSON Resume, which tells its fields itself, are read in a process of their own with limits of memory and time. Raises an
    `UnreadableInput`: one clear line. Cancelling ends the process. Any event loop.
    """
    if len(data) > MOST_BYTES:
        raise FileTooLarge(megabytes=MOST_BYTES // 1_000_000, unpacked="")
    if not is_binary(data) and Path(name).suffix.lower() not in TEXTS:
        return await asyncio.to_thread(read_cv, name, data)
    return await read_apart("cv", name, data, Imported, seconds)


def child_command(work: str = READ_IN_CHILD) -> list[str]:
    """The words that start this program for one kind of work (domain/child_environment.py); the frozen one starts itself."""
    if not getattr(sys, "frozen", False):
        return [sys.executable, "-m", "jobmatch_desktop", work]
    # Windows' program without a terminal has no stdin: the other door of the same folder has.
    program = (
        Path(sys.executable).with_name("jobmatch-desktop.exe") if sys.platform == "win32" else Path(sys.executable)
    )
    return [str(program), work]


async def read_apart(reader: str, name: str, data: bytes, returns: type[T], seconds: float, *more: str) -> T:
    """What a reader of services/reading_child.py finds in a file's bytes, in a process of its own. `more` are the reader's words.

    Raises an `UnreadableInput`: the reader's own, or that it stopped, was too slow or took too much.
    """
    child = await asyncio.create_subprocess_exec(
        *child_command(),
        reader,
        Path(name).name,
        *more,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=without_keys(os.environ),
        creationflags=NO_WINDOW if sys.platform == "win32" else 0,
    )
    try:
        async with asyncio.timeout(seconds):
            said, _ = await child.communicate(data)
    except TimeoutError as fault:
        raise ReaderTooSlow(seconds=round(seconds)) from fault
    finally:
        if child.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                child.kill()
            await child.wait()
    return _told(said, child.returncode, returns)


def _told(said: bytes, code: int | None, returns: type[T]) -> T:
    """What the process found. Raises the trouble that it told of, or what its end tells."""
    if code == TOO_MUCH_MEMORY:
        raise ReaderTooMuch(megabytes=MEMORY // 1_000_000)
    try:
        answer = msgspec.json.decode(said, type=Answer)
        if answer.trouble is not None:
            raise _Told(answer.trouble)
        if answer.fault:
            raise ReaderStopped
        return msgspec.json.decode(answer.found, type=returns)
    except msgspec.DecodeError as fault:
        raise ReaderStopped from fault


class _Told(UnreadableInput):
    """A trouble that the other process put into words."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__()
        self.trouble = trouble
        self.args = (trouble.text(),)
