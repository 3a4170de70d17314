"""An exported file read back before it is called saved: by two readers in a process of their own, held against the document."""

import os
import subprocess
import sys

import msgspec

from jobmatch_desktop.domain.child_environment import without_keys
from jobmatch_desktop.domain.cv_document import CvDocument
from jobmatch_desktop.domain.read_back import Missing, ReadBack, Reader, Why
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
_NAMED = 3
_LONGEST = 60


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
            return _unchecked(answer.trouble.text() if answer.trouble else "The reader stopped.")
        return compared(document, style, sidebar, msgspec.json.decode(answer.found, type=Returned))
    except subprocess.TimeoutExpired:
        return _unchecked(f"It took longer than {SECONDS:.0f} seconds.")
    except (OSError, msgspec.DecodeError):
        return _unchecked("The reader could not be started or stopped.")


def told(result: ReadBack) -> tuple[str, ...]:
    """What a person should know of it, in whole sentences in English: nothing where everything came back."""
    if not result.checked:
        return (f"Whether other programs can read this file could not be checked: {result.fault}",)
    gone = [one for one in result.missing if one.why is Why.GONE and one.what != "link"]
    links = [one for one in result.missing if one.what == "link"]
    moved = [one for one in result.missing if one.why is Why.ORDER]
    misread = [one for one in result.missing if one.why is Why.FIELD]
    found = []
    if gone:
        who = "by other programs" if {one.reader for one in gone} == set(Reader) else "by every program"
        found.append(
            f"{_counted(gone)} cannot be read from this file {who}: {_named(gone)}. Write these words without unusual signs, or choose "
            "another font or template."
        )
    if moved:
        found.append(
            f"{_counted(moved)} would be read in another order: {_named(moved)}. Choose a template of one column, or put no two things "
            "on one line."
        )
    if links:
        found.append(
            f"{len(links)} of the links did not come back: {_named(links)}. Write the address as the link's words."
        )
    if misread:
        found.append(
            f"An employer's system may put {_counted(misread)} in another field: {_named(misread)}. Use a usual section title, and "
            "dates such as “Jan 2020 – Mar 2021” on the line under the job."
        )
    return tuple(found)


def _unchecked(fault: str) -> ReadBack:
    return ReadBack(checked=False, fault=fault)


def _counted(missing: list[Missing]) -> str:
    count = len({one.words for one in missing})
    return "1 text" if count == 1 else f"{count} texts"


def _named(missing: list[Missing]) -> str:
    words = list(dict.fromkeys(one.words for one in missing))
    named = ", ".join(f"“{one if len(one) <= _LONGEST else one[: _LONGEST - 1] + '…'}”" for one in words[:_NAMED])
    return named + (f" and {len(words) - _NAMED} more" if len(words) > _NAMED else "")
