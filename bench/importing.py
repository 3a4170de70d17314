"""How long a CV of 20 pages takes to be read, in how much memory, against the plain text of the same pages."""

import asyncio
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

import pypdfium2
import typst

from bench.apart import apart
from bench.row import Row, at, milliseconds, times
from jobmatch_desktop.formats.readers.registry import read_cv
from jobmatch_desktop.services.reading import read_cv_file

PAGES, JOBS = 20, 180
RUNS = 7
SECONDS = 2.0
MEGABYTES = 300

JOB = """
*Senior Engineer* #h(1fr) Jan {start} – Mar {end} \\
_Company number {number}_ #h(1fr) Springfield, IL
- Cut the time of the nightly build from {number} minutes to four, for three teams in two towns
- Wrote the service that answers 90 million requests a day, and kept it running through two moves
- Taught the use of it to forty colleagues who had never seen a line of it before, and liked that
"""


def measure() -> list[Row]:
    """Medians of runs by turns, the program's with the process that it starts for the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        path.write_bytes(_long_cv())
        own, plain = [], []
        for _ in range(RUNS):
            own.append(apart(seconds_apart, str(path)))
            plain.append(apart(seconds_of_text, str(path)))
        size, bare = apart(megabytes, str(path)), apart(megabytes_of_text, str(path))
    mine, theirs = at(own, 0.5), at(plain, 0.5)
    return [
        Row(
            f"a CV of {PAGES} pages imported",
            milliseconds(mine),
            f"{milliseconds(theirs)} (its plain text by pdfium)",
            times(mine / theirs),
            f"<= {SECONDS:.0f} s",
            mine <= SECONDS,
        ),
        Row(
            "its memory",
            f"{size:.0f} MB",
            f"{bare:.0f} MB (its plain text by pdfium)",
            times(size / bare),
            f"<= {MEGABYTES} MB",
            size <= MEGABYTES,
        ),
    ]


def seconds_apart(path: str) -> float:
    """The whole import, from the bytes to the fields, through a process of its own."""
    data = Path(path).read_bytes()
    begun = time.monotonic()
    _check(asyncio.run(read_cv_file("long.pdf", data)).profile)
    return time.monotonic() - begun


def seconds_of_text(path: str) -> float:
    """What pdfium alone takes for the words of the pages, in the process that asks."""
    begun = time.monotonic()
    _plain_text(path)
    return time.monotonic() - begun


def megabytes(path: str) -> float:
    """The most memory of a process that reads the CV."""
    _check(read_cv("long.pdf", Path(path).read_bytes()).profile)
    return _most_memory()


def megabytes_of_text(path: str) -> float:
    """The most memory of a process that reads the words alone."""
    _plain_text(path)
    return _most_memory()


def _plain_text(path: str) -> None:
    with pypdfium2.PdfDocument(path) as document:
        words = sum(len(page.get_textpage().get_text_bounded().split()) for page in document)
    if words < 1000 or len(JOB.split()) > words:
        raise RuntimeError("the pages hold no words")


def _most_memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _check(profile: dict[str, Any]) -> None:
    if len(profile.get("work", [])) != JOBS:
        raise RuntimeError("the CV was not read whole")


def _long_cv() -> bytes:
    head = '#set page(margin: 2cm)\n#text(20pt, weight: "bold")[Ada Byron]\n\nada\\@example.org | 555 0100 234 | London, UK\n\n'
    jobs = "\n".join(
        JOB.format(number=number, start=1900 + number % 90, end=1901 + number % 90) for number in range(JOBS)
    )
    data = typst.compile(f'{head}#text(14pt, weight: "bold")[Experience]\n{jobs}'.encode())
    with pypdfium2.PdfDocument(data) as document:
        if len(document) != PAGES:
            raise RuntimeError(f"{len(document)} pages")
    return data
