"""A person who types in the window, to be killed: `python -m tests.crash.typing_in_window FOLDER`, on Qt's offscreen platform.

Says `edit SECONDS NUMBER` on stdout after the last key of a word, past any buffer; the text of the letter then has that word.
"""

import asyncio
import itertools
import os
import sys
import time
from pathlib import Path

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.ui.assembly import make_application
from tests.crash.editing import EVERY
from tests.patience import until
from tests.ui.driven import Driven, drive


async def write(driven: Driven) -> None:
    """Types in the letter of the sample until the program is killed, without a pause that would save it."""
    editor = driven.editor(DocumentKind.LETTER)
    await driven.press("Try with a sample")
    driven.workspace.head.segments.choose("letter")
    await until(lambda: editor.isVisible() and editor.text())
    editor.moveCursor(QTextCursor.MoveOperation.End)
    for number in itertools.count():
        QTest.keyClicks(editor, f" edit{number}.")
        os.write(1, f"edit {time.monotonic()} {number}\n".encode())
        await asyncio.sleep(EVERY)


if __name__ == "__main__":
    drive(make_application(), Path(sys.argv[1]), write)
