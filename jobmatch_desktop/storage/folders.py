"""Where work is kept."""

from collections.abc import Mapping
from pathlib import Path

import platformdirs

from jobmatch_desktop.storage.file_faults import file_fault


def data_folder(option: str | None, environment: Mapping[str, str]) -> Path:
    """The data folder, absolute: what `--data-dir` gave, else `JOBMATCH_DATA_DIR`, else the system's own place.

    Empty values count as not given; `~` is the home folder. Touches no disk.
    """
    given = option or environment.get("JOBMATCH_DATA_DIR")
    if given:
        return Path(given).expanduser().absolute()
    return Path(platformdirs.user_data_dir("jobmatch-desktop", appauthor=False))


def make_private(folder: Path) -> None:
    """Makes `folder`, with those above it, readable by its person only (mode 0700; one that is there keeps its mode).

    Raises `FolderReadOnly`, `DiskFull` or `StorageFault`.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise file_fault(error, folder) from error
