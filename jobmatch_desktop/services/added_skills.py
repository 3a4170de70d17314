"""ESCO's skills in a language that a person adds: kept packed in the data folder's `lexicon/`, so that they are read at once."""

import asyncio
from pathlib import Path

from jobmatch_desktop.domain.file_errors import FileUnreadable
from jobmatch_desktop.evidence.esco import Labels, packed, unpacked
from jobmatch_desktop.formats.readers.esco_csv import read_skills
from jobmatch_desktop.services.file_bytes import bytes_of
from jobmatch_desktop.storage.atomic import write_whole

_FOLDER = "lexicon"
_FILE = "added.txt.zlib"
_MOST_BYTES = 50_000_000


async def add_skills(source: Path, folder: Path) -> int:
    """Takes a CSV of ESCO's skills into a data folder, in place of one that was added before; how many skills it has.

    Raises a `NoListOfSkills`, a `FileUnreadable` or a storage fault; what was added before is kept then. Any asyncio loop; the work is
    in a thread.
    """
    return await asyncio.to_thread(_add, source, folder)


async def added_skills(folder: Path) -> Labels | None:
    """The skills that were added to a data folder; None for none, and for a file that is damaged. Any asyncio loop."""
    return await asyncio.to_thread(_read, folder)


async def drop_skills(folder: Path) -> None:
    """Takes the added skills out again. Any asyncio loop."""
    await asyncio.to_thread((folder / _FOLDER / _FILE).unlink, True)


def _add(source: Path, folder: Path) -> int:
    data = bytes_of(source, _MOST_BYTES)
    if len(data) > _MOST_BYTES:
        raise FileUnreadable(path=source, reason="It has more than 50 MB")
    concepts = read_skills(data)
    place = folder / _FOLDER
    place.mkdir(parents=True, exist_ok=True)
    write_whole(place / _FILE, packed(concepts))
    return len(concepts)


def _read(folder: Path) -> Labels | None:
    try:
        return unpacked((folder / _FOLDER / _FILE).read_bytes())
    except (FileNotFoundError, ValueError):
        return None
