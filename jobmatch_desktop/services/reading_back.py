"""An exported file read back before it is called saved: by two readers in a process of their own, held against the document."""

import os
import subprocess
import sys

import msgspec

from jobmatch_desktop.domain.child_environment import without_keys
from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.errors import Trouble
from jobmatch_desktop.domain.read_back import ReadBack
from jobmatch_desktop.domain.reading_errors import ReaderStopped, ReaderTooSlow
from jobmatch_desktop.formats.read_back.comparing import compared
from jobmatch_desktop.formats.read_back.returned import Returned
from jobmatch_desktop.formats.writers.style import Style
from jobmatch_desktop.services.reading import child_command
from jobmatch_desktop.services.reading_child import Answer

SECONDS = 30.0
"""How long both readers may take together; three pages take half a second."""

ENDINGS = (".pdf", ".docx")
"""Of the files that are read back: the others hold the text itself."""

_NO_WINDOW = 0x08000000  # CREATE_NO_WINDOW of CreateProcess


def read_back(name: str, data: bytes, document: CvDocument, style: Style, sidebar: tuple[str, ...]) -> ReadBack:
    """What came back of a document that was written as these bytes. `sidebar` as the template has it. Blocks for half a second: off
    the UI thread and the engine's loop; any number at once. Never raises for what the readers do: `checked` tells."""
    try:
        child = subprocess.run(
            [*child_command(), "back", name],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=without_keys(os.environ),
            creationflags=_NO_WINDOW if sys.platform == "win32" else 0,
            timeout=SECONDS,
            check=False,
        )
        answer = msgspec.json.decode(child.stdout, type=Answer)
        if answer.trouble is not None or answer.fault:
            return _unchecked(answer.trouble or ReaderStopped().trouble)
        return compared(document, style, sidebar, msgspec.json.decode(answer.found, type=Returned))
    except subprocess.TimeoutExpired:
        return _unchecked(ReaderTooSlow(seconds=round(SECONDS)).trouble)
    except (OSError, msgspec.DecodeError):
        return _unchecked(ReaderStopped().trouble)


def _unchecked(trouble: Trouble) -> ReadBack:
    return ReadBack(checked=False, trouble=trouble)
