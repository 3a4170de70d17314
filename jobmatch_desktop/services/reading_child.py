"""The process that reads one file from outside and ends: stdin is the file, stdout what was found. It opens no data folder."""

import os
import sys
from collections.abc import Sequence

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.program_fault import described
from jobmatch_desktop.domain.reading_errors import ReaderTooMuch
from jobmatch_desktop.formats.imported import Imported
from jobmatch_desktop.services.child_limits import limit_this_process

MEMORY = 900_000_000
"""Bytes of address space; a 20-page CV takes some 150 MB of memory."""
PROCESSOR_SECONDS = 25
FAULT = 70


class Answer(msgspec.Struct, frozen=True):
    """One of: what was imported; the trouble with the file; a fault of the reader, by its kind and place alone."""

    imported: Imported | None = None
    trouble: Trouble | None = None
    fault: str = ""


def main(words: Sequence[str]) -> int:
    """Reads the file on stdin, whose name is `words[0]`, and writes an `Answer` as JSON to stdout. Main thread."""
    limit_this_process(MEMORY, PROCESSOR_SECONDS)
    out = os.fdopen(os.dup(1), "wb")
    # What a library prints must not stand in the answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    answer = _answer(words[0] if words else "", sys.stdin.buffer.read())
    out.write(msgspec.json.encode(answer))
    out.close()
    return FAULT if answer.fault else 0


def _answer(name: str, data: bytes) -> Answer:
    from jobmatch_desktop.formats.readers.registry import read_cv

    try:
        return Answer(imported=read_cv(name, data))
    except JobMatchError as error:
        return Answer(trouble=error.trouble)
    except MemoryError:
        return Answer(trouble=ReaderTooMuch(megabytes=MEMORY // 1_000_000).trouble)
    except Exception as error:  # noqa: BLE001 - its words may hold the CV's
        return Answer(fault=described(error))
