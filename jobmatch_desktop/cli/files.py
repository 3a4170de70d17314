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


def writable(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The same paths, absolute. Raises `FileUnwritable` before any work where a folder is not there."""
    for path in paths:
        if not path.parent.is_dir():
            raise FileUnwritable(path=path, reason=f"There is no folder {path.parent}")
    return tuple(path.absolute() for path in paths)
