"""A program that saves an edit every 100 ms, to be killed: `python -m tests.crash.editing FOLDER`.

Says `edit SECONDS NUMBER` on stdout before each is handed over, past any buffer; the text of the letter then has that word.
"""

import asyncio
import itertools
import os
import sys
import time
from pathlib import Path

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.program import open_program

EVERY = 0.1
"""Seconds between two edits."""


async def edit(folder: Path) -> None:
    """Edits the letter of the sample until it is killed."""
    async with open_program(folder, lambda _event: None) as services:
        application = await services.applications.add_sample()
        document = (await services.documents.of(application.id))[DocumentKind.LETTER]
        for number in itertools.count():
            os.write(1, f"edit {time.monotonic()} {number}\n".encode())
            document = await services.documents.save(document.id, f"{document.text} edit{number}.", document.revision)
            await asyncio.sleep(EVERY)


if __name__ == "__main__":
    asyncio.run(edit(Path(sys.argv[1])))
