"""The process that reads one file from outside and ends: stdin is the file, stdout what was found. It opens no data folder."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

import msgspec

from jobmatch_desktop.domain.errors import JobMatchError, Trouble
from jobmatch_desktop.domain.program_fault import described
from jobmatch_desktop.domain.reading_errors import ReaderTooMuch
from jobmatch_desktop.services.child_limits import limit_this_process

MEMORY = 900_000_000
"""Bytes of address space; a 20-page CV takes some 150 MB of memory."""
PROCESSOR_SECONDS = 25
FAULT = 70


class Answer(msgspec.Struct, frozen=True):
    """One of: what was found, as JSON; the trouble with the file; a fault of the reader, by its kind and place alone."""

    found: msgspec.Raw = msgspec.Raw(b"null")
    trouble: Trouble | None = None
    fault: str = ""


def main(words: Sequence[str]) -> int:
    """Reads the file on stdin and writes an `Answer` as JSON to stdout. `words` are the reader, the file's name and what else the reader
    is told. Main thread."""
    limit_this_process(MEMORY, PROCESSOR_SECONDS)
    out = os.fdopen(os.dup(1), "wb")
    # What a library prints must not stand in the answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    answer = _answer(words[0], words[1], sys.stdin.buffer.read(), words[2:])
    out.write(msgspec.json.encode(answer))
    out.close()
    return FAULT if answer.fault else 0


def _answer(reader: str, name: str, data: bytes, more: Sequence[str]) -> Answer:
    try:
        return Answer(msgspec.Raw(msgspec.json.encode(_reader(reader)(name, data, *more))))
    except JobMatchError as error:
        return Answer(trouble=error.trouble)
    except MemoryError:
        return Answer(trouble=ReaderTooMuch(megabytes=MEMORY // 1_000_000).trouble)
    except Exception as error:  # noqa: BLE001 - its words may hold the CV's
        return Answer(fault=described(error))


def _reader(named: str) -> Callable[..., Any]:
    match named:
        case "cv":
            from jobmatch_desktop.formats.readers.registry import read_cv

            return read_cv
        case "offer":
            from jobmatch_desktop.formats.readers.offer_source import read_offer_source

            return read_offer_source
        case "pages":
            from jobmatch_desktop.formats.readers.pdf_images import page_images

            return page_images
        case "skills":
            from jobmatch_desktop.formats.readers.esco_csv import read_list

            return read_list
        case "back":
            from jobmatch_desktop.formats.read_back.returned import read_again

            return read_again
        case _:
            raise ValueError(named)
