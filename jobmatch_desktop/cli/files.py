"""Files named on the command line: read whole, or one clear line."""

import sys
from collections.abc import Sequence
from pathlib import Path

from jobmatch_desktop.domain.file_errors import FileUnreadable, FileUnwritable


def read(path: Path) -> bytes:
    """A file's bytes; `-` is stdin. Raises `FileUnreadable`."""
    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileUnreadable(path=path, reason=error.strerror or "The system refused") from error


def profile_name(path: Path, data: bytes) -> str:
    """The name whose ending tells a profile's format; what came from stdin is JSON where it begins as an object does."""
    if str(path) != "-":
        return path.name
    return "stdin.json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "stdin.md"


def writable(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The same paths, absolute. Raises `FileUnwritable` before any work where a folder is not there, or stands in a file's place."""
    for path in paths:
        if not path.parent.is_dir():
            raise FileUnwritable(path=path, reason=f"There is no folder {path.parent}")
        if path.is_dir():
            raise FileUnwritable(path=path, reason="It is a folder")
    return tuple(path.absolute() for path in paths)


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
