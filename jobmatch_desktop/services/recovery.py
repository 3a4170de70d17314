"""A way out of a damaged database: the newest good copy in its place, the damaged file kept beside it."""

import asyncio
from pathlib import Path

from jobmatch_desktop.storage.database import restore_copy


async def go_back(folder: Path, copy: Path) -> Path:
    """Puts a copy in the place of the database of a data folder; returns where the damaged files are now.

    Raises `DatabaseBusy`, `CopyUnusable`, `StorageFault`; nothing is deleted. Engine loop.
    """
    return await asyncio.to_thread(restore_copy, folder, copy)
