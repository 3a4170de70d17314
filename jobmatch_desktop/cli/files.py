"""Files named on the command line: read whole, or one clear line."""

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from jobmatch_desktop.cli.arguments import is_text
from jobmatch_desktop.domain.file_errors import FileUnreadable, FileUnwritable
from jobmatch_desktop.evidence.esco import Added
from jobmatch_desktop.storage.folders import data_folder
from jobmatch_desktop.storage.skill_lists import SkillLists


def added_skills(arguments: argparse.Namespace) -> Added:
    """The lists of skills that the person added to their data folder, which is only looked into."""
    return SkillLists(data_folder(arguments.data_dir, os.environ)).read()


def read(path: Path) -> bytes:
    """A file's bytes; `-` is stdin. Raises `FileUnreadable`."""
    try:
        return _stdin() if str(path) == "-" else path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path=path, reason=error.strerror or "The system refused") from error


def _stdin() -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, "Nothing is given on stdin")
    return sys.stdin.buffer.read()


def profile_name(path: Path, data: bytes) -> str:
    """The name whose ending tells a profile's format where its bytes do not; what came from stdin is JSON where it begins as an
    object does."""
    if str(path) != "-":
        return path.name
    return "stdin.json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "stdin.md"


def writable(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The same paths, absolute. Raises `FileUnwritable` before any work where a folder is not there, or stands in a file's place."""
    for path in paths:
        try:
            folder_is_there, is_folder = path.parent.is_dir(), path.is_dir()
        except OSError as error:  # a name too long, a folder that may not be looked into
            raise FileUnwritable(path=path, reason=error.strerror or "The system refused") from error
        if not folder_is_there:
            raise FileUnwritable(path=path, reason=f"There is no folder {path.parent}")
        if is_folder:
            raise FileUnwritable(path=path, reason="It is a folder")
    return tuple(path.absolute() for path in paths)


def as_text(paths: Sequence[Path]) -> tuple[str, ...]:
    """The paths as they are kept with a task. Raises `FileUnwritable` for a name in bytes that are no text, as Linux allows."""
    for path in paths:
        if not is_text(str(path)):
            raise FileUnwritable(path=path, reason="Its name is no text in UTF-8")
    return tuple(map(str, paths))


def say(text: str) -> None:
    """A text and a line's end on stdout. Raises `FileUnwritable` where it takes no more, and `BrokenPipeError` where nobody reads it."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise stdout_fault(error) from error


def stdout_fault(error: OSError) -> FileUnwritable:
    """Why stdout takes no more."""
    return FileUnwritable(path="stdout", reason=error.strerror or "The system refused")
