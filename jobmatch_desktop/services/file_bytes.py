"""Files that a person names: their bytes, or one clear line."""

from pathlib import Path

from jobmatch_desktop.domain.file_errors import FileUnreadable


def bytes_of(path: Path, most: int = -1) -> bytes:
    """A file's bytes; where `most` is given no more of them than one beyond it, which says that it is too much.

    Raises `FileUnreadable`. Blocks for the disk.
    """
    try:
        with path.open("rb") as file:
            return file.read(most if most < 0 else most + 1)
    except OSError as error:
        raise FileUnreadable(path=path, reason=error.strerror or "The system refused") from error
